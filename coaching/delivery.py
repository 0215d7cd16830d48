"""What became of a send."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it, under its own id."""

    platform_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform did not take it, and says when to come back (seconds). `scope` is frozen until then.

    `scope`: "" this place only, or a wider one ("global"). `attempt` tells whether it counts as an attempt (a 429 does not).
    """

    wait: float
    scope: str = ""
    attempt: bool = True


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It left here, and nobody knows whether it arrived."""

    why: str


@dataclass(frozen=True, slots=True)
class Permanent:
    """It can never arrive at this address. `gone` tells that nothing else can either (blocked, left, archived)."""

    why: str
    gone: bool = False


Delivery = Sent | Refused | Ambiguous | Permanent


@dataclass(frozen=True, slots=True)
class Absent:
    """The history was read, and the message is not in it."""


@dataclass(frozen=True, slots=True)
class Unknowable:
    """The history could not be read, or the platform has none."""


Found = Sent | Absent | Unknowable
