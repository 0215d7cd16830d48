"""The product as it runs: the real inbox, performer and notebook, on a database of its own, with people who talk at once."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.perform import Mind
from coachbot.bench.talk import message
from coachbot.memory import keep_for_good
from coachbot.road import Road, build_road
from coachbot.timekeeping import FreshNames, WallClock
from coaching.errors import CoachingError
from coaching.notebook import Claim, Page
from storage.engine import Database, open_database
from storage.keyring import Keyring
from storage.notebook import SqlNotebook
from storage.sealing import MasterKey
from storage.spool import FileSpool
from storage.upgrade import KEYRING, WORDS, upgrade

KEY = base64.b64encode(bytes(range(32))).decode()  # of databases that are thrown away
Door = Callable[[Database], Database]


class TurnFailed(CoachingError):
    """A turn of the benchmark ended with an error: nothing that is measured after that means anything."""


class WatchedNotebook(SqlNotebook):
    """The notebook of the product; whoever waits for a turn is told when it is committed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self.claims: list[Claim] | None = None  # of the turns as they are written, where somebody wants to have them

    def turn_of(self, person: str) -> asyncio.Future[None]:
        """Done when the person's next turn is committed."""
        future = self._waiting[person] = asyncio.get_running_loop().create_future()
        return future

    async def write_turn(self, page: Page) -> None:
        await super().write_turn(page)
        if self.claims is not None:
            self.claims.append(page.claim)
        future = self._waiting.pop(page.claim.inbound.address.person)
        if page.set_aside:
            future.set_exception(TurnFailed("A message was set aside."))
        else:
            future.set_result(None)

    async def put_back(self, claim: Claim, why: str) -> None:
        await super().put_back(claim, why)
        self._waiting.pop(claim.inbound.address.person).set_exception(TurnFailed(f"A turn failed: {why}."))


@dataclass(slots=True)
class Ours:
    """The road, working, and how many messages each person has sent."""

    road: Road
    notebook: WatchedNotebook
    database: Database
    sent: dict[str, int]

    async def one_turn(self, person: str) -> None:
        """The person's next message, from received to committed turn."""
        number = self.sent[person] = self.sent.get(person, -1) + 1
        done = self.notebook.turn_of(person)
        await self.road.inbox.receive([message(person, number, self.road.clock.now())])
        await done

    async def turns(self, people: Sequence[str], each: int) -> float:
        """Everybody at once, `each` turns one after the other; seconds in all."""
        began = time.perf_counter()
        await asyncio.gather(*(self._one_after_the_other(person, each) for person in people))
        return time.perf_counter() - began

    async def for_seconds(self, people: Sequence[str], seconds: float) -> tuple[int, float]:
        """Everybody at once until the time is up; turns, and the seconds they took."""
        before, began = self.count(people), time.perf_counter()
        await asyncio.gather(*(self._until(person, began + seconds) for person in people))
        return self.count(people) - before, time.perf_counter() - began

    def count(self, people: Sequence[str]) -> int:
        return sum(self.sent.get(person, -1) + 1 for person in people)

    async def _one_after_the_other(self, person: str, turns: int) -> None:
        for _ in range(turns):
            await self.one_turn(person)

    async def _until(self, person: str, deadline: float) -> None:
        while time.perf_counter() < deadline:
            await self.one_turn(person)


@asynccontextmanager
async def open_ours(folder: Path, name: str, mind: Mind, *, url: str = "", door: Door = lambda database: database) -> AsyncIterator[Ours]:
    """The product on fresh stores, its turns being done: files in this folder, or for the words this `url`.

    Wired as `coachbot run` wires it, the spool included. `door` may stand before the database.
    """
    clock, names = WallClock(), FreshNames()
    url, keys_url = url or f"sqlite:///{folder}/{name}.db", f"sqlite:///{folder}/{name}-keys.db"
    await upgrade(url, WORDS)
    await upgrade(keys_url, KEYRING)
    keyring = Keyring(open_database(keys_url), MasterKey.read(KEY), clock, names)
    indexes, database = await keyring.root(), door(open_database(url))
    notebook = WatchedNotebook(database, keyring, indexes, clock=clock, names=names)
    spool = FileSpool(folder / f"{name}-spool", indexes.service, names)
    road = build_road(notebook, mind, {}, clock=clock, names=names, spool=spool)
    working = asyncio.create_task(road.perform_on())
    keep_for_good()
    try:
        yield Ours(road, notebook, database, {})
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        await notebook.close()


def people(count: int, group: str = "person") -> list[str]:
    return [f"{group}-{number}" for number in range(count)]
