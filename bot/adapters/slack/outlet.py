"""The way out to Slack: each message is posted once, under an id of ours that Slack knows it by."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.blocks import again, blocks_of, fallback
from bot.adapters.slack.fates import CALL_ERRORS, delivery_of, known_before
from bot.adapters.slack.rooms import Rooms
from coaching.delivery import Absent, Ambiguous, Delivery, Found, Permanent, Refused, Sent, Unknowable
from coaching.message import Outbound
from coaching.participant import Channel
from coaching.ports import Clock

EVENT = "coachbot_outbound"
NAMESPACE = uuid.UUID("0b8a6c1e-7d53-4b9c-9a6e-6f1f0c5d2a11")  # of the ids that Slack knows our messages by
LOOK_BACK = timedelta(days=2)  # longer than any message of ours waits
PAGES, PAGE = 10, 200
AGAIN_AFTER = 2.0  # seconds, before an edit of unknown fate is made again


class SlackOutlet:
    """Posts and edits over the Web API. `help_now` labels the button that every question carries, `pick_day` a calendar; `again_mark`
    is put under a copy of a message whose fate is unknown. `shows` lays out what goes to others than participants."""

    channel = Channel.SLACK

    def __init__(
        self,
        client: AsyncWebClient,
        clock: Clock,
        *,
        help_now: str,
        again_mark: str,
        pick_day: str = "",
        rooms: Rooms | None = None,
        shows: Callable[[Outbound], list[Block]] | None = None,
    ) -> None:
        self._client, self._clock, self._again_mark = client, clock, again_mark
        self._shows = shows or partial(blocks_of, help_now=help_now, pick_day=pick_day)
        self._rooms = rooms or Rooms(client)

    async def send(self, outbound: Outbound) -> Delivery:
        """Post it, or edit the message it settles."""
        try:
            placed = await self._placed(outbound)
        except CALL_ERRORS as error:
            return _harmless(delivery_of(error))
        return await (self._settle(placed) if placed.settles else self._post(placed))

    async def look_for(self, outbound: Outbound) -> Found:
        """Look in the history of the last days for the message that carries our id."""
        try:
            placed = await self._placed(outbound)
            async for message in self._history(placed):
                if _ours(message) == outbound.id:
                    return Sent(str(message["ts"]))
        except (*CALL_ERRORS, LookupError):
            return Unknowable()
        return Absent()

    async def _placed(self, outbound: Outbound) -> Outbound:
        address = outbound.address
        if address.place:
            return outbound
        return replace(outbound, address=replace(address, place=await self._rooms.of(address.person)))

    async def _post(self, outbound: Outbound) -> Delivery:
        message = self._message(outbound)
        if not message["text"]:
            return Permanent("no_text")
        try:
            answer = await self._client.chat_postMessage(**message)
            return _sent(answer.data)
        except CALL_ERRORS as error:
            return await self._sent_before(outbound) if known_before(error) else delivery_of(error)

    def _message(self, outbound: Outbound) -> dict[str, Any]:
        marked = again(outbound, self._again_mark) if outbound.again else outbound
        return {
            "channel": outbound.address.place,
            "text": fallback(marked),
            "blocks": [block.to_dict() for block in self._shows(marked)],
            "thread_ts": outbound.address.thread or None,
            "metadata": {"event_type": EVENT, "event_payload": {"id": outbound.id}},
            "client_msg_id": str(uuid.uuid5(NAMESPACE, outbound.id)),
            "mrkdwn": False,
            "parse": "none",
            "unfurl_links": False,
            "unfurl_media": False,
        }

    async def _sent_before(self, outbound: Outbound) -> Delivery:
        """Slack has had it: under which id?"""
        found = await self.look_for(outbound)
        return found if isinstance(found, Sent) else Ambiguous("known to Slack, not found")

    async def _settle(self, outbound: Outbound) -> Delivery:
        """Edit in place: done twice it is the same, so an unknown fate is simply tried again."""
        try:
            await self._client.chat_update(
                channel=outbound.address.place,
                ts=outbound.settles,
                text=fallback(outbound),
                blocks=[block.to_dict() for block in self._shows(outbound)],
                parse="none",
            )
            return Sent(outbound.settles)
        except CALL_ERRORS as error:
            return _harmless(delivery_of(error))

    async def _history(self, outbound: Outbound) -> AsyncIterator[dict[str, Any]]:
        """Newest first. Raises LookupError where there is more than can be looked through."""
        oldest = f"{(self._clock.now() - LOOK_BACK).timestamp():.6f}"
        cursor: str | None = None
        for _ in range(PAGES):
            answer = await self._page(outbound, oldest, cursor)
            for message in answer["messages"]:
                yield message
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return
        raise LookupError

    async def _page(self, outbound: Outbound, oldest: str, cursor: str | None) -> Any:
        address = outbound.address
        wanted: dict[str, Any] = {"oldest": oldest, "limit": PAGE, "cursor": cursor, "include_all_metadata": True}
        if address.thread:
            return await self._client.conversations_replies(channel=address.place, ts=address.thread, **wanted)
        return await self._client.conversations_history(channel=address.place, **wanted)


def _sent(answer: Any) -> Delivery:
    """Nothing is sent without Slack's own id of it."""
    ts = answer.get("ts") if isinstance(answer, dict) else None
    return Sent(ts) if isinstance(ts, str) and ts else Ambiguous("no ts in the answer")


def _harmless(delivery: Delivery) -> Delivery:
    """The outcome of a call that may be made twice."""
    return Refused(AGAIN_AFTER) if isinstance(delivery, Ambiguous) else delivery


def _ours(message: Any) -> str:
    metadata = message.get("metadata") or {} if isinstance(message, dict) else {}
    return str((metadata.get("event_payload") or {}).get("id", "")) if metadata.get("event_type") == EVENT else ""
