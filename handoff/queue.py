"""The order in which waiting cases are looked at. Nothing ever leaves it by waiting: a case leaves when somebody takes it, or it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.concern import Urgency
from handoff.rules import Within

_USUALLY = {  # when a first reply is due where no clock was set; by the wall, so never later than by cover hours
    Within.LADDER: timedelta(),
    Within.HOUR: timedelta(hours=1),
    Within.NEXT_DAY: timedelta(days=1),
    Within.THREE_DAYS: timedelta(days=3),
}
_RANK = {within: rank for rank, within in enumerate(Within)}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that nobody holds. `opened_at` stays what it was when a case comes back, so it does not go to the end again.

    `due_at`: when its first reply is due, in cover hours or by the clock; None where no clock runs. `previous_coach`: who held this
    participant's last case. `review`: nobody is called, a person looks at it later.
    """

    case_id: str
    within: Within
    urgency: Urgency
    opened_at: datetime
    due_at: datetime | None = None
    previous_coach: str = ""
    review: bool = False

    @property
    def priority(self) -> tuple[int, int]:
        """Lower is sooner. A review comes after everybody who is called at once, and before all that can wait for a day."""
        return _RANK[self._at_most], self.urgency.rank

    @property
    def due(self) -> datetime:
        return self.due_at or self.opened_at + _USUALLY[self._at_most]

    @property
    def _at_most(self) -> Within:
        return Within.HOUR if self.review and self.within is Within.LADDER else self.within


def order(cases: Iterable[Waiting], now: datetime, coach: str = "") -> tuple[Waiting, ...]:
    """All of the cases, the first to be taken first, whatever order they come in.

    By priority; then those whose reply is due already; then, for a `coach`, those whom they coached before; then by when the reply is
    due, and by how long they wait. So nobody's old acquaintance passes somebody who is kept waiting too long.
    """

    def place(case: Waiting) -> tuple[tuple[int, int], bool, bool, datetime, datetime, str]:
        late = case.due <= now
        known = bool(coach) and case.previous_coach == coach
        return case.priority, not late, late or not known, case.due, case.opened_at, case.case_id

    return tuple(sorted(cases, key=place))
