"""Labelled rows kept as text: "label | text | …", one a line, "#" before what is not a row."""

from __future__ import annotations

from pathlib import Path

ROWS = Path(__file__).parent / "rows"
SITTINGS = ("first", "second", "third", "fourth")


def rows(name: str) -> list[list[str]]:
    """The cells of each row of `rows/NAME.txt`."""
    lines = (ROWS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def share(hits: list[bool]) -> float:
    """How many of them are true, 0 to 1."""
    return sum(hits) / len(hits)
