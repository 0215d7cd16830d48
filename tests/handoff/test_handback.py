"""The lines a coach leaves: three at most, short, under their name."""

from __future__ import annotations

import pytest

from coaching.errors import UnfitLine
from coaching.message import Lane
from coaching.words import Words
from handoff.handback import LONGEST, HandBack, shown, unfit_lines
from tests.handoff.desks import read

LONG = "a" * (LONGEST + 1)
NAMED = {"agreed": "Half a break counts", "next_step": "Ask Sam to cover", "again": "Friday at 10"}


def lines(**given: str) -> list[Words]:
    return [Words(given.get(name, "")) for name in NAMED]


@pytest.mark.shows("U6", side="the lines")
def test_the_participant_reads_the_lines_in_order_under_the_coach_s_name() -> None:
    said = shown(HandBack(*lines(**NAMED)), "Ann")
    assert (*said.also, said.wording) == ("handback.from", "handback.agreed", "handback.next_step", "handback.again")
    assert said.lane is Lane.COACH
    places = [read(said).index(words) for words in ("Ann", *NAMED.values())]
    assert places == sorted(places)


def test_an_empty_line_is_left_off() -> None:
    said = shown(HandBack(*lines(agreed="Half a break counts", again=" ")), "Ann")
    assert (*said.also, said.wording) == ("handback.from", "handback.agreed")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (NAMED, {}),
        ({"agreed": "a" * LONGEST}, {}),
        ({"agreed": f" {'a' * LONGEST}\n"}, {}),
        ({}, {"agreed": "missing"}),
        ({"agreed": " \n "}, {"agreed": "missing"}),
        ({"agreed": "\u200b\u202e"}, {"agreed": "missing"}),
        ({"agreed": LONG, "again": LONG}, {"agreed": "too_long", "again": "too_long"}),
        ({**NAMED, "next_step": "one\ntwo"}, {"next_step": "several"}),
        ({**NAMED, "next_step": "one\u2028two"}, {"next_step": "several"}),
    ],
)
def test_what_is_wrong_is_named(given: dict[str, str], wrong: dict[str, str]) -> None:
    assert unfit_lines(*lines(**given)) == wrong


@pytest.mark.parametrize("name", NAMED)
def test_an_unfit_line_is_refused_by_name_without_its_words(name: str) -> None:
    with pytest.raises(UnfitLine, match=f"^{name}: too_long") as refused:
        HandBack(*lines(**{**NAMED, name: LONG}))
    assert "aaa" not in str(refused.value)


def test_markup_of_a_coach_is_shown_as_it_was_typed() -> None:
    assert "<!channel> **hey** {next_step}" in read(shown(HandBack(*lines(agreed="<!channel> **hey** {next_step}", next_step="x")), "Ann"))
