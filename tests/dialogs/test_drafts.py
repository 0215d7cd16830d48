"""What is put together is kept, even where nobody comes back to finish it."""

from __future__ import annotations

from tests.play import Player

UP_TO_THE_PLAN = (
    "woop",
    "take my proper break on long days",
    "6",
    "8",
    "I'd get home with something left for my kids",
    "pictured it",
    "I feel guilty leaving the others",
    "when Jo says go",
    "walk off the ward",
)
UP_TO_THE_SENTENCE = ("smart", "I will ask one question in every MDT this month because patients matter")


def after(*messages: str) -> Player:
    player = Player()
    for message in messages:
        player.types(message)
    return player


def test_a_plan_nobody_confirmed_is_a_draft_without_steps() -> None:
    goal = after(*UP_TO_THE_PLAN).goal
    assert (goal.status, goal.steps, goal.text) == ("draft", (), "take my proper break on long days")
    assert goal.woop is not None
    assert goal.woop.plan_then == "walk off the ward"


def test_finishing_makes_the_same_goal_active_with_one_step() -> None:
    draft, finished = after(*UP_TO_THE_PLAN).goal, after(*UP_TO_THE_PLAN, "8")
    assert len(finished.goals) == 1
    assert (finished.goal.id == draft.id, finished.goal.status, len(finished.goal.steps)) == (True, "active", 1)


def test_a_sentence_nobody_confirmed_is_a_draft_with_its_letters() -> None:
    goal = after(*UP_TO_THE_SENTENCE).goal
    assert goal.status == "draft"
    assert goal.smart is not None
    assert len(goal.smart.letters) == 5


def test_a_finished_goal_is_never_a_draft_again() -> None:
    player = after(*UP_TO_THE_PLAN, "8", "Make it a SMART goal", "at least three times", "by 30 June", "yes")
    assert (len(player.goals), player.goal.status) == (1, "active")
