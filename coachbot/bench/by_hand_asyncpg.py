"""PostgreSQL by hand: the same rows with asyncpg alone, two transactions a turn, a pool of 16, 32 tasks.

It reads what a turn reads, under a lock on the conversation, and writes what a turn writes. It decides nothing and seals nothing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from typing import Any

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import make_url

from coachbot.bench.sheets import COPIED, IDS, NEWCOMER, STATE, Turn, Writing, columns

POOL = 16
WAITING = """
    SELECT i.seq, i.id, i.conversation_id, i.participant_id, i.address_id, i.received_at, i.sealed, i.tries,
           c.version, c.fence, c.standing, c.state, p.alias, p.country, p.language, p.zone
    FROM inbox i JOIN conversation c ON c.id = i.conversation_id JOIN participant p ON p.id = c.participant_id
    WHERE i.closed_at IS NULL AND c.id = $1 ORDER BY i.seq LIMIT 1 FOR UPDATE OF c
"""
GOALS = """
    SELECT g.id, g.participant_id, g.sealed, s.id, s.sealed, s.due, s.size_minutes, s.confidence, s.status
    FROM goal g LEFT JOIN action_step s ON s.goal_id = g.id WHERE g.participant_id = $1
    ORDER BY g.created_at, g.id, s.place
"""
DONE = "UPDATE inbox SET state = 'done', sealed = NULL, closed_at = $1 WHERE seq = $2 AND closed_at IS NULL"
KEY = "INSERT INTO platform_key (key, inbox_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"


def _insert(table: str, names: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(f'${place}' for place in range(1, len(names) + 1))})"


def _or_update(table: str) -> str:
    changing = COPIED[table] if table != "goal" else tuple(name for name in COPIED[table] if name != "created_at")
    return f"{_insert(table, columns(table))} ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in changing)}"


INSERT = {table: _insert(table, columns(table)) for table in IDS} | {table: _or_update(table) for table in ("goal", "action_step")}
DROP = "DELETE FROM action_step WHERE goal_id = $1 AND id != ALL($2)"
MOVED = f"UPDATE conversation SET ({', '.join(STATE)}) = ($1, $2, $3, $4, $5) WHERE id = $6 AND version = $7"


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


async def settle(url: str, newcomers: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
    """Put newcomers into the database, before anything is measured."""
    connection = await asyncpg.connect(_plain(url))
    for table, row in newcomers:
        await connection.execute(_insert(table, NEWCOMER[table]), *row)
    await connection.close()


async def run(url: str, writing: Writing, people: Sequence[str], seconds: float) -> tuple[int, float]:
    """Everybody at once, turn after turn until the time is up; turns, and the seconds they took."""
    async with asyncpg.create_pool(_plain(url), min_size=POOL, max_size=POOL) as pool:
        began = time.perf_counter()
        counts = await asyncio.gather(*(_talk(pool, writing, person, began + seconds) for person in people))
        return sum(counts), time.perf_counter() - began


async def _talk(pool: Any, writing: Writing, person: str, deadline: float) -> int:
    turns = 0
    while time.perf_counter() < deadline:
        turn = writing.turn(person)
        await _take_in(pool, turn)
        await _turn(pool, turn)
        turns += 1
    return turns


async def _take_in(pool: Any, turn: Turn) -> None:
    async with pool.acquire() as connection, connection.transaction():
        for key in turn.keys:
            await connection.execute(KEY, *key)
        await connection.execute(INSERT["inbox"], *turn.inbox)


async def _turn(pool: Any, turn: Turn) -> None:
    async with pool.acquire() as connection, connection.transaction():
        waiting = await connection.fetchrow(WAITING, turn.person)
        await connection.fetch(GOALS, turn.person)
        moved = await connection.execute(MOVED, *turn.state, turn.person, waiting["version"])
        assert moved == "UPDATE 1"
        await _insert_all(connection, turn)
        await connection.execute(DONE, turn.now, waiting["seq"])


async def _insert_all(connection: Any, turn: Turn) -> None:
    for table, rows in {"line": turn.lines, "outbox": turn.postings, "audit": turn.audit, "goal": turn.goals}.items():
        await _insert_rows(connection, table, rows)
    for goal, *_ in turn.goals:
        await connection.execute(DROP, goal, [step for step, _, of_goal, *_ in turn.steps if of_goal == goal])
    await _insert_rows(connection, "action_step", turn.steps)


async def _insert_rows(connection: Any, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if len(rows) == 1:
        await connection.execute(INSERT[table], *rows[0])
    elif rows:
        await connection.executemany(INSERT[table], rows)
