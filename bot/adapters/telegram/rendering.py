"""An Outbound as Telegram shows it: HTML with everything escaped, and an inline keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aiogram import html
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.adapters.telegram import month
from bot.adapters.telegram.month import Names, Row
from bot.adapters.telegram.pressing import pack
from coaching.capabilities import OF
from coaching.message import Choice, Outbound, Press, Shape
from coaching.participant import Channel
from coaching.words import Span, Text, plain, text_of

HELP_NOW = "help_now"  # the choice that is always there
LONGEST = OF[Channel.TELEGRAM].longest  # UTF-16 code units, after entities
LONG_LABEL = 18  # characters that still fit beside another button on a phone
ROW = 8  # buttons a row at most
CUT = "…"
NUMBERS = Names()
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile(r"\s")


# -- text ----------------------------------------------------------------------------------------------------------------------


def as_html(outbound: Outbound, again: str) -> str:
    """The whole message. `again` is said of a copy that may be the second one."""
    closing: Text = (Span(f"\n\n{again}"),) if outbound.again else ()
    spans = (*_author(outbound), *outbound.text)
    room = LONGEST - sum(_units(span.text) for span in closing)
    return "".join(_markup(span) for span in (*_cut(map(_clean, spans), room), *closing))


def html_of(text: Text) -> str:
    """A text of any length, with nothing in it read as markup."""
    return "".join(_markup(_clean(span)) for span in text)


def parted(text: Text, room: int = LONGEST) -> list[Text]:
    """The text in messages that each fit; nothing is left out, and words stay whole where they can."""
    parts: list[list[Span]] = [[]]
    left = room
    for span in map(_clean, text):
        rest = span.text
        while _units(rest) > left:
            piece = _shortened(rest, left) or _shortened(rest, room)
            parts[-1].append(Span(piece, span.strong))
            rest, left = rest[len(piece) :], room
            parts.append([])
        parts[-1].append(Span(rest, span.strong))
        left -= _units(rest)
    return [tuple(part) for part in parts if any(span.text.strip() for span in part)]


def _author(outbound: Outbound) -> Text:
    """Human words carry the human's name, once."""
    return (
        ()
        if outbound.author == "bot" or plain(outbound.text).startswith(outbound.author)
        else (Span(outbound.author, strong=True), *text_of("\n"))
    )


def _markup(span: Span) -> str:
    return html.bold(html.quote(span.text)) if span.strong and span.text.strip() else html.quote(span.text)


def _clean(span: Span) -> Span:
    """Without what no text may hold: lone surrogates, control characters, marks that turn the direction of the line."""
    whole = span.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Span(_CONTROL.sub("", whole), span.strong)


def _cut(spans: Iterable[Span], room: int) -> Iterator[Span]:
    """As many spans as there is room for; the last one ends at a word, with an ellipsis."""
    for span in spans:
        length = _units(span.text)
        if length > room:
            yield Span(_shortened(span.text, room - _units(CUT)) + CUT, span.strong)
            return
        room -= length
        yield span


def _shortened(text: str, room: int) -> str:
    kept = text.encode("utf-16-le")[: max(0, room) * 2].decode("utf-16-le", "ignore")
    blanks = [found.start() for found in _BLANK.finditer(kept)]
    return kept[: blanks[-1]] if blanks and blanks[-1] > len(kept) // 2 else kept


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# -- keyboard ------------------------------------------------------------------------------------------------------------------


def keyboard(outbound: Outbound, help_now: str, names: Names = NUMBERS) -> InlineKeyboardMarkup | None:
    """Buttons for what can be chosen; wherever something is asked or can be pressed, the way to help is the last of them.

    Without a label for it (`help_now` is "") there is none: what the staff see has no such button.
    """
    rows = [*_scale(outbound), *_choices(outbound.choices)]
    buttons = [[button for choice in row if (button := _button(outbound.id, choice))] for row in rows]
    shown = [*(row for row in buttons if row), *_month(outbound, names)]
    if not shown and outbound.shape is Shape.SAY:
        return None
    if help_now and all(choice.id != HELP_NOW for choice in outbound.choices):
        shown += [[button] for button in [_button(outbound.id, Choice(HELP_NOW, help_now))] if button]
    return InlineKeyboardMarkup(inline_keyboard=shown)


def _scale(outbound: Outbound) -> list[list[Choice]]:
    """0 to 10 on two rows, 0 to 5 on one."""
    if outbound.shape is not Shape.SCALE:
        return []
    numbers = [Choice(str(number), str(number)) for number in range(outbound.low, outbound.high + 1)]
    size = min(ROW, len(numbers) if len(numbers) <= ROW - 2 else (len(numbers) + 1) // 2)
    return [numbers[start : start + size] for start in range(0, len(numbers), max(1, size))]


def _month(outbound: Outbound, names: Names) -> list[Row]:
    """This month's days, where a day is asked for."""
    today = outbound.today
    return [] if outbound.shape is not Shape.DATE or today is None else month.rows(outbound.id, today, today, names)


def _choices(choices: tuple[Choice, ...]) -> list[list[Choice]]:
    """Two a row, or one where a label is long; the way to help has its own."""
    others = [choice for choice in choices if choice.id != HELP_NOW]
    size = 2 if all(len(choice.label) <= LONG_LABEL for choice in others) else 1
    rows = [others[start : start + size] for start in range(0, len(others), size)]
    return rows + [[choice] for choice in choices if choice.id == HELP_NOW]


def _button(question: str, choice: Choice) -> InlineKeyboardButton | None:
    """None where Telegram could not carry it: the answer can still be written."""
    try:
        data = pack(Press(question, choice.id))
    except ValueError:
        return None
    label = _clean(Span(choice.label)).text.strip() or choice.id
    return InlineKeyboardButton(text=label, callback_data=data)
