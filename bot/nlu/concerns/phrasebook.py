"""All families of phrases together, searched at once: only where a message holds the words that a way cannot do without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from bot.nlu.concerns.anchors import alternatives, anchors, forget, openings
from bot.nlu.concerns.family import Family, Hit, unfolded
from bot.nlu.tidy import Said

_WORD = re.compile(r"\w+(?:'\w+)*")
_LONG = 5000  # letters
_OFTEN = 25  # times at each end of a long text
Each = TypeVar("Each")
Places = dict[str, list[int]]  # word → where it stands


@dataclass(frozen=True, slots=True)
class Way:
    """One way of saying something. `needs`: of each set, a word must be in the message.

    `openings` and `stems` are the words and beginnings of words that it begins with; neither, where that is open.
    """

    family: Family = field(repr=False)
    order: int
    source: str = field(repr=False)
    needs: tuple[frozenset[str], ...] = field(repr=False)
    openings: frozenset[str] = field(repr=False)
    stems: tuple[str, ...] = field(repr=False)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first needed: most messages have the words for none, and all of them together take 15 MB."""
        return _made(self.source)

    def found(self, message: Said, places: Places) -> Iterator[re.Match[str]]:
        """Where a message says it this way; `places` is where each of its words stands."""
        if not self.openings and not self.stems:
            yield from self.pattern.finditer(message.plain)
            return
        words = self.openings & message.bag
        if self.stems:
            words |= {word for word in message.bag if word.startswith(self.stems)}
        for word in words:
            for place in places[word]:
                if found := self.pattern.match(message.plain, place):
                    yield found


@cache
def _made(source: str) -> re.Pattern[str]:
    return re.compile(source)


class Phrasebook:
    """Families of phrases, ready to be searched for."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._by_word: dict[str, list[Way]] = {}
        self._always: list[Way] = []
        for order, family in enumerate(families):
            for way in alternatives(unfolded(family.ways)):
                self._learn(_way(family, order, way))
            forget()

    def _learn(self, way: Way) -> None:
        for word in way.needs[0] if way.needs else ():
            self._by_word.setdefault(word, []).append(way)
        if not way.needs:
            self._always.append(way)

    def hits(self, message: Said, places: Places | None = None) -> tuple[Hit, ...]:
        """Everything that is said, in the order of the families, then as it stands in the message; `places` if they are known."""
        ways = [*self._always, *self._open(message.bag)]
        places = places_in(message) if places is None else places
        found = [Hit(way.family, *each.span(), way.order) for way in ways for each in _ends([*way.found(message, places)])]
        return tuple(sorted(found, key=_in_order))

    def _open(self, bag: frozenset[str]) -> Iterable[Way]:
        """The ways for which this message has the words."""
        near = {id(way): way for word in bag & self._by_word.keys() for way in self._by_word[word]}
        return (way for way in near.values() if not any(map(bag.isdisjoint, way.needs)))


def _way(family: Family, order: int, way: str) -> Way:
    first, stems = openings(way)
    edge = "" if first or stems else r"\b"
    return Way(family, order, rf"{edge}(?:{way})(?!\w)", anchors(way), first, stems)


def places_in(message: Said) -> Places:
    """Where each word of a message stands."""
    places: Places = defaultdict(list)
    for found in _WORD.finditer(message.plain):
        places[found[0]].append(found.start())
    return places if len(message.plain) < _LONG else {word: _ends(stands) for word, stands in places.items()}


def _ends(found: list[Each]) -> list[Each]:
    """What comes again and again counts at both ends only."""
    return found if len(found) <= 2 * _OFTEN else found[:_OFTEN] + found[-_OFTEN:]


def _in_order(hit: Hit) -> tuple[int, int, int]:
    return hit.order, hit.start, hit.end
