"""The safety rota: who is on duty, from a list of shifts. A shift is somebody's only while they are named for it and at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.staff import Role, Staff


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's time on the rota; `until` is no longer in it. Shifts may overlap, and leave gaps."""

    staff_id: str
    since: datetime
    until: datetime

    def covers(self, now: datetime) -> bool:
        return self.since <= now < self.until


def may_be_called(person: Staff, now: datetime) -> bool:
    """Whether safety may call somebody now: at work, and no programme manager, whatever else they are."""
    return person.works(now) and Role.PROGRAMME_MANAGER not in person.roles


def on_duty(shifts: Iterable[Shift], staff: Iterable[Staff], now: datetime) -> tuple[Staff, ...]:
    """Everybody whose shift it is, the longest on duty first. A shift of somebody who cannot be called is a gap."""
    able = _able(staff, now)
    held = sorted((each for each in shifts if each.covers(now)), key=_order)
    return tuple(_people(held, able))


def next_on_duty(shifts: Sequence[Shift], staff: Iterable[Staff], now: datetime) -> tuple[Staff, ...]:
    """Who comes next: everybody whose shift begins soonest after now, those aside who are on duty already or cannot be called."""
    able = _able(staff, now)
    here = {each.staff_id for each in shifts if each.covers(now)}
    coming = sorted((each for each in shifts if each.since > now and each.staff_id in able and each.staff_id not in here), key=_order)
    return tuple(_people((each for each in coming if each.since == coming[0].since), able))


def changes_at(shifts: Iterable[Shift], now: datetime) -> datetime | None:
    """When the rota next changes: a shift begins or ends. None where it has run out."""
    edges = (edge for each in shifts for edge in (each.since, each.until) if edge > now)
    return min(edges, default=None)


def gaps(shifts: Iterable[Shift], since: datetime, until: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches between two instants in which nobody has a shift, in order."""
    found, reached = [], since
    for shift in sorted(shifts, key=_order):
        if shift.since >= until:
            break
        if shift.since > reached:
            found.append((reached, shift.since))
        reached = max(reached, shift.until)
    return (*found, (reached, until)) if reached < until else tuple(found)


def _able(staff: Iterable[Staff], now: datetime) -> dict[str, Staff]:
    return {each.id: each for each in staff if each.on_safety_rota and may_be_called(each, now)}


def _order(shift: Shift) -> tuple[datetime, datetime, str]:
    return shift.since, shift.until, shift.staff_id


def _people(shifts: Iterable[Shift], able: dict[str, Staff]) -> Iterator[Staff]:
    """Each of them once."""
    ids = dict.fromkeys(each.staff_id for each in shifts)
    return (able[name] for name in ids if name in able)
