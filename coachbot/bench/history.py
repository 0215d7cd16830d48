"""What does not grow: the statements of a turn, and its cost with a long conversation behind it or a hundred thousand people around it.

Costs are compared in pairs: the same messages by both sides, one right after the other, and the middle of many such pairs, so
that what else the machine does meanwhile weighs on both alike.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from bot.perform import Mind
from coachbot.bench.crowd import settle_crowd
from coachbot.bench.figures import Figure, at_most, middle, plain
from coachbot.bench.ours import Ours, open_ours, people
from coachbot.bench.talk import ROUND

FEW, MANY = 100, 100_000  # participants
LONG = 1000  # turns
TENTH = 2  # turns before a block of a round, so that the tenth lies in the middle of it
AT_ONCE = 8
ALLOWED = 1.1
DATA = ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")


async def measure_history(folder: Path, pairs: int, mind: Mind, *, long: int = LONG, many: int = MANY) -> list[Figure]:
    """Ratios of a turn's seconds, and statements counted where SQLite carries them out."""
    async with _town(folder, "few", FEW, mind) as few, _town(folder, "many", many, mind) as many_people:
        return [
            *await _counted(few, many_people),
            at_most(f"a turn among {many:,} participants, of one among {FEW}", await _crowded(few, many_people, pairs), ALLOWED, "ratio"),
            at_most(f"turn {long:,} of a conversation, of its 10th", await _aged(few, pairs, long), ALLOWED, "ratio"),
        ]


@asynccontextmanager
async def _town(folder: Path, name: str, count: int, mind: Mind) -> AsyncIterator[Ours]:
    """The product on a database with so many people in it."""
    async with open_ours(folder, name, mind) as ours:
        settle_crowd(folder / f"{name}.db", count)
        yield ours


async def _crowded(few: Ours, many: Ours, pairs: int) -> float:
    who = people(AT_ONCE * 4)
    for town in (few, many):
        await town.turns(who, len(ROUND))
    ratios = []
    for _ in range(pairs):
        among_few = await few.turns(who, len(ROUND) // 2)
        ratios.append(await many.turns(who, len(ROUND) // 2) / among_few)
    return middle(ratios)


async def _aged(ours: Ours, pairs: int, long: int) -> float:
    """Everybody came at the same time; some talked on and on, and now the others, spread among all, say the same as they."""
    old, rest = people(AT_ONCE, "old"), people(AT_ONCE * pairs, "young")
    await ours.turns([*rest, *old], TENTH)
    await ours.turns(old, long - long % len(ROUND))
    ratios = []
    for young in (rest[number::pairs] for number in range(pairs)):
        of_young = await ours.turns(young, len(ROUND))
        ratios.append(await ours.turns(old, len(ROUND)) / of_young)
    return middle(ratios)


# -- statements -----------------------------------------------------------------------------------------------------------------


async def _counted(few: Ours, many: Ours) -> list[Figure]:
    """Of each message of a round: the second time round, the fifth time, and in the large database."""
    first = await _statements(few, "first", 2)
    later, crowded = await _statements(few, "later", 5), await _statements(many, "later", 5)
    differing = sum(count != other or count != third for count, other, third in zip(first, later, crowded, strict=True))
    return [
        plain("statements of a turn alone, the most", max(first), "statements"),
        at_most("messages whose turn takes more statements later, or in a crowd", differing, 0, f"of {len(ROUND)}"),
    ]


async def _statements(ours: Ours, person: str, nth: int) -> list[int]:
    """Statements of each turn of the `nth` round of talk of somebody alone."""
    await ours.turns([person], len(ROUND) * (nth - 1) + 1)
    counts = []
    async with _noted(ours) as noted:
        for _ in ROUND:
            await asyncio.sleep(0.005)  # the look for more work, which ends every turn
            noted.clear()
            await ours.one_turn(person)
            counts.append(sum(text.startswith(DATA) for text in noted))
    return counts


@asynccontextmanager
async def _noted(ours: Ours) -> AsyncIterator[list[str]]:
    """The statements that the writer's connection carries out meanwhile."""
    noted: list[str] = []
    await ours.database.do(partial(_trace, note=noted.append))
    try:
        yield noted
    finally:
        await ours.database.do(partial(_trace, note=None))


def _trace(connection: Connection, note: Callable[[str], None] | None) -> None:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_trace_callback(note)
