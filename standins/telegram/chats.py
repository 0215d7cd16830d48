"""What the people in a chat see of the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from standins.telegram.markup import Keyboard, as_markup
from standins.telegram.methods import Refusal, bad_request


@dataclass(slots=True)
class Shown:
    """A message of the bot as it looks now."""

    message_id: int
    date: int
    text: str
    entities: list[dict[str, Any]]
    keyboard: Keyboard = ()
    edits: int = 0
    deleted: bool = False
    topic: int = 0  # the topic that it stands in; 0: none
    answers: int = 0  # the message that it is a reply to

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.keyboard for button in row]

    @property
    def bold(self) -> list[str]:
        """The runs in bold."""
        units = self.text.encode("utf-16-le")
        runs = [entity for entity in self.entities if entity["type"] == "bold"]
        return [units[run["offset"] * 2 : (run["offset"] + run["length"]) * 2].decode("utf-16-le") for run in runs]

    def data_of(self, label: str) -> str:
        """What the button with this label sends."""
        found = [button.data for row in self.keyboard for button in row if button.label == label]
        if not found:
            raise LookupError(f"no button {label!r} here, only {self.labels}")
        return found[0]


@dataclass(slots=True)
class Topic:
    """A topic of a forum; its number is that of the message that opened it."""

    id: int
    name: str
    open: bool = True


@dataclass
class Chat:
    """A private chat or a group. `refusal` is what the platform says to any send, where it lets nobody write.

    `forum`: it has topics; `may_manage`: and the bot may make and close them.
    """

    id: int
    kind: str
    title: str
    known: bool = False  # a bot cannot write first
    refusal: Refusal | None = None
    shown: list[Shown] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)  # typing and the like
    forum: bool = False
    may_manage: bool = True
    topics: dict[int, Topic] = field(default_factory=dict)
    reactions: dict[int, str] = field(default_factory=dict)  # message → the bot's reaction

    def face(self) -> dict[str, Any]:
        """The Chat object of the Bot API."""
        told: dict[str, Any] = {"id": self.id, "type": self.kind} | ({"is_forum": True} if self.forum else {})
        return told | ({"first_name": self.title} if self.kind == "private" else {"title": self.title})

    def open(self) -> Chat:
        """Itself, where the bot may write."""
        if self.refusal is not None:
            raise Refusal(self.refusal.code, self.refusal.description)
        if not self.known:
            raise bad_request("chat not found")
        return self

    def topic(self, number: int) -> Topic:
        """A topic that is there."""
        if number not in self.topics:
            raise bad_request("message thread not found")
        return self.topics[number]

    def find(self, message_id: int | None) -> Shown | None:
        return next((shown for shown in self.shown if shown.message_id == message_id and not shown.deleted), None)

    def message(self, shown: Shown, sender: dict[str, Any], edited: int = 0) -> dict[str, Any]:
        """The Message object of the Bot API."""
        told: dict[str, Any] = {"message_id": shown.message_id, "from": sender, "chat": self.face(), "date": shown.date, "text": shown.text}
        told |= {"entities": shown.entities} if shown.entities else {}
        told |= {"edit_date": edited} if edited else {}
        told |= {"message_thread_id": shown.topic, "is_topic_message": True} if shown.topic else {}
        return told | ({"reply_markup": as_markup(shown.keyboard)} if shown.keyboard else {})
