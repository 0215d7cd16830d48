"""The weekly safety review and the log of adverse events, as whoever answers for safety works with them. Every look is written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from coaching.casework import Casework
from coaching.concern import Detail
from coaching.errors import MovedOn
from coaching.notebook import AuditRow
from coaching.ports import Clock, Names
from coaching.programme import Programme
from coaching.safety_review import (
    OF_MESSAGE,
    OF_QUESTION,
    AdverseEvent,
    AdverseEvents,
    Exchange,
    Expectedness,
    Judged,
    Looked,
    Question,
    Relatedness,
    Reviews,
    Seriousness,
    Trace,
    Verdict,
)
from coaching.staff import Staff
from coaching.words import Words
from handoff import adverse, safety_review
from handoff.access import Field, Relation, sees
from handoff.safety_review import Rates, Week

BESIDE = timedelta(days=1)  # of a week: an answer may come after its end, and a question be open from before
BY_HAND = frozenset({"no_form", "nobody", "not_yours", "corrected"})  # why an event was not written down
TOLD_WEEKS = 8  # in figures

Mask = Callable[[str], tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One line of the review. `about` and what follows it are of a straight question; a harmless message has none of them."""

    line_id: str
    alias: str
    at: datetime
    message: Words
    about: str = ""
    question: Words = Words("")
    answer: Words = Words("")
    answered: str = ""
    verdict: str = ""
    by: str = ""

    @property
    def offered(self) -> tuple[Verdict, ...]:
        """What may be said of it."""
        return OF_QUESTION if self.about else OF_MESSAGE


@dataclass(frozen=True, slots=True)
class WeekSeen:
    """A week as one safety lead sees it. `hidden` lines are of people they are tied to; harmless messages are drawn once it is `over`."""

    week: Week
    since: datetime
    until: datetime
    over: bool
    questions: tuple[Reviewed, ...]
    messages: tuple[Reviewed, ...]
    hidden: int
    rates: tuple[Rates, ...]  # the newest first


@dataclass(frozen=True, slots=True)
class Drawn:
    """Which lines are in a week's review, with no words."""

    trace: Trace
    questions: tuple[Question, ...]
    messages: tuple[Looked, ...]


class Reviewing:
    """`mask` hides identifiers in what staff write."""

    def __init__(
        self, reviews: Reviews, events: AdverseEvents, casework: Casework, programme: Programme, clock: Clock, names: Names, mask: Mask
    ) -> None:
        self._reviews = reviews
        self._events = events
        self._casework = casework
        self._programme = programme
        self._clock = clock
        self._names = names
        self._mask = mask

    @property
    def today(self) -> date:
        """In the programme's zone."""
        return self._clock.now().astimezone(ZoneInfo(self._programme.zone)).date()

    # -- the week ---------------------------------------------------------------------------------------------------------------

    async def week(self, who: Staff, week: Week) -> WeekSeen:
        """The week's lines that this person may see; that they have looked at each is written down first."""
        since, until = week.span(self._programme.zone)
        drawn = await self._drawn(week)
        questions, messages, verdicts = await self._asked(drawn), await self._said(drawn, week), await self._verdicts(week)
        shown = [each for each in (*questions, *messages) if self._may(who, each.participant_id)]
        await self._reviews.seen([(self._row("review.seen", who, each.line_id, week), each.participant_id) for each in shown])
        facts = _facts(drawn)
        lines = [_reviewed(each, facts[each.line_id], verdicts) for each in shown if each.line_id in facts]
        return WeekSeen(
            week=week,
            since=since,
            until=until,
            over=until <= self._clock.now(),
            questions=tuple(each for each in lines if each.about),
            messages=tuple(each for each in lines if not each.about),
            hidden=len(questions) + len(messages) - len(shown),
            rates=tuple(await self.rates(week, TOLD_WEEKS)),
        )

    async def _drawn(self, week: Week) -> Drawn:
        since, until = week.span(self._programme.zone)
        trace = await self._reviews.trace(since - BESIDE, until + BESIDE)
        questions = tuple(each for each in safety_review.asked_once(trace) if since <= each.at < until)
        of_week = [each for each in trace.looked if since <= each.at < until]
        messages = safety_review.drawn(of_week, week, self._programme.name) if until <= self._clock.now() else ()
        said_no = await self._reviews.said_no({each.participant_id for each in messages})
        return Drawn(trace, questions, tuple(each for each in messages if each.participant_id not in said_no))

    async def _asked(self, drawn: Drawn) -> list[Exchange]:
        return await self._reviews.asked(drawn.questions, safety_review.led_to(drawn.questions, drawn.trace.looked))

    async def _said(self, drawn: Drawn, week: Week) -> list[Exchange]:
        found = await self._reviews.said({each.line_id for each in drawn.messages}, *week.span(self._programme.zone))
        order = {each.line_id: place for place, each in enumerate(drawn.messages)}
        return sorted(found, key=lambda each: order[each.line_id])

    async def _verdicts(self, week: Week) -> Mapping[str, tuple[str, str]]:
        """Line → the last verdict on it, and who gave it."""
        names = await self._casework.names()
        return {each.line_id: (each.verdict.value, names.get(each.by, "")) for each in await self._reviews.judged(str(week))}

    async def judge(self, who: Staff, week: Week, line_id: str, verdict: str) -> bool:
        """Keep what somebody says of a line; False where it is not in their review, or cannot be said of it."""
        drawn = await self._drawn(week)
        asked = next((each for each in drawn.questions if each.line_id == line_id), None)
        message = next((each for each in drawn.messages if each.line_id == line_id), None)
        whose = await self._whose(asked, message, week)
        if verdict not in (OF_QUESTION if asked else OF_MESSAGE) or not whose or not self._may(who, whose):
            return False
        given = Judged(line_id, whose, str(week), Verdict(verdict), who.id, self._clock.now())
        await self._reviews.judge(given, self._row("review.judged", who, line_id, week, verdict=verdict))
        return True

    async def _whose(self, asked: Question | None, message: Looked | None, week: Week) -> str:
        """The participant, under the id that they have by now; nothing where the line is not in the review."""
        if asked is not None:
            return asked.participant_id
        found = await self._reviews.said({message.line_id}, *week.span(self._programme.zone)) if message else []
        return found[0].participant_id if found else ""

    async def counted(self, week: Week) -> tuple[int, Mapping[str, int]]:
        """How many harmless messages were drawn, and how many lines have which verdict; for who may see no words."""
        last = {each.line_id: each.verdict.value for each in await self._reviews.judged(str(week))}
        return len((await self._drawn(week)).messages), {each.value: [*last.values()].count(each.value) for each in Verdict}

    async def rates(self, last: Week, weeks: int) -> list[Rates]:
        """The figures of so many weeks up to this one, the newest first."""
        asked_for = [found for back in range(weeks) if (found := last.later(-back)) is not None]
        since, until = asked_for[-1].span(self._programme.zone)[0], last.span(self._programme.zone)[1]
        trace = await self._reviews.trace(since - BESIDE, until + BESIDE)
        return [safety_review.rates(trace, week, self._programme.zone) for week in asked_for]

    def _may(self, who: Staff, participant_id: str) -> bool:
        relations = {Relation.IN_REVIEW, *([Relation.TIED] if is_tied(who, participant_id) else [])}
        return sees(who.roles, relations, Field.REVIEW_WORDS)

    def _row(self, what: str, who: Staff, line_id: str, week: Week, **more: str) -> AuditRow:
        detail: Detail = {"staff": who.id, "line": line_id, "week": str(week), **more}
        return AuditRow(self._names.new(), self._clock.now(), what, detail)

    # -- adverse events ---------------------------------------------------------------------------------------------------------

    async def events(self, who: Staff) -> list[AdverseEvent]:
        """Every version of every event that this person may see."""
        return [each for each in await self._events.events() if self._may_log(who, each.participant_id)]

    async def count_events(self) -> int:
        """How many there are, for who may not see them."""
        return len(adverse.latest(await self._events.events()))

    async def record(self, who: Staff, form: Mapping[str, str], key: str) -> str:
        """Write down an event, or a correction of one; nothing, or why it was not (`BY_HAND`). The same key twice counts once."""
        before = await self._corrected(who, form.get("number", ""))
        alias = adverse.one_line(form.get("alias", ""))
        whose = (await self._casework.called({alias})).get(alias, "") if alias else ""
        told = adverse.filled(before, self._masked(form), self.today) if before is not None else None
        if before is None or told is None:
            return "no_form"
        if alias and not whose:
            return "nobody"
        if not self._may_log(who, whose):
            return "not_yours"
        event = replace(told, id=key or self._names.new(), participant_id=whose, by=who.id, at=self._clock.now())
        return await self._written(event)

    async def _corrected(self, who: Staff, number: str) -> AdverseEvent | None:
        """What the form begins with: an empty event, or the last version of the one that is corrected, as its next."""
        if not number:
            return self._empty()
        known = [each for each in adverse.latest(await self.events(who)) if str(each.number) == number]
        return replace(known[0], version=known[0].version + 1) if known else None

    def _empty(self) -> AdverseEvent:
        nothing, now = Words(""), self._clock.now()
        judged = (Seriousness.NOT_SERIOUS, Expectedness.NOT_YET, Relatedness.NOT_YET)
        return AdverseEvent("", 0, 1, self.today, "", nothing, *judged, nothing, nothing, "", now)

    async def _written(self, event: AdverseEvent) -> str:
        detail: Detail = {"staff": event.by, "number": event.number, "version": event.version}
        try:
            await self._events.add_event(event, AuditRow(self._names.new(), self._clock.now(), "event.recorded", detail))
        except MovedOn:
            return "corrected"
        return ""

    def _masked(self, form: Mapping[str, str]) -> Mapping[str, str]:
        return {name: self._mask(text)[0] if name in ("happened", "action", "reported_to") else text for name, text in form.items()}

    def _may_log(self, who: Staff, participant_id: str) -> bool:
        relations = {Relation.PROGRAMME, *([Relation.TIED] if participant_id and is_tied(who, participant_id) else [])}
        return sees(who.roles, relations, Field.ADVERSE_EVENTS)

    async def exported(self, row: AuditRow) -> Sequence[tuple[str, ...]]:
        """The whole log as rows for a spreadsheet; that it was taken out is written down."""
        await self._casework.audit([row], None)
        return adverse.exported(await self._events.events(), await self._casework.names())


def is_tied(who: Staff, participant_id: str) -> bool:
    """Whether it is about themselves, or about somebody above or below them at work, or with whom they have a conflict."""
    ties = who.ties
    return participant_id == ties.participant_id or participant_id in ties.line | ties.conflicts


Facts = tuple[datetime, str, str]  # when, what about, what was answered


def _facts(drawn: Drawn) -> dict[str, Facts]:
    answers = safety_review.answers_to(safety_review.asked_once(drawn.trace), drawn.trace.answers)
    asked = {each.line_id: (each.at, each.about, answers[each.line_id]) for each in drawn.questions}
    return asked | {each.line_id: (each.at, "", "") for each in drawn.messages}


def _reviewed(each: Exchange, facts: Facts, verdicts: Mapping[str, tuple[str, str]]) -> Reviewed:
    at, about, answered = facts
    verdict, by = verdicts.get(each.line_id, ("", ""))
    return Reviewed(each.line_id, each.alias, at, each.message, about, each.question, each.answer, answered, verdict, by)
