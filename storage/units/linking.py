"""Linking: two participants become one. Everything of the one who joins is sealed anew under the other's key, and moved."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, insert, select, update

from coaching.errors import MovedOn
from coaching.ports import Landmark
from handoff import standing
from storage.desk_tables import adverse_event, approval, desk_post, note, passed_on, satisfaction, telling, tenure, verdict
from storage.sealing import DataKey
from storage.tables import action_step, address, audit, conversation, goal, inbox, line, link_code, outbox, participant, visit
from storage.units.cases import carry_over

Row = dict[str, Any]
JOINED, JOINED_TO = "participant.joined", "participant.joined_to"  # in the audit, of the one who stays and of the one who joined
SEALED = {
    line: ("words", "outbound"),
    goal: ("sealed",),
    action_step: ("sealed",),
    inbox: ("sealed",),
    outbox: ("sealed",),
    address: ("sealed",),
    desk_post: ("sealed",),
    approval: ("sealed",),
    note: ("sealed",),
    tenure: (),
    telling: (),
    satisfaction: (),
    passed_on: (),
    verdict: (),
    adverse_event: (),  # sealed with the service's key
}


@dataclass(frozen=True, slots=True)
class Joining:
    """Who joins whom: the joining side's claim, both keys, and the rows to write beside."""

    code: bytes
    now: datetime
    joining: str  # participant
    conversation_id: str
    version: int
    fence: int
    inbox_seq: int
    old_key: DataKey
    new_key: DataKey
    arrival: Row  # the surviving conversation's new message, but for its conversation
    note: Row


def owner_of(connection: Connection, code: bytes, now: datetime) -> str | None:
    """Whose unused, unexpired code this is."""
    good = (link_code.c.code == code, link_code.c.used_at.is_(None), link_code.c.until > now)
    found: str | None = connection.execute(select(link_code.c.participant_id).where(*good)).scalar()
    return found


def join(connection: Connection, work: Joining, landmark: Landmark) -> bool:
    """All of it, or (where the code is no longer good) nothing and False. MovedOn where the claim is no longer held."""
    survivor = work.new_key.participant_id
    if not _use_up(connection, work, survivor):
        return False
    kept = _lock(connection, work, survivor)
    connection.execute(update(conversation).where(conversation.c.id == kept).values(version=conversation.c.version + 1))
    _go_on_waiting(connection, work, kept)
    landmark("join.code")
    _close(connection, work)
    for table, columns in SEALED.items():
        _move(connection, table, columns, work, kept)
        landmark(f"join.{table.name}")
    connection.execute(update(visit).where(visit.c.participant_id == work.joining).values(participant_id=survivor))
    _carry_cases(connection, work, survivor)
    landmark("join.case")
    _remove(connection, work)
    landmark("join.removed")
    connection.execute(insert(inbox).values(work.arrival | {"participant_id": survivor, "conversation_id": kept}))
    connection.execute(insert(audit), _notes(work, survivor))
    landmark("join.arrival")
    return True


def _notes(work: Joining, survivor: str) -> list[Row]:
    """Each is found from the other, as what is in the audit keeps the old id. Nobody joins twice, so that id names the row too."""
    here: Row = work.note | {"participant_id": survivor}
    there: Row = work.note | {
        "id": work.joining,
        "participant_id": work.joining,
        "what": JOINED_TO,
        "detail": json.dumps({"into": survivor}),
    }
    return [here, there]


def _use_up(connection: Connection, work: Joining, survivor: str) -> bool:
    good = (link_code.c.code == work.code, link_code.c.used_at.is_(None), link_code.c.until > work.now)
    used = update(link_code).where(*good, link_code.c.participant_id == survivor).values(used_at=work.now)
    return connection.execute(used).rowcount == 1


def _lock(connection: Connection, work: Joining, survivor: str) -> str:
    """Lock both conversations, always in the same order, and check the claim; the surviving one's id."""
    both = select(conversation.c.id, conversation.c.participant_id, conversation.c.version, conversation.c.fence)
    both = both.where(conversation.c.participant_id.in_([work.joining, survivor])).order_by(conversation.c.id).with_for_update()
    rows = {row.participant_id: row for row in connection.execute(both)}
    mine = rows.get(work.joining)
    if survivor not in rows or mine is None or (mine.version, mine.fence) != (work.version, work.fence):
        raise MovedOn("The conversation has moved on since it was claimed: claim it again.")
    kept: str = rows[survivor].id
    return kept


def _go_on_waiting(connection: Connection, work: Joining, kept: str) -> None:
    """Whoever waits for a person in the one waits in the other, so that they can still say that they need none."""
    other = conversation.alias("other")
    waits = exists().where(other.c.id == work.conversation_id, other.c.standing == standing.WAITING)
    mine = (conversation.c.id == kept, conversation.c.standing == standing.WITH_BOT, waits)
    connection.execute(update(conversation).where(*mine).values(standing=standing.WAITING))


def _close(connection: Connection, work: Joining) -> None:
    mine = (inbox.c.seq == work.inbox_seq, inbox.c.closed_at.is_(None))
    closed = connection.execute(update(inbox).where(*mine).values(state="done", closed_at=work.now, sealed=None))
    if closed.rowcount == 0:
        raise MovedOn("The message was closed since it was claimed: claim the next one.")


def _move(connection: Connection, table: Table, columns: Sequence[str], work: Joining, kept: str) -> None:
    """Every row of the joining participant, sealed anew where something in it is sealed."""
    if not columns:
        mine = update(table).where(table.c.participant_id == work.joining)
        connection.execute(mine.values(participant_id=work.new_key.participant_id))
        return
    keys = list(table.primary_key.columns)
    rows = connection.execute(select(*dict.fromkeys((*keys, table.c.id, *(table.c[name] for name in columns)))).where(_whose(table, work)))
    again = _sealer(table, columns, work)
    moved: Row = {"participant_id": work.new_key.participant_id}
    if "conversation_id" in table.c:
        moved["conversation_id"] = kept
    for row in rows.all():
        same = [key == getattr(row, key.name) for key in keys]
        connection.execute(update(table).where(*same).values(moved | again(row)))


def _whose(table: Table, work: Joining) -> Any:
    """By conversation where the index is by conversation."""
    if table in (inbox, outbox):
        return table.c.conversation_id == work.conversation_id
    return table.c.participant_id == work.joining


def _sealer(table: Table, columns: Sequence[str], work: Joining) -> Callable[[Any], Row]:
    def again(row: Any) -> Row:
        cells: Row = {name: cell for name in columns if (cell := getattr(row, name)) is not None}
        return {
            name: work.new_key.seal(table.name, name, row.id, work.old_key.open(table.name, name, row.id, cell))
            for name, cell in cells.items()
        }

    return again


def _carry_cases(connection: Connection, work: Joining, survivor: str) -> None:
    """An audit row for each that was taken into another; a case is joined once, so its id names the row too."""
    for told in carry_over(connection, work.joining, survivor, work.now):
        row: Row = {"id": told["case"], "at": work.now, "what": "case.joined", "detail": json.dumps(told)}
        connection.execute(insert(audit).values(row | {"participant_id": survivor}))


def _remove(connection: Connection, work: Joining) -> None:
    """The emptied conversation and participant."""
    connection.execute(delete(link_code).where(link_code.c.participant_id == work.joining))
    connection.execute(delete(conversation).where(conversation.c.id == work.conversation_id))
    connection.execute(delete(participant).where(participant.c.id == work.joining))
