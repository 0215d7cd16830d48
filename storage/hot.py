"""Statements of the hot path: written in SQLAlchemy Core, compiled once a dialect to text, run as text from then on.

Core builds and caches a statement anew for every execution, which costs more than SQLite needs to carry it out. Here a builder
(a module-level function of a size) is compiled on first use; afterwards only its values are converted.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Dialect, Executable, LargeBinary, Select, Table, bindparam, insert
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.sql.compiler import SQLCompiler

from storage.types import UTC, as_text, in_utc

Values = Mapping[str, Any]
Builder = Callable[[int], Executable]
Convert = Callable[[Any], Any]

EXACT = 8  # rows, up to which a statement is made for just so many
LARGEST = 64  # rows of one INSERT


class Prepared:
    """One statement of one dialect, as text."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        assert isinstance(compiled, SQLCompiler)
        self.text = compiled.string
        self._slots = [(name, _to_database(compiled.binds[name], dialect)) for name in compiled.positiontup or ()]
        self._columns = [(name.removesuffix("_0"), convert) for name, convert in self._slots if name.endswith("_0")]
        self._given = {name: bound.value for name, bound in compiled.binds.items() if not bound.required}
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self._row: Any = namedtuple("Row", [column.key for column in columns] or ["nothing"])  # type: ignore[misc]
        self._out = [(place, out) for place, column in enumerate(columns) if (out := _from_database(column.type, dialect))]

    def parameters(self, values: Values) -> tuple[Any, ...]:
        if self._given:
            values = {**self._given, **values}
        return tuple([values[name] if convert is None else convert(values[name]) for name, convert in self._slots])

    def parameters_of(self, rows: Sequence[Values]) -> tuple[Any, ...]:
        """Of a multi-row INSERT, whose parameters are named `column_place`, row by row."""
        return tuple([row[name] if convert is None else convert(row[name]) for row in rows for name, convert in self._columns])

    def row(self, found: Sequence[Any]) -> Any:
        if not self._out:
            return self._row._make(found)
        cells = list(found)
        for place, convert in self._out:
            cells[place] = convert(cells[place])
        return self._row._make(cells)


def _to_database(parameter: BindParameter[Any], dialect: Dialect) -> Convert | None:
    if isinstance(parameter.type, LargeBinary):  # bytes go in as they are
        return None
    if isinstance(parameter.type, UTC):  # past the layers of a decorated type
        return in_utc if dialect.name == "postgresql" else as_text
    return parameter.type.dialect_impl(dialect).bind_processor(dialect)


def _from_database(kind: Any, dialect: Dialect) -> Convert | None:
    convert: Convert | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return convert


def _run(connection: Connection, text: str, parameters: tuple[Any, ...]) -> Any:
    """On the writer's own SQLite connection past SQLAlchemy, which takes longer over a statement than SQLite does."""
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        return raw.execute(text, parameters)
    return connection.exec_driver_sql(text, parameters)


@lru_cache(maxsize=1024)
def _prepared(build: Builder, size: int, dialect: Dialect) -> Prepared:
    return Prepared(build(size), dialect)


def fetch(connection: Connection, build: Builder, values: Values, size: int = 1) -> list[Any]:
    """The rows of a SELECT, as named tuples."""
    prepared = _prepared(build, size, connection.dialect)
    found = _run(connection, prepared.text, prepared.parameters(values))
    return [prepared.row(row) for row in found]


def change(connection: Connection, build: Builder, values: Values, size: int = 1) -> int:
    """Carry out a change; how many rows it touched."""
    prepared = _prepared(build, size, connection.dialect)
    touched: int = _run(connection, prepared.text, prepared.parameters(values)).rowcount
    return touched


def add(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """A multi-row INSERT, or a few where there are many rows; they share the keys of the first."""
    for piece in _pieces(rows):
        prepared = _insert(table, tuple(rows[0]), len(piece), connection.dialect)
        _run(connection, prepared.text, prepared.parameters_of(piece))


def put(connection: Connection, build: Builder, rows: Sequence[Values]) -> int:
    """The same with an INSERT of the builder's own making, whose parameters are those of `places`; how many rows it touched."""
    touched = 0
    for piece in _pieces(rows):
        prepared = _prepared(build, len(piece), connection.dialect)
        touched += _run(connection, prepared.text, prepared.parameters_of(piece)).rowcount
    return touched


def _pieces(rows: Sequence[Values]) -> Iterator[Sequence[Values]]:
    """The rows in pieces of few different sizes, so that few statements are ever compiled."""
    while len(rows) > EXACT:
        size = min(1 << len(rows).bit_length() - 1, LARGEST)
        yield rows[:size]
        rows = rows[size:]
    if rows:
        yield rows


@lru_cache(maxsize=1024)
def _insert(table: Table, names: tuple[str, ...], size: int, dialect: Dialect) -> Prepared:
    return Prepared(insert(table).values(places(table, names, size)), dialect)


def places(table: Table, names: Sequence[str], size: int) -> list[dict[str, BindParameter[Any]]]:
    """Parameters for `size` rows of these columns."""
    return [{name: bindparam(f"{name}_{place}", type_=table.c[name].type) for name in names} for place in range(size)]


def insert_or(table: Table) -> Insert:
    """An INSERT with an ON CONFLICT: SQLite writes it as PostgreSQL does, and compiles PostgreSQL's."""
    return Insert(table)


def slots(name: str, size: int) -> list[BindParameter[Any]]:
    """Parameters for an IN list, as many as `room` says."""
    return [bindparam(f"{name}_{place}") for place in range(size)]


def room(count: int) -> int:
    """The next power of two, so that few sizes are ever compiled."""
    return 1 << max(count - 1, 0).bit_length()


def spread(name: str, values: Sequence[Any], size: int) -> dict[str, Any]:
    """Values for `slots`; the last one is repeated into the room left over."""
    return {f"{name}_{place}": values[min(place, len(values) - 1)] for place in range(size)}
