"""What a message means, and what its words are worth as part of a goal: two ports, with rules behind them. A model joins later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.nlu.commands import command_in
from bot.nlu.concerns import phrase_signal
from bot.nlu.goals import plan_parts as parts
from bot.nlu.goals import smart, spotting, woop_obstacle, woop_outcome, woop_plan, woop_wish
from bot.nlu.goals.plan_parts import PlanParts
from bot.nlu.goals.smart import Letters
from bot.nlu.goals.verdict import Verdict
from bot.nlu.intents import intent_in
from bot.nlu.language import is_known
from bot.nlu.numbers import minutes_in, scale_in
from bot.nlu.tidy import said
from coaching.concern import CALM, Signal
from coaching.message import Shape

__all__ = ["GoalJudge", "Letters", "PlanParts", "Question", "Reader", "Reading", "RuleJudge", "RuleReader", "Verdict"]


@dataclass(frozen=True, slots=True)
class Question:
    """The question that is open: where it stands, what kind of answer it wants, what it said, and what was answered before."""

    flow: str = ""
    step: str = ""
    shape: Shape = Shape.TEXT
    low: int = 0
    high: int = 10
    asked: str = field(default="", repr=False)
    earlier: Mapping[str, str] = field(default_factory=dict, repr=False)
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What we understood of one message.

    `command`: its global word, if it is one. `number`: a point on the scale. `minutes`: a length of time. `signal`: what it spoke of.
    `beside`: what phrases found besides something graver that is only asked about. `talk` and `depth` are names of labels, or empty
    where nobody asked.
    `sure`: how likely the intent is. `language_known`: whether it is in a language we read at all, as far
    as can be told.
    """

    command: str | None = None
    intent: str = "content"
    number: int | None = None
    minutes: int | None = None
    signal: Signal = CALM
    beside: Signal = CALM
    talk: str = ""
    depth: str = ""
    sure: float = 1.0
    language_known: bool = True


class Reader(Protocol):
    """Understands one message."""

    def read(self, text: str, question: Question | None) -> Reading:
        """Never fails, whatever the text; `question` is None where none is open."""
        ...


class GoalJudge(Protocol):
    """Judges the parts of goals, takes plans apart, and spots what else a message holds."""

    def wish(self, text: str) -> Verdict: ...

    def outcome(self, text: str, wish: str) -> Verdict: ...

    def obstacle(self, text: str) -> Verdict: ...

    def plan(self, text: str, moment: str = "") -> Verdict: ...

    def plan_parts(self, text: str, moment: str = "") -> PlanParts | None: ...

    def cue_from_moment(self, moment: str) -> str: ...

    def letters(self, text: str, today: date) -> Letters: ...

    def spot_wish(self, text: str) -> str | None: ...

    def spot_outcome(self, text: str) -> str | None: ...

    def spot_obstacle(self, text: str) -> str | None: ...

    def spot_moment(self, text: str) -> str | None: ...

    def spot_plan(self, text: str) -> str | None: ...

    def spot_reason(self, text: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class RuleReader:
    """The Reader by rules alone. `phrases` says what a message spoke of."""

    phrases: Callable[[str], Signal] = phrase_signal

    def read(self, text: str, question: Question | None) -> Reading:
        """Reads one message in less than a millisecond."""
        message = said(text)
        signal = self.phrases(text)
        word = command_in(message, text)
        scale = (question.low, question.high) if question else (0, 10)
        number = scale_in(message.plain, *scale) if message.words else None
        meant = "content" if word is None and number is not None else intent_in(message, word, _asked(question))
        known = word is not None or is_known(message)
        return Reading(word, meant, number=number, minutes=minutes_in(message.plain), signal=signal, language_known=known)


def _asked(question: Question | None) -> str:
    """The question's words, or a mark that some question is open."""
    return (question.asked or question.step or "?") if question else ""


class RuleJudge:
    """The GoalJudge by rules alone."""

    def wish(self, text: str) -> Verdict:
        return woop_wish.wish(text)

    def outcome(self, text: str, wish: str) -> Verdict:
        return woop_outcome.outcome(text, wish)

    def obstacle(self, text: str) -> Verdict:
        return woop_obstacle.obstacle(text)

    def plan(self, text: str, moment: str = "") -> Verdict:
        return woop_plan.plan(text, moment)

    def plan_parts(self, text: str, moment: str = "") -> PlanParts | None:
        return parts.plan_parts(text, moment)

    def cue_from_moment(self, moment: str) -> str:
        return parts.cue_from_moment(moment)

    def letters(self, text: str, today: date) -> Letters:
        return smart.letters(text, today)

    def spot_wish(self, text: str) -> str | None:
        return spotting.spot_wish(text)

    def spot_outcome(self, text: str) -> str | None:
        return spotting.spot_outcome(text)

    def spot_obstacle(self, text: str) -> str | None:
        return spotting.spot_obstacle(text)

    def spot_moment(self, text: str) -> str | None:
        return spotting.spot_moment(text)

    def spot_plan(self, text: str) -> str | None:
        return spotting.spot_plan(text)

    def spot_reason(self, text: str) -> str | None:
        return spotting.spot_reason(text)
