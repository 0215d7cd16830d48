"""What fills the blanks of a wording: the participant's own words, put together where they belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.dialogs import days, walks
from bot.dialogs.flow import Flow
from bot.dialogs.replies import Ear
from bot.dialogs.wording import Wording
from coaching.conversation import Walk
from coaching.effects import Say

_BLANK_OF = {  # what a step keeps → the blank that shows it
    "wish": "wish",
    "outcome": "outcome",
    "obstacle": "obstacle",
    "obstacle_moment": "moment",
    "action": "action",
    "cue": "cue",
    "text": "goal",
}
LETTERS = ("specific", "measurable", "time_based", "assignable", "relevant")
_SPOKEN = ("measurable", "time_based", "relevant", "specific", "assignable")  # the order in which parts are said


def filled(say: Say, flow: Flow, walk: Walk, words: Mapping[str, Wording], ear: Ear) -> Say:
    """The Say with every blank that its wordings leave open and this walk can fill."""
    wanted = frozenset[str]().union(*(words[name].blanks for name in (*say.also, say.wording) if name in words))
    return replace(say, blanks=blanks(wanted, flow, walk, words, ear)) if wanted else say


def blanks(wanted: frozenset[str], flow: Flow, walk: Walk, words: Mapping[str, Wording], ear: Ear) -> dict[str, str]:
    """These blanks, as far as the walk can fill them."""
    found = {_BLANK_OF[step.keep]: kept(flow, walk, step.name) for step in flow.steps.values() if _BLANK_OF.get(step.keep) in wanted}
    if "earlier" in wanted:
        found["earlier"] = walks.earlier_words(walk.answers.get(walk.step))
    if "plan" in wanted and "plan" in walk.answers:
        found["plan"] = plan(walk, words, ear)
    if "day" in wanted and (day := walks.day_of(walk)):
        found["day"] = days.written(day, words, ear.today)
    if "due" in wanted:
        found["due"] = _due(walk, words, ear)
    if "sentence" in wanted:
        found["sentence"] = sentence(walk, words, ear)
    return found


def kept(flow: Flow, walk: Walk, name: str) -> str:
    """The words a step holds; a choice that was pressed is not the participant's words."""
    value = walks.words_of(walk, name)
    return "" if value in flow.step(name).choices else value


def plan(walk: Walk, words: Mapping[str, Wording], ear: Ear) -> str:
    """The if–then plan as one sentence; words that name nothing to do, and were insisted on, stand beside their moment as they are."""
    cue, action = plan_parts(walk, ear)
    whole = ear.plan_parts(walks.words_of(walk, "plan"), walks.words_of(walk, "moment"))
    wording = "woop.plan.assembled" if whole else "woop.plan.as_said"
    pattern = words[wording].variants[0].source
    return pattern.replace("{moment}", cue or words["blank.moment"].variants[0].source).replace("{action}", action)


def plan_parts(walk: Walk, ear: Ear) -> tuple[str, str]:
    """The cue (without its "if") and the action (without its "then I will") of the plan as it stands."""
    return ear.parts(walks.words_of(walk, "plan"), walks.words_of(walk, "moment"))


def sentence(walk: Walk, words: Mapping[str, Wording], ear: Ear) -> str:
    """The goal with everything that was said of it, as one sentence; a date behind us is left out."""
    said = _tidy(ear.undated(walks.words_of(walk, "goal")))
    for name in _SPOKEN:
        part = _tidy(walks.words_of(walk, name)) if walks.closed(walk, name) else ""
        if part and part.lower() not in said.lower():
            said = f"{said}, {_reason(part, words) if name == 'relevant' else _joined(part)}"
    return f"{said}." if said else ""


def due(walk: Walk, words: Mapping[str, Wording], ear: Ear) -> date | None:
    """The day by which the goal is to be met: the one that was agreed on, else the one that its sentence names."""
    agreed = walks.day_of(walk, "time_based") if walks.closed(walk, "time_based") else None
    return (agreed.date() if isinstance(agreed, datetime) else agreed) or ear.due(sentence(walk, words, ear))


def _due(walk: Walk, words: Mapping[str, Wording], ear: Ear) -> str:
    """A line of its own that says this day with its weekday, or nothing."""
    day = due(walk, words, ear)
    pattern = words["smart.confirm.due"].variants[0].source
    return "\n" + pattern.replace("{day}", days.written(day, words, ear.today)) if day else ""


def _reason(part: str, words: Mapping[str, Wording]) -> str:
    """A reason as it follows the goal: "so I can rest" as it is, "my kids need me" with a joining word."""
    joins = words["smart.reason.joins"].variants[0].source.split()
    if part.split(" ", 1)[0].lower() in joins:
        return _joined(part)
    return words["smart.reason"].variants[0].source.replace("{reason}", _joined(part))


def _tidy(words: str) -> str:
    return " ".join(words.split()).rstrip(" .,;")


def _joined(part: str) -> str:
    """A part as it follows a comma: its first letter small, unless it stands for a name or for "I"."""
    first = part.split(" ", 1)[0]
    keep = (first[:1] == "I" and (len(first) == 1 or first[1:2] in "'’")) or first.isupper() or not part[:1].isupper()
    return part if keep or first[1:].lower() != first[1:] else part[:1].lower() + part[1:]
