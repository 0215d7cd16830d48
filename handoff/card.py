"""The card of a case in a place that several people read: who has it and how long it waits, and never a word of the participant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coaching.concern import Urgency
from coaching.effects import Say
from coaching.message import Shape
from coaching.words import Words
from handoff.quote import cut
from handoff.speech import Speech, waited

BUTTONS = ("claim", "pass_on", "not_me")
ALIAS_WORDS = 3
WORDINGS = ("card.waiting", "card.held", "card.ended")


@dataclass(frozen=True, slots=True)
class CaseCard:
    """What everybody on a desk may know of a case. There is no field that could hold words, nor what the case is about.

    `number` is the case's own. `held_by` is the name of whoever has claimed it, `ended_at` when it got its ending.
    """

    number: int
    alias: str
    urgency: Urgency
    opened_at: datetime
    held_by: str = ""
    ended_at: datetime | None = None


def shown(card: CaseCard, now: datetime, speech: Speech) -> Say:
    """The card as it stands now; only while it waits it has buttons."""
    blanks = {
        "number": str(card.number),
        "alias": cut(Words(card.alias), ALIAS_WORDS).text,
        "urgency": speech.says(f"case.urgency.{card.urgency}"),
        "waiting": waited(card.opened_at, card.ended_at or now, speech),
        "coach": card.held_by,
    }
    if card.ended_at:
        return Say("card.ended", blanks)
    return Say("card.held", blanks) if card.held_by else Say("card.waiting", blanks, BUTTONS, Shape.CHOICE)
