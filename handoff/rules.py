"""Where a concern goes, and what follows from it: one rule a concern, read from content/escalation.yaml by `bot.dialogs.escalation`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coaching.concern import HOLDING, KINDS, Concern, Signal, Urgency

ROUTES = ("safety_rota", "safety_lead", "coach_pool", "ethical_mentor", "study_team", "supervisor", "none")
SAFETY = ("safety_rota", "safety_lead")  # reached in every arm: safety is no feature of an arm
CASES = ("always", "urgent", "second", "never")  # when a case is opened; second: the second time in a week
COACHING = ("stops", "waits", "goes_on")  # put aside until asked for; the step is offered again; the step is asked again at once
STUCK = "stuck"  # seen from behaviour, so it is no concern of one message
COMPLAINT = "bot_frustration.complaint"  # made by the word or the button, and never guessed
OF_KIND = (*(f"safeguarding.{kind}" for kind in KINDS), COMPLAINT)
NAMES = (*(concern.value for concern in Concern if concern is not Concern.NONE), *OF_KIND, STUCK)
_SLOW = frozenset({STUCK, "bot_frustration", "clinical_question"})


class Within(StrEnum):
    """How soon a person is to have answered; working days are those in cover hours."""

    LADDER = "the safety ladder"  # rung after rung, at once, until a person has answered
    HOUR = "60 minutes"  # by the clock
    NEXT_DAY = "the next working day"
    THREE_DAYS = "three working days"


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows from a concern. `says` is the id of its words, `in_emergency` that of those for an emergency.

    `asks` is the straight question where it is unclear. `to` is where a case goes, `to_when_urgent` where an urgent one does, and
    `to_without_coach` where it goes in an arm without coaches; empty: as `to`. `support` are topics of the country's further lines.
    `again_hours`: how long its words are not said again. `reviewed_by`: who has signed off the row, "" as long as nobody has.
    """

    name: str
    says: str
    to: str
    case: str = "never"
    holds: bool = False
    coaching: str = "waits"
    quiet_days: int = 0
    again_hours: int = 0
    asks: str = ""
    in_emergency: str = ""
    to_when_urgent: str = ""
    to_without_coach: str = ""
    support: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    reviewed_by: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a case goes and how soon. `overrides`: a person is reached even in an arm without people."""

    to: str
    within: Within
    overrides: bool


def rule_name(signal: Signal) -> str:
    """The name of the rule that a signal falls under: that of its kind, where there is one."""
    of_kind = f"{signal.concern.value}.{signal.kind}"
    return of_kind if of_kind in OF_KIND else signal.concern.value


def route(rules: Mapping[str, Rule], signal: Signal, *, coached: bool = True) -> Route:
    """The route of a signal. `coached`: whether the participant's arm has human coaches; it changes nothing where safety is at stake."""
    return route_of(rules[rule_name(signal)], signal.urgency, coached=coached)


def route_of(rule: Rule, urgency: Urgency, *, coached: bool = True) -> Route:
    """The route of a rule at this urgency."""
    to = (rule.to_when_urgent or rule.to) if _presses(urgency) else rule.to
    overrides = to in SAFETY
    if not coached and not overrides:
        to = rule.to_without_coach or to
    return Route(to, _within(rule.name, urgency), overrides)


def opens_case(rule: Rule, urgency: Urgency, *, second: bool = False) -> bool:
    """Whether a case is opened. `second`: its words were said in the last week already."""
    return rule.case == "always" or (rule.case == "urgent" and _presses(urgency)) or (rule.case == "second" and second)


def _presses(urgency: Urgency) -> bool:
    return urgency in (Urgency.EMERGENCY, Urgency.URGENT)


def _within(name: str, urgency: Urgency) -> Within:
    if name == Concern.CRISIS or urgency is Urgency.EMERGENCY:
        return Within.LADDER
    if urgency is Urgency.URGENT or name.split(".")[0] in HOLDING:
        return Within.HOUR
    return Within.THREE_DAYS if name in _SLOW else Within.NEXT_DAY
