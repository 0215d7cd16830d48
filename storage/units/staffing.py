"""Who works here, and their supervision: the statements of `storage.casework` about staff."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from storage.desk_tables import staff, staff_address, supervision
from storage.hot import insert_or
from storage.tables import audit, participant

Row = dict[str, Any]


def add_staff(connection: Connection, row: Row, addresses: Sequence[tuple[str, str]], audited: Sequence[Row]) -> None:
    made = insert_or(staff).values(row)
    changing = {name: made.excluded[name] for name in ("name", "plain", "left_at")}
    connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=changing))
    connection.execute(delete(staff_address).where(staff_address.c.staff_id == row["id"]))
    for channel, value in addresses:
        connection.execute(insert(staff_address).values(channel=channel, value=value, staff_id=row["id"]))
    _write(connection, audited)


def all_staff(connection: Connection) -> tuple[list[Any], list[Any]]:
    people = connection.execute(select(staff).order_by(staff.c.id)).all()
    return list(people), list(connection.execute(select(staff_address).order_by(staff_address.c.channel)).all())


def names(connection: Connection) -> dict[str, str]:
    """What everybody is called, by staff id."""
    return {row.id: row.name for row in connection.execute(select(staff.c.id, staff.c.name)).all()}


def staff_at(connection: Connection, channel: str, value: str) -> str | None:
    mine = (staff_address.c.channel == channel, staff_address.c.value == value)
    found: str | None = connection.execute(select(staff_address.c.staff_id).where(*mine)).scalar()
    return found


def member(connection: Connection, staff_id: str) -> tuple[Any | None, list[Any]]:
    """Somebody's row, and their addresses."""
    return connection.execute(select(staff).where(staff.c.id == staff_id)).first(), _addresses(connection, staff_id)


def locked(connection: Connection, staff_id: str) -> tuple[Any | None, list[Any]]:
    """The same, kept from other changes until the end of the transaction."""
    row = connection.execute(select(staff).where(staff.c.id == staff_id).with_for_update()).first()
    return row, _addresses(connection, staff_id)


def _addresses(connection: Connection, staff_id: str) -> list[Any]:
    mine = select(staff_address).where(staff_address.c.staff_id == staff_id)
    return list(connection.execute(mine.order_by(staff_address.c.channel)).all())


def change_staff(connection: Connection, row: Row, audited: Sequence[Row]) -> None:
    connection.execute(update(staff).where(staff.c.id == row["id"]).values(plain=row["plain"]))
    _write(connection, audited)


def add_supervision(connection: Connection, row: Row, audited: Sequence[Row]) -> None:
    connection.execute(insert(supervision).values(row))
    _write(connection, audited)


def supervisions(connection: Connection, staff_id: str, since: datetime) -> list[Any]:
    mine = (supervision.c.staff_id == staff_id, supervision.c.at >= since)
    return list(connection.execute(select(supervision).where(*mine).order_by(supervision.c.at)).all())


def participants(connection: Connection, aliases: Collection[str] = (), ids: Collection[str] = ()) -> list[Any]:
    """Those who have one of these aliases, or ids."""
    named = or_(participant.c.alias.in_(sorted(aliases)), participant.c.id.in_(sorted(ids)))
    return list(connection.execute(select(participant.c.id, participant.c.alias).where(named)).all())


def _write(connection: Connection, audited: Sequence[Row]) -> None:
    if audited:
        connection.execute(insert(audit), list(audited))
