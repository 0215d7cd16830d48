"""What the weekly safety review reads, its verdicts, and the log of adverse events: the statements of `storage.reviews`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select

from coaching.errors import MovedOn
from storage.desk_tables import adverse_event, verdict
from storage.tables import audit, case, line, participant
from storage.units.linking import JOINED, JOINED_TO

Row = dict[str, Any]
# Rows are found by their times without an index on those: a table's rows are in the order of their times but for what was under way.
LATE = {audit: timedelta(hours=1), line: timedelta(days=2)}  # how late a row may be written at most
AT_ONCE = 400  # ids in one statement
ASKED = "safety.ask."
NO_QUESTIONS = ("safety.ask.no",)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a trace."""

    looked: list[Any]
    questions: list[Any]
    answers: list[Any]
    cases: list[Any]
    now: Mapping[str, str]  # whose rows of the audit they are by now, where somebody turned out to be somebody known


def trace(connection: Connection, since: datetime, until: datetime) -> Found:
    noted = select(audit.c.participant_id, audit.c.at, audit.c.what, audit.c.detail).where(
        *_between(connection, audit, since, until), audit.c.what.in_(("safety.decision", "safety.answered"))
    )
    noted_rows = connection.execute(noted.order_by(audit.c.seq)).all()
    questions = select(line.c.id, line.c.participant_id, line.c.at, line.c.wording).where(
        *_between(connection, line, since, until),
        line.c.author == "bot",
        line.c.wording.startswith(ASKED, autoescape=True),
        line.c.wording.not_in(NO_QUESTIONS),
    )
    cases = select(case.c.participant_id, case.c.opened_at, case.c.concern, case.c.review)
    now = joined_to(connection, {row.participant_id for row in noted_rows if row.participant_id})
    return Found(
        looked=[row for row in noted_rows if row.what == "safety.decision"],
        questions=list(connection.execute(questions.order_by(line.c.seq)).all()),
        answers=[row for row in noted_rows if row.what == "safety.answered"],
        cases=list(connection.execute(cases.where(case.c.opened_at >= since, case.c.opened_at < until)).all()),
        now=now,
    )


# -- two people who became one: the audit is append only, so its rows keep the id that they were written under ---------------------


def joined_to(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """Who these people are by now: those of them who have joined somebody, one after the other."""
    step = _links(connection, people, JOINED_TO, "into")
    further = joined_to(connection, {into for _, into in step}) if step else {}
    return {name: further.get(into, into) for name, into in step}


def who_joined(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """Those who have joined these people, and whom."""
    step = _links(connection, people, JOINED, "joined")
    further = who_joined(connection, {other for _, other in step}) if step else {}
    whom = {other: name for name, other in step}
    return whom | {other: whom[between] for other, between in further.items()}


def _links(connection: Connection, people: Collection[str], what: str, blank: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for some in _some(people):
        mine = select(audit.c.participant_id, audit.c.detail).where(audit.c.participant_id.in_(some), audit.c.what == what)
        rows = connection.execute(mine.order_by(audit.c.seq)).all()
        found += [(row.participant_id, str(json.loads(row.detail).get(blank, ""))) for row in rows]
    return found


def _between(connection: Connection, table: Table, since: datetime, until: datetime) -> tuple[Any, ...]:
    """Of that time, and by its place in the table: only what may be of that time is looked at."""
    first = _first(connection, table, since - LATE[table])
    last = _first(connection, table, until + LATE[table])
    return table.c.at >= since, table.c.at < until, table.c.seq >= first, table.c.seq < last


def _first(connection: Connection, table: Table, moment: datetime) -> int:
    """The place of the first row that is not earlier, by halving."""
    low, high = connection.execute(select(func.coalesce(func.min(table.c.seq), 1), func.coalesce(func.max(table.c.seq), 0) + 1)).one()
    while low < high:
        middle = (low + high) // 2
        row = connection.execute(select(table.c.seq, table.c.at).where(table.c.seq >= middle).order_by(table.c.seq).limit(1)).one()
        if row.at >= moment:
            high = middle
        else:
            low = row.seq + 1
    found: int = low
    return found


# -- words ----------------------------------------------------------------------------------------------------------------------


def asked(connection: Connection, questions: Sequence[tuple[str, str]], messages: Mapping[str, str]) -> list[tuple[Any, Any, Any]]:
    """(message, question, what was said next) for each (question, participant); the message is None where there is none."""
    found = []
    for name, whose in questions:
        mine = _lines().where(line.c.participant_id == whose)
        theirs = mine.where(line.c.author == "participant")
        led = mine.where(line.c.id == messages[name]) if name in messages else theirs.where(line.c.id < name).order_by(line.c.id.desc())
        question = connection.execute(mine.where(line.c.id == name)).first()
        after = connection.execute(theirs.where(line.c.id > name).order_by(line.c.id).limit(1)).first()
        if question is not None:
            found.append((connection.execute(led.limit(1)).first(), question, after))
    return found


def said(connection: Connection, names: Collection[str], since: datetime, until: datetime) -> list[Any]:
    """The lines with these ids, whosever they are by now."""
    span = (line.c.seq >= _first(connection, line, since - LATE[line]), line.c.seq < _first(connection, line, until + LATE[line]))
    found: list[Any] = []
    for some in _some(names):
        found += connection.execute(_lines().where(*span, line.c.id.in_(some), line.c.author == "participant")).all()
    return found


def _lines() -> Select[Any]:
    kept = (line.c.id, line.c.participant_id, line.c.words, line.c.at, participant.c.alias)
    return select(*kept).join(participant, participant.c.id == line.c.participant_id)


def said_no(connection: Connection, participants: Collection[str]) -> frozenset[str]:
    whose = {name: name for name in participants} | who_joined(connection, participants)
    said: list[Any] = []
    for some in _some(whose):
        mine = select(audit.c.seq, audit.c.participant_id, audit.c.what).where(
            audit.c.participant_id.in_(some), audit.c.what.in_(("contract.accepted", "contract.declined"))
        )
        said += connection.execute(mine).all()
    last = {whose[row.participant_id]: row.what for row in sorted(said, key=lambda row: row.seq)}
    return frozenset(name for name, what in last.items() if what == "contract.declined")


def _some(names: Collection[str]) -> Iterator[Sequence[str]]:
    everything = sorted(names)
    for at in range(0, len(everything), AT_ONCE):
        yield everything[at : at + AT_ONCE]


# -- verdicts -------------------------------------------------------------------------------------------------------------------


def judged(connection: Connection, week: str) -> list[Any]:
    return list(connection.execute(select(verdict).where(verdict.c.week == week).order_by(verdict.c.seq)).all())


def judge(connection: Connection, row: Row, note: Row) -> None:
    connection.execute(insert(verdict).values(row))
    connection.execute(insert(audit).values(note))


def note_all(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(audit), list(rows))


# -- adverse events -------------------------------------------------------------------------------------------------------------


def events(connection: Connection) -> list[Any]:
    found = select(adverse_event, participant.c.alias).join(participant, participant.c.id == adverse_event.c.participant_id, isouter=True)
    return list(connection.execute(found.order_by(adverse_event.c.number, adverse_event.c.version)).all())


def add_event(connection: Connection, row: Row, note: Row) -> int:
    """The number of the event; it is given here to a new one. MovedOn where another version is the latest."""
    known = connection.execute(select(adverse_event.c.number).where(adverse_event.c.id == row["id"])).scalar()
    if known is not None:
        return int(known)
    of_it = select(func.max(adverse_event.c.version)).where(adverse_event.c.number == row["number"])
    if row["number"] and connection.execute(of_it).scalar() != row["version"] - 1:
        raise MovedOn("This event has been corrected since it was read: read it again.")
    highest = connection.execute(select(func.coalesce(func.max(adverse_event.c.number), 0))).scalar_one()
    number = row["number"] or highest + 1
    connection.execute(insert(adverse_event).values(row | {"number": number}))
    connection.execute(insert(audit).values(note))
    return int(number)
