"""Cases as people work on them, on a database: carries out `coaching.casework.Casework`, a transaction a verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection

from coaching.casework import CaseFile, CasePage, Danger, DeskFate, DeskParcel, DeskPost, Notice, Shown, StaffNote, Telling, Tenure
from coaching.concern import HOLDING, Concern, Detail, Layer, Urgency
from coaching.conversation import Conversation
from coaching.errors import MovedOn, NotStored
from coaching.goal import Goal
from coaching.message import Outbound
from coaching.notebook import AuditRow
from coaching.participant import Address, Participant
from coaching.ports import Clock, Landmark, Line, Names
from coaching.staff import Load, Staff, Supervised
from coaching.state import decode_outbound, encode_outbound
from coaching.words import Words
from storage import hot
from storage.addresses import AddressBook, identity
from storage.casebook import casebook, tell
from storage.caseload import loads_of
from storage.engine import Clash, Database
from storage.keyring import Keyring
from storage.letters import decode_address
from storage.plain import from_json, to_json
from storage.reading import UNREADABLE, conversation_of, goals_of, line_of, no_key
from storage.sealing import DataKey, Indexes
from storage.staff_rows import as_row, as_staff
from storage.tables import audit
from storage.units import casework, staffing, welfare
from storage.units.cases import Raising
from storage.units.casework import Move
from storage.writing import LONGEST_WHY, audit_row, inbox_row, line_row, posting_row

Row = dict[str, Any]
_SAME = ("number", "to", "within", "due_at", "since", "look_at", "held_by", "held_at", "waits_since", "left_by", "before", "previous")
CHANGING = (
    *_SAME,
    "desk",
    "relayed",
    "carded",
    "snoozed_until",
    "incident_at",
    "contact_ok",
    "ending",
    "closed_at",
)  # columns of the case that a move may change


class SqlCasework:
    """Every durable step of the hand-off."""

    def __init__(self, database: Database, keyring: Keyring, indexes: Indexes, *, clock: Clock, names: Names, landmark: Landmark) -> None:
        self._database = database
        self._keyring = keyring
        self._indexes = indexes
        self._clock = clock
        self._names = names
        self._landmark = landmark
        self._book = AddressBook(database, keyring, indexes)

    # -- staff ------------------------------------------------------------------------------------------------------------------

    async def add_staff(self, person: Staff, audited: AuditRow | None = None) -> None:
        work = partial(staffing.add_staff, row=as_row(person), addresses=person.addresses, audited=_audited(audited))
        try:
            await self._database.do(work)
        except Clash as error:
            raise NotStored(f"Nothing was stored: one of the addresses of {person.name} is somebody else's already.") from error

    async def change_staff(self, staff_id: str, change: Callable[[Staff], Staff], audited: AuditRow) -> Staff:
        work = partial(_changed, staff_id=staff_id, change=change, audited=_audited(audited))
        changed = await self._database.do(work)
        if changed is None:
            raise NotStored("Nothing was stored: nobody on the staff has this id.")
        return changed

    async def staff(self) -> list[Staff]:
        people, rows = await self._database.look(staffing.all_staff)
        addresses: dict[str, list[Any]] = defaultdict(list)
        for row in rows:
            addresses[row.staff_id].append(row)
        return [as_staff(row, addresses[row.id]) for row in people]

    async def member(self, staff_id: str) -> Staff | None:
        row, addresses = await self._database.look(partial(staffing.member, staff_id=staff_id))
        return None if row is None else as_staff(row, addresses)

    async def names(self) -> Mapping[str, str]:
        return await self._database.look(staffing.names)

    async def staff_at(self, channel: str, value: str) -> Staff | None:
        found = await self._database.look(partial(staffing.staff_at, channel=channel, value=value))
        return await self.member(found) if found else None

    async def add_supervision(self, staff_id: str, sitting: Supervised, by: str, audited: AuditRow | None = None) -> None:
        row = {"staff_id": staff_id, "at": sitting.at, "minutes": round(sitting.hours * 60), "by": by}
        try:
            await self._database.do(partial(staffing.add_supervision, row=row, audited=_audited(audited)))
        except Clash as error:
            raise NotStored("Nothing was stored: this sitting is written down already, or nobody on the staff has this id.") from error

    async def supervisions(self, staff_id: str, since: datetime) -> list[Supervised]:
        rows = await self._database.look(partial(staffing.supervisions, staff_id=staff_id, since=since))
        return [Supervised(row.at, row.minutes / 60) for row in rows]

    async def cared_for(self, staff_id: str, by: str, audited: AuditRow) -> bool:
        done = {"done_at": self._clock.now(), "done_by": by}
        return await self._database.do(partial(welfare.cared_for, staff_id=staff_id, done=done, audited=_audited(audited)))

    async def called(self, aliases: Collection[str]) -> Mapping[str, str]:
        rows = await self._database.look(partial(staffing.participants, aliases=aliases))
        return {row.alias: row.id for row in rows}

    async def aliases(self, participant_ids: Collection[str]) -> Mapping[str, str]:
        rows = await self._database.look(partial(staffing.participants, ids=participant_ids))
        return {row.id: row.alias for row in rows}

    async def loads(self, now: datetime) -> Mapping[str, Load]:
        return await self._database.look(partial(loads_of, now=now))

    # -- cases ------------------------------------------------------------------------------------------------------------------

    async def file(self, case_id: str) -> CaseFile | None:
        return _file(await self._database.look(partial(casework.file, id=case_id)))

    async def numbered(self, number: int) -> CaseFile | None:
        return _file(await self._database.look(partial(casework.file, number=number)))

    async def open_files(self, limit: int, *, held_by: str | None = None) -> list[CaseFile]:
        return _files(await self._database.look(partial(casework.open_files, limit=limit, held_by=held_by)))

    async def open_of(self, participant_id: str) -> list[CaseFile]:
        return _files(await self._database.look(partial(casework.open_of, participant_id=participant_id)))

    async def due_files(self, now: datetime, limit: int) -> list[CaseFile]:
        return _files(await self._database.look(partial(casework.due_files, now=now, limit=limit)))

    async def next_number(self) -> int:
        return await self._database.look(casework.next_number)

    async def holders(self, case_id: str) -> frozenset[str]:
        return frozenset(await self._database.look(partial(casework.holders, case_id=case_id)))

    async def last_holder(self, participant_id: str) -> str:
        return await self._database.look(partial(casework.last_holder, participant_id=participant_id))

    async def tellings(self, case_id: str, since: datetime) -> list[Telling]:
        rows = await self._database.look(partial(casework.tellings, case_id=case_id, since=since))
        return [Telling(row.id, row.rung, row.whom, row.means, row.at, row.fate) for row in rows]

    async def address_of(self, participant_id: str) -> Address | None:
        rows = await self._database.look(partial(casework.addresses_of, participant_id=participant_id))
        key = await self._key_of(participant_id)
        for row in rows:
            try:
                return decode_address(key.open("address", "sealed", row.id, row.sealed))
            except UNREADABLE:
                continue
        return None

    async def known_of(self, participant_id: str) -> tuple[Conversation, tuple[Goal, ...]]:
        row, goals = await self._database.look(partial(casework.state_of, participant_id=participant_id))
        key = await self._key_of(participant_id)
        return conversation_of(row, key), goals_of(goals, key)

    async def unshown(self, case_id: str, staff_id: str) -> bool:
        return await self._database.look(partial(casework.unshown, case_id=case_id, staff_id=staff_id))

    async def passed_on(self, participant_id: str, after: int) -> list[tuple[int, Line]]:
        rows = await self._database.look(partial(casework.passed, participant_id=participant_id, after=after))
        key = await self._key_of(participant_id)
        return [(row.place, line) for row in rows if (line := line_of(row, key)) is not None]

    async def unanswered(self, case_id: str, until: datetime) -> list[tuple[int, Line]]:
        rows = await self._database.look(partial(casework.unanswered, case_id=case_id, until=until))
        keys = await self._keyring.of({row.participant_id for row in rows})
        read = [(row.place, line_of(row, keys[row.participant_id])) for row in rows if row.participant_id in keys]
        return [(place, line) for place, line in read if line is not None]

    async def dangers(self, participant_id: str) -> list[Danger]:
        cases, held = await self._database.look(partial(casework.dangers, participant_id=participant_id))
        return [_danger(row, [each for each in held if each.case_id == row.id]) for row in cases]

    async def last_passed_on(self, participant_id: str) -> int:
        return await self._database.look(partial(casework.last_passed, participant_id=participant_id))

    async def last_said(self, participant_id: str, until: datetime) -> datetime | None:
        return await self._database.look(partial(casework.last_said, participant_id=participant_id, until=until))

    async def edited(self, participant_id: str, after: int, said: datetime) -> list[tuple[int, Line]]:
        rows = await self._database.look(partial(casework.edited, participant_id=participant_id, after=after, said=said))
        key = await self._key_of(participant_id)
        return [(row.place, line) for row in rows if (line := line_of(row, key)) is not None]

    async def changed(self, participant_id: str, since: datetime, said: datetime) -> list[Line]:
        rows = await self._database.look(partial(casework.changed, participant_id=participant_id, since=since, said=said))
        key = await self._key_of(participant_id)
        return [line for row in rows if (line := line_of(row, key)) is not None]

    async def audit(self, rows: Sequence[AuditRow], participant_id: str | None) -> None:
        written = [audit_row(row, participant_id) for row in rows]
        await self._database.do(partial(hot.add, table=audit, rows=written))

    async def audited(self, participant_id: str, what: str, since: datetime) -> list[Detail]:
        rows = await self._database.look(partial(casework.noted, participant_id=participant_id, what=what, since=since))
        return [from_json(each) for each in rows]

    async def approval(self, participant_id: str, since: datetime) -> bytes | None:
        row = await self._database.look(partial(casework.approved, participant_id=participant_id, since=since))
        if row is None:
            return None
        return (await self._key_of(row.participant_id)).open("approval", "sealed", row.id, row.sealed)

    async def earlier_agreed(self, participant_id: str, since: datetime, case_id: str, staff_id: str) -> bool | None:
        rows = await self._database.look(partial(casework.asked_and_answered, participant_id=participant_id, since=since))
        asked_by, agreed = ("", ""), None
        for row in rows:
            detail = from_json(row.detail)
            if row.what == casework.EARLIER_ASKED:
                asked_by = str(detail["case"]), str(detail["staff"])
            elif asked_by == (case_id, staff_id):
                agreed = detail.get("answer") == "yes"
        return agreed

    async def notes(self, case_id: str, staff_id: str, kinds: Collection[str], whole: Collection[str] = ()) -> list[StaffNote]:
        rows = await self._database.look(partial(casework.notes, case_id=case_id, staff_id=staff_id, kinds=kinds, whole=whole))
        keys = await self._keyring.of({row.participant_id for row in rows})
        return [StaffNote(row.id, row.staff_id, row.kind, _words(keys[row.participant_id], "note", "sealed", row), row.at) for row in rows]

    async def talk(self, participant_id: str, since: datetime, limit: int) -> list[Line]:
        rows = await self._database.look(partial(casework.talk, participant_id=participant_id, since=since, limit=limit))
        key = await self._key_of(participant_id)
        return [line for row in reversed(rows) if (line := line_of(row, key)) is not None]

    async def write_case(self, page: CasePage) -> bool:
        key = await self._key_of(page.was.participant.id)
        move = await self._move(page, key)
        try:
            fresh = await self._database.do(partial(casework.write_case, move=move, landmark=self._landmark))
        except Clash as error:  # another process gave its number to another case, or opened this one, at the same moment
            raise MovedOn("Somebody else has just written what this would have written: read it again.") from error
        finally:
            self._landmark("case.moved")
        tell([move.raising] if fresh and move.raising is not None else [])
        return fresh

    # -- desks ------------------------------------------------------------------------------------------------------------------

    async def fates(self, outbounds: Sequence[str]) -> Mapping[str, str]:
        return await self._database.look(partial(casework.fates, names=outbounds))

    async def desk_due(self, now: datetime, limit: int, until: datetime) -> list[DeskParcel]:
        rows = await self._database.do(partial(casework.desk_due, now=now, limit=limit, until=until))
        keys = await self._keyring.of({row.participant_id for row in rows})
        opened = [(row, _parcel(row, keys.get(row.participant_id))) for row in rows]
        if bad := [row for row, parcel in opened if parcel is None]:
            lost = [_closing(row.id, "failed", "it cannot be read", now) for row in bad]
            await self._database.do(partial(casework.desk_posted, fates=lost, told=[]))
        return [parcel for _, parcel in opened if parcel is not None]

    async def desk_posted(self, fates: Sequence[DeskFate]) -> None:
        told = [
            {"id": each.parcel.post.telling_id, "case_id": each.parcel.case_id, "fate": _TOLD[each.state], "now": each.at}
            for each in fates
            if each.parcel.post.telling_id and each.state in _TOLD
        ]
        await self._database.do(partial(casework.desk_posted, fates=[_fate(each) for each in fates], told=told))

    async def notices(self, staff_id: str) -> list[Notice]:
        rows = await self._database.look(partial(casework.notices, staff_id=staff_id))
        keys = await self._keyring.of({row.participant_id for row in rows})
        return [notice for row in rows if (notice := _notice(row, keys.get(row.participant_id))) is not None]

    async def unseen(self, staff_id: str) -> list[str]:
        return await self._database.look(partial(casework.names_unseen, staff_id=staff_id))

    async def saw(self, staff_id: str, names: Collection[str]) -> None:
        await self._database.do(partial(casework.saw, staff_id=staff_id, names=names, now=self._clock.now()))

    async def shown(self, means: str, place: str, platform_id: str) -> Shown | None:
        row = await self._database.look(partial(casework.shown, means=means, place=place, platform_id=platform_id))
        return None if row is None else Shown(row.case_id, row.staff_id, row.what, row.line_id)

    async def root(self, case_id: str, means: str, place: str) -> str:
        return await self._database.look(partial(casework.root, case_id=case_id, means=means, place=place)) or ""

    async def recover(self) -> None:
        await self._database.do(casework.recover)

    async def asked(self, means: str, place: str) -> bytes | None:
        sealed = await self._database.look(partial(casework.asked, means=means, place=place))
        try:
            return None if sealed is None else self._indexes.service.open("desk_asked", "sealed", f"{means} {place}", sealed)
        except UNREADABLE:
            return None

    async def ask(self, means: str, place: str, asked: bytes | None, key: str = "") -> bool:
        sealed = None if asked is None else self._indexes.service.seal("desk_asked", "sealed", f"{means} {place}", asked)
        row = {"means": means, "place": place, "sealed": sealed, "at": self._clock.now()}
        try:
            return await self._database.do(partial(casework.ask, row=row, key=self._delivery(key)))
        finally:
            self._landmark("desk.asked")

    async def took(self, key: str, case_id: str = "") -> bool:
        return await self._database.do(partial(casework.took, key=self._delivery(key), case_id=case_id))

    async def delivered(self, key: str) -> str | None:
        return await self._database.look(partial(casework.delivered, key=self._delivery(key)))

    async def topic(self, means: str, place: str, case_id: str) -> str:
        return await self._database.look(partial(casework.topic, means=means, place=place, case_id=case_id)) or ""

    async def set_topic(self, means: str, place: str, case_id: str, topic: str) -> None:
        row = {"means": means, "place": place, "case_id": case_id, "topic": topic}
        await self._database.do(partial(casework.set_topic, row=row))

    def _delivery(self, key: str) -> bytes:
        return self._indexes.code("staff delivery", key)[:16] if key else b""

    # -- rows -------------------------------------------------------------------------------------------------------------------

    async def _move(self, page: CasePage, key: DataKey) -> Move:
        was, after, now = page.was, page.after, self._clock.now()
        changes = {name: getattr(after, name) for name in CHANGING if getattr(after, name) != getattr(was, name)}
        if after.declined != was.declined:
            changes["declined"] = " ".join(sorted(after.declined))
        if "closed_at" in changes:
            changes["state"] = after.state
        if changes.get("number") == 0:
            changes["number"] = None
        return Move(
            case_id=was.id,
            version=was.version,
            changes=changes,
            conversation_id=was.conversation_id,
            conversation_version=was.conversation_version,
            now=now,
            standing=page.standing,
            key=self._delivery(page.key),
            began=_tenure(after, now) if changes.get("held_by") else None,
            care=_care(was, now) if "held_by" in changes else None,
            spoke=any(line.author not in ("bot", "participant") for line in page.lines),
            carried=page.carried,
            lines=[line_row(line, key, None if line.outbound is None else encode_outbound(line.outbound, to_json)) for line in page.lines],
            postings=await self._postings(page, key, now),
            posts=[self._post(post, page, key, now) for post in page.posts],
            tellings=[_telling(each, was) for each in page.tellings],
            notes=[_note(each, was, key) for each in page.notes],
            audit=[audit_row(row, key.participant_id) for row in page.audit],
            arrival=await self._arrival(page, key, now),
            raising=await self._raising(page, key.participant_id, now),
        )

    async def _postings(self, page: CasePage, key: DataKey, now: datetime) -> list[Row]:
        found = await self._book.find({identity(posting.outbound.address) for posting in page.postings})
        rows = []
        for posting in page.postings:
            entry = found.get(identity(posting.outbound.address))
            if entry is None:
                raise NotStored("Nothing was stored: there is a message to an address that nobody ever wrote from.")
            sealed = key.seal("outbox", "sealed", posting.outbound.id, encode_outbound(posting.outbound, to_json))
            rows.append(posting_row(posting, page.was.conversation_id, key.participant_id, entry.id, sealed, now))
        return rows

    def _post(self, post: DeskPost, page: CasePage, key: DataKey, now: datetime) -> Row:
        at = post.outbound.address
        return {
            "id": post.id,
            "case_id": post.case_id or page.was.id,
            "participant_id": key.participant_id,
            "means": post.means,
            "what": post.what,
            "staff_id": post.staff_id,
            "place": at.place or at.person,
            "private": post.private,
            "line_id": post.line_id,
            "telling_id": post.telling_id,
            "sealed": key.seal("desk_post", "sealed", post.id, encode_outbound(post.outbound, to_json)),
            "made_at": now,
        }

    async def _arrival(self, page: CasePage, key: DataKey, now: datetime) -> Row | None:
        if page.arrives is None:
            return None
        found = await self._book.find([identity(page.arrives.address)])
        entry = found[identity(page.arrives.address)]
        return inbox_row(self._names.new(), page.arrives, key, page.was.conversation_id, entry.id, now)

    async def _raising(self, page: CasePage, participant_id: str, now: datetime) -> Raising | None:
        if page.raises is None:
            return None
        return (await casebook(self._database, self._names, [participant_id])).raising(participant_id, page.raises, now)

    async def _key_of(self, participant: str) -> DataKey:
        keys = await self._keyring.of([participant])
        if participant not in keys:
            raise no_key(participant)
        return keys[participant]


def _changed(connection: Connection, staff_id: str, change: Callable[[Staff], Staff], audited: list[Row]) -> Staff | None:
    row, addresses = staffing.locked(connection, staff_id)
    if row is None:
        return None
    was = as_staff(row, addresses)
    person = change(was)
    if person != was:
        staffing.change_staff(connection, as_row(person), audited)
    return person


def _audited(row: AuditRow | None) -> list[Row]:
    """Of the staff: it is about no participant."""
    return [] if row is None else [audit_row(row, None)]


_TOLD = {"sent": "sent", "failed": "gone", "held": "gone", "unconfirmed": "failed", "waiting": "failed"}  # fate of the telling
_OWN = {each.name for each in fields(CaseFile)} & {"opened_at", "latest_at", "version", "kind", "messages", *CHANGING} - {
    "number",
    "since",
    "urgency",
}


def _file(row: Any | None) -> CaseFile | None:
    if row is None:
        return None
    return CaseFile(
        id=row.id,
        participant=Participant(row.participant_id, row.alias, row.country, row.language, row.zone),
        conversation_id=row.conversation_id,
        conversation_version=row.conversation_version,
        standing=row.standing,
        concern=Concern(row.concern),
        urgency=Urgency(row.urgency),
        source=Layer(row.source),
        review=row.review,
        number=row.number or 0,
        since=row.since or row.opened_at,
        declined=frozenset(row.declined.split()),
        **{name: getattr(row, name) for name in _OWN},
    )


def _files(rows: Sequence[Any]) -> list[CaseFile]:
    return [each for row in rows if (each := _file(row)) is not None]


def _words(key: DataKey, table: str, column: str, row: Any) -> Words:
    return Words(key.open(table, column, row.id, row.sealed).decode("utf-8", "surrogatepass"))


def _danger(row: Any, held: Sequence[Any]) -> Danger:
    """Whoever held it until it was closed held it no longer: a case that was joined to another ends without a word of its holder's."""
    tenures = tuple(Tenure(each.staff_id, each.since, each.until or row.closed_at) for each in held)
    return Danger(None if row.review else row.said_at or row.opened_at, row.closed_at, tenures)


def _tenure(after: CaseFile, now: datetime) -> Row:
    return {"case_id": after.id, "participant_id": after.participant.id, "staff_id": after.held_by, "since": now}


def _care(was: CaseFile, now: datetime) -> Row | None:
    """Whoever has it no more, where it is about danger."""
    return {"staff_id": was.held_by, "since": now} if was.held_by and was.concern in HOLDING else None


def _telling(told: Telling, was: CaseFile) -> Row:
    row = {"id": told.id, "rung": told.rung, "whom": told.whom, "means": told.means, "at": told.at, "fate": told.fate}
    return row | {"case_id": was.id, "participant_id": was.participant.id}


def _note(note: StaffNote, was: CaseFile, key: DataKey) -> Row:
    sealed = key.seal("note", "sealed", note.id, note.words.text.encode("utf-8", "surrogatepass"))
    row = {"id": note.id, "staff_id": note.staff_id, "kind": note.kind, "sealed": sealed, "at": note.at}
    return row | {"case_id": was.id, "participant_id": was.participant.id}


def _parcel(row: Any, key: DataKey | None) -> DeskParcel | None:
    """The parcel, or None where it cannot be read."""
    outbound = _opened(row, key)
    if outbound is None:
        return None
    post = DeskPost(row.id, row.means, row.what, row.staff_id, outbound, row.line_id, row.private, row.telling_id)
    return DeskParcel(post, row.case_id, row.held_by, row.attempts, row.doubtful or row.state == "sending", row.root)


def _notice(row: Any, key: DataKey | None) -> Notice | None:
    outbound = _opened(row, key)
    if outbound is None:
        return None
    return Notice(row.id, int(outbound.address.thread or 0), outbound.wording, outbound.text, row.made_at)


def _opened(row: Any, key: DataKey | None) -> Outbound | None:
    """What a post says, or None where it cannot be read."""
    if key is None or row.sealed is None:
        return None
    try:
        return decode_outbound(key.open("desk_post", "sealed", row.id, row.sealed))
    except UNREADABLE:
        return None


def _fate(fate: DeskFate) -> Row:
    closed = None if fate.state == "waiting" else fate.at
    row = {"of_id": fate.parcel.post.id, "state": fate.state, "platform_id": fate.platform_id, "attempts": fate.attempts}
    return row | {"doubtful": fate.doubtful, "not_before": fate.not_before, "why": fate.why[:LONGEST_WHY], "closed_at": closed}


def _closing(name: str, state: str, why: str, now: datetime) -> Row:
    return {"of_id": name, "state": state, "why": why, "closed_at": now}
