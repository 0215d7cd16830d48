"""The built-in sandbox programme, and the two people who work in it: to try everything out, on one machine, with nobody real."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.casework import Casework
from coaching.concern import Detail
from coaching.cover import Cover, Duty, Opening
from coaching.notebook import AuditRow
from coaching.ports import Clock, Names
from coaching.programme import Programme
from coaching.staff import Role, Staff, Supervised, Ties

COACH, LEAD = "sandbox-coach", "sandbox-safety-lead"
MADE_UP = "Sandbox"  # the second name of everybody made up here, and the name of where they work
SUPERVISED_EVERY, SITTING = timedelta(days=7), 1.0  # so that nobody's sandbox ends for want of supervision
_ALWAYS = tuple(Opening(day, time(), time()) for day in range(7))
PEOPLE = (
    Staff(COACH, f"Sam {MADE_UP}", frozenset({Role.COACH}), Ties(MADE_UP), on_safety_rota=True),
    Staff(LEAD, f"Robin {MADE_UP}", frozenset({Role.SAFETY_LEAD, Role.SUPERVISOR}), Ties(MADE_UP), on_safety_rota=True),
)


def sandbox() -> Programme:
    """Open to anybody on this machine, at every hour; its people are both on duty for safety, always."""
    zone = Programme().zone
    return Programme(staffed=True, cover=Cover(_ALWAYS, ZoneInfo(zone)), duties=tuple(Duty(each.id, _ALWAYS) for each in PEOPLE))


async def people_of(programme: Programme, casework: Casework, clock: Clock, names: Names) -> None:
    """In the sandbox its people are made, once: whoever has left stays away. In any other programme they leave."""
    known = {each.id: each for each in await casework.staff()}
    now = clock.now()
    for person in PEOPLE:
        was = known.get(person.id)
        if programme.sandbox and was is None:
            await casework.add_staff(person, AuditRow(names.new(), now, "staff.added", {"staff": person.id, "by": "sandbox"}))
        elif not programme.sandbox and was is not None and was.left_at is None:
            await casework.add_staff(_left(was, now), AuditRow(names.new(), now, "staff.left", {"staff": was.id, "by": "programme"}))
    if programme.sandbox:
        await _supervised(casework, clock, names)


def _left(person: Staff, now: datetime) -> Staff:
    return replace(person, left_at=now)


async def _supervised(casework: Casework, clock: Clock, names: Names) -> None:
    """A sitting of the coach's, where the last one is a week ago."""
    now = clock.now()
    if not await casework.supervisions(COACH, now - SUPERVISED_EVERY):
        told: Detail = {"staff": COACH, "by": LEAD, "minutes": int(SITTING * 60)}
        await casework.add_supervision(COACH, Supervised(now, SITTING), LEAD, AuditRow(names.new(), now, "staff.supervised", told))
