"""Updates pushed to an address: in order within a chat, one at a time, again and again until they are taken."""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from standins.clock import MovableClock
from standins.telegram.methods import bad_request
from standins.telegram.updates import Updates, Waiting

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_WAIT = 2.0  # seconds, doubling
LONGEST_WAIT = 60.0
LONGEST_ASKED = 3_600.0  # of the receiver's Retry-After
PATIENCE = 60.0  # real seconds for an answer


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt: what the receiver answered (0: nothing)."""

    update: dict[str, Any]
    status: int


@dataclass
class Webhook:
    """Where updates are pushed, while an address is set."""

    updates: Updates
    clock: MovableClock
    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error: str = ""
    attempts: list[Delivery] = field(default_factory=list)
    resting: set[int] = field(default_factory=set)  # chats whose next try waits by the clock
    _chats: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))
    _session: aiohttp.ClientSession | None = None

    def set(self, url: str, secret: str, connections: int) -> None:
        if secret and not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        self.url, self.secret, self.connections = url, secret, max(1, min(connections, 100))
        self._places = asyncio.Semaphore(self.connections)
        self.pump()

    async def stop(self) -> None:
        """No more deliveries; what waits goes on waiting."""
        self.url = ""
        for task in self._chats.values():
            task.cancel()
        await asyncio.gather(*self._chats.values(), return_exceptions=True)
        self._chats.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def pump(self) -> None:
        """See to it that every chat with something waiting is being served."""
        for chat in {entry.chat for entry in self.updates.waiting} if self.url else ():
            if chat not in self._chats or self._chats[chat].done():
                self._chats[chat] = asyncio.create_task(self._serve(chat))

    async def _serve(self, chat: int) -> None:
        while entry := self.updates.of_chat(chat):
            await self._until_taken(entry)

    async def _until_taken(self, entry: Waiting) -> None:
        wait = FIRST_WAIT
        while entry in self.updates.waiting:
            status, asked = await self._push(entry)
            if 200 <= status < 300:
                return self.updates.done(entry)
            await self._rest(entry.chat, asked or wait)
            wait = min(wait * 2, LONGEST_WAIT)
            self.updates.expire()

    async def _rest(self, chat: int, seconds: float) -> None:
        self.resting.add(chat)
        try:
            await self.clock.sleep(seconds)
        finally:
            self.resting.discard(chat)

    async def _push(self, entry: Waiting) -> tuple[int, float]:
        """The receiver's status, and the wait it asks for."""
        status, asked = 0, 0.0
        headers = {HEADER: self.secret} if self.secret else {}
        with contextlib.suppress(aiohttp.ClientError, TimeoutError, OSError):
            async with self._places, self._client().post(self.url, json=entry.update, headers=headers) as response:
                status, asked = response.status, _seconds(response.headers.get("Retry-After", ""))
        self.last_error = "" if 200 <= status < 300 else f"Wrong response from the webhook: {status}"
        self.attempts.append(Delivery(entry.update, status))
        return status, asked

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE))
        return self._session


def _seconds(header: str) -> float:
    return min(float(header), LONGEST_ASKED) if header.isdecimal() else 0.0
