"""What comes in and what goes out, the same for every channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

from coaching.participant import Address
from coaching.words import Text, Words


class Kind(StrEnum):
    """What a person did."""

    TEXT = "text"
    PRESS = "press"
    FORM = "form"
    UNREADABLE = "unreadable"  # voice, photo, sticker, file: `what` says which
    EDITED = "edited"  # `about` is the key of the message, `words` the new text
    DELETED = "deleted"  # `about` is the key of the message
    ARRIVED = "arrived"  # opened the chat or followed a link; `words` hold a start code, or nothing
    LEFT = "left"  # blocked us or left; sends to the address stop
    CAME_BACK = "came_back"  # unblocked us


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: `question` is the id of the Outbound that carried it, `choice` the id of the Choice."""

    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing a person did, on any channel.

    `keys` are the platform's own ids of the delivery, any one of which names it (unique within the channel and account);
    the first key is the one that later edits and deletions refer to by `about`.
    """

    address: Address
    keys: tuple[str, ...]
    kind: Kind
    sent_at: datetime
    words: Words = Words()
    press: Press | None = None
    fields: Mapping[str, Words] = field(default_factory=dict)  # of a form: step → words
    form: str = ""  # which flow the form fills
    what: str = ""  # of something unreadable: voice, photo, sticker, file, other
    about: str = ""
    platform_id: str = ""  # of a press: the platform's id of the message that carried the button
    masked: tuple[str, ...] = ()  # kinds of identifiers that were masked on the way in
    alarm: str = ""  # the case opened as it was taken in; its safety text is on its way already


class Lane(IntEnum):
    """Who goes first out of the door."""

    SAFETY = 0
    COACH = 1
    REPLY = 2
    NUDGE = 3
    LATER = 4  # a safety text that waits for its time, and lets everything else pass meanwhile


class Shape(StrEnum):
    """What kind of answer a message asks for; each channel shows it as it can."""

    SAY = "say"  # nothing is asked
    TEXT = "text"  # an answer in words; choices, if any, are short cuts
    CHOICE = "choice"  # one of the choices, or words
    SCALE = "scale"  # a whole number from `low` to `high`
    DATE = "date"  # a day, picked or in words; a press carries it as 2026-12-04, and choices are short cuts to some days


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `id` is a short ascii word; `label` is what is shown."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Penned:
    """Where somebody of the staff wrote what goes out, so that they hear what became of it: `message` is the platform's id of theirs."""

    case_id: str
    staff_id: str
    address: Address
    message: str


@dataclass(frozen=True, slots=True)
class Outbound:
    """One thing we say. `id` names it on every platform (button presses carry it back).

    `author` is "bot" or the name of the human who speaks. `settles` is the platform's id of an earlier message of ours that
    is to be edited in place (its buttons go, `text` replaces it); an edit is idempotent.
    `again` marks a copy sent because the fate of the first is unknown. `content_hash` traces what is said later to its wording.
    `today` is the person's own date, where a day is asked for. `model` names the language model that some of it is from. `penned` is set
    where a member of the staff wrote it in a chat.
    """

    id: str
    address: Address
    lane: Lane
    text: Text
    shape: Shape = Shape.SAY
    choices: tuple[Choice, ...] = ()
    low: int = 0
    high: int = 10
    author: str = "bot"
    wording: str = ""
    settles: str = ""
    again: bool = False
    content_hash: str = ""
    today: date | None = None
    model: str = ""
    penned: Penned | None = None
