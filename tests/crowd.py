"""Thousands of cases at once: one person is made as everybody is, and the others are copies of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from coaching.concern import Case, Concern, Layer, Urgency
from coaching.participant import Address
from handoff.rules import Within
from storage.tables import case, conversation, participant
from tests.storage.people import Store, answer

Row = dict[str, Any]
KINDS = (
    (Concern.WANTS_HUMAN, Urgency.SOON),
    (Concern.BURNOUT, Urgency.SOON),
    (Concern.PATIENT_SAFETY, Urgency.URGENT),
    (Concern.CRISIS, Urgency.EMERGENCY),
)
ROUTES = (("coach_pool", Within.NEXT_DAY), ("coach_pool", Within.NEXT_DAY), ("coach_pool", Within.HOUR), ("safety_rota", Within.LADDER))


async def open_cases(store: Store, people: Sequence[Address], concern: Concern = Concern.WANTS_HUMAN) -> list[str]:
    """Everybody says something, and has a case for it; the ids of the cases. Nothing of it has gone out."""
    now, names = store.clock.now(), [f"C{number:05d}" for number in range(len(people))]
    for who in people:
        await store.say(who, "so tired")
    claims = await store.claim(len(people))
    for name, claim in zip(names, claims, strict=True):
        opened = Case(name, concern, Urgency.SOON, "", Layer.MODEL, now)
        await store.notebook.write_turn(answer(claim, now, cases=(opened,)))
    return names


async def copied(store: Store, count: int, holders: Sequence[str]) -> None:
    """So many more open cases, of as many people, a third of them held; none is due to be looked at."""
    await store.notebook._database.do(lambda connection: _copy(connection, count, holders, store))


def _copy(connection: Connection, count: int, holders: Sequence[str], store: Store) -> None:
    for table, rows in zip((participant, conversation, case), zip(*_rows(connection, count, holders, store), strict=True), strict=True):
        connection.execute(insert(table), list(rows))


def _rows(connection: Connection, count: int, holders: Sequence[str], store: Store) -> Iterator[tuple[Row, Row, Row]]:
    person, talk, file = (_first(connection, table) for table in (participant, conversation, case))
    now = store.clock.now()
    for number in range(count):
        concern, urgency = KINDS[number % len(KINDS)]
        to, within = ROUTES[number % len(KINDS)]
        opened = now - timedelta(minutes=number % 5_000)
        holder = holders[number % len(holders)] if number % 3 == 0 else ""
        name = f"P{number:06d}"
        theirs = {"id": f"K{number:06d}", "participant_id": name, "number": 1_000 + number, "concern": concern, "urgency": urgency}
        theirs |= {"rank": urgency.rank, "to": to, "within": within, "opened_at": opened, "latest_at": opened, "held_by": holder}
        theirs |= {"due_at": opened + timedelta(hours=8), "look_at": now + timedelta(hours=1), "held_at": opened if holder else None}
        yield person | {"id": name, "alias": f"Heron {number}"}, talk | {"id": f"T{number:06d}", "participant_id": name}, file | theirs


def _first(connection: Connection, table: Table) -> Row:
    row = dict(connection.execute(select(table).limit(1)).mappings().one())
    row.pop("seq", None)
    return row
