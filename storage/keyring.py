"""The keyring: one data key a participant, wrapped by the master key, in a store of its own.

A key is committed here before the first row that it seals is committed there; a key left over by a crash opens nothing.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, delete, inspect, select

from coaching.errors import SettingsError
from coaching.ports import Clock, Names
from storage.engine import Database
from storage.hot import insert_or
from storage.sealing import KEY, BrokenSeal, DataKey, Indexes, MasterKey, Nonces
from storage.tables import data_key

ROOT = ""  # the owner of the service's own root key, from which the keyed hashes come
KEPT = 20_000  # keys held open in memory


class Keyring:
    """Makes, keeps and gives out data keys."""

    def __init__(self, database: Database, master: MasterKey, clock: Clock, names: Names) -> None:
        self._database = database
        self._master = master
        self._clock = clock
        self._names = names
        self._nonces = Nonces()
        self._open: OrderedDict[str, DataKey] = OrderedDict()

    async def make(self, participants: Sequence[str]) -> dict[str, DataKey]:
        """New keys for new participants, in one commit."""
        fresh = {participant: os.urandom(KEY) for participant in participants}
        rows = [self._row(participant, key) for participant, key in fresh.items()]
        await self._database.do(partial(_insert, rows=rows))
        made = {row["participant_id"]: DataKey(row["key_id"], row["participant_id"], AESGCM(fresh[row["participant_id"]])) for row in rows}
        self._open.update(made)
        return made

    async def replace_lost(self, participants: Collection[str]) -> dict[str, DataKey]:
        """New keys for those whose row is gone: what the lost ones sealed stays shut, but the person is heard again."""
        rows = [self._row(participant, os.urandom(KEY)) for participant in participants]
        await self._database.do(partial(_insert, rows=rows))
        return await self.of(participants)

    async def of(self, participants: Collection[str]) -> dict[str, DataKey]:
        """The keys of these participants; one who has none, or whose key does not open, is left out."""
        missing = [participant for participant in participants if participant not in self._open]
        if missing:
            await self._read(missing)
        return {participant: key for participant in participants if (key := self._held(participant)) is not None}

    async def root(self) -> Indexes:
        """The keyed hashes; made on the first start. SettingsError where the master key is not the one that made it."""
        found = await self._database.look(partial(_select, participants=[ROOT]))
        if not found:
            row = self._row(ROOT, os.urandom(KEY))
            await self._database.do(partial(_insert, rows=[row]))
            found = await self._database.look(partial(_select, participants=[ROOT]))
        try:
            return Indexes(self._master.unwrap(found[0].wrapped, ROOT))
        except BrokenSeal:
            raise SettingsError(
                "COACHBOT_MASTER_KEY is not the key that the store at COACHBOT_KEYS_URL was made with: give the one that was."
            ) from None

    async def destroy(self, participant: str) -> None:
        """Delete the key: what it sealed can never be read again."""
        await self._database.do(lambda connection: connection.execute(delete(data_key).where(data_key.c.participant_id == participant)))
        self._open.pop(participant, None)

    async def close(self) -> None:
        self._open.clear()
        await self._database.close()

    def _key(self, name: str, participant: str, key: bytes) -> DataKey:
        return DataKey(name, participant, AESGCM(key), self._nonces)

    def _row(self, participant: str, key: bytes) -> dict[str, Any]:
        return {
            "participant_id": participant,
            "key_id": self._names.new(),
            "master_id": self._master.id,
            "wrapped": self._master.wrap(key, participant),
            "made_at": self._clock.now(),
        }

    async def _read(self, participants: Sequence[str]) -> None:
        rows = await self._database.look(partial(_select, participants=participants))
        for row in rows:
            try:
                key = self._master.unwrap(row.wrapped, row.participant_id)
            except BrokenSeal:
                continue
            self._open[row.participant_id] = self._key(row.key_id, row.participant_id, key)
        while len(self._open) > KEPT:
            self._open.popitem(last=False)

    def _held(self, participant: str) -> DataKey | None:
        if (key := self._open.get(participant)) is not None:
            self._open.move_to_end(participant)
        return key


def _insert(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    connection.execute(insert_or(data_key).on_conflict_do_nothing(), rows)


def _select(connection: Connection, participants: Sequence[str]) -> Sequence[Any]:
    return connection.execute(select(data_key).where(data_key.c.participant_id.in_(participants))).all()


def has_root(connection: Connection) -> bool:
    """Whether the service's own root key is there; without it nobody is known."""
    return inspect(connection).has_table(data_key.name) and bool(_select(connection, [ROOT]))
