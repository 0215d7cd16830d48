"""What somebody at a desk is being asked, one question at a time, where the platform has no forms. Pure; kept between messages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from coaching.words import Words
from handoff import handback
from handoff.handback import HandBack

HAND_BACK, NOTE, CONSULT, CLOSE, WHICH = "hand_back", "note", "consult", "close_case", "which"
STEPS: dict[str, tuple[str, ...]] = {HAND_BACK: handback.LINES, NOTE: ("note",), CONSULT: ("consult",), CLOSE: ("reason",), WHICH: ()}
OPTIONAL = ("next_step", "again")
MOST = 20  # messages that wait for the answer to "which"
WORDINGS = tuple(f"desk.ask.{step}" for steps in STEPS.values() for step in steps)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message of which nobody knows yet whom it is for; `key` is the platform's."""

    key: str
    words: Words
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is open at a desk.

    `id` names it on its buttons. `given` are the answers so far, `waiting` the messages that "which" is about.
    """

    id: str
    what: str
    case_id: str = ""
    given: Mapping[str, Words] = field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()

    @property
    def step(self) -> str:
        """The line that is asked for now; nothing where all are there."""
        return next((step for step in STEPS[self.what] if step not in self.given), "")

    @property
    def optional(self) -> bool:
        return self.step in OPTIONAL


def answered(asked: Asked, words: Words) -> Asked:
    """With the answer to the open step; empty words skip it."""
    return replace(asked, given={**asked.given, asked.step: words})


def unfit(asked: Asked, words: Words) -> str:
    """The id of what is said where these words cannot be the open line, or nothing."""
    if asked.what != HAND_BACK:
        return "" if words.text.strip() else "desk.empty"
    lines = {"agreed": Words("-"), asked.step: words}
    wrong = handback.unfit_lines(**lines).get(asked.step, "")
    return f"handback.{wrong}" if wrong else ""


def hand_back(asked: Asked) -> HandBack:
    """The lines, once all are there."""
    return HandBack(**asked.given)


def edited(asked: Asked, key: str, words: Words) -> Asked | None:
    """With one of the messages that wait put right; None where it is not among them."""
    if all(each.key != key for each in asked.waiting):
        return None
    return replace(asked, waiting=tuple(replace(each, words=words) if each.key == key else each for each in asked.waiting))


def encode(asked: Asked) -> bytes:
    waiting = [[each.key, each.words.text, each.sent_at.timestamp()] for each in asked.waiting]
    given = {name: words.text for name, words in asked.given.items()}
    return json.dumps({"id": asked.id, "what": asked.what, "case": asked.case_id, "given": given, "waiting": waiting}).encode()


def decode(stored: bytes) -> Asked | None:
    """None where this version cannot read it: then nothing is asked."""
    try:
        told = json.loads(stored)
        waiting = tuple(Waiting(key, Words(text), datetime.fromtimestamp(at, UTC)) for key, text, at in told["waiting"])
        given = {name: Words(text) for name, text in told["given"].items()}
        asked = Asked(told["id"], told["what"], told["case"], given, waiting)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return asked if asked.what in STEPS and set(given) <= set(STEPS[asked.what]) else None
