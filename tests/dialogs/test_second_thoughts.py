"""Words where a number was asked for, and answers changed by their name: what is said there is never lost."""

from __future__ import annotations

import pytest

from tests.dialogs.positions import standing_at

WOOP, SMART = ("woop", 1, "confidence"), ("smart", 1, "confidence")
NO = ["no", "no thats wrong", "that's wrong", "nope not right", "that is not my plan", "I don't like it"]


@pytest.mark.parametrize("words", NO)
@pytest.mark.parametrize(("place", "step"), [(WOOP, "plan"), (SMART, "action")])
def test_a_no_to_the_plan_is_change_it(words: str, place: tuple[str, int, str], step: str) -> None:
    player = standing_at(*place)
    assert player.types(words) == [f"{place[0]}.{step}.change_it [keep_it]"]


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("actually no, I'd rather text jo", "If the bleep goes at 5, then I will text jo."),
        ("text jo instead", "If the bleep goes at 5, then I will text jo."),
        ("hand it over to Sam", "If the bleep goes at 5, then I will hand it over to Sam."),
        ("when sam calls, I will breathe out", "If sam calls, then I will breathe out."),
    ],
)
def test_another_plan_takes_the_place_of_the_first_and_is_asked_about(words: str, plan: str) -> None:
    player = standing_at(*WOOP)
    assert player.types(words) == ["woop.confidence [0..10 change_it]"]
    assert plan in player.texts[-1]
    player.types("8")
    assert player.goal.woop is not None
    assert player.goal.woop.plan_text == plan


def test_another_first_step_takes_the_place_of_the_first_one() -> None:
    player = standing_at(*SMART)
    assert player.types("If sam calls, then I will ask him") == ["smart.confidence [0..10 change_it]"]
    player.types("8")
    assert (player.goal.steps[0].text, player.goal.steps[0].cue) == ("ask him", "sam calls")


@pytest.mark.parametrize(
    "words",
    [
        "dunno",
        "not sure",
        "very likely I'd say",
        "pretty confident",
        "yes I'll do it",
        "not very",
        "I'll try",
        "leave it as it is",
        "go with that",
        "work permitting, quite",
        "I want to believe I will",
    ],
)
@pytest.mark.parametrize("place", [WOOP, SMART])
def test_how_it_feels_leaves_the_number_empty(words: str, place: tuple[str, int, str]) -> None:
    player = standing_at(*place)
    assert player.types(words)[-1].startswith(f"{place[0]}.done")
    assert dict(player.goal.notes)["confidence"] == words


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("change my wish", "woop.wish"),
        ("i want to change my outcome", "woop.outcome"),
        ("change the plan", "woop.plan"),
        ("change my mind about the wish", "woop.wish"),
        ("Could I change my goal please", "woop.wish"),
        ("change my answer", "change.which"),
        ("i want to change it", "change.which"),
        ("I want to change something I said", "change.which"),
    ],
)
def test_an_answer_named_is_opened(words: str, asked: str) -> None:
    player = standing_at(*WOOP)
    player.types(words)
    assert player.asked.wording == asked


def test_a_new_wish_said_with_it_is_taken() -> None:
    player = standing_at(*WOOP)
    player.types("change my wish to ask one question in every meeting")
    assert player.walk.answers["wish"].value == "ask one question in every meeting"


def test_the_goal_of_smart_is_opened() -> None:
    player = standing_at("smart", 1, "relevant")
    player.types("change my goal")
    assert player.asked.wording == "smart.goal"


def test_a_wish_with_the_word_change_in_it_is_a_wish() -> None:
    player = standing_at("woop", 1, "wish")
    player.types("change the handover so that it ends by 8")
    assert player.walk.answers["wish"].value == "change the handover so that it ends by 8"


@pytest.mark.parametrize(("words", "asked"), [("change the date", "smart.time_based"), ("change the reason", "smart.relevant")])
def test_a_letter_is_opened_by_its_everyday_name(words: str, asked: str) -> None:
    player = standing_at("smart", 1, "confirm")
    player.types(words)
    assert player.asked.wording == asked
