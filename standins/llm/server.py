"""`POST /v1/chat/completions` as OpenAI-compatible servers answer it, with the weather of `standins.chaos` and bad ways of its own."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Any

from aiohttp import web

from standins.chaos import Chaos, Fault, spoil

KEY = "sk-stand-in-of-nobody-at-all"
MODEL = "stand-in-1"
METHOD = "completions"
HUGE = 64 * 1024 * 1024  # bytes
_THEIRS = re.compile(r"<words>\n(.*)\n\s*</words>", re.DOTALL)
_QUESTION = re.compile(r"<question>(.*)</question>")
_WORD = re.compile(r"\b[a-z]{4,9}\b")
_EMPTY = {"something", "would", "could", "with", "that", "this", "from", "when", "what", "have", "more", "like", "just", "always", "every"}


class Way(StrEnum):
    """What an answer looks like, beside what it says."""

    PLAIN = "plain"
    STREAMED = "streamed"  # as server-sent events, though nobody asked for them
    HUGE = "huge"  # 64 MiB of it
    BARE = "bare"  # JSON of another shape
    NOTHING = "nothing"  # a null where the words should be
    DEEP = "deep"  # JSON sixty thousand lists deep
    ELSEWHERE = "elsewhere"  # a redirect to another address
    PARTS = "parts"  # the words as a list of parts


@dataclass(frozen=True, slots=True)
class AskedOf:
    """One request: what the model saw, and the key that came with it."""

    system: str
    ask: str
    key: str
    sent: dict[str, Any]

    @property
    def theirs(self) -> str:
        """What stands between the marks of somebody's words."""
        found = _THEIRS.search(self.ask)
        return found[1] if found else ""


def honest(asked: AskedOf) -> str:
    """A fair line for each of the three things that may be asked, made of the words that came."""
    question = _QUESTION.search(asked.ask)
    if not asked.theirs and question:
        return f"And {question[1][:1].lower()}{question[1][1:]}"
    own = [word for word in dict.fromkeys(_WORD.findall(asked.theirs)) if word not in _EMPTY] or ["this"]
    if len(asked.theirs.splitlines()) > 1:
        own = (own * 4)[:4]
        return f"You said {own[0]}, {own[1]} and {own[2]}. What matters to you is {own[3]}."
    return f"It sounds as if {max(own, key=len)} matters to you."


class LanguageStandIn:
    """Use as `async with LanguageStandIn() as model:`; `model.url` goes into the settings, `model.says` makes the answers."""

    def __init__(self, *, key: str = KEY, port: int = 0) -> None:
        self.key = key
        self.port = port
        self.says: Callable[[AskedOf], str] = honest
        self.way = Way.PLAIN
        self.chaos = Chaos()
        self.asked: list[AskedOf] = []
        self.led_away: list[str] = []  # requests to where a redirect pointed
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> LanguageStandIn:
        app = web.Application(client_max_size=1024 * 1024)
        app.router.add_post("/v1/chat/completions", self._answer)
        app.router.add_route("*", "/elsewhere", self._elsewhere)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await self.up()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def up(self) -> None:
        """Listen (again), on the same port."""
        assert self._runner is not None
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = int(self._runner.addresses[0][1])

    async def down(self) -> None:
        """Stop listening: connections are refused."""
        assert self._runner is not None
        for site in list(self._runner.sites):
            await site.stop()
        for connection in list(self._runner.server.connections if self._runner.server else ()):
            if connection.transport is not None:
                connection.transport.abort()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    # -- for tests --------------------------------------------------------------------------------------------------------------

    def always(self, fault: Fault | None) -> None:
        """The weather of every request from now on."""
        self.chaos.always(METHOD, fault)

    def next(self, *faults: Fault) -> None:
        """The weather of the next requests."""
        self.chaos.next(METHOD, *faults)

    # -- answering --------------------------------------------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        asked = _read(await request.json(), request.headers.get("Authorization", ""))
        self.asked.append(asked)
        if asked.key != self.key:
            return web.json_response({"error": {"message": "Incorrect API key provided", "type": "invalid_request_error"}}, status=401)
        fault = self.chaos.take(METHOD)
        answer = _completion(self.says(asked))
        if fault is not None:
            return await spoil(request, fault, answer)
        return await self._in_its_way(request, answer)

    async def _in_its_way(self, request: web.Request, answer: dict[str, Any]) -> web.StreamResponse:
        words = answer["choices"][0]["message"]["content"]
        match self.way:
            case Way.STREAMED:
                return await _streamed(request, words)
            case Way.HUGE:
                return await _huge(request)
            case Way.BARE:
                return web.json_response({"text": words})
            case Way.NOTHING:
                return web.json_response(_completion(None))
            case Way.DEEP:
                return web.Response(text="[" * 60_000, content_type="application/json")
            case Way.ELSEWHERE:
                return web.Response(status=307, headers={"Location": "/elsewhere"})
            case Way.PARTS:
                return web.json_response(_completion([{"type": "text", "text": words}]))
            case Way.PLAIN:
                return web.json_response(answer)

    async def _elsewhere(self, request: web.Request) -> web.StreamResponse:
        self.led_away.append(await request.text())
        return web.json_response(_completion("You were led away."))


def _read(sent: dict[str, Any], authorization: str) -> AskedOf:
    by_role = {message["role"]: message["content"] for message in sent["messages"]}
    assert not sent.get("stream"), "nobody reads a stream"
    return AskedOf(by_role.get("system", ""), by_role.get("user", ""), authorization.removeprefix("Bearer "), sent)


def _completion(words: Any) -> dict[str, Any]:
    choice = {"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": "stop"}
    used = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": MODEL, "choices": [choice], "usage": used}


async def _streamed(request: web.Request, words: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    for word in words.split():
        part = {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": f"{word} "}}]}
        await response.write(f"data: {json.dumps(part)}\n\n".encode())
    await response.write(b"data: [DONE]\n\n")
    return response


async def _huge(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"choices": [{"message": {"content": "')
    for _ in range(HUGE // 65_536):
        await response.write(b"a" * 65_536)
        await asyncio.sleep(0)
    await response.write(b'"}}]}')
    return response
