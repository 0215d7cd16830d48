"""Many small units of work asked for in the same moment become one: a statement for all costs hardly more than one for each."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection

from storage.engine import Database

Item = TypeVar("Item")
Result = TypeVar("Result")
Given = TypeVar("Given", contravariant=True)
Made = TypeVar("Made", covariant=True)
MOST = 64  # items in one unit


class WorkOnAll(Protocol[Given, Made]):
    """Does all of its items or raises, and gives a result for each, in their order."""

    def __call__(self, connection: Connection, /, items: Sequence[Given]) -> Sequence[Made]: ...


class Together(Generic[Item, Result]):
    """Collects items until the event loop comes round, and carries them out as one unit; where that fails, one by one."""

    def __init__(self, database: Database, work: WorkOnAll[Item, Result]) -> None:
        self._database = database
        self._work = work
        self._waiting: list[tuple[Item, asyncio.Future[Result]]] = []
        self._running: set[asyncio.Task[None]] = set()

    async def do(self, item: Item) -> Result:
        """Carry the item out; returning means committed. Its own error, never that of another."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._go)
        self._waiting.append((item, future))
        return await future

    def _go(self) -> None:
        waiting, self._waiting = self._waiting, []
        for start in range(0, len(waiting), MOST):
            task = asyncio.get_running_loop().create_task(self._carry_out(waiting[start : start + MOST]))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _carry_out(self, group: Sequence[tuple[Item, asyncio.Future[Result]]]) -> None:
        try:
            results = await self._database.do(partial(self._work, items=[item for item, _ in group]))
        except Exception as error:
            if len(group) > 1:
                await asyncio.gather(*(self._carry_out([each]) for each in group))
            else:
                _tell(group[0][1], error)
        else:
            for (_, future), result in zip(group, results, strict=True):
                _tell(future, result)


def _tell(future: asyncio.Future[Result], outcome: Result | Exception) -> None:
    """Whoever has stopped waiting is not told."""
    if future.done():
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
