"""An outbound message as Block Kit. Words go into rich text, where nothing is read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DatePickerElement,
    Option,
    PlainTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextSectionElement,
    StaticSelectElement,
)

from bot.adapters.slack.markup import escaped, shown
from coaching.message import Choice, Outbound, Shape
from coaching.words import Span, Text, plain

HELP_NOW = "help_now"
DAY = "day."  # of the block that holds a calendar; the question's id follows
BUTTONS_IN_A_ROW, MOST_BUTTONS, MOST_OPTIONS = 5, 25, 100
LABEL = 75  # characters a button may show
RUN = 3000  # characters of one run of text
Part = RichTextElementParts


def blocks_of(outbound: Outbound, help_now: str, pick_day: str = "") -> list[Block]:
    """Text first, then what can be pressed; a message that asks always offers help at once.

    A message that settles an earlier one has nothing to press any more.
    """
    text = rich(said(outbound))
    if outbound.settles or not _asks(outbound):
        return text
    return [*text, *_picker(outbound, pick_day), *_answers(outbound), *_always(outbound, help_now)]


def fallback(outbound: Outbound) -> str:
    """What notifications and screen readers get."""
    return escaped(plain(said(outbound)))


def said(outbound: Outbound) -> Text:
    """The text; what a human says begins with the human's name."""
    if outbound.author == "bot":
        return outbound.text
    return (Span(f"{outbound.author}\n", strong=True), *outbound.text)


def rich(text: Text) -> list[Block]:
    """The text as rich text, or nothing where it is empty."""
    parts = [_part(piece, span.strong) for span in text for piece in _pieces(shown(span.text))]
    return [RichTextBlock(elements=[RichTextSectionElement(elements=parts)])] if parts else []


def _part(words: str, strong: bool) -> Part.Text:
    return Part.Text(text=words, style=Part.TextStyle(bold=True) if strong else None)


def _pieces(words: str) -> Iterator[str]:
    yield from (words[start : start + RUN] for start in range(0, len(words), RUN))


def label_of(words: str) -> str:
    """A label, cut to what a button can show."""
    words = " ".join(shown(words).split()) or "…"
    return words if len(words) <= LABEL else f"{words[: LABEL - 1]}…"


def label_text(words: str) -> PlainTextObject:
    return PlainTextObject(text=label_of(words), emoji=False)


# -- what can be pressed -------------------------------------------------------------------------------------------------------


def _asks(outbound: Outbound) -> bool:
    return outbound.shape is not Shape.SAY or bool(outbound.choices)


def _answers(outbound: Outbound) -> list[Block]:
    scale = _scale(outbound) if outbound.shape is Shape.SCALE else ()
    return [*_rows(outbound.id, scale, "scale"), *_rows(outbound.id, outbound.choices, "choice")]


def _picker(outbound: Outbound, pick_day: str) -> list[Block]:
    """A calendar, where a day is asked for; its block carries the question, as its action has room for the day alone."""
    if outbound.shape is not Shape.DATE:
        return []
    picker = DatePickerElement(action_id="answer.day", placeholder=label_text(pick_day) if pick_day else None)
    return [ActionsBlock(block_id=f"{DAY}{outbound.id}", elements=[picker])]


def _scale(outbound: Outbound) -> tuple[Choice, ...]:
    return tuple(Choice(str(number), str(number)) for number in range(outbound.low, outbound.high + 1))


def _rows(question: str, choices: Sequence[Choice], kind: str) -> list[Block]:
    """Buttons in short rows, which a phone shows whole; a menu where they are too many."""
    if len(choices) > MOST_BUTTONS:
        return [_menu(question, choices[start : start + MOST_OPTIONS], f"{kind}{start}") for start in range(0, len(choices), MOST_OPTIONS)]
    width = _width(len(choices))
    starts = range(0, len(choices), width) if choices else ()
    return [_row(question, choices[start : start + width], f"{kind}{start}") for start in starts]


def _width(count: int) -> int:
    """Even rows: 11 go into 4, 4 and 3."""
    rows = -(-count // BUTTONS_IN_A_ROW)
    return -(-count // rows) if rows else 1


def _row(question: str, choices: Sequence[Choice], name: str) -> ActionsBlock:
    return ActionsBlock(block_id=f"{name}.{question}", elements=[button(question, choice) for choice in choices])


def button(question: str, choice: Choice) -> ButtonElement:
    """A button that carries its question and its choice."""
    return ButtonElement(text=label_text(choice.label), action_id=f"answer.{choice.id}", value=f"{question} {choice.id}")


def _menu(question: str, choices: Sequence[Choice], name: str) -> ActionsBlock:
    options = [Option(text=label_text(choice.label), value=f"{question} {choice.id}") for choice in choices]
    return ActionsBlock(block_id=f"{name}.{question}", elements=[StaticSelectElement(action_id="answer", options=options)])


def _always(outbound: Outbound, help_now: str) -> list[Block]:
    """The help button, where the question does not have it among its choices."""
    if any(choice.id == HELP_NOW for choice in outbound.choices):
        return []
    return [_row(outbound.id, (Choice(HELP_NOW, help_now),), "always")]


def again(outbound: Outbound, mark: str) -> Outbound:
    """The same message, marked as a second copy."""
    return replace(outbound, text=(*outbound.text, Span(f"\n{mark}")))
