"""Slack as a way to the staff: a case's card in their channel, a thread a case in each one's direct message, and a tick on what arrived."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.fates import CALL_ERRORS, delivery_of, error_name
from bot.adapters.slack.outlet import SlackOutlet
from bot.adapters.slack.rooms import Rooms
from coaching.casework import DeskParcel
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.message import Outbound
from handoff.posting import TICK, TICKED

MARK = "white_check_mark"
TICKED_BEFORE = "already_reacted"
AGAIN_AFTER = 2.0  # seconds, before a tick of unknown fate is set again


class SlackWay:
    """Shows desk posts. `outlet` lays out what the staff see."""

    def __init__(self, client: AsyncWebClient, outlet: SlackOutlet, rooms: Rooms) -> None:
        self._client = client
        self._outlet = outlet
        self._rooms = rooms

    async def show(self, parcel: DeskParcel) -> Delivery:
        post = parcel.post
        if post.what == TICK and post.outbound.wording == TICKED:
            return await self._tick(post.outbound)
        return await self._outlet.send(as_sent(parcel))

    async def _tick(self, outbound: Outbound) -> Delivery:
        """A mark on the message of theirs that has arrived. Set twice it is the same."""
        try:
            place = await self._rooms.of(outbound.address.person)
            await self._client.reactions_add(channel=place, timestamp=outbound.settles, name=MARK)
        except CALL_ERRORS as error:
            delivery = Sent("") if error_name(error) == TICKED_BEFORE else delivery_of(error)
            return Refused(AGAIN_AFTER) if isinstance(delivery, Ambiguous) else _not_gone(delivery)
        return Sent("")


def _not_gone(delivery: Delivery) -> Delivery:
    """The message may have been deleted: that is the mark's end, not its place's."""
    return Permanent(delivery.why) if isinstance(delivery, Permanent) else delivery


def as_sent(parcel: DeskParcel) -> Outbound:
    """Under the first post about its case, or in the place of the card before it."""
    post, root = parcel.post, parcel.root
    outbound = replace(post.outbound, again=parcel.doubtful, settles="")
    if post.what == "card":
        return replace(outbound, settles=root)
    return replace(outbound, address=replace(outbound.address, thread=root))
