"""Getting messages ready to be taken in: whoever is new is given rows and a key, and everything is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from coaching.errors import NotStored
from coaching.message import Inbound
from coaching.participant import Address, Channel
from coaching.ports import Landmark, Names
from coaching.programme import Programme
from storage.addresses import AddressBook, Entry, Identity, identity
from storage.keyring import Keyring
from storage.sealing import DataKey, Indexes
from storage.units.intake import Arrival, Newcomers
from storage.writing import address_cell, inbox_row

ALIAS = 6  # characters


@dataclass(slots=True)
class Ready:
    """What `take_in` writes, and what is known of the addresses once it has."""

    arrivals: list[Arrival] = field(default_factory=list)
    newcomers: Newcomers = field(default_factory=Newcomers)
    entries: dict[Identity, Entry] = field(default_factory=dict)


class Reception:
    """Prepares batches of messages."""

    def __init__(
        self, book: AddressBook, keyring: Keyring, indexes: Indexes, names: Names, programme: Programme, landmark: Landmark
    ) -> None:
        self._book = book
        self._keyring = keyring
        self._indexes = indexes
        self._names = names
        self._programme = programme
        self._landmark = landmark

    async def prepare(self, inbounds: Sequence[Inbound], now: datetime) -> Ready:
        """Seal a batch. The keys of newcomers are committed when this returns, before any row that they seal."""
        found = {identity(inbound.address): inbound.address for inbound in inbounds}
        known = await self._book.find(found)
        strangers = {each: address for each, address in found.items() if each not in known}
        ready = Ready(entries={each: self._new_entry(address) for each, address in strangers.items()})
        keys = await self._keys(known, ready.entries)
        for each, entry in ready.entries.items():
            self._introduce(ready.newcomers, each, entry, keys[entry.participant_id], now)
        self._follow(ready, found, known, keys)
        everybody = known | ready.entries
        ready.arrivals = [self._arrival(inbound, everybody[identity(inbound.address)], keys, now) for inbound in inbounds]
        return ready

    async def _keys(self, known: dict[Identity, Entry], new: dict[Identity, Entry]) -> dict[str, DataKey]:
        made = {}
        if new:
            made = await self._keyring.make([entry.participant_id for entry in new.values()])
            self._landmark("take_in.keys_made")
        wanted = {entry.participant_id for entry in known.values()}
        keys = await self._keyring.of(wanted)
        if missing := wanted - keys.keys():
            keys |= await self._keyring.replace_lost(missing)
        if missing := wanted - keys.keys():
            raise NotStored(f"Nothing was stored: the data key of participant {min(missing)} cannot be opened. Restore the keys store.")
        return keys | made

    def _new_entry(self, address: Address) -> Entry:
        new = self._names.new
        return Entry(new(), new(), new(), address)

    def _introduce(self, newcomers: Newcomers, each: Identity, entry: Entry, key: DataKey, now: datetime) -> None:
        programme, address = self._programme, entry.address
        assert address is not None
        person = {"id": entry.participant_id, "alias": self._names.code(ALIAS), "created_at": now}
        newcomers.participants.append(person | {"country": programme.country, "language": programme.language, "zone": programme.zone})
        newcomers.conversations.append(
            {"id": entry.conversation_id, "participant_id": entry.participant_id, "standing": "with_bot", "schema": 0}
        )
        newcomers.addresses.append(
            {
                "id": entry.id,
                "participant_id": entry.participant_id,
                "conversation_id": entry.conversation_id,
                "blind": self._indexes.identity(each),
                "channel": address.channel.value,
                "sealed": address_cell(entry.id, address, key),
                "created_at": now,
            }
        )
        if address.channel is Channel.WEB:
            newcomers.visits.append({"blind": self._indexes.code("visitor", address.person), "participant_id": entry.participant_id})

    def _follow(self, ready: Ready, found: dict[Identity, Address], known: dict[Identity, Entry], keys: dict[str, DataKey]) -> None:
        """A known person who writes from a new place or thread is written to there from now on."""
        for each, entry in known.items():
            if entry.address != found[each]:
                sealed = address_cell(entry.id, found[each], keys[entry.participant_id])
                ready.newcomers.moved.append({"id": entry.id, "sealed": sealed})
                ready.entries[each] = replace(entry, address=found[each])

    def _arrival(self, inbound: Inbound, entry: Entry, keys: dict[str, DataKey], now: datetime) -> Arrival:
        row = inbox_row(self._names.new(), inbound, keys[entry.participant_id], entry.conversation_id, entry.id, now)
        return Arrival(row, tuple(dict.fromkeys(self._indexes.delivery(inbound.address, key) for key in inbound.keys)))
