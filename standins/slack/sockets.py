"""Socket Mode: the connections an app holds open, and what can be wrong with them."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import Mapping
from typing import Any

from aiohttp import WSMsgType, web

from standins.slack.workspace import APP

MOST = 10  # connections of one app
LASTS = 18_060  # seconds until Slack asks for a new connection, as seen


class Link:
    """One open connection. `deaf`: half open, nothing gets through either way and nobody says so. `mute`: it lives, but
    no event is dispatched on it."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self.deaf = False
        self.mute = False
        self.acks: dict[str, asyncio.Future[Any]] = {}

    async def run(self) -> None:
        """Read acknowledgements until it closes."""
        async for frame in self.socket:
            if self.deaf:
                continue
            if frame.type == WSMsgType.PING:
                await self.socket.pong(frame.data)
            if frame.type == WSMsgType.TEXT:
                self._read(json.loads(frame.data))

    def _read(self, answer: Mapping[str, Any]) -> None:
        waiting = self.acks.get(str(answer.get("envelope_id")))
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload"))

    async def send(self, frame: Mapping[str, Any]) -> None:
        if not self.deaf:
            with contextlib.suppress(ConnectionError):
                await self.socket.send_str(json.dumps(frame))


class Sockets:
    """All connections of the app. An event goes to any one of them."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.opened = 0
        self.refuse = 0  # so many of the next connections are told `too_many_websockets`
        self.twice = False  # each envelope comes twice, both with `retry_attempt` 0
        self._number = itertools.count(1)
        self._turn = itertools.count()

    async def accept(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection until it ends."""
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        link = Link(socket)
        if self.refuse or len(self.links) >= MOST:
            self.refuse = max(0, self.refuse - 1)
            await link.send({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        self.opened += 1
        self.links.append(link)
        info = {"host": "applink-1", "approximate_connection_time": LASTS}
        await link.send({"type": "hello", "num_connections": len(self.links), "connection_info": {"app_id": APP}, "debug_info": info})
        try:
            await link.run()
        finally:
            self.links = [other for other in self.links if other is not link]
        return socket

    async def send(self, kind: str, payload: Mapping[str, Any], number: int, reason: str) -> Any:
        """Send an envelope over one connection and wait for its acknowledgement: what it carried, or nothing."""
        link = self._pick()
        envelope: dict[str, Any] = {
            "envelope_id": f"envelope-{next(self._number)}",
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": number, "retry_reason": reason}
        acked = link.acks[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        if not link.mute:
            for _ in range(2 if self.twice else 1):
                await link.send(envelope)
        return await acked

    def _pick(self) -> Link:
        live = [link for link in self.links if not link.socket.closed]
        if not live:
            raise ConnectionError
        return live[next(self._turn) % len(live)]

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to be replaced, as Slack does every few hours; the app closes the old one."""
        for link in list(self.links):
            await link.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}})

    async def cut(self) -> None:
        """Close every connection without a word."""
        for link in list(self.links):
            await link.socket.close()

    def deafen(self) -> None:
        """Leave every connection half open."""
        for link in self.links:
            link.deaf = True

    async def close(self) -> None:
        await self.cut()
