"""The updates that wait for a bot: numbered, kept for 24 hours, gone once they are confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random  # noqa: TID251 - seeded by whoever shuffles
from typing import Any

from coaching.ports import Clock

KEPT = timedelta(hours=24)
MOST = 100  # updates a call
AHEAD = 10  # an offset further ahead of the last number than this is taken for nonsense, and ignored (tdlib, TQueue::get)
BY_WISH = {"chat_member", "message_reaction", "message_reaction_count"}  # only sent to who names them


@dataclass(slots=True)
class Waiting:
    """One update, the chat it belongs to, and when it is thrown away."""

    update: dict[str, Any]
    chat: int
    expires: datetime


@dataclass
class Updates:
    """The queue of one bot."""

    clock: Clock
    next_id: int = 700_000_000
    allowed: Collection[str] = ()  # as last set; none: the default ones
    waiting: list[Waiting] = field(default_factory=list)
    lost: list[dict[str, Any]] = field(default_factory=list)  # thrown away unread
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, kind: str, body: dict[str, Any], chat: int) -> dict[str, Any]:
        """A new update, numbered. Kept for a day from its date; not queued at all where the bot did not ask for its kind."""
        update = {"update_id": self.next_id, kind: body}
        self.next_id += 1
        if (kind in self.allowed) if self.allowed else (kind not in BY_WISH):
            self.put(update, chat)
        return update

    def put(self, update: dict[str, Any], chat: int) -> None:
        """Queue an update as it is: a repetition keeps its number."""
        self.waiting.append(Waiting(update, chat, self.clock.now() + KEPT))
        self.news.set()

    def shuffle(self, seed: int) -> None:
        """Hand out what waits in another order."""
        Random(seed).shuffle(self.waiting)

    def reset(self, to: int) -> None:
        """After a week of silence the numbers go on somewhere else, perhaps lower."""
        self.next_id = to

    def expire(self) -> None:
        """Throw away what nobody fetched in time."""
        now = self.clock.now()
        self.lost += [entry.update for entry in self.waiting if entry.expires <= now]
        self.waiting = [entry for entry in self.waiting if entry.expires > now]

    def confirm(self, offset: int) -> None:
        """Forget everything numbered below `offset`, unless that is far ahead of any number there is."""
        if 0 < offset <= self.next_id + AHEAD:
            self.waiting = [entry for entry in self.waiting if entry.update["update_id"] >= offset]

    def head(self, limit: int) -> list[dict[str, Any]]:
        """What is handed out next."""
        self.expire()
        self.news.clear()
        return [entry.update for entry in self.waiting[: max(1, min(limit, MOST))]]

    def of_chat(self, chat: int) -> Waiting | None:
        """The first that waits in a chat."""
        self.expire()
        return next((entry for entry in self.waiting if entry.chat == chat), None)

    def done(self, entry: Waiting) -> None:
        """Delivered by webhook."""
        if entry in self.waiting:
            self.waiting.remove(entry)
