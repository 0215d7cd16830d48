"""The way out to Telegram: one message or one edit a call, and an honest word on its fate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import LinkPreviewOptions, Message
from aiohttp import ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError, InvalidURL

from bot.adapters.telegram.client import TOTAL, Garbled
from bot.adapters.telegram.month import Names
from bot.adapters.telegram.rendering import NUMBERS, as_html, keyboard
from coaching.delivery import Ambiguous, Delivery, Found, Permanent, Refused, Sent, Unknowable
from coaching.message import Outbound
from coaching.participant import Channel

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # nobody fetches what a participant mentioned
NEVER_LEFT = (ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError, InvalidURL)
UNCHANGED = "message is not modified"
NOBODY = ("chat not found", "user not found", "peer_id_invalid", "chat_id is empty")
EVERYWHERE = "telegram"  # the scope of what concerns the bot, not one chat
UNREACHABLE = 5.0  # seconds until the network is tried again
TURNED_AWAY = 60.0  # seconds until a token is tried again that Telegram does not know


@dataclass(frozen=True, slots=True)
class Phrases:
    """The few words that every message may need, from content: the button, what is said of a second copy, a calendar's names."""

    help_now: str
    again: str
    names: Names = NUMBERS


class TelegramOutlet:
    """Carries out `coaching.ports.Outlet`.

    A 429 freezes the one chat: Telegram does not say which of its limits was met, and the limit of the bot as a whole is kept by
    whoever sends (about 25 a second).
    """

    channel = Channel.TELEGRAM

    def __init__(self, bot: Bot, phrases: Phrases) -> None:
        self._bot = bot
        self._phrases = phrases

    async def send(self, outbound: Outbound) -> Delivery:
        """Never raises for what Telegram, or the way there, does."""
        try:
            method = self._method(outbound)
        except ValueError:
            return Permanent("this is no chat of Telegram's", gone=True)
        try:
            shown = await self._bot(method, request_timeout=int(TOTAL))
        except Exception as error:
            return delivery(error, outbound)
        return Sent(outbound.settles or str(shown.message_id)) if isinstance(shown, Message) else Ambiguous("an answer without a message")

    async def look_for(self, outbound: Outbound) -> Found:
        """Bots cannot read a chat's history."""
        return Unknowable()

    def _method(self, outbound: Outbound) -> TelegramMethod[Any]:
        chat, text = int(outbound.address.place or outbound.address.person), as_html(outbound, self._phrases.again)
        if outbound.settles:
            return EditMessageText(chat_id=chat, message_id=int(outbound.settles), text=text, link_preview_options=NO_PREVIEW)
        buttons = keyboard(outbound, self._phrases.help_now, self._phrases.names)
        return SendMessage(chat_id=chat, text=text, reply_markup=buttons, link_preview_options=NO_PREVIEW)


def delivery(error: Exception, outbound: Outbound) -> Delivery:
    """What an error tells of the fate of a send."""
    match error:
        case TelegramRetryAfter(retry_after=wait):
            return Refused(float(wait), attempt=False)
        case TelegramBadRequest(message=why) if outbound.settles and UNCHANGED in why:
            return Sent(outbound.settles)
        case TelegramBadRequest(message=why):
            return Permanent(why, gone=any(nobody in why.lower() for nobody in NOBODY))
        case TelegramForbiddenError(message=why):
            return Permanent(why, gone=True)
        case TelegramUnauthorizedError() | TelegramNotFound() | TelegramConflictError():
            return Refused(TURNED_AWAY, EVERYWHERE, attempt=False)
        case TelegramServerError():
            return Refused(1.0)
        case TelegramEntityTooLarge(message=why):
            return Permanent(why)
        case TelegramNetworkError():
            return _lost(error)
        case TelegramAPIError(message=why):
            return Permanent(why)
        case Garbled(status=status):
            return _garbled(status)
        case _:
            return Ambiguous(type(error).__name__)


def _lost(error: TelegramNetworkError) -> Delivery:
    if isinstance(error.__cause__, NEVER_LEFT):
        return Refused(UNREACHABLE, EVERYWHERE, attempt=False)
    return Ambiguous(type(error.__cause__).__name__)


def _garbled(status: int) -> Delivery:
    """Not the Bot API's words: a gateway that gave up waiting (504) may have passed the request on, like one that says all is well."""
    return Ambiguous(f"status {status}") if status < 300 or status == 504 else Refused(1.0)
