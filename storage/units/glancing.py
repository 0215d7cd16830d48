"""Looking: what a person's own page shows, and how much waits. Nothing here writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from coaching.message import Lane
from storage.tables import address, alert, case, conversation, inbox, line, outbox
from storage.units.turns import goals_of


@dataclass(frozen=True, slots=True)
class Seen:
    """The rows of one person's page: their conversation, goals, and last lines, newest first."""

    conversation: Any
    goals: list[Any]
    lines: list[Any]


def glance(connection: Connection, blind: bytes, lines: int) -> Seen | None:
    """The person with this blind index, or None."""
    found = connection.execute(
        select(conversation.c.id, conversation.c.participant_id, conversation.c.standing, conversation.c.state)
        .join_from(address, conversation, conversation.c.id == address.c.conversation_id)
        .where(address.c.blind == blind)
    ).first()
    if found is None:
        return None
    return Seen(found, goals_of(connection, [found.participant_id]), _last(connection, found.participant_id, lines) if lines else [])


def _last(connection: Connection, participant_id: str, lines: int) -> list[Any]:
    mine = select(line).where(line.c.participant_id == participant_id, line.c.deleted_at.is_(None))
    return list(connection.execute(mine.order_by(line.c.id.desc()).limit(lines)).all())


def addresses_on(connection: Connection, channel: str) -> list[Any]:
    """Every address of a channel that can still be written to."""
    known = select(address.c.id, address.c.participant_id, address.c.sealed)
    return list(connection.execute(known.where(address.c.channel == channel, address.c.gone.is_(False))).all())


def backlog(connection: Connection) -> tuple[int, ...]:
    """Rows that wait in the inbox and in the outbox, messages set aside, open cases, alerts that wait."""
    now = outbox.c.lane != int(Lane.LATER)  # what is to be said later has its own time
    waiting = [select(func.count()).select_from(table).where(table.c.closed_at.is_(None)) for table in (inbox, outbox, case, alert)]
    waiting[1] = waiting[1].where(outbox.c.lane != int(Lane.LATER))  # what is to be said later has its own time
    aside = select(func.count()).select_from(inbox).where(inbox.c.state == "set_aside")
    counts = [waiting[0], waiting[1].where(now), aside, *waiting[2:]]
    row = connection.execute(select(*(count.scalar_subquery().label(f"n{place}") for place, count in enumerate(counts)))).one()
    return tuple(row)
