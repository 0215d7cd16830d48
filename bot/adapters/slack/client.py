"""The Web API client: no retries of its own, and the ways out that a hospital's network has."""

from __future__ import annotations

import logging

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

API_BASE = "https://slack.com/api/"
TIMEOUT = 15.0  # seconds
QUIET = logging.getLogger("coachbot.slack.library")
QUIET.setLevel(logging.ERROR)  # below it, the libraries write people's words to the log


async def open_client(token: str, api_base: str = API_BASE, patience: float = TIMEOUT) -> AsyncWebClient:
    """A client that calls once: the library's retry handler posts twice after a reset connection (A13).

    The session reads HTTPS_PROXY and NO_PROXY, and SSL_CERT_FILE through OpenSSL. The library reads the proxy too, but not the
    exceptions, so its own is taken away. Close it with `close_client`.
    """
    session = aiohttp.ClientSession(trust_env=True, timeout=aiohttp.ClientTimeout(total=patience))
    client = AsyncWebClient(token=token, base_url=api_base, timeout=int(patience) or 1, session=session, retry_handlers=[], logger=QUIET)
    client.proxy = None
    return client


async def close_client(client: AsyncWebClient) -> None:
    """Give its connections back."""
    if client.session is not None:
        await client.session.close()
