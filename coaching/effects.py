"""What a turn asks to be done: small requests in families, each carried out by `bot.perform`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from coaching.concern import Detail, Signal
from coaching.goal import Goal
from coaching.message import Lane, Shape
from coaching.phrasing import Phrased, Phrasing
from coaching.words import Words

# -- say ------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say:
    """Say a wording. `blanks` fill its `{blanks}`; a participant's own words among them are never read as markup.

    `choices` are choice ids, whose labels are wordings too (`choice.<id>`). `opens` makes it the open question.
    `also` are wordings said in the same message, before this one (an acknowledgement before a question), sharing the blanks.
    `phrasing` is what a language model may do with it, where there is one; `phrased` is what it made of that.
    """

    wording: str
    blanks: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    shape: Shape = Shape.SAY
    low: int = 0
    high: int = 10
    lane: Lane = Lane.REPLY
    opens: bool = False
    also: tuple[str, ...] = ()
    phrasing: Phrasing | None = None
    phrased: Phrased | None = None

    def __repr__(self) -> str:
        return f"<say {' '.join((*self.also, self.wording))}>"


@dataclass(frozen=True, slots=True)
class Settle:
    """Close the open question where it stands: its buttons go, the answer chosen is shown in their place."""

    label: str
    lane: Lane = Lane.REPLY


@dataclass(frozen=True, slots=True)
class SayLater:
    """Say this `after` a time, unless it is taken back before. `id` names it."""

    id: str
    say: Say
    after: timedelta


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What was to be said later is not said; what is on its way already, or was said, stays."""

    id: str


# -- store ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeepGoal:
    """Store this goal with its action steps, new or changed."""

    goal: Goal


@dataclass(frozen=True, slots=True)
class MarkLine:
    """An earlier message of the participant was edited (`text`) or deleted (None); `about` is its platform key."""

    about: str
    text: str | None


@dataclass(frozen=True, slots=True)
class MarkAddress:
    """The address the message came from can no longer be written to, or can again."""

    gone: bool


@dataclass(frozen=True, slots=True)
class Note:
    """One row of the audit: what happened, with no words of anybody in it."""

    what: str
    detail: Detail = field(default_factory=dict)


# -- link -----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfferLink:
    """Make a one-time code for joining another channel, and say it: the blank `{code}` of `say`."""

    say: Say


@dataclass(frozen=True, slots=True)
class RedeemLink:
    """Join this conversation to the one whose code this is; if the code is not good, say `refused`."""

    code: str
    refused: Say


# -- hand over ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Move:
    """Move the conversation's standing (`handoff.standing.MOVES`)."""

    move: str


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open a case for this signal, with its alert. `review`: nobody is to be called, a person looks at it later."""

    signal: Signal
    review: bool = False


@dataclass(frozen=True, slots=True)
class EndCase:
    """The participant ends their open case of this concern themselves (`coaching.casework.Ending`)."""

    concern: str
    ending: str


@dataclass(frozen=True, slots=True)
class Approve:
    """What the participant approved for whoever comes, as `handoff.approvals` writes it."""

    approval: Words


@dataclass(frozen=True, slots=True)
class PassOn:
    """The message is for the person who has the conversation."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How the case that ended last was for the participant, 1 to 5."""

    score: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Whether it is safe to write to the participant first, as they say."""

    ok: bool


Effect = (
    Say
    | Settle
    | SayLater
    | TakeBack
    | KeepGoal
    | MarkLine
    | MarkAddress
    | Note
    | OfferLink
    | RedeemLink
    | Move
    | OpenCase
    | EndCase
    | Approve
    | PassOn
    | Rate
    | Contact
)
