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
TIMES = 10  # as long as a measurement of throughput: with three seconds, 600 messages, so that one pause of the disk is not the figure
SHORTEST = 5.0  # seconds: a hundred messages


async def measure_alone(folder: Path, seconds: float, mind: Mind, sheets: list[Sheet]) -> list[Figure]:
    """Milliseconds in the middle and at the end, the bars are the product's own.

    Between two messages the same rows are written by hand, to a file of their own: what the disk itself takes in those moments.
    """
    by_hand, writing = folder / "alone-raw.db", Writing(sheets, sqlite=True)
    await upgrade(f"sqlite:///{by_hand}", WORDS)
    raw_sqlite.settle(by_hand, writing.newcomer("alone"))
    messages = int(A_SECOND * max(seconds * TIMES, SHORTEST))
    turns = [writing.turn("alone") for _ in range(messages)]
    async with open_ours(folder, "alone", mind) as ours:
        who = people(A_SECOND)
        await ours.turns(who, 2)
        took, disk = await asyncio.gather(
            paced(ours, who, messages), asyncio.to_thread(raw_sqlite.paced, by_hand, turns, 1 / A_SECOND, 0.5 / A_SECOND)
        )
    return [
        plain("one turn alone by hand-written sqlite3, p50", percentile(disk, 0.5) * 1000, "ms"),
        plain("one turn alone by hand-written sqlite3, p99", percentile(disk, 0.99) * 1000, "ms"),
        at_most("one message alone, received to committed, p50", percentile(took, 0.5) * 1000, 10, "ms"),
        at_most("one message alone, received to committed, p99", percentile(took, 0.99) * 1000, 50, "ms"),
        plain("one message alone, received to committed, longest", max(took) * 1000, "ms"),
    ]


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
