"""A word to a coach at once, in their private chat: the answer to what they have just done. It is tried twice, and nothing hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.adapters.telegram.marks import Mark, write_mark
from bot.adapters.telegram.outlet import NO_PREVIEW
from bot.adapters.telegram.rendering import html_of
from coaching.effects import Say
from handoff.desk import Work

PATIENCE = 5  # seconds
TRIES = 2
LONGEST_LABEL = 48  # characters of a button
Buttons = list[tuple[str, Mark]]
log = structlog.get_logger(__name__)


class Chatting:
    """Writes to the staff what only they need to know, and only while they wait for it."""

    def __init__(self, bot: Bot, work: Work) -> None:
        self._bot = bot
        self._work = work

    @property
    def bot_id(self) -> int:
        return self._bot.id

    async def says(self, chat: int, say: Say, buttons: Sequence[tuple[str, Mark]] = (), *, answers: int = 0) -> None:
        """In answer to one of their messages, where there is one."""
        answering = ReplyParameters(message_id=answers, allow_sending_without_reply=True) if answers else None
        await self._tried(
            SendMessage(
                chat_id=chat,
                text=html_of(self._work.said(say)),
                reply_markup=_keyboard(buttons),
                reply_parameters=answering,
                link_preview_options=NO_PREVIEW,
            )
        )

    async def settles(self, chat: int, message: int, say: Say) -> None:
        """In the place of the question that it answers, whose buttons go."""
        text = html_of(self._work.said(say))
        await self._tried(EditMessageText(chat_id=chat, message_id=message, text=text, link_preview_options=NO_PREVIEW))

    async def call(self, method: TelegramMethod[Any]) -> Any:
        """Raises what Telegram, or the way there, raises."""
        return await self._bot(method, request_timeout=PATIENCE)

    async def _tried(self, method: TelegramMethod[Any]) -> None:
        for _ in range(TRIES):
            try:
                await self.call(method)
                return
            except TelegramBadRequest as error:
                log.info("telegram.not_said", error=error.message)
                return
            except Exception as error:
                what = error.message if isinstance(error, TelegramAPIError) else ""
                log.warning("telegram.not_said", error=type(error).__name__, what=what)


def _keyboard(buttons: Sequence[tuple[str, Mark]]) -> InlineKeyboardMarkup | None:
    """Two a row."""
    made = [InlineKeyboardButton(text=label[:LONGEST_LABEL], callback_data=write_mark(mark)) for label, mark in buttons]
    return InlineKeyboardMarkup(inline_keyboard=[made[start : start + 2] for start in range(0, len(made), 2)]) if made else None
