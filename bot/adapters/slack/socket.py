"""Socket Mode: one connection after the other, each opened before the last is let go.

The library's own client is not used: it judges a connection by the wall clock, so that a clock set back hides a dead one, and
it keeps no reference to its tasks. Here aiohttp's heartbeat judges, which goes by the loop's own time.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.fates import CALL_ERRORS

log = structlog.get_logger(__name__)

HEARTBEAT = 10.0  # seconds between pings; half of it without an answer ends the connection
LONGEST_PAUSE = 30.0  # seconds between tries
HELLO_WITHIN = 10.0
Ack = Mapping[str, Any] | None
Take = Callable[[Mapping[str, Any]], Awaitable[tuple[bool, Ack]]]


class NoHello(Exception):
    """The connection was opened and not taken into use: too many of ours are open."""


class Link:
    """One connection. `done` is set when another one is wanted: Slack asked for it, or this one has ended."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, take: Take) -> None:
        self._socket, self._take = socket, take
        self.hello = asyncio.Event()
        self.done = asyncio.Event()
        self._work: set[asyncio.Task[None]] = set()
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        try:
            async for frame in self._socket:
                if frame.type is aiohttp.WSMsgType.TEXT:
                    self._frame(frame.data)
        except (aiohttp.ClientError, OSError) as error:
            log.info("slack.socket_ended", why=type(error).__name__)
        finally:
            self.done.set()

    def _frame(self, text: str) -> None:
        """Work begins in the order of arrival; a slow one does not hold the others up."""
        envelope = _parsed(text)
        match envelope.get("type"):
            case "hello":
                self.hello.set()
            case "disconnect":
                self.done.set()
            case _ if envelope.get("envelope_id"):
                task = asyncio.create_task(self._handle(envelope))
                self._work.add(task)
                task.add_done_callback(self._work.discard)
            case _:
                pass

    async def _handle(self, envelope: Mapping[str, Any]) -> None:
        """Acknowledge what was taken in; what was not comes again."""
        taken, answer = await self._take(envelope)
        if not taken:
            return
        carried = {"payload": answer} if answer and envelope.get("accepts_response_payload") else {}
        with contextlib.suppress(aiohttp.ClientError, OSError):
            await self._socket.send_str(json.dumps({"envelope_id": envelope["envelope_id"], **carried}))

    async def close(self) -> None:
        """Finish what is under way, then let go."""
        if self._work:
            await asyncio.wait(self._work, timeout=3.0)
        with contextlib.suppress(aiohttp.ClientError, OSError):
            await self._socket.close()
        self._reader.cancel()
        await asyncio.gather(self._reader, *self._work, return_exceptions=True)


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


class Socket:
    """Keeps one connection open. `opened` is called with each new one, for whatever has to be made good."""

    def __init__(
        self,
        client: AsyncWebClient,
        take: Take,
        opened: Callable[[], Awaitable[None]],
        heartbeat: float = HEARTBEAT,
        pause: float = 0.5,
    ) -> None:
        self._client, self._take, self._opened = client, take, opened
        self._heartbeat, self._pause = heartbeat, pause
        self.link: Link | None = None

    @property
    def connected(self) -> bool:
        return self.link is not None and self.link.hello.is_set() and not self.link.done.is_set()

    async def run(self) -> None:
        """For ever, until cancelled."""
        pause, clock = self._pause, asyncio.get_running_loop()
        try:
            while True:
                old, self.link = self.link, await self._next()
                since = clock.time()
                await self._let_go(old)
                await self._opened()
                await self.link.done.wait()
                pause = self._pause if clock.time() - since > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
                await asyncio.sleep(pause if clock.time() - since < pause else 0)  # where Slack sends every one away
        finally:
            await self._let_go(self.link)

    async def renew(self) -> None:
        """Take another connection, whatever this one looks like."""
        if self.link is not None:
            self.link.done.set()

    async def _next(self) -> Link:
        pause = self._pause
        while True:
            try:
                return await self._open()
            except (*CALL_ERRORS, NoHello) as error:
                log.warning("slack.socket_not_opened", why=type(error).__name__)
                if isinstance(error, NoHello):  # too many: make room
                    await self._let_go(self.link)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _open(self) -> Link:
        answer = await self._client.apps_connections_open(app_token=str(self._client.token))
        url = str(answer["url"])
        session = self._client.session
        if session is None:
            raise OSError
        link = Link(await session.ws_connect(url, heartbeat=self._heartbeat, proxy=proxy_for(url)), self._take)
        try:
            async with asyncio.timeout(HELLO_WITHIN):  # not wait_for, which can swallow a cancellation (CPython 3.11)
                await _either(link.hello, link.done)
        finally:
            if not link.hello.is_set() or link.done.is_set():
                await link.close()
        if link.done.is_set():
            raise NoHello
        return link

    async def _let_go(self, link: Link | None) -> None:
        if link is not None:
            await link.close()


async def _either(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


def proxy_for(url: str) -> str | None:
    """The proxy for a WebSocket: the one for HTTPS, which aiohttp does not take for `wss` by itself."""
    parts = urlsplit(url)
    if parts.hostname is None or proxy_bypass(parts.hostname):
        return None
    return getproxies().get("https" if parts.scheme == "wss" else "http")
