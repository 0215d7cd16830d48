"""Telegram, wired to the road: loaded after the service is live."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.adapters.telegram.app import NO_DESK, Deskside, TelegramPolling, set_up_commands, set_up_webhook, webhook_route
from bot.adapters.telegram.chatting import Chatting
from bot.adapters.telegram.client import make_bot
from bot.adapters.telegram.desk import Parts, TelegramDesk
from bot.adapters.telegram.month import Names
from bot.adapters.telegram.outlet import Phrases, TelegramOutlet
from bot.adapters.telegram.topics import TelegramWay
from coachbot.hand_off import HandOff
from coachbot.mind import labels
from coachbot.opening import Opened
from coachbot.road import Road
from coachbot.settings import Settings
from coaching.casework import CaseFile
from coaching.effects import Say
from coaching.errors import CoachingError
from coaching.participant import Channel
from handoff.ladder import Means
from handoff.outsiders import Outsiders

log = structlog.get_logger(__name__)

ONE_POLLER = timedelta(seconds=30)  # of the lock that keeps a second process from fetching
SILENT_FOR = 90.0  # seconds without an answer to a fetch until it counts as wrong


class TelegramPart:
    """One bot, polling or behind a webhook."""

    def __init__(self, settings: Settings, road: Road, opened: Opened, hand_off: HandOff | None = None) -> None:
        assert settings.telegram.token is not None
        self._hand_off = hand_off
        self._settings = settings.telegram
        self._road = road
        self._opened = opened
        self._bot = make_bot(settings.telegram.token.get_secret_value(), settings.telegram.api_base)
        self._tasks: list[asyncio.Task[None]] = []
        self._polling: TelegramPolling | None = None
        self._began = road.clock.now()
        self._desk: Deskside = NO_DESK if hand_off is None else self._make_desk(hand_off)
        self._route = self._webhook()

    def _webhook(self) -> Route | None:
        if not self._settings.webhook_url or self._settings.webhook_secret is None:
            return None
        secret = self._settings.webhook_secret.get_secret_value()
        return webhook_route(self._bot, self._road.inbox, self._road.clock, secret, self._names(), self._desk)

    def _make_desk(self, hand_off: HandOff) -> TelegramDesk:
        """The coaches' side: what they do."""
        work, group = hand_off.work, self._settings.coach_group
        return TelegramDesk(
            Parts(
                desk=hand_off.desk,
                work=work,
                intake=self._road.inbox,
                looking=self._road,
                outsiders=Outsiders(work, hand_off.ways),
                chatting=Chatting(self._bot, work),
                group=int(group) if group else 0,
                dangerous=lambda text: self._road.mind.phrases(text).acts,
            )
        )

    def _open_way(self, hand_off: HandOff, again: str) -> None:
        """The coaches' side: the way out to them."""
        work = hand_off.work
        speech = work.speech(self._road.clock.now())

        def named(file: CaseFile) -> str:
            says = Say("desk.topic", {"number": str(file.number), "urgency": speech.says(f"case.urgency.{file.urgency}")})
            return work.shown(says)

        hand_off.ways[Means.TELEGRAM] = TelegramWay(self._bot, work.casework, self._road.clock, named, again)
        hand_off.accounts[Means.TELEGRAM] = str(self._bot.id)
        hand_off.posts.ring()

    def _names(self) -> Names:
        """What a calendar's months and columns are called."""
        words = labels(self._road.mind.library, self._road.mind.programme.language, "day.")
        return Names(tuple(words["day.months"].split()), tuple(words["day.short"].split()))

    async def start(self, receive: bool) -> None:
        library, language = self._road.mind.library, self._road.mind.programme.language
        phrases = labels(library, language, "telegram.")
        words = Phrases(library.label(language, "help_now"), phrases["telegram.again"], self._names())
        self._road.outlets[Channel.TELEGRAM] = TelegramOutlet(self._bot, words)
        self._road.post.ring()
        if self._hand_off is not None:
            self._open_way(self._hand_off, words.again)
        if receive:
            try:
                await set_up_commands(self._bot, _menu(phrases))
                await self._receive()
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise CoachingError("Telegram does not know COACHBOT_TELEGRAM__TOKEN: copy it again from @BotFather.") from None

    async def _receive(self) -> None:
        if self._settings.webhook_url and self._settings.webhook_secret is not None:
            await set_up_webhook(self._bot, self._settings.webhook_url, self._settings.webhook_secret.get_secret_value())
            return
        self._polling = TelegramPolling(self._bot, self._road.inbox, self._road.clock, take_over=True, names=self._names(), desk=self._desk)
        self._tasks.append(asyncio.create_task(self._poll_alone(self._polling)))

    async def _poll_alone(self, polling: TelegramPolling) -> None:
        """Poll as long as the lock is ours: a second poller would be told 409, and each would lose updates to the other."""
        while True:
            try:
                await self._opened.hold_role(f"telegram:{self._bot.id}", ONE_POLLER)
            except Exception as error:  # another process polls, or the database is away
                what = str(error) if isinstance(error, CoachingError) else type(error).__name__
                log.warning("telegram.waiting_for_its_turn", what=what)
                await asyncio.sleep(5)
                continue
            try:
                async with asyncio.TaskGroup() as together:
                    together.create_task(polling.run())
                    together.create_task(self._opened.keep_holding(f"telegram:{self._bot.id}", ONE_POLLER))
            except* CoachingError as lost:
                log.warning("telegram.no_longer_alone", errors=[type(error).__name__ for error in lost.exceptions])

    async def answer(self, request: Request) -> Response:
        if self._route is None:
            return PlainTextResponse("", 404)
        response: Response = await self._route.endpoint(request)
        return response

    async def stop_receiving(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def close(self) -> None:
        with contextlib.suppress(Exception):
            await self._bot.session.close()

    def state(self) -> Mapping[str, Any]:
        if self._polling is None:
            return {"mode": "webhook" if self._route else "sending only"}
        silent = (self._road.clock.now() - (self._polling.last_good or self._began)).total_seconds()
        told = {"mode": "polling", "seconds_since_last_fetch": silent}
        return {**told, "wrong": "no answer from Telegram"} if silent > SILENT_FOR else told


def _menu(phrases: Mapping[str, str]) -> dict[str, str]:
    """Command → description, from the wordings `telegram.command.NAME`."""
    prefix = "telegram.command."
    return {name.removeprefix(prefix): text for name, text in phrases.items() if name.startswith(prefix)}


def make(settings: Settings, road: Road, opened: Opened, hand_off: HandOff | None = None) -> TelegramPart:
    return TelegramPart(settings, road, opened, hand_off)
