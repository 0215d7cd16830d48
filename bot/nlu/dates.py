"""Points in time, as far as a goal needs them. UK conventions: 31/3 is the 31st of March, 2/52 is two weeks, next Friday is next week's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.nlu import date_finds
from bot.nlu.find import Find
from bot.nlu.tidy import Said, said

__all__ = ["Find", "TimeBound", "bound_in", "finds_in", "time_bound", "together"]


@dataclass(frozen=True, slots=True)
class TimeBound:
    """When something is to happen.

    `kind`: instant (a moment or deadline) · period · recurring · none (a time that only the speaker can place, "my next 4 long days").
    `start` and `due` are plain dates where they can be told.
    """

    evidence: str = field(repr=False)
    kind: str
    start: date | None = None
    due: date | None = None
    recurring: bool = False


def finds_in(message: Said, today: date) -> list[Find]:
    """The phrases that bound a goal in time; no day that does not exist, and "in every handover" alone bounds nothing."""
    return [find for find in date_finds.finds_in(message, today) if find.sort != "occasion" and not (find.doubt and find.kind == "none")]


def time_bound(text: str, today: date) -> TimeBound | None:
    """The time that a goal or a message names, or None; of several the deadline gives `due` and the habit gives `start`."""
    return bound_in(said(text), today)


def bound_in(message: Said, today: date) -> TimeBound | None:
    """The same of a message read already."""
    return together(finds_in(message, today), message)


def together(finds: list[Find], message: Said) -> TimeBound | None:
    """One time out of all that a message names; None of none."""
    if not finds:
        return None
    kinds = {find.kind for find in finds}
    kind = next((kind for kind in ("recurring", "instant", "period") if kind in kinds), "none")
    start = next((find.start for find in finds if find.start and find.kind == kind), None)
    dues = sorted((find.kind != "instant", find.due) for find in finds if find.due)
    return TimeBound(_evidence(finds, message), kind, start, dues[0][1] if dues else None, "recurring" in kinds)


def _evidence(finds: list[Find], message: Said) -> str:
    spans: list[tuple[int, int]] = []
    for find in finds:
        if spans and find.begin - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], find.end)
        else:
            spans.append((find.begin, find.end))
    return ", ".join(message.quote(begin, end) for begin, end in spans)
