"""What is usual: one async ORM transaction a turn. SQLAlchemy's AsyncSession on aiosqlite, declarative models, 32 tasks.

The same rows, the same schema, the same settings of each connection, and SQLAlchemy's own pool of five (one, or one a task, was no
faster). Where it is given what a turn thinks, it does the same work, deciding and sealing included; otherwise it only writes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, event, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from coachbot.bench.sheets import STATE, Turn, Writing, columns
from storage import tables
from storage.engine import PRAGMAS


class Base(DeclarativeBase):
    """The declarative models, on the product's own tables."""


class PlatformKey(Base):
    __table__ = tables.platform_key


class Participant(Base):
    __table__ = tables.participant


class Conversation(Base):
    __table__ = tables.conversation


class Inbox(Base):
    __table__ = tables.inbox


class Line(Base):
    __table__ = tables.line


class Outbox(Base):
    __table__ = tables.outbox


class Goal(Base):
    __table__ = tables.goal


class ActionStep(Base):
    __table__ = tables.action_step


class Audit(Base):
    __table__ = tables.audit


Think = Callable[[str], Awaitable[object]]

GOALS = select(Goal, ActionStep).outerjoin(ActionStep, tables.action_step.c.goal_id == tables.goal.c.id)


async def no_thought(person: str) -> None:
    """Nothing is decided or sealed: only the rows are written."""


async def run(path: Path, writing: Writing, people: Sequence[str], seconds: float, think: Think = no_thought) -> tuple[int, float]:
    """Everybody at once, turn after turn until the time is up; turns, and the seconds they took."""
    engine = _engine(path)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    began = time.perf_counter()
    counts = await asyncio.gather(*(_talk(sessions, writing, person, began + seconds, think) for person in people))
    took = time.perf_counter() - began
    await engine.dispose()
    return sum(counts), took


def _engine(path: Path) -> AsyncEngine:
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}", pool_size=5, max_overflow=0, pool_timeout=None)
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _set_up(connection: Any, record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


async def _talk(sessions: async_sessionmaker[AsyncSession], writing: Writing, person: str, deadline: float, think: Think) -> int:
    turns = 0
    while time.perf_counter() < deadline:
        await think(person)
        await _turn(sessions, writing.turn(person))
        turns += 1
    return turns


async def _turn(sessions: async_sessionmaker[AsyncSession], turn: Turn) -> None:
    async with sessions() as session, session.begin():
        message = Inbox(**_named("inbox", turn.inbox))
        session.add_all([*(PlatformKey(key=key, inbox_id=name) for key, name in turn.keys), message])
        await session.flush()
        conversation = await session.get_one(Conversation, turn.person)
        await session.get_one(Participant, turn.person)
        (await session.execute(GOALS.where(tables.goal.c.participant_id == turn.person))).all()
        _change(conversation, dict(zip(STATE, turn.state, strict=True)))
        session.add_all([*_all(Line, "line", turn.lines), *_all(Outbox, "outbox", turn.postings), *_all(Audit, "audit", turn.audit)])
        for goal in _all(Goal, "goal", turn.goals):
            await session.merge(goal)
        if turn.goals:
            await _keep_steps(session, turn)
        _change(message, {"state": "done", "sealed": None, "closed_at": turn.now})


async def _keep_steps(session: AsyncSession, turn: Turn) -> None:
    await session.flush()
    step = tables.action_step.c
    gone = step.goal_id.in_([goal[0] for goal in turn.goals]), step.id.not_in([kept[0] for kept in turn.steps])
    await session.execute(delete(ActionStep).where(*gone))
    for each in _all(ActionStep, "action_step", turn.steps):
        await session.merge(each)


def _change(entity: Base, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(entity, name, value)


def _all(model: type[Base], table: str, rows: Iterable[tuple[Any, ...]]) -> list[Base]:
    return [model(**_named(table, row)) for row in rows]


def _named(table: str, row: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(columns(table), row, strict=True))
