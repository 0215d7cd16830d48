"""One message alone, as it is on most days: from received to committed turn, at twenty messages a second."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from bot.perform import Mind
from coachbot.bench import raw_sqlite
from coachbot.bench.figures import Figure, at_most, percentile, plain
from coachbot.bench.ours import Ours, open_ours, people
from coachbot.bench.sheets import Sheet, Writing
from storage.upgrade import WORDS, upgrade

A_SECOND = 20
SHORTEST = 5.0  # seconds: a hundred messages
BY_HAND = 50  # turns


async def measure_alone(folder: Path, seconds: float, mind: Mind, sheets: list[Sheet]) -> list[Figure]:
    """Milliseconds in the middle and at the end, over at least a hundred messages; the bars are the product's own.

    Beside them what the disk takes for the same rows, written by hand before and after.
    """
    by_hand = _ByHand(folder / "alone-raw.db", sheets)
    await by_hand.open()
    async with open_ours(folder, "alone", mind) as ours:
        who = people(A_SECOND)
        await ours.turns(who, 2)
        disk = by_hand.took()
        took = await paced(ours, who, int(A_SECOND * max(seconds, SHORTEST)))
        disk += by_hand.took()
    return [
        plain("one turn alone by hand-written sqlite3, p50", percentile(disk, 0.5) * 1000, "ms"),
        at_most("one message alone, received to committed, p50", percentile(took, 0.5) * 1000, 10, "ms"),
        at_most("one message alone, received to committed, p99", percentile(took, 0.99) * 1000, 50, "ms"),
    ]


class _ByHand:
    """The same rows by hand, on a file of their own."""

    def __init__(self, path: Path, sheets: list[Sheet]) -> None:
        self._path = path
        self._writing = Writing(sheets, sqlite=True)

    async def open(self) -> None:
        await upgrade(f"sqlite:///{self._path}", WORDS)
        raw_sqlite.settle(self._path, self._writing.newcomer("alone"))

    def took(self) -> list[float]:
        """Seconds of each of some turns."""
        return raw_sqlite.each(self._path, [self._writing.turn("alone") for _ in range(BY_HAND)])


async def paced(ours: Ours, who: list[str], messages: int) -> list[float]:
    """Seconds of each message; they come on a clock and wait for nobody."""
    began = time.perf_counter()
    running = []
    for number in range(messages):
        await asyncio.sleep(max(began + number / A_SECOND - time.perf_counter(), 0))
        running.append(asyncio.create_task(_one(ours, who[number % len(who)])))
    return await asyncio.gather(*running)


async def _one(ours: Ours, person: str) -> float:
    began = time.perf_counter()
    await ours.one_turn(person)
    return time.perf_counter() - began
