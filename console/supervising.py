"""For supervisors: the coaches whom they supervise, what they have on, and what is written down of their supervision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.forms import Form
from coaching.ports import Clock
from coaching.staff import Role, Rung, Staff
from console.door import Caller, Door
from console.guard import only
from console.pages import LENGTHS
from console.ports import Care, Welfare
from console.showing import Showing
from console.ways import DESK, HOME
from handoff.welfare import Overseen, Record, is_novice, shown

DONE = ("sitting", "rung", "after_care")
FIELDS = ("who", "day", "time", "minutes")  # of the form of a sitting
_DAY, _TIME = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), re.compile(r"\d\d:\d\d(:\d\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Coach:
    """Somebody in a supervisor's list. `out`: they have stepped out."""

    id: str
    name: str
    rung: str
    overseen: Overseen
    novice: bool
    out: bool
    hours: float
    practice: float
    active: int


class Supervising:
    """What the addresses of supervision do. There is one team: a supervisor supervises everybody at a desk but themselves."""

    def __init__(self, welfare: Welfare, care: Care, door: Door, clock: Clock, showing: Showing) -> None:
        self._welfare = welfare
        self._care = care
        self._door = door
        self._clock = clock
        self._show = showing

    async def supervision(self, request: Request, caller: Caller) -> Response:
        done = request.query_params.get("done", "")
        return await self._page(caller, done=f"done.{done}" if done in DONE else "")

    async def sitting(self, request: Request, caller: Caller, form: Form) -> Response:
        """Write a sitting down."""
        by, whom = caller.person, await self._theirs(caller, form)
        if by is None or whom is None:
            return self._show.sorry("trouble.not_found", 404, caller)
        begun, minutes = _begun(form), form.get("minutes", "")
        if begun is None or minutes not in LENGTHS:
            return await self._page(caller, 422, form, trouble="trouble.sitting")
        if why := await self._care.note_sitting(by, whom, begun, int(minutes)):
            return await self._page(caller, 422, form, trouble=f"trouble.sitting.{why}")
        return RedirectResponse(f"{HOME}/supervision?done=sitting", 303)

    async def rung(self, request: Request, caller: Caller, form: Form) -> Response:
        """Where a coach stands on the ladder from now on."""
        by, whom, rung = caller.person, await self._theirs(caller, form), form.get("rung", "")
        if by is None or whom is None or Role.COACH not in whom.roles or rung not in tuple(Rung):
            return self._show.sorry("trouble.not_found", 404, caller)
        await self._care.set_rung(by, whom, Rung(rung))
        return RedirectResponse(f"{HOME}/supervision?done=rung", 303)

    async def after_care(self, request: Request, caller: Caller, form: Form) -> Response:
        """A talk was offered to somebody who had a case of danger."""
        by, whom = caller.person, await self._theirs(caller, form)
        if by is None or whom is None:
            return self._show.sorry("trouble.not_found", 404, caller)
        await self._care.cared_for(by, whom)
        return RedirectResponse(f"{HOME}/supervision?done=after_care", 303)

    async def _theirs(self, caller: Caller, form: Form) -> Staff | None:
        """Whom the form names, of those whom the caller supervises."""
        return next((each for each in await self._people(caller) if each.id == form.get("who")), None)

    async def _people(self, caller: Caller) -> Sequence[Staff]:
        people = [each for each in await self._door.members() if DESK & each.roles and each != caller.person]
        return sorted(people, key=lambda each: each.name)

    async def _page(self, caller: Caller, status: int = 200, form: Form | None = None, **said: str) -> Response:
        people = await self._people(caller)
        seen = [each for person in people if (each := await self._coach(person, caller)) is not None]
        coaching = {person.id for person in people if Role.COACH in person.roles}
        blanks = {
            "people": seen,
            "coaches": [each for each in seen if each.id in coaching],
            "after": [each for each in seen if each.overseen.care_since is not None],
            "today": self._clock.now(),
            "form": only(form or {"minutes": "60"}, FIELDS),
        }
        return self._show.page("supervision", caller, status, blanks, **said)

    async def _coach(self, person: Staff, caller: Caller) -> Coach | None:
        now = self._clock.now()
        roles = caller.person.roles if caller.person else frozenset()
        record = await self._welfare.record(person, now)
        seen = shown(record, now, roles, own=False, supervises=True)
        return _coach_of(person, record, seen, now) if isinstance(seen, Overseen) else None


def _coach_of(person: Staff, record: Record, seen: Overseen, now: datetime) -> Coach:
    load, out = record.load, person.out_since(now) is not None
    figures = (load.supervision_hours, load.practice_hours, load.active)
    return Coach(person.id, person.name, person.skills.rung.value, seen, is_novice(load, now), out, *figures)


def _begun(form: Form) -> datetime | None:
    """The day and the time of a form, in no zone yet."""
    day, time = form.get("day", ""), form.get("time", "")
    try:
        return datetime.fromisoformat(f"{day}T{time}") if _DAY.fullmatch(day) and _TIME.fullmatch(time) else None
    except ValueError:
        return None
