"""SMART in people's own words: what only announces a goal is left off, no reason is made of "because", no date behind us is kept."""

from __future__ import annotations

from datetime import date

import pytest

from coaching.conversation import Conversation
from coaching.state import encode
from tests.dialogs.positions import standing_at
from tests.play import Player


def fresh() -> Player:
    return Player(stored=encode(Conversation("C1", "P1", contract="accepted")))


@pytest.mark.parametrize(
    "before", ["I want to do a SMART goal: ", "My SMART goal is to ", "smart goal - ", "Hi, I'd like to make a SMART goal: "]
)
def test_what_announces_the_goal_is_no_part_of_it(before: str) -> None:
    player = fresh()
    player.types("smart")
    player.types(before + "speak up in two MDT meetings a week by the end of June")
    assert player.walk.answers["goal"].value == "speak up in two MDT meetings a week by the end of June"


@pytest.mark.parametrize("words", ["because", "no", "yes", "Because.", "because yes", "by 1 March 2026"])
def test_these_are_no_reasons(words: str) -> None:
    player = standing_at("smart", 1, "relevant")
    player.types(words)
    assert player.asked.wording == "smart.relevant.missing"


@pytest.mark.parametrize("words", ["because I learn", "patients feel safe", "so I can rest"])
def test_these_are(words: str) -> None:
    player = standing_at("smart", 1, "relevant")
    player.types(words)
    assert player.walk.answers["relevant"].value == words


def test_a_date_behind_us_is_asked_again_and_left_out() -> None:
    player = fresh()
    player.types("smart")
    player.types("ask one question at handover every shift by 1 March 2026")
    assert player.asked.wording == "smart.time_based.past"
    player.types("by 20 April 2026")
    assert player.asked.wording == "smart.time_based.past"
    player.types("by the end of June")
    assert player.asked.wording == "smart.time_based.day"
    player.types("yes")
    player.types("because I learn")
    assert "ask one question at handover every shift, by the end of June, because I learn." in player.texts[-1]
    for reply in ("yes", "write one question", "at handover", "8"):
        player.types(reply)
    assert player.goal.smart is not None
    assert player.goal.smart.due == date(2026, 6, 30)


def test_a_start_behind_us_is_no_deadline() -> None:
    player = fresh()
    player.types("smart")
    player.types("ask one question at handover every shift, starting 1 May 2026 for four weeks")
    assert player.asked.wording == "smart.relevant"
