"""Who holds the conversation, and what may be sent then."""

import pytest

from coaching.errors import IllegalMove
from coaching.message import Lane
from handoff.standing import MOVES, STATES, may_send, move


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
    assert all(may_send(state, Lane.SAFETY) for state in (*STATES, "unheard_of"))


def test_the_gate():
    assert {state: [lane.name for lane in Lane if may_send(state, lane)] for state in STATES} == {
        "with_bot": ["SAFETY", "COACH", "REPLY", "NUDGE"],
        "paused": ["SAFETY", "COACH", "REPLY"],
        "stopped": ["SAFETY", "REPLY"],
    }
