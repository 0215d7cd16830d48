"""Turns a second: the product beside the same rows by hand, and beside what is usual. Thirty-two conversations at once."""

from __future__ import annotations

from pathlib import Path

from bot.perform import Mind
from coachbot.bench import by_hand_asyncpg, orm_sqlite, raw_sqlite
from coachbot.bench.figures import Figure, at_least, middle, plain, skipped
from coachbot.bench.ours import open_ours, people
from coachbot.bench.sheets import Sheet, Turn, Writing
from coachbot.bench.talk import ROUND
from coachbot.bench.thinking import Thinking
from coaching.errors import SettingsError
from storage.migrating import downgrade
from storage.upgrade import WORDS, current, upgrade

AT_ONCE = 32
WARM = 0.5  # seconds of the ORM before it is measured, so that its statements are compiled
PIECES = 6  # of the time, in turn for the product and for the baseline: what else the machine does weighs on both alike


async def on_sqlite(folder: Path, seconds: float, mind: Mind, sheets: list[Sheet], thinking: Thinking) -> list[Figure]:
    """Turns a second on SQLite with synchronous=FULL. The raw baseline writes as many turns as the product just did."""
    who = people(AT_ONCE)
    raw, usual = _Raw(folder / "raw.db", sheets, who), _Orm(folder / "orm.db", sheets, who)
    await raw.open()
    await usual.open()
    rates, limits, usuals, rows = [], [], [], []
    async with open_ours(folder, "ours", mind) as ours:
        await ours.turns(who, len(ROUND))
        for _ in range(PIECES):
            turns, took = await ours.for_seconds(who, seconds / PIECES)
            rates.append(turns / took)
            limits.append(raw.turns_a_second(turns))
            usuals.append(await usual.turns_a_second(seconds / PIECES, thinking.turn))
            rows.append(await usual.turns_a_second(seconds / PIECES))
    return [
        plain("turns a second, 32 at once, SQLite FULL", middle(rates), "turns/s"),
        plain("the same rows by hand-written sqlite3, one thread", middle(limits), "turns/s"),
        at_least("of the raw limit", middle(_shares(rates, limits)), 0.12, "ratio (aim 0.2)"),
        plain("the same work by one async ORM transaction a turn", middle(usuals), "turns/s"),
        at_least("times the async ORM, the same work", middle(_shares(rates, usuals)), 10, "times"),
        plain("the same rows by it, nothing decided or sealed", middle(rows), "turns/s"),
        plain("times the async ORM, where that only writes", middle(_shares(rates, rows)), "times"),
    ]


class _Raw:
    """The raw baseline on a file of its own, going on where it stopped."""

    def __init__(self, path: Path, sheets: list[Sheet], who: list[str]) -> None:
        self._path = path
        self._who = who
        self._writing = Writing(sheets, sqlite=True)

    async def open(self) -> None:
        await upgrade(f"sqlite:///{self._path}", WORDS)
        raw_sqlite.settle(self._path, [row for person in self._who for row in self._writing.newcomer(person)])
        raw_sqlite.run(self._path, self._groups(len(ROUND)))

    def turns_a_second(self, turns: int) -> float:
        groups = self._groups(max(turns // len(self._who), 1))
        return len(groups) * len(self._who) / raw_sqlite.run(self._path, groups)

    def _groups(self, count: int) -> list[list[Turn]]:
        return [[self._writing.turn(person) for person in self._who] for _ in range(count)]


class _Orm:
    """The usual way on a file of its own, going on where it stopped."""

    def __init__(self, path: Path, sheets: list[Sheet], who: list[str]) -> None:
        self._path = path
        self._who = who
        self._sheets = sheets
        self._writing = Writing(sheets, sqlite=False)

    async def open(self) -> None:
        await upgrade(f"sqlite:///{self._path}", WORDS)
        newcomers = Writing(self._sheets, sqlite=True)
        raw_sqlite.settle(self._path, [row for person in self._who for row in newcomers.newcomer(person)])
        await self.turns_a_second(WARM)

    async def turns_a_second(self, seconds: float, think: orm_sqlite.Think = orm_sqlite.no_thought) -> float:
        turns, took = await orm_sqlite.run(self._path, self._writing, self._who, seconds, think)
        return turns / took


# -- PostgreSQL -----------------------------------------------------------------------------------------------------------------


async def on_postgres(url: str, folder: Path, seconds: float, mind: Mind, sheets: list[Sheet]) -> list[Figure]:
    """Turns a second on an empty PostgreSQL database, which is left empty."""
    if not url:
        return [skipped("of hand-written asyncpg, 32 at once, PostgreSQL", "give --postgres an empty database")]
    if await current(url) is not None:
        raise SettingsError("The database for the benchmark is not empty: give it one of its own, it is emptied afterwards.")
    try:
        await upgrade(url, WORDS)
        return await _postgres(url, folder, seconds, mind, sheets)
    finally:
        await downgrade(url, WORDS)


async def _postgres(url: str, folder: Path, seconds: float, mind: Mind, sheets: list[Sheet]) -> list[Figure]:
    who, by_hand = people(AT_ONCE), Writing(sheets, sqlite=False)
    await by_hand_asyncpg.settle(url, [row for person in who for row in by_hand.newcomer(person)])
    rates, limits = [], []
    async with open_ours(folder, "postgres", mind, url=url) as ours:
        await ours.turns(who, len(ROUND))
        await by_hand_asyncpg.run(url, by_hand, who, seconds / PIECES)
        for _ in range(PIECES):
            turns, took = await ours.for_seconds(who, seconds / PIECES)
            rates.append(turns / took)
            turns, took = await by_hand_asyncpg.run(url, by_hand, who, seconds / PIECES)
            limits.append(turns / took)
    return [
        plain("turns a second, 32 at once, PostgreSQL", middle(rates), "turns/s"),
        plain("the same rows by hand-written asyncpg", middle(limits), "turns/s"),
        at_least("of hand-written asyncpg, 32 at once, PostgreSQL", middle(_shares(rates, limits)), 0.5, "ratio"),
    ]


def _shares(rates: list[float], limits: list[float]) -> list[float]:
    return [rate / limit for rate, limit in zip(rates, limits, strict=True)]
