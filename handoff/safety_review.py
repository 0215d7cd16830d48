"""The weekly safety review: which lines are in it, and how often the watch raised an alarm or asked. Nothing here holds a word."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.concern import HOLDING
from coaching.safety_review import Answered, Looked, Question, Trace
from handoff.access import at_least_five
from handoff.hours import instant

ONE_IN = 50  # 2 % of the harmless messages
SAME_TURN = timedelta(minutes=5)  # a question and the message that led to it are written down together
STILL_OPEN = timedelta(hours=24)  # the same question, said again before it was answered, is one question
NO_ANSWER = "none"
ANSWERS = ("yes", "no", "unsure", "skip", "unclear", "help_now", "person_came", NO_ANSWER)
_NAME = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week by the ISO calendar, Monday to Sunday, in a zone that is given where it matters."""

    year: int
    number: int

    @classmethod
    def read(cls, name: str) -> Week | None:
        """`2026-W47`; None where that is no week."""
        found = _NAME.fullmatch(name)
        try:
            return cls.of(date.fromisocalendar(int(found[1]), int(found[2]), 1)) if found else None
        except ValueError:
            return None

    @classmethod
    def of(cls, day: date) -> Week:
        """The week that a day is in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    def later(self, weeks: int) -> Week | None:
        """So many weeks later, or earlier; None beyond the calendar."""
        try:
            return Week.of(self.monday + timedelta(weeks=weeks))
        except (OverflowError, ValueError):
            return None

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """When it begins, and when it has ended."""
        days = (self.monday, self.monday + timedelta(days=7))
        began, ended = (instant(datetime.combine(day, time()), ZoneInfo(zone)) for day in days)
        return began, ended


# -- which lines ----------------------------------------------------------------------------------------------------------------


def drawn(looked: Iterable[Looked], week: Week, programme: str) -> tuple[Looked, ...]:
    """One in fifty of the harmless messages of those who had accepted the contract, and at least one: the same on every look.

    Every message has its own chance, made of programme, week and its id; those with the smallest are drawn. So what is erased later
    changes nothing for the others but who stands at the edge.
    """
    harmless = [each for each in looked if each.line_id and each.consented and each.action == "none"]
    many = -(-len(harmless) // ONE_IN)
    found = sorted(harmless, key=lambda each: _chance(each.line_id, week, programme))[:many]
    return tuple(sorted(found, key=lambda each: (each.at, each.line_id)))


def _chance(line_id: str, week: Week, programme: str) -> bytes:
    return hashlib.sha256(f"{programme}\0{week}\0{line_id}".encode()).digest()


def asked_once(trace: Trace) -> tuple[Question, ...]:
    """The straight questions, without those that were only said again while they were open."""
    found: list[Question] = []
    for each in trace.questions:
        before = next((one for one in reversed(found) if one.participant_id == each.participant_id), None)
        if before is None or not _is_the_same(before, each, trace.answers):
            found.append(each)
    return tuple(found)


def _is_the_same(before: Question, again: Question, answers: Sequence[Answered]) -> bool:
    open_still = not any(each.participant_id == again.participant_id and before.at <= each.at < again.at for each in answers)
    return open_still and before.about == again.about and again.at < before.at + STILL_OPEN


def led_to(questions: Sequence[Question], looked: Iterable[Looked]) -> dict[str, str]:
    """Question → the message that it was asked about, where that was written down."""
    asking = [each for each in looked if each.action == "ask" and each.line_id]
    found = {}
    for question in questions:
        near = [each for each in asking if each.participant_id == question.participant_id and abs(each.at - question.at) < SAME_TURN]
        if near:
            found[question.line_id] = min(near, key=lambda each: abs(each.at - question.at)).line_id
    return found


def answers_to(questions: Sequence[Question], answers: Sequence[Answered]) -> dict[str, str]:
    """Question → what was answered last, a late press of its buttons among it; `NO_ANSWER` until the same person is asked again."""
    found = {}
    for place, question in enumerate(questions):
        next_one = next((each.at for each in questions[place + 1 :] if each.participant_id == question.participant_id), None)
        given = [
            each.answer
            for each in answers
            if each.participant_id == question.participant_id and question.at <= each.at and (next_one is None or each.at < next_one)
        ]
        found[question.line_id] = given[-1] if given else NO_ANSWER
    return found


# -- how often ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something, and of how many people."""

    number: int
    people: int


@dataclass(frozen=True, slots=True)
class Rates:
    """One week in figures. `cases` are those that somebody was called for; `alarms` of them, those of danger."""

    week: Week
    messages: Count
    cases: Count
    alarms: Count
    questions: Count
    answered: Count
    answered_no: Count


def rates(trace: Trace, week: Week, zone: str) -> Rates:
    """The figures of one week of a trace, which may be longer."""
    began, ended = week.span(zone)
    questions = [each for each in asked_once(trace) if began <= each.at < ended]
    answers = answers_to(questions, trace.answers)
    answered = [each for each in questions if answers[each.line_id] != NO_ANSWER]
    cases = [each for each in trace.cases if began <= each.at < ended and not each.review]
    return Rates(
        week=week,
        messages=_count(each.participant_id for each in trace.looked if began <= each.at < ended),
        cases=_count(each.participant_id for each in cases),
        alarms=_count(each.participant_id for each in cases if each.concern in HOLDING),
        questions=_count(each.participant_id for each in questions),
        answered=_count(each.participant_id for each in answered),
        answered_no=_count(each.participant_id for each in answered if answers[each.line_id] == "no"),
    )


def _count(people: Iterable[str]) -> Count:
    found: Mapping[str, int] = Counter(people)
    return Count(sum(found.values()), len(found))


@dataclass(frozen=True, slots=True)
class Figures:
    """One week as it is told. `None` where fewer than five people are behind a figure, or where there is nothing to divide by."""

    week: str
    people: int | None
    messages: int | None
    cases: int | None
    alarms: int | None
    questions: int | None
    cases_in_1000: float | None
    alarms_in_1000: float | None
    questions_in_1000: float | None
    answered_no: float | None  # of the questions that were answered, 0 to 1


def figures(told: Rates, *, guarded: bool) -> Figures:
    """Counts of people are told from five on. `guarded`: so is everything else, for those who do not see the lines themselves."""

    def number(count: Count) -> int | None:
        return at_least_five(count.number, count.people) if guarded else count.number

    def part(count: Count, whole: Count, of: int) -> float | None:
        fit = number(count) is not None and number(whole) is not None and whole.number
        return round(of * count.number / whole.number, 3 if of == 1 else 1) if fit else None

    return Figures(
        week=str(told.week),
        people=at_least_five(told.messages.people),
        messages=number(told.messages),
        cases=number(told.cases),
        alarms=number(told.alarms),
        questions=number(told.questions),
        cases_in_1000=part(told.cases, told.messages, 1000),
        alarms_in_1000=part(told.alarms, told.messages, 1000),
        questions_in_1000=part(told.questions, told.messages, 1000),
        answered_no=part(told.answered_no, told.answered, 1),
    )
