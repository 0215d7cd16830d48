"""Cover hours: when somebody of the staff is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, tzinfo


@dataclass(frozen=True, slots=True)
class Opening:
    """A stretch of every week. `weekday`: 0 is Monday. One that closes at or before it opens ends on the next day."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Cover:
    """The week's openings in a zone, without those that begin on a closed day (holidays, and the programme's own).

    ValueError where nothing is ever open: such a clock would never end.
    """

    week: tuple[Opening, ...]
    zone: tzinfo
    closed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.week:
            raise ValueError("Cover hours name no hour at all: give at least one opening a week.")
