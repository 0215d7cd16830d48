"""Slack and Telegram: their libraries take seconds and a hundred megabytes, so they are loaded once the service is live."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Protocol

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from coachbot.hand_off import HandOff
from coachbot.opening import Opened
from coachbot.road import Road
from coachbot.settings import Settings, platform_addresses
from coaching.errors import CoachingError, SettingsError

log = structlog.get_logger(__name__)

RETRY_LOADING = 30.0  # seconds


class Part(Protocol):
    """One platform, loaded."""

    async def start(self, receive: bool) -> None:
        """Add its outlet to the road and, with `receive`, take messages in."""
        ...

    async def answer(self, request: Request) -> Response:
        """A request of the platform's to its HTTP path."""
        ...

    async def stop_receiving(self) -> None: ...

    async def close(self) -> None: ...

    def state(self) -> Mapping[str, Any]:
        """Facts for `/readyz`."""
        ...


PATHS = {"Slack": "/slack/events", "Telegram": "/telegram/webhook"}
MODULES = {"Slack": "coachbot.slack_part", "Telegram": "coachbot.telegram_part"}


class Platforms:
    """The platforms the settings name; each answers 503 until it is loaded, so that nothing sent meanwhile is lost."""

    def __init__(self, settings: Settings, road: Road, opened: Opened, hand_off: HandOff | None = None) -> None:
        self._settings = settings
        self._road = road
        self._opened = opened
        self._hand_off = hand_off
        self._wanted = tuple(platform_addresses(settings))
        self._parts: dict[str, Part] = {}
        self._wrong: dict[str, str] = {}

    def routes(self) -> list[Route]:
        """One path a platform in use."""
        return [Route(PATHS[name], _Late(name, self._parts), methods=["POST"]) for name in self._wanted]

    async def open(self, *, receive: bool) -> None:
        """Load and start every platform; one that does not start is tried again and does not keep the others waiting."""
        await asyncio.gather(*(self._open(name, receive) for name in self._wanted))

    async def _open(self, name: str, receive: bool) -> None:
        while name not in self._parts:
            try:
                self._parts[name] = await self._started(name, receive)
                self._wrong.pop(name, None)
                log.info("platform.open", platform=name)
            except Exception as error:  # a platform that is away must not take the others with it
                self._wrong[name] = str(error) if isinstance(error, CoachingError) else type(error).__name__
                log.error("platform.not_open", platform=name, error=type(error).__name__, what=self._wrong[name])
                if isinstance(error, SettingsError):  # this does not pass: it waits for a person and the next start
                    return
                await asyncio.sleep(RETRY_LOADING)

    async def _started(self, name: str, receive: bool) -> Part:
        make: Callable[..., Part] = (await asyncio.to_thread(import_module, MODULES[name])).make
        part = make(self._settings, self._road, self._opened, self._hand_off)
        try:
            await part.start(receive)
        except BaseException:
            await part.close()
            raise
        return part

    async def stop_receiving(self) -> None:
        for part in self._parts.values():
            await part.stop_receiving()

    async def close(self) -> None:
        for part in self._parts.values():
            await part.close()

    def state(self) -> Mapping[str, Any]:
        """How each platform is: loading, wrong, or what it says of itself."""
        loading = {name: {"wrong": self._wrong.get(name, "still loading")} for name in self._wanted if name not in self._parts}
        return {**loading, **{name: part.state() for name, part in self._parts.items()}}


class _Late:
    """The HTTP path of a platform, before and after it is loaded."""

    def __init__(self, name: str, parts: Mapping[str, Part]) -> None:
        self._name = name
        self._parts = parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        part = self._parts.get(self._name)
        response = await part.answer(request) if part else PlainTextResponse("", 503, {"Retry-After": "5"})
        await response(scope, receive, send)
