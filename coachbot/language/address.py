"""A language model at an address: `POST …/chat/completions`, as OpenAI and the many servers that are compatible with it answer it."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from coaching.errors import NoWords
from coaching.phrasing import Prompt

CONNECT = 3.0  # seconds
LARGEST = 64 * 1024  # bytes of an answer
PATH = "/chat/completions"
CALM = 0.2  # temperature: a line that says what was said, not one that surprises


class AddressModel:
    """Carries out `coaching.phrasing.LanguageModel`. One request a call, nothing tried twice, no redirect followed.

    HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE are honoured; no proxy for this machine. The key is in the request's header and nowhere else.
    """

    kind = "address"
    missing = ""

    def __init__(self, url: str, model: str, key: str, *, local: bool) -> None:
        self.name = model
        self._url = url.rstrip("/").removesuffix(PATH) + PATH
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._trust_env = not local
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        return f"<language model {self.name} at an address>"

    def start(self) -> None:
        """It is opened by the first call."""

    async def complete(self, prompt: Prompt, within: float) -> str:
        limits = aiohttp.ClientTimeout(total=within, connect=CONNECT)
        session = self._opened()
        try:
            async with session.post(self._url, json=self._asked(prompt), timeout=limits, allow_redirects=False) as answer:
                if answer.status != 200:
                    raise NoWords(f"status {answer.status}")
                return _words(await _body(answer))
        except (aiohttp.ClientError, OSError) as error:
            raise NoWords(type(error).__name__) from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(trust_env=self._trust_env, headers=self._headers, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    def _asked(self, prompt: Prompt) -> dict[str, Any]:
        messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.ask}]
        return {"model": self.name, "messages": messages, "max_tokens": prompt.longest, "temperature": CALM, "n": 1, "stream": False}


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    """The whole answer, if it is no larger than one may be."""
    read = bytearray()
    async for chunk in answer.content.iter_chunked(8192):
        read += chunk
        if len(read) > LARGEST:
            raise NoWords("too large")
    return bytes(read)


def _words(body: bytes) -> str:
    """The words of a completion; NoWords where it is none."""
    try:
        words = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise NoWords("garbled") from None
    if not isinstance(words, str):
        raise NoWords("garbled")
    return words
