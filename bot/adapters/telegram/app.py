"""The way in from Telegram: a loop that fetches updates, or a route that they are pushed to. Committed first, confirmed after."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.telegram.client import RawUpdates
from bot.adapters.telegram.desk import Taken
from bot.adapters.telegram.month import Names, turned
from bot.adapters.telegram.reading import KINDS, press_id, read, update_id
from bot.adapters.telegram.rendering import NUMBERS
from coaching.errors import NotStored, SettingsError
from coaching.ports import Clock, Cursor, Intake

LARGEST_BODY = 1024 * 1024
PATH = "/telegram/webhook"
HEADER = "x-telegram-bot-api-secret-token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)
LONG_POLL = 30  # seconds; Telegram itself stops at 50
LONGEST_WAIT = 60.0  # seconds between two tries
SILENCE = timedelta(days=6)  # well within the week after which Telegram's numbers start again
RIVAL_WAIT = 15.0  # seconds before a rival poller is challenged again
PRESS_PATIENCE = 5  # seconds to tell Telegram that a press arrived
LONGEST_ANSWER = 200  # characters shown to whoever pressed

log = structlog.get_logger(__name__)
Sleep = Callable[[float], Awaitable[None]]


class Deskside(Protocol):
    """Takes what the staff do, committed; None where an update is not theirs. It never raises."""

    async def take(self, update: object) -> Taken | None: ...


class NoDesk:
    """There are no coaches here."""

    async def take(self, update: object) -> Taken | None:
        return None


NO_DESK = NoDesk()


class TelegramPolling:
    """Fetches updates, hands them to the intake with the cursor, and only then asks for later ones, which is what confirms them.

    `take_over`: delete a webhook that is in the way. `last_good` is when Telegram last answered.
    """

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        clock: Clock,
        *,
        take_over: bool = False,
        long_poll: int = LONG_POLL,
        sleep: Sleep = asyncio.sleep,
        names: Names = NUMBERS,
        desk: Deskside = NO_DESK,
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._intake = intake
        self._clock = clock
        self._take_over = take_over
        self._long_poll = long_poll
        self._sleep = sleep
        self._names = names
        self._cursor = f"telegram:{bot.id}"
        self.last_good: datetime | None = None

    async def run(self) -> None:
        """Until it is cancelled; what goes wrong is tried again, more and more slowly."""
        failures = 0
        while True:
            try:
                await self.once()
                failures = 0
            except Exception as error:
                failures += 1
                await self._sleep(await self._set_back(error, failures))

    async def once(self) -> int:
        """One fetch, committed; how many updates came."""
        now = self._clock.now()
        offset = offset_of(await self._intake.cursor(self._cursor), now)
        method = RawUpdates(offset=offset, timeout=self._long_poll, allowed_updates=list(KINDS))
        updates = await self._bot(method, request_timeout=self._long_poll + 10) or []
        self.last_good = self._clock.now()
        if updates:
            await self._take(updates)
        return len(updates)

    async def _take(self, updates: Sequence[object]) -> None:
        """The cursor goes behind the last number of this batch, even where that is lower than before."""
        now = self._clock.now()
        numbers = [number for update in updates if (number := update_id(update)) is not None]
        if not numbers:
            raise ValueError("updates without a number")
        taken = [await self._desk.take(update) for update in updates]
        others = [update for update, each in zip(updates, taken, strict=True) if each is None]
        inbounds = [inbound for update in others if (inbound := read(update, bot=self._bot.id, now=now))]
        await self._intake.receive(inbounds, Cursor(self._cursor, f"{max(numbers) + 1}@{int(now.timestamp())}"))
        await answer_presses(self._bot, updates, self._names, taken)

    async def _set_back(self, error: Exception, failures: int) -> float:
        """Seconds to wait after an error, said in the log in words that help."""
        wait = min(2.0 ** (failures - 1), LONGEST_WAIT)
        match error:
            case TelegramConflictError() if "webhook" in error.message:
                return await self._past_webhook(wait)
            case TelegramConflictError():
                log.error("telegram.rival", what="another process polls with this token; only one may", wait=RIVAL_WAIT)
                return RIVAL_WAIT
            case TelegramRetryAfter():
                return float(error.retry_after)
            case TelegramUnauthorizedError():
                log.error("telegram.token", what="Telegram does not know this token: see COACHBOT_TELEGRAM__TOKEN", wait=LONGEST_WAIT)
                return LONGEST_WAIT
            case _:
                log.warning("telegram.poll_failed", error=type(error).__name__, failures=failures, wait=wait)
                return wait

    async def _past_webhook(self, wait: float) -> float:
        if not self._take_over:
            log.error("telegram.webhook_set", what="a webhook is set for this bot: set COACHBOT_TELEGRAM__WEBHOOK_URL, or delete it")
            return LONGEST_WAIT
        try:
            await self._bot.delete_webhook()
        except Exception as error:
            log.warning("telegram.webhook_stays", error=type(error).__name__)
        return wait


def offset_of(cursor: str | None, now: datetime) -> int | None:
    """Where to go on: the cursor is the next number, and when it was set (seconds). None: at whatever Telegram still has.

    After a week without updates Telegram goes on at a random number; an older cursor would confirm what nobody has read.
    """
    number, _, set_at = (cursor or "").partition("@")
    if not number.isdecimal() or not set_at.isdecimal() or now.timestamp() - int(set_at) > SILENCE.total_seconds():
        return None
    return int(number)


async def answer_presses(bot: Bot, updates: Sequence[object], names: Names = NUMBERS, taken: Sequence[Taken | None] = ()) -> None:
    """Stop the buttons from turning, with a word to the staff, and turn calendars. Nothing depends on it."""
    methods: list[TelegramMethod[Any]] = [edit for update in updates if (edit := turned(update, names))]
    told = (*taken, *(None for _ in updates[len(taken) :]))
    methods += [_answer(press, each or Taken()) for update, each in zip(updates, told, strict=True) if (press := press_id(update))]
    answers = (bot(method, request_timeout=PRESS_PATIENCE) for method in methods)
    for failed in await asyncio.gather(*answers, return_exceptions=True):
        if isinstance(failed, Exception):
            log.info("telegram.press_unanswered", error=type(failed).__name__)


def _answer(press: str, taken: Taken) -> AnswerCallbackQuery:
    text = taken.says[:LONGEST_ANSWER]
    return AnswerCallbackQuery(callback_query_id=press, text=text or None, show_alert=(taken.alert and bool(text)) or None)


# -- webhook -------------------------------------------------------------------------------------------------------------------


def webhook_route(bot: Bot, intake: Intake, clock: Clock, secret: str, names: Names = NUMBERS, desk: Deskside = NO_DESK) -> Route:
    """POST /telegram/webhook. Refuses to exist without a secret, for then anybody could speak as anybody."""
    if not SECRET.fullmatch(secret):
        raise SettingsError("COACHBOT_TELEGRAM__WEBHOOK_SECRET is needed for a webhook: 1 to 256 letters, digits, _ and -.")
    return Route(PATH, _Webhook(bot, intake, clock, secret, names, desk).take, methods=["POST"])


async def set_up_webhook(bot: Bot, url: str, secret: str) -> None:
    """Tell Telegram where to push updates."""
    await bot.set_webhook(url, secret_token=secret, allowed_updates=list(KINDS))


class _Webhook:
    """Verify, commit, answer 200: nothing else happens before the answer."""

    def __init__(self, bot: Bot, intake: Intake, clock: Clock, secret: str, names: Names, desk: Deskside) -> None:
        self._bot = bot
        self._desk = desk
        self._intake = intake
        self._clock = clock
        self._secret = secret
        self._names = names

    async def take(self, request: Request) -> Response:
        if not is_ours(request.headers.getlist(HEADER), self._secret):
            return Response(status_code=401)
        try:
            body = await whole_body(request)
            update = json.loads(body) if body is not None else None
        except (ValueError, RecursionError, ClientDisconnect):
            return Response(status_code=400)
        return Response(status_code=413) if body is None else await self._commit(update)

    async def _commit(self, update: object) -> Response:
        taken = await self._desk.take(update)
        inbound = read(update, bot=self._bot.id, now=self._clock.now()) if taken is None else None
        try:
            if inbound is not None:
                await self._intake.receive([inbound])
        except NotStored:
            return _come_again()
        except Exception as error:  # Telegram will come again, and must not be told that anything arrived
            log.error("telegram.not_taken_in", error=type(error).__name__)
            return _come_again()
        return Response(status_code=200, background=BackgroundTask(answer_presses, self._bot, [update], self._names, [taken]))


def _come_again() -> Response:
    return Response(status_code=503, headers={"Retry-After": "5"})


def is_ours(sent: Sequence[str], secret: str) -> bool:
    """Whether exactly one secret was sent, and it is the right one; in constant time, whatever was sent."""
    try:
        return len(sent) == 1 and hmac.compare_digest(sent[0].encode("utf-8", "surrogatepass"), secret.encode())
    except Exception:
        return False


async def whole_body(request: Request) -> bytes | None:
    """The body, or None where it is longer than 1 MiB."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


# -- the menu ------------------------------------------------------------------------------------------------------------------


async def set_up_commands(bot: Bot, menu: Mapping[str, str], language: str = "") -> None:
    """The command menu of private chats: command → description, for one language (two letters), or for all others."""
    commands = [BotCommand(command=command, description=description) for command, description in menu.items()]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=language or None)
