"""What somebody of the staff sees in Slack: rich text, in which nothing is read as markup, the desk's buttons, and its forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, ValidationError
from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.adapters.slack.blocks import label_text, rich, said
from bot.adapters.slack.markup import shown
from bot.adapters.slack.reading import STAMP
from coaching.message import Choice, Outbound
from handoff import handback

DESK = "desk."  # of the actions and forms that belong to a desk
IN_A_ROW = 3
LONGEST_INPUT = 3000
SNOOZES = ("half_hour", "two_hours", "tomorrow")
NOTES = ("private", "consult")
INPUTS: dict[str, tuple[str, ...]] = {  # form → its lines of words
    "hand_back": handback.LINES,
    "note": ("words",),
    "snooze": (),
    "close_case": ("reason",),
}
PICKS = {"note": ("kind", NOTES), "snooze": ("span", SNOOZES)}  # form → what is chosen there, out of what
OPTIONAL = frozenset(handback.LINES) - {handback.NEEDED}
LABELS = (
    *(f"slack.desk.{form}.{name}" for form, lines in INPUTS.items() for name in ("title", "submit", *lines)),
    *(f"slack.desk.{form}.{name}" for form, (pick, options) in PICKS.items() for name in (pick, *options)),
    "slack.desk.close",
)


class Origin(BaseModel):
    """What a desk's form carries in `private_metadata`: its case, and the thread where the answer goes."""

    model_config = ConfigDict(extra="ignore")
    case: str = ""
    thread: str = ""


def origin_of(private_metadata: str) -> Origin:
    """Where the form was opened from; nothing where that cannot be read."""
    try:
        found = Origin.model_validate_json(private_metadata or "{}")
    except ValidationError:
        return Origin()
    return found if STAMP.fullmatch(found.thread) else Origin(case=found.case)


# -- messages ------------------------------------------------------------------------------------------------------------------


def desk_blocks(outbound: Outbound) -> list[Block]:
    """Text first, then the buttons; an edited card has those that it is given."""
    starts = range(0, len(outbound.choices), IN_A_ROW)
    return [*rich(said(outbound)), *(_row(outbound, outbound.choices[start : start + IN_A_ROW], start) for start in starts)]


def _row(outbound: Outbound, choices: Sequence[Choice], start: int) -> ActionsBlock:
    buttons = [ButtonElement(text=label_text(each.label), action_id=f"{DESK}{each.id}", value=outbound.id) for each in choices]
    return ActionsBlock(block_id=f"{DESK}{start}.{outbound.id}", elements=buttons)


# -- forms ---------------------------------------------------------------------------------------------------------------------


def desk_form(form: str, labels: Mapping[str, str], origin: Origin) -> View:
    """The form of one of the desk's moves."""
    name = f"slack.desk.{form}"
    return View(
        type="modal",
        callback_id=f"{DESK}{form}",
        title=_short(labels[f"{name}.title"]),
        submit=_short(labels[f"{name}.submit"]),
        close=_short(labels["slack.desk.close"]),
        private_metadata=origin.model_dump_json(),
        blocks=[*(_line(name, line, labels) for line in INPUTS[form]), *_pick(name, form, labels)],
    )


def _short(words: str) -> PlainTextObject:
    return PlainTextObject(text=shown(words)[:24], emoji=False)


def _line(name: str, line: str, labels: Mapping[str, str]) -> InputBlock:
    words = PlainTextInputElement(action_id="said", multiline=True, max_length=LONGEST_INPUT)
    return _input(line, labels[f"{name}.{line}"], words, line in OPTIONAL)


def _pick(name: str, form: str, labels: Mapping[str, str]) -> list[InputBlock]:
    if form not in PICKS:
        return []
    pick, options = PICKS[form]
    shown_ones = [Option(text=label_text(labels[f"{name}.{option}"]), value=option) for option in options]
    menu = StaticSelectElement(action_id="said", options=shown_ones, initial_option=shown_ones[0])
    return [_input(pick, labels[f"{name}.{pick}"], menu, False)]


def _input(block: str, label: str, element: InputInteractiveElement, optional: bool) -> InputBlock:
    return InputBlock(block_id=block, label=PlainTextObject(text=shown(label), emoji=False), element=element, optional=optional)
