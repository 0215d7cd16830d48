"""A wish becomes a SMART objective and back, on the same goal, without losing a field."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.goal import ActionStep, Goal, SmartRecord, WoopRecord, as_smart, as_woop
from coaching.state import decode_goal, encode_goal
from tests.dialogs.test_transcripts import transcripts_named
from tests.play import Player, act, lines

WORDS = st.text(max_size=20)
WOOPS = st.builds(
    WoopRecord, wish=WORDS, outcome=WORDS, obstacle=WORDS, plan_if=WORDS, plan_then=WORDS, confidence=st.none() | st.integers(0, 10)
)
SMARTS = st.builds(SmartRecord, raw=WORDS, text=WORDS, relevant=WORDS, due=st.none() | st.dates(), letters=st.just(("specific",)))
STEPS = st.lists(st.builds(ActionStep, id=WORDS, text=WORDS, due=st.none() | st.dates()), max_size=3).map(tuple)
GOALS = st.builds(
    Goal, id=WORDS, text=WORDS, flow=st.sampled_from(["woop", "smart"]), woop=st.none() | WOOPS, smart=st.none() | SMARTS, steps=STEPS
)


@pytest.mark.shows("U12")
@given(GOALS)
def test_there_and_back_loses_no_field(goal: Goal):
    there = as_smart(goal) if goal.woop else as_woop(goal)
    back = as_woop(there) if goal.woop else as_smart(there)
    assert (back.id, back.text, back.steps, back.notes, back.status) == (goal.id, goal.text, goal.steps, goal.notes, goal.status)
    assert goal.woop is None or back.woop == goal.woop
    assert goal.smart is None or back.smart == goal.smart
    assert decode_goal(encode_goal(back)) == back


@pytest.mark.shows("U12")
def test_by_conversation_it_is_one_goal_with_both_records():
    player = Player()
    first: Goal | None = None
    for _, line in lines(transcripts_named("woop_and_smart").read_text(encoding="utf-8")):
        if line.startswith(">"):
            act(player, line[1:].strip())
        if first is None and player.goals and player.goal.status == "active":
            first = player.goal
    goal = player.goal
    assert first is not None
    assert goal.smart is not None
    assert (goal.id, len(player.goals)) == (first.id, 1)
    assert (goal.woop, goal.steps[:1], goal.text != "") == (first.woop, first.steps, True)
    assert goal.smart.relevant == first.woop.outcome if first.woop else False


@pytest.mark.shows("U12")
def test_from_smart_to_woop_the_objective_is_the_wish():
    player = Player()
    for said in (
        "smart",
        "I will ask one question in every MDT this month because patients matter",
        "yes",
        "write it down",
        "at home",
        "8",
    ):
        player.types(said)
    smart = player.goal.smart
    for said in (
        "Find what gets in the way",
        "7",
        "8",
        "patients being heard",
        "I see it",
        "I go quiet",
        "when he looks up",
        "breathe out",
        "8",
    ):
        player.types(said)
    assert player.goal.smart == smart
    assert player.goal.woop is not None
    assert smart is not None
    assert player.goal.woop.wish == smart.text
    assert len(player.goal.steps) == 2
    assert replace(player.goal.steps[1], id="") == ActionStep("", "breathe out", "he looks up", date(2026, 6, 1), 2, 8)
