"""The weekly safety review, and the log of adverse events: what is kept of both, and the ports that read and write it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from coaching.concern import Concern
from coaching.notebook import AuditRow
from coaching.words import Words


class Verdict(StrEnum):
    """What a safety lead says of a line that they looked at. It is kept for tuning, and changes nothing by itself."""

    RIGHT = "right"
    SHOULD_HAVE_ASKED = "should_have_asked"
    SHOULD_NOT_HAVE_ASKED = "should_not_have_asked"
    SHOULD_HAVE_ALARMED = "should_have_alarmed"


OF_QUESTION = (Verdict.RIGHT, Verdict.SHOULD_NOT_HAVE_ASKED, Verdict.SHOULD_HAVE_ALARMED)
OF_MESSAGE = (Verdict.RIGHT, Verdict.SHOULD_HAVE_ASKED, Verdict.SHOULD_HAVE_ALARMED)


@dataclass(frozen=True, slots=True)
class Looked:
    """One message that was looked at as it was answered, with no words in it. `action`: act · ask · tell · none."""

    line_id: str
    participant_id: str
    at: datetime
    action: str
    consented: bool  # its author had accepted the contract before they wrote it


@dataclass(frozen=True, slots=True)
class Question:
    """One straight question. `about` is what it asked about: crisis, domestic, threat …"""

    line_id: str
    participant_id: str
    at: datetime
    about: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one: yes · no · unsure · skip · unclear · help_now."""

    participant_id: str
    at: datetime
    answer: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that was opened."""

    participant_id: str
    at: datetime
    concern: Concern
    review: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened in a stretch of time, each in its order; no words."""

    looked: Sequence[Looked] = ()
    questions: Sequence[Question] = ()
    answers: Sequence[Answered] = ()
    cases: Sequence[Opened] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """The words around one line: the message, and, where it was asked about, the question and what was said next."""

    line_id: str
    participant_id: str
    alias: str
    message: Words
    question: Words = Words("")
    answer: Words = Words("")


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that was given."""

    line_id: str
    participant_id: str
    week: str
    verdict: Verdict
    by: str
    at: datetime


class Reviews(Protocol):
    """Reads what the safety review is made of, and keeps the verdicts."""

    async def trace(self, since: datetime, until: datetime) -> Trace: ...

    async def asked(self, questions: Sequence[Question], messages: Mapping[str, str]) -> list[Exchange]:
        """The words around these questions. `messages`: question → the message that led to it, where that is known."""
        ...

    async def said(self, line_ids: Collection[str], since: datetime, until: datetime) -> list[Exchange]:
        """These messages, of the stretch that they were said in; what cannot be read any more is left out."""
        ...

    async def said_no(self, participant_ids: Collection[str]) -> frozenset[str]:
        """Who of them has declined the contract since they accepted it."""
        ...

    async def judged(self, week: str) -> list[Judged]:
        """Every verdict on lines of this week, the oldest first."""
        ...

    async def judge(self, judged: Judged, row: AuditRow) -> None: ...

    async def seen(self, rows: Sequence[tuple[AuditRow, str]]) -> None:
        """Write down who has looked at which line, each with whose line it is."""
        ...


# -- adverse events -------------------------------------------------------------------------------------------------------------


class Seriousness(StrEnum):
    """What makes an event serious, or that nothing does."""

    NOT_SERIOUS = "not_serious"
    IMPORTANT = "important"  # medically, without any of those below
    HOSPITAL = "hospital"  # a stay there, or a longer one
    DISABILITY = "disability"
    LIFE_THREATENING = "life_threatening"
    DEATH = "death"


class Expectedness(StrEnum):
    EXPECTED = "expected"
    UNEXPECTED = "unexpected"
    NOT_YET = "not_yet"  # judged


class Relatedness(StrEnum):
    """To the programme."""

    UNRELATED = "unrelated"
    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    DEFINITE = "definite"
    NOT_YET = "not_yet"  # judged


@dataclass(frozen=True, slots=True)
class AdverseEvent:
    """One event as one version tells it; a correction is the next version, and the earlier ones stay.

    `number` is what people call it by, 0 before it has one. `participant_id` is "" where nobody is in it.
    """

    id: str
    number: int
    version: int
    on: date
    participant_id: str
    happened: Words
    seriousness: Seriousness
    expectedness: Expectedness
    relatedness: Relatedness
    action: Words
    reported_to: Words
    by: str
    at: datetime
    alias: str = ""


class AdverseEvents(Protocol):
    """The log of adverse events. Nothing in it is ever changed."""

    async def events(self) -> list[AdverseEvent]:
        """Every version of every event, in the order of their numbers and versions."""
        ...

    async def add_event(self, event: AdverseEvent, row: AuditRow) -> AdverseEvent:
        """Write it down; a new one gets its number. The same id twice counts once. MovedOn where that version is there already."""
        ...
