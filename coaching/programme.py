"""What is being run, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from coaching.goal import Goal
from coaching.participant import Address, Participant


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme's own choices. `entry`: open (one short line, going on counts as yes); others come with the engagement."""

    name: str = "sandbox"
    title: str = "Sandbox"
    entry: str = "open"
    country: str = "GB"
    language: str = "en-GB"
    zone: str = "Europe/London"
    sandbox: bool = True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a decision may look at besides the conversation and the message. `today` is the participant's local date."""

    participant: Participant
    address: Address
    programme: Programme
    now: datetime
    today: date
    goals: tuple[Goal, ...] = ()
