"""The home page and the forms. Every sentence comes by its label; a participant's words are rich text or plain text only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    PlainTextInputElement,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.adapters.slack.blocks import label_text, rich
from bot.adapters.slack.markup import shown
from bot.adapters.slack.reading import FORM, HOME, Origin
from coaching.errors import ContentError
from coaching.goal import Goal
from coaching.ports import Glance
from coaching.words import Span, text_of
from handoff import standing

FORMS: dict[str, tuple[str, ...]] = {  # flow → the steps that a form asks in one go
    "woop": ("wish", "outcome", "obstacle", "moment", "plan"),
    "smart": ("goal", "specific", "measurable", "time_based", "assignable", "relevant"),
}
LABELS = (
    "slack.help_now",
    "slack.again",
    "slack.pick_day",
    "slack.command.taken",
    "slack.home.title",
    "slack.home.unknown",
    "slack.home.no_goals",
    "slack.home.next_step",
    "slack.home.continue",
    "slack.home.help_now",
    "slack.home.human",
    "slack.home.pause",
    "slack.home.back_to_bot",
)
MOST_GOALS = 20
LONGEST_ANSWER = 3000  # characters of an input
Labels = Mapping[str, str]


def needed(forms: Mapping[str, Sequence[str]] = FORMS) -> tuple[str, ...]:
    """The ids of all labels; `slack.form.FLOW.STEP.hint` may be there besides."""
    parts = (("title", "submit", "close", *steps) for steps in forms.values())
    return (*LABELS, *(f"slack.home.{flow}" for flow in forms), *_of_forms(forms, parts))


def _of_forms(forms: Iterable[str], parts: Iterable[Iterable[str]]) -> Iterator[str]:
    for flow, names in zip(forms, parts, strict=True):
        yield from (f"slack.form.{flow}.{name}" for name in names)


def check(labels: Labels, forms: Mapping[str, Sequence[str]]) -> None:
    """Refuse to start without a label."""
    if missing := [name for name in needed(forms) if not labels.get(name)]:
        raise ContentError(f"The Slack labels {', '.join(missing)} have no text: add them to the wording.")


# -- home ----------------------------------------------------------------------------------------------------------------------


def home(glance: Glance, labels: Labels, note: str = "", forms: Iterable[str] = FORMS) -> View:
    """What a person finds at home: goals, the next step, and what they can do."""
    top: list[Block] = [_header(labels["slack.home.title"]), *([_context(note)] if note else [])]
    body = _goals(glance, labels) if glance.known else rich(text_of(labels["slack.home.unknown"]))
    return View(type="home", blocks=[*top, *body, DividerBlock(), _buttons(glance, labels, forms)])


def _goals(glance: Glance, labels: Labels) -> list[Block]:
    active = [goal for goal in glance.goals if goal.status == "active"][:MOST_GOALS]
    if not active:
        return rich(text_of(labels["slack.home.no_goals"]))
    return [block for goal in active for block in _goal(goal, labels)]


def _goal(goal: Goal, labels: Labels) -> list[Block]:
    step = next((step for step in goal.steps if step.status == "open"), None)
    lines = [Span(f"{goal.text}\n", strong=True)]
    if step is not None:
        when = "" if step.due is None else f" ({step.due.isoformat()})"
        lines += [Span(f"{labels['slack.home.next_step']} "), Span(f"{step.text}{when}")]
    return rich(tuple(lines))


def _buttons(glance: Glance, labels: Labels, forms: Iterable[str]) -> ActionsBlock:
    going_on = ["back_to_bot"] if glance.standing == standing.WITH_COACH else ["continue"] if glance.doing else []
    own = [*going_on, *(f"{FORM}{flow}" for flow in forms), "human", "pause"] if glance.known else ["continue", "human"]
    plain = [_button(name, labels) for name in own]
    return ActionsBlock(block_id="home", elements=[*plain, _button("help_now", labels, style="danger")])


def _button(name: str, labels: Labels, style: str | None = None) -> ButtonElement:
    label = labels[f"slack.home.{name.removeprefix(FORM)}"]
    return ButtonElement(text=label_text(label), action_id=f"{HOME}{name}", value=name, style=style)


def _header(words: str) -> HeaderBlock:
    return HeaderBlock(text=PlainTextObject(text=shown(words)[:150], emoji=False))


def _context(words: str) -> ContextBlock:
    return ContextBlock(elements=[PlainTextObject(text=shown(words)[:3000], emoji=False)])


# -- forms ---------------------------------------------------------------------------------------------------------------------


def form(flow: str, steps: Sequence[str], labels: Labels, origin: Origin) -> View:
    """A modal with one input a step; all may be left empty, what is missing is asked in the chat. Help is a press away here too."""
    name = f"slack.form.{flow}"
    return View(
        type="modal",
        callback_id=f"{FORM}{flow}",
        title=_short(labels[f"{name}.title"]),
        submit=_short(labels[f"{name}.submit"]),
        close=_short(labels[f"{name}.close"]),
        private_metadata=origin.model_dump_json(),
        blocks=[*(_input(f"{name}.{step}", step, labels) for step in steps), _help(labels)],
    )


def _help(labels: Labels) -> ActionsBlock:
    return ActionsBlock(block_id="always", elements=[_button("help_now", labels, style="danger")])


def _short(words: str) -> PlainTextObject:
    return PlainTextObject(text=shown(words)[:24], emoji=False)


def _input(label: str, step: str, labels: Labels) -> InputBlock:
    hint = labels.get(f"{label}.hint")
    return InputBlock(
        block_id=step,
        label=PlainTextObject(text=shown(labels[label])[:2000], emoji=False),
        hint=PlainTextObject(text=shown(hint)[:2000], emoji=False) if hint else None,
        element=PlainTextInputElement(action_id="said", multiline=True, max_length=LONGEST_ANSWER),
        optional=True,
    )
