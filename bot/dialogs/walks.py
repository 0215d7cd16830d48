"""Small moves on a walk, each giving a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.dialogs.flow import END, Flow, Step
from coaching.conversation import Answer, Walk

OPEN = ("tried", "earlier")  # how of an answer that leaves its step open
TRAIL = 40  # steps remembered for going back
MARKS = 20
_DAY = "day:"  # of a mark: day:STEP:2026-12-04, or with the hour that was said


def begin(flow: Flow, now: datetime) -> Walk:
    """A new walk, at the first step."""
    first = flow.order[0].name
    return Walk(flow.name, flow.version, first, now, trail=(first,))


def closed(walk: Walk, name: str) -> bool:
    """Whether the step has its answer."""
    given = walk.answers.get(name)
    return given is not None and given.how not in OPEN


def first_open(flow: Flow, walk: Walk) -> str:
    """The first step in order without its answer, or the end."""
    return next((step.name for step in flow.order if not closed(walk, step.name)), END)


def at(walk: Walk, name: str) -> Walk:
    """The walk, standing at this step."""
    trail = walk.trail if walk.trail[-1:] == (name,) else (*walk.trail, name)[-TRAIL:]
    return _made(walk, name, walk.answers, trail)


def onward(flow: Flow, walk: Walk) -> Walk:
    """The walk, standing at the first open step."""
    return at(walk, first_open(flow, walk))


def given(walk: Walk, name: str, answer: Answer) -> Walk:
    """The walk with this answer."""
    return _made(walk, walk.step, {**walk.answers, name: answer}, walk.trail)


def _made(walk: Walk, step: str, answers: Mapping[str, Answer], trail: tuple[str, ...]) -> Walk:
    """The walk with these three changed; written out, because `replace` is the dearest thing in a turn."""
    return Walk(walk.flow, walk.version, step, walk.started, answers, walk.repairs, trail, walk.marks, walk.goal_id)


def marked(walk: Walk, mark: str) -> Walk:
    """The walk with this mark, once."""
    return walk if mark in walk.marks else replace(walk, marks=(*walk.marks, mark)[-MARKS:])


def dated(walk: Walk, name: str, day: date | None) -> Walk:
    """The walk that remembers which day the answer to this step means, and no other for it; its hour too, where that was said."""
    mark = f"{_DAY}{name}:"
    if day is None and not any(each.startswith(mark) for each in walk.marks):
        return walk
    others = tuple(each for each in walk.marks if not each.startswith(mark))
    return replace(walk, marks=(*others, *(() if day is None else (f"{mark}{day.isoformat()}",)))[-MARKS:])


def day_of(walk: Walk, name: str = "") -> date | None:
    """The day that the answer to this step means, or the one that was understood last."""
    found = [mark for mark in walk.marks if mark.startswith(f"{_DAY}{name}:" if name else _DAY)]
    said = found[-1].split(":", 2)[2] if found else ""
    if not said:
        return None
    return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)


def tries(walk: Walk, step: Step) -> int:
    """How often the step was repaired."""
    return walk.repairs.get(step.name, 0)


def may_repair(walk: Walk, step: Step) -> bool:
    """Whether another repair question may be asked."""
    return tries(walk, step) < step.repairs


def repaired(walk: Walk, step: Step) -> Walk:
    """The walk with one more repair of the step."""
    return replace(walk, repairs={**walk.repairs, step.name: tries(walk, step) + 1})


def earlier_words(answer: Answer | None) -> str:
    """What the step was answered with before, if that can be kept."""
    if answer is None or answer.how not in OPEN:
        return ""
    kept = answer.words if answer.how == "tried" else answer.value
    return "" if kept is None else str(kept)


def reopened(walk: Walk, name: str, reason: str = "ok") -> Walk:
    """The walk with this step open again; its words are kept, to be offered. `reason` names the question asked there."""
    answer = walk.answers.get(name)
    if answer is None or answer.how in OPEN:
        return walk
    if answer.how == "read" and answer.value is None:  # it stood in what is being changed
        return replace(walk, answers={each: kept for each, kept in walk.answers.items() if each != name})
    return given(walk, name, replace(answer, how="earlier", verdict=reason))


def reopen_all(walk: Walk, names: tuple[str, ...]) -> Walk:
    """Every one of these steps that was answered is open again."""
    for name in names:
        walk = reopened(walk, name)
    return walk


def words_of(walk: Walk, name: str) -> str:
    """What the step holds, as text; nothing where it is empty."""
    answer = walk.answers.get(name)
    return "" if answer is None or answer.value is None else str(answer.value)
