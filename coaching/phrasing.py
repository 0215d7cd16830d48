"""Phrasing: what a language model, where there is one, may do with something the bot says. Without one, our own wording is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Act(StrEnum):
    """The three things that a language model may do. There is no fourth."""

    REPHRASE = "rephrase"  # say a question of ours, which was asked before, in other words
    REFLECT = "reflect"  # say back in one line what somebody just said, before the next question
    SUMMARISE = "summarise"  # say back a stretch of talk, at its end or when it is taken up again


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What may be done with a Say, and all that the model gets to see for it.

    `question` is ours: the one to be rephrased, or the one that was answered. `words` are the participant's, from this conversation.
    """

    act: Act
    question: str = ""
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Phrased:
    """Words of a language model that may be said, and the name of the model."""

    text: str = field(repr=False)
    model: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a language model is asked. `longest` is the most tokens it may answer with."""

    system: str = field(repr=False)
    ask: str = field(repr=False)
    longest: int


class LanguageModel(Protocol):
    """A language model: a prompt in, its words out. What comes out is nobody's until it has been judged."""

    @property
    def kind(self) -> str:
        """local or address."""
        ...

    @property
    def name(self) -> str:
        """The model's name, as the transcript and the audit keep it."""
        ...

    @property
    def missing(self) -> str:
        """Why it cannot be asked just now, or nothing."""
        ...

    def start(self) -> None:
        """Make ready, without waiting for it."""
        ...

    async def complete(self, prompt: Prompt, within: float) -> str:
        """What it makes of the prompt. NoWords where that is nothing; whoever asks stops waiting after `within` seconds."""
        ...

    async def close(self) -> None: ...
