"""Who holds a conversation: one table of (state, move) → state, and the gate that every message out passes."""

from __future__ import annotations

from coaching.errors import IllegalMove
from coaching.message import Lane

WITH_BOT, PAUSED, STOPPED = "with_bot", "paused", "stopped"
STATES = (WITH_BOT, PAUSED, STOPPED)

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
    (STOPPED, "start_again"): WITH_BOT,  # the only way out of stopped: never by itself, never by an ordinary message
}

_CLOSED: dict[str, frozenset[Lane]] = {
    WITH_BOT: frozenset(),
    PAUSED: frozenset({Lane.NUDGE}),
    STOPPED: frozenset({Lane.NUDGE, Lane.COACH}),
}


def move(state: str, move: str) -> str:
    """The state after the move. A move made twice changes nothing more; IllegalMove where the table has no such row."""
    after = MOVES.get((state, move))
    if after is None:
        raise IllegalMove(f"{move!r} is not possible while {state!r}: see MOVES in handoff/standing.py")
    return after


def may_send(state: str, lane: Lane) -> bool:
    """Whether a message of this lane may go out now. Safety always may; an unknown state lets nothing else out."""
    return lane is Lane.SAFETY or (state in _CLOSED and lane not in _CLOSED[state])
