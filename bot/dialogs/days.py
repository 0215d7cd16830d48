"""A day that a step asks for: picked or in words, and said back with its weekday and date so that it can be put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from bot.dialogs import walks
from bot.dialogs.flow import Step
from bot.dialogs.wording import Wording
from bot.nlu.days import coming
from coaching.conversation import Answer, Walk

DAY, UNTIL = "day", "until"  # verdicts of an answer whose day is being said back: on it or by it, or all the time until it
ECHOED = (DAY, UNTIL)
ANOTHER = "another_day"  # verdict of an answer whose day, as it was said back, was wrong
WHICH = "which_day"  # verdict of a time that only the speaker can place: asked about once
CHIPS: Mapping[str, Callable[[date], date]] = {
    "tomorrow": lambda today: today + timedelta(days=1),
    "friday": lambda today: coming(today, 4),
    "in_two_weeks": lambda today: today + timedelta(days=14),
}
FORMS = ("picked", DAY, UNTIL, ANOTHER)  # wordings that a step with a day needs, after its own
_ISO = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)

Words = Mapping[str, Wording]


def picked(choice: str, today: date) -> date | None:
    """The day of a short cut ("in_two_weeks") or of a picker ("2026-12-04"); None for any other choice."""
    if choice in CHIPS:
        return CHIPS[choice](today)
    return iso(choice)


def iso(choice: str) -> date | None:
    """The day that a picker carries, or None."""
    try:
        return date.fromisoformat(choice) if _ISO.fullmatch(choice) else None
    except ValueError:
        return None


def written(day: date, words: Words, today: date) -> str:
    """The day as people say it: "Friday 4 December", with its hour where that was said; with the year where it is over, or not this one."""
    plain = day.date() if isinstance(day, datetime) else day
    form = "day.written" if plain.year == today.year and plain >= today else "day.written_with_year"
    parts = {
        "weekday": _source(words, "day.weekdays").split()[day.weekday()],
        "date": str(day.day),
        "month": _source(words, "day.months").split()[day.month - 1],
        "year": str(day.year),
    }
    whole = _filled(_source(words, form), parts)
    if not isinstance(day, datetime):
        return whole
    return _filled(_source(words, "day.with_time"), {"day": whole, "time": f"{day:%H:%M}"})


def in_words(step: Step, walk: Walk, day: date, words: Words, today: date) -> str:
    """A picked day as the answer to a step: "by Friday 4 December"; added to a time that only the speaker can place."""
    said = _filled(_source(words, f"{step.ask}.picked"), {"day": written(day, words, today)})
    return _beside(walk.answers.get(step.name), said)


def is_echoed(step: Step, walk: Walk) -> bool:
    """Whether the day of this step was said back, and waits for a yes."""
    given = walk.answers.get(step.name)
    return bool(step.day) and given is not None and given.how == "tried" and given.verdict in ECHOED


def echo(step: Step, walk: Walk, words: str, day: date, *, until: bool) -> Walk:
    """The walk in which this day is said back."""
    before = walk.answers.get(step.name)
    answer = Answer(_beside(before, words), "tried", UNTIL if until else DAY, walks.earlier_words(before))
    return walks.dated(walks.given(walk, step.name, answer), step.name, day)


def another(step: Step, walk: Walk) -> Walk:
    """The walk in which the day said back was wrong: which one is meant is asked."""
    given = walk.answers[step.name]
    return walks.dated(walks.given(walk, step.name, Answer(given.value, "tried", ANOTHER)), step.name, None)


def _beside(before: Answer | None, words: str) -> str:
    """The words of a day beside the time that only the speaker could place: "before my ARCP, by Friday 4 December"."""
    unplaced = before is not None and before.how == "tried" and before.verdict == WHICH and before.value
    return f"{before.value}, {words}" if before is not None and unplaced else words


def _source(words: Words, name: str) -> str:
    return words[name].variants[0].source


def _filled(pattern: str, blanks: Mapping[str, str]) -> str:
    for blank, value in blanks.items():
        pattern = pattern.replace(f"{{{blank}}}", value)
    return pattern
