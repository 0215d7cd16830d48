"""Which letters of SMART a goal meets, decided as labels are: specific, measurable, assignable, relevant, time-based."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from bot.nlu.dates import TimeBound, finds_in, together
from bot.nlu.goals.assignable import doer
from bot.nlu.goals.measurable import measure
from bot.nlu.goals.relevant import reason
from bot.nlu.goals.specific import behaviour
from bot.nlu.goals.statement import Statement
from bot.nlu.tidy import said
from coaching.goal import LETTERS

RECENT = 128  # goals that are remembered as judged: one that is being worked on is judged at every step


@dataclass(frozen=True, slots=True)
class Letters:
    """The five letters, with what in the goal meets each; `time` says when, where it can be told."""

    specific: bool
    measurable: bool
    assignable: bool
    relevant: bool
    time_based: bool
    evidence: Mapping[str, str] = field(default_factory=dict, repr=False)
    time: TimeBound | None = field(default=None, repr=False)

    @property
    def met(self) -> tuple[str, ...]:
        """The letters met, in the order in which missing ones are asked."""
        return tuple(letter for letter in LETTERS if getattr(self, letter))

    @property
    def missing(self) -> tuple[str, ...]:
        """The letters not met, in the order in which they are asked: S, M, T, A, R."""
        return tuple(letter for letter in LETTERS if not getattr(self, letter))


@lru_cache(RECENT)
def letters(text: str, today: date) -> Letters:
    """Judges a goal statement; `today` places its dates."""
    message = said(text)
    why = reason(message.plain)
    finds = [find for find in finds_in(message, today) if not (why and why[0] <= find.begin < why[1])]
    goal = Statement.of(message, why, finds)
    spans = {"specific": behaviour(goal), "measurable": measure(goal), "assignable": doer(goal), "relevant": why}
    evidence = {letter: message.quote(*span) for letter, span in spans.items() if span}
    when = together(finds, message)
    if when:
        evidence["time_based"] = when.evidence
    met = {letter: letter in evidence for letter in LETTERS}
    return Letters(**met, evidence=evidence, time=when)
