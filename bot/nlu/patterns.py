"""Regular expressions laid out as lists: ways of saying something, a line or several each."""

from __future__ import annotations

import re
import textwrap

_CONTINUED = re.compile(r"\n +")


def phrases(ways: str) -> re.Pattern[str]:
    """Finds any of these ways of saying something, as whole words, anywhere in a tidy text.

    Each line is one way or several with "|" between them; a line that is set further in goes on with the one above.
    """
    return re.compile(rf"\b(?:{joined(ways)})(?!\w)")


def opening(ways: str) -> re.Pattern[str]:
    """The same at the beginning of a text (with `match`), or of the whole text (with `fullmatch`)."""
    return re.compile(rf"(?:{joined(ways)})(?!\w)")


def joined(ways: str) -> str:
    """A list of ways as one line, "|" between them."""
    lines = _CONTINUED.sub("", textwrap.dedent(ways).strip()).splitlines()
    return "|".join(line.strip() for line in lines if line.strip())
