"""Bad weather: what can go wrong with one call to a platform, scripted or by chance from a seed."""

from __future__ import annotations

import asyncio
import json
import random  # noqa: TID251 - seeded by whoever asks for a storm
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiohttp import web

PAGE = "<!doctype html><html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>"


class Weather(StrEnum):
    """What happens to a call."""

    LIMITED = "limited"  # 429; `wait` says for how long (seconds)
    BROKEN = "broken"  # `status`, 500 by default; nothing was done
    DROPPED = "dropped"  # the connection is reset before anything was done
    RESET = "reset"  # it was done, then the connection is reset
    SLOW = "slow"  # it was done; the answer takes `wait` real seconds
    TRUNCATED = "truncated"  # it was done; half of the answer comes, then the connection closes
    HALF = "half"  # it was done; the answer is half a JSON document, well sent
    PAGE = "page"  # it was done; an HTML page with status 200 comes back
    DRIP = "drip"  # it was done; the answer comes a byte at a time and never ends (slow-loris)
    SILENT = "silent"  # never an answer; nothing was done (black hole)
    ERROR = "error"  # the platform's own error, by name or description; nothing was done


DONE_ALL_THE_SAME = {Weather.RESET, Weather.SLOW, Weather.TRUNCATED, Weather.HALF, Weather.PAGE, Weather.DRIP}


@dataclass(frozen=True, slots=True)
class Fault:
    """One call's bad weather."""

    weather: Weather
    wait: float = 0.0
    status: int = 500
    error: str = ""

    def done(self) -> bool:
        """Whether the platform carries the call out although the caller does not hear so."""
        return self.weather in DONE_ALL_THE_SAME


@dataclass
class Chaos:
    """The weather of one stand-in: first what was scripted for a method, then the storm, else none."""

    scripted: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    standing: dict[str, Fault] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    share: float = 0.0
    methods: frozenset[str] = frozenset()
    dice: random.Random = field(default_factory=lambda: random.Random(0))

    def next(self, method: str, *faults: Fault) -> None:
        """The next calls of `method`, one fault each."""
        self.scripted[method].extend(faults)

    def always(self, method: str, fault: Fault | None) -> None:
        """Every call of `method` from now on, or none any more."""
        self.standing.pop(method, None)
        if fault is not None:
            self.standing[method] = fault

    def storm(self, seed: int, share: float, faults: Sequence[Fault], methods: Sequence[str] = ()) -> None:
        """A share of the calls (0 to 1) of these methods, or of all."""
        self.dice, self.share, self.faults, self.methods = random.Random(seed), share, tuple(faults), frozenset(methods)

    def calm(self) -> None:
        """No bad weather any more."""
        self.scripted.clear()
        self.standing.clear()
        self.share = 0.0

    def take(self, method: str) -> Fault | None:
        """The weather of this call."""
        if self.scripted[method]:
            return self.scripted[method].popleft()
        if method in self.standing:
            return self.standing[method]
        if self.faults and (not self.methods or method in self.methods) and self.dice.random() < self.share:
            return self.dice.choice(self.faults)
        return None


async def spoil(request: web.Request, fault: Fault, answer: Mapping[str, Any]) -> web.StreamResponse:
    """What the caller gets instead of `answer`, for every weather that looks the same on all platforms."""
    match fault.weather:
        case Weather.BROKEN:
            return web.Response(status=fault.status, text=PAGE, content_type="text/html")
        case Weather.DROPPED | Weather.RESET:
            return reset(request)
        case Weather.SLOW:
            await asyncio.sleep(fault.wait)
            return web.json_response(answer)
        case Weather.DRIP:
            return await drip(request)
        case Weather.SILENT:
            return await never()
        case Weather.TRUNCATED:
            return await cut_short(request, json.dumps(answer))
        case Weather.HALF:
            return web.Response(text=json.dumps(answer)[: len(json.dumps(answer)) // 2], content_type="application/json")
        case _:
            return web.Response(text=PAGE, content_type="text/html")


def reset(request: web.Request) -> web.StreamResponse:
    """Cut the connection off without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def cut_short(request: web.Request, text: str) -> web.StreamResponse:
    """Promise a whole answer, send half of it, and close."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(text))})
    await response.prepare(request)
    await response.write(text[: len(text) // 2].encode())
    return reset(request) if request.transport is not None else response


async def drip(request: web.Request) -> web.StreamResponse:
    """A blank now and then, until the caller has had enough."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.02)


async def never() -> web.StreamResponse:
    """No answer, as long as the caller waits."""
    await asyncio.Event().wait()
    raise AssertionError("nothing sets this event")
