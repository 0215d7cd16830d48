"""Every global word at every step of every flow: answered, and the same question is open with every answer intact."""

import pytest

from tests.dialogs.positions import PLACES, standing_at

SAME = [
    "why",
    "help",
    "human",
    "privacy",
    "my data",
    "complain",
    "goals",
    "link",
    "leave",
    "thanks",
    "hi",
    "resume",
    "carry on",
]
RESTING = ["later", "pause", "bye", "help now", "menu"]
IDS = [f"{name}.{step}" for name, _, step in PLACES]


@pytest.fixture(params=PLACES, ids=IDS)
def player(request: pytest.FixtureRequest):
    return standing_at(*request.param)


@pytest.mark.shows("U13", part="within one process")
@pytest.mark.parametrize("word", SAME)
def test_it_is_answered_and_the_same_question_is_open(player, word):
    before, asked = player.conversation, player.asked
    assert player.types(word)
    assert (player.walk.step, player.walk.answers) == (before.walk.step, before.walk.answers)
    assert (player.asked.wording, [each.id for each in player.asked.choices]) == (asked.wording, [each.id for each in asked.choices])


@pytest.mark.parametrize("word", RESTING)
def test_it_rests_and_goes_on_at_the_same_question(player, word):
    before, asked = player.conversation, player.asked
    said = player.types(word)
    assert len(said) == 1
    player.presses("carry_on")
    assert (player.walk.step, player.walk.answers) == (before.walk.step, before.walk.answers)
    assert player.asked.wording == asked.wording
    assert player.conversation.standing == "with_bot"


def test_stop_stops_and_only_start_again_goes_on(player):
    before, asked = player.conversation, player.asked
    assert player.types("stop") == ["stop.done [start_again help_now]"]
    assert player.types("7") == ["stop.still [start_again help_now]"]
    assert player.presses("carry_on") == ["stop.still [start_again help_now]"]
    assert player.presses("help_now") == ["help_now.unverified [start_again]"]
    player.presses("start_again")
    assert (player.walk, player.asked.wording) == (before.walk, asked.wording)


def test_skip_leaves_the_step_and_loses_nothing(player):
    before = player.walk
    player.types("skip")
    after = player.walk.answers if player.walk else before.answers
    assert all(after[name].value == answer.value for name, answer in before.answers.items() if answer.value is not None)


def test_back_offers_the_answer_before_and_keeps_it(player):
    before = player.walk
    player.types("back")
    if before.answers:
        assert player.walk.step in before.answers
    player.types("skip")
    kept = player.walk.answers if player.walk else {}
    assert all(kept[name].value == answer.value for name, answer in before.answers.items() if player.walk and answer.value is not None)


def test_change_asks_which_by_buttons(player):
    before = player.walk
    said = player.types("change")
    if not before.answers:
        assert said[0].startswith("change.nothing")
        return
    names = [each.id.removeprefix("change_") for each in player.asked.choices if each.id.startswith("change_")]
    assert set(names) == set(before.answers) - {before.step}
    player.presses(f"change_{names[0]}")
    assert player.walk.step == names[0]


def test_another_exercise_keeps_this_one_aside(player):
    before = player.walk
    player.types("smart" if before.flow == "woop" else "woop")
    assert player.walk.flow != before.flow
    assert [walk.answers for walk in player.conversation.parked] == ([before.answers] if before.answers else [])


def test_what_cannot_be_read_leaves_the_question_open(player):
    before, asked = player.walk, player.asked
    assert player.does("voice")[0] == "unreadable.voice"
    assert (player.walk, player.asked.wording) == (before, asked.wording)
