"""What the pages show, as plain values: whoever wires the console makes them, the templates write them out.

Ids in them (`urgency`, `state`, `fate` …) are worded by `console.yaml`; everything else is shown as it stands, escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zlib import crc32

from coaching.staff import Role
from coaching.words import Text
from handoff.access import Field, Relation, sees


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline. `what`: first_reply · ladder · silence. `late`: it has passed; `by`: how long until then, or since, in words."""

    what: str
    at: datetime
    by: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case in the queue: nothing of what was said.

    `reason` is worded (`case.reason.…`), `state`: open · held · mine, `waited` in words, `holder` a name, `moves` may be made from the row.
    """

    number: int
    alias: str
    urgency: str
    reason: str
    state: str
    waited: str
    opened_at: datetime
    clock: Clock | None = None
    holder: str = ""
    review: bool = False
    moves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line of the talk. `side`: participant · bot · staff; `tick`, of our own: sent · waiting · unconfirmed · failed."""

    id: str
    side: str
    who: str
    text: str
    at: datetime
    edited: bool = False
    tick: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who was told of this case, on a rung, and what became of it."""

    rung: str
    whom: str
    means: str
    at: datetime
    fate: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the reader's own, or what another (`by`) asks their supervisor, who reads it. `kind`: private · consult."""

    kind: str
    text: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A word to the reader about a case of theirs, with nobody's words in it. `offers`: with one tap, to tell who answers for safety."""

    id: str
    number: int
    text: str
    at: datetime
    offers: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the brief, as it was approved."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case with everything that could be shown of it; `shown_to` takes away what the reader may not see.

    `canned` are lines by a short name. `reading` are the names of others who look at it now. `relations`: how the reader stands to it.
    `beside`: who talks with the participant about danger while this case waits.
    """

    number: int
    alias: str
    urgency: str
    reason: str
    state: str
    opened_at: datetime
    relations: frozenset[Relation]
    name: str = ""
    holder: str = ""
    beside: str = ""
    review: bool = False
    clocks: tuple[Clock, ...] = ()
    brief: tuple[Part, ...] = ()
    lines: tuple[TalkLine, ...] = ()
    notes: tuple[Note, ...] = ()
    canned: Mapping[str, str] = field(default_factory=dict)
    tellings: tuple[Told, ...] = ()
    reading: tuple[str, ...] = ()
    snoozed_until: datetime | None = None
    moves: tuple[str, ...] = ()

    @property
    def stands(self) -> str:
        """A mark of who has it, and of whether it waits: where this changes, an open page shows other forms."""
        return f"{self.state}-{crc32(f'{self.holder}|{self.beside}'.encode()):08x}"


def parts_of(brief: Text) -> tuple[Part, ...]:
    """A brief as it is worded, line by line: what is strong at the head of a line is its title."""
    parts: list[Part] = []
    for span in brief:
        if span.strong:
            parts.append(Part(span.text.strip().rstrip(":"), ""))
        elif parts:
            parts[-1] = replace(parts[-1], text=parts[-1].text + span.text)
    return tuple(replace(part, text=part.text.strip().lstrip(":").strip()) for part in parts)


TALK = (Field.WORDS_WHILE_HELD, Field.WORDS_FROM_CONCERN, Field.EARLIER_WORDS, Field.REFERRED_WORDS)


def shown_to(view: CaseView, roles: frozenset[str]) -> CaseView | None:
    """The case as somebody with these roles sees it, or None where it does not exist for them."""

    def may(*fields: Field) -> bool:
        return any(sees(roles, view.relations, each) for each in fields)

    if not may(Field.CASE_CARD):
        return None
    held = bool({Relation.HOLDING, Relation.HOLDING_SAFETY_CASE} & view.relations)
    consults = sees(roles, view.relations | {Relation.TEAM}, Field.SUPERVISOR_CONSULT)
    return replace(
        view,
        name=view.name if may(Field.NAME) else "",
        brief=view.brief if may(Field.BRIEF) else (),
        lines=view.lines if may(*TALK) else (),
        notes=tuple(each for each in view.notes if (held and not each.by) or (consults and each.kind == "consult")),
        canned=view.canned if held else {},
        moves=tuple(move for move in view.moves if may_make(move, view, roles)),
    )


MADE_BY_HOLDER = frozenset({"reply", "earlier", "note", "snooze", "hand_back", "close", "pass_on"})
MADE_BY_ANYBODY = frozenset({"claim", "not_me"})  # who sees the card, and does not hold it
TELL_LEAD = "tell_lead"  # by who holds it or has held it
MOVES = MADE_BY_HOLDER | MADE_BY_ANYBODY | {TELL_LEAD}


CLOSE = "close"
TOO_LATE = frozenset({"reply", "hand_back", "note", "earlier", "snooze"})  # told, with the words back, to who held it until just now


def _oversees(view: CaseView, roles: frozenset[str]) -> bool:
    """Whether they may close what they do not hold: a safety lead what is about danger, and with a supervisor what nobody has."""
    answers = Role.SAFETY_LEAD in roles and Relation.SAFETY_CASE in view.relations
    free = bool(roles & {Role.SAFETY_LEAD, Role.SUPERVISOR}) and Relation.UNCLAIMED in view.relations
    return (answers or free) and sees(roles, view.relations, Field.CASE_CARD)


def may_make(move: str, view: CaseView, roles: frozenset[str]) -> bool:
    """Whether this move is the reader's to make at all. The use case asks again, of the case as it is then."""
    if move == CLOSE and _oversees(view, roles):
        return True
    if move in TOO_LATE and Relation.WAS_HOLDING in view.relations and sees(roles, view.relations, Field.CASE_CARD):
        return True
    if move == TELL_LEAD and Relation.WAS_HOLDING in view.relations and sees(roles, view.relations, Field.CASE_CARD):
        return True
    if move in MADE_BY_HOLDER | {TELL_LEAD}:
        return sees(roles, view.relations, Field.WORDS_WHILE_HELD)
    return move in MADE_BY_ANYBODY and sees(roles, view.relations, Field.CASE_CARD) and Relation.UNCLAIMED in view.relations
