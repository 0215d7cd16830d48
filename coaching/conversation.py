"""A participant's one thread of talk, as it is stored between two turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from coaching.concern import Watch
from coaching.message import Choice, Shape
from coaching.words import Text, Words

SCHEMA = 1  # of the stored state; an unknown one is set aside, never guessed at


@dataclass(frozen=True, slots=True)
class Answer:
    """What a step has been given.

    `how`: said (in answer to it) · read (found in an answer to something else) · accepted (after its repairs, as it stood) ·
    skipped · empty (a scale answered in words; `words` keeps them). Two leave the step open: tried (not usable as it is; `verdict`
    names the repair question that is open) · earlier (asked again; these words are offered). Else `verdict` is the check's.
    """

    value: str | int | None = None
    how: str = "said"
    verdict: str = "ok"
    words: str = ""

    def __repr__(self) -> str:
        return f"<answer {self.how}, {self.verdict}>"


@dataclass(frozen=True, slots=True)
class Walk:
    """One person's way through one flow. `trail` holds the steps asked, oldest first; `goal_id` is set when it works on a stored goal."""

    flow: str
    version: int
    step: str
    started: datetime
    answers: Mapping[str, Answer] = field(default_factory=dict)
    repairs: Mapping[str, int] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    goal_id: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is open. `outbound` is the id that its buttons carry back; `text` is what it said, to settle it in place.

    `ours` is what it would have said in our own words alone, where a language model had a part in it: that is what a reading looks at.
    """

    outbound: str
    wording: str
    at: datetime
    shape: Shape = Shape.TEXT
    choices: tuple[Choice, ...] = ()
    low: int = 0
    high: int = 10
    text: Text = ()
    ours: Text = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a person may read of somebody, as long as they are deciding it: their own words (`quote`), and the fields of the brief that
    they struck out. `since`: when a person was asked for. `masked`: how many identifiers were masked in the words.
    """

    since: datetime
    quote: Words = Words()
    left_out: tuple[str, ...] = ()
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a participant's talk stands. `version` counts every change to it by anybody, `turn` only its turns.

    `contract`: none · shown · accepted · declined. `standing` is a state of `handoff.standing`. `parked` are walks left
    unfinished, the newest last. `asked` is None when nothing is open. `heard` maps a wording id to how often it was said,
    so that variants alternate. `last_goal` is the id of the goal stored last, which the next exercise may go on with.
    `joining` is the code of another conversation, kept until the person says whether to join the two. `watch` is safety's memory.
    `sharing` is there while they decide what a person may read.
    """

    id: str
    participant_id: str
    version: int = 0
    turn: int = 0
    standing: str = "with_bot"
    contract: str = "none"
    walk: Walk | None = None
    parked: tuple[Walk, ...] = ()
    asked: Asked | None = None
    heard: Mapping[str, int] = field(default_factory=dict)
    last_goal: str = ""
    joining: str = ""
    watch: Watch = Watch()
    sharing: Sharing | None = None
