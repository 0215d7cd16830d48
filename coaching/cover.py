"""Cover hours: when somebody of the staff is there; and who has which shift, as a programme writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo


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


@dataclass(frozen=True, slots=True)
class Duty:
    """Shifts that a programme gives to one person, named as it names them: `weekly` ones in its zone, closed days or not; or one alone.

    ValueError where it gives none, or one that ends before it begins.
    """

    who: str
    weekly: tuple[Opening, ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        once = self.since is not None and self.until is not None
        if once is bool(self.weekly):
            raise ValueError("A shift comes every week, or has a beginning and an end.")
        if self.since is not None and self.until is not None and self.since >= self.until:
            raise ValueError("A shift ends after it begins.")
