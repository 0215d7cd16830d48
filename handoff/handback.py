"""The few words of a coach who hands a conversation back: what we agreed, the next step, when again."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.effects import Say
from coaching.errors import UnfitLine
from coaching.message import Lane
from coaching.words import Words
from handoff.quote import one_line

LINES = ("agreed", "next_step", "again")  # coaching.md 9.2: at most three
LONGEST = 200  # characters of a line
NEEDED = "agreed"
MISSING, TOO_LONG, SEVERAL = "missing", "too_long", "several"
WORDINGS = ("handback.from", *(f"handback.{name}" for name in LINES), *(f"handback.{wrong}" for wrong in (MISSING, TOO_LONG, SEVERAL)))


@dataclass(frozen=True, slots=True)
class HandBack:
    """What the participant reads on the return, in the coach's own words. `next_step` and `again` may be empty, `agreed` may not."""

    agreed: Words
    next_step: Words = Words()
    again: Words = Words()

    def __post_init__(self) -> None:
        unfit = unfit_lines(self.agreed, self.next_step, self.again)
        if unfit:
            raise UnfitLine("; ".join(f"{name}: {wrong}" for name, wrong in unfit.items()) + f" (one line of at most {LONGEST} characters)")


def unfit_lines(agreed: Words, next_step: Words = Words(), again: Words = Words()) -> dict[str, str]:
    """What is wrong with which line (`handback.<wrong>` says it to the coach), or nothing: for a form, before anything is made of it."""
    given = dict(zip(LINES, (agreed, next_step, again), strict=True))
    found = {name: _wrong(name, words) for name, words in given.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def _wrong(name: str, words: Words) -> str:
    if not one_line(words):
        return MISSING if name == NEEDED else ""
    if len(words.text.strip()) > LONGEST:
        return TOO_LONG
    return SEVERAL if len(words.text.strip().splitlines()) > 1 else ""


def shown(hand_back: HandBack, coach: str) -> Say:
    """The lines as the participant reads them, under the coach's name; an empty one is left off."""
    given = {name: one_line(getattr(hand_back, name)) for name in LINES}
    lines = ("handback.from", *(f"handback.{name}" for name, words in given.items() if words))
    return Say(lines[-1], {"coach": coach, **given}, lane=Lane.COACH, also=lines[:-1])
