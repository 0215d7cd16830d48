"""Process locks: what only one process may do at a time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, or_, select

from storage.hot import insert_or
from storage.tables import process_lock


def hold(connection: Connection, role: str, holder: str, now: datetime, until: datetime) -> Any | None:
    """Take or renew the lock; who holds it, where that is somebody else and alive."""
    row = insert_or(process_lock).values(role=role, holder=holder, lease_until=until)
    mine = or_(process_lock.c.lease_until <= now, process_lock.c.holder == holder)
    taken = row.on_conflict_do_update(
        index_elements=["role"], set_={"holder": row.excluded.holder, "lease_until": row.excluded.lease_until}, where=mine
    )
    if connection.execute(taken.returning(process_lock.c.role)).first() is not None:
        return None
    return connection.execute(select(process_lock).where(process_lock.c.role == role)).first()


def release(connection: Connection, role: str, holder: str) -> None:
    connection.execute(delete(process_lock).where(process_lock.c.role == role, process_lock.c.holder == holder))
