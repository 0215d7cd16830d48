"""Column types: aware times in UTC, and numbers that grow by themselves, on both databases."""

from __future__ import annotations

from datetime import UTC as ZONE
from datetime import datetime
from typing import Any, cast

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

NUMBER = BigInteger().with_variant(Integer(), "sqlite")  # SQLite counts up in INTEGER columns only
LENGTH = 26  # characters of a moment on SQLite


class UTC(TypeDecorator[datetime]):
    """A moment. Naive times are refused; what comes out is aware, in UTC.

    SQLite has no type for it: there it is text like `2026-11-22 08:30:00.000000`, which sorts as the moments do.
    """

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String(LENGTH))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return in_utc(value) if dialect.name == "postgresql" else as_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "postgresql":
            return cast(datetime, value).astimezone(ZONE)
        return datetime.fromisoformat(value).replace(tzinfo=ZONE)


def in_utc(value: datetime | None) -> datetime | None:
    """The moment in UTC; ValueError where it has no zone."""
    if value is None or value.tzinfo is ZONE:
        return value
    if value.tzinfo is None:
        raise ValueError("A time without a zone cannot be stored: give an aware datetime.")
    return value.astimezone(ZONE)


def as_text(value: datetime | None) -> str | None:
    """The moment as SQLite keeps it."""
    moment = in_utc(value)
    return None if moment is None else moment.isoformat(" ", "microseconds")[:LENGTH]
