"""How a text for a desk is worded for one reader; the words come from content/, by way of whoever has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.effects import Say

WAITS = ("wait.minutes", "wait.hours", "wait.days")
WORDINGS = WAITS
BETWEEN = "; "  # of several things in one line: no word of its own, so that a count of words is one of words
_HOUR, _TWO_DAYS, _DAY = timedelta(hours=1), timedelta(days=2), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Speech:
    """One reader's language and zone.

    `says`: wording id → its words, blanks still open. `when`: a moment as people say it. `length`: words of a Say as it will be read.
    """

    says: Callable[[str], str]
    when: Callable[[datetime], str]
    length: Callable[[Say], int]

    def fill(self, name: str, **blanks: str) -> str:
        """A wording with words of ours in its blanks; a participant's go into the blanks of a Say, where nothing is read out of them."""
        text = self.says(name)
        for blank, words in blanks.items():
            text = text.replace(f"{{{blank}}}", words)
        return text

    def listed(self, names: Iterable[str]) -> str:
        """Several wordings in one line."""
        return BETWEEN.join(self.says(name) for name in names)


def waited(since: datetime, now: datetime, speech: Speech) -> str:
    """How long ago that was: minutes below an hour, hours below two days, then days; never less than none."""
    past = max(now - since, timedelta())
    if past < _HOUR:
        return speech.fill("wait.minutes", count=str(past // timedelta(minutes=1)))
    if past < _TWO_DAYS:
        return speech.fill("wait.hours", count=str(past // _HOUR))
    return speech.fill("wait.days", count=str(past // _DAY))
