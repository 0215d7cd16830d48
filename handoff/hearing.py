"""Who hears what a participant says, where it is about danger. Every way on which words come to a desk asks here.

Danger is talked about with whoever holds its case, somebody of the safety rota. Whoever holds another case of the same participant hears
nothing of that: not while it is said, and not later, whatever they ask for and whoever comes after them. Until somebody of the rota is
there, what is said goes to the coach who is, for nobody else would hear it; and it goes to that coach alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from coaching.casework import Danger, Tenure
from coaching.ports import Line


def theirs(lines: Iterable[Line], staff_id: str, since: datetime, dangers: Sequence[Danger]) -> list[Line]:
    """The lines that whoever holds a case that is not about danger may hear or read; `since`: when they took it."""
    return [line for line in lines if is_theirs(line, staff_id, since, dangers)]


def is_theirs(line: Line, staff_id: str, since: datetime, dangers: Sequence[Danger]) -> bool:
    """Whether this line is for them, as it reads now."""
    return not any(_was_said_to_another(line, staff_id, each) or _is_of_before(line, staff_id, since, each) for each in dangers)


def _was_said_to_another(line: Line, staff_id: str, danger: Danger) -> bool:
    """Said, or put right, while somebody else had the case of danger."""
    return any(_is_of(line, each) for each in danger.tenures if each.staff_id != staff_id)


def _is_of(line: Line, held: Tenure) -> bool:
    """A platform's clock and ours differ a little: it was said some time between when it says so and when we passed it on."""
    first, last = sorted((line.at, line.passed_at or line.at))
    said = last >= held.since and (held.until is None or first < held.until)
    return said or (line.changed_at is not None and _covers(line.changed_at, held.since, held.until))


def _is_of_before(line: Line, staff_id: str, since: datetime, danger: Danger) -> bool:
    """Said about danger before they came, and to somebody else."""
    told_them = any(_covers(line.at, each.since, each.until) for each in danger.tenures if each.staff_id == staff_id)
    early = (line.passed_at or line.at) < since
    return early and not told_them and danger.since is not None and _covers(line.at, danger.since, danger.until)


def _covers(moment: datetime, since: datetime, until: datetime | None) -> bool:
    return since <= moment and (until is None or moment < until)
