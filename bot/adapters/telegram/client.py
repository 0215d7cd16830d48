"""aiogram's client as a hospital needs it: through its proxy, with its certificates, and telling apart what went wrong."""

from __future__ import annotations

import os
import ssl
from typing import Any, cast
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.utils.token import TokenValidationError
from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from coaching.errors import SettingsError

CONNECT = 5.0  # seconds
TOTAL = 15.0  # seconds for one call, all in all
WAIT_UNTOLD = 5  # seconds, where a 429 does not say
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Garbled(Exception):
    """The answer was not the Bot API's: half of it, or somebody else's page. `status` is that of the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"an answer with status {status} that is not the Bot API's")
        self.status = status


class Session(AiohttpSession):
    """One HTTP session. HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE and SSL_CERT_DIR hold, but for loopback no proxy; nothing is tried twice.

    aiogram's own one ignores all four (its certificates are certifi's), knows no separate time limit for connecting, and
    drops the status of an answer that it cannot read.
    """

    def __init__(self, api_base: str) -> None:
        super().__init__(api=TelegramAPIServer.from_base(api_base), timeout=TOTAL)
        self._trust_env = urlsplit(api_base).hostname not in LOOPBACK
        if os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR"):
            self._connector_init["ssl"] = ssl.create_default_context()

    async def create_session(self) -> ClientSession:
        if self._session is None or self._session.closed:
            self._session = ClientSession(connector=TCPConnector(**self._connector_init), trust_env=self._trust_env)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own argument
    ) -> TelegramType:
        """One POST. Its errors name no address, for the address holds the token."""
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        limits = ClientTimeout(total=timeout or self.timeout, connect=CONNECT)
        form = self.build_form_data(bot, method)
        try:
            async with session.post(url, data=form, timeout=limits, allow_redirects=False) as answer:
                status, content = answer.status, await answer.text(errors="replace")
        except (ClientError, TimeoutError, OSError) as error:
            raise TelegramNetworkError(method, type(error).__name__) from error
        return cast(TelegramType, self.check_response(bot, method, status, content).result)

    def check_response(self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str) -> Response[TelegramType]:
        try:
            return cast(Response[TelegramType], super().check_response(bot, method, status_code, content))
        except (ClientDecodeError, TypeError):  # its text may hold somebody's words: let it go
            raise Garbled(status_code) from None
        except TelegramAPIError as error:
            if status_code == 429 and not isinstance(error, TelegramRetryAfter):
                raise TelegramRetryAfter(method, error.message, WAIT_UNTOLD) from None
            raise


class RawUpdates(TelegramMethod[list[Any]]):
    """getUpdates as plain JSON: one update that aiogram has no model for must not hold up the others."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = 0
    allowed_updates: list[str]


def make_bot(token: str, api_base: str = "https://api.telegram.org") -> Bot:
    """The client for one bot. Close it with `await bot.session.close()`."""
    try:
        return Bot(token, session=Session(api_base), default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    except TokenValidationError:
        raise SettingsError("COACHBOT_TELEGRAM__TOKEN is not a bot token: @BotFather gives one like 123456:ABC-DEF.") from None
