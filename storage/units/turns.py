"""Turns: a conversation is claimed with its oldest message, and what was decided is written down whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Executable, Select, Table, Update, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from coaching.errors import MovedOn
from coaching.ports import Landmark
from storage import hot
from storage.hot import insert_or
from storage.remembered import Memory, Remembered
from storage.tables import action_step, address, audit, conversation, goal, inbox, line, link_code, outbox, participant
from storage.types import NUMBER, UTC
from storage.units.cases import Raising, raise_all
from storage.units.handing import HandOff, hand_off, put_right
from storage.units.sending import close_addresses

Row = dict[str, Any]

ALL = 1 << 40  # rows: no limit
DEEP = 4  # rows looked at for each conversation wanted: people write several messages in a row


@dataclass(frozen=True, slots=True)
class Found:
    """What a claim read: the conversations' joined rows, what is remembered of each, and the goals of the participants of the others."""

    rows: list[Any]
    remembered: list[Remembered | None]
    goals: list[Any]


@dataclass(slots=True)
class Leaf:
    """A page as sealed rows."""

    lines: list[Row] = field(default_factory=list)
    postings: list[Row] = field(default_factory=list)
    goals: list[Row] = field(default_factory=list)
    steps: list[Row] = field(default_factory=list)
    audit: list[Row] = field(default_factory=list)
    edits: list[Row] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    raisings: list[Raising] = field(default_factory=list)
    link: Row | None = None
    address_gone: bool | None = None
    hand_off: HandOff | None = None


# -- claim ----------------------------------------------------------------------------------------------------------------------


def claim(connection: Connection, limit: int, now: datetime, until: datetime, holder: str, memory: Memory, landmark: Landmark) -> Found:
    """Lease up to `limit` conversations that wait, oldest message first.

    On PostgreSQL they are locked by one statement and read by the next: in one, the read would see an older snapshot than the lock.
    """
    choose = _locked if connection.dialect.name == "postgresql" else _first
    rows = choose(connection, limit, now)
    landmark("claim.read")
    if not rows:
        return Found([], [], [])
    size = hot.room(len(rows))
    named = hot.spread("id", [row.conversation_id for row in rows], size)
    hot.change(connection, _lease, {"until": until, "holder": holder, **named}, size)
    landmark("claim.leased")
    remembered = [memory.of(row) for row in rows]
    others = [row.participant_id for row, known in zip(rows, remembered, strict=True) if known is None]
    return Found(rows, remembered, goals_of(connection, others) if others else [])


def _first(connection: Connection, limit: int, now: datetime) -> list[Any]:
    deep = limit * DEEP
    rows = hot.fetch(connection, _waiting, {"now": now, "deep": deep})
    heads = _heads(rows, limit)
    if len(heads) < limit and len(rows) == deep:  # a few people wrote most of the first rows: look at all
        heads = _heads(hot.fetch(connection, _waiting, {"now": now, "deep": ALL}), limit)
    return heads


def _heads(rows: Sequence[Any], limit: int) -> list[Any]:
    """The first row of each conversation."""
    first: dict[str, Any] = {}
    for row in rows:
        first.setdefault(row.conversation_id, row)
    return list(first.values())[:limit]


def _free() -> Any:
    return or_(conversation.c.lease_until.is_(None), conversation.c.lease_until <= bindparam("now", type_=UTC()))


def _joined() -> Select[Any]:
    message = (inbox.c.seq, inbox.c.id, inbox.c.conversation_id, inbox.c.participant_id, inbox.c.address_id, inbox.c.received_at)
    state = (conversation.c.version, conversation.c.fence, conversation.c.standing, conversation.c.state)
    person = (participant.c.alias, participant.c.country, participant.c.language, participant.c.zone)
    return (
        select(*message, inbox.c.sealed, inbox.c.tries, *state, *person)
        .join_from(inbox, conversation, conversation.c.id == inbox.c.conversation_id)
        .join(participant, participant.c.id == conversation.c.participant_id)
        .where(inbox.c.closed_at.is_(None))
    )


def _waiting(_: int) -> Executable:
    return _joined().where(_free()).order_by(inbox.c.seq).limit(bindparam("deep", type_=NUMBER))


def _locked(connection: Connection, limit: int, now: datetime) -> list[Any]:
    deep = limit * DEEP
    locked = hot.fetch(connection, _lock_free, {"now": now, "deep": deep, "some": limit})
    if locked and len(locked) < limit and locked[0].seen == deep:
        locked = hot.fetch(connection, _lock_free, {"now": now, "deep": ALL, "some": limit})
    if not locked:
        return []
    size = hot.room(len(locked))
    named = hot.spread("id", [row.id for row in locked], size)
    rows = hot.fetch(connection, _oldest, {"from_seq": min(row.head for row in locked), **named}, size)
    return sorted(rows, key=lambda row: row.seq)


def _lock_free(_: int) -> Executable:
    first = (
        select(inbox.c.conversation_id, inbox.c.seq)
        .join(conversation, conversation.c.id == inbox.c.conversation_id)
        .where(inbox.c.closed_at.is_(None), _free())
        .order_by(inbox.c.seq)
        .limit(bindparam("deep", type_=NUMBER))
        .subquery()
    )
    seen = func.sum(func.count()).over().label("seen")
    heads = select(first.c.conversation_id, func.min(first.c.seq).label("head"), seen).group_by(first.c.conversation_id).subquery()
    found = select(conversation.c.id, heads.c.head, heads.c.seen).join(heads, heads.c.conversation_id == conversation.c.id).where(_free())
    return found.order_by(heads.c.head).limit(bindparam("some")).with_for_update(of=conversation, skip_locked=True)


def _oldest(size: int) -> Executable:
    mine = _joined().where(inbox.c.conversation_id.in_(hot.slots("id", size)), inbox.c.seq >= bindparam("from_seq"))
    return mine.ext(distinct_on(inbox.c.conversation_id)).order_by(inbox.c.conversation_id, inbox.c.seq)


def _lease(size: int) -> Executable:
    return (
        update(conversation)
        .where(conversation.c.id.in_(hot.slots("id", size)))
        .values(fence=conversation.c.fence + 1, lease_until=bindparam("until"), holder=bindparam("holder"))
    )


def goals_of(connection: Connection, participants: Sequence[str]) -> list[Any]:
    """The goals of these participants, one after the other, a row for each action step, oldest goal first."""
    size = hot.room(len(participants))
    return hot.fetch(connection, _goals, hot.spread("id", participants, size), size)


def _goals(size: int) -> Executable:
    steps = (
        action_step.c.id.label("step_id"),
        action_step.c.sealed.label("step"),
        action_step.c.due,
        action_step.c.size_minutes,
        action_step.c.confidence,
        action_step.c.status,
    )
    return (
        select(goal.c.id, goal.c.participant_id, goal.c.sealed, *steps)
        .join_from(goal, action_step, action_step.c.goal_id == goal.c.id, isouter=True)
        .where(goal.c.participant_id.in_(hot.slots("id", size)))
        .order_by(goal.c.participant_id, goal.c.created_at, goal.c.id, action_step.c.place)
    )


# -- write ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """One page: the values of `_move_on` and `close`, and its leaf. `keep_state` leaves the stored state as it is."""

    values: Row
    leaf: Leaf
    keep_state: bool


def write_turns(connection: Connection, items: Sequence[Written], landmark: Landmark) -> Sequence[None]:
    """Write the pages if fence and version of each are still its claim's (MovedOn, and none is written), and close their messages.

    The number of statements does not depend on the history.
    """
    for page in items:
        if hot.change(connection, _move_on_unread if page.keep_state else _move_on, page.values) == 0:
            raise MovedOn("The conversation has moved on since it was claimed: claim it again.")
    landmark("turn.state")
    hot.add(connection, line, [row for page in items for row in page.leaf.lines])
    landmark("turn.lines")
    hot.add(connection, outbox, [row for page in items for row in page.leaf.postings])
    landmark("turn.outbox")
    _keep_goals(connection, items, landmark)
    _keep_rest(connection, items, landmark)
    _close_all(connection, [page.values for page in items])
    landmark("turn.closed")
    return [None] * len(items)


def _move_on(_: int) -> Executable:
    return (
        _of_the_claim()
        .values(
            version=bindparam("version"),
            turn=bindparam("turn"),
            standing=bindparam("standing"),
            state=bindparam("state_sealed"),
            schema=bindparam("schema"),
        )
        .values(lease_until=None, holder=None)
    )


def _move_on_unread(_: int) -> Executable:
    return _of_the_claim().values(version=bindparam("version"), lease_until=None, holder=None)


def _of_the_claim() -> Update:
    same = (conversation.c.version == bindparam("old_version"), conversation.c.fence == bindparam("old_fence"))
    return update(conversation).where(conversation.c.id == bindparam("conversation_id"), *same)


def _close_all(connection: Connection, values: Sequence[Row]) -> None:
    done = [row["inbox_seq"] for row in values if not row["why"]]
    closed = sum(close(connection, row) for row in values if row["why"])
    if done:
        size = hot.room(len(done))
        closed += hot.change(connection, _done, {"now": values[-1]["now"], **hot.spread("seq", done, size)}, size)
    if closed != len(values):
        raise MovedOn("The message was closed since it was claimed: claim the next one.")


def close(connection: Connection, values: Row) -> int:
    """Close a message as set aside."""
    return hot.change(connection, _set_aside, values)


def _done(size: int) -> Executable:
    """Done, and emptied."""
    mine = (inbox.c.seq.in_(hot.slots("seq", size)), inbox.c.closed_at.is_(None))
    return update(inbox).where(*mine).values(state="done", sealed=None, closed_at=bindparam("now"))


def _set_aside(_: int) -> Executable:
    """Set aside, as it is."""
    return _message().values(state="set_aside", why=bindparam("why"), closed_at=bindparam("now"))


def _message() -> Update:
    return update(inbox).where(inbox.c.seq == bindparam("inbox_seq"), inbox.c.closed_at.is_(None))


def _keep_goals(connection: Connection, items: Sequence[Written], landmark: Landmark) -> None:
    goals = [row for page in items for row in page.leaf.goals]
    steps = [row for page in items for row in page.leaf.steps]
    if not goals:
        return
    hot.put(connection, _upsert_goals, goals)
    for row in goals:
        kept = [step["id"] for step in steps if step["goal_id"] == row["id"]] or [""]
        size = hot.room(len(kept))
        hot.change(connection, _drop_steps, {"of_goal": row["id"], **hot.spread("kept", kept, size)}, size)
    hot.put(connection, _upsert_steps, steps)
    landmark("turn.goals")


def _upsert_goals(size: int) -> Executable:
    return _upsert(goal, size, ("flow", "status", "sealed", "changed_at"))


def _upsert_steps(size: int) -> Executable:
    return _upsert(action_step, size, ("goal_id", "place", "sealed", "due", "size_minutes", "confidence", "status"))


def _upsert(table: Table, size: int, changing: Sequence[str]) -> Executable:
    row = insert_or(table).values(hot.places(table, table.c.keys(), size))
    return row.on_conflict_do_update(index_elements=["id"], set_={name: row.excluded[name] for name in changing})


def _drop_steps(size: int) -> Executable:
    mine = (action_step.c.goal_id == bindparam("of_goal"), action_step.c.id.not_in(hot.slots("kept", size)))
    return delete(action_step).where(*mine)


def _keep_rest(connection: Connection, items: Sequence[Written], landmark: Landmark) -> None:
    if audited := [row for page in items for row in page.leaf.audit]:
        hot.add(connection, audit, audited)
        landmark("turn.audit")
    for page in items:
        take_back(connection, page.leaf.taken_back, page.values["conversation_id"], page.values["now"])
        raise_all(connection, page.leaf.raisings, landmark)
        for row in page.leaf.edits:
            edit_line(connection, row)
        if page.leaf.link is not None:
            connection.execute(insert(link_code).values(page.leaf.link))
        if page.leaf.hand_off is not None:
            hand_off(connection, page.leaf.hand_off)
        if page.leaf.address_gone:
            close_addresses(connection, [page.values["address_id"]])
        elif page.leaf.address_gone is not None:
            connection.execute(update(address).where(address.c.id == page.values["address_id"]).values(gone=False))


def take_back(connection: Connection, names: Sequence[str], conversation_id: str, now: datetime) -> None:
    """What was to be said later is not said; what is being sent at this moment stays, and its fate is written down by who sends it."""
    for name in names:
        mine = (outbox.c.id == name, outbox.c.conversation_id == conversation_id, outbox.c.closed_at.is_(None))
        waiting = (outbox.c.state == "waiting", or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now))
        held = update(outbox).where(*mine, *waiting)
        connection.execute(held.values(state="held", why="taken back", sealed=None, closed_at=now))


def edit_line(connection: Connection, row: Row) -> None:
    """New words, or none, for the participant's line with this key; one not theirs, not there or that says so already is left."""
    found = line_of(connection, row["key"], row["participant_id"])
    if found is None or (row["seal"] and row["same"](found.id, found.words)):
        return
    changed: Row = {"words": row["seal"](found.id), "edited_at": row["at"]} if row["seal"] else {"words": None, "deleted_at": row["at"]}
    connection.execute(update(line).where(line.c.key == row["key"], line.c.id == found.id).values(changed))
    put_right(connection, row["participant_id"], found.id, row["at"])


def line_of(connection: Connection, key: bytes, participant_id: str) -> Any | None:
    """The participant's line with this key."""
    mine = (line.c.key == key, line.c.participant_id == participant_id)
    return connection.execute(select(line.c.id, line.c.words).where(*mine)).first()


# -- let go ---------------------------------------------------------------------------------------------------------------------


def put_back(connection: Connection, values: Row, landmark: Landmark) -> None:
    """Count the try and let go of the lease, if it is still this claim's."""
    if hot.change(connection, _let_go, values):
        hot.change(connection, _count, values)
    landmark("put_back.row")


def _let_go(_: int) -> Executable:
    mine = (conversation.c.id == bindparam("conversation_id"), conversation.c.fence == bindparam("old_fence"))
    return update(conversation).where(*mine).values(lease_until=None, holder=None)


def _count(_: int) -> Executable:
    return _message().values(tries=inbox.c.tries + 1, why=bindparam("why"))


def set_aside(connection: Connection, values: Row, note: Row) -> None:
    """Close a message that cannot even be opened, so that the next one has its turn; a person looks at it."""
    if hot.change(connection, _let_go, values):
        close(connection, values)
        hot.add(connection, audit, [note])


def recover(connection: Connection) -> None:
    """End every lease, and make doubtful what was being sent."""
    connection.execute(update(conversation).where(conversation.c.lease_until.is_not(None)).values(lease_until=None, holder=None))
    mine = update(outbox).where(outbox.c.closed_at.is_(None), outbox.c.state == "sending")
    connection.execute(mine.values(state="waiting", doubtful=True, lease_until=None, holder=None))
