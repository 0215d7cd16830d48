"""A coach's own record on a database: what `handoff.welfare` looks at, the pulse, and the reflective log."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection

from coaching.errors import NotStored
from coaching.ports import Names
from coaching.staff import Entry, Load, Pulse, Staff, Supervised
from coaching.words import Words
from handoff.welfare import Record, load_index
from storage.caseload import YEAR, load_of, loads_of
from storage.engine import Clash, Database
from storage.reading import UNREADABLE
from storage.sealing import DataKey
from storage.units import welfare

WEEK, WEEKS = timedelta(days=7), 8


class SqlWelfare:
    """Pulses are numbers and stand as they are; entries of the log are sealed under the service's own key."""

    def __init__(self, database: Database, key: DataKey, *, names: Names) -> None:
        self._database = database
        self._key = key
        self._names = names

    async def record(self, person: Staff, now: datetime) -> Record:
        """Everything that a coach's week is made of."""
        return await self._database.look(partial(record_of, person=person, now=now))

    async def add_pulse(self, staff_id: str, pulse: Pulse) -> None:
        """NotStored where nobody has this id, or a number is none from 0 to 10."""
        row = {"staff_id": staff_id, "at": pulse.at, "energy": pulse.energy, "meaning": pulse.meaning, "load": pulse.load}
        if not all(0 <= number <= 10 for number in (pulse.energy, pulse.meaning, pulse.load)):
            raise NotStored("Nothing was stored: each of the three numbers is from 0 to 10.")
        try:
            await self._database.do(partial(welfare.add_pulse, row=row))
        except Clash as error:
            raise NotStored("Nothing was stored: nobody on the staff has this id.") from error

    async def add_entry(self, staff_id: str, prompt: str, words: Words, at: datetime) -> None:
        name = self._names.new()
        sealed = self._key.seal("staff_log", "sealed", name, words.text.encode("utf-8", "surrogatepass"))
        row = {"id": name, "staff_id": staff_id, "prompt": prompt, "sealed": sealed, "at": at}
        await self._database.do(partial(welfare.add_entry, row=row))

    async def entries(self, staff_id: str) -> list[Entry]:
        """Somebody's own reflective log, the newest first; what cannot be read is left out."""
        rows = await self._database.look(partial(welfare.entries, staff_id=staff_id))
        return [entry for row in rows if (entry := self._entry(row)) is not None]

    def _entry(self, row: Any) -> Entry | None:
        try:
            words = self._key.open("staff_log", "sealed", row.id, row.sealed).decode("utf-8", "surrogatepass")
        except UNREADABLE:
            return None
        return Entry(row.id, row.at, row.prompt, Words(words))


def record_of(connection: Connection, person: Staff, now: datetime) -> Record:
    """A coach's record as it stands now."""
    rows = welfare.held(connection, person.id, now - YEAR - WEEKS * WEEK)
    return Record(
        load=loads_of(connection, now).get(person.id, Load()),
        caps=person.caps,
        weeks=tuple(_index(rows, now - back * WEEK) for back in range(WEEKS, 0, -1)),
        supervised=tuple(Supervised(row.at, row.minutes / 60) for row in welfare.sittings(connection, person.id)),
        pulses=tuple(Pulse(row.at, row.energy, row.meaning, row.load) for row in welfare.pulses(connection, person.id)),
        closed=welfare.closed(connection, person.id),
        entries=len(welfare.entries(connection, person.id)),
        care_since=welfare.care_since(connection, person.id),
    )


def _index(rows: list[Any], then: datetime) -> float:
    """What this coach carried at an earlier time."""
    return load_index(load_of([_Then(row, then) for row in rows if row.since <= then], None, then))


class _Then:
    """A stretch of holding as it stood at an earlier time."""

    def __init__(self, row: Any, then: datetime) -> None:
        self.participant_id, self.concern, self.since = row.participant_id, row.concern, row.since
        self.until = row.until if row.until is not None and row.until <= then else None
        spoke = row.first_word_at is not None and row.first_word_at <= then
        self.first_word_at = row.first_word_at if spoke else None
        self.last_word_at = min(row.last_word_at, then) if spoke else None
