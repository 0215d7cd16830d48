"""Sending: what may go out now is leased before it leaves, and what became of it is written down."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Executable, and_, bindparam, case, exists, func, literal_column, or_, select, update

from coaching.ports import Landmark
from storage import hot
from storage.desk_tables import desk_post
from storage.tables import address, conversation, line, outbox
from storage.tables import case as file
from storage.types import UTC

Row = dict[str, Any]
NO_LINES: Mapping[int, Row] = {}

ONE_AT_A_TIME = 7_203_911  # the advisory lock under which senders on PostgreSQL choose, one after the other


def due(
    connection: Connection, limit: int, now: datetime, until: datetime, holder: str, frozen: Collection[str], landmark: Landmark
) -> list[Any]:
    """Lease the head of each conversation that may go now; `frozen` names addresses and channels that wait."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
    size = hot.room(len(frozen)) if frozen else 0
    values = {"now": now, "some": limit, **(hot.spread("frozen", sorted(frozen), size) if size else {})}
    rows = hot.fetch(connection, _heads, values, size)
    landmark("due.read")
    if rows:
        size = hot.room(len(rows))
        leased = {"until": until, "holder": holder, **hot.spread("seq", [row.seq for row in rows], size)}
        hot.change(connection, _lease, leased, size)
        landmark("due.leased")
    return rows


def _now() -> Any:
    return bindparam("now", type_=UTC())


def _before(other: Any) -> Any:
    """Whether `other` goes before the row at hand: by lane, then by age."""
    return or_(other.c.lane < outbox.c.lane, and_(other.c.lane == outbox.c.lane, other.c.seq < outbox.c.seq))


def _head(blocking: Any = None) -> Any:
    """Whether nothing else of its conversation goes first (or, with `blocking`, is under way)."""
    other = outbox.alias("other")
    first = _before(other)
    if blocking is not None:
        first = or_(first, and_(other.c.lease_until > blocking, other.c.seq != outbox.c.seq))
    return ~exists(
        select(literal_column("1")).where(other.c.conversation_id == outbox.c.conversation_id, other.c.closed_at.is_(None), first)
    )


def _heads(frozen: int) -> Executable:
    message = (outbox.c.seq, outbox.c.id, outbox.c.participant_id, outbox.c.conversation_id, outbox.c.address_id, outbox.c.lane)
    state = (outbox.c.state, outbox.c.sealed, outbox.c.created_at, outbox.c.expires_at, outbox.c.attempts, outbox.c.doubtful)
    found = (
        select(*message, *state, conversation.c.standing, address.c.gone)
        .join_from(outbox, conversation, conversation.c.id == outbox.c.conversation_id)
        .join(address, address.c.id == outbox.c.address_id)
        .where(outbox.c.closed_at.is_(None), or_(outbox.c.not_before.is_(None), outbox.c.not_before <= _now()))
        .where(or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= _now()), _head(_now()))
    )
    if frozen:
        cold = hot.slots("frozen", frozen)
        found = found.where(address.c.id.not_in(cold), address.c.channel.not_in(cold))
    return found.order_by(outbox.c.lane, outbox.c.seq).limit(bindparam("some"))


def _lease(size: int) -> Executable:
    return (
        update(outbox)
        .where(outbox.c.seq.in_(hot.slots("seq", size)))
        .values(state="sending", lease_until=bindparam("until"), holder=bindparam("holder"))
        .values(doubtful=or_(outbox.c.doubtful, outbox.c.state == "sending"))
    )


def posted(
    connection: Connection,
    outcomes: Sequence[Row],
    gone: Collection[str],
    copies: Sequence[Row],
    landmark: Landmark,
    lines: Mapping[int, Row] = NO_LINES,
    told: Mapping[int, Row] = NO_LINES,
) -> None:
    """Write down what became of each; an outcome of what is closed already changes nothing. `lines`: of an outbox row, its new line;
    `told`: of one that a member of the staff wrote, what its writer is to see of its fate."""
    changed = {row["of_seq"]: hot.change(connection, _settle, row) for row in outcomes}
    landmark("posted.row")
    if said := [row for seq, row in lines.items() if changed[seq]]:
        hot.add(connection, line, said)
        landmark("posted.line")
    if seen := [row for seq, row in told.items() if changed[seq]]:
        hot.add(connection, desk_post, seen)
        landmark("posted.told")
    if gone:
        close_addresses(connection, gone)
        landmark("posted.address")
    if copies:
        hot.add(connection, outbox, copies)
        landmark("posted.copy")


def close_addresses(connection: Connection, gone: Collection[str]) -> None:
    """Nothing can arrive there any more; whoever has a case of these people is to hear of it."""
    connection.execute(update(address).where(address.c.id.in_(sorted(gone))).values(gone=True))
    theirs = select(address.c.participant_id).where(address.c.id.in_(sorted(gone)))
    held = (file.c.closed_at.is_(None), file.c.held_by != "", file.c.participant_id.in_(theirs))
    connection.execute(update(file).where(*held).values(look_at=None, version=file.c.version + 1))


def _settle(_: int) -> Executable:
    mine = (outbox.c.seq == bindparam("of_seq"), outbox.c.closed_at.is_(None))
    closed = bindparam("closed_at", type_=UTC())
    return (
        update(outbox)
        .where(*mine)
        .values(state=bindparam("state"), platform_id=bindparam("platform_id"), why=bindparam("why"), attempts=bindparam("attempts"))
        .values(not_before=bindparam("not_before"), doubtful=bindparam("doubtful"), lease_until=None, holder=None, closed_at=closed)
        .values(sealed=case((closed.is_(None), outbox.c.sealed)))
    )


def elsewhere(connection: Connection, address_id: str) -> Any | None:
    """Another address of the same participant that can still be written to, the newest."""
    mine = select(address.c.participant_id).where(address.c.id == address_id).scalar_subquery()
    other = select(address.c.id, address.c.participant_id, address.c.conversation_id, address.c.sealed)
    other = other.where(address.c.participant_id == mine, address.c.gone.is_(False), address.c.id != address_id)
    return connection.execute(other.order_by(address.c.created_at.desc()).limit(1)).first()


def next_due(connection: Connection) -> datetime | None:
    """When the first head of a conversation may go: its own time, and not before whatever is under way there has ended."""
    other = outbox.alias("under_way")
    lease = select(func.max(other.c.lease_until)).where(other.c.conversation_id == outbox.c.conversation_id, other.c.closed_at.is_(None))
    heads = select(outbox.c.created_at, outbox.c.not_before, lease.scalar_subquery().label("lease"))
    rows = connection.execute(heads.where(outbox.c.closed_at.is_(None), _head()).limit(1000)).all()
    return min((max(moment for moment in row if moment is not None) for row in rows), default=None)
