"""A clock that can be moved: the stand-ins and the tests wait by it, so minutes pass in no time."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

T = TypeVar("T")

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday morning in London


class MovableClock:
    """Stands still until it is moved. Aware, UTC.

    Waiting goes by time passed, which only grows; `jump` moves the wall clock alone, as when somebody sets it.
    """

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._passed = 0.0
        self._jumped = timedelta()
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def now(self) -> datetime:
        return self._start + self._jumped + timedelta(seconds=self._passed)

    def passed(self) -> float:
        """Seconds since the start; never goes back."""
        return self._passed

    def jump(self, by: timedelta) -> None:
        """Set the wall clock forward or back. Nobody wakes."""
        self._jumped += by

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock has been moved so far."""
        if seconds <= 0:
            return await asyncio.sleep(0)
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (self._passed + seconds, next(self._order), woken))
        await woken

    async def within(self, seconds: float, doing: Awaitable[T]) -> T:
        """The result of `doing`, or TimeoutError when the clock passes `seconds` first."""
        work = asyncio.ensure_future(doing)
        alarm = asyncio.ensure_future(self.sleep(seconds))
        try:
            await asyncio.wait({work, alarm}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise TimeoutError
            return work.result()
        finally:
            alarm.cancel()
            work.cancel()

    async def move(self, by: float | timedelta) -> None:
        """Let time pass (seconds); whoever is due wakes in order, at the time it asked for."""
        until = self._passed + (by.total_seconds() if isinstance(by, timedelta) else by)
        while self._waiting and self._waiting[0][0] <= until:
            due, _, woken = heapq.heappop(self._waiting)
            self._passed = max(self._passed, due)
            if not woken.done():
                woken.set_result(None)
                await breathe()
        self._passed = max(self._passed, until)
        await breathe()

    async def follow(self, step: float = 0.02) -> None:
        """Keep pace with real time, for ever: for a stand-in that people use by hand."""
        loop = asyncio.get_running_loop()
        last = loop.time()
        while True:
            await asyncio.sleep(step)
            last, before = loop.time(), last
            await self.move(last - before)


async def breathe(turns: int = 10) -> None:
    """Let everything that is ready run."""
    for _ in range(turns):
        await asyncio.sleep(0)
