"""One life of the service after another on the same files: born by a fork of a warm parent, ended by SIGKILL or by having finished."""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coachbot.mind import sandbox_mind
from coachbot.opening import Opened, open_notebook
from coachbot.road import Road, build_road
from coachbot.timekeeping import FreshNames, WallClock, nowhere
from coaching.participant import Channel
from coaching.ports import Landmark
from storage.spool import FileSpool
from tests.road.outside import DiskOutlet, Platform, Said

Life = Callable[["World", Landmark], Coroutine[Any, Any, None]]
MIND = sandbox_mind()
KEY = base64.b64encode(bytes(range(32))).decode()


@dataclass
class World:
    """A service's files and the platform outside of it."""

    folder: Path
    platform: Platform
    history: bool = True
    keyed: bool = True
    urls: tuple[str, str] = ("", "")
    reached: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        if not self.urls[0]:
            self.urls = (f"sqlite:///{self.folder / 'coachbot.db'}", f"sqlite:///{self.folder / 'keys.db'}")


def world(folder: Path, said: list[Said], channel: Channel = Channel.SLACK, *, history: bool = True, keyed: bool = True) -> World:
    return World(folder, Platform(folder, channel, said), history, keyed)


@asynccontextmanager
async def alive(world: World, at: Landmark = nowhere) -> AsyncIterator[tuple[Road, Opened]]:
    """The service on these files, recovered from whatever ended the life before."""
    clock, names = WallClock(), FreshNames()
    async with open_notebook(*world.urls, KEY, clock=clock, names=names, at=at) as opened:
        await opened.notebook.recover()
        outlet = DiskOutlet(world.platform, history=world.history, keyed=world.keyed)
        spool = FileSpool(world.folder / "spool", opened.storage.service_key, names)
        road = build_road(opened.notebook, MIND, {outlet.channel: outlet}, clock=clock, names=names, at=at, limits={}, spool=spool)
        yield road, opened


async def live(world: World, at: Landmark = nowhere) -> None:
    """Take in everything the platform delivers and answer all of it; returns when nothing waits any more."""
    async with alive(world, at) as (road, _):
        works = [asyncio.create_task(work) for work in (road.perform_on(), road.send_on(), road.empty_spool_on())]
        try:
            await asyncio.gather(*(_deliver(road, world, chat, at) for chat in world.platform.undelivered()))
            await _finished(road)
        finally:
            for work in works:
                work.cancel()
            await asyncio.gather(*works, return_exceptions=True)


async def _deliver(road: Road, world: World, chat: list[Said], at: Landmark) -> None:
    for message in chat:
        await road.inbox.receive([message.inbound(world.platform.channel)])
        at("platform.before_acknowledged")
        world.platform.acknowledged.add(message.key)
        at("platform.acknowledged")


async def _finished(road: Road) -> None:
    while True:
        spooled = not await road.inbox.empty_spool()
        backlog = await road.notebook.backlog()
        if not spooled and not backlog.inbox and not backlog.outbox:
            return
        await asyncio.sleep(0.005)


async def live_without_database(world: World, at: Landmark = nowhere) -> None:
    """Take in everything the platform delivers while somebody else holds the file; returns when all of it is kept and said."""
    async with alive(world, at) as (road, _):
        with closing(sqlite3.connect(world.urls[0].removeprefix("sqlite:///"))) as other:
            other.execute("BEGIN IMMEDIATE")
            road.inbox._patience = 0.02
            for chat in world.platform.undelivered():
                await _deliver(road, world, chat, at)
            await road.inbox.finish()
            os._exit(0)  # the writer waits for the file, and nothing else does


def born(world: World, at: Landmark = nowhere, life: Life = live) -> int:
    """Start a life in a child process; its process id. It exits with 0 when it has finished everything."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        asyncio.run(life(world, at))
        code = 0
    finally:
        os._exit(code)


def killed_after(world: World, seconds: float) -> bool:
    """Live for so long, then SIGKILL; True if it finished before."""
    child = born(world)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert status == 0, f"the service ended with {status}"
            return True
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def lived_to_the_end(world: World, seconds: float = 60) -> None:
    """Live until everything is done."""
    assert killed_after(world, seconds), "the service did not finish"


def killed_at(world: World, step: str, *, after: bool = False, life: Life = live) -> bool:
    """Live until `step` is reached (or, with `after`, the first landmark behind it), and pull the plug there; True if it never was."""
    child = born(world, _plug(step, after), life)
    _, status = os.waitpid(child, 0)
    return not os.WIFSIGNALED(status)


def _plug(step_to_end: str, after: bool) -> Landmark:
    passed = False

    def at(step: str) -> None:
        nonlocal passed
        if (step == step_to_end and not after) or passed:
            os.kill(os.getpid(), signal.SIGKILL)
        passed = passed or step == step_to_end

    return at
