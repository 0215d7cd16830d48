"""What the use cases need from outside: small protocols, carried out on higher floors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coaching.concern import Raised
from coaching.delivery import Delivery, Found
from coaching.goal import Goal
from coaching.message import Inbound, Outbound
from coaching.participant import Address, Channel


class Clock(Protocol):
    """The time, aware and in UTC."""

    def now(self) -> datetime: ...


class Dice(Protocol):
    """Chance, seeded by whoever wires it."""

    def below(self, sides: int) -> int:
        """A whole number from 0 to `sides` - 1."""
        ...


class Names(Protocol):
    """New names: ids that sort by time, and short codes that a person can read out."""

    def new(self) -> str:
        """26 characters, ascii letters and digits, later ones sort later."""
        ...

    def code(self, length: int) -> str:
        """Unguessable capital letters and digits that do not look alike."""
        ...


class Landmark(Protocol):
    """Told of every step of the road as it is reached; tests pull the plug there."""

    def __call__(self, step: str) -> None: ...


class Outlet(Protocol):
    """One channel's way out. It never raises for what a platform answers: the answer is the Delivery."""

    channel: Channel

    async def send(self, outbound: Outbound) -> Delivery: ...

    async def look_for(self, outbound: Outbound) -> Found:
        """After an ambiguous send: is it there? Where the platform cannot tell, Unknowable."""
        ...


class Receipt(StrEnum):
    """What became of one delivery of the platform."""

    TAKEN = "taken"
    KNOWN = "known"  # delivered before, under one of its keys


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a channel has been read; it moves in the transaction that takes the messages in."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Spooled:
    """A delivery that waits for the database to come back."""

    name: str
    inbounds: tuple[Inbound, ...]
    cursor: Cursor | None
    raised: Mapping[int, Raised] = field(default_factory=dict)  # by the place of its message


class Spool(Protocol):
    """Where deliveries wait while the database is away."""

    def put(self, inbounds: Sequence[Inbound], cursor: Cursor | None, raised: Mapping[int, Raised]) -> Spooled:
        """Returning means that it survives a power cut. OSError where it cannot be kept."""
        ...

    def put_again(self, spooled: Spooled) -> None:
        """The same delivery, with more known of it. OSError where that cannot be kept: then the first one stands."""
        ...

    def waiting(self) -> Iterator[Spooled]:
        """Oldest first."""
        ...

    def done(self, spooled: Spooled) -> None: ...

    def set_aside(self, spooled: Spooled) -> None:
        """Keep it, but out of the way: a person has to look at it."""
        ...

    def empty(self) -> bool: ...


class Intake(Protocol):
    """The way in. Returning means committed: only then may a platform be told so. Raises where nothing was stored."""

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]: ...

    async def cursor(self, name: str) -> str | None:
        """The committed value, or None on the first run."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the transcript, as its participant may read it. `author`: "participant", "bot" or a coach's name."""

    id: str
    author: str
    text: str
    at: datetime
    wording: str = ""
    outbound: Outbound | None = None  # of a bot line: what was asked, so that its buttons can be shown
    edited: bool = False
    what: str = ""  # of one that is not words: voice, photo, press …
    passed_at: datetime | None = None  # when it went to whoever has the conversation
    changed_at: datetime | None = None  # when it was last edited, or deleted


@dataclass(frozen=True, slots=True)
class Glance:
    """What a person's own home page shows (App Home, the browser)."""

    known: bool
    standing: str
    goals: tuple[Goal, ...]
    doing: str  # the name of the exercise under way, or nothing
    lines: tuple[Line, ...] = ()


class Looking(Protocol):
    """Reading for surfaces that show more than one message. Never makes a participant."""

    async def glance(self, address: Address, lines: int = 0) -> Glance:
        """The person at this address: goals, where they stand, and their last `lines` lines, oldest first."""
        ...
