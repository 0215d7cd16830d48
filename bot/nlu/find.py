"""One phrase of a message that names a time, and the rules that find such phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.nlu.tidy import Said


@dataclass(frozen=True, slots=True)
class Find:
    """One phrase that names a time, at its place in the tidy text. `kind` is that of a TimeBound.

    `sort` is what it was found as: today · weekday · date · month · unit (this week) · length (2/52) · feast · daily · habit ·
    occasion (each ward round) · event (an appraisal) · "". `prep` is the word before it: by, before, on, after.
    """

    begin: int
    end: int
    kind: str
    start: date | None = None
    due: date | None = None
    counts: bool = False  # it says how often or how many, so that it can be counted
    adjunct: int = -1  # where the part that is time and nothing else begins ("per week" of "two patients per week")
    sort: str = ""
    prep: str = ""
    today_too: bool = False  # it names today's weekday among others: today, if an hour is said that is still to come
    doubt: bool = False  # it could be read in another way, or there is no such day

    @property
    def pure(self) -> tuple[int, int]:
        """The stretch that is time and nothing else."""
        return (max(self.begin, self.adjunct), self.end)


Resolve = Callable[[re.Match[str], date], Find | None]
Lead = re.Match[str] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of naming a time; one of `needs` must be among the message's words, where any are given."""

    needs: frozenset[str]
    way: re.Pattern[str]
    resolve: Resolve


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules in their order, and the places of those that each word calls for."""

    rules: tuple[Rule, ...]
    called: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Rulebook:
        ordered = tuple(rules)
        every = frozenset().union(*(rule.needs for rule in ordered))
        return cls(ordered, {word: frozenset(place for place, rule in enumerate(ordered) if word in rule.needs) for word in every})


def found_by(book: Rulebook, message: Said, today: date) -> list[Find]:
    """Whatever these rules find, in the order of the rules; phrases may overlap."""
    places = sorted(frozenset().union(*(book.called[word] for word in book.called.keys() & message.bag)))
    rules = [book.rules[place] for place in places]
    return [find for rule in rules for match in rule.way.finditer(message.plain) if (find := rule.resolve(match, today))]


def apart(finds: Iterable[Find]) -> list[Find]:
    """The finds in the order of the text; where two overlap, the longer one stands."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda find: (find.begin - find.end, find.begin)):
        if all(find.end <= other.begin or other.end <= find.begin for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.begin)


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
