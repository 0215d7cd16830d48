"""The participant's own words in a brief: what is proposed, and how it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.words import Words
from handoff.quote import BETWEEN, CUT, MOST_CHARACTERS, MOST_WORDS, cut, edited, fits, proposed

TWENTY = " ".join(f"word{number}" for number in range(20))
SAID = st.text(st.sampled_from("ab é…/[]{}*\n\t\u202e\u2028😀"), max_size=400)


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ([], ""),
        (["", "  \n"], ""),
        (["Third week I haven't done it"], "Third week I haven't done it"),
        (["it is hard", "third week now"], "it is hard / third week now"),
        (["one", "two", "three", "four"], "two / three / four"),
        ([TWENTY, "so tired of it", "third week"], "so tired of it / third week"),
        (["before", f"{TWENTY} {TWENTY}"], f"{TWENTY} word0 word1 word2 word3 word4{CUT}"),
    ],
)
def test_what_is_proposed(said: list[str], quote: str) -> None:
    assert proposed([Words(each) for each in said]).text == quote


@pytest.mark.parametrize(
    ("words", "most", "kept"),
    [
        ("no calls at home", 8, "no calls at home"),
        ("no calls at home", 4, "no calls at home"),
        ("no calls at home", 3, f"no calls at{CUT}"),
        ("no calls at home", 0, ""),
        ("we lost [a patient] today", 3, f"we lost{CUT}"),
        ("we lost [a patient] today", 4, f"we lost [a patient]{CUT}"),
        ("two\nlines\r\n\tand  room", 9, "two lines and room"),
        ("hidden\u202e turn\x00\u200b", 9, "hidden turn"),
        ("family 👩\u200d👧 first", 9, "family 👩\u200d👧 first"),
    ],
)
def test_where_it_is_cut(words: str, most: int, kept: str) -> None:
    assert cut(Words(words), most).text == kept


def test_a_text_without_spaces_is_cut_within() -> None:
    assert cut(Words("a" * 20_000)).text == "a" * (MOST_CHARACTERS - 1) + CUT
    assert cut(Words("hello " + "a" * 20_000)).text == f"hello{CUT}"


def test_an_edit_that_is_too_long_is_cut_and_no_words_mean_no_quote() -> None:
    assert edited(Words("I would say it shorter")).text == "I would say it shorter"
    assert len(edited(Words(f"{TWENTY} {TWENTY}")).text.split()) == MOST_WORDS
    assert not fits(Words(f"{TWENTY} {TWENTY}"))
    assert edited(Words(" ")) == Words()


@settings(max_examples=200)
@given(SAID, st.integers(0, 30))
def test_a_cut_is_short_one_line_and_stays_as_it_is(said: str, most: int) -> None:
    once = cut(Words(said), most)
    assert len(once.text.split()) <= most
    assert len(once.text) <= MOST_CHARACTERS
    assert len(once.text.splitlines()) <= 1
    assert "\u202e" not in once.text
    assert cut(once, most) == once


@settings(max_examples=200)
@given(st.lists(SAID, max_size=5))
def test_nothing_is_proposed_that_was_not_said(said: list[str]) -> None:
    quote = proposed([Words(each) for each in said])
    spoken = {word for each in said for word in each.replace("\u202e", "").split()}
    whole = [word for word in quote.text.removesuffix(CUT).split() if word != BETWEEN.strip()]
    assert fits(quote)
    assert all(any(word in each for each in spoken) for word in whole)
