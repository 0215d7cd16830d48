"""What is kept of a coach's own work: supervision, pulses, the reflective log, what they held, and after-care."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from storage.desk_tables import after_care, pulse, staff_log, supervision, tenure
from storage.tables import audit, case

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


def care_since(connection: Connection, staff_id: str) -> datetime | None:
    """Since when after-care of this person waits."""
    found: datetime | None = connection.execute(select(func.min(after_care.c.since)).where(*_waiting(staff_id))).scalar()
    return found


def cared_for(connection: Connection, staff_id: str, done: Row, audited: list[Row]) -> bool:
    """All of it that waits is done; False where none does."""
    if connection.execute(update(after_care).where(*_waiting(staff_id)).values(done)).rowcount == 0:
        return False
    connection.execute(insert(audit), audited)
    return True


def _waiting(staff_id: str) -> tuple[ColumnElement[bool], ...]:
    return after_care.c.staff_id == staff_id, after_care.c.done_at.is_(None)


def add_pulse(connection: Connection, row: Row) -> None:
    connection.execute(insert(pulse).values(row))


def add_entry(connection: Connection, row: Row) -> None:
    connection.execute(insert(staff_log).values(row))
