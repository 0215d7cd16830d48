"""Cases: opened with an alert, or added to where one is open for the same person and concern. None of it holds words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, insert, literal, or_, select, update
from sqlalchemy import case as choose

from coaching.concern import HOLDING, Layer
from coaching.ports import Landmark
from storage.engine import Clash
from storage.tables import address, alert, audit, case, line, outbox, participant

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Raising:
    """One case to be raised, as rows.

    `row` is the case as it is inserted where it is not there yet; `known`: it was open when it was looked up. The alert goes with a new
    case, and where this one `raises` a known one; there is none where nobody is called. `note` is its row of the audit, but for what
    happened; `audit`, `lines` and `postings` go with it.
    """

    row: Row
    known: bool
    raises: bool
    alert: Row | None
    note: Row
    audit: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    postings: list[Row] = field(default_factory=list)


def raise_all(connection: Connection, raisings: Sequence[Raising], landmark: Landmark) -> None:
    """Open or add to the cases. Clash where one has been opened or closed since it was looked up: look again."""
    for raising in raisings:
        added = _add(connection, raising.row)
        if raising.known and not added:
            raise Clash("The case was closed since it was looked up: look again.")
        if not added:
            connection.execute(insert(case).values(_as_careful(raising.row)))
        landmark("case.row")
        if raising.alert is not None and (raising.raises or not added):
            connection.execute(insert(alert).values(raising.alert))
            landmark("case.alert")
        _put(connection, raising, "case.added" if added else "case.opened")
        landmark("case.text")


def _as_careful(row: Row) -> Row:
    """Where they have said of another open case that it is not safe to write to them first, it is not in this one about danger either."""
    if row["concern"] not in HOLDING:
        return row
    other = case.alias("other")
    mine = (other.c.participant_id == row["participant_id"], other.c.closed_at.is_(None), other.c.contact_ok.is_(False))
    return row | {"contact_ok": ~exists(select(literal(1)).where(*mine))}


def _put(connection: Connection, raising: Raising, what: str) -> None:
    connection.execute(insert(audit), [*raising.audit, raising.note | {"what": what}])
    for table, rows in ((line, raising.lines), (outbox, raising.postings)):
        if rows:
            connection.execute(insert(table), rows)


def _add(connection: Connection, row: Row) -> bool:
    """One more message speaks of the open case: it is as urgent as the most urgent of them, and calls people if any of them does."""
    more = case.c.rank > row["rank"]
    called = and_(case.c.review, literal(not row["review"]))  # only from now on: whoever waits has not waited since the case was opened
    changed = update(case).where(case.c.id == row["id"], case.c.closed_at.is_(None))
    changed = changed.values(
        rank=choose((more, row["rank"]), else_=case.c.rank),
        urgency=choose((more, row["urgency"]), else_=case.c.urgency),
        kind=choose((or_(more, case.c.kind == ""), row["kind"]), else_=case.c.kind),
        source=choose((case.c.source == Layer.STAFF.value, row["source"]), else_=case.c.source),
        review=and_(case.c.review, row["review"]),
        messages=case.c.messages + 1,
        version=case.c.version + 1,
        look_at=choose((or_(more, called), None), else_=case.c.look_at),
        since=choose((called, literal(row["latest_at"], case.c.since.type)), else_=case.c.since),
        latest_at=row["latest_at"],
        told_at=func.coalesce(row["told_at"], case.c.told_at),
    )
    return connection.execute(changed).rowcount == 1


def opened_of(connection: Connection, participants: Collection[str]) -> list[Any]:
    """The open cases of these people."""
    columns = (case.c.id, case.c.participant_id, case.c.concern, case.c.rank, case.c.review, case.c.told_at)
    mine = select(*columns).where(case.c.participant_id.in_(sorted(participants)), case.c.closed_at.is_(None))
    return list(connection.execute(mine).all())


def seen(connection: Connection, blind: bytes | None, closed: bool) -> list[Any]:
    """Cases with the alias of their person, the most urgent and then the oldest first."""
    found: Select[Any] = select(case, participant.c.alias).join(participant, participant.c.id == case.c.participant_id)
    if blind is not None:
        found = found.where(case.c.participant_id == select(address.c.participant_id).where(address.c.blind == blind).scalar_subquery())
    if not closed:
        found = found.where(case.c.closed_at.is_(None))
    return list(connection.execute(found.order_by(case.c.closed_at.is_not(None), case.c.rank, case.c.opened_at, case.c.id)).all())


# -- two people become one ------------------------------------------------------------------------------------------------------


def carry_over(connection: Connection, joining: str, survivor: str, now: datetime) -> list[Row]:
    """The cases and alerts of the one who joins go to the other. Of two open ones of a concern the survivor's stays, and takes all in.

    What is to be said of it in the audit, for each.
    """
    kept = {row.concern: row for row in _open(connection, survivor)}
    both = [(row, kept[row.concern]) for row in _open(connection, joining) if row.concern in kept]
    for row, into in both:
        _merge(connection, row, into, now)
    for table in (case, alert):
        connection.execute(update(table).where(table.c.participant_id == joining).values(participant_id=survivor))
    return [{"case": row.id, "into": into.id} for row, into in both]


def _open(connection: Connection, person: str) -> list[Any]:
    return list(connection.execute(select(case).where(case.c.participant_id == person, case.c.closed_at.is_(None))).all())


def _merge(connection: Connection, row: Any, into: Any, now: datetime) -> None:
    first, urgent = min(row, into, key=lambda each: each.opened_at), min(row, into, key=lambda each: each.rank)
    ended = {"state": "closed", "ending": "joined", "closed_at": now, "held_by": "", "version": row.version + 1}
    connection.execute(update(case).where(case.c.id == row.id).values(ended))
    connection.execute(
        update(case)
        .where(case.c.id == into.id)
        .values(opened_at=first.opened_at, rank=urgent.rank, urgency=urgent.urgency, review=row.review and into.review)
        .values(version=into.version + 1, look_at=None)
        .values(kind=into.kind or row.kind, messages=row.messages + into.messages, latest_at=max(row.latest_at, into.latest_at))
        .values(contact_ok=row.contact_ok and into.contact_ok)
    )
    connection.execute(update(alert).where(alert.c.case_id == row.id).values(case_id=into.id))
