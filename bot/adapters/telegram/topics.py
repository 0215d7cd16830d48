"""The way to the coaches: a topic for each case in their group, with its card; everything else in private chats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    EditForumTopic,
    EditMessageText,
    ReopenForumTopic,
    SendMessage,
    SetMessageReaction,
    TelegramMethod,
)
from aiogram.types import ForumTopic, Message, ReactionTypeEmoji, ReplyParameters

from bot.adapters.telegram.client import TOTAL
from bot.adapters.telegram.outlet import NO_PREVIEW, UNCHANGED, delivery
from bot.adapters.telegram.rendering import as_html, html_of, keyboard, parted
from coaching.casework import CaseFile, Casework, DeskParcel
from coaching.delivery import Ambiguous, Delivery, Permanent, Sent
from coaching.message import Outbound
from coaching.ports import Clock
from handoff.ladder import Means

ARRIVED = "desk.tick.sent"  # what a tick says of words that have arrived
SEEN = "\N{THUMBS UP SIGN}"  # the reaction that says so
LOOK_AGAIN = timedelta(hours=1)  # until a group that could have no topics is asked again
NO_TOPIC = ("message thread not found", "topic_deleted", "topic_id_invalid")
NO_MESSAGE = ("message to edit not found", "message can't be edited", "message_id_invalid")
ROOM_FOR_AGAIN = 200  # units left for the mark of a second copy
log = structlog.get_logger(__name__)


class TelegramWay:
    """Carries out `handoff.posting.Way`. `named` is what a case's topic is called, `again` what is said of a second copy."""

    def __init__(self, bot: Bot, casework: Casework, clock: Clock, named: Callable[[CaseFile], str], again: str) -> None:
        self._bot = bot
        self._casework = casework
        self._clock = clock
        self._named = named
        self._again = again
        self._flat: dict[int, datetime] = {}  # groups without topics, and when to ask again
        self._said: set[int] = set()  # those of which the log knows
        self._stand: dict[int, tuple[str, bool]] = {}  # topic → its name, and whether it is open

    async def show(self, parcel: DeskParcel) -> Delivery:
        """Never raises for what Telegram, or the way there, does."""
        outbound = replace(parcel.post.outbound, again=parcel.doubtful)
        try:
            match parcel.post.what:
                case "card":
                    return await self._card(parcel, outbound)
                case "tick":
                    return await self._tick(outbound)
                case _:
                    return await self._sent(outbound)
        except ValueError:
            return Permanent("this is no chat of Telegram's", gone=True)
        except Exception as error:
            return self._noted(delivery(error, outbound), parcel)

    def _noted(self, delivered: Delivery, parcel: DeskParcel) -> Delivery:
        """A card that can never arrive is seen by nobody: whoever runs this is to know."""
        if isinstance(delivered, Permanent) and parcel.post.what == "card":
            log.error("telegram.no_card", case=parcel.case_id, why=delivered.why)
        return delivered

    # -- private chats ----------------------------------------------------------------------------------------------------------

    async def _sent(self, outbound: Outbound) -> Delivery:
        """In as many messages as it takes; the last has the buttons, and its id is the post's."""
        *before, last = parted(outbound.text, room=4_096 - ROOM_FOR_AGAIN) or [outbound.text]
        for part in before:
            await self._call(SendMessage(chat_id=_chat(outbound), text=html_of(part), link_preview_options=NO_PREVIEW))
        return _delivered(await self._call(self._message(replace(outbound, text=last), 0)))

    async def _tick(self, outbound: Outbound) -> Delivery:
        """What became of what a coach wrote, at their own message: a reaction where it has arrived, words where nobody can say so."""
        message = int(outbound.settles)
        if outbound.wording != ARRIVED:
            told = self._message(replace(outbound, settles=""), 0)
            answering = ReplyParameters(message_id=message, allow_sending_without_reply=True)
            return _delivered(await self._call(told.model_copy(update={"reply_parameters": answering})))
        try:
            await self._call(SetMessageReaction(chat_id=_chat(outbound), message_id=message, reaction=[ReactionTypeEmoji(emoji=SEEN)]))
        except TelegramBadRequest as error:  # the message is gone, or reactions are off: nobody is told anything that is not so
            log.info("telegram.no_tick", what=error.message)
        return Sent("")

    # -- the group --------------------------------------------------------------------------------------------------------------

    async def _card(self, parcel: DeskParcel, outbound: Outbound) -> Delivery:
        file = await self._casework.file(parcel.case_id)
        if file is None:
            return Permanent("there is no such case")
        topic = await self._topic(_chat(outbound), file, fresh=not parcel.root)
        shown = await self._edited(outbound, parcel.root) if parcel.root else None
        delivered = shown or await self._placed(outbound, file, topic)
        if topic:
            await self._set_topic(_chat(outbound), topic, self._named(file), file.closed_at is None)
        return delivered

    async def _edited(self, outbound: Outbound, root: str) -> Delivery | None:
        """The card in place; None where it is not there any more."""
        text, buttons = as_html(outbound, self._again), keyboard(outbound, "")
        edit = EditMessageText(
            chat_id=_chat(outbound), message_id=int(root), text=text, reply_markup=buttons, link_preview_options=NO_PREVIEW
        )
        try:
            await self._call(edit)
        except TelegramBadRequest as error:
            if _any_of(NO_MESSAGE, error):
                return None
            if UNCHANGED not in error.message:
                raise
        return Sent(root)

    async def _placed(self, outbound: Outbound, file: CaseFile, topic: int) -> Delivery:
        """A new card; where somebody has deleted its topic, in a new one."""
        try:
            return _delivered(await self._call(self._message(outbound, topic)))
        except TelegramBadRequest as error:
            if not topic or not _any_of(NO_TOPIC, error):
                raise
        again = await self._made(_chat(outbound), file)
        return _delivered(await self._call(self._message(outbound, again)))

    async def _topic(self, group: int, file: CaseFile, *, fresh: bool) -> int:
        """The topic of this case; 0 where it has none. A new case gets one."""
        known = await self._casework.topic(Means.TELEGRAM, str(group), file.id)
        if known:
            return int(known)
        if not fresh or self._clock.now() < self._flat.get(group, self._clock.now()):
            return 0
        return await self._made(group, file)

    async def _made(self, group: int, file: CaseFile) -> int:
        name = self._named(file)
        try:
            made = await self._call(CreateForumTopic(chat_id=group, name=name))
        except TelegramBadRequest as error:
            self._without_topics(group, error.message)
            return 0
        if not isinstance(made, ForumTopic):
            return 0
        self._stand[made.message_thread_id] = name, True
        await self._casework.set_topic(Means.TELEGRAM, str(group), file.id, str(made.message_thread_id))
        return made.message_thread_id

    def _without_topics(self, group: int, why: str) -> None:
        self._flat[group] = self._clock.now() + LOOK_AGAIN
        if group not in self._said:
            self._said.add(group)
            what = "cards go into the group's main thread: turn topics on, and let the bot manage them"
            log.warning("telegram.no_topics", what=what, why=why)

    async def _set_topic(self, group: int, topic: int, name: str, is_open: bool) -> None:
        """Its name, and whether it is open, as the case stands; what cannot be changed is left as it is."""
        before_name, before_open = self._stand.get(topic, ("", None))
        todo: list[TelegramMethod[Any]] = []
        if before_name != name:
            todo.append(EditForumTopic(chat_id=group, message_thread_id=topic, name=name))
        if before_open is not is_open:
            change = ReopenForumTopic if is_open else CloseForumTopic
            todo.append(change(chat_id=group, message_thread_id=topic))
        self._stand[topic] = name, is_open
        for method in todo:
            try:
                await self._call(method)
            except TelegramAPIError as error:
                if "TOPIC_NOT_MODIFIED" not in error.message:
                    log.info("telegram.topic_left", what=error.message)

    # -- calls ------------------------------------------------------------------------------------------------------------------

    def _message(self, outbound: Outbound, topic: int) -> SendMessage:
        return SendMessage(
            chat_id=_chat(outbound),
            message_thread_id=topic or None,
            text=as_html(outbound, self._again),
            reply_markup=keyboard(outbound, ""),
            link_preview_options=NO_PREVIEW,
        )

    async def _call(self, method: TelegramMethod[Any]) -> Any:
        return await self._bot(method, request_timeout=int(TOTAL))


def _chat(outbound: Outbound) -> int:
    return int(outbound.address.place or outbound.address.person)


def _delivered(shown: object) -> Delivery:
    return Sent(str(shown.message_id)) if isinstance(shown, Message) else Ambiguous("an answer without a message")


def _any_of(said: tuple[str, ...], error: TelegramAPIError) -> bool:
    return any(each in error.message.lower() for each in said)
