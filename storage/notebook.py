"""The notebook on a database: carries out `coaching.notebook.Notebook`, a transaction a verb."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from coaching.concern import Alarm
from coaching.errors import Busy, MovedOn, NotStored
from coaching.message import Inbound, Kind, Lane
from coaching.notebook import NO_ALARMS, AuditRow, Backlog, CaseSeen, Claim, Fate, Page, Parcel, Posted, Posting
from coaching.participant import Address
from coaching.ports import Clock, Cursor, Glance, Landmark, Names, Receipt
from coaching.programme import Programme
from coaching.state import encode_outbound, encode_walk
from coaching.words import Words
from storage.addresses import AddressBook, Identity, identity
from storage.arrivals import Reception
from storage.casebook import case_seen, casebook, tell
from storage.engine import Clash, Database, quiet, reached
from storage.keyring import Keyring
from storage.letters import decode_address
from storage.plain import to_json
from storage.reading import UNREADABLE, claim_of, glance_of, no_key, parcel_of
from storage.remembered import Memory, Remembered, changed
from storage.sealing import DataKey, Indexes
from storage.together import Together
from storage.units import cases, glancing, intake, linking, locking, sending, turns
from storage.units.cases import Raising
from storage.units.intake import Arrival
from storage.units.turns import Written
from storage.writing import LONGEST_WHY, PageWriter, audit_row, closing, held, inbox_row, later_line, posting_row, tick

SETTLED = {Fate.SENT, Fate.UNCONFIRMED, Fate.FAILED, Fate.EXPIRED, Fate.HELD}
ATTEMPTS = 3  # at taking in people who somebody else takes in at the same time


class SqlNotebook:
    """Every durable step of the road. `programme` says where newcomers are taken to live and speak."""

    def __init__(
        self,
        database: Database,
        keyring: Keyring,
        indexes: Indexes,
        *,
        clock: Clock,
        names: Names,
        landmark: Landmark = quiet,
        programme: Programme | None = None,
    ) -> None:
        self._database = database
        self._keyring = keyring
        self._indexes = indexes
        self._clock = clock
        self._names = names
        self._landmark = landmark
        self._holder = names.new()
        self._held: set[tuple[str, str]] = set()
        self._memory = Memory()
        self._deliveries = Together(database, partial(intake.take_in_all, landmark=landmark))
        self._pages = Together(database, partial(turns.write_turns, landmark=landmark))
        self._programme = programme or Programme()
        self._book = AddressBook(database, keyring, indexes)
        self._reception = Reception(database, self._book, keyring, indexes, names, self._programme, landmark)

    # -- receive ----------------------------------------------------------------------------------------------------------------

    async def take_in(
        self, inbounds: Sequence[Inbound], cursor: Cursor | None = None, alarms: Mapping[int, Alarm] = NO_ALARMS
    ) -> list[Receipt]:
        for _ in range(ATTEMPTS):
            try:
                with reached():
                    return await self._take_in(inbounds, cursor, alarms)
            except Clash:  # somebody new is known by now, has been joined to another, or has another open case
                self._book.forget([identity(inbound.address) for inbound in inbounds])
        raise NotStored("Nothing was stored: these people keep changing while they are taken in. Deliver again.")

    async def _take_in(self, inbounds: Sequence[Inbound], cursor: Cursor | None, alarms: Mapping[int, Alarm]) -> list[Receipt]:
        ready = await self._reception.prepare(inbounds, self._clock.now(), alarms)
        if cursor is None and not ready.entries and not alarms:
            return self._remembered(ready.arrivals, await self._deliveries.do(ready.arrivals))
        write = partial(intake.take_in, arrivals=ready.arrivals, newcomers=ready.newcomers, mark=cursor, landmark=self._landmark)
        receipts = await self._database.do(write)
        if ready.entries and Receipt.TAKEN in receipts:
            self._book.remember(ready.entries.items())
        taken = [each for each, receipt in zip(ready.arrivals, receipts, strict=True) if receipt is Receipt.TAKEN]
        tell([each.raising for each in taken if each.raising is not None])
        return self._remembered(ready.arrivals, receipts)

    def _remembered(self, arrivals: Sequence[Arrival], receipts: list[Receipt]) -> list[Receipt]:
        for arrival, receipt in zip(arrivals, receipts, strict=True):
            if receipt is Receipt.TAKEN and arrival.inbound is not None:
                self._memory.arrived(arrival.row["id"], arrival.row["sealed"], arrival.inbound)
        return receipts

    def home(self, address: Address) -> tuple[str, str]:
        entry = self._book.held(identity(address))
        return (self._programme.country, self._programme.language) if entry is None else (entry.country, entry.language)

    async def cursor(self, name: str) -> str | None:
        return await self._database.look(partial(intake.read_cursor, name=name))

    # -- turn -------------------------------------------------------------------------------------------------------------------

    async def claim(self, limit: int, lease: timedelta) -> list[Claim]:
        while True:
            found = await self._claim(limit, lease)
            keys = await self._keyring.of({row.participant_id for row in found.rows})
            goals = {who: [*group] for who, group in groupby(found.goals, key=attrgetter("participant_id"))}
            opened = [
                (row, self._opened(row, known, goals.get(row.participant_id, ()), keys.get(row.participant_id)))
                for row, known in zip(found.rows, found.remembered, strict=True)
            ]
            for row, why in [(row, each) for row, each in opened if isinstance(each, str)]:
                await self._set_aside(row, why)
            claims = [each for _, each in opened if isinstance(each, Claim)]
            if claims or not found.rows:
                return claims

    async def _claim(self, limit: int, lease: timedelta) -> turns.Found:
        now = self._clock.now()
        choose = partial(turns.claim, limit=limit, now=now, until=now + lease, holder=self._holder, memory=self._memory)
        return await self._database.do(partial(choose, landmark=self._landmark), durable=False)

    def _opened(self, row: Any, known: Remembered | None, goals: Sequence[Any], key: DataKey | None) -> Claim | str:
        """The claim, or why its message cannot be read."""
        if key is None:
            return str(no_key(row.participant_id))
        try:
            return claim_of(row, self._memory.message(row.id, row.sealed), known, goals, key)
        except UNREADABLE as error:
            return str(error)

    async def _set_aside(self, row: Any, why: str) -> None:
        now = self._clock.now()
        values = {"conversation_id": row.conversation_id, "old_fence": row.fence + 1, "inbox_seq": row.seq}
        note = AuditRow(self._names.new(), now, "inbox.unreadable", {"inbox": row.seq, "why": why})
        work = partial(turns.set_aside, values=values | closing(why, now), note=audit_row(note, row.participant_id))
        await self._database.do(work)

    async def write_turn(self, page: Page) -> None:
        key = await self._key_of(page.claim.participant.id)
        writer = PageWriter(page, key, self._indexes, self._clock.now(), await self._addresses_of(page))
        values, leaf = writer.values(), writer.leaf(await self._raisings(page))
        try:
            await self._pages.do(Written(values, leaf, page.keep_state))
        except Clash as error:  # a case was opened or closed beside it
            raise MovedOn("The person's cases have changed since they were looked up: claim it again.") from error
        tell(leaf.raisings)
        if not page.claim.unreadable:
            self._memory.keep(page.conversation, values["state_sealed"], changed(page.claim.goals, page.goals), key)

    async def _raisings(self, page: Page) -> list[Raising]:
        if not page.cases:
            return []
        who, now = page.claim.participant.id, self._clock.now()
        opened = await casebook(self._database, self._names, {who})
        told = {case.id: now for case in page.cases if not case.review}
        return [opened.raising(who, case, now, told.get(case.id)) for case in page.cases]

    async def _addresses_of(self, page: Page) -> dict[Identity, str]:
        here = page.claim.inbound.address
        known = {identity(here): page.claim.address_id}
        wanted = {identity(posting.outbound.address) for posting in page.postings if posting.outbound.address is not here} - known.keys()
        if wanted:
            found = await self._book.find(wanted)
            if missing := wanted - found.keys():
                raise NotStored(f"Nothing was stored: there are messages to {len(missing)} addresses that nobody ever wrote from.")
            known |= {each: entry.id for each, entry in found.items()}
        return known

    async def _key_of(self, participant: str) -> DataKey:
        keys = await self._keyring.of([participant])
        if participant not in keys:
            raise no_key(participant)
        return keys[participant]

    async def put_back(self, claim: Claim, why: str) -> None:
        values = {**held(claim), "why": why[:LONGEST_WHY]}
        await self._database.do(partial(turns.put_back, values=values, landmark=self._landmark))

    async def recover(self) -> None:
        await self._database.do(turns.recover)

    # -- link -------------------------------------------------------------------------------------------------------------------

    async def join(self, claim: Claim, code: str) -> bool:
        now, hashed = self._clock.now(), self._indexes.code("link", code)
        owner = await self._database.look(partial(linking.owner_of, code=hashed, now=now))
        if owner is None or owner == claim.participant.id:
            return False
        old, new = await self._key_of(claim.participant.id), await self._key_of(owner)
        work = self._joining(claim, hashed, old, new, now)
        if not await self._database.do(partial(linking.join, work=work, landmark=self._landmark)):
            return False
        self._book.forget_participant(claim.participant.id)
        self._memory.forget(claim.conversation.id)
        await self._keyring.destroy(claim.participant.id)
        return True

    def _joining(self, claim: Claim, code: bytes, old: DataKey, new: DataKey, now: datetime) -> linking.Joining:
        walk = claim.conversation.walk
        fields = {} if walk is None else {"walk": Words(encode_walk(walk, to_json).decode())}
        arrived = Inbound(claim.inbound.address, (), Kind.ARRIVED, now, fields=fields, what="joined")
        note = AuditRow(self._names.new(), now, linking.JOINED, {"joined": claim.participant.id})
        return linking.Joining(
            code=code,
            now=now,
            joining=claim.participant.id,
            conversation_id=claim.conversation.id,
            version=claim.conversation.version,
            fence=claim.fence,
            inbox_seq=int(claim.inbox_id),
            old_key=old,
            new_key=new,
            arrival=inbox_row(self._names.new(), arrived, new, "", claim.address_id, now),
            note=audit_row(note, new.participant_id),
        )

    # -- send -------------------------------------------------------------------------------------------------------------------

    async def due(self, limit: int, lease: timedelta, frozen: Collection[str] = ()) -> list[Parcel]:
        now = self._clock.now()
        choose = partial(sending.due, limit=limit, now=now, until=now + lease, holder=self._holder, frozen=frozen)
        rows = await self._database.do(partial(choose, landmark=self._landmark))
        keys = await self._keyring.of({row.participant_id for row in rows})
        opened = [(row, self._unwrapped(row, keys.get(row.participant_id))) for row in rows]
        bad = [_unreadable(row, each, now) for row, each in opened if isinstance(each, str)]
        if bad:
            await self._database.do(partial(sending.posted, outcomes=bad, gone=(), copies=(), landmark=self._landmark))
        return [each for _, each in opened if isinstance(each, Parcel)]

    def _unwrapped(self, row: Any, key: DataKey | None) -> Parcel | str:
        """The parcel, or why it cannot be read."""
        try:
            return parcel_of(row, key) if key is not None else str(no_key(row.participant_id))
        except UNREADABLE as error:
            return str(error)

    async def posted(self, outcomes: Sequence[Posted]) -> None:
        rows = [_outcome(each) for each in outcomes]
        gone = {each.parcel.address_id for each in outcomes if each.address_gone}
        copies = [copy for each in outcomes if each.reroute and (copy := await self._copy(each)) is not None]
        lines = {int(each.parcel.id): await self._later_line(each) for each in outcomes if _said_later(each)}
        told = {int(each.parcel.id): await self._told(each) for each in outcomes if each.parcel.outbound.penned and each.fate in SETTLED}
        post = partial(sending.posted, outcomes=rows, gone=gone, copies=copies, landmark=self._landmark, lines=lines, told=told)
        await self._database.do(post)

    async def _told(self, posted: Posted) -> dict[str, Any]:
        return tick(posted, self._names.new(), await self._key_of(posted.parcel.participant_id))

    async def _later_line(self, posted: Posted) -> dict[str, Any]:
        key = await self._key_of(posted.parcel.participant_id)
        return later_line(posted.parcel.outbound, self._names.new(), key, posted.at)

    async def _copy(self, posted: Posted) -> dict[str, Any] | None:
        """The same message for another address of its participant, if there is one."""
        parcel = posted.parcel
        found = await self._database.look(partial(sending.elsewhere, address_id=parcel.address_id))
        if found is None:
            return None
        key = await self._key_of(found.participant_id)
        address = decode_address(key.open("address", "sealed", found.id, found.sealed))
        outbound = replace(parcel.outbound, address=address, settles="", again=False)
        name = self._names.new()
        sealed = key.seal("outbox", "sealed", name, encode_outbound(outbound, to_json))
        posting = Posting(outbound, parcel.expires_at)
        row = posting_row(posting, found.conversation_id, key.participant_id, found.id, sealed, posted.at)
        return row | {"id": name}

    async def next_due(self) -> datetime | None:
        return await self._database.look(sending.next_due)

    # -- look -------------------------------------------------------------------------------------------------------------------

    async def backlog(self) -> Backlog:
        return Backlog(*await self._database.look(glancing.backlog))

    async def glance(self, key: tuple[str, str, str], lines: int = 0) -> Glance:
        seen = await self._database.look(partial(glancing.glance, blind=self._indexes.identity(key), lines=lines))
        if seen is None:
            return Glance(False, "with_bot", (), "")
        keys = await self._keyring.of([seen.conversation.participant_id])
        if not keys:
            return Glance(True, seen.conversation.standing, (), "")
        return glance_of(seen, keys[seen.conversation.participant_id])

    async def cases(self, key: tuple[str, str, str] | None = None, *, closed: bool = False) -> list[CaseSeen]:
        blind = None if key is None else self._indexes.identity(key)
        return [case_seen(row) for row in await self._database.look(partial(cases.seen, blind=blind, closed=closed))]

    async def places(self, channel: str) -> list[str]:
        """Where the people of a channel are written to, each place once."""
        rows = await self._database.look(partial(glancing.addresses_on, channel=channel))
        keys = await self._keyring.of({row.participant_id for row in rows})
        known = [decode_address(key.open("address", "sealed", row.id, row.sealed)) for row in rows if (key := keys.get(row.participant_id))]
        return sorted({address.place for address in known if address.place})

    # -- hold -------------------------------------------------------------------------------------------------------------------

    async def hold(self, role: str, holder: str, lease: timedelta) -> None:
        """Be the only process that does this, until the lease ends or `close`; again renews. Busy where another one is."""
        now = self._clock.now()
        other = await self._database.do(partial(locking.hold, role=role, holder=holder, now=now, until=now + lease))
        if other is not None:
            raise Busy(
                f"'{role}' is already done by {other.holder}, until {other.lease_until:%H:%M:%S} UTC at least: "
                "stop that process first, or wait until then if it has died."
            )
        self._held.add((role, holder))

    async def close(self) -> None:
        """Let go of what is held, and close both stores."""
        held, self._held = sorted(self._held), set()
        try:
            for role, holder in held:
                await self._database.do(partial(locking.release, role=role, holder=holder))
        finally:
            await self._database.close()
            await self._keyring.close()


def _said_later(posted: Posted) -> bool:
    return posted.parcel.lane is Lane.LATER and posted.fate in (Fate.SENT, Fate.UNCONFIRMED)


def _outcome(posted: Posted) -> dict[str, Any]:
    return {
        "of_seq": int(posted.parcel.id),
        "state": posted.fate.value,
        "platform_id": posted.platform_id,
        "why": posted.why[:LONGEST_WHY],
        "attempts": posted.attempts,
        "not_before": posted.not_before,
        "doubtful": posted.doubtful,
        "closed_at": posted.at if posted.fate in SETTLED else None,
    }


def _unreadable(row: Any, why: str, now: datetime) -> dict[str, Any]:
    return {
        "of_seq": row.seq,
        "state": Fate.FAILED.value,
        "platform_id": "",
        "why": why[:LONGEST_WHY],
        "attempts": row.attempts,
        "not_before": None,
        "doubtful": False,
        "closed_at": now,
    }
