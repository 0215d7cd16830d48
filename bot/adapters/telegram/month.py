"""An inline calendar: one month of days to press. It is turned in place, which is no message to anybody."""

from __future__ import annotations

import re
from calendar import monthcalendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import ValidationError

from bot.adapters.telegram.pressing import pack, unpack
from coaching.message import Press

BACK, ON, NOTHING = "‹", "›", "·"
FARTHEST = 24  # months ahead that can be turned to
_MONTH = re.compile(r"20\d\d-\d\d", re.ASCII)
_DAY = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)
Row = list[InlineKeyboardButton]


@dataclass(frozen=True, slots=True)
class Names:
    """What months and the columns of a week are called; numbers where nobody has said."""

    months: tuple[str, ...] = tuple(str(number) for number in range(1, 13))
    weekdays: tuple[str, ...] = tuple(str(number) for number in range(1, 8))


class _Turn(CallbackData, prefix="c"):
    """To show another month of this question's calendar, or ("-") nothing. `first` is the first day that can be picked."""

    question: str
    month: str
    first: str


def rows(question: str, month: date, first: date, names: Names) -> list[Row]:
    """The month of this day: its name between two arrows, the heads of its columns, and its weeks; days before `first` are empty."""
    still = _data(question, "-", first)
    title = InlineKeyboardButton(text=f"{names.months[month.month - 1]} {month.year}", callback_data=still)
    arrows = [_arrow(question, month, first, step) for step in (-1, 1)]
    heads = [InlineKeyboardButton(text=name, callback_data=still) for name in names.weekdays]
    weeks = [[_day(question, month, number, first) for number in week] for week in monthcalendar(month.year, month.month)]
    return [[arrows[0], title, arrows[1]], heads, *weeks]


def _arrow(question: str, month: date, first: date, step: int) -> InlineKeyboardButton:
    """One month back or on, where there is one to turn to."""
    number = month.year * 12 + month.month - 1 + step
    away = number - (first.year * 12 + first.month - 1)
    if not 0 <= away <= FARTHEST:
        return InlineKeyboardButton(text=NOTHING, callback_data=_data(question, "-", first))
    wanted = f"{number // 12}-{number % 12 + 1:02}"
    return InlineKeyboardButton(text=BACK if step < 0 else ON, callback_data=_data(question, wanted, first))


def _day(question: str, month: date, number: int, first: date) -> InlineKeyboardButton:
    if not number or month.replace(day=number) < first:
        return InlineKeyboardButton(text=NOTHING, callback_data=_data(question, "-", first))
    return InlineKeyboardButton(text=str(number), callback_data=pack(Press(question, month.replace(day=number).isoformat())))


def _data(question: str, month: str, first: date) -> str:
    return _Turn(question=question, month=month, first=first.isoformat()).pack()


# -- turning -------------------------------------------------------------------------------------------------------------------


def is_turn(data: str) -> bool:
    """Whether a button only turns a calendar, or does nothing: no answer to anybody."""
    return data.startswith("c:")


def turned(update: object, names: Names) -> EditMessageReplyMarkup | None:
    """The edit that an arrow asks for: the same keyboard with another month in it; None for everything else. Never raises on any JSON."""
    press = _at(update, "callback_query")
    wanted, message = _wanted(_at(press, "data")), _at(press, "message")
    chat, number = _at(message, "chat", "id"), _at(message, "message_id")
    keyboard = _at(message, "reply_markup", "inline_keyboard")
    if wanted is None or type(chat) is not int or type(number) is not int or not isinstance(keyboard, list):
        return None
    question, month, first = wanted
    try:
        shown = InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard}).inline_keyboard
    except ValidationError:
        return None
    markup = InlineKeyboardMarkup(inline_keyboard=list(_with(shown, rows(question, month, first, names))))
    return EditMessageReplyMarkup(chat_id=chat, message_id=number, reply_markup=markup)


def _wanted(data: object) -> tuple[str, date, date] | None:
    """Question, month and first day of an arrow's data."""
    try:
        turn = _Turn.unpack(data) if isinstance(data, str) and is_turn(data) else None
        if turn is None or not _MONTH.fullmatch(turn.month) or not _DAY.fullmatch(turn.first):
            return None
        return turn.question, date.fromisoformat(f"{turn.month}-01"), date.fromisoformat(turn.first)
    except (TypeError, ValueError):
        return None


def _with(shown: Sequence[Row], month: list[Row]) -> Iterator[Row]:
    """The keyboard's own rows, and this month where the other one was."""
    for row in shown:
        if not any(_is_calendars(button) for button in row):
            yield row
        elif month:
            yield from month
            month = []


def _is_calendars(button: InlineKeyboardButton) -> bool:
    data = button.callback_data or ""
    return is_turn(data) or _DAY.fullmatch(unpack(data).choice) is not None


def _at(value: object, *path: str) -> object:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
