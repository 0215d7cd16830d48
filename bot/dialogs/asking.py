"""From where a walk stands to the question that is asked there."""

from __future__ import annotations

from bot.dialogs import walks
from bot.dialogs.days import WHICH, is_echoed
from bot.dialogs.flow import Flow, Step
from bot.dialogs.keeping import ANOTHER_DAY, DAY_RIGHT, KEEP_IT, STILL_THIS
from coaching.conversation import Answer, Walk
from coaching.effects import Say
from coaching.message import Shape


def ask(flow: Flow, walk: Walk, also: tuple[str, ...] = ()) -> Say:
    """The question of the step that is open: its own, a repair of it, or "still this?"."""
    step = flow.step(walk.step)
    wording, before, offered = _form(step, walk)
    low, high = step.scale or (0, 10)
    if is_echoed(step, walk):
        return Say(wording, {}, (DAY_RIGHT, ANOTHER_DAY), Shape.CHOICE, opens=True, also=(*also, *before))
    choices = (*offered, *step.day, *step.choices)
    return Say(wording, {}, choices, shape(step), low, high, opens=True, also=(*also, *before))


def shape(step: Step) -> Shape:
    """What kind of answer the step takes."""
    if step.scale is not None:
        return Shape.SCALE
    if step.day:
        return Shape.DATE
    return Shape.TEXT if step.check or not step.choices else Shape.CHOICE


def _form(step: Step, walk: Walk) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The wording, what is said before it, and the choices that the form adds."""
    given = walk.answers.get(step.name)
    if given is None or walks.closed(walk, step.name) or (given.verdict == "ok" and _nothing_to_offer(step, given)):
        return step.ask, (), ()
    if given.how == "tried" and given.verdict == "choose_one":
        return step.ask, ("common.choose_one",), ()
    if given.how == "tried":
        return f"{step.ask}.{given.verdict}", (), (KEEP_IT,) if given.words or given.verdict == WHICH else ()
    if given.verdict != "ok":
        return f"{step.ask}.{given.verdict}", (), (KEEP_IT,)
    return step.ask, ("common.still_this",), (STILL_THIS,)


def _nothing_to_offer(step: Step, given: Answer) -> bool:
    """Numbers and buttons are asked again plainly; only words are offered to be kept."""
    return given.value is None or step.scale is not None or not step.keep or given.value in step.choices
