"""Who holds a conversation: one table of (state, move) → state, and the gate that every message out passes."""

from __future__ import annotations

from datetime import datetime

from coaching.concern import Watch
from coaching.errors import IllegalMove
from coaching.message import Lane

WITH_BOT, PAUSED, STOPPED, SAFETY_HOLD = "with_bot", "paused", "stopped", "safety_hold"
WAITING, WITH_COACH = "waiting", "with_coach"  # a person was asked for and goes on or rests meanwhile; a person has the conversation
STATES = (WITH_BOT, PAUSED, STOPPED, SAFETY_HOLD, WAITING, WITH_COACH)

MOVES: dict[tuple[str, str], str] = {
    (WITH_BOT, "pause"): PAUSED,
    (PAUSED, "pause"): PAUSED,
    (WITH_BOT, "resume"): WITH_BOT,
    (PAUSED, "resume"): WITH_BOT,
    (WITH_BOT, "stop"): STOPPED,
    (PAUSED, "stop"): STOPPED,
    (STOPPED, "stop"): STOPPED,
    (WITH_BOT, "start_again"): WITH_BOT,
    (PAUSED, "start_again"): WITH_BOT,
    (STOPPED, "start_again"): WITH_BOT,  # the way out of stopped: never by itself, never by an ordinary message
    (WITH_BOT, "hold"): SAFETY_HOLD,  # what may mean danger, in every state
    (PAUSED, "hold"): SAFETY_HOLD,
    (STOPPED, "hold"): SAFETY_HOLD,
    (SAFETY_HOLD, "hold"): SAFETY_HOLD,
    (SAFETY_HOLD, "release"): WITH_BOT,  # by the safety lead; by the participant after the card: see `bot.dialogs.holding`
    (WITH_BOT, "release"): WITH_BOT,
    (PAUSED, "release"): PAUSED,
    (STOPPED, "release"): STOPPED,
    (SAFETY_HOLD, "stop"): STOPPED,  # the hold waits: whoever starts again is back in it
    (WITH_BOT, "ask"): WAITING,  # a person was asked for
    (PAUSED, "ask"): WAITING,
    (WAITING, "ask"): WAITING,
    (WAITING, "pause"): WAITING,
    (WAITING, "resume"): WAITING,
    (WAITING, "start_again"): WAITING,
    (WAITING, "stop"): STOPPED,
    (WAITING, "hold"): SAFETY_HOLD,
    (WAITING, "release"): WAITING,
    (WAITING, "cancel"): WITH_BOT,  # nobody is waited for any more
    (WITH_BOT, "cancel"): WITH_BOT,
    (PAUSED, "cancel"): PAUSED,
    (STOPPED, "cancel"): STOPPED,
    (SAFETY_HOLD, "cancel"): SAFETY_HOLD,
    (WITH_BOT, "claim"): WITH_COACH,
    (WAITING, "claim"): WITH_COACH,
    (PAUSED, "claim"): WITH_COACH,
    (SAFETY_HOLD, "claim"): WITH_COACH,  # the hold waits beneath
    (WITH_COACH, "claim"): WITH_COACH,  # by somebody else, where it is about danger
    (WITH_COACH, "hold"): WITH_COACH,  # danger is answered and raised; whoever is there stays
    (WITH_COACH, "release"): WITH_COACH,
    (WITH_COACH, "pause"): WITH_COACH,
    (WITH_COACH, "resume"): WITH_COACH,
    (WITH_COACH, "start_again"): WITH_COACH,
    (WITH_COACH, "ask"): WITH_COACH,
    (WITH_COACH, "cancel"): WITH_COACH,
    (WITH_COACH, "stop"): STOPPED,
    (WITH_COACH, "hand_back"): WITH_BOT,
    (WITH_BOT, "hand_back"): WITH_BOT,
    (WAITING, "hand_back_to_wait"): WAITING,
    (SAFETY_HOLD, "hand_back_to_hold"): SAFETY_HOLD,
    (WITH_COACH, "hand_back_to_wait"): WAITING,  # the claim has lapsed, or was passed on: somebody else is looked for
    (WITH_COACH, "hand_back_to_hold"): SAFETY_HOLD,  # the same, of a hold
}

_CLOSED: dict[str, frozenset[Lane]] = {
    WITH_BOT: frozenset(),
    PAUSED: frozenset({Lane.NUDGE}),
    STOPPED: frozenset({Lane.NUDGE, Lane.COACH}),
    SAFETY_HOLD: frozenset({Lane.NUDGE, Lane.REPLY}),  # fixed safety texts, and a person
    WAITING: frozenset({Lane.NUDGE}),
    WITH_COACH: frozenset({Lane.NUDGE, Lane.REPLY}),  # one voice
}
_ALWAYS = frozenset({Lane.SAFETY, Lane.LATER})


def move(state: str, move: str) -> str:
    """The state after the move. A move made twice changes nothing more; IllegalMove where the table has no such row."""
    after = MOVES.get((state, move))
    if after is None:
        raise IllegalMove(f"{move!r} is not possible while {state!r}: see MOVES in handoff/standing.py")
    return after


def may_send(state: str, lane: Lane) -> bool:
    """Whether a message of this lane may go out now. Safety always may; an unknown state lets nothing else out."""
    return lane in _ALWAYS or (state in _CLOSED and lane not in _CLOSED[state])


def may_nudge(state: str, watch: Watch, now: datetime) -> bool:
    """Whether anything may be sent that nobody asked for: not in a hold, nor for some days after what led to it."""
    quiet = watch.quiet_until is not None and now < watch.quiet_until
    return may_send(state, Lane.NUDGE) and not watch.hold and not quiet
