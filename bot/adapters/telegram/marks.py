"""What a button of a question to a coach carries: what it is about, and the choice. No participant's button begins like these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

_ID = re.compile(r"[A-Za-z0-9_]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mark:
    """`about` is a question's id, or a case's."""

    about: str
    choice: str


class _Carried(CallbackData, prefix="d"):
    about: str
    choice: str


def write_mark(mark: Mark) -> str:
    """At most 64 bytes."""
    return _Carried(about=mark.about, choice=mark.choice).pack()


def read_mark(data: str) -> Mark | None:
    """None where it is none: anybody can send anything here."""
    try:
        carried = _Carried.unpack(data)
    except (TypeError, ValueError):
        return None
    return Mark(carried.about, carried.choice) if _ID.fullmatch(carried.about) and _ID.fullmatch(carried.choice) else None
