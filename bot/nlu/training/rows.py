"""The rows that the heads are trained on, and those that are kept back to measure them: tab-separated, one message a line.

`rows/SET/*.tsv` are for training, `heldback/SET/*.tsv` are the exam: written by others, from the definitions alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from bot.nlu import labels
from bot.nlu.utterance import Utterance
from coaching.errors import CoachingError

_CONCERN = ("concern", "urgency", "form", "asked", "variety", "family", "text")
COLUMNS = {
    "concern": _CONCERN,
    "speakers": _CONCERN,  # of the exam alone: as many rows of danger in every variety of English
    "intent": ("intent", "asked", "variety", "family", "text"),
    "smart": ("letters", "variety", "family", "text"),
    "woop": ("step", "verdict", "wish", "outcome", "obstacle", "variety", "family", "text"),
    "talk": ("talk", "asked", "variety", "family", "text"),
    "depth": ("depth", "prompt", "variety", "family", "text"),
    "when": ("kind", "start", "now", "zone", "family", "text"),
    "identifiers": ("variety", "family", "text"),
}
SETS = tuple(COLUMNS)
NOTHING = "-"  # in a field that is empty
_TOLD = ("text", "asked", "step", "wish", "outcome", "obstacle", "prompt")


class BadRow(CoachingError):
    """A line of a set cannot be used; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its fields by column, an empty one as ""."""

    fields: dict[str, str] = field(repr=False)
    place: str = ""

    def __getitem__(self, column: str) -> str:
        return self.fields.get(column, "")

    @property
    def utterance(self) -> Utterance:
        text, asked, step, wish, outcome, obstacle, prompt = (self[name] for name in _TOLD)
        return Utterance(text, asked, step, wish, outcome, obstacle, prompt)


def rows(name: str, part: str = "rows") -> list[Row]:
    """Every row of a set; `part` is "rows" or "heldback". BadRow where a line cannot be read."""
    folder = files("bot.nlu.training") / part / name
    if not folder.is_dir():
        return []
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".tsv")), key=lambda entry: entry.name)
    return [row for entry in found for row in _read(name, f"{part}/{name}/{entry.name}", entry.read_text("utf-8"))]


def _read(name: str, place: str, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(name, f"{place}, line {number}", line)


def _row(name: str, place: str, line: str) -> Row:
    parts = line.split("\t")
    columns = COLUMNS[name]
    if len(parts) != len(columns):
        raise BadRow(f"{place}: {len(parts)} fields, and {name} has {len(columns)}: {', '.join(columns)}.")
    row = Row({column: "" if part == NOTHING and column != "text" else part for column, part in zip(columns, parts, strict=True)}, place)
    wrong = [column for column, allowed in ALLOWED.get(name, {}).items() if row[column] not in allowed]
    if wrong:
        raise BadRow(f"{place}: {', '.join(f'{column} is {row[column]!r}' for column in wrong)}, which is no label.")
    return row


_LETTERS = {f"{s}{m}{a}{r}{t}" for s in "S-" for m in "M-" for a in "A-" for r in "R-" for t in "T-"}
ALLOWED: Mapping[str, Mapping[str, Collection[str]]] = {
    **{name: {"concern": labels.CONCERNS, "urgency": labels.URGENCIES} for name in ("concern", "speakers")},
    "intent": {"intent": labels.INTENTS},
    "smart": {"letters": _LETTERS},
    "woop": {"step": tuple(labels.WOOP), "verdict": tuple({verdict for verdicts in labels.WOOP.values() for verdict in verdicts})},
    "talk": {"talk": labels.TALK},
    "depth": {"depth": labels.DEPTH},
    "when": {"kind": labels.WHEN},
}
