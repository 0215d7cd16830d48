"""Several parts of a WOOP in one message: every one is kept, and none that will do is asked for again."""

from __future__ import annotations

import pytest

from bot.dialogs import parts
from coaching.conversation import Conversation
from coaching.state import encode
from tests.play import Player

ALL = {
    "on lines": """wish: leave on time twice a week
outcome: dinner with my kids
obstacle: guilt
plan: if the bleep goes at 5 then I will hand it to Sam""",
    "in one line": "wish: leave on time twice a week / outcome: dinner with my kids / obstacle: guilt / "
    "plan: if the bleep goes at 5 then I will hand it to Sam",
    "with dots": "Wish: leave on time twice a week. Outcome: dinner with my kids. Obstacle: guilt. "
    "Plan: if the bleep goes at 5 then I will hand it to Sam",
    "in sentences": "My wish is to leave on time twice a week. The best thing would be dinner with my kids. "
    "What gets in my way is guilt. My plan: if the bleep goes at 5, then I will hand it to Sam",
}


def fresh() -> Player:
    return Player(stored=encode(Conversation("C1", "P1", contract="accepted")))


@pytest.mark.parametrize("words", ALL.values(), ids=ALL)
@pytest.mark.parametrize("first", [(), ("woop",)], ids=["first words", "at the wish"])
def test_only_what_was_not_said_is_asked(words: str, first: tuple[str, ...]) -> None:
    player = fresh()
    for each in (*first, words):
        player.types(each)
    asked = [player.asked.wording]
    for reply in ("7", "8", "I see the table"):
        player.types(reply)
        asked.append(player.asked.wording)
    assert asked == ["woop.feasible", "woop.important", "woop.picture", "woop.confidence"]
    player.types("8")
    record = player.goal.woop
    assert record is not None
    assert (record.wish, record.outcome, record.obstacle) == ("leave on time twice a week", "dinner with my kids", "guilt")
    assert record.plan_text == "If the bleep goes at 5, then I will hand it to Sam."


def test_a_part_that_will_not_do_is_kept_and_mended_in_its_turn() -> None:
    player = fresh()
    player.types("wish: leave on time twice a week, outcome: better, obstacle: guilt, plan: text jo")
    assert player.asked.wording == "woop.feasible"
    player.types("7")
    player.types("8")
    assert player.asked.wording == "woop.outcome.vague"
    player.types("dinner with my kids")
    player.types("I see the table")
    assert player.said == ["woop.picture.heard + common.still_this + woop.obstacle [still_this]"]
    player.types("yes")
    assert player.asked.wording == "woop.moment"
    player.types("when the bleep goes at 5")
    assert "If the bleep goes at 5, then I will text jo." in player.texts[-1]


def test_the_same_vague_words_again_are_the_last_word() -> None:
    player = fresh()
    words = "wish: be better, outcome: dinner with my kids, obstacle: guilt, plan: text jo"
    player.types("woop")
    assert player.types(words) == ["woop.wish.vague"]
    player.types(words)
    assert player.asked.wording == "woop.feasible"
    assert player.walk.answers["plan"].value == "text jo"


def test_an_obstacle_without_an_outcome_waits_for_it() -> None:
    player = fresh()
    player.types("wish: leave on time twice a week\nobstacle: guilt")
    for reply in ("7", "8"):
        player.types(reply)
    assert player.asked.wording == "woop.outcome"
    player.types("dinner with my kids")
    player.types("I see the table")
    assert player.said == ["woop.picture.heard + common.still_this + woop.obstacle [still_this]"]


def test_a_label_alone_is_left_off() -> None:
    player = fresh()
    player.types("woop")
    player.types("Wish: ask one question in every meeting")
    assert player.walk.answers["wish"].value == "ask one question in every meeting"


@pytest.mark.parametrize("words", ["I planned the outcome with Jo", "my plan is good", "the obstacle course", "when: who knows", ""])
def test_words_that_only_sound_like_parts_are_none(words: str) -> None:
    assert not parts.several(words)
