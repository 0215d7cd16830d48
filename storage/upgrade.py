"""The schema of both stores: where it stands, and bringing it up to date. Works from any folder.

An empty database is given its tables at once; one that is older goes from revision to revision (`storage.migrating`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, MetaData, String, Table, event, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from coaching.errors import SettingsError
from storage import desk_tables
from storage.engine import address_of
from storage.tables import KEYS

T = TypeVar("T")
HERE = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of one store, and the folder with their revisions."""

    name: str
    tables: MetaData
    folder: Path
    setting: str

    @property
    def version_table(self) -> str:
        return "alembic_version" if self.name == "words" else f"alembic_version_{self.name}"


WORDS = Schema("words", desk_tables.staff.metadata, HERE / "versions", "COACHBOT_DATABASE_URL")
KEYRING = Schema("keys", KEYS, HERE / "keys", "COACHBOT_KEYS_URL")


def revisions(schema: Schema = WORDS) -> list[str]:
    """The revisions that this version knows, oldest first: each file is named by its own."""
    return sorted(path.name.split("_")[0] for path in schema.folder.glob("0*.py"))


def head(schema: Schema = WORDS) -> str:
    """The newest revision that this version knows."""
    return revisions(schema)[-1]


async def current(url: str, schema: Schema = WORDS) -> str | None:
    """The revision that the database is at, or None where it is empty."""
    return await on(url, partial(_current, schema=schema))


async def upgrade(url: str, schema: Schema = WORDS, to: str = "head") -> None:
    """Bring the database up to date; SettingsError where it is newer than this version knows."""
    await on(url, lambda connection: _upgrade(connection, schema, to))


def _current(connection: Connection, schema: Schema) -> str | None:
    if not inspect(connection).has_table(schema.version_table):
        return None
    found: str | None = connection.execute(select(_version(schema).c.version_num)).scalar()
    return found


def _version(schema: Schema) -> Table:
    """Alembic's own table of where a database stands."""
    return Table(schema.version_table, MetaData(), Column("version_num", String(32), primary_key=True))


def _upgrade(connection: Connection, schema: Schema, to: str) -> None:
    at = _current(connection, schema)
    if at is not None and at not in revisions(schema):
        raise SettingsError(
            f"The database of {schema.setting} is at schema {at}, which this version of coachbot does not know: "
            "start the version that wrote it, or a newer one, or restore an older backup."
        )
    if to == "head" and at is None and not _has_any(connection, schema):
        _make(connection, schema)
    elif at != head(schema) or to != "head":
        import_module("storage.migrating").carry_out(connection, schema, to)


def _has_any(connection: Connection, schema: Schema) -> bool:
    there = set(inspect(connection).get_table_names())
    return bool(there & set(schema.tables.tables))


def _make(connection: Connection, schema: Schema) -> None:
    """All tables of an empty database at once, as they are after the newest revision."""
    schema.tables.create_all(connection)
    version = _version(schema)
    version.create(connection, checkfirst=True)
    connection.execute(insert(version).values(version_num=head(schema)))


async def on(url: str, work: Callable[[Connection], T]) -> T:
    """One unit of work, in a transaction of its own."""
    engine = _engine(url)
    try:
        async with engine.connect() as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7203910)")  # one process migrates at a time
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _engine(url: str) -> AsyncEngine:
    address = address_of(url)
    if address.get_backend_name() != "sqlite":
        return create_async_engine(address.set(drivername="postgresql+asyncpg"), poolclass=NullPool)
    engine = create_async_engine(address.set(drivername="sqlite+aiosqlite"), poolclass=NullPool)
    event.listen(engine.sync_engine, "connect", _manual)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _manual(connection: Any, record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
