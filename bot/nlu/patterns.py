"""Regular expressions laid out as lists: one way of saying it a line."""

from __future__ import annotations

import re


def phrases(ways: str) -> re.Pattern[str]:
    """Finds any of these ways of saying something, as whole words, anywhere in a tidy text."""
    return re.compile(rf"\b(?:{_joined(ways)})(?!\w)")


def opening(ways: str) -> re.Pattern[str]:
    """The same at the beginning of a text (with `match`), or of the whole text (with `fullmatch`)."""
    return re.compile(rf"(?:{_joined(ways)})(?!\w)")


def _joined(ways: str) -> str:
    return "|".join(line.strip() for line in ways.splitlines() if line.strip())
