"""Where a decision lets a language model do something: three places, and what it gets to see in each."""

from __future__ import annotations

import pytest

from coaching.effects import Say
from coaching.phrasing import Act, Phrasing
from tests.phrasing.world import ANSWER, OPENING, WHOLE
from tests.play import Player


def player(*texts: str) -> Player:
    made = Player()
    for text in texts:
        made.types(text)
    return made


def marks(played: Player) -> list[Phrasing]:
    """What the last turn left open to a language model."""
    return [effect.phrasing for effect in played.effects if isinstance(effect, Say) and effect.phrasing is not None]


def test_a_long_answer_may_be_said_back_before_the_next_question() -> None:
    (mark,) = marks(player(*OPENING, ANSWER))
    assert (mark.act, mark.words) == (Act.REFLECT, (ANSWER,))
    assert mark.question.startswith("If that came true")


def test_a_short_one_only_where_it_carries_feeling() -> None:
    assert [mark.act for mark in marks(player(*OPENING, "Tired less, calmer"))] == [Act.REFLECT]
    assert marks(player(*OPENING, "reading to the kids in the evening")) == []


@pytest.mark.parametrize("text", ["7", "why", "skip", "privacy", "help", "help now", "stop", "human", "later", "goals", "menu", "thanks"])
def test_a_number_or_a_global_word_is_not_said_back(text: str) -> None:
    assert marks(player("woop", "take my proper break on long days", text)) == []


def test_what_has_to_be_asked_about_again_is_not_said_back() -> None:
    """A vague wish, something outside, an answer that was insisted on."""
    assert (
        marks(player("woop", "I feel tired and I just want everything at work to be a bit better than it is at the moment somehow")) == []
    )
    outside = "there are never enough staff on my ward and the rota is always wrong so there is nobody to cover for me"
    assert all(mark.act is not Act.REFLECT for mark in marks(player(*WHOLE[:6], outside)))


def test_a_question_asked_before_in_all_its_ways_may_be_asked_in_other_words() -> None:
    played = player("woop", "be better")
    said = [marks(played)]
    for text in ("be nicer", "be happier"):
        played.types(text)
        said.append(marks(played))
    assert said[0] == []
    (mark,) = said[-1]
    assert (mark.act, mark.words) == (Act.REPHRASE, ())
    assert mark.question in (
        "What would you be doing differently that someone could notice?",
        "Take one good day. What would you be doing that you do not do now?",
    )


def test_a_question_with_numbers_or_with_their_words_in_it_stays_as_it_is() -> None:
    played = player(
        "woop", "take my proper break on long days", "2", "go outside once on each long day", "2", "take five minutes alone", "7"
    )
    assert all(mark.act is not Act.REPHRASE for mark in marks(played))


def test_the_end_of_an_exercise_may_be_summed_up_from_what_was_said_in_it() -> None:
    played = player(*WHOLE, "9")
    (mark,) = marks(played)
    assert mark.act is Act.SUMMARISE
    assert mark.words == (WHOLE[1], ANSWER, *WHOLE[5:])
    assert mark.question == ""


def test_so_may_a_talk_that_is_taken_up_again() -> None:
    other = ("smart", "ask my senior for feedback on two clinic letters every Friday until 30 June, so I get better at them")
    played = player(*WHOLE[:7], *other, "that's it", "book ten minutes with her", "before the MDT", "9")
    played.presses("go_on")
    assert played.said[-1].startswith("common.welcome_back + woop.moment")
    (mark,) = marks(played)
    assert (mark.act, mark.words) == (Act.SUMMARISE, (WHOLE[1], ANSWER, *WHOLE[5:7]))


def test_a_few_words_are_no_stretch_of_talk() -> None:
    played = player("woop", "take my proper break on long days", "7", "menu", "smart", "menu", "go on")
    assert marks(played) == []


def test_somebodys_words_are_not_shown_by_what_holds_them() -> None:
    (mark,) = marks(player(*OPENING, ANSWER))
    assert "kids" not in repr(mark)
    assert "kids" not in repr(Say("woop.done", phrasing=mark))
