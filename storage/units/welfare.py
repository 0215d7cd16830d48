"""What is kept of a coach's own work: supervision, pulses, the reflective log, and what they held."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from storage.desk_tables import pulse, staff_log, supervision, tenure
from storage.tables import case

Row = dict[str, Any]


def held(connection: Connection, staff_id: str, since: datetime) -> list[Any]:
    """What this coach has held since then, oldest first."""
    mine = select(tenure, case.c.concern).join(case, case.c.id == tenure.c.case_id).where(tenure.c.staff_id == staff_id)
    return list(connection.execute(mine.where(tenure.c.until.is_(None) | (tenure.c.until >= since)).order_by(tenure.c.seq)).all())


def closed(connection: Connection, staff_id: str) -> int:
    """How many cases that have an ending this coach held."""
    ended = select(func.count(tenure.c.case_id.distinct())).join(case, case.c.id == tenure.c.case_id)
    return connection.execute(ended.where(tenure.c.staff_id == staff_id, case.c.closed_at.is_not(None))).scalar() or 0


def sittings(connection: Connection, staff_id: str) -> list[Any]:
    return list(connection.execute(select(supervision).where(supervision.c.staff_id == staff_id).order_by(supervision.c.at)).all())


def pulses(connection: Connection, staff_id: str) -> list[Any]:
    return list(connection.execute(select(pulse).where(pulse.c.staff_id == staff_id).order_by(pulse.c.seq)).all())


def entries(connection: Connection, staff_id: str) -> list[Any]:
    return list(connection.execute(select(staff_log).where(staff_log.c.staff_id == staff_id).order_by(staff_log.c.at.desc())).all())


def add_sitting(connection: Connection, row: Row) -> None:
    connection.execute(insert(supervision).values(row))


def add_pulse(connection: Connection, row: Row) -> None:
    connection.execute(insert(pulse).values(row))


def add_entry(connection: Connection, row: Row) -> None:
    connection.execute(insert(staff_log).values(row))
