"""Asking how an action step went, and what came of it: in choices, so that none of it is anybody's judgement of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """How it went, as the participant said."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    CHANGED = "changed"  # the plan is another one by now
    DROPPED = "dropped"


class Barrier(StrEnum):
    """What got in the way, as the participant said."""

    TIME = "time"
    ENERGY = "energy"
    FORGOT = "forgot"
    PEOPLE = "people"
    SYSTEM = "system"
    MIND_CHANGED = "mind_changed"
    UNCLEAR = "unclear"
    OTHER = "other"


class Change(StrEnum):
    """What the participant did with the step then."""

    KEEP = "keep"
    SHRINK = "shrink"
    MOVE = "move"
    DROP = "drop"


class Mood(StrEnum):
    """How the participant said they were."""

    LOW = "low"
    OK = "ok"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in on an action step."""

    id: str
    at: datetime
    outcome: Outcome
    barrier: Barrier | None = None
    change: Change | None = None
    mood: Mood | None = None
