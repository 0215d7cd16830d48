"""Filling gaps: Slack does not always deliver what happened during an outage, but it keeps it in the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.fates import CALL_ERRORS
from bot.adapters.slack.reading import Ours, read
from coaching.message import Inbound
from coaching.ports import Clock, Intake, Receipt

PAGES, PAGE = 50, 200


@dataclass(frozen=True, slots=True)
class Filled:
    """How many missed messages were found, and which places could not be read."""

    found: int
    unread: tuple[str, ...] = ()


async def gap_fill(client: AsyncWebClient, intake: Intake, ours: Ours, places: Iterable[str], since: datetime, clock: Clock) -> Filled:
    """Read these direct messages since then and hand every message in, oldest first; those already known change nothing."""
    found, unread = 0, []
    for place in places:
        try:
            messages = await _history(client, place, since)
        except (*CALL_ERRORS, LookupError):
            unread.append(place)
            continue
        missed = [inbound for message in reversed(messages) for inbound in _read(message, place, ours, clock.now())]
        receipts = await intake.receive(missed) if missed else []
        found += receipts.count(Receipt.TAKEN)
    return Filled(found, tuple(unread))


async def _history(client: AsyncWebClient, place: str, since: datetime) -> list[dict[str, Any]]:
    """Newest first."""
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    for _ in range(PAGES):
        answer: Any = await client.conversations_history(
            channel=place, oldest=f"{since.timestamp():.6f}", inclusive=True, limit=PAGE, cursor=cursor
        )
        found += answer["messages"]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return found
    raise LookupError


def _read(message: dict[str, Any], place: str, ours: Ours, now: datetime) -> Iterator[Inbound]:
    """The message, and its latest edit where it was edited, as if they had been delivered."""
    where = {"channel": place, "channel_type": "im"}
    events = [{**message, **where}]
    if message.get("edited"):
        events += [{"type": "message", "subtype": "message_changed", "message": message, **where}]
    for event in events:
        inbound = read({"type": "event_callback", "team_id": ours.team, "event": event}, ours, now)
        if inbound is not None:
            yield inbound
