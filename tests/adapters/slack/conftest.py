"""Slack on loopback, our app beside it, and a store in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette

from bot.adapters.slack.app import Pace, SlackApp
from bot.adapters.slack.client import close_client, open_client
from bot.adapters.slack.outlet import SlackOutlet
from bot.adapters.slack.rooms import Rooms
from bot.adapters.slack.views import needed
from coaching.errors import NotStored
from coaching.message import Inbound, Kind, Lane, Outbound
from coaching.participant import Address, Channel
from coaching.ports import Cursor, Glance, Receipt
from coaching.words import text_of
from standins.clock import MovableClock
from standins.slack import Slack
from standins.slack.server import APP_TOKEN, BOT_TOKEN, SECRET
from standins.slack.workspace import TEAM

LABELS = {name: name for name in needed()} | {
    f"slack.form.{flow}.{part}": f"{flow} {part}" for flow in ("woop", "smart") for part in ("title", "submit", "close")
}
HELP, AGAIN, PICK = "Help now", "(sent again)", "Pick a day"
QUICK = Pace(pause=0.01, heartbeat=10.0, patience=2.0)


@dataclass
class Store:
    """An Intake in memory: what has one of its keys already is known. `failing` times it stores nothing; `gate` holds it up."""

    taken: list[Inbound] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    failing: int = 0
    gate: asyncio.Event | None = None
    calls: int = 0

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        self.calls += 1
        if self.failing:
            self.failing -= 1
            raise NotStored("the disk is full")
        if self.gate is not None:
            await self.gate.wait()
        return [self._take(inbound) for inbound in inbounds]

    def _take(self, inbound: Inbound) -> Receipt:
        if self.keys & set(inbound.keys):
            self.keys |= set(inbound.keys)
            return Receipt.KNOWN
        self.keys |= set(inbound.keys)
        self.taken.append(inbound)
        return Receipt.TAKEN

    async def cursor(self, name: str) -> str | None:
        return None

    def words(self, kind: Kind = Kind.TEXT) -> list[str]:
        return [inbound.words.text for inbound in self.taken if inbound.kind is kind]


@dataclass
class Desk:
    """A Looking that shows what a test puts there."""

    shown: Glance = field(default_factory=lambda: Glance(known=True, standing="with_bot", goals=(), doing=""))
    asked: list[Address] = field(default_factory=list)

    async def glance(self, address: Address, lines: int = 0) -> Glance:
        self.asked.append(address)
        return self.shown


@dataclass
class World:
    """Everything a test needs at hand."""

    clock: MovableClock
    slack: Slack
    store: Store
    desk: Desk
    app: SlackApp
    outlet: SlackOutlet
    client: Any

    def say(self, id: str = "01OUT", text: str = "Hello", **more: Any) -> Outbound:
        """An outbound message to the nurse."""
        place = more.pop("place", "DU1")
        thread = more.pop("thread", "")
        address = Address(Channel.SLACK, TEAM, more.pop("person", "U1"), place, thread)
        return Outbound(id, address, more.pop("lane", Lane.REPLY), more.pop("rich", text_of(text)), **more)


async def until(true: Callable[[], object], patience: float = 5.0) -> None:
    """Wait (real time) until it is so."""
    async with asyncio.timeout(patience):
        while not true():  # noqa: ASYNC110 - the other side has no event to wait for
            await asyncio.sleep(0.005)


@asynccontextmanager
async def served(app: SlackApp) -> AsyncIterator[str]:
    """The app's HTTP side on a port of its own."""
    config = uvicorn.Config(Starlette(routes=[app.route]), port=0, log_level="critical", lifespan="off", access_log=False)
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    task = asyncio.create_task(server._serve())
    await until(lambda: server.started)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/slack/events"
    finally:
        server.should_exit = True
        await task


async def built(stack: AsyncExitStack, *, socket: bool, pace: Pace = QUICK, **more: Any) -> World:
    """Slack, our side of it, and the two connected."""
    clock, store, desk = MovableClock(), Store(), Desk()
    slack = await stack.enter_async_context(Slack(clock))
    slack.person("U1", "nurse")
    slack.space.direct("U1")
    client = await open_client(BOT_TOKEN, slack.url, patience=more.pop("timeout", 5.0))
    stack.push_async_callback(close_client, client)
    app_client = await open_client(APP_TOKEN, slack.url) if socket else None
    if app_client is not None:
        stack.push_async_callback(close_client, app_client)
    rooms = Rooms(client)
    app = SlackApp(client, store, desk, clock, LABELS, signing_secret=SECRET, app_client=app_client, rooms=rooms, pace=pace, **more)
    await app.start()
    stack.push_async_callback(app.stop)
    await asyncio.wait_for(app.ready.wait(), 5)
    outlet = SlackOutlet(client, clock, help_now=HELP, again_mark=AGAIN, pick_day=PICK, rooms=rooms)
    return World(clock, slack, store, desk, app, outlet, client)


async def with_http(stack: AsyncExitStack, **more: Any) -> World:
    world = await built(stack, socket=False, **more)
    world.slack.listen_at(await stack.enter_async_context(served(world.app)))
    return world


async def with_socket(stack: AsyncExitStack, **more: Any) -> World:
    world = await built(stack, socket=True, **more)
    await until(lambda: world.slack.sockets.links and world.app.socket and world.app.socket.connected)
    return world


WAYS: dict[str, Callable[..., Awaitable[World]]] = {"http": with_http, "socket": with_socket}


@pytest.fixture(params=list(WAYS))
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """Both ways in, one after the other."""
    async with AsyncExitStack() as stack:
        yield await WAYS[request.param](stack)


@pytest.fixture
async def http() -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        yield await with_http(stack)


@pytest.fixture
async def socket() -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        yield await with_socket(stack)
