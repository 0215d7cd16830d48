"""Choosing which answer to change: what is typed then is never an answer to the step that waits."""

from __future__ import annotations

from tests.dialogs.test_drafts import UP_TO_THE_PLAN, after


def test_a_part_of_the_label_is_enough() -> None:
    player = after(*UP_TO_THE_PLAN, "change", "wish", "leave on time on Fridays")
    assert player.goal.status == "draft"
    assert player.conversation.walk is not None
    assert player.conversation.walk.answers["wish"].value == "leave on time on Fridays"


def test_what_is_no_choice_is_asked_again_and_answers_nothing() -> None:
    player = after(*UP_TO_THE_PLAN, "change", "the bit about my kids")
    assert player.conversation.asked is not None
    assert player.conversation.asked.wording == "change.which"
    assert player.conversation.walk is not None
    assert "confidence" not in player.conversation.walk.answers
