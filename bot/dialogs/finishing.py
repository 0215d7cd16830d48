"""From the answers of a finished walk to a stored goal with its action step, and back to a walk for the other exercise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.dialogs import filling, walks
from bot.dialogs.filling import LETTERS
from bot.dialogs.flow import Flow
from bot.dialogs.replies import Ear
from bot.dialogs.wording import Wording
from bot.nlu.numbers import minutes
from coaching.conversation import Answer, Walk
from coaching.goal import ActionStep, Goal, SmartRecord, WoopRecord, as_smart, as_woop
from coaching.ports import Names
from coaching.programme import Surroundings

HORIZON_DAYS = 28
WOOP_MINUTES, SMART_MINUTES = 2, 30  # the largest first step of each, where nothing else was said
PUT_TOGETHER = {"woop": "confidence", "smart": "confirm"}  # the steps that show the whole plan, or the whole sentence
DRAFT = "draft"
Kept = TypeVar("Kept")
_NOTES = ("important", "feasible", "confidence")  # scales answered in words: the words are kept beside the goal


@dataclass(frozen=True, slots=True)
class Finish:
    """What a goal is made with."""

    flow: Flow
    walk: Walk
    words: Mapping[str, Wording]
    ear: Ear
    surroundings: Surroundings
    names: Names

    def said(self, step: str) -> str:
        """The words that a step holds, or nothing."""
        return filling.kept(self.flow, self.walk, step) if step in self.flow.steps and walks.closed(self.walk, step) else ""

    def verdict(self, step: str) -> str:
        """The verdict on a step's answer, or nothing."""
        answer = self.walk.answers.get(step)
        return "" if answer is None else answer.verdict

    def number(self, step: str) -> int | None:
        """The number that a scale holds."""
        answer = self.walk.answers.get(step)
        return answer.value if answer is not None and isinstance(answer.value, int) else None


def goal_of(finish: Finish) -> Goal | None:
    """The goal that the walk leads to; None where nothing was said that could be one."""
    made = _woop(finish) if finish.flow.name == "woop" else _smart(finish)
    return replace(made, notes=_each_once(made.notes, _notes(finish)), status="active") if made.text else None


def draft_of(finish: Finish) -> Goal | None:
    """The goal as far as it is put together, for a person who may not come back to finish it; None for one that is finished already."""
    if finish.walk.step != PUT_TOGETHER[finish.flow.name] or _before(finish).status != DRAFT:
        return None
    made = goal_of(finish)
    return replace(made, steps=(), status=DRAFT) if made else None


def _each_once(*parts: tuple[Kept, ...]) -> tuple[Kept, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))


def _woop(finish: Finish) -> Goal:
    before = _before(finish)
    record = _woop_record(finish, before.woop or WoopRecord())
    text = before.text or record.wish or record.plan_text
    goal = replace(before, text=text, flow="woop", woop=record)
    return replace(goal, steps=(*before.steps, _woop_step(finish, record))) if record.plan_then else goal


def _woop_record(finish: Finish, before: WoopRecord) -> WoopRecord:
    walk = finish.walk
    cue, action = filling.plan_parts(walk, finish.ear) if finish.said("plan") else ("", "")
    return replace(
        before,
        wish=finish.said("wish") or before.wish,
        horizon_days=HORIZON_DAYS,
        importance=finish.number("important"),
        feasibility=finish.number("feasible"),
        outcome=finish.said("outcome"),
        outcome_imagery=finish.said("picture"),
        outcome_dwell_s=_dwelt(walk),
        obstacle=_obstacle(finish),
        obstacle_moment=finish.said("moment"),
        plan_if=cue,
        plan_then=action,
        plan_text=filling.plan(walk, finish.words, finish.ear) if action else "",
        confidence=finish.number("confidence"),
        rehearsed=walks.closed(walk, "confidence"),
        system_barriers=_each_once(before.system_barriers, _barriers(walk)),
        order_ok=True,
        repairs_used=sum(walk.repairs.values()),
        overrides=_overrides(walk),
    )


def _obstacle(finish: Finish) -> str:
    """The inner obstacle, where one was found behind an outer one; else what was said first."""
    usable = (name for name in ("not_for_woop", "inner") if finish.verdict(name) not in ("nothing", "external"))
    return next((words for name in usable if (words := finish.said(name))), finish.said("obstacle"))


def _woop_step(finish: Finish, record: WoopRecord) -> ActionStep:
    due = finish.surroundings.today + timedelta(days=HORIZON_DAYS)
    size = minutes(record.plan_then) or WOOP_MINUTES
    return ActionStep(finish.names.new(), record.plan_then, record.plan_if, due, size, record.confidence)


def _smart(finish: Finish) -> Goal:
    before = _before(finish)
    record = _smart_record(finish, before.smart or SmartRecord())
    goal = replace(before, text=record.text or before.text, flow="smart", smart=record)
    return replace(goal, steps=(*before.steps, _smart_step(finish, record))) if finish.said("action") else goal


def _smart_record(finish: Finish, before: SmartRecord) -> SmartRecord:
    walk, text = finish.walk, filling.sentence(finish.walk, finish.words, finish.ear) if finish.said("goal") else ""
    evidence = {letter: finish.said(letter) or finish.ear.letters(text).evidence.get(letter, "") for letter in LETTERS}
    return replace(
        before,
        raw=before.raw or next((mark.removeprefix("raw:") for mark in walk.marks if mark.startswith("raw:")), finish.said("goal")),
        text=text,
        **evidence,
        due=filling.due(walk, finish.words, finish.ear) if text else before.due,
        letters=tuple(letter for letter in LETTERS if _met(walk, letter)),
        confidence=finish.number("confidence"),
        repairs_used=sum(walk.repairs.values()),
        overrides=_overrides(walk),
    )


def _smart_step(finish: Finish, record: SmartRecord) -> ActionStep:
    action, cue = finish.said("action"), finish.said("cue")
    size = minutes(action) or SMART_MINUTES
    due = _day(finish, "cue") or _due(finish, cue) or record.due or finish.surroundings.today + timedelta(days=HORIZON_DAYS)
    return ActionStep(finish.names.new(), action, cue, due, size, finish.number("confidence"))


def _day(finish: Finish, step: str) -> date | None:
    """The day that was picked or agreed on for this step."""
    day = walks.day_of(finish.walk, step) if finish.said(step) else None
    return day.date() if isinstance(day, datetime) else day


def _due(finish: Finish, text: str) -> date | None:
    return finish.ear.due(text)


def _met(walk: Walk, letter: str) -> bool:
    answer = walk.answers.get(letter)
    return answer is not None and answer.how in ("said", "read")


def _before(finish: Finish) -> Goal:
    """The goal that the walk works on, or a new one."""
    wanted = finish.walk.goal_id
    found = next((goal for goal in reversed(finish.surroundings.goals) if goal.id == wanted), None) if wanted else None
    return found or Goal(wanted or finish.names.new(), "", finish.flow.name, status=DRAFT)


def _dwelt(walk: Walk) -> int | None:
    """Seconds stayed with the picture, the last time it was asked for."""
    marks = [mark.removeprefix("dwell:") for mark in walk.marks if mark.startswith("dwell:")]
    return int(marks[-1]) if marks else None


def _barriers(walk: Walk) -> tuple[str, ...]:
    return tuple(mark.removeprefix("external:") for mark in walk.marks if mark.startswith("external:"))


def _overrides(walk: Walk) -> tuple[str, ...]:
    return tuple(name for name, answer in walk.answers.items() if answer.how in ("accepted", "skipped"))


def _notes(finish: Finish) -> tuple[tuple[str, str], ...]:
    scales = tuple((name, answer.words) for name in _NOTES if (answer := finish.walk.answers.get(name)) and answer.words)
    who = finish.said("who")
    return (*scales, ("who", who)) if who else scales


# -- one exercise after the other ----------------------------------------------------------------------------------------------


def prefilled(walk: Walk, goal: Goal) -> Walk:
    """A new walk of the other exercise on this goal, with what is known already."""
    walk = replace(walk, goal_id=goal.id)
    return _from_wish(walk, as_smart(goal)) if walk.flow == "smart" else _from_objective(walk, as_woop(goal))


def _from_wish(walk: Walk, goal: Goal) -> Walk:
    smart = goal.smart or SmartRecord()
    answers = {"goal": smart.text or goal.text, "relevant": smart.relevant or (goal.woop.outcome if goal.woop else "")}
    return _read(walk, answers)


def _from_objective(walk: Walk, goal: Goal) -> Walk:
    return _read(walk, {"wish": goal.woop.wish if goal.woop else goal.text})


def _read(walk: Walk, answers: Mapping[str, str]) -> Walk:
    return replace(walk, answers={name: Answer(words, "read") for name, words in answers.items() if words})
