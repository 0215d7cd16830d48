"""A mistake in content/, told so that a coach who does not program can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Where it is and what is wrong. `strands`: somebody could get stuck, or be left without help, so the content is refused."""

    file: str
    line: int
    sentence: str
    strands: bool = False

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"
