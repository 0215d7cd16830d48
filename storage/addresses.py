"""Who is at which address, remembered. The database has the last word: a row that names what is gone is refused there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import partial

from coaching.participant import Address
from storage.engine import Database
from storage.keyring import Keyring
from storage.letters import decode_address
from storage.reading import UNREADABLE
from storage.sealing import Indexes
from storage.units.intake import find_addresses

Identity = tuple[str, str, str]  # channel, account, person

KEPT = 20_000  # addresses held in memory


@dataclass(frozen=True, slots=True)
class Entry:
    """An address as it is stored, and where its person lives and what they speak. `address` is None where its cell could not be read."""

    id: str
    participant_id: str
    conversation_id: str
    address: Address | None
    country: str
    language: str


def identity(address: Address) -> Identity:
    return (address.channel, address.account, address.person)


class AddressBook:
    """Finds addresses by (channel, account, person)."""

    def __init__(self, database: Database, keyring: Keyring, indexes: Indexes) -> None:
        self._database = database
        self._keyring = keyring
        self._indexes = indexes
        self._known: OrderedDict[Identity, Entry] = OrderedDict()

    async def find(self, wanted: Collection[Identity]) -> dict[Identity, Entry]:
        """Those that are known."""
        missing = [each for each in wanted if each not in self._known]
        if missing:
            await self._read(missing)
        return {each: entry for each in wanted if (entry := self.held(each)) is not None}

    async def find_anew(self, wanted: Collection[Identity]) -> None:
        """Read these again, whatever is remembered of them; where that fails, it stands."""
        await self._read(wanted)

    def held(self, wanted: Identity) -> Entry | None:
        """What is remembered, if anything is."""
        entry = self._known.get(wanted)
        if entry is not None:
            self._known.move_to_end(wanted)
        return entry

    def remember(self, entries: Iterable[tuple[Identity, Entry]]) -> None:
        self._known.update(entries)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def forget(self, wanted: Iterable[Identity]) -> None:
        for each in wanted:
            self._known.pop(each, None)

    def forget_participant(self, participant: str) -> None:
        self.forget([each for each, entry in self._known.items() if entry.participant_id == participant])

    async def _read(self, wanted: Collection[Identity]) -> None:
        blinds = {self._indexes.identity(each): each for each in wanted}
        rows = await self._database.look(partial(find_addresses, blinds=list(blinds)))
        keys = await self._keyring.of({row.participant_id for row in rows})
        for row in rows:
            try:
                address = decode_address(keys[row.participant_id].open("address", "sealed", row.id, row.sealed))
            except (KeyError, *UNREADABLE):
                address = None
            entry = Entry(row.id, row.participant_id, row.conversation_id, address, row.country, row.language)
            self.remember([(blinds[row.blind], entry)])
