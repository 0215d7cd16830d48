"""Fetching a calendar from its address: one request, bounded in time and size. Nothing says the address, which opens the calendar."""

from __future__ import annotations

import aiohttp

from coachbot.forms import is_loopback
from coaching.errors import UnreadableRota

WITHIN = 15.0  # seconds for all of it
CONNECT = 5.0
LARGEST = 4 * 1024 * 1024  # bytes
REDIRECTS = 5  # calendar services send people round


async def fetched(url: str) -> str:
    """The text of the calendar. UnreadableRota says why there is none. HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE are honoured."""
    limits = aiohttp.ClientTimeout(total=WITHIN, connect=CONNECT)
    session = aiohttp.ClientSession(timeout=limits, trust_env=not is_loopback(url), cookie_jar=aiohttp.DummyCookieJar())
    try:
        async with session, session.get(url, max_redirects=REDIRECTS) as answer:
            _refuse(answer)
            return (await _body(answer)).decode("utf-8")
    except (aiohttp.ClientError, OSError, TimeoutError, UnicodeDecodeError) as error:
        raise UnreadableRota(f"The rota's address gives no calendar now ({type(error).__name__}).") from None


def _refuse(answer: aiohttp.ClientResponse) -> None:
    """Names of the staff come over https or from this machine, also where it sends us on."""
    ways = [each.url for each in (*answer.history, answer)]
    if any(way.scheme != "https" and not is_loopback(str(way)) for way in ways):
        raise UnreadableRota("The rota's address sends us on to one without https.")
    if answer.status != 200:
        raise UnreadableRota(f"The rota's address answers with status {answer.status}: see that the calendar is still shared.")


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    read = bytearray()
    async for chunk in answer.content.iter_chunked(65_536):
        read += chunk
        if len(read) > LARGEST:
            raise UnreadableRota("The rota is too large. Use a calendar that holds the safety rota alone.")
    return bytes(read)
