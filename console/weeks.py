"""One's own week, and for supervisors the coaches whom they supervise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from coaching.ports import Clock
from coaching.staff import Pulse, Role, Staff
from coaching.words import Words
from console.door import Caller, Door
from console.guard import Form
from console.pages import PROMPTS, PULSE
from console.ports import Welfare
from console.showing import Showing
from console.ways import HOME
from handoff.welfare import Overseen, OwnWeek, Record, is_novice, shown

LONGEST_ENTRY = 8_000  # characters of an entry in the log
_POINT = re.compile(r"10|[0-9]")


@dataclass(frozen=True, slots=True)
class Coach:
    """A coach in a supervisor's list."""

    name: str
    overseen: Overseen
    novice: bool
    hours: float
    practice: float
    active: int


class Weeks:
    """What the addresses of the week do."""

    def __init__(self, welfare: Welfare, door: Door, clock: Clock, showing: Showing) -> None:
        self._welfare = welfare
        self._door = door
        self._clock = clock
        self._show = showing

    async def week(self, request: Request, caller: Caller) -> Response:
        done = request.query_params.get("done", "")
        return await self._week(caller, done=f"done.{done}" if done in ("pulse", "entry") else "")

    async def pulse(self, request: Request, caller: Caller, form: Form) -> Response:
        """How somebody says that they are: three numbers, theirs alone."""
        points = [form.get(each, "") for each in PULSE]
        if caller.person is None or not all(_POINT.fullmatch(each) for each in points):
            return await self._week(caller, 422, trouble="trouble.pulse")
        await self._welfare.add_pulse(caller.person.id, Pulse(self._clock.now(), *(int(each) for each in points)))
        return RedirectResponse(f"{HOME}/week?done=pulse", 303)

    async def entry(self, request: Request, caller: Caller, form: Form) -> Response:
        """An entry in one's own log."""
        words, prompt = form.get("words", "").strip(), form.get("prompt", "")
        if caller.person is None or not words or len(words) > LONGEST_ENTRY:
            return await self._week(caller, 422, trouble="trouble.empty", draft=words)
        kept = prompt if prompt in PROMPTS else ""
        await self._welfare.add_entry(caller.person.id, kept, Words(words), self._clock.now())
        return RedirectResponse(f"{HOME}/week?done=entry", 303)

    async def _week(self, caller: Caller, status: int = 200, draft: str = "", **said: str) -> Response:
        if caller.person is None:
            return self._show.sorry("trouble.signed_out", 401, caller)
        record, now = await self._welfare.record(caller.person, self._clock.now()), self._clock.now()
        own = shown(record, now, caller.person.roles, own=True, supervises=False)
        assert isinstance(own, OwnWeek)
        more = {
            "record": record,
            "own": own,
            "draft": draft,
            "longest": LONGEST_ENTRY,
            "entries": await self._welfare.entries(caller.person.id),
        }
        return self._show.page("week", caller, status, more, **said)

    async def supervision(self, request: Request, caller: Caller) -> Response:
        """The coaches whom this supervisor supervises. There is one team: every coach but themselves."""
        people = [each for each in await self._door.members() if Role.COACH in each.roles]
        coaches = [await self._coach(each, caller) for each in sorted(people, key=lambda each: each.name) if each != caller.person]
        return self._show.page("supervision", caller, 200, {"coaches": [each for each in coaches if each is not None]})

    async def _coach(self, person: Staff, caller: Caller) -> Coach | None:
        record, now = await self._welfare.record(person, self._clock.now()), self._clock.now()
        roles = caller.person.roles if caller.person else frozenset()
        seen = shown(record, now, roles, own=False, supervises=True)
        return _coach_of(person, record, seen, is_novice(record.load, now)) if isinstance(seen, Overseen) else None


def _coach_of(person: Staff, record: Record, seen: Overseen, novice: bool) -> Coach:
    load = record.load
    return Coach(person.name, seen, novice, load.supervision_hours, load.practice_hours, load.active)
