"""What the workspace holds: people, conversations, messages, home pages and modals."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from standins.clock import MovableClock

TEAM, APP, BOT_USER, BOT = "T0COACH", "A0COACH", "U0BOT", "B0BOT"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TRIGGER_LIFE = 3.0  # seconds a trigger_id may be used after the gesture


@dataclass
class Message:
    """One message. `user` wrote it; `bot` is set where it was an app; `only_for` makes it ephemeral."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: list[Any] = field(default_factory=list)
    bot: str = ""
    thread: str = ""
    client_msg_id: str = ""
    metadata: Mapping[str, Any] | None = None
    files: list[Any] = field(default_factory=list)
    subtype: str = ""
    only_for: str = ""
    edits: int = 0
    edited_ts: str = ""
    deleted: bool = False
    mrkdwn: bool = True
    reactions: list[str] = field(default_factory=list)  # the app's own

    def as_json(self, all_metadata: bool = False) -> dict[str, Any]:
        """As Slack shows it in history and events."""
        shown: dict[str, Any] = {"type": "message", "user": self.user, "text": self.text, "ts": self.ts, "team": TEAM}
        optional = {
            "subtype": self.subtype,
            "blocks": self.blocks,
            "files": self.files,
            "client_msg_id": self.client_msg_id if not self.bot else "",
            "thread_ts": self.thread,
            "bot_id": self.bot,
            "edited": {"user": self.user, "ts": self.edited_ts} if self.edited_ts else None,
            "metadata": self.metadata if all_metadata else None,
        }
        return shown | {key: value for key, value in optional.items() if value}


@dataclass
class Conversation:
    """A channel or a direct message (its id begins with D)."""

    id: str
    members: set[str]
    archived: bool = False
    messages: list[Message] = field(default_factory=list)

    def kind(self) -> str:
        return {"D": "im", "G": "mpim"}.get(self.id[0], "channel")


@dataclass
class View:
    """A modal or a home page, as it was last published."""

    id: str
    user: str
    body: dict[str, Any]
    edition: int = 1

    def as_json(self, state: Mapping[str, Any] | None = None) -> dict[str, Any]:
        own = {"id": self.id, "team_id": TEAM, "app_id": APP, "bot_id": BOT, "hash": f"{self.edition}.{self.id}"}
        return {**self.body, **own, "state": {"values": state or {}}, "root_view_id": self.id, "previous_view_id": None}


class Workspace:
    """The state behind the Web API. Times come from the clock; every `ts` is given out once."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.conversations: dict[str, Conversation] = {}
        self.homes: dict[str, View] = {}
        self.modals: dict[str, View] = {}  # by user: the one that is open
        self.users: dict[str, str] = {}  # id → name
        self.inactive: set[str] = set()
        self.kinds: dict[str, str] = {}  # id → guest, connect or bot, where somebody is no full member
        self.triggers: dict[str, tuple[str, float]] = {}  # id → user, until (in time passed)
        self.number = itertools.count(1)
        self._last = timedelta()

    def stamp(self) -> str:
        """A new `ts`, later than every one before."""
        since = max(self.clock.now() - EPOCH, self._last + timedelta(microseconds=1))
        self._last = since
        whole = since // timedelta(microseconds=1)
        return f"{whole // 1_000_000}.{whole % 1_000_000:06d}"

    def new_id(self, kind: str) -> str:
        return f"{kind}{next(self.number):08d}"

    def direct(self, user: str) -> Conversation:
        """The direct message between a person and the app; it comes into being when first needed."""
        return self.conversations.setdefault(f"D{user}", Conversation(f"D{user}", {user, BOT_USER}))

    def channel(self, name: str, *members: str) -> Conversation:
        """A conversation by its id, with these members in it."""
        found = self.conversations.setdefault(name, Conversation(name, set()))
        found.members |= set(members)
        return found

    def add(self, message: Message) -> Message:
        self.conversations[message.channel].messages.append(message)
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        messages = self.conversations[channel].messages if channel in self.conversations else []
        return next((message for message in messages if message.ts == ts and not message.deleted), None)

    def trigger(self, user: str) -> str:
        """A new trigger_id for a gesture of this person."""
        name = f"{next(self.number)}.738474920.{user.lower()}"
        self.triggers[name] = (user, self.clock.passed() + TRIGGER_LIFE)
        return name

    def pulled(self, trigger: str) -> str:
        """Use a trigger_id up: its user, or the name of an error with a `!` before it."""
        user, until = self.triggers.pop(trigger, ("", 0.0))
        if not user:
            return "!invalid_trigger_id"
        return user if self.clock.passed() <= until else "!expired_trigger_id"
