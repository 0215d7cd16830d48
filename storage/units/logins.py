"""Logins of the staff. Tokens and codes come in as keyed hashes, and only those are kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from coaching.logins import CODE_LASTS, TRIES
from storage.desk_tables import login, second_factor
from storage.tables import audit

Row = dict[str, Any]
KEPT = timedelta(days=1)  # after the last sign of life


def begin(connection: Connection, row: Row) -> None:
    """A new row under a token; whatever the token stood for before, and what is long over, goes."""
    connection.execute(delete(login).where((login.c.token == row["token"]) | (login.c.seen_at < row["seen_at"] - KEPT)))
    connection.execute(insert(login).values(row))


def answer(connection: Connection, token: bytes, code: bytes, new_token: bytes, now: datetime) -> str | None:
    """Count the try before it is judged; then use the code up."""
    waits = (login.c.token == token, login.c.signed_in_at.is_(None), login.c.ended_at.is_(None), login.c.code.is_not(None))
    good = (login.c.tries < TRIES, login.c.began_at > now - CODE_LASTS)
    row = connection.execute(update(login).where(*waits, *good).values(tries=login.c.tries + 1).returning(login)).first()
    if row is None or not row.staff_id or not compare_digest(row.code, code):
        return None
    values = {"token": new_token, "code": None, "signed_in_at": now, "seen_at": now}
    used = connection.execute(update(login).where(*waits).values(values).returning(login.c.staff_id)).first()
    return used.staff_id if used else None


def find(connection: Connection, token: bytes) -> Any | None:
    is_in = (login.c.token == token, login.c.signed_in_at.is_not(None), login.c.ended_at.is_(None))
    return connection.execute(select(login).where(*is_in)).first()


def touch(connection: Connection, token: bytes, now: datetime) -> None:
    connection.execute(update(login).where(login.c.token == token, login.c.ended_at.is_(None)).values(seen_at=now))


def factor(connection: Connection, staff_id: str) -> bytes | None:
    return connection.execute(select(second_factor.c.sealed).where(second_factor.c.staff_id == staff_id)).scalar()


def set_factor(connection: Connection, staff_id: str, sealed: bytes | None, audited: Row, now: datetime) -> None:
    """In the place of one that was; without `sealed` there is none any more. Whoever is signed in as them is out."""
    connection.execute(delete(second_factor).where(second_factor.c.staff_id == staff_id))
    if sealed is not None:
        connection.execute(insert(second_factor).values(staff_id=staff_id, sealed=sealed, since=now))
    end_all(connection, staff_id, now)
    connection.execute(insert(audit).values(audited))


def use_step(connection: Connection, staff_id: str, step: int) -> bool:
    mine = (second_factor.c.staff_id == staff_id, second_factor.c.last_step < step)
    return connection.execute(update(second_factor).where(*mine).values(last_step=step)).rowcount == 1


def end(connection: Connection, token: bytes, now: datetime) -> None:
    connection.execute(update(login).where(login.c.token == token, login.c.ended_at.is_(None)).values(ended_at=now))


def end_all(connection: Connection, staff_id: str, now: datetime) -> None:
    connection.execute(update(login).where(login.c.staff_id == staff_id, login.c.ended_at.is_(None)).values(ended_at=now))
