"""What a button carries: the question it belongs to, and the choice."""

from __future__ import annotations

import re

from aiogram.filters.callback_data import CallbackData

from coaching.message import Press

UNKNOWN = Press("unknown", "unknown")  # of a button that was never ours
_ID = re.compile(r"[A-Za-z0-9_.-]{1,60}", re.ASCII)


class _Carried(CallbackData, prefix="p"):
    question: str
    choice: str


def pack(press: Press) -> str:
    """At most 64 bytes; raises ValueError where it would be more."""
    return _Carried(question=press.question, choice=press.choice).pack()


def unpack(data: str) -> Press:
    """The press, or `UNKNOWN`: anybody can send anything here."""
    try:
        carried = _Carried.unpack(data)
    except (TypeError, ValueError):
        return UNKNOWN
    if _ID.fullmatch(carried.question) and _ID.fullmatch(carried.choice):
        return Press(carried.question, carried.choice)
    return UNKNOWN
