"""The service in the test's own process: the real road between Slack and Telegram on loopback, on a clock that the test moves.

    async with world(urls(tmp_path)) as here:
        nurse = here.nurse()
        await nurse.types("woop")

Nothing runs by itself but the ways in: `settle` works off what there is to do, `lasts` lets time pass meanwhile.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import uvicorn
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.perform import Mind
from coachbot.hand_off import HandOff, build_hand_off, places_of
from coachbot.mind import sandbox_mind
from coachbot.opening import Opened, open_notebook
from coachbot.platforms import PATHS, Platforms
from coachbot.road import Road, build_road
from coachbot.settings import Settings
from coachbot.settings import Slack as SlackSettings
from coachbot.settings import Telegram as TelegramSettings
from coachbot.timekeeping import FreshNames, nowhere
from coaching.participant import Address, Channel
from coaching.ports import Glance, Landmark, Line
from standins.clock import MovableClock, breathe
from standins.slack import Slack
from standins.slack.person import Person as SlackPerson
from standins.slack.server import APP_TOKEN, BOT_TOKEN
from standins.slack.server import SECRET as SIGNING_SECRET
from standins.slack.workspace import TEAM, Message
from standins.telegram import Person as TelegramPerson
from standins.telegram import TelegramStandIn
from storage.spool import FileSpool

MIND = sandbox_mind()
KEY = base64.b64encode(bytes(range(32))).decode()
WEBHOOK_SECRET = "a-secret-of-the-tests"
BOTH = frozenset({"Slack", "Telegram"})
COACHES = "C0COACHES"  # the coaches' channel, or the title of their group, where a test has made it
A_MOMENT = 0.5  # seconds until what is due, and frozen, is looked at again
A_LEASE = 61.0  # seconds until what a dead process held is free again


def files(folder: Path) -> tuple[str, str]:
    """Both stores as SQLite files."""
    return f"sqlite:///{folder / 'coachbot.db'}", f"sqlite:///{folder / 'keys.db'}"


async def until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait (real time) for what happens on a socket."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - the other side has no event to wait for
            await asyncio.sleep(0.001)


# -- one life of the service ----------------------------------------------------------------------------------------------------


@dataclass
class Life:
    """The service between a start and an end."""

    opened: Opened
    road: Road
    platforms: Platforms
    app: ASGIApp
    stack: AsyncExitStack
    hand_off: HandOff
    tends: bool = False  # whether cases are looked after: where a test's own programme has people who can be asked for

    async def work(self) -> int:
        """Every turn, every send, every look at a case and every post to the staff that can be done now; how many."""
        count = done = await self._step()
        while done:
            done = await self._step()
            count += done
        return count

    async def _step(self) -> int:
        done = await self.road.performer.perform_waiting() + await self.road.sender.send_due()
        return done + await self.hand_off.tender.tend_due() + await self.hand_off.poster.post_due() if self.tends else done

    async def end(self) -> None:
        """An end, orderly or not: what was committed stays, everything else is gone."""
        with contextlib.suppress(Exception):
            await self.platforms.stop_receiving()
        with contextlib.suppress(Exception):
            await self.platforms.close()
        with contextlib.suppress(Exception):
            await self.stack.aclose()


@dataclass
class Front:
    """The address that platforms know. While no service lives, its calls are turned away."""

    life: Life | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app: ASGIApp = self.life.app if self.life else PlainTextResponse("", 502)
        await app(scope, receive, send)


# -- what survives it -----------------------------------------------------------------------------------------------------------


@dataclass
class World:
    """Both platforms, the people on them, the stores, and the service as it lives now. `ways` is how Slack and Telegram deliver."""

    clock: MovableClock
    slack: Slack
    telegram: TelegramStandIn
    urls: tuple[str, str]
    front: Front
    address: str  # http://127.0.0.1:port
    ways: tuple[str, str] = ("http", "polling")
    used: Collection[str] = BOTH
    spool: Path | None = None  # a folder, where the service has a spool
    mind: Mind = MIND
    people: int = 0
    notes: dict[str, Any] = field(default_factory=dict)  # what a test wants to remember of somebody

    @property
    def life(self) -> Life:
        assert self.front.life is not None, "no service lives"
        return self.front.life

    @property
    def road(self) -> Road:
        return self.life.road

    @property
    def settings(self) -> Settings:
        by_slack, by_telegram = self.ways
        slack = SlackSettings(
            bot_token=SecretStr(BOT_TOKEN),
            signing_secret=SecretStr(SIGNING_SECRET),
            app_token=SecretStr(APP_TOKEN) if by_slack == "socket" else None,
            api_base=self.slack.url,
            coach_channel=COACHES if COACHES in self.slack.space.conversations else "",
        )
        hook = {"webhook_url": self.address + PATHS["Telegram"], "webhook_secret": SecretStr(WEBHOOK_SECRET)}
        telegram = TelegramSettings(
            token=SecretStr(self.telegram.token),
            api_base=self.telegram.base,
            coach_group=next((str(chat.id) for chat in self.telegram.chats.values() if chat.title == COACHES), ""),
            **(hook if by_telegram == "webhook" else {}),
        )
        return Settings(
            slack=slack if "Slack" in self.used else SlackSettings(),
            telegram=telegram if "Telegram" in self.used else TelegramSettings(),
        )

    # -- birth and death -------------------------------------------------------------------------------------------------------

    async def born(self, at: Landmark = nowhere) -> Life:
        """Start the service on the same stores and the same platforms."""
        stack, names = AsyncExitStack(), FreshNames()
        opened = await stack.enter_async_context(open_notebook(*self.urls, KEY, clock=self.clock, names=names, at=at))
        await opened.begin_alone()
        spool = None if self.spool is None else FileSpool(self.spool, opened.storage.service_key, names)
        road = build_road(opened.notebook, self.mind, {}, clock=self.clock, names=names, at=at, spool=spool)
        settings = self.settings
        hand_off = build_hand_off(road, opened.casework, places=lambda: places_of(settings))
        platforms = Platforms(settings, road, opened, hand_off)
        tends = self.mind.programme is not MIND.programme and self.mind.programme.staffed
        self.front.life = Life(opened, road, platforms, Starlette(routes=platforms.routes()), stack, hand_off, tends)
        await platforms.open(receive=True)
        await until(self._is_listening)
        return self.front.life

    def _is_listening(self) -> bool:
        slack = self.life.platforms.state().get("Slack", {})
        polling = "Telegram" in self.used and self.ways[1] == "polling"
        return not slack.get("wrong") and (not polling or bool(self.telegram._polls))

    async def dies(self) -> None:
        """No service any more; what it held is free again once its leases have ended."""
        life, self.front.life = self.front.life, None
        if life is not None:
            await life.end()
        await until(lambda: not self.telegram._polls)
        await self.clock.move(A_LEASE)

    async def restarts(self, at: Landmark = nowhere) -> None:
        await self.dies()
        await self.born(at)

    # -- letting things happen -------------------------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Until nothing more happens at this moment."""
        while True:
            await self.delivered()
            if not await self.life.work():
                break
        await self.delivered()

    async def delivered(self) -> None:
        """Until everything the people did has reached the service, or waits by the clock to be tried again."""
        await self.slack.settled()
        if "Telegram" in self.used:
            await until(self.telegram_is_quiet)
        await breathe()

    def telegram_is_quiet(self) -> bool:
        """Whether nothing from Telegram is on its way at this moment."""
        waiting = self.telegram.updates.waiting
        if not waiting or self.front.life is None:
            return True
        hook = self.telegram.webhook
        return bool(hook.url) and all(entry.chat in hook.resting for entry in waiting)

    async def lasts(self, seconds: float) -> None:
        """Let time pass, doing everything at the moment it is due."""
        end = self.clock.passed() + seconds
        await self.settle()
        while (left := end - self.clock.passed()) > 1e-6:
            await self.clock.move(min(left, await self._until_next()))
            await self.settle()

    async def _until_next(self) -> float:
        """Seconds until something is due: a row of the outbox, or a try of a platform."""
        due = await self.road.notebook.next_due()
        waits = [1e9] if due is None else [max((due - self.clock.now()).total_seconds(), A_MOMENT)]
        waits += [when - self.clock.passed() for when, _, woken in self.clock._waiting if not woken.done()]
        return max(0.001, min((wait for wait in waits if wait > 0), default=1e9))

    # -- looking ---------------------------------------------------------------------------------------------------------------

    async def glance(self, address: Address) -> Glance:
        return await self.road.glance(address, 10_000)

    async def count(self, table: str, where: str = "1 = 1") -> int:
        """Rows of a table, as the database has them."""
        engine = create_async_engine(self.urls[0].replace("sqlite:", "sqlite+aiosqlite:"))
        try:
            async with engine.connect() as connection:
                return int((await connection.execute(text(f"SELECT count(*) FROM {table} WHERE {where}"))).scalar_one())
        finally:
            await engine.dispose()

    async def nothing_waits(self) -> bool:
        backlog = await self.road.notebook.backlog()
        return (backlog.inbox, backlog.outbox, backlog.set_aside) == (0, 0, 0)

    # -- people ----------------------------------------------------------------------------------------------------------------

    def nurse(self, name: str = "") -> Nurse:
        """Somebody new in Slack."""
        self.people += 1
        person = self.slack.person(f"U{self.people:04d}{name.upper()}", name or f"nurse {self.people}")
        self.slack.space.direct(person.id)
        return Nurse(self, person)

    def doctor(self, name: str = "") -> Doctor:
        """Somebody new in Telegram."""
        self.people += 1
        return Doctor(self, self.telegram.person(name or f"Doctor {self.people}"))

    def somebody(self, channel: Channel) -> Nurse | Doctor:
        return self.nurse() if channel is Channel.SLACK else self.doctor()


@asynccontextmanager
async def world(
    urls: tuple[str, str], *ways: str, used: Collection[str] = BOTH, alive: bool = True, spool: Path | None = None
) -> AsyncIterator[World]:
    """Platforms, an address, and (unless told otherwise) a service that lives."""
    clock = MovableClock()
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(Slack(clock))
        telegram = await stack.enter_async_context(TelegramStandIn(clock))
        front = Front()
        address = await stack.enter_async_context(_served(front))
        by_slack, by_telegram, *_ = (*ways, *("http", "polling")[len(ways) :])
        here = World(clock, slack, telegram, urls, front, address, (by_slack, by_telegram), used, spool)
        if here.ways[0] == "http":
            slack.listen_at(address + PATHS["Slack"])
        if alive:
            await here.born()
        try:
            yield here
        finally:
            if front.life is not None:
                await front.life.end()


@asynccontextmanager
async def _served(app: ASGIApp) -> AsyncIterator[str]:
    """An app on a port of its own."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_config=None, lifespan="off", access_log=False, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign, assignment]
    task = asyncio.create_task(server.serve(sockets=[listening]))
    await until(lambda: server.started)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task
        listening.close()


# -- the people at the other end ------------------------------------------------------------------------------------------------


@dataclass
class Talker:
    """What somebody can do wherever they are; each act ends when it has been answered and ten seconds have passed."""

    world: World

    @property
    def address(self) -> Address:
        raise NotImplementedError

    async def _answered(self, seconds: float = 10.0) -> None:
        await self.world.lasts(seconds)

    async def talk(self) -> list[Line]:
        """The whole transcript."""
        return list((await self.world.glance(self.address)).lines)

    async def heard(self) -> list[str]:
        """The wording ids of everything the bot has said to them."""
        return [line.wording for line in await self.talk() if line.author == "bot"]

    async def said(self) -> list[str]:
        """Their own words as the transcript keeps them."""
        return [line.text for line in await self.talk() if line.author == "participant"]


@dataclass
class Nurse(Talker):
    """Somebody who uses Slack."""

    person: SlackPerson

    @property
    def address(self) -> Address:
        return Address(Channel.SLACK, TEAM, self.person.id)

    @property
    def reads(self) -> list[str]:
        """The bot's messages as they look now."""
        return [seen.text for seen in self.person.sees]

    @property
    def buttons(self) -> list[str]:
        """The buttons of the newest message that has any."""
        return next((list(seen.buttons) for seen in reversed(self.person.sees) if seen.buttons), [])

    async def types(self, *texts: str) -> Message:
        """Type messages, one after the other; the last of them."""
        messages = []
        for words in texts:
            messages.append(await self.person.says(words))
            await self._answered()
        return messages[-1]

    async def presses(self, label: str) -> None:
        await self.person.presses(label)
        await self._answered()

    async def picks(self, day: date) -> None:
        await self.person.picks(day.isoformat())
        await self._answered()

    async def edits(self, message: Any, words: str) -> None:
        await self.person.edits(message, words)
        await self._answered()

    async def sends(self, what: str) -> None:
        await self.person.shares_file(
            *{"voice": ("note.m4a", "audio/mp4"), "photo": ("ward.jpg", "image/jpeg")}.get(what, ("rota.pdf", "application/pdf"))
        )
        await self._answered()


@dataclass
class Doctor(Talker):
    """Somebody who uses Telegram."""

    person: TelegramPerson

    @property
    def address(self) -> Address:
        return Address(Channel.TELEGRAM, str(self.world.telegram.me["id"]), str(self.person.id))

    @property
    def reads(self) -> list[str]:
        return self.person.reads

    @property
    def buttons(self) -> list[str]:
        return next((list(shown.labels) for shown in reversed(self.person.sees) if shown.labels), [])

    async def types(self, *texts: str) -> int:
        for words in texts:
            self.person.says(words)
            await self._answered()
        return int(self.person.said[-1]["message_id"])

    async def presses(self, label: str) -> None:
        self.person.presses(label)
        await self._answered()

    async def picks(self, day: date) -> None:
        """Turn the calendar to its month, and press it."""
        today = self.world.clock.now()
        for _ in range((day.year - today.year) * 12 + day.month - today.month):
            await self.presses("›")
        await self.presses(str(day.day))

    async def edits(self, message: Any, words: str) -> None:
        self.person.edits(words, message)
        await self._answered()

    async def sends(self, what: str) -> None:
        self.person.sends({"file": "document"}.get(what, what))
        await self._answered()
