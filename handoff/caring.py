"""What a coach and their supervisor do so that the work does not become too much: stepping out, sittings, the ladder, after-care."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from coaching.concern import Detail
from coaching.errors import NotStored
from coaching.notebook import AuditRow
from coaching.staff import Away, Rung, Staff, Supervised
from handoff.desk import Work
from handoff.hours import instant
from handoff.relay import Desk
from handoff.welfare import no_sitting

MOST = 200  # cases of one person


class Caring:
    """Who may is asked before: each says only for whom it is done, and by whom. All of it is audited."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work

    # -- one's own ----------------------------------------------------------------------------------------------------------------

    async def step_out(self, who: Staff) -> bool:
        """Take nothing new from now on, and pass on what one has; each participant hears that. False where some could not be passed on."""
        now = self._work.clock.now()
        await self._work.casework.change_staff(who.id, partial(_out, now=now), self._audit("staff.stepped_out", who, who))
        for file in await self._work.casework.open_files(MOST, held_by=who.id):
            await self._desk.pass_on(who, file.id)
        return not await self._work.casework.open_files(1, held_by=who.id)

    async def step_in(self, who: Staff) -> None:
        """Take new cases again; leave that has a last day goes on until then."""
        now = self._work.clock.now()
        await self._work.casework.change_staff(who.id, partial(_in, now=now), self._audit("staff.stepped_in", who, who))

    # -- a supervisor's -----------------------------------------------------------------------------------------------------------

    async def note_sitting(self, by: Staff, whom: Staff, begun: datetime, minutes: int) -> str:
        """Write down a sitting that began at this time of the programme's zone; why not (`NoSitting`, or `twice`), or nothing."""
        at = instant(begun, ZoneInfo(self._work.programme.zone))
        if why := no_sitting(whom, by, minutes, at, self._work.clock.now()):
            return why.value
        audited = self._audit("staff.supervised", whom, by, minutes=minutes)
        try:
            await self._work.casework.add_supervision(whom.id, Supervised(at, minutes / 60), by.id, audited)
        except NotStored:
            return "twice"
        return ""

    async def set_rung(self, by: Staff, whom: Staff, rung: Rung) -> None:
        """Where somebody stands on the development ladder from now on."""
        audited = self._audit("staff.rung", whom, by, rung=rung.value)
        await self._work.casework.change_staff(whom.id, partial(_on, rung=rung), audited)

    async def cared_for(self, by: Staff, whom: Staff) -> bool:
        """A talk was offered after a case of danger. False where that was done already."""
        return await self._work.casework.cared_for(whom.id, by.id, self._audit("staff.cared_for", whom, by))

    def _audit(self, what: str, whom: Staff, by: Staff, **more: str | int) -> AuditRow:
        told: Detail = {"staff": whom.id, "by": by.id, **more}
        return AuditRow(self._work.names.new(), self._work.clock.now(), what, told)


def _out(person: Staff, now: datetime) -> Staff:
    return person if person.out_since(now) else replace(person, away=(*person.away, Away(now)))


def _in(person: Staff, now: datetime) -> Staff:
    return replace(person, away=tuple(each for each in person.away if each.until is not None or each.since > now))


def _on(person: Staff, rung: Rung) -> Staff:
    return replace(person, skills=replace(person.skills, rung=rung))
