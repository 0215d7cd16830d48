"""A goal and its action steps, as a wish (WOOP), as a SMART objective, or as both."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

LETTERS = ("specific", "measurable", "time_based", "assignable", "relevant")  # the order in which missing ones are asked


@dataclass(frozen=True, slots=True)
class WoopRecord:
    """The four parts of mental contrasting with implementation intentions; scales are 0 to 10, durations seconds or days."""

    wish: str = ""
    horizon_days: int = 28
    importance: int | None = None
    feasibility: int | None = None
    outcome: str = ""
    outcome_imagery: str = ""
    outcome_dwell_s: int | None = None
    obstacle: str = ""
    obstacle_moment: str = ""
    plan_if: str = ""
    plan_then: str = ""
    plan_text: str = ""
    confidence: int | None = None
    rehearsed: bool = False
    system_barriers: tuple[str, ...] = ()
    order_ok: bool = True
    repairs_used: int = 0
    overrides: tuple[str, ...] = ()  # steps accepted as they stood, or skipped, by the participant's last word


@dataclass(frozen=True, slots=True)
class SmartRecord:
    """A goal with the evidence for each of its letters; `letters` holds those that are met."""

    raw: str = ""
    text: str = ""
    specific: str = ""
    measurable: str = ""
    time_based: str = ""
    assignable: str = ""
    relevant: str = ""
    due: date | None = None
    letters: tuple[str, ...] = ()
    confidence: int | None = None
    repairs_used: int = 0
    overrides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionStep:
    """One sitting: its cue, when it is due, how many minutes at most, and how sure the person is (0 to 10)."""

    id: str
    text: str
    cue: str = ""
    due: date | None = None
    size_minutes: int | None = None
    confidence: int | None = None
    status: str = "open"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a participant is working on, in their own words. It keeps both records, so turning one into the other loses nothing."""

    id: str
    text: str
    flow: str  # the exercise it was last worked on with: woop or smart
    woop: WoopRecord | None = None
    smart: SmartRecord | None = None
    steps: tuple[ActionStep, ...] = ()
    status: str = "active"
    notes: tuple[tuple[str, str], ...] = field(default=())


def as_smart(goal: Goal) -> Goal:
    """A wish as a SMART objective: the wish is its first wording; the WOOP record stays."""
    if goal.smart is not None or goal.woop is None:
        return replace(goal, flow="smart")
    return replace(goal, flow="smart", smart=SmartRecord(raw=goal.woop.wish, text=goal.woop.wish))


def as_woop(goal: Goal) -> Goal:
    """A SMART objective as a wish: its sentence is the wish; the SMART record stays."""
    if goal.woop is not None or goal.smart is None:
        return replace(goal, flow="woop")
    return replace(goal, flow="woop", woop=WoopRecord(wish=goal.smart.text))
