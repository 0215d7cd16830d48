"""One's own week."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.forms import Form
from coaching.ports import Clock
from coaching.staff import Pulse, Role
from coaching.words import Words
from console.door import Caller
from console.pages import PROMPTS, PULSE
from console.ports import Care, Welfare
from console.showing import Showing
from console.ways import HOME
from handoff.welfare import OwnWeek, shown

LONGEST_ENTRY = 8_000  # characters of an entry in the log
DONE = ("pulse", "entry", "stepped_out", "stepped_in")
_POINT = re.compile(r"10|[0-9]")


class Weeks:
    """What the addresses of the week do."""

    def __init__(self, welfare: Welfare, care: Care, clock: Clock, showing: Showing) -> None:
        self._welfare = welfare
        self._care = care
        self._clock = clock
        self._show = showing

    async def week(self, request: Request, caller: Caller) -> Response:
        done = request.query_params.get("done", "")
        return await self._week(caller, done=f"done.{done}" if done in DONE else "")

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

    async def step_out(self, request: Request, caller: Caller, form: Form) -> Response:
        """Nothing new from now on, and what one has is offered to others."""
        if caller.person is None or not await self._care.step_out(caller.person):
            return await self._week(caller, 409, trouble="trouble.still_held")
        return RedirectResponse(f"{HOME}/week?done=stepped_out", 303)

    async def step_in(self, request: Request, caller: Caller, form: Form) -> Response:
        if caller.person is not None:
            await self._care.step_in(caller.person)
        return RedirectResponse(f"{HOME}/week?done=stepped_in", 303)

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
            "coaches": Role.COACH in caller.person.roles,
            "out_since": caller.person.out_since(now),
            "longest": LONGEST_ENTRY,
            "entries": await self._welfare.entries(caller.person.id),
        }
        return self._show.page("week", caller, status, more, **said)
