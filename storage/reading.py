"""From sealed rows to what the use cases know. A cell that does not open is said so, and stops nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from coaching.conversation import Conversation
from coaching.errors import UnreadableState
from coaching.goal import ActionStep, Goal
from coaching.message import Inbound, Lane
from coaching.notebook import Claim, Parcel
from coaching.participant import Participant
from coaching.ports import Glance, Line
from coaching.state import decode, decode_goal, decode_outbound
from storage.letters import decode_inbound
from storage.remembered import Remembered
from storage.sealing import BrokenSeal, DataKey
from storage.units.glancing import Seen

UNREADABLE = (BrokenSeal, UnreadableState)


def no_key(participant: str) -> BrokenSeal:
    return BrokenSeal(f"The data key of participant {participant} is gone, or does not open.")


def claim_of(row: Any, arrived: Inbound | None, remembered: Remembered | None, goal_rows: Sequence[Any], key: DataKey) -> Claim:
    """The claim; BrokenSeal or UnreadableState where the message itself cannot be read. `arrived`: the message, where it is known."""
    inbound = arrived or decode_inbound(key.open("inbox", "sealed", row.id, row.sealed))
    unreadable = ""
    try:
        if remembered is not None and remembered.key == key.id:
            state, goals = _as_in(row, remembered.conversation), remembered.goals
        else:
            state, goals = conversation_of(row, key), goals_of(goal_rows, key)
    except UNREADABLE as error:
        state, goals, unreadable = Conversation(row.conversation_id, row.participant_id, row.version, standing=row.standing), (), str(error)
    return Claim(
        inbox_id=str(row.seq),
        name=row.id,
        inbound=inbound,
        received_at=row.received_at,
        address_id=row.address_id,
        participant=Participant(row.participant_id, row.alias, row.country, row.language, row.zone),
        conversation=state,
        goals=goals,
        fence=row.fence + 1,
        tries=row.tries,
        unreadable=unreadable,
    )


def conversation_of(row: Any, key: DataKey) -> Conversation:
    """The stored state, or a fresh one before the first turn. What stands in the clear columns counts."""
    if row.state is None:
        return Conversation(row.conversation_id, row.participant_id, row.version, standing=row.standing)
    return _as_in(row, decode(key.open("conversation", "state", row.conversation_id, row.state)))


def _as_in(row: Any, state: Conversation) -> Conversation:
    if state.version == row.version and state.standing == row.standing:
        return state
    return replace(state, version=row.version, standing=row.standing)


def goals_of(rows: Sequence[Any], key: DataKey) -> tuple[Goal, ...]:
    """The goals of one participant, from a row for each action step."""
    return tuple(_goal([*group], key) for _, group in groupby(rows, key=attrgetter("id")))


def _goal(rows: Sequence[Any], key: DataKey) -> Goal:
    goal = decode_goal(key.open("goal", "sealed", rows[0].id, rows[0].sealed))
    return replace(goal, steps=tuple(_step(row, key) for row in rows if row.step_id is not None))


def _step(row: Any, key: DataKey) -> ActionStep:
    text, _, cue = key.open("action_step", "sealed", row.step_id, row.step).decode("utf-8", "surrogatepass").partition("\0")
    return ActionStep(row.step_id, text, cue, row.due, row.size_minutes, row.confidence, row.status)


def parcel_of(row: Any, key: DataKey) -> Parcel:
    """The parcel; BrokenSeal or UnreadableState where it cannot be read."""
    return Parcel(
        id=str(row.seq),
        outbound=decode_outbound(key.open("outbox", "sealed", row.id, row.sealed)),
        conversation_id=row.conversation_id,
        address_id=row.address_id,
        lane=Lane(row.lane),
        standing=row.standing,
        created_at=row.created_at,
        expires_at=row.expires_at,
        attempts=row.attempts,
        doubtful=row.doubtful or row.state == "sending",
        address_gone=row.gone,
        participant_id=row.participant_id,
    )


def glance_of(seen: Seen, key: DataKey) -> Glance:
    """What can be read of it: goals and lines that cannot are left out."""
    try:
        state = (
            decode(key.open("conversation", "state", seen.conversation.id, seen.conversation.state)) if seen.conversation.state else None
        )
        goals = goals_of(seen.goals, key)
    except UNREADABLE:
        state, goals = None, ()
    doing = state.walk.flow if state is not None and state.walk is not None else ""
    lines = tuple(line for row in reversed(seen.lines) if (line := line_of(row, key)) is not None)
    return Glance(True, seen.conversation.standing, goals, doing, lines)


def line_of(row: Any, key: DataKey) -> Line | None:
    """The line, or None where it cannot be read."""
    try:
        words = key.open("line", "words", row.id, row.words).decode("utf-8", "surrogatepass") if row.words is not None else ""
        outbound = None if row.outbound is None else decode_outbound(key.open("line", "outbound", row.id, row.outbound))
    except UNREADABLE:
        return None
    changed_at, passed_at = row.deleted_at or row.edited_at, getattr(row, "passed_at", None)
    return Line(row.id, row.author, words, row.at, row.wording, outbound, row.edited_at is not None, row.what, passed_at, changed_at)
