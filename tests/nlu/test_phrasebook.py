"""A way of saying something is tried only where a message holds its words; that must never hide it."""

from __future__ import annotations

import re

import pytest

from bot.nlu.concerns.anchors import alternatives, anchors, openings
from bot.nlu.concerns.crisis import FAMILIES as CRISIS
from bot.nlu.concerns.crisis_hints import FAMILIES as CRISIS_HINTS
from bot.nlu.concerns.deciding import LESSER
from bot.nlu.concerns.family import Family, unfolded
from bot.nlu.concerns.phrasebook import Phrasebook
from bot.nlu.concerns.safeguarding import FAMILIES as SAFEGUARDING
from bot.nlu.concerns.safeguarding import SELF_DANGER_OTHER
from bot.nlu.tidy import said
from tests.nlu.table import rows
from tests.nlu.test_concerns import FALSE_FRIENDS, RED_LIST, lines

FAMILIES = (*CRISIS, *CRISIS_HINTS, SELF_DANGER_OTHER, *SAFEGUARDING, *(family for _, group in LESSER for family in group))


@pytest.mark.parametrize(
    ("way", "needed"),
    [
        ("kill myself", [{"kill"}, {"myself"}]),
        ("(?:end|ending) it(?: all)?", [{"end", "ending"}, {"it"}]),
        ("hop(?:e|ed|ing) to die", [{"hope", "hoped", "hoping"}, {"to"}, {"die"}]),
        ("(?:the )?tablets(?= now)", [{"tablets"}]),
        (r"\w+ing", []),
        ("over ?dose", []),
        ("over(?:-| )dose", [{"dose"}]),
    ],
)
def test_the_words_that_a_way_needs(way: str, needed: list[set[str]]) -> None:
    assert sorted(map(sorted, anchors(way))) == sorted(map(sorted, needed))


@pytest.mark.parametrize(
    ("way", "words", "stems"),
    [
        ("(?:i|we) (?:want|need)", {"i", "we"}, ()),
        (r"crav\w+ it", set(), ("crav",)),
        (r"\w+ing it", set(), ()),
        ("(?:just )?end it", {"end"}, ()),
    ],
)
def test_the_words_that_a_way_begins_with(way: str, words: set[str], stems: tuple[str, ...]) -> None:
    assert openings(way) == (frozenset(words), stems)


def test_alternatives_are_cut_at_the_outermost_level_only() -> None:
    assert alternatives("a|b(?:c|d)|[|]e") == ["a", "b(?:c|d)", "[|]e"]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_no_way_is_hidden(family: Family) -> None:
    """What the ways find one by one, the phrasebook finds too."""
    texts = [*RED_LIST, *FALSE_FRIENDS, *lines("never_silent"), *(row[3] for row in rows("concerns/kinds"))]
    ways = [re.compile(rf"\b(?:{way})(?!\w)") for way in alternatives(unfolded(family.ways))]
    book = Phrasebook([family])
    for message in map(said, texts):
        assert bool(book.hits(message)) == any(way.search(message.plain) for way in ways)


def test_no_way_is_so_open_that_every_message_is_searched_for_it() -> None:
    open_ways = [way for family in FAMILIES for way in alternatives(unfolded(family.ways)) if not anchors(way)]
    assert len(open_ways) <= 2
