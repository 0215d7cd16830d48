"""One message alone, as it is on most days: from received to committed turn, at twenty messages a second."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from bot.perform import Mind
from coachbot.bench.figures import Figure, at_most, percentile
from coachbot.bench.ours import Ours, open_ours, people

A_SECOND = 20
SHORTEST = 5.0  # seconds: a hundred messages


async def measure_alone(folder: Path, seconds: float, mind: Mind) -> list[Figure]:
    """Milliseconds in the middle and at the end, over at least a hundred messages; the bars are the product's own."""
    async with open_ours(folder, "alone", mind) as ours:
        who = people(A_SECOND)
        await ours.turns(who, 2)
        took = await paced(ours, who, int(A_SECOND * max(seconds, SHORTEST)))
    return [
        at_most("one message alone, received to committed, p50", percentile(took, 0.5) * 1000, 10, "ms"),
        at_most("one message alone, received to committed, p99", percentile(took, 0.99) * 1000, 50, "ms"),
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
