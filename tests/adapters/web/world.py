"""A small real world behind the page: visits, a transcript and a bot that asks, all in memory."""

from __future__ import annotations

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import uvicorn
from ruamel.yaml import YAML
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.adapters.web.app import Chat, routes
from bot.adapters.web.outlet import Bells, WebOutlet
from bot.adapters.web.page import Pages
from bot.adapters.web.visiting import Caller, Door
from coaching.errors import NotStored
from coaching.message import Choice, Inbound, Kind, Lane, Outbound, Shape
from coaching.participant import Address
from coaching.ports import Cursor, Glance, Line, Receipt
from coaching.visits import Visit
from coaching.words import Span, Text, plain, text_of

NOTICE = "Crisis lines here are not verified."


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    """The app on a port of its own on loopback; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 (uvicorn offers nothing to wait for)
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


def labels() -> dict[str, str]:
    return dict(YAML(typ="safe").load((files("content") / "wording/en-GB/web.yaml").read_text("utf-8")))


class MovedClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **much: float) -> None:
        self.time += timedelta(**much)


class Counted:
    """Names in order: easy to read in a failure."""

    def __init__(self) -> None:
        self._next = itertools.count(1)

    def new(self) -> str:
        return f"N{next(self._next):025d}"

    def code(self, length: int) -> str:
        return f"C{next(self._next):0{length - 1}d}"


class MemoryVisits:
    def __init__(self, clock: MovedClock, names: Counted) -> None:
        self._clock, self._names = clock, names
        self.held: dict[str, Visit] = {}
        self.codes: dict[str, str] = {}  # code → token

    async def begin(self, token: str, code: str) -> Visit:
        self.codes[code] = token
        self.held[token] = Visit(self._names.new(), self._clock.now(), hidden=False)
        return self.held[token]

    async def find(self, token: str) -> Visit | None:
        return self.held.get(token)

    async def touch(self, token: str) -> None:
        self.held[token] = replace(self.held[token], seen_at=self._clock.now())

    async def hide(self, token: str) -> None:
        self.held[token] = replace(self.held[token], hidden=True)

    async def new_code(self, token: str, code: str) -> None:
        self.codes = {old: other for old, other in self.codes.items() if other != token} | {code: token}

    async def come_back(self, code: str, token: str, new_code: str) -> Visit | None:
        old = self.codes.pop(code, None)
        if old is None:
            return None
        self.codes[new_code] = token
        self.held[token] = replace(self.held.pop(old), hidden=False)
        return self.held[token]


Answer = tuple[Text, Shape, tuple[Choice, ...]]

YES_NO = (Choice("yes", "Yes, that is right"), Choice("change", "I want to change something about it"))


def answer_to(inbound: Inbound) -> Answer:
    """A bot with five sentences."""
    if inbound.press and inbound.press.choice == "help_now":
        return (Span("Call 999"), Span(" or 111.", strong=True)), Shape.CHOICE, (Choice("safe", "I am safe"),)
    if inbound.kind is Kind.ARRIVED:
        return text_of("What would you like to be different in the next four weeks?"), Shape.TEXT, ()
    if inbound.press and inbound.press.choice.isdigit():
        return (
            text_of(f"You said {inbound.press.choice}. If the bleep goes, then I sit down first. Is that your plan?"),
            Shape.CHOICE,
            YES_NO,
        )
    if inbound.press:
        return text_of("Thank you. It is stored."), Shape.SAY, ()
    return (
        (Span("How much does "), Span("this", strong=True), Span(" matter to you, from 0 to 10?")),
        Shape.SCALE,
        (Choice("skip", "Skip"),),
    )


@dataclass
class Road:
    """Intake and Looking: what came in is answered at once, unless `slow` (never) or `down` (not stored)."""

    clock: MovedClock
    names: Counted
    outlet: WebOutlet
    taken: dict[str, Inbound] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    standing: str = "with_bot"
    slow: bool = False
    down: bool = False

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        if self.down:
            raise NotStored
        return [await self._one(inbound) for inbound in inbounds]

    async def cursor(self, name: str) -> str | None:
        return None

    async def _one(self, inbound: Inbound) -> Receipt:
        if inbound.keys[0] in self.taken:
            return Receipt.KNOWN
        self.taken[inbound.keys[0]] = inbound
        if not self.slow:
            await self.decide(inbound)
        return Receipt.TAKEN

    async def decide(self, inbound: Inbound) -> None:
        if inbound.words.text:
            self.add(inbound.address.person, "participant", inbound.words.text)
        text, shape, choices = answer_to(inbound)
        await self.speak(Outbound(self.names.new(), inbound.address, Lane.REPLY, text, shape, choices))

    async def speak(self, outbound: Outbound, author: str = "bot") -> None:
        self.add(outbound.address.person, author, plain(outbound.text), outbound)
        await self.outlet.send(outbound)

    def add(self, person: str, author: str, text: str, outbound: Outbound | None = None, edited: bool = False) -> None:
        line = Line(self.names.new(), author, text, self.clock.now(), outbound=outbound, edited=edited)
        self.lines.setdefault(person, []).append(line)

    async def glance(self, address: Address, lines: int = 0) -> Glance:
        held = self.lines.get(address.person, [])
        return Glance(bool(held), self.standing, (), "", tuple(held[-lines:] if lines else ()))


class World:
    """Everything behind one page, and browsers to look at it with."""

    def __init__(self, public_url: str = "http://testserver", **more: object) -> None:
        self.clock, self.names, self.bells = MovedClock(), Counted(), Bells()
        self.visits = MemoryVisits(self.clock, self.names)
        self.road = Road(self.clock, self.names, WebOutlet(self.bells))
        self.app = Starlette(
            routes=routes(
                self.road, self.road, self.visits, self.clock, self.names, labels(), [NOTICE],
                bells=self.bells, public_url=public_url, patience=0.05, **more,  # type: ignore[arg-type]
            )
        )  # fmt: skip
        self.public_url = public_url

    def chat(self) -> Chat:
        """The chat itself, for its stream."""
        return Chat(self.road, self.road, self._door(), self.clock, self.names, Pages(labels(), [], "en-GB", []), self.bells, "", 0.05)

    def _door(self) -> Door:
        return Door(self.visits, self.clock, self.names, https=False)

    def caller(self) -> Caller:
        """The only browser there is."""
        [(token, visit)] = self.visits.held.items()
        return Caller(token, visit)

    def browser(self, address: str = "10.0.0.1") -> TestClient:
        return TestClient(
            self.app, base_url=self.public_url, client=(address, 50_000), headers={"sec-fetch-site": "same-origin"}, follow_redirects=False
        )

    @property
    def texts(self) -> list[str]:
        """What was taken in, in order."""
        return [inbound.words.text for inbound in self.road.taken.values()]

    def persons(self) -> Iterable[str]:
        return [visit.person for visit in self.visits.held.values()]
