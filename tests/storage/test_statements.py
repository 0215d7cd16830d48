"""Statements: a turn needs the same few, whatever came before it, and none of them looks through a whole table."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from coaching.notebook import Fate, Posted
from storage.engine import SqliteDatabase, _raw
from tests.storage.people import NAMES, Store, answer, person

BIG = ("inbox", "line", "outbox", "conversation", "participant", "address", "platform_key", "goal", "action_step", "audit", "case", "alert")


@asynccontextmanager
async def traced(store: Store) -> AsyncIterator[list[str]]:
    """Every statement that the writer carries out, as SQLite sees it."""
    database = store.notebook._database
    assert isinstance(database, SqliteDatabase)
    seen: list[str] = []
    await database.do(lambda connection: _raw(connection).set_trace_callback(seen.append))
    yield seen
    await database.do(lambda connection: _raw(connection).set_trace_callback(None))
    seen[:] = [each for each in seen if re.match(r"(SELECT|INSERT|UPDATE|DELETE|WITH|BEGIN|COMMIT|SAVEPOINT)", each)]


async def one_turn(store: Store, name: str) -> list[str]:
    async with traced(store) as seen:
        await store.say(person(name), "a message")
        (claim,) = await store.claim()
        await store.notebook.write_turn(answer(claim, store.clock.now(), "an answer"))
        (parcel,) = await store.due()
        await store.notebook.posted([Posted(parcel, Fate.SENT, store.clock.now(), "p")])
    return [each for each in seen if each not in ("BEGIN IMMEDIATE", "COMMIT")]


async def test_the_thousandth_turn_needs_what_the_tenth_did(file_store: Store):
    for n in range(30):
        await one_turn(file_store, f"p{n}")
    tenth = await one_turn(file_store, "p1")
    for n in range(1000 - 11):
        await file_store.turn(person("p1"), str(n))
    later = await one_turn(file_store, "p1")
    assert len(later) == len(tenth) == 11
    assert [each.split(" (")[0][:24] for each in later] == [each.split(" (")[0][:24] for each in tenth]


async def test_a_turn_alone_takes_no_savepoint(file_store: Store):
    assert not any("SAVEPOINT" in each for each in await one_turn(file_store, "ann"))


async def test_a_batch_of_conversations_is_claimed_with_three_statements(file_store: Store):
    for n in range(20):
        await file_store.say(person(f"p{n}"), "a")
    async with traced(file_store) as seen:
        assert len(await file_store.claim(20)) == 20
    assert len([each for each in seen if each not in ("BEGIN IMMEDIATE", "COMMIT")]) == 3


async def test_no_statement_of_a_turn_looks_through_a_table(file_store: Store):
    for n in range(50):
        await one_turn(file_store, f"p{n}")
    statements = await one_turn(file_store, "p1")
    database = file_store.notebook._database
    scans = []
    for statement in statements:
        plan = await database.do(lambda connection, sql=statement: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all())
        steps = [row[3] for row in plan]
        scans += [(step, statement) for step in steps if step.startswith("SCAN") and "USING" not in step and step.split()[1] in BIG]
        scans += [(step, statement) for step in steps if step.startswith("SCAN") and "waiting" not in step and "CONSTANT" not in step]
    assert scans == []


async def test_the_cost_does_not_grow_with_the_people(file_store: Store):
    alone = await one_turn(file_store, "p0")
    for n in range(60):
        await file_store.turn(person(f"p{n}"), "a")
        await file_store.send_all()
    assert len(await one_turn(file_store, NAMES.new())) == len(alone)
