"""What the clock does for every open case: it is numbered and routed, its ladder climbed, its card kept right, the talk passed on.

A case is looked at when its `look_at` has come. What was decided is written in one transaction against the version that was read, so a
look that is lost is made again, and one that was made is not repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.nlu.commands import command
from coaching.casework import CaseFile, CasePage, Danger, DeskPost, Ending, Telling
from coaching.concern import Concern, Signal
from coaching.effects import Say
from coaching.errors import MovedOn
from coaching.message import Inbound, Kind, Lane, Shape
from coaching.notebook import AuditRow, NewLine, Posting
from coaching.participant import Address
from coaching.ports import Line
from coaching.staff import Load, Role, Staff
from handoff import card, desk_words, hearing, hours, ladder, matching, rota, standing
from handoff.desk import CHANNELS, Place, Work
from handoff.ladder import PAGER, PARTICIPANT, Around, Claim, Climb, Due, Fate, Look, Means, People, Told
from handoff.relay import (
    EARLIER,
    LONGEST,
    NOTHING,
    TRIES,
    after_care,
    beside,
    hold_beneath,
    is_danger,
    is_own,
    need_of,
    route_of,
    tell_changed,
    without,
)
from handoff.rules import SAFETY, route
from handoff.speech import waited

BATCH = 32
LOST = " lost"  # in how a card stands: there is no way to the participant any more
COACHES = "coach_pool"
OF_THE_BOT = ("privacy", "my_data")  # words that it alone can answer, and does not while somebody is there
QUIET = " quiet"  # the same: they have asked to be left alone
MOST = 12  # candidates and refusals of a choice that are written down
REVIEWED_AGAIN = timedelta(hours=1)
_PAGER = Staff(PAGER, PAGER, frozenset(), addresses=((Means.PAGER, PAGER),))
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Draft:
    """What one look decides, part by part."""

    after: CaseFile
    standing: str = ""
    lines: tuple[NewLine, ...] = ()
    postings: tuple[Posting, ...] = ()
    posts: tuple[DeskPost, ...] = ()
    tellings: tuple[Telling, ...] = ()
    audit: tuple[AuditRow, ...] = ()
    arrives: Inbound | None = None


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who works here and what they have on, read once for all the cases of a round."""

    staff: Sequence[Staff]
    loads: Mapping[str, Load]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look looks at."""

    file: CaseFile
    staff: Sequence[Staff]
    loads: Mapping[str, Load]
    told: Sequence[Telling]
    address: Address | None
    others: Sequence[CaseFile]
    hold: bool  # one waits beneath whoever speaks with them
    unshown: bool  # to whoever holds it, or held it before it was offered again
    now: datetime

    @property
    def voice(self) -> CaseFile | None:
        """Another case of the same participant through which somebody else talks with them, if one was taken after this one."""
        other = next((each for each in self.others if each.held_by not in ("", self.file.held_by)), None)
        return other if other is not None and _taken(other) > _taken(self.file) else None

    @property
    def is_left_alone(self) -> bool:
        """Whether they have asked to be left alone, so that no coach could take it, and nobody is in danger."""
        return self.file.standing == standing.STOPPED and self.file.to == COACHES

    @property
    def may_speak(self) -> bool:
        """Whether a word of whoever holds it could reach the participant now: nobody is silent who may not speak."""
        return self.voice is None and self.file.standing != standing.STOPPED

    def person(self, name: str) -> Staff | None:
        return next((each for each in self.staff if each.id == name), None)


def _only_looked_at(file: CaseFile) -> bool:
    """Whether nobody is called for it: a review that was never offered again by whoever had come to the participant because of it."""
    return file.review and file.since <= file.opened_at


def _taken(file: CaseFile) -> datetime:
    return file.held_at or file.opened_at


class Tender:
    """Looks after the open cases, the most urgent first."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def tend_due(self, limit: int = BATCH) -> int:
        """Look at what is due now; how many cases that were."""
        files = await self._work.casework.due_files(self._work.clock.now(), limit)
        if files:
            crowd = await self._crowd()
            for file in files:
                await self._guarded(file, crowd)
            self._work.wake()
        return len(files)

    async def _crowd(self) -> Crowd:
        return Crowd(await self._work.casework.staff(), await self._work.casework.loads(self._work.clock.now()))

    async def _guarded(self, file: CaseFile, crowd: Crowd) -> None:
        """One case that cannot be looked at must not keep the others from it."""
        try:
            await self._tend(file, crowd)
        except Exception as error:
            log.error("case.not_tended", case=file.id, error=type(error).__name__)
            await self._later(file)

    async def _later(self, file: CaseFile) -> None:
        again = self._work.clock.now() + ladder.TRY_AGAIN
        try:
            await self._work.casework.write_case(CasePage(file, replace(file, look_at=again)))
        except Exception as error:  # it has moved on, or the database is away: it is due still
            log.error("case.not_put_off", case=file.id, error=type(error).__name__)

    async def _tend(self, file: CaseFile, crowd: Crowd) -> None:
        for _ in range(TRIES):
            page = await self._page(file, crowd)
            try:
                await self._work.casework.write_case(page)
                tell_changed(self._work, page, await self._others(page))
                return
            except MovedOn:
                again = await self._work.casework.file(file.id)
                if again is None:
                    return
                file = again
        raise MovedOn("It moved on at every try: it is looked at again a little later.")

    async def _others(self, page: CasePage) -> Sequence[CaseFile]:
        """The participant's other open cases, where they are to be told of this one."""
        if page.was.held_by == page.after.held_by:
            return ()
        return [each for each in await self._work.casework.open_of(page.was.participant.id) if each.id != page.was.id]

    async def _page(self, file: CaseFile, crowd: Crowd) -> CasePage:
        routed = file if file.closed_at else await self._routed(file)
        seen, draft = await self._seen(routed, crowd), Draft(routed)
        if self._went_back(draft, seen):
            await self._pass_on(draft, seen)
            self._free(draft, seen)
        elif file.closed_at is None:
            self._climb(draft, seen)
            await self._pass_on(draft, seen)
            self._remind(draft, seen)
        self._card(draft, seen)
        return CasePage(
            file,
            draft.after,
            standing=draft.standing,
            lines=draft.lines,
            postings=draft.postings,
            posts=draft.posts,
            tellings=draft.tellings,
            audit=draft.audit,
            arrives=draft.arrives,
        )

    async def _seen(self, file: CaseFile, crowd: Crowd) -> Seen:
        casework, person = self._work.casework, file.participant.id
        told, address = await casework.tellings(file.id, file.since), await casework.address_of(person)
        others = [each for each in await casework.open_of(person) if each.id != file.id]
        whom = file.held_by or file.left_by
        unshown = bool(whom) and await casework.unshown(file.id, whom)
        hold = bool(file.held_by) and await hold_beneath(self._work, file, others)
        return Seen(file, crowd.staff, crowd.loads, told, address, others, hold, unshown, self._work.clock.now())

    # -- routing ----------------------------------------------------------------------------------------------------------------

    async def _routed(self, file: CaseFile) -> CaseFile:
        """With its number, and with its route as it is now: a case may have become more urgent."""
        signal = Signal(file.concern, file.urgency, file.kind)
        found = route(self._work.library.rules, signal)
        number = file.number or await self._work.casework.next_number()
        same = file.to == found.to and file.within == found.within.value
        routed = replace(file, number=number, to=file.to if same else found.to, within=found.within.value)
        if same:
            return routed
        previous = file.previous or await self._work.casework.last_holder(file.participant.id)
        return replace(routed, due_at=hours.due(found, file.opened_at, self._work.cover), previous=previous)

    # -- the ladder -------------------------------------------------------------------------------------------------------------

    def _climb(self, draft: Draft, seen: Seen) -> None:
        """Carry out what the ladder says is due. A review calls nobody; but somebody who has taken it can be silent or gone, and where
        they have let it go again the participant waits for somebody else."""
        if (_only_looked_at(seen.file) or seen.is_left_alone) and not seen.file.held_by:
            draft.after = replace(draft.after, look_at=seen.now + REVIEWED_AGAIN)
            return
        if not seen.may_speak:
            draft.after = replace(draft.after, waits_since=None)
        found = self.look(seen)
        draft.after = replace(draft.after, look_at=found.again)
        if found.lets_go:
            self._let_go(draft, seen)
            return
        self._offer(draft, seen)
        if found.opens_incident:
            draft.after = replace(draft.after, incident_at=seen.now)
            draft.audit += (self._work.audit("incident.opened", seen.file),)
        if found.alarm:
            log.critical("case.nobody_reached", case=seen.file.id, number=draft.after.number, urgency=seen.file.urgency.value)
        for due in found.due:
            self._tell(draft, seen, due)

    def look(self, seen: Seen) -> Look:
        """What the ladder says of a case."""
        file = seen.file
        holder = seen.person(file.held_by) if file.held_by else None
        climb = Climb(
            route=route_of(file),
            since=file.since,
            told=tuple(Told(each.rung, each.whom, Means(each.means), each.at, Fate(each.fate)) for each in seen.told),
            claim=Claim(holder, file.waits_since if seen.may_speak else None) if holder is not None else None,
            left=seen.person(file.left_by) if file.left_by else None,
            unshown=seen.unshown,
            may_write=file.contact_ok and seen.address is not None and not seen.is_left_alone,
            beside=any(each.held_by for each in seen.others),
            incident=file.incident_at is not None,
        )
        people = self.people(seen) if holder is None else People()  # whoever has it is all that is looked at then
        return ladder.look(climb, Around(people, self._work.alive(), self._work.cover, seen.now))

    def people(self, seen: Seen) -> People:
        """Who there is for this case now: nobody who may not have it."""
        file, need = seen.file, need_of(seen.file)

        def may(person: Staff) -> bool:
            own = is_own(person, seen.address)
            return not own and not matching.forbidden(need, person, seen.loads.get(person.id, NOTHING), seen.now)

        able = [each for each in seen.staff if may(each)]
        leads = tuple(each for each in able if Role.SAFETY_LEAD in each.roles)
        supervisors = tuple(each for each in self._untied(seen) if Role.SUPERVISOR in each.roles)
        if need.safety:
            shifts = self._work.shifts()
            return People(rota.on_duty(shifts, able, seen.now), rota.next_on_duty(shifts, able, seen.now), supervisors, leads)
        choice = self.choice(seen)
        candidates = sorted((each.staff_id for each in choice.candidates), key=lambda name: name == file.left_by)
        offered = tuple(each for name in candidates if (each := seen.person(name)) is not None)  # who went quiet comes last
        return People(offered[:1], offered[1:2], supervisors, leads if file.to in SAFETY else ())

    def choice(self, seen: Seen) -> matching.Choice:
        """Whom it would be offered to, and why."""
        pool = [(each, seen.loads.get(each.id, NOTHING)) for each in seen.staff if not is_own(each, seen.address)]
        return matching.choose(need_of(seen.file), pool, seen.now)

    def _offer(self, draft: Draft, seen: Seen) -> None:
        """Keep why it is offered to whom, each time that this changes."""
        if not seen.told and not seen.file.held_by:
            draft.audit += (self._work.audit("case.offered", seen.file, **reasons(self.choice(seen))),)

    def _untied(self, seen: Seen) -> Iterator[Staff]:
        """Those who may be told of it: told, not given."""
        need = replace(need_of(seen.file), to="supervisor")
        for person in seen.staff:
            tied = set(matching.broken(need, person, NOTHING, seen.now)) & {"own_case", "own_team", "line_manager", "left", "away"}
            if not tied and not is_own(person, seen.address):
                yield person

    def _tell(self, draft: Draft, seen: Seen, due: Due) -> None:
        """One telling: written down as on its way before it leaves."""
        if due.whom == PARTICIPANT:
            self._tell_participant(draft, seen, due)
            return
        name = self._work.names.new()
        whom = _PAGER if due.whom == PAGER else seen.person(due.whom)
        posts = self._alerts(whom, due, draft.after, seen.now, name) if whom is not None else ()
        fate = Fate.WAITING if posts else Fate.GONE
        draft.tellings += (Telling(name, due.rung, due.whom, due.means.value, seen.now, fate.value),)
        draft.posts += posts

    def _alerts(self, whom: Staff, due: Due, file: CaseFile, now: datetime, name: str) -> tuple[DeskPost, ...]:
        blanks = self._alert(file, now)
        if due.means is Means.CONSOLE:
            return self._work.notice(whom, file, Say(ladder.offer_of(due.says), blanks), "alert", name)
        buttons = desk_words.TAKING if due.means in CHANNELS and due.rung != ladder.LET_GO else ()
        says = Say(due.says, blanks, buttons, Shape.CHOICE if buttons else Shape.SAY)
        post = self._work.post(whom, due.means, says, "alert", telling_id=name)
        return () if post is None else (post,)

    def _alert(self, file: CaseFile, now: datetime) -> dict[str, str]:
        """What an alert says of a case: no name, and no words of anybody."""
        speech = self._work.speech(now)
        urgency = speech.says(f"case.urgency.{file.urgency}")
        link = self._work.link(file)
        return {"number": str(file.number), "urgency": urgency, "waiting": waited(file.waiting_since, now, speech), "link": link}

    def _tell_participant(self, draft: Draft, seen: Seen, due: Due) -> None:
        assert seen.address is not None
        lane = Lane.SAFETY if due.says.startswith(("ladder.safety", "ladder.hour")) else Lane.COACH
        line, posting = self._work.line(seen.file, seen.address, self._work.telling(seen.file, due.says), lane=lane)
        draft.lines += (line,)
        draft.postings += (posting,)
        told = Telling(self._work.names.new(), due.rung, PARTICIPANT, due.means.value, seen.now, Fate.SENT.value)
        draft.tellings += (told,)

    def _let_go(self, draft: Draft, seen: Seen) -> None:
        """Whoever had it is silent or gone: it is offered again, and looked at once more at once."""
        file = draft.after
        draft.after = replace(
            file,
            left_by=file.held_by,
            held_by="",
            held_at=None,
            desk="",
            since=seen.now,
            look_at=None,
            snoozed_until=None,
        )
        draft.audit += (self._work.audit("case.lapsed", file, staff=file.held_by),)
        draft.posts += self._lapsed(file, seen.person(file.held_by)) + after_care(self._work, file, seen.person(file.held_by))
        if seen.unshown:
            self._say_unshown(draft, seen)
        stays = next((each for each in seen.others if each.held_by), None)
        if is_danger(file) and stays is not None and stays.held_by != file.held_by:
            draft.posts += beside(self._work, stays, seen.staff, "")
        if file.standing == standing.WITH_COACH:
            draft.standing = without(seen.others, seen.hold)
        if seen.address is not None:
            draft.arrives = Inbound(seen.address, (), Kind.ARRIVED, seen.now, what="nobody")

    def _lapsed(self, file: CaseFile, holder: Staff | None) -> tuple[DeskPost, ...]:
        """In the console: it is no means of the ladder, which tells them by another if they have one."""
        if holder is None or file.desk in CHANNELS:
            return ()
        return self._work.notice(holder, file, Say("desk.lapsed", {"number": str(file.number)}))

    def _say_unshown(self, draft: Draft, seen: Seen) -> None:
        """What was for one alone did not get to them: the others hear of it, and nothing of what it said."""
        file, holder = seen.file, seen.person(seen.file.held_by)
        says = Say("desk.not_shown", {"number": str(draft.after.number), "coach": holder.name if holder else ""})
        posts = [self._work.post(place, place.means, says, "line") for place in self._work.places()]
        posts += [self._work.post(each, Means.EMAIL, says, "line") for each in self.people(seen).supervisors]
        draft.posts += tuple(post for post in posts if post is not None)
        log.error("case.not_shown", case=file.id, number=draft.after.number, staff=file.held_by)

    # -- the participant's own way back -----------------------------------------------------------------------------------------

    def _went_back(self, draft: Draft, seen: Seen) -> bool:
        """Whether the participant has left the talk with the holder: for the bot, or by stopping. (Somebody else may have it: not then.)"""
        file = seen.file
        return file.closed_at is None and bool(file.held_by) and file.standing not in (standing.WITH_COACH, standing.STOPPED)

    def _free(self, draft: Draft, seen: Seen) -> None:
        """The case ends with it, but not of danger, nor where they wait for a person: somebody is looked for. Whoever had it is told."""
        file, holder = draft.after, seen.person(draft.after.held_by)
        freed = replace(file, held_by="", held_at=None, waits_since=None, desk="", snoozed_until=None, look_at=None)
        if is_danger(file) or (file.standing == standing.WAITING and file.concern is Concern.WANTS_HUMAN):
            draft.after = replace(freed, since=file.since if file.review else seen.now, left_by="")
        else:
            draft.after = replace(freed, ending=Ending.CANCELLED.value, closed_at=seen.now)
        draft.audit += (self._work.audit("case.left", file, staff=file.held_by),)
        says = Say("desk.they_went_back", {"alias": file.participant.alias, "number": str(file.number)})
        draft.posts += self._work.own_line(holder, file, says) + after_care(self._work, file, holder)

    # -- what the participant said ----------------------------------------------------------------------------------------------

    async def _pass_on(self, draft: Draft, seen: Seen) -> None:
        """What was said to whoever holds the case, to their desk."""
        file, holder = draft.after, seen.person(draft.after.held_by) if draft.after.held_by else None
        if holder is None:
            return
        lines = await self._work.casework.passed_on(file.participant.id, file.relayed)
        edited = await self._edited(file, seen.now)
        fresh = {line.id for _, line in lines if not _has_it(file, line)}
        changed = [line for _, line in edited if line.id not in fresh]
        dangers = await self._dangers(file) if lines or changed else []

        def heard(some: Iterable[Line]) -> list[Line]:
            return hearing.theirs(some, holder.id, file.held_at or file.opened_at, dangers)

        said, right = heard(line for _, line in lines if line.id in fresh), heard(changed)
        posts = [self._said(holder, file, line) for line in said] + [self._put_right(holder, file, line) for line in right]
        last = max((place for place, _ in (*lines, *edited)), default=file.relayed)
        draft.after = replace(file, relayed=last)
        draft.posts += tuple(post for post in posts if post is not None)
        if said or right:
            draft.posts += await self._new_words(holder, file)
        if any(command(line.text) in OF_THE_BOT for line in said):
            draft.posts += self._work.own_line(holder, file, Say("desk.they_ask", {"alias": file.participant.alias}))

    async def _new_words(self, holder: Staff, file: CaseFile) -> tuple[DeskPost, ...]:
        """Where the talk is read in the console: one notice until it is seen, however much is said."""
        if file.desk in CHANNELS:
            return ()
        waiting = await self._work.casework.notices(holder.id)
        if any(each.number == file.number and each.wording == desk_words.NEW_WORDS for each in waiting):
            return ()
        says = Say(desk_words.NEW_WORDS, {"alias": file.participant.alias, "number": str(file.number)})
        return self._work.notice(holder, file, says)

    async def _edited(self, file: CaseFile, now: datetime) -> list[tuple[int, Line]]:
        """What was put right of what they have: it was said to them, or it waited for a word when they came. What is put right while
        somebody has a case of danger is said to them, whoever it was said to first."""
        casework, since = self._work.casework, file.held_at or now
        if is_danger(file):
            return await casework.edited(file.participant.id, file.relayed, file.opened_at - EARLIER)
        edited = await casework.edited(file.participant.id, file.relayed, file.opened_at)
        waited_for = {line.id for _, line in await casework.unanswered(file.id, since)} if edited else set()
        return [(place, line) for place, line in edited if line.id in waited_for or (line.passed_at or line.at) >= since]

    async def _dangers(self, file: CaseFile) -> Sequence[Danger]:
        """What keeps words from whoever holds this one; nothing where it is itself about danger."""
        return () if is_danger(file) else await self._work.casework.dangers(file.participant.id)

    def _said(self, holder: Staff, file: CaseFile, line: Line) -> DeskPost | None:
        blanks = {"alias": file.participant.alias, "said": line.text[:LONGEST], "what": line.what}
        wording = "desk.they_say" if line.text else "desk.they_sent"
        return self._to_holder(holder, file, Say(wording, blanks), line)

    def _put_right(self, holder: Staff, file: CaseFile, line: Line) -> DeskPost | None:
        wording = "desk.they_edited" if line.text else "desk.they_deleted"
        return self._to_holder(holder, file, Say(wording, {"alias": file.participant.alias, "said": line.text[:LONGEST]}), line)

    def _to_holder(self, holder: Staff, file: CaseFile, say: Say, line: Line) -> DeskPost | None:
        if file.desk not in (Means.SLACK, Means.TELEGRAM):
            return None
        return self._work.post(holder, Means(file.desk), say, "talk", private=True, line_id=line.id)

    def _remind(self, draft: Draft, seen: Seen) -> None:
        """The holder's own reminder."""
        file = draft.after
        if not file.held_by or file.snoozed_until is None:
            return
        if seen.now < file.snoozed_until:
            draft.after = replace(file, look_at=min(filter(None, (file.look_at, file.snoozed_until))))
            return
        holder, waiting = seen.person(file.held_by), waited(file.waits_since or file.since, seen.now, self._work.speech(seen.now))
        says = Say("desk.reminder", {"number": str(file.number), "waiting": waiting})
        draft.after = replace(file, snoozed_until=None)
        draft.posts += self._work.own_line(holder, file, says)

    # -- cards ------------------------------------------------------------------------------------------------------------------

    def _card(self, draft: Draft, seen: Seen) -> None:
        """The card of the case in every place that several read; edited in place where it says something else now."""
        file = draft.after
        holder = seen.person(file.held_by) if file.held_by else None
        lost = _out_of_reach(seen) if holder is not None else ""
        state = f"{file.urgency} {file.held_by}{lost}"
        if file.closed_at is None and (file.carded == state or _only_looked_at(file)):
            return
        if lost and holder is not None and not file.carded.endswith(lost):
            self._say_lost(draft, holder, lost)
        draft.after = replace(draft.after, carded="" if file.closed_at else state)
        draft.posts += tuple(post for place in self._work.places() if (post := self._carded(place, file, holder, seen.now)))

    def _say_lost(self, draft: Draft, holder: Staff, lost: str) -> None:
        """The participant has blocked us or left, or asked to be left alone: whoever writes to them hears of it at once."""
        file = draft.after
        stopped = "desk.they_stopped.danger" if is_danger(file) else "desk.they_stopped"
        if file.closed_at is None:
            blanks = {"alias": file.participant.alias, "number": str(file.number)}
            draft.posts += self._work.own_line(holder, file, Say("desk.they_left" if lost == LOST else stopped, blanks))

    def _carded(self, place: Place, file: CaseFile, holder: Staff | None, now: datetime) -> DeskPost | None:
        seen = card.CaseCard(
            file.number, file.participant.alias, file.urgency, file.opened_at, holder.name if holder else "", file.closed_at
        )
        return self._work.post(place, place.means, card.shown(seen, now, self._work.speech(now)), "card")


def _has_it(file: CaseFile, line: Line) -> bool:
    """Whether whoever holds a case of danger has read this already, as it was: it was said to the bot alone, and is put right now."""
    return is_danger(file) and line.changed_at is not None and line.at < (file.held_at or file.opened_at)


def _out_of_reach(seen: Seen) -> str:
    """Why nothing that the holder writes could reach them."""
    if seen.address is None:
        return LOST
    return QUIET if seen.file.standing == standing.STOPPED else ""


def reasons(choice: matching.Choice) -> dict[str, str]:
    """A choice as it is written down: whom it weighed, how, and which rule kept whom out."""
    weighed = (f"{each.staff_id} {each.score:.2f} {'known ' if each.known else ''}{','.join(each.despite)}" for each in choice.candidates)
    kept_out = (f"{each.staff_id} {','.join(each.rules)}" for each in choice.refusals)
    return {
        "chosen": choice.chosen,
        "candidates": "; ".join(each.strip() for each in list(weighed)[:MOST]),
        "refusals": "; ".join(list(kept_out)[:MOST]),
    }
