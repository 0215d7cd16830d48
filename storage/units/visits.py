"""Visits: who the holder of a cookie is. Tokens and codes come in as keyed hashes, and only those are kept."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage.tables import visit

Row = dict[str, Any]


def begin(connection: Connection, row: Row) -> None:
    connection.execute(insert(visit).values(row))


def find(connection: Connection, token: bytes) -> Any | None:
    return connection.execute(select(visit).where(visit.c.token == token)).first()


def change(connection: Connection, token: bytes, values: Row) -> None:
    """Change the visit with this token, if there is one."""
    connection.execute(update(visit).where(visit.c.token == token).values(values))


def come_back(connection: Connection, code: bytes, values: Row) -> Any | None:
    """Use up the code: one statement, so that it is used once. The visit under its new token, or None."""
    return connection.execute(update(visit).where(visit.c.code == code).values(values).returning(visit)).first()
