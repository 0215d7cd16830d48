"""What was found where, and how a rule looks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_LETTERS = re.compile(r"[a-z]+")


class Find(NamedTuple):
    """One identifier: its kind, and its stretch of the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `pattern` matches and `holds` agrees, the group `it` is an identifier, or the whole match where there is no such group.

    `country` is whose number it is, empty for what is looked for everywhere. `needs`: words of which one has to be in the text, in small
    letters; none where it is empty.
    """

    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] | None = None
    country: str = ""
    needs: frozenset[str] = frozenset()

    def finds(self, text: str) -> Iterator[Find]:
        """Every place, from the left; after a match that does not hold the search goes on one character later."""
        at = 0
        while found := self.pattern.search(text, at):
            if self.holds is None or self.holds(found):
                start, end = found.span("it" if "it" in self.pattern.groupindex else 0)
                yield Find(self.kind, start, end)
                at = max(end, found.start() + 1)
            else:
                at = found.start() + 1


def words_of(small: str) -> frozenset[str]:
    """Every run of letters of a text in small letters, which is what `needs` is looked up in."""
    return frozenset(_LETTERS.findall(small))


def found_by(rules: Iterable[Rule], text: str, words: frozenset[str]) -> list[Find]:
    """What these rules find, each only where the text has a word that it needs."""
    return [find for rule in rules if not rule.needs or not words.isdisjoint(rule.needs) for find in rule.finds(text)]


def apart(finds: Iterable[Find], length: int) -> list[Find]:
    """Those that overlap no earlier one, in the order of the text; `length` is the text's."""
    taken, kept = bytearray(length + 1), []
    for find in finds:
        if taken.find(1, find.start, find.end) < 0:
            taken[find.start : find.end] = b"\x01" * (find.end - find.start)
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)


def digits(text: str) -> str:
    """Its digits, whatever the script, as 0 to 9."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def groups(text: str) -> list[int]:
    """How many digits stand together, group by group."""
    return [len(run) for run in re.findall(r"\d+", text)]
