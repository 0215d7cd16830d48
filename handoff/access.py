"""Who may see what: one table, deny by default; and the same table in plain sentences for the participant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from coaching.effects import Say
from coaching.staff import Role
from handoff.speech import BETWEEN, Speech

PARTICIPANT = "participant"
ROLES: tuple[str, ...] = (PARTICIPANT, *Role)


class Relation(StrEnum):
    """How somebody stands to what they would see. Several may hold at once."""

    OWN = "own"  # it is about themselves, or they wrote it
    HOLDING = "holding"  # they hold the case now
    HOLDING_SAFETY_CASE = "holding_safety_case"  # the same, of a safety case, as somebody on the safety rota
    EARLIER_AGREED = "earlier_agreed"  # they hold it, and the participant has said yes to showing earlier talk
    WAS_HOLDING = "was_holding"  # they held it once
    HELD_BY_OTHER = "held_by_other"  # somebody else holds it
    UNCLAIMED = "unclaimed"  # nobody holds it yet
    REFERRED_WITH_CONSENT = "referred_with_consent"  # the participant has said yes to passing it on to them
    SAFETY_CASE = "safety_case"  # a safety case, of those who answer for safety
    IN_REVIEW = "in_review"  # a message drawn for the weekly safety review
    TEAM = "team"  # of the coaches whom they supervise
    PROGRAMME = "programme"  # of the whole programme, nobody in it alone
    TIED = "tied"  # own team, line manager, declared conflict, or themselves as a participant
    OTHER_PROGRAMME = "other_programme"
    ERASED = "erased"


class Field(StrEnum):
    """What there is to see."""

    WORDS_WHILE_HELD = "words_while_held"  # of the talk, from the claim on, and what waits for an answer (but see `handoff.hearing`)
    WORDS_FROM_CONCERN = "words_from_concern"  # of the talk, from the message that spoke of danger on
    EARLIER_WORDS = "earlier_words"
    REFERRED_WORDS = "referred_words"  # what was passed on, and the talk that follows from it
    REVIEW_WORDS = "review_words"
    BRIEF = "brief"
    NAME = "name"
    CASE_CARD = "case_card"
    HAND_BACK = "hand_back"
    NOTES_PRIVATE = "notes_private"
    SUPERVISOR_CONSULT = "supervisor_consult"
    REFLECTIVE_LOG = "reflective_log"
    LOAD = "load"  # caseload, hours, signs of fatigue
    COUNTS = "counts"  # of at least five people: see `at_least_five`
    EXPORT = "export"  # everything held on one person
    EXPORT_COUNTS = "export_counts"
    EXPORT_STUDY = "export_study"  # under study ids, without free text
    ADVERSE_EVENTS = "adverse_events"
    AUDIT = "audit"
    ACCESS_LIST = "access_list"  # who has looked at one's own data
    ROSTER = "roster"  # who is on the staff
    KEYS = "keys"


R, F = Relation, Field
WORDS = frozenset({F.WORDS_WHILE_HELD, F.WORDS_FROM_CONCERN, F.EARLIER_WORDS, F.REFERRED_WORDS, F.REVIEW_WORDS, F.BRIEF})  # in them, words
PERSONAL = WORDS | {F.NAME, F.HAND_BACK, F.NOTES_PRIVATE, F.SUPERVISOR_CONSULT, F.EXPORT}
BLIND = frozenset({Role.PROGRAMME_MANAGER, Role.RESEARCHER})  # see nothing personal, whatever else the same person is
NEVER = frozenset({R.TIED, R.OTHER_PROGRAMME, R.ERASED})  # where one of these holds, nothing is seen, whatever else holds
OUTWEIGHED = {R.TIED: R.HOLDING_SAFETY_CASE}  # but whoever came to somebody in danger, because nobody else did, can see

_HOLDS = frozenset({F.WORDS_WHILE_HELD, F.BRIEF, F.NAME, F.CASE_CARD, F.HAND_BACK})
_HELD = frozenset({F.CASE_CARD, F.HAND_BACK})
_OF_ONE_S_WORK = frozenset({F.NOTES_PRIVATE, F.SUPERVISOR_CONSULT, F.REFLECTIVE_LOG, F.LOAD})

# Everything that is allowed (DESIGN 7, reliability.md 3.8). A row that is not here allows nothing.
ALLOWED: Mapping[tuple[str, Relation], frozenset[Field]] = {
    (PARTICIPANT, R.OWN): WORDS | {F.NAME, F.CASE_CARD, F.HAND_BACK, F.EXPORT, F.ACCESS_LIST},
    (Role.COACH, R.UNCLAIMED): frozenset({F.CASE_CARD}),
    (Role.COACH, R.HELD_BY_OTHER): frozenset({F.CASE_CARD}),
    (Role.COACH, R.HOLDING): _HOLDS,
    (Role.COACH, R.HOLDING_SAFETY_CASE): frozenset({F.WORDS_FROM_CONCERN}),
    (Role.COACH, R.EARLIER_AGREED): frozenset({F.EARLIER_WORDS}),
    (Role.COACH, R.WAS_HOLDING): _HELD,
    (Role.COACH, R.OWN): _OF_ONE_S_WORK,
    (Role.SUPERVISOR, R.UNCLAIMED): frozenset({F.CASE_CARD, F.NAME}),
    (Role.SUPERVISOR, R.HELD_BY_OTHER): frozenset({F.CASE_CARD, F.NAME}),
    (Role.SUPERVISOR, R.HOLDING): _HOLDS,
    (Role.SUPERVISOR, R.HOLDING_SAFETY_CASE): frozenset({F.WORDS_FROM_CONCERN}),
    (Role.SUPERVISOR, R.EARLIER_AGREED): frozenset({F.EARLIER_WORDS}),
    (Role.SUPERVISOR, R.WAS_HOLDING): _HELD,
    (Role.SUPERVISOR, R.OWN): _OF_ONE_S_WORK,
    (Role.SUPERVISOR, R.TEAM): frozenset({F.SUPERVISOR_CONSULT, F.LOAD, F.AUDIT}),
    (Role.SUPERVISOR, R.PROGRAMME): frozenset({F.COUNTS}),
    (Role.SAFETY_LEAD, R.UNCLAIMED): frozenset({F.CASE_CARD}),
    (Role.SAFETY_LEAD, R.HELD_BY_OTHER): frozenset({F.CASE_CARD}),
    (Role.SAFETY_LEAD, R.SAFETY_CASE): frozenset({F.WORDS_FROM_CONCERN, F.BRIEF, F.NAME, F.CASE_CARD}),
    (Role.SAFETY_LEAD, R.HOLDING): _HOLDS,
    (Role.SAFETY_LEAD, R.HOLDING_SAFETY_CASE): frozenset({F.WORDS_FROM_CONCERN}),
    (Role.SAFETY_LEAD, R.EARLIER_AGREED): frozenset({F.EARLIER_WORDS}),
    (Role.SAFETY_LEAD, R.WAS_HOLDING): _HELD,
    (Role.SAFETY_LEAD, R.OWN): _OF_ONE_S_WORK,
    (Role.SAFETY_LEAD, R.IN_REVIEW): frozenset({F.REVIEW_WORDS}),
    (Role.SAFETY_LEAD, R.PROGRAMME): frozenset({F.COUNTS, F.ADVERSE_EVENTS}),
    (Role.ETHICAL_MENTOR, R.REFERRED_WITH_CONSENT): frozenset({F.REFERRED_WORDS, F.BRIEF, F.NAME, F.CASE_CARD, F.HAND_BACK}),
    (Role.ETHICAL_MENTOR, R.OWN): _OF_ONE_S_WORK,
    (Role.PROGRAMME_MANAGER, R.PROGRAMME): frozenset({F.COUNTS, F.EXPORT_COUNTS}),
    (Role.RESEARCHER, R.PROGRAMME): frozenset({F.COUNTS, F.EXPORT_STUDY}),
    (Role.ADMIN, R.PROGRAMME): frozenset({F.ROSTER, F.KEYS, F.AUDIT}),
}
_NOTHING: frozenset[Field] = frozenset()
AT_LEAST = 5  # people behind a count (DESIGN 7)


def may_see(role: str, relation: str, field: str) -> bool:
    """Whether somebody with this role who stands so to it may see this. Whatever the table does not know is not seen."""
    known = role in ROLES and relation in tuple(Relation)
    return known and field in ALLOWED.get((role, Relation(relation)), _NOTHING)


def sees(roles: Collection[str], relations: Collection[str], field: str) -> bool:
    """The same for somebody who has several roles, or stands to it in several ways: what any of them allows, with `NEVER` and `BLIND`."""
    if any(never in relations and OUTWEIGHED.get(never) not in relations for never in NEVER):
        return False
    if PARTICIPANT in roles and may_see(PARTICIPANT, Relation.OWN if Relation.OWN in relations else "", field):
        return True
    if field in PERSONAL and BLIND.intersection(roles):
        return False
    return any(may_see(role, relation, field) for role in roles for relation in relations)


def at_least_five(count: int, people: int | None = None) -> int | None:
    """The count, or None where fewer than five people are behind it. `people`: how many those are, where something else is counted.

    None stands for nought to four alike: a nought that is told apart tells something of somebody too.
    """
    return count if count >= AT_LEAST and (people is None or people >= AT_LEAST) else None


# -- who can see this -----------------------------------------------------------------------------------------------------------

_OF_NOBODY = (F.CASE_CARD, F.COUNTS, F.EXPORT_COUNTS, F.EXPORT_STUDY, F.ACCESS_LIST)  # told too, though nothing in it is personal
TOLD = tuple(field for field in Field if field in PERSONAL or field in _OF_NOBODY)
_TOLD_OF = tuple(dict.fromkeys(relation for (_, relation), fields in ALLOWED.items() if fields.intersection(TOLD)))
WORDINGS = (
    "see.open",
    "see.line",
    "see.or",
    "see.never",
    "see.nobody",
    "see.when.own.participant",
    *(f"see.role.{role}" for role in ROLES),
    *(f"see.when.{relation}" for relation in _TOLD_OF),
    *(f"see.field.{field}" for field in TOLD),
)


def who_can_see(speech: Speech) -> Say:
    """The whole table as the participant reads it."""
    return Say("see.open", {"lines": "\n".join(sentences(speech))})


def sentences(speech: Speech) -> tuple[str, ...]:
    """What each row shows of a participant, rows that show the same in one sentence; then who never sees a name or words."""
    rows: dict[tuple[str, tuple[Field, ...]], list[str]] = {}
    for (role, relation), allowed in ALLOWED.items():
        told = _told(allowed)
        if told:
            rows.setdefault((_when(role, relation), told), []).append(role)
    lines = (_sentence(roles, when, told, speech) for (when, told), roles in rows.items())
    never = (speech.fill("see.never", who=_who([role], speech)) for role in ROLES if not is_personal(role))
    return (*lines, *never, speech.says("see.nobody"))


def is_personal(role: str) -> bool:
    """Whether anything personal is ever seen in this role."""
    return any(allowed & PERSONAL for (each, _), allowed in ALLOWED.items() if each == role)


def _told(allowed: frozenset[Field]) -> tuple[Field, ...]:
    """The fields to tell of: all that is held covers the rest, and that there is a case goes without saying beside more."""
    if F.EXPORT in allowed:
        return tuple(field for field in (F.EXPORT, F.ACCESS_LIST) if field in allowed)
    told = tuple(field for field in TOLD if field in allowed)
    return tuple(field for field in told if field is not F.CASE_CARD) or told


def _when(role: str, relation: Relation) -> str:
    return f"see.when.{relation}.{role}" if role == PARTICIPANT else f"see.when.{relation}"


def _sentence(roles: list[str], when: str, told: tuple[Field, ...], speech: Speech) -> str:
    what = BETWEEN.join(speech.says(f"see.field.{field}") for field in told)
    return speech.fill("see.line", who=_who(roles, speech), when=speech.says(when), what=what)


def _who(roles: list[str], speech: Speech) -> str:
    *several, last = (speech.says(f"see.role.{role}") for role in roles)
    who = f"{', '.join(several)} {speech.says('see.or')} {last}" if several else last
    return who[:1].upper() + who[1:]
