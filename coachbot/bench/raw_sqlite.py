"""The limit: the same rows by hand-written sqlite3 in one thread, two grouped commits for every 32 turns.

It reads what a turn reads and writes what a turn writes, on the product's own schema and settings of the connection; the rows are
made beforehand. It decides nothing, seals nothing, checks nothing, hands nothing from one thread to another, and takes no leases.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from coachbot.bench.sheets import NEWCOMER, Turn
from storage.engine import PRAGMAS

KEY = "INSERT INTO platform_key (key, inbox_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
INBOX = "INSERT INTO inbox (id, participant_id, conversation_id, address_id, received_at, sealed, state) VALUES (?, ?, ?, ?, ?, ?, ?)"
WAITING = """
    SELECT i.seq, i.id, i.conversation_id, i.participant_id, i.address_id, i.received_at, i.sealed, i.tries,
           c.version, c.fence, c.standing, c.state, p.alias, p.country, p.language, p.zone
    FROM inbox i JOIN conversation c ON c.id = i.conversation_id JOIN participant p ON p.id = c.participant_id
    WHERE i.closed_at IS NULL AND c.lease_until IS NULL ORDER BY i.seq LIMIT ?
"""
GOALS = """
    SELECT g.id, g.participant_id, g.sealed, s.id, s.sealed, s.due, s.size_minutes, s.confidence, s.status
    FROM goal g LEFT JOIN action_step s ON s.goal_id = g.id WHERE g.participant_id IN ({})
    ORDER BY g.created_at, g.id, s.place
"""
STATE = "UPDATE conversation SET version = ?, turn = ?, standing = ?, state = ?, schema = ? WHERE id = ? AND version = ?"
LINE = """
    INSERT INTO line (id, participant_id, author, at, words, outbound, wording, content_hash, what, key)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
OUTBOX = """
    INSERT INTO outbox (id, participant_id, conversation_id, address_id, lane, state, sealed, created_at, expires_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
GOAL = """
    INSERT INTO goal (id, participant_id, flow, status, sealed, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET flow = excluded.flow, status = excluded.status, sealed = excluded.sealed, changed_at = excluded.changed_at
"""
DROP = "DELETE FROM action_step WHERE goal_id = ? AND id NOT IN ({})"
STEP = """
    INSERT INTO action_step (id, participant_id, goal_id, place, sealed, due, size_minutes, confidence, status)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET goal_id = excluded.goal_id, place = excluded.place, sealed = excluded.sealed, due = excluded.due,
        size_minutes = excluded.size_minutes, confidence = excluded.confidence, status = excluded.status
"""
AUDIT = "INSERT INTO audit (id, participant_id, at, what, detail) VALUES (?, ?, ?, ?, ?)"
DONE = "UPDATE inbox SET state = 'done', sealed = NULL, closed_at = ? WHERE seq = ? AND closed_at IS NULL"


def connect(path: Path) -> sqlite3.Connection:
    """A connection set up as the product's writer is."""
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def settle(path: Path, newcomers: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
    """Put newcomers into the database, before anything is measured."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for table, row in newcomers:
            connection.execute(f"INSERT INTO {table} ({', '.join(NEWCOMER[table])}) VALUES ({', '.join('?' * len(row))})", row)
        connection.execute("COMMIT")


def run(path: Path, groups: Sequence[Sequence[Turn]]) -> float:
    """Write the groups of turns, each in two commits; seconds."""
    with closing(connect(path)) as connection:
        return sum(_timed(connection, group) for group in groups)


def paced(path: Path, turns: Sequence[Turn], every: float, first: float) -> list[float]:
    """Write one turn each `every` seconds from `first` on, each in its two commits, whatever the one before took; the seconds of each."""
    began, took = time.perf_counter() + first, []
    with closing(connect(path)) as connection:
        for number, turn in enumerate(turns):
            time.sleep(max(began + number * every - time.perf_counter(), 0))
            took.append(_timed(connection, [turn]))
    return took


def _timed(connection: sqlite3.Connection, group: Sequence[Turn]) -> float:
    began = time.perf_counter()
    _take_in(connection, group)
    _turns(connection, group)
    return time.perf_counter() - began


def _take_in(connection: sqlite3.Connection, group: Sequence[Turn]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for turn in group:
        for key in turn.keys:
            connection.execute(KEY, key)
        connection.execute(INBOX, turn.inbox)
    connection.execute("COMMIT")


def _turns(connection: sqlite3.Connection, group: Sequence[Turn]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    people = [turn.person for turn in group]
    waiting = connection.execute(WAITING, (len(group),)).fetchall()
    connection.execute(GOALS.format(", ".join("?" * len(people))), people).fetchall()
    for turn, row in zip(group, waiting, strict=True):
        _turn(connection, turn, row[0])
    connection.execute("COMMIT")


def _turn(connection: sqlite3.Connection, turn: Turn, seq: int) -> None:
    moved = connection.execute(STATE, (*turn.state, turn.person, turn.state[0] - 1))
    assert moved.rowcount == 1
    for statement, rows in ((LINE, turn.lines), (OUTBOX, turn.postings), (AUDIT, turn.audit)):
        if rows:
            connection.executemany(statement, rows)
    if turn.goals:
        _keep_goals(connection, turn)
    connection.execute(DONE, (turn.now, seq))


def _keep_goals(connection: sqlite3.Connection, turn: Turn) -> None:
    connection.executemany(GOAL, turn.goals)
    for goal, *_ in turn.goals:
        kept = [step for step, _, of_goal, *_ in turn.steps if of_goal == goal]
        connection.execute(DROP.format(", ".join("?" * len(kept))), (goal, *kept))
    connection.executemany(STEP, turn.steps)
