"""What a message spoke of, for routing: never a finding about a person, never a score of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from coaching.message import Outbound

Detail = Mapping[str, str | int | float | bool]  # of an audit row: no words of anybody


class Concern(StrEnum):
    """The most serious that applies, the most serious first; the order breaks ties."""

    CRISIS = "crisis"
    SAFEGUARDING = "safeguarding"
    PATIENT_SAFETY = "patient_safety"
    MISTREATMENT = "mistreatment"
    TRAUMA = "trauma"
    SUBSTANCE_USE = "substance_use"
    BURNOUT = "burnout"
    ETHICAL_DILEMMA = "ethical_dilemma"
    CLINICAL_QUESTION = "clinical_question"
    WANTS_HUMAN = "wants_human"
    BOT_FRUSTRATION = "bot_frustration"
    NONE = "none"


class Urgency(StrEnum):
    """How soon a person should look."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SOON = "soon"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 is the most urgent."""
        return list(Urgency).index(self)


class Layer(StrEnum):
    """What a signal rests on."""

    BUTTON = "button"  # the person pressed or typed *help now*, or answered the straight question
    PHRASE = "phrase"
    MODEL = "model"
    STAFF = "staff"  # somebody of the staff who wrote of the participant raised it
    CONTEXT = "context"  # the message itself and what was said before it
    NOTHING = "nothing"


HOLDING = frozenset({Concern.CRISIS, Concern.SAFEGUARDING})  # a safety hold follows these only
HEAVY = frozenset({Concern.MISTREATMENT, Concern.BURNOUT, Concern.TRAUMA})  # they weigh on whoever holds them
RECENT = 10  # messages
KINDS = ("self_danger_other", "domestic", "child_or_adult", "threat")  # of safeguarding, each with its own words


@dataclass(frozen=True, slots=True)
class Signal:
    """What the layers made of one message. `ask`: it is unclear, and the bot asks straight. `kind` is of
    safeguarding; a complaint is a kind of its own.

    `score` is the calibrated probability of the concern, 1.0 from a phrase. `evidence` is the stretch that decided.
    """

    concern: Concern = Concern.NONE
    urgency: Urgency = Urgency.NONE
    kind: str = ""
    ask: bool = False
    layer: Layer = Layer.NOTHING
    score: float = 0.0
    evidence: str = field(default="", repr=False)

    @property
    def acts(self) -> bool:
        """Whether the safety protocol follows at once: a holding concern that is not merely asked about."""
        return self.concern in HOLDING and not self.ask


CALM = Signal()
_GRAVITY = {concern: place for place, concern in enumerate(Concern)}


def most_serious(signals: Iterable[Signal]) -> Signal:
    """The one that a person has to know of first: what acts before what asks, then by concern, then by urgency."""
    return min(signals, key=lambda signal: (not signal.acts, _GRAVITY[signal.concern], signal.urgency.rank), default=CALM)


@dataclass(frozen=True, slots=True)
class Case:
    """An escalation as it is opened. `source`: the layer it rests on. `review`: nobody is to be called, a person looks at it later."""

    id: str
    concern: Concern
    urgency: Urgency
    kind: str
    source: Layer
    opened_at: datetime
    review: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A safety text made out to one person. `content_hash` traces it to its wording. `again`: the short one, said soon after the whole."""

    outbound: Outbound
    content_hash: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """What a message raised as it arrived, as it can be kept: the case, and the id that its safety text has wherever it goes out.

    `decision` is the row of the audit. `said`: the text arrived already, past the database. `doubtful`: it may have.
    """

    case: Case
    text_id: str
    decision: Detail
    said: Card | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is raised in the transaction that takes a message in: its case, its alert, and its safety text.

    `card` makes the text for a participant's (country, language), to where the message came from; its third argument is when the
    whole text was said last for this case, if it was.
    """

    raised: Raised
    card: Callable[[str, str, datetime | None], Card]


@dataclass(frozen=True, slots=True)
class Watch:
    """What safety remembers of a conversation, with no words in it.

    `hold`: "" (none) · on · safe (they said that they are safe, or that they meant something else: asking to go on ends it).
    `about` is the rule (`crisis`, `safeguarding.domestic` …) of the hold, or of the straight question. `asked_at`: when that was
    asked last, and `cue` a mark of what it was about. `case` is the case that was opened as a message arrived. `quiet_until`: nudges
    are held until then. `told`: concern → when its words were said last. `recent`: (concern, score) of the last `RECENT` messages, the
    newest last, from the first that was not calm. `later`: wording → the id of what is to be said later.
    """

    hold: str = ""
    about: str = ""
    asked_at: datetime | None = None
    cue: str = ""
    case: str = ""
    quiet_until: datetime | None = None
    told: Mapping[str, datetime] = field(default_factory=dict)
    recent: tuple[tuple[str, float], ...] = ()
    later: Mapping[str, str] = field(default_factory=dict)
