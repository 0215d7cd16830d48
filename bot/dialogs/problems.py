"""A mistake in content/, told so that a coach who does not program can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Where it is and what is wrong. `strands`: somebody could get stuck, or be left without help, so the content is refused.

    `unreadable`: the file is not read at all, so nothing else can be said of the content before that is mended.
    """

    file: str
    line: int
    sentence: str
    strands: bool = False
    unreadable: bool = False

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"


def unread(file: str, line: int, sentence: str) -> Problem:
    """A file that cannot be read."""
    return Problem(file, line, sentence, strands=True, unreadable=True)
