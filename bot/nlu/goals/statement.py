"""A goal statement laid out for its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.nlu.dates import Find
from bot.nlu.goals.core import without_lead_in
from bot.nlu.tidy import Said

Place = tuple[int, int]

_QUOTED = re.compile(r'"[^"]*"')
_SPEAKER = re.compile(
    r"\bi(?:'ll| will|'m (?:going|hoping|planning|aiming|trying|to)\b| am (?:going|hoping|planning|aiming|trying|"
    r"to)\b| shall| want| plan| aim| need| hope| intend| commit| can| could| must| should|'d (?:like|love)| would (?:like|"
    r"love))"
    r"(?: also| now| always| just| only| really)*(?: to| be)?(?: be able to| try to)?\b"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """`plain` is the goal without its reason and its quotations, `undated` also without its times; both keep every letter's place.

    `start` is where what is to be done begins.
    """

    message: Said
    plain: str = field(repr=False)
    undated: str = field(repr=False)
    finds: tuple[Find, ...]
    start: int
    spoken: bool  # the speaker says "I will": what follows is a verb

    @classmethod
    def of(cls, message: Said, why: Place | None, finds: list[Find]) -> Statement:
        """The statement of a goal whose reason and times are known."""
        plain = _QUOTED.sub(lambda found: '"' + "_" * (len(found[0]) - 2) + '"', message.plain)
        plain = _blanked(plain, [why] if why else [])
        undated = _blanked(plain, [find.pure for find in finds])
        spoken = _SPEAKER.search(undated)
        return cls(message, plain, undated, tuple(finds), spoken.end() if spoken else _start(undated), spoken is not None)

    @property
    def doing(self) -> str:
        """What is to be done, times taken out."""
        return self.undated[self.start :].strip(" ,.;:-")

    def place(self, stretch: str) -> Place:
        """Where a stretch of `doing` stands."""
        begin = self.undated.find(stretch, self.start)
        return (begin, begin + len(stretch)) if begin >= 0 else (0, len(self.plain))


def _blanked(text: str, places: list[Place]) -> str:
    for begin, end in places:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _start(undated: str) -> int:
    core = without_lead_in(undated.strip(" ,.;:-"))
    return max(0, undated.find(core))
