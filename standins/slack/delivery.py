"""How Slack hands things to the app: by signed HTTP or over a socket, again and again until it is acknowledged."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

from standins.clock import MovableClock
from standins.slack.sockets import Sockets

ACK_WITHIN = 3.0  # seconds
RETRIES = (0.0, 60.0, 300.0)  # seconds after the attempt before: at once, a minute, five minutes
RETRIED = {"events_api"}  # a gesture that fails is shown to its person instead


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try. `failed` is Slack's name of the reason, or nothing where it was acknowledged; `answer` is what came back."""

    number: int
    failed: str
    status: int = 0
    answer: Any = None
    no_retry: bool = False


@dataclass(eq=False)
class Record:
    """One thing to deliver, and what became of it."""

    kind: str
    payload: Mapping[str, Any]
    attempts: list[Attempt] = field(default_factory=list)
    lost: bool = False
    tried: asyncio.Event = field(default_factory=asyncio.Event)  # acknowledged, given up, or waiting by the clock

    def acked(self) -> bool:
        return any(not attempt.failed for attempt in self.attempts)

    def answer(self) -> Any:
        return next((attempt.answer for attempt in self.attempts if not attempt.failed), None)


class Courier:
    """Delivers each record until it is acknowledged or Slack gives up."""

    def __init__(self, clock: MovableClock, secret: str, sockets: Sockets) -> None:
        self.clock, self.secret, self.sockets = clock, secret, sockets
        self.url = ""  # of the app; where there is none, the sockets are used
        self.records: list[Record] = []
        self.gone_out = False  # an outage: what happens meanwhile is never delivered
        self.paused = False
        self._held: list[Record] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._session: aiohttp.ClientSession | None = None

    async def deliver(self, kind: str, payload: Mapping[str, Any], wait: bool = True) -> Record:
        """Hand it over; returns once the first tries are made (`wait`), later ones follow by the clock."""
        record = Record(kind, payload)
        self.records.append(record)
        if self.gone_out:
            record.lost = True
        elif self.paused:
            self._held.append(record)
        else:
            self._start(record)
            if wait:
                await record.tried.wait()
        return record

    async def resume(self) -> None:
        """End a pause: what was held goes out in order."""
        self.paused, held, self._held = False, self._held, []
        for record in held:
            self._start(record)
            await record.tried.wait()

    async def settled(self) -> None:
        """Wait until nothing is under way (what waits by the clock is not)."""
        await self._idle.wait()

    def _count(self, change: int) -> None:
        self._busy += change
        if self._busy:
            self._idle.clear()
        else:
            self._idle.set()

    def _start(self, record: Record) -> None:
        self._count(+1)
        task = asyncio.create_task(self._run(record))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, record: Record) -> None:
        waits = RETRIES if record.kind in RETRIED else ()
        try:
            for number, wait in enumerate((0.0, *waits)):
                if wait:
                    await self._wait(record, wait)
                attempt = await self.attempt(record.kind, record.payload, number, record)
                record.attempts.append(attempt)
                if not attempt.failed or (attempt.no_retry and attempt.failed == "http_error"):
                    break
        finally:
            record.tried.set()
            self._count(-1)

    async def _wait(self, record: Record, seconds: float) -> None:
        record.tried.set()
        self._count(-1)
        try:
            await self.clock.sleep(seconds)
        finally:
            self._count(+1)

    async def attempt(
        self, kind: str, payload: Mapping[str, Any], number: int = 0, record: Record | None = None, over: str = ""
    ) -> Attempt:
        """One try, whatever became of those before; `over` is "http", "socket", or nothing for what is usual."""
        reason = record.attempts[-1].failed if record and record.attempts else ""
        if over == "http" or (self.url and over != "socket"):
            return await self._by_http(kind, payload, number, reason or "http_timeout")
        try:
            answer = await self.clock.within(ACK_WITHIN, self.sockets.send(kind, payload, number, reason))
            return Attempt(number, "", 200, answer)
        except (TimeoutError, ConnectionError):
            return Attempt(number, "timeout")

    # -- signed HTTP -----------------------------------------------------------------------------------------------------------

    async def _by_http(self, kind: str, payload: Mapping[str, Any], number: int, reason: str) -> Attempt:
        body, content_type = encoded(kind, payload)
        headers = self.signed(body) | {"Content-Type": content_type}
        if number:
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        try:
            return await self.clock.within(ACK_WITHIN, self._post(body, headers, number))
        except TimeoutError:
            return Attempt(number, "http_timeout")
        except aiohttp.ClientError:
            return Attempt(number, "connection_failed")

    async def _post(self, body: bytes, headers: Mapping[str, str], number: int) -> Attempt:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(trust_env=False)
        async with self._session.post(self.url, data=body, headers=headers, allow_redirects=False) as response:
            answer = _answer(await response.text())
            failed = "" if response.status == 200 else "http_error"
            return Attempt(number, failed, response.status, answer, response.headers.get("X-Slack-No-Retry") == "1")

    def signed(self, body: bytes, secret: str = "", stamp: str = "") -> dict[str, str]:
        """The headers that prove that Slack sent this body now."""
        stamp = stamp or str(int(self.clock.now().timestamp()))
        proof = hmac.new((secret or self.secret).encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256)
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={proof.hexdigest()}"}

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()


def encoded(kind: str, payload: Mapping[str, Any]) -> tuple[bytes, str]:
    """A body as Slack sends it: events are JSON, interactions a form with JSON in it, commands a form."""
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


def _answer(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return {"text": text}
