"""Two databases behind one door: a unit of work is a plain function of a SQLAlchemy `Connection`, and one transaction.

SQLite: one writer thread begins IMMEDIATE, takes everything queued (a savepoint each), commits once, and only then answers. What only
reads goes to one of a few reading threads as a whole, because each step from thread to thread costs more than the statement between them.
PostgreSQL: each unit is a transaction of its own on a pooled asyncpg connection.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import create_async_engine

from coaching.errors import CoachingError, NotStored, SettingsError
from coaching.ports import Landmark

T = TypeVar("T")
Work = Callable[[Connection], T]

CLOSED = "Nothing was stored: the database is closed."
TOGETHER = 64  # units in one commit
READERS = 2  # threads that read a SQLite file: more of them take the interpreter from each other, and one would be held up by a long read
PATIENCE = 30.0  # seconds that another process may hold the file before anybody hears of it
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "synchronous=FULL", "cache_size=-8000")
POOL = 16  # connections to PostgreSQL
RETRIES = 6  # of a PostgreSQL transaction that lost against another
LOST_AGAINST_ANOTHER = {"40001", "40P01"}  # serialization failure, deadlock


class Database(Protocol):
    """Somewhere to keep things."""

    @property
    def postgresql(self) -> bool: ...

    async def do(self, work: Work[T], *, durable: bool = True) -> T:
        """Carry the unit out, whole or not at all; returning means committed. NotStored where the database cannot.

        One that is not `durable` need not survive a power cut (which ends this process too): a lease, for one.
        """
        ...

    async def look(self, work: Work[T]) -> T:
        """Carry out a unit that only reads."""
        ...

    async def close(self) -> None: ...


def quiet(step: str) -> None:
    """A landmark that nobody watches."""


def open_database(url: str, landmark: Landmark = quiet) -> Database:
    """The database at this address; SettingsError where it is not one of the two kinds. Nothing is connected yet."""
    address = address_of(url)
    return SqliteDatabase(address, landmark) if address.get_backend_name() == "sqlite" else PostgresDatabase(address, landmark)


def address_of(url: str) -> URL:
    """The address, read; SettingsError where it names no file of SQLite and no PostgreSQL."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise SettingsError("A database address looks like sqlite:///coachbot.db or postgresql://name:password@host/database.") from None
    kind = address.get_backend_name()
    if kind == "sqlite" and address.database in (None, "", ":memory:"):
        raise SettingsError("A SQLite database needs a file: sqlite:///coachbot.db")
    if kind not in ("sqlite", "postgresql"):
        raise SettingsError(f"{kind} is not a database for this: use sqlite:///coachbot.db or postgresql://name:password@host/database.")
    return address


@contextmanager
def reached() -> Iterator[None]:
    """Whatever tells that a database is away, as NotStored."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, (DBAPIError, PoolTimeout, OSError, sqlite3.Error)) and not type(error).__module__.startswith("asyncpg"):
            raise
        raise NotStored(f"Nothing was stored: the database cannot be reached ({type(error).__name__}). Try again.") from error


# -- SQLite ---------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Unit:
    """A unit of work and whoever waits for it."""

    work: Work[Any]
    future: asyncio.Future[Any]
    durable: bool = True
    result: Any = None
    error: BaseException | None = None


class UnitFailed(Exception):
    """A unit of a batch raised: do the batch again, with a savepoint for each."""


class Clash(CoachingError):
    """A row that must be the only one of its kind is there already, or names one that is gone: read again, and try again."""


class SqliteDatabase:
    """A file: one writer thread, and a few readers beside it."""

    postgresql = False

    def __init__(self, address: URL, landmark: Landmark) -> None:
        self.writer = Writer(writing_engine(address), landmark)
        self._reading = reading_engine(address)
        self._readers = ThreadPoolExecutor(READERS, "coachbot-reader")
        self._closed = False

    async def do(self, work: Work[T], *, durable: bool = True) -> T:
        try:
            result: T = await self.writer.submit(work, durable)
        except (IntegrityError, sqlite3.IntegrityError) as error:
            raise Clash(_reason(error)) from error
        except (DBAPIError, sqlite3.Error) as error:
            raise NotStored(f"Nothing was stored: {_reason(error)}. Try again; look at the disk if this stays.") from error
        return result

    async def look(self, work: Work[T]) -> T:
        if self._closed:
            raise NotStored(CLOSED)
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._looked, work)

    def _looked(self, work: Work[T]) -> T:
        with self._reading.connect() as connection:
            return work(connection)

    async def close(self) -> None:
        self._closed = True
        await self.writer.close()
        await asyncio.to_thread(self._readers.shutdown)
        self._reading.dispose()


class Writer:
    """The only thread of this process that writes to the file."""

    def __init__(self, engine: Engine, landmark: Landmark) -> None:
        self.engine = engine
        self._landmark = landmark
        self._queue: queue.SimpleQueue[Unit | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, work: Work[T], durable: bool = True) -> asyncio.Future[T]:
        """Queue a unit of work; NotStored after `close`."""
        if self._closed:
            raise NotStored(CLOSED)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="coachbot-writer", daemon=True)
            self._thread.start()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put(Unit(work, future, durable))
        return future

    async def close(self) -> None:
        """Finish what is queued, then stop."""
        self._closed = True
        if self._thread is not None:
            self._queue.put(None)
            await asyncio.to_thread(self._thread.join)
            self._thread = None
        self.engine.dispose()

    def _run(self) -> None:
        going = True
        connection: Connection | None = None
        while going:
            batch, going = self._take()
            try:
                connection = connection or self.engine.connect()
                self._carry_out(connection, batch)
            except BaseException as error:
                _fail(batch, error)
            _answer(batch)
            with suppress(Exception):  # it is told already: nothing may stop the thread here
                self._landmark("writer.resolved")
        if connection is not None:
            connection.close()

    def _take(self) -> tuple[list[Unit], bool]:
        """Everything queued, at least one unit and at most `TOGETHER`; and whether to go on after it."""
        batch: list[Unit] = []
        try:
            unit = self._queue.get()
            while unit is not None:
                batch.append(unit)
                if len(batch) == TOGETHER:
                    return batch, True
                unit = self._queue.get_nowait()
        except queue.Empty:
            return batch, True
        return batch, False

    def _carry_out(self, connection: Connection, batch: list[Unit]) -> None:
        """One transaction for the whole batch; raises where none of it was stored.

        First without savepoints, which cost as much as a statement each: if any unit fails, everything is taken back and done
        again with a savepoint for each, so that an error is its own unit's only.
        """
        try:
            self._transact(connection, batch, self._all)
        except UnitFailed:
            self._transact(connection, batch, self._each)
        self._landmark("writer.committed")

    def _transact(self, connection: Connection, batch: list[Unit], carry_out: Callable[[Connection, list[Unit]], None]) -> None:
        raw = _raw(connection)
        with _waiting_for_the_disk(raw, any(unit.durable for unit in batch)):
            _patiently(partial(raw.execute, "BEGIN IMMEDIATE"))
            try:
                self._landmark("writer.begun")
                carry_out(connection, batch)
                self._landmark("writer.before_commit")
                _patiently(partial(raw.execute, "COMMIT"))
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise

    def _all(self, connection: Connection, batch: list[Unit]) -> None:
        for unit in batch:
            try:
                unit.result = unit.work(connection)
            except Exception as error:
                raise UnitFailed from error
            self._landmark("writer.unit_done")

    def _each(self, connection: Connection, batch: list[Unit]) -> None:
        """Each unit on its savepoint, unless its error took the whole transaction with it."""
        raw = _raw(connection)
        for unit in batch:
            raw.execute("SAVEPOINT unit")
            try:
                unit.result = unit.work(connection)
            except Exception as error:
                if not raw.in_transaction:
                    raise
                raw.execute("ROLLBACK TO unit")
                unit.error = error
            raw.execute("RELEASE unit")
            self._landmark("writer.unit_done")


def writing_engine(address: URL) -> Engine:
    """The writer's engine. Transactions are the writer's own: SQLAlchemy begins and commits nothing."""
    engine = create_engine(
        address.set(drivername="sqlite+pysqlite"),
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        connect_args={"check_same_thread": False, "cached_statements": 256},
    )
    event.listen(engine, "connect", partial(_set_up, pragmas=PRAGMAS))
    return engine


def reading_engine(address: URL) -> Engine:
    """Readers, which cannot write: a connection for each of their threads."""
    engine = create_engine(
        address.set(drivername="sqlite+pysqlite"),
        hide_parameters=True,
        pool_size=READERS,
        max_overflow=0,
        connect_args={"check_same_thread": False, "cached_statements": 256},
    )
    event.listen(engine, "connect", partial(_set_up, pragmas=("busy_timeout=5000", "query_only=ON")))
    event.listen(engine, "begin", _begin_deferred)
    return engine


def _set_up(connection: Any, record: object, pragmas: tuple[str, ...]) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in pragmas:
        _patiently(partial(cursor.execute, f"PRAGMA {pragma}"))
    cursor.close()


def _begin_deferred(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


@contextmanager
def _waiting_for_the_disk(raw: sqlite3.Connection, durable: bool) -> Iterator[None]:
    """A commit waits until it is on the disk; one that need not be durable is left to the next that is."""
    if durable:
        yield
        return
    raw.execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        raw.execute("PRAGMA synchronous=FULL")


def _patiently(step: Callable[[], object]) -> None:
    """Again and again while another process has the file locked, for `PATIENCE` seconds in all."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            step()
            return
        except sqlite3.OperationalError as error:
            if not _is_locked(error) or time.monotonic() > until:
                raise
            time.sleep(0.005)


def _is_locked(error: sqlite3.OperationalError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _fail(batch: list[Unit], error: BaseException) -> None:
    for unit in batch:
        unit.error = error


def _answer(batch: list[Unit]) -> None:
    """Tell everybody at once; whoever has stopped waiting, or whose loop is gone, is not told."""
    for loop in {unit.future.get_loop() for unit in batch}:
        mine = [unit for unit in batch if unit.future.get_loop() is loop]
        if not loop.is_closed():
            loop.call_soon_threadsafe(_resolve, mine)


def _resolve(batch: list[Unit]) -> None:
    for unit in batch:
        if unit.future.done():
            continue
        if unit.error is None:
            unit.future.set_result(unit.result)
        else:
            unit.future.set_exception(unit.error)


def _reason(error: BaseException) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]


# -- PostgreSQL -----------------------------------------------------------------------------------------------------------------


class PostgresDatabase:
    """A server: it groups the commits, and many processes may share it."""

    postgresql = True

    def __init__(self, address: URL, landmark: Landmark) -> None:
        self.engine = create_async_engine(
            address.set(drivername="postgresql+asyncpg"), pool_size=POOL, max_overflow=0, pool_timeout=PATIENCE, hide_parameters=True
        )
        self._landmark = landmark
        self._closed = False

    async def do(self, work: Work[T], *, durable: bool = True) -> T:
        """Every commit is durable here: other processes go on with what it says."""
        for again in range(RETRIES):
            try:
                return await self._once(work)
            except IntegrityError as error:
                raise Clash(_reason(error)) from error
            except (DBAPIError, OSError) as error:
                if getattr(getattr(error, "orig", None), "sqlstate", "") not in LOST_AGAINST_ANOTHER or again + 1 == RETRIES:
                    raise NotStored(f"Nothing was stored: {_reason(error)}. Try again; look at the server if this stays.") from error
                await asyncio.sleep(0.005 * 2**again)
        raise AssertionError("unreachable")

    async def _once(self, work: Work[T]) -> T:
        if self._closed:
            raise NotStored(CLOSED)
        async with self.engine.connect() as connection:
            async with connection.begin():
                self._landmark("writer.begun")
                result = await connection.run_sync(work)
                self._landmark("writer.unit_done")
                self._landmark("writer.before_commit")
            self._landmark("writer.committed")
        self._landmark("writer.resolved")
        return result

    async def look(self, work: Work[T]) -> T:
        if self._closed:
            raise NotStored(CLOSED)
        async with self.engine.connect() as connection:
            return await connection.run_sync(work)

    async def close(self) -> None:
        self._closed = True
        await self.engine.dispose()
