"""Getting messages ready to be taken in: whoever is new is given rows and a key, and everything is sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from coaching.concern import Alarm
from coaching.errors import NotStored
from coaching.message import Inbound, Kind
from coaching.notebook import NO_ALARMS, NewLine, Posting
from coaching.participant import Address, Channel
from coaching.ports import Landmark, Names
from coaching.programme import Programme
from coaching.state import encode_outbound
from coaching.words import Words, plain
from storage.addresses import AddressBook, Entry, Identity, identity
from storage.casebook import Casebook, casebook
from storage.engine import Database
from storage.keyring import Keyring
from storage.plain import to_json
from storage.sealing import DataKey, Indexes
from storage.units.cases import Raising
from storage.units.intake import Arrival, Newcomers
from storage.units.turns import line_of
from storage.writing import address_cell, inbox_row, line_row, posting_row, same_words

ALIAS = 6  # characters


@dataclass(slots=True)
class Ready:
    """What `take_in` writes, and what is known of the addresses once it has."""

    arrivals: list[Arrival] = field(default_factory=list)
    newcomers: Newcomers = field(default_factory=Newcomers)
    entries: dict[Identity, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Newly:
    """One message as it is made ready, under the name that its line will have: what it raises comes after it."""

    name: str
    inbound: Inbound
    entry: Entry
    raising: Raising | None = None


class Reception:
    """Prepares batches of messages."""

    def __init__(
        self,
        database: Database,
        book: AddressBook,
        keyring: Keyring,
        indexes: Indexes,
        names: Names,
        programme: Programme,
        landmark: Landmark,
    ) -> None:
        self._database = database
        self._book = book
        self._keyring = keyring
        self._indexes = indexes
        self._names = names
        self._programme = programme
        self._landmark = landmark

    async def prepare(self, inbounds: Sequence[Inbound], now: datetime, alarms: Mapping[int, Alarm] = NO_ALARMS) -> Ready:
        """Seal a batch. The keys of newcomers are committed when this returns, before any row that they seal."""
        found = {identity(inbound.address): inbound.address for inbound in inbounds}
        if alarms:  # somebody may have moved to another country, told to another process
            await self._book.find_anew({identity(inbounds[place].address) for place in alarms})
        known = await self._book.find(found)
        strangers = {each: address for each, address in found.items() if each not in known}
        ready = Ready(entries={each: self._new_entry(address) for each, address in strangers.items()})
        keys = await self._keys(known, ready.entries)
        for each, entry in ready.entries.items():
            self._introduce(ready.newcomers, each, entry, keys[entry.participant_id], now)
        self._follow(ready, found, known, keys)
        everybody = known | ready.entries
        new = [Newly(self._names.new(), each, everybody[identity(each.address)]) for each in inbounds]
        if alarms:
            await self._raise(new, alarms, keys, now)
        ready.arrivals = [self._arrival(each, keys, now) for each in new]
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
        return Entry(new(), new(), new(), address, self._programme.country, self._programme.language)

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

    def _arrival(self, new: Newly, keys: dict[str, DataKey], now: datetime) -> Arrival:
        inbound, entry = new.inbound, new.entry
        row = inbox_row(new.name, inbound, keys[entry.participant_id], entry.conversation_id, entry.id, now)
        hashed = tuple(dict.fromkeys(self._indexes.delivery(inbound.address, key) for key in inbound.keys))
        return Arrival(row, hashed, new.raising, inbound)

    # -- alarms -----------------------------------------------------------------------------------------------------------------

    async def _raise(self, new: Sequence[Newly], alarms: Mapping[int, Alarm], keys: dict[str, DataKey], now: datetime) -> None:
        """What the alarms raise, and in each message the name of its case."""
        opened = await casebook(self._database, self._names, {new[place].entry.participant_id for place in alarms})
        for place, alarm in sorted(alarms.items()):
            each, key = new[place], keys[new[place].entry.participant_id]
            before = opened.name(key.participant_id, alarm.raised.case)
            if before and await self._stands_already(each.inbound, key):
                each.inbound = replace(each.inbound, alarm=before)
                continue
            each.raising = self._raising(each, alarm, key, opened, now)
            each.inbound = replace(each.inbound, alarm=each.raising.row["id"])

    async def _stands_already(self, inbound: Inbound, key: DataKey) -> bool:
        """Whether it is an edit that nobody can see: Telegram tells of those."""
        if inbound.kind is not Kind.EDITED:
            return False
        hashed = self._indexes.delivery(inbound.address, inbound.about)
        found = await self._database.look(partial(line_of, key=hashed, participant_id=key.participant_id))
        return found is not None and same_words(key, inbound.words.text.encode("utf-8", "surrogatepass"), found.id, found.words)

    def _raising(self, new: Newly, alarm: Alarm, key: DataKey, opened: Casebook, now: datetime) -> Raising:
        """Its case, its line of the transcript, and (unless it was said past the database) its place in the outbox."""
        raised, entry = alarm.raised, new.entry
        card = raised.said or alarm.card(entry.country, entry.language, opened.told_at(key.participant_id, raised.case))
        told_at = None if card.again else raised.case.opened_at
        raising = opened.raising(key.participant_id, raised.case, now, told_at, raised.decision)
        encoded = encode_outbound(card.outbound, to_json)
        words = Words(plain(card.outbound.text))
        line = NewLine(self._names.new(), "bot", words, raised.case.opened_at, card.outbound.wording, card.content_hash)
        raising.lines.append(line_row(line, key, encoded))
        if raised.said is None:
            sealed = key.seal("outbox", "sealed", card.outbound.id, encoded)
            row = posting_row(Posting(card.outbound, None), entry.conversation_id, key.participant_id, entry.id, sealed, now)
            raising.postings.append(row | {"doubtful": raised.doubtful})
        return raising
