"""What everybody of the staff has on, from what they held, their supervision and how they said they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from coaching.concern import HEAVY, HOLDING
from coaching.staff import Load
from storage.desk_tables import supervision
from storage.units import casework

YEAR, WEEK = timedelta(days=365), timedelta(days=7)
LEAST = timedelta(minutes=15)  # a talk counts as a quarter of an hour at least: reading and thinking are work too
LAST_CASES = 10
HOUR = timedelta(hours=1)


def loads_of(connection: Connection, now: datetime) -> Mapping[str, Load]:
    """By staff id; whoever never held a case and was never supervised is left out.

    A talk lasts from its first word to its last. The people of a coach are those whose case they hold.
    """
    held: dict[str, list[Any]] = defaultdict(list)
    for row in casework.tenures(connection, now - YEAR):
        held[row.staff_id].append(row)
    seen = {row.staff_id: row for row in _supervised(connection, now - YEAR)}
    return {name: load_of(held.get(name, []), seen.get(name), now) for name in held.keys() | seen.keys()}


def _supervised(connection: Connection, since: datetime) -> Iterable[Any]:
    minutes = func.coalesce(func.sum(supervision.c.minutes).filter(supervision.c.at >= since), 0).label("minutes")
    found = select(supervision.c.staff_id, minutes, func.max(supervision.c.at).label("latest")).group_by(supervision.c.staff_id)
    return connection.execute(found).all()


def load_of(rows: Sequence[Any], sittings: Any | None, now: datetime) -> Load:
    """What somebody has on who held these, oldest first, and had that much supervision."""
    open_now = [row for row in rows if row.until is None]
    safety = [row for row in rows if row.concern in HOLDING]
    return Load(
        active=len({row.participant_id for row in open_now}),
        heavy=sum(row.concern in HEAVY for row in open_now),
        live=len(open_now),
        hours_this_week=_hours(row for row in rows if (row.last_word_at or row.since) >= now - WEEK),
        practice_hours=_hours(rows),
        supervision_hours=0.0 if sittings is None else sittings.minutes / 60,
        supervised_at=None if sittings is None else sittings.latest,
        began_at=min((row.since for row in rows), default=None),
        last_crisis_at=max((row.last_word_at or row.since for row in safety), default=None),
        last_taken_at=max((row.since for row in rows), default=None),
        topics=tuple(row.concern for row in rows[-LAST_CASES:]),
    )


def _hours(rows: Iterable[Any]) -> float:
    talked: list[timedelta] = [row.last_word_at - row.first_word_at for row in rows if row.first_word_at is not None]
    return sum(max(each, LEAST) / HOUR for each in talked)
