"""The desk as the console's pages see it: cases as rows and as pages, and the moves of their forms."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.dialogs.library import HOME
from coaching.casework import CaseFile, Telling
from coaching.concern import HOLDING
from coaching.errors import UnfitLine
from coaching.ports import Line
from coaching.staff import Role, Staff
from coaching.words import Words, plain
from console.views import CaseView, Clock, Note, Notice, QueueRow, TalkLine, Told, parts_of
from handoff import ladder, matching, queue, relay
from handoff.access import Relation
from handoff.desk import Answer, Work
from handoff.desk_words import CANNED, NEW_WORDS, OFFERING
from handoff.handback import HandBack
from handoff.relay import Desk
from handoff.rules import Within
from handoff.speech import waited
from handoff.standing import STOPPED

MOST = 200  # rows of the queue that are shown at once
LOOKING = timedelta(seconds=20)  # somebody who has just looked at a case is looking at it
TIES = frozenset({"own_case", "own_team", "line_manager", "declared_conflict", "same_directorate"})
TO_CLAIM = ("claim", "not_me")
TO_HOLD = ("reply", "hand_back", "note", "snooze", "pass_on", "earlier", "close")
TO_WAIT = ("note", "snooze", "pass_on")  # while somebody else is with them about danger
TO_LEAVE = ("note", "close")  # while they have asked to be left alone: nothing reaches them, and nobody else could take it
OVERSEEING = frozenset({Role.SUPERVISOR, Role.SAFETY_LEAD})
TICKS = {"sent": "sent", "waiting": "waiting", "sending": "waiting", "unconfirmed": "unconfirmed"}
SEEN = {"waiting": "unseen", "sent": "seen"}
DESK = "console"
NOTHING = relay.NOTHING
EDITED = "desk.to.edited"  # words of a coach, put right

Fields = Mapping[str, str]
T = TypeVar("T")


class Together(Generic[T]):
    """One read for all who ask while an earlier one is under way. It begins after they have asked, so nobody sees what was before."""

    def __init__(self, look: Callable[[], Awaitable[T]]) -> None:
        self._look = look
        self._under_way = asyncio.Lock()
        self._next: asyncio.Task[T] | None = None

    async def read(self) -> T:
        if self._next is None:
            self._next = asyncio.create_task(self._once())
        return await asyncio.shield(self._next)

    async def _once(self) -> T:
        async with self._under_way:
            self._next = None
            return await self._look()


class ConsoleDesk:
    """Carries out `console.ports.Desk`. Who looks at which case is remembered for as long as it is true."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work
        self._waiting = Together(self._open)
        self._looking: dict[int, dict[str, datetime]] = {}

    # -- the queue --------------------------------------------------------------------------------------------------------------

    async def queue(self, person: Staff) -> Sequence[QueueRow]:
        """Those that this person holds, then what waits, in the queue's order, then what others hold."""
        held = await self._work.casework.open_files(MOST, held_by=person.id)
        others, names = await self._waiting.read()
        files, now = [*held, *others], self._work.clock.now()
        seen = {each.id: each for each in files if each.number and not self._tied(each, person, now)}
        order = [each.case_id for each in queue.order([_waiting(each) for each in seen.values()], now, person.id)]
        ordered = sorted((seen[name] for name in order), key=lambda each: _place(each, person))
        return [self._row(each, person, names, now) for each in ordered]

    async def _open(self) -> tuple[Sequence[CaseFile], Mapping[str, str]]:
        """What everybody's queue begins with."""
        return await self._work.casework.open_files(MOST), await self._work.casework.names()

    def _row(self, file: CaseFile, person: Staff, names: Mapping[str, str], now: datetime) -> QueueRow:
        speech = self._work.speech(now)
        mine = file.held_by == person.id
        told = mine or bool(OVERSEEING & person.roles)
        return QueueRow(
            number=file.number,
            alias=file.participant.alias,
            urgency=file.urgency.value,
            reason=speech.says(f"case.reason.{relay.heading(file).reason}") if told else "",
            state="mine" if mine else "held" if file.held_by else "open",
            waited=waited(file.since if file.held_by else file.waiting_since, now, speech),
            opened_at=file.opened_at,
            clock=next(iter(self._clocks(file, now)), None),
            holder=names.get(file.held_by, ""),
            review=file.review,
            moves=TO_CLAIM if not file.held_by else (),
        )

    def _clocks(self, file: CaseFile, now: datetime) -> list[Clock]:
        """The deadlines of a case, the next one first; a closed one has none."""
        found: list[tuple[str, datetime | None]] = []
        if file.closed_at is not None:
            return []
        if file.held_by and file.waits_since is not None and file.within:
            patience = file.waits_since + ladder.PATIENCE if Within(file.within) in ladder.QUICK else None
            found.append(("silence", patience))
        if not file.held_by:
            found += [("first_reply", file.due_at), ("ladder", file.look_at)]
        speech = self._work.speech(now)
        clocks = [Clock(what, at, waited(min(at, now), max(at, now), speech), at <= now) for what, at in found if at is not None]
        return sorted(clocks, key=lambda each: each.at)

    def _tied(self, file: CaseFile, person: Staff, now: datetime) -> bool:
        return bool(TIES & set(matching.broken(relay.need_of(file), person, NOTHING, now)))

    # -- one case ---------------------------------------------------------------------------------------------------------------

    async def case(self, person: Staff, number: int) -> CaseView | None:
        """The case with everything known of it; what this person may not see is taken away by the page."""
        file, now = await self._work.casework.numbered(number), self._work.clock.now()
        if file is None:
            return None
        names, speech = await self._work.casework.names(), self._work.speech(now)
        relations, near = await self._stands(file, person, now)
        beside = await self._beside(file, person)
        return CaseView(
            number=number,
            alias=file.participant.alias,
            urgency=file.urgency.value,
            reason=speech.says(f"case.reason.{relay.heading(file).reason}") if near or OVERSEEING & person.roles else "",
            state="mine" if file.held_by == person.id else file.state,
            opened_at=file.opened_at,
            relations=relations,
            holder=names.get(file.held_by, ""),
            beside=names.get(beside, ""),
            review=file.review,
            clocks=tuple(self._clocks(file, now)),
            brief=parts_of(self._work.said(await self._desk.brief(file))) if near else (),
            lines=await self._lines(person, file) if near else (),
            notes=await self._notes(person, file, names, near=near),
            canned={name: self._canned(name, person) for name in CANNED},
            tellings=await self._tellings(file, names) if OVERSEEING & person.roles else (),
            reading=self._others(number, person, names, now),
            snoozed_until=file.snoozed_until,
            moves=(*(TO_WAIT if beside else self._moves(file, person)), "tell_lead"),
        )

    async def _beside(self, file: CaseFile, person: Staff) -> str:
        """Who else talks with the participant while this person's case waits."""
        if file.held_by != person.id:
            return ""
        voice = next(iter(await self._work.casework.open_of(file.participant.id)), file)
        return "" if voice.held_by == person.id else voice.held_by

    async def talk(self, person: Staff, number: int) -> CaseView | None:
        file, now = await self._work.casework.numbered(number), self._work.clock.now()
        if file is None:
            return None
        relations, near = await self._stands(file, person, now)
        beside = await self._beside(file, person)
        names = await self._work.casework.names() if beside or file.held_by != person.id else {person.id: person.name}
        self._others(number, person, {}, now)
        return CaseView(
            number=number,
            alias=file.participant.alias,
            urgency=file.urgency.value,
            reason="",
            state="mine" if file.held_by == person.id else file.state,
            opened_at=file.opened_at,
            relations=relations,
            holder=names.get(file.held_by, ""),
            beside=names.get(beside, ""),
            lines=await self._lines(person, file) if near else (),
        )

    async def _stands(self, file: CaseFile, person: Staff, now: datetime) -> tuple[frozenset[Relation], bool]:
        """How this person stands to the case, and whether that is near enough for what was said."""
        relations = self._relations(file, person, now)
        if file.held_by != person.id and person.id in await self._work.casework.holders(file.id):
            relations |= {Relation.WAS_HOLDING}
        if file.held_by != person.id and relay.is_own(person, await self._work.casework.address_of(file.participant.id)):
            relations |= {Relation.TIED}
        return relations, bool(relations & {Relation.HOLDING, Relation.SAFETY_CASE})

    def _relations(self, file: CaseFile, person: Staff, now: datetime) -> frozenset[Relation]:
        found = {Relation.TIED} if self._tied(file, person, now) else set()
        danger = file.concern in HOLDING
        if file.closed_at is not None:
            return frozenset(found | {Relation.HELD_BY_OTHER})
        if file.held_by == person.id:
            found |= {Relation.HOLDING, *([Relation.HOLDING_SAFETY_CASE] if danger else [])}
        else:
            found.add(Relation.HELD_BY_OTHER if file.held_by else Relation.UNCLAIMED)
        return frozenset(found | ({Relation.SAFETY_CASE} if danger and Role.SAFETY_LEAD in person.roles else set()))

    def _moves(self, file: CaseFile, person: Staff) -> tuple[str, ...]:
        if file.closed_at is not None:
            return ()
        if file.held_by == person.id:
            return TO_HOLD if file.standing != STOPPED else TO_WAIT if file.concern in HOLDING else TO_LEAVE
        lead, danger = Role.SAFETY_LEAD in person.roles, file.concern in HOLDING
        closes = lead if danger else not file.held_by and bool(OVERSEEING & person.roles)
        return (*(TO_CLAIM if not file.held_by else ()), *(("close",) if closes else ()))

    async def _lines(self, person: Staff, file: CaseFile) -> tuple[TalkLine, ...]:
        lines = await self._desk.talk(person, file)
        fates = await self._work.casework.fates([line.id for line in lines])
        return tuple(_line(line, file, fates) for line in lines)

    async def _notes(self, person: Staff, file: CaseFile, names: Mapping[str, str], *, near: bool) -> tuple[Note, ...]:
        """One's own, near to the case; of a supervisor what any coach has asked their supervisor about it, and of nobody else."""
        kinds = ("private", "consult") if near else ("consult",)
        whole = ("consult",) if Role.SUPERVISOR in person.roles else ()
        found = await self._work.casework.notes(file.id, person.id, kinds, whole) if near or whole else []
        return tuple(
            Note(each.kind, each.words.text, each.at, "" if each.staff_id == person.id else names.get(each.staff_id, "")) for each in found
        )

    async def _tellings(self, file: CaseFile, names: Mapping[str, str]) -> tuple[Told, ...]:
        found: Sequence[Telling] = await self._work.casework.tellings(file.id, file.since)
        called = {**names, ladder.PARTICIPANT: file.participant.alias}
        return tuple(Told(each.rung, called.get(each.whom, each.whom), each.means, each.at, _fate(each)) for each in found)

    def _canned(self, name: str, person: Staff) -> str:
        words = self._work.library.words(HOME)[f"desk.canned.{name}"].variants[0].source
        return words.replace("{coach}", person.name)

    def _others(self, number: int, person: Staff, names: Mapping[str, str], now: datetime) -> tuple[str, ...]:
        """Who else looks at it now."""
        looking = self._looking.setdefault(number, {})
        looking[person.id] = now
        self._looking[number] = {name: at for name, at in looking.items() if now < at + LOOKING}
        return tuple(names.get(name, "") for name in self._looking[number] if name != person.id)

    # -- notices ----------------------------------------------------------------------------------------------------------------

    async def notices(self, person: Staff) -> Sequence[Notice]:
        found = await self._work.casework.notices(person.id)
        return [Notice(each.id, each.number, plain(each.text), each.at, each.wording in OFFERING) for each in found]

    async def unseen(self, person: Staff) -> Sequence[str]:
        return await self._work.casework.unseen(person.id)

    async def saw(self, person: Staff, names: Sequence[str]) -> None:
        await self._work.casework.saw(person.id, names)

    async def opened(self, person: Staff, number: int) -> None:
        """What was said in it, or offered of it, is seen with it; what else they were told stays until they say that they have seen it."""
        found = await self._work.casework.notices(person.id)
        if said := [each.id for each in found if each.number == number and each.wording.startswith((NEW_WORDS, ladder.OFFERS))]:
            await self._work.casework.saw(person.id, said)

    # -- moves ------------------------------------------------------------------------------------------------------------------

    async def move(self, person: Staff, number: int, move: str, fields: Fields, key: str) -> str:
        """Carry out a move; what kept it from being made, in words, or nothing."""
        file = await self._work.casework.numbered(number)
        if file is None:
            return self._work.shown(relay.NO_CASE)
        try:
            answer = await self._made(move)(person, file, fields, f"console {key}" if key else "")
        except UnfitLine as error:
            return str(error)
        if not answer.done:
            return self._work.shown(answer.says)
        await self.opened(person, number)
        return ""

    def _made(self, move: str) -> Callable[[Staff, CaseFile, Fields, str], Awaitable[Answer]]:
        desk = self._desk
        made: dict[str, Callable[[Staff, CaseFile, Fields, str], Awaitable[Answer]]] = {
            "claim": lambda who, file, fields, key: desk.claim(who, file.id, DESK, key),
            "not_me": lambda who, file, fields, key: desk.pass_on(who, file.id, key),
            "pass_on": lambda who, file, fields, key: desk.pass_on(who, file.id, key),
            "reply": lambda who, file, fields, key: desk.reply(who, file.id, self._written(who, fields), key, means=DESK),
            "earlier": lambda who, file, fields, key: desk.ask_earlier(who, file.id, key),
            "note": lambda who, file, fields, key: desk.note(who, file.id, Words(fields.get("text", "")), _kind(fields), key, DESK),
            "snooze": lambda who, file, fields, key: desk.snooze(who, file.id, _span(fields), key),
            "hand_back": lambda who, file, fields, key: desk.hand_back(who, file.id, _lines(fields), key, DESK),
            "close": lambda who, file, fields, key: desk.close(who, file.id, Words(fields.get("reason", "")), key=key, means=DESK),
            "tell_lead": lambda who, file, fields, key: desk.tell_lead(who, file.id, key, DESK),
        }
        return made[move]

    def _written(self, person: Staff, fields: Fields) -> Words:
        """What is sent: the words written, else the line that was picked."""
        text, name = fields.get("text", "").strip(), fields.get("canned", "")
        return Words(text or (self._canned(name, person) if name in CANNED else ""))


def _waiting(file: CaseFile) -> queue.Waiting:
    within = Within(file.within) if file.within else Within.LADDER
    return queue.Waiting(file.id, within, file.urgency, file.opened_at, file.due_at, file.previous, file.review)


def _place(file: CaseFile, person: Staff) -> int:
    return 0 if file.held_by == person.id else 1 if not file.held_by else 2


def _line(line: Line, file: CaseFile, fates: Mapping[str, str]) -> TalkLine:
    side = line.author if line.author in ("participant", "bot") else "staff"
    who = file.participant.alias if side == "participant" else line.author
    tick = TICKS.get(fates.get(line.id, ""), "failed") if side == "staff" and line.id in fates else ""
    return TalkLine(line.id, side, who, relay.own_words(line), line.at, line.edited or line.wording.startswith(EDITED), tick)


def _fate(telling: Telling) -> str:
    """In the console somebody has seen it, or not yet."""
    return SEEN.get(telling.fate, telling.fate) if telling.means == ladder.Means.CONSOLE else telling.fate


def _kind(fields: Fields) -> str:
    return "consult" if fields.get("kind") == "consult" else "private"


def _span(fields: Fields) -> timedelta:
    minutes = fields.get("minutes", "")
    return timedelta(minutes=int(minutes) if minutes.isdigit() and len(minutes) < 6 else 30)


def _lines(fields: Fields) -> HandBack:
    return HandBack(Words(fields.get("agreed", "")), Words(fields.get("next", "")), Words(fields.get("again", "")))
