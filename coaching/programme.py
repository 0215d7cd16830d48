"""What is being run, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from coaching.cover import Cover, Duty
from coaching.goal import Goal
from coaching.participant import Address, Participant

GOOD_FOR_DAYS = 180  # how long a crisis line counts as verified
CONTACTS = (  # whom a programme can name at work; where it does not, a plain word stands in
    "ftsu",
    "safeguarding",
    "occupational_health",
    "incident_system",
    "staff_support",
    "union",
    "hr",
    "ethical_mentor",
    "clinical_advice",
)


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme's own choices. `entry`: open (one short line, going on counts as yes); others come with the engagement.

    `safety_lead` is what the bot calls whoever answers for safety; nobody does in the sandbox. `contacts` are people and places at work,
    by the names of `CONTACTS`. `follow_up`: the safety lead has agreed to one kind line a day after. `verified_on`: country → the day on
    which its crisis lines were checked last. `phrasing`: "" (our own wording alone), or where the language model is that helps with it,
    local or address. `staffed`: there are people who can be asked for; `cover`: when. The safety rota is a `calendar` (an address, or the
    path of a file), or `duties`, or neither: then the ladder begins with whoever answers for safety.
    """

    name: str = "sandbox"
    title: str = "Sandbox"
    entry: str = "open"
    country: str = "GB"
    language: str = "en-GB"
    zone: str = "Europe/London"
    sandbox: bool = True
    safety_lead: str = ""
    contacts: Mapping[str, str] = field(default_factory=dict)
    follow_up: bool = False
    verified_on: Mapping[str, date] = field(default_factory=dict)
    phrasing: str = ""
    staffed: bool = False
    cover: Cover | None = None
    calendar: str = field(default="", repr=False)  # the address of a calendar opens it
    duties: tuple[Duty, ...] = ()

    @property
    def played(self) -> bool:
        """Whether its people are the sandbox's own, whom somebody plays: nobody real hears of anything."""
        return self.sandbox and self.staffed and not self.safety_lead

    def verified(self, country: str, today: date) -> bool:
        """Whether the country's crisis lines were checked in the last `GOOD_FOR_DAYS` days."""
        checked = self.verified_on.get(country)
        return checked is not None and 0 <= (today - checked).days <= GOOD_FOR_DAYS


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a decision may look at besides the conversation and the message. `today` is the participant's local date."""

    participant: Participant
    address: Address
    programme: Programme
    now: datetime
    today: date
    goals: tuple[Goal, ...] = ()
    phrased: bool = False  # whether a language model may word something
