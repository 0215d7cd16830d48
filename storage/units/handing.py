"""What a turn changes of its participant's cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from coaching.concern import HOLDING
from storage.desk_tables import approval, passed_on, satisfaction, tenure
from storage.hot import insert_or
from storage.tables import alert, case

Row = dict[str, Any]
STILL = case.c.closed_at.is_(None)


@dataclass(frozen=True, slots=True)
class HandOff:
    """What a turn changes of its participant's cases: a word to whoever holds one (the id of its line), that the talk goes on after a
    stop, what was approved, ended, how one was for them, and whether it is safe to write to them."""

    participant_id: str
    now: datetime
    relayed: str = ""
    woken: bool = False
    approval: Row | None = None
    ended: Sequence[tuple[str, str]] = ()
    score: int | None = None
    contact_ok: bool | None = None


def hand_off(connection: Connection, turn: HandOff) -> None:
    """What a turn changes of its participant's cases."""
    if turn.relayed:
        spoken_to(connection, turn.participant_id, turn.relayed, turn.now)
    if turn.woken:
        _look_again(connection, turn.participant_id, STILL)
    if turn.approval is not None:
        connection.execute(insert(approval).values(turn.approval))
    for concern, ending in turn.ended:
        end_asked(connection, turn.participant_id, concern, ending, turn.now)
    if turn.score is not None:
        rate(connection, turn.participant_id, turn.score, turn.now)
    if turn.contact_ok is not None:
        mind_contact(connection, turn.participant_id, turn.contact_ok)


def mind_contact(connection: Connection, participant_id: str, ok: bool) -> None:
    """It is safe to write to them first, or it is not: in every case of theirs that is open."""
    mine = (STILL, case.c.participant_id == participant_id, case.c.contact_ok.is_not(ok))
    connection.execute(update(case).where(*mine).values(contact_ok=ok, version=case.c.version + 1, look_at=None))


def rate(connection: Connection, participant_id: str, score: int, now: datetime) -> None:
    """How the case that ended last was for its participant; said once."""
    mine = (case.c.participant_id == participant_id, case.c.ending == "answered")
    last = connection.execute(select(case.c.id).where(*mine).order_by(case.c.closed_at.desc()).limit(1)).scalar()
    if last is not None:
        row = insert_or(satisfaction).values(id=last, participant_id=participant_id, score=score, at=now)
        connection.execute(row.on_conflict_do_nothing())


def end_asked(connection: Connection, participant_id: str, concern: str, ending: str, now: datetime) -> None:
    """End this participant's open case of a concern, at their own wish."""
    mine = (STILL, case.c.participant_id == participant_id, case.c.concern == concern)
    ended = connection.execute(select(case.c.id).where(*mine)).scalars().all()
    values: Row = {"state": "closed", "ending": ending, "closed_at": now, "held_by": "", "version": case.c.version + 1}
    connection.execute(update(case).where(*mine).values(values))
    connection.execute(update(tenure).where(tenure.c.case_id.in_(ended), tenure.c.until.is_(None)).values(until=now))
    connection.execute(update(alert).where(alert.c.case_id.in_(ended), alert.c.closed_at.is_(None)).values(state="ended", closed_at=now))


def put_right(connection: Connection, participant_id: str, line_id: str, now: datetime) -> None:
    """The participant has edited or deleted what was passed on: whoever holds a case of theirs is to hear of it now.

    It takes a place behind everything that was passed on before, with the moment at which it first was. What was said to the bot alone is
    for nobody, unless somebody has a case of danger: then it goes to them with its edit.
    """
    mine = (passed_on.c.participant_id == participant_id, passed_on.c.line_id == line_id)
    held = (STILL, case.c.held_by != "")
    first = connection.execute(select(func.min(passed_on.c.at)).where(*mine)).scalar()
    place = {"participant_id": participant_id, "line_id": line_id}
    if first is None:
        danger = select(case.c.id).where(case.c.participant_id == participant_id, *held, case.c.concern.in_(sorted(HOLDING))).limit(1)
        if connection.execute(danger).first() is None:
            return
        connection.execute(insert(passed_on).values(**place, at=now))
    connection.execute(insert(passed_on).values(**place, at=first or now))
    _look_again(connection, participant_id, *held)


def _look_again(connection: Connection, participant_id: str, *which: ColumnElement[bool]) -> None:
    """These cases of theirs are looked at now."""
    mine = update(case).where(case.c.participant_id == participant_id, *which)
    connection.execute(mine.values(version=case.c.version + 1, look_at=None))


def spoken_to(connection: Connection, participant_id: str, line_id: str, now: datetime) -> None:
    """The participant has said something to whoever holds their conversation, the one who came last: that person's word is waited for.
    Other cases are looked at too, for theirs is not."""
    connection.execute(insert(passed_on).values(participant_id=participant_id, line_id=line_id, at=now))
    held = (STILL, case.c.participant_id == participant_id, case.c.held_by != "")
    voice = connection.execute(select(case.c.held_by).where(*held).order_by(case.c.held_at.desc()).limit(1)).scalar()
    looked = update(case).where(*held).values(version=case.c.version + 1, look_at=None)
    connection.execute(looked.where(case.c.held_by != voice))
    heard = looked.where(case.c.held_by == voice).values(latest_at=now, snoozed_until=None)
    connection.execute(heard.values(waits_since=func.coalesce(case.c.waits_since, now)))
