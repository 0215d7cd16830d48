"""Who works for a programme: coaches, their supervisors, and whoever answers for safety. No participant's words come near this."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from coaching.words import Words

ONE_TO_ONE = "one_to_one"


class Role(StrEnum):
    """What somebody on the staff does; one person may have several."""

    COACH = "coach"
    SUPERVISOR = "supervisor"
    SAFETY_LEAD = "safety_lead"
    ETHICAL_MENTOR = "ethical_mentor"
    PROGRAMME_MANAGER = "programme_manager"
    RESEARCHER = "researcher"
    ADMIN = "admin"


class Rung(StrEnum):
    """Where a coach stands on the development ladder."""

    FOUNDATION = "foundation"
    PRACTITIONER = "practitioner"
    SENIOR = "senior"


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch in which somebody takes nothing new: leave, or having stepped out. `until` is None where no end is known."""

    since: datetime
    until: datetime | None = None

    def covers(self, now: datetime) -> bool:
        return self.since <= now and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class Ties:
    """Where a member of staff stands to the people who might be coached: what rules a match out, or makes a good one.

    `manages` are teams, and `line` and `conflicts` participant ids, of whom this person may never hold a case: `line` is whoever
    is above or below them at work (line manager, appraiser, preceptor, and the other way round). `participant_id` is set where
    somebody on the staff is also coached here. `profession` is their own.
    """

    organisation: str = ""
    directorate: str = ""
    team: str = ""
    profession: str = ""
    manages: frozenset[str] = frozenset()
    line: frozenset[str] = frozenset()
    conflicts: frozenset[str] = frozenset()
    participant_id: str = ""


@dataclass(frozen=True, slots=True)
class Skills:
    """What a coach knows and speaks; `professions` (that they know well), `topics` and `forms` are the programme's own words.

    `forms` are the forms of mentoring that they offer: in a trial, one to one alone.
    """

    languages: frozenset[str] = frozenset({"en-GB"})
    professions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset({ONE_TO_ONE})
    rung: Rung = Rung.PRACTITIONER
    trained: bool = True


@dataclass(frozen=True, slots=True)
class Caps:
    """How many people a coach takes on at most: `soft` is where others come first, `hard` where nobody more is offered."""

    soft: int = 6
    hard: int = 8
    heavy: int = 3  # concurrent cases of mistreatment, burnout or trauma
    live: int = 5  # conversations held at once


@dataclass(frozen=True, slots=True)
class Staff:
    """One person on the staff. `addresses` are theirs by channel: slack, telegram, email.

    `shifts` are the parts of the week in which they talk to people, in the programme's own words.
    """

    id: str
    name: str
    roles: frozenset[Role]
    ties: Ties = Ties()
    skills: Skills = Skills()
    caps: Caps = Caps()
    away: tuple[Away, ...] = ()
    on_safety_rota: bool = False
    shifts: frozenset[str] = frozenset()
    addresses: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    left_at: datetime | None = None

    def works(self, now: datetime) -> bool:
        """Whether this person takes anything on now."""
        return (self.left_at is None or now < self.left_at) and not any(each.covers(now) for each in self.away)

    def out_since(self, now: datetime) -> datetime | None:
        """Since when this person has stepped out: is away with no end known. None where they have not."""
        return min((each.since for each in self.away if each.until is None and each.covers(now)), default=None)


@dataclass(frozen=True, slots=True)
class Load:
    """What a coach has on. Hours are of practice and of individual supervision, in the last year.

    `topics` are of the last ten cases, the newest last. `last_crisis_at` is the last contact with a crisis or with safeguarding.
    """

    active: int = 0
    heavy: int = 0
    live: int = 0
    hours_this_week: float = 0.0
    practice_hours: float = 0.0
    supervision_hours: float = 0.0
    supervised_at: datetime | None = None
    began_at: datetime | None = None
    last_crisis_at: datetime | None = None
    last_taken_at: datetime | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supervised:
    """One sitting of individual supervision."""

    at: datetime
    hours: float


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a coach says that they are, once a month, 0 to 10 each. Of `load`, more is worse."""

    at: datetime
    energy: int
    meaning: int
    load: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a coach's reflective log; nobody else ever reads it. `prompt`: the id of the question it answers, or nothing."""

    id: str
    at: datetime
    prompt: str
    words: Words
