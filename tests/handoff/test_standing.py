"""Who holds the conversation, and what may be sent then."""

from datetime import timedelta

import pytest

from coaching.concern import Watch
from coaching.errors import IllegalMove
from coaching.message import Lane
from handoff.standing import MOVES, STATES, may_nudge, may_send, move
from tests.play import NOON


@pytest.mark.parametrize("state", STATES)
def test_stop_stops_in_every_state(state):
    assert move(state, "stop") == "stopped"


@pytest.mark.parametrize(("state", "made"), [("stopped", "resume"), ("stopped", "pause"), ("with_bot", "fly"), ("lost", "stop")])
def test_an_illegal_move_is_refused(state, made):
    with pytest.raises(IllegalMove):
        move(state, made)


def test_a_move_made_twice_changes_nothing_more():
    assert all(move(after, made) == after for (_, made), after in MOVES.items())


def test_safety_goes_out_in_every_state():
    assert all(may_send(state, lane) for state in (*STATES, "unheard_of") for lane in (Lane.SAFETY, Lane.LATER))


@pytest.mark.parametrize("state", STATES)
def test_a_hold_begins_in_every_state_and_nobody_who_is_there_is_sent_away(state):
    assert move(state, "hold") == ("with_coach" if state == "with_coach" else "safety_hold")


@pytest.mark.shows("F7", "H07", part="the gate and the days after; nothing is nudged yet")
def test_nobody_is_nudged_in_a_hold_or_in_the_days_after():
    quiet = Watch(quiet_until=NOON + timedelta(days=7))
    assert may_nudge("with_bot", Watch(), NOON)
    assert not may_nudge("safety_hold", Watch(), NOON)
    assert not may_nudge("with_bot", quiet, NOON + timedelta(days=6))
    assert may_nudge("with_bot", quiet, NOON + timedelta(days=8))
    assert not may_nudge("with_bot", Watch(hold="on"), NOON + timedelta(days=8))
    assert not any(may_nudge(state, Watch(), NOON) for state in STATES if state != "with_bot")


def test_the_gate():
    assert {state: [lane.name for lane in Lane if may_send(state, lane)] for state in STATES} == {
        "with_bot": ["SAFETY", "COACH", "REPLY", "NUDGE", "LATER"],
        "paused": ["SAFETY", "COACH", "REPLY", "LATER"],
        "stopped": ["SAFETY", "REPLY", "LATER"],
        "safety_hold": ["SAFETY", "COACH", "LATER"],
        "waiting": ["SAFETY", "COACH", "REPLY", "LATER"],
        "with_coach": ["SAFETY", "COACH", "LATER"],
    }
