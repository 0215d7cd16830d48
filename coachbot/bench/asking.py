"""The child under load: readings a second with many conversations at once, beside one after the other, and how long the loop waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import cycle

from bot.nlu.utterance import Utterance
from coachbot.bench.figures import Figure, at_least, at_most, middle, percentile, plain
from coachbot.bench.messages import by_set, mix
from coachbot.memory import keep_for_good
from coachbot.model.client import ChildModel, command
from coaching.errors import NoModel

AT_ONCE = 32
PIECES = 5  # of the time, in turn for many at once and for one after the other
PATIENCE = 120.0  # seconds until the child is ready
DEADLINE = 60.0  # seconds for one answer: nothing is late here
TICK = 0.001  # seconds
PAIRS, BLOCKS = 3, 2  # of blocks of messages of one set


async def measure_asking(seconds: float, folder: str = "") -> list[Figure]:
    """Ratios of readings a second; milliseconds that a ticker of one millisecond came late while everybody asked."""
    async with _ready(folder) as model:
        keep_for_good()  # as the service does
        crowd, alone, waits = await _in_turn(model, cycle(mix()), seconds / PIECES)
        sets = [await _of_set(model, messages) for messages in by_set().values()]
    ratios = [many / one for many, one in zip(crowd, alone, strict=True)]
    return [
        plain(f"readings a second, {AT_ONCE} at once", middle(crowd), "readings/s"),
        plain("readings a second, one after the other", middle(alone), "readings/s"),
        at_least(f"{AT_ONCE} at once, of one after the other", middle(ratios), 1.5, "times"),
        at_least("the same on the set where it gains least", min(sets), 1.0, "times"),
        plain(f"wait of the event loop while {AT_ONCE} ask, p99", middle(percentile(piece, 0.99) for piece in waits) * 1000, "ms"),
        at_most(f"wait of the event loop while {AT_ONCE} ask, longest", middle(map(max, waits)) * 1000, 5, "ms"),
    ]


@asynccontextmanager
async def _ready(folder: str) -> AsyncIterator[ChildModel]:
    model = ChildModel(command(folder))
    model.start()
    try:
        async with asyncio.timeout(PATIENCE):
            while (state := model.state())["why"]:
                if state["why"] != "loading":
                    raise NoModel(str(state["why"]))
                await asyncio.sleep(0.05)
        yield model
    finally:
        await model.close()


Rates = list[float]


async def _in_turn(model: ChildModel, messages: Iterator[Utterance], seconds: float) -> tuple[Rates, Rates, list[list[float]]]:
    """Readings a second with everybody at once, and alone, piece by piece; and the waits of the loop with everybody at once."""
    crowd, alone, waits = list[float](), list[float](), list[list[float]]()
    for _ in range(PIECES):
        waits.append([])
        ticking = asyncio.create_task(_tick(waits[-1]))
        crowd.append(await _rate(model, messages, seconds, AT_ONCE))
        ticking.cancel()
        alone.append(await _rate(model, messages, seconds, 1))
    return crowd, alone, waits


async def _of_set(model: ChildModel, messages: Sequence[Utterance]) -> float:
    """Readings a second of many at once, of one after the other, on fresh messages of one set: the middle of pairs of blocks."""
    ratios = []
    for pair in range(PAIRS):
        block = messages[2 * AT_ONCE * BLOCKS * pair : 2 * AT_ONCE * BLOCKS * (pair + 1)]
        ratios.append(await _took(model, block[1::2], 1) / await _took(model, block[::2], AT_ONCE))
    return middle(ratios)


async def _took(model: ChildModel, messages: Sequence[Utterance], at_once: int) -> float:
    """Seconds for all of them, so many at a time."""
    began = time.perf_counter()
    for start in range(0, len(messages), at_once):
        await asyncio.gather(*(model.scores(utterance, DEADLINE) for utterance in messages[start : start + at_once]))
    return time.perf_counter() - began


async def _rate(model: ChildModel, messages: Iterator[Utterance], seconds: float, at_once: int) -> float:
    """Readings a second of so many conversations, each of which asks again when it has its answer."""
    began = time.perf_counter()
    counts = await asyncio.gather(*(_talk(model, messages, began + seconds) for _ in range(at_once)))
    return sum(counts) / (time.perf_counter() - began)


async def _talk(model: ChildModel, messages: Iterator[Utterance], end: float) -> int:
    count = 0
    while time.perf_counter() < end:
        assert await model.scores(next(messages), DEADLINE) is not None
        count += 1
    return count


async def _tick(waits: list[float]) -> None:
    while True:
        due = time.perf_counter() + TICK
        await asyncio.sleep(TICK)
        waits.append(time.perf_counter() - due)
