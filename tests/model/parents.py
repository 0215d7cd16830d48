"""A parent with a small child, for tests: quick to start, quick to lose patience."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psutil

from coachbot.model.client import ChildModel, Rests
from coachbot.model.life import Limits

SMALL = (sys.executable, str(Path(__file__).with_name("small_child.py")))
LIMITS = Limits(loading=30.0, hung=0.6, pulse=0.05)
RESTS = Rests(before=(0.05, 0.1), sound=60.0)


@asynccontextmanager
async def model(way: str = "sound", limits: Limits = LIMITS) -> AsyncIterator[ChildModel]:
    """The model with a child that goes this way, started."""
    made = ChildModel((*SMALL, way), limits, RESTS)
    made.start()
    try:
        yield made
    finally:
        await made.close()


async def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - another process has no event to wait for
            await asyncio.sleep(0.01)


async def ready(made: ChildModel) -> None:
    await until(lambda: made.state()["layer"] == "model")


def child_of(process: int, named: str = "small_child.py") -> psutil.Process:
    """The one child of a process whose command holds this name."""
    (child,) = [each for each in psutil.Process(process).children() if named in " ".join(each.cmdline())]
    return child
