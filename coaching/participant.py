"""Who takes part, and where they are reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """A way to talk."""

    TERMINAL = "terminal"
    WEB = "web"
    SLACK = "slack"
    TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True)
class Address:
    """Where one person is reached on one channel.

    `account` is ours there (Slack team id, Telegram bot id, "local"), `person` is theirs (the platform's id of the person),
    `place` is where to write (Slack DM channel, Telegram chat id), `thread` a thread in it, or nothing.
    Identity is (channel, account, person): a new place or thread of the same person is the same address.
    """

    channel: Channel
    account: str
    person: str
    place: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a programme, coached or not. `alias` is what staff see instead of a name."""

    id: str
    alias: str
    country: str = "GB"
    language: str = "en-GB"
    zone: str = "Europe/London"
