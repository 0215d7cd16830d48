"""The brief: what a coach reads in half a minute before writing to somebody, in words that this somebody has read and approved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from coaching.checkin import Barrier, Change, CheckIn, Mood, Outcome
from coaching.concern import HOLDING, Urgency
from coaching.conversation import Conversation
from coaching.effects import Say
from coaching.goal import Goal
from coaching.words import Words
from handoff import quote as quoting
from handoff.rules import NAMES, SAFETY
from handoff.speech import BETWEEN, Speech, waited

MOST_WORDS = 110  # as it is read, labels and all: half a minute (coaching.md 9.1)
LAST = 3  # check-ins, and moods
CAREFUL, CAREFUL_WORDS = 3, 8  # lines, and words of each
GOAL_WORDS = ACTION_WORDS = 20
BEFORE = 2  # earlier cases


class Wants(StrEnum):
    """What the participant would like of whoever reads it."""

    LISTEN = "listen"
    OPTIONS = "options"
    CHALLENGE = "challenge"
    PRACTICAL = "practical"


class Contact(StrEnum):
    """How the participant is fine with being reached."""

    TEXT = "text"
    CALL = "call"


Went = tuple[Outcome, Barrier | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the queue knows of a case. `reason` is the name of its rule, `to` its route; `due_at` is when an answer is due, if it is."""

    handoff_id: str
    reason: str
    priority: Urgency
    created_at: datetime
    to: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseBefore:
    """An earlier case of the same person; a review is none."""

    reason: str
    opened_at: datetime
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to say of somebody. `masked`: how many identifiers were masked in what is quoted."""

    alias: str
    goal: Goal | None = None
    check_ins: tuple[CheckIn, ...] = ()
    before: tuple[CaseBefore, ...] = ()
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """What the participant has read and said yes to, and when. `left_out` are fields of the brief that they struck out."""

    at: datetime
    quote: Words = Words()
    wants: Wants | None = None
    careful: tuple[Words, ...] = ()
    contact_ok: tuple[Contact, ...] = ()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Brief:
    """The fields of coaching.md 9.1, and `before`, the earlier cases in its line CAREFUL; the newest first in every list.

    `priority` is the case's urgency. `consent_at` is None where nothing was approved: then there are no words of the participant in
    it, but for what is to be careful about. No transcript, no score, no finding about a person.
    """

    handoff_id: str
    pid_alias: str
    reason_category: str
    priority: Urgency
    created_at: datetime
    due_at: datetime | None = None
    quote: Words = Words()
    goal: Words = Words()
    action: Words = Words()
    last_outcomes: tuple[Went, ...] = ()
    tried: tuple[Change, ...] = ()
    self_mood: tuple[Mood, ...] = ()
    careful: tuple[Words, ...] = ()
    before: tuple[CaseBefore, ...] = ()
    wants: Wants | None = None
    contact_ok: tuple[Contact, ...] = ()
    consent_at: datetime | None = None
    redactions: int = 0


_EMPTY: Mapping[str, Any] = {each.name: each.default for each in fields(Brief)}
STRIKABLE = ("quote", "goal", "action", "last_outcomes", "tried", "self_mood", "careful", "before", "wants", "contact_ok")
# What gives way where a brief is too long, in this order, and what stays of it: words of a text, or the first so many of several.
# What was approved as a quote, what is wanted and what is to be careful about stay whole.
GIVES_WAY = (
    ("redactions", 0),
    ("self_mood", 0),
    ("tried", 1),
    ("action", 14),
    ("goal", 14),
    ("last_outcomes", 1),
    ("before", 1),
    ("tried", 0),
    ("action", 8),
    ("goal", 8),
    ("last_outcomes", 0),
    ("contact_ok", 0),
    ("before", 0),
    ("action", 0),
    ("goal", 0),
)


# -- making ---------------------------------------------------------------------------------------------------------------------


def goal_in_hand(conversation: Conversation, goals: Sequence[Goal]) -> Goal | None:
    """The goal that the talk is about: that of the exercise under way, else the one stored last, else the newest that is active."""
    by_id = {goal.id: goal for goal in goals}
    walk = conversation.walk
    named = (walk.goal_id if walk else "", conversation.last_goal)
    active = [goal for goal in goals if goal.status == "active"]
    return next((by_id[each] for each in named if each in by_id), active[-1] if active else None)


def made(heading: Heading, known: Known, approval: Approval | None) -> Brief:
    """The brief, not yet cut. In a safety case, and where nothing was approved, it is the least that is needed."""
    least = _least(heading, known.alias, approval)
    if approval is None or is_safety(heading):
        return least
    whole = _whole(least, known, approval)
    return replace(whole, **{name: _EMPTY[name] for name in STRIKABLE if name in approval.left_out})


def is_safety(heading: Heading) -> bool:
    """Whether it goes to those who answer for safety; then nothing waits for a yes, and nothing but the least is told."""
    return heading.to in SAFETY or _root(heading.reason) in HOLDING


def struck(approval: Approval, *fields: str) -> Approval:
    """The approval with these fields of the brief struck out."""
    return replace(approval, left_out=approval.left_out | {name for name in fields if name in STRIKABLE})


def requoted(approval: Approval, words: Words) -> Approval:
    """The approval with another quote."""
    return replace(approval, quote=quoting.edited(words))


def _least(heading: Heading, alias: str, approval: Approval | None) -> Brief:
    """Who, why, how soon, and how to reach them without harm."""
    brief = Brief(heading.handoff_id, alias, heading.reason, heading.priority, heading.created_at, heading.due_at)
    if approval is None:
        return brief
    careful = tuple(quoting.cut(words, CAREFUL_WORDS) for words in approval.careful[:CAREFUL])
    return replace(brief, careful=_filled(careful), contact_ok=approval.contact_ok)


def _whole(least: Brief, known: Known, approval: Approval) -> Brief:
    latest = sorted(known.check_ins, key=lambda each: each.at, reverse=True)
    changes = dict.fromkeys(each.change for each in latest if each.change in (Change.SHRINK, Change.MOVE))
    return replace(
        least,
        quote=quoting.cut(approval.quote),
        goal=quoting.cut(_goal(known.goal), GOAL_WORDS),
        action=quoting.cut(_action(known.goal), ACTION_WORDS),
        last_outcomes=tuple((each.outcome, each.barrier) for each in latest[:LAST]),
        tried=tuple(change for change in changes if change),
        self_mood=tuple(each.mood for each in latest[:LAST] if each.mood),
        before=tuple(sorted(known.before, key=lambda each: each.opened_at, reverse=True)[:BEFORE]),
        wants=approval.wants,
        consent_at=approval.at,
        redactions=known.masked,
    )


def _goal(goal: Goal | None) -> Words:
    """As it was worked on last: the sentence of a SMART goal, or the wish."""
    if goal is None:
        return Words()
    smart = goal.smart.text if goal.smart and goal.flow == "smart" else ""
    return Words(smart or goal.text or (goal.woop.wish if goal.woop else ""))


def _action(goal: Goal | None) -> Words:
    """The plan, or the first action step that is open."""
    if goal is None:
        return Words()
    plan = (goal.woop.plan_text or goal.woop.plan_then) if goal.woop else ""
    steps = (step.text for step in goal.steps if step.status == "open")
    return Words(plan or next(steps, ""))


def _filled(several: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(words for words in several if words)


def _root(reason: str) -> str:
    return reason.split(".")[0]


# -- cutting --------------------------------------------------------------------------------------------------------------------


def fitted(brief: Brief, speech: Speech) -> Brief:
    """The brief cut to `MOST_WORDS` as this reader reads it; what gives way first stands first in `GIVES_WAY`."""
    for name, most in GIVES_WAY:
        if speech.length(shown(brief, brief.created_at, speech)) <= MOST_WORDS:
            return brief
        brief = replace(brief, **{name: _less(getattr(brief, name), most)})
    return brief


def _less(value: Any, most: int) -> Any:
    if isinstance(value, Words):
        return quoting.cut(value, most)
    return value[:most] if isinstance(value, tuple) else most


# -- showing --------------------------------------------------------------------------------------------------------------------

LINES = ("who", "asked", "goal", "plan", "last", "tried", "mood", "careful", "wants", "masked")  # after the head, in this order
WORDINGS = (
    "brief.head",
    "brief.head.due",
    *(f"brief.{line}" for line in LINES),
    "brief.who.contact",
    "brief.went",
    "brief.before.open",
    "brief.before.closed",
    *(f"case.reason.{name}" for name in NAMES),
    *(f"case.urgency.{urgency}" for urgency in Urgency),
    *(f"checkin.outcome.{each}" for each in Outcome),
    *(f"checkin.barrier.{each}" for each in Barrier),
    *(f"checkin.change.{each}" for each in (Change.SHRINK, Change.MOVE)),
    *(f"checkin.mood.{each}" for each in Mood),
    *(f"brief.wants.{each}" for each in Wants),
    *(f"brief.contact.{each}" for each in Contact),
)


def shown(brief: Brief, now: datetime, speech: Speech) -> Say:
    """The brief as it is read, by the participant who approves it and by the coach alike: the same lines in the same order."""
    blanks = {name: words for name, words in _blanks(brief, now, speech).items() if words}
    head = "brief.head.due" if "due" in blanks else "brief.head"
    who = "brief.who.contact" if "contact" in blanks else "brief.who"
    lines = (head, who, *(f"brief.{line}" for line in LINES[1:] if _BLANK[line] in blanks))
    return Say(lines[-1], blanks, also=lines[:-1])


_BLANK = {
    "asked": "quote",
    "goal": "goal",
    "plan": "plan",
    "last": "outcomes",
    "tried": "tried",
    "mood": "mood",
    "careful": "careful",
    "wants": "wants",
    "masked": "count",
}


def _blanks(brief: Brief, now: datetime, speech: Speech) -> dict[str, str]:
    return {
        "reason": speech.says(f"case.reason.{brief.reason_category}"),
        "urgency": speech.says(f"case.urgency.{brief.priority}"),
        "waiting": waited(brief.created_at, now, speech),
        "due": speech.when(brief.due_at) if brief.due_at else "",
        "alias": brief.pid_alias,
        "contact": speech.listed(f"brief.contact.{each}" for each in brief.contact_ok),
        "quote": brief.quote.text,
        "goal": brief.goal.text,
        "plan": brief.action.text,
        "outcomes": BETWEEN.join(_went(each, speech) for each in brief.last_outcomes),
        "tried": speech.listed(f"checkin.change.{each}" for each in brief.tried),
        "mood": speech.listed(f"checkin.mood.{each}" for each in brief.self_mood),
        "careful": BETWEEN.join([*(words.text for words in brief.careful), *(_before(each, now, speech) for each in brief.before)]),
        "wants": speech.says(f"brief.wants.{brief.wants}") if brief.wants else "",
        "count": str(brief.redactions) if brief.redactions else "",
    }


def _went(went: Went, speech: Speech) -> str:
    outcome, barrier = went
    said = speech.says(f"checkin.outcome.{outcome}")
    return speech.fill("brief.went", outcome=said, barrier=speech.says(f"checkin.barrier.{barrier}")) if barrier else said


def _before(before: CaseBefore, now: datetime, speech: Speech) -> str:
    """An earlier case by what it was about; of safeguarding never which kind."""
    reason = speech.says(f"case.reason.{_root(before.reason)}")
    name = "brief.before.closed" if before.closed else "brief.before.open"
    return speech.fill(name, reason=reason, waiting=waited(before.opened_at, now, speech))
