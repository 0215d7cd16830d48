"""The service as its own process and in real time, between Slack and Telegram on loopback, with staff who have consoles open."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from coachbot.platforms import PATHS
from coachbot.timekeeping import WallClock
from coaching.staff import Caps, Role, Staff
from standins.clock import MovableClock
from standins.slack import Person, Slack
from standins.slack.server import BOT_TOKEN
from standins.slack.server import SECRET as SIGNING_SECRET
from standins.telegram import TelegramStandIn
from standins.telegram.chats import Chat
from tests.road.running import running
from tests.service import COACHES, until
from tests.storage.people import MASTER, Store, open_at

ROOM = Caps(1_000, 1_000, 1_000, 1_000)  # whoever is measured is not kept from taking cases
STEP = 0.005  # seconds in which the stand-ins' clock follows
Prepare = Callable[["Live", Store], Awaitable[None]]


@dataclass
class Live:
    """Everything around the service."""

    slack: Slack
    telegram: TelegramStandIn
    group: Chat
    folder: Path
    staff: list[Staff] = field(default_factory=list)
    address: str = ""

    def hires(self, name: str, *roles: Role, number: str = "", rota: bool = False) -> Person:
        """Somebody of the staff, with Slack, Telegram and a console."""
        person, phone = self.slack.person(f"U{name.upper()}", name), self.telegram.person(name)
        addresses = (("slack", person.id), ("telegram", str(phone.id)), ("email", f"{name}@example.org"))
        staff = Staff(number or name, name.title(), frozenset(roles or {Role.COACH}), caps=ROOM, on_safety_rota=rota, addresses=addresses)
        self.staff.append(staff)
        self.slack.channel(COACHES, person)
        return person

    def nurse(self, number: int) -> Person:
        person = self.slack.person(f"UN{number:04d}")
        self.slack.space.direct(person.id)
        return person

    def browser(self, staff_id: str) -> httpx.AsyncClient:
        """In which this person has signed in."""
        headers = {"sec-fetch-site": "same-origin"}
        return httpx.AsyncClient(base_url=self.address, cookies={"login": token_of(staff_id)}, headers=headers, timeout=30, trust_env=False)

    async def read_store(self) -> Store:
        """The files as they stand, once the service has ended."""
        return await open_at(*stores(self.folder), clock=WallClock())  # type: ignore[arg-type]


def token_of(staff_id: str) -> str:
    return f"token-of-{staff_id}"


def stores(folder: Path) -> tuple[str, str]:
    return f"sqlite:///{folder / 'coachbot.db'}", f"sqlite:///{folder / 'keys.db'}"


@asynccontextmanager
async def live(folder: Path, people: Callable[[Live], None], prepare: Prepare | None = None, mail: int = 0) -> AsyncIterator[Live]:
    """`people` hires whoever is there; `prepare` fills the stores before the service starts; `mail` is the port of a mail server."""
    clock = MovableClock(datetime.now(UTC))
    async with AsyncExitStack() as stack:
        slack, telegram = await stack.enter_async_context(Slack(clock)), await stack.enter_async_context(TelegramStandIn(clock))
        following = asyncio.create_task(clock.follow(STEP))
        stack.callback(following.cancel)
        here = Live(slack, telegram, telegram.group(COACHES, forum=True), folder)
        people(here)
        store = await here.read_store()
        for person in here.staff:
            await store.storage.casework.add_staff(person)
            await store.storage.logins.begin(token_of(person.id), person.id)
        if prepare is not None:
            await prepare(here, store)
        await store.storage.close()
        here.address = await stack.enter_async_context(running(folder, **_settings(here), **_mail(mail)))
        slack.listen_at(here.address + PATHS["Slack"])
        await until(lambda: telegram._polls and slack.called("auth.test"), 30)
        await asyncio.sleep(1)
        yield here


def _settings(here: Live) -> dict[str, str]:
    return {
        "COACHBOT_MASTER_KEY": MASTER,
        "COACHBOT_SLACK__BOT_TOKEN": BOT_TOKEN,
        "COACHBOT_SLACK__SIGNING_SECRET": SIGNING_SECRET,
        "COACHBOT_SLACK__API_BASE": here.slack.url,
        "COACHBOT_SLACK__COACH_CHANNEL": COACHES,
        "COACHBOT_TELEGRAM__TOKEN": here.telegram.token,
        "COACHBOT_TELEGRAM__API_BASE": here.telegram.base,
        "COACHBOT_TELEGRAM__COACH_GROUP": str(here.group.id),
    }


def _mail(port: int) -> dict[str, str]:
    if not port:
        return {}
    names = {"HOST": "127.0.0.1", "PORT": f"{port}", "SENDER": "coachbot@example.org", "TLS": "none"}
    return {f"COACHBOT_SMTP__{name}": value for name, value in names.items()}


# -- an open page ---------------------------------------------------------------------------------------------------------------


STANDS = re.compile(r'"X-Stands": "([^"]+)"')


@dataclass
class OpenPage:
    """A page of the console as a browser keeps it right: after every `new` it is asked for again. `seen`: each mark, and when first."""

    browser: httpx.AsyncClient
    path: str
    marks: Callable[[str], Sequence[str]]
    seen: dict[str, float] = field(default_factory=dict)
    news: list[float] = field(default_factory=list)
    stands: str = ""  # how the case stood on it

    async def stay(self) -> None:
        """Open it, and keep it open until cancelled; whatever ends the stream, it is opened again, as browsers do."""
        query = self.path.partition("/case/")[2]
        while True:
            try:
                await self._listen(f"/console/events?case={query}" if query else "/console/events")
            except httpx.TransportError:
                await asyncio.sleep(0.1)

    async def _listen(self, events: str) -> None:
        async with self.browser.stream("GET", events, timeout=httpx.Timeout(30, read=None)) as stream:
            async for line in stream.aiter_lines():
                if line.strip() == "event: new":
                    self.news.append(time.perf_counter())
                    await self._look()

    async def _look(self) -> None:
        answer = await self.browser.get(self.path, headers={"x-looks-again": "1", "x-stands": self.stands})
        assert answer.status_code == 200, answer.status_code
        now = time.perf_counter()
        self.stands = found[1] if (found := STANDS.search(answer.text)) else ""
        for mark in self.marks(answer.text):
            self.seen.setdefault(mark, now)


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def told(seconds: Sequence[float]) -> str:
    marks = ((0.5, "p50"), (0.95, "p95"), (0.99, "p99"), (1.0, "longest"))
    return ", ".join(f"{percentile(seconds, share):.2f} {name}" for share, name in marks) + f" s of {len(seconds)}"
