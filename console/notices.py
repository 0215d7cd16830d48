"""Notices: what a coach of the console is told about their cases, on every page, until they have seen it."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.forms import Form
from console.door import Caller
from console.guard import watched_in
from console.ports import Desk
from console.showing import Showing
from console.ways import HOME

MOST = 100  # that are put away at once


class NoticePages:
    """The list, which every page shows at its head, and putting away what was seen."""

    def __init__(self, desk: Desk, showing: Showing) -> None:
        self._desk = desk
        self._show = showing

    async def notices(self, request: Request, caller: Caller) -> Response:
        if caller.person is not None and (number := watched_in(request)):
            await self._desk.opened(caller.person, number)  # it is on the page that they look at
        found = () if caller.person is None else await self._desk.notices(caller.person)
        return self._show.page("notices", caller, 200, {"found": found, "mark": mark_of([each.id for each in found])})

    async def saw(self, request: Request, caller: Caller, form: Form) -> Response:
        if caller.person is not None:
            await self._desk.saw(caller.person, form.get("seen", "").split()[:MOST])
        return RedirectResponse(f"{HOME}/notices", 303)


def mark_of(names: Sequence[str]) -> str:
    """By what a page knows that its notices, newest first, are others now."""
    return f"{len(names)} {names[0]}" if names else ""
