"""The queue and one case, as pages. Deciding is the use cases' part; here is asked who may see and press what."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.forms import Form
from coaching.ports import Names
from console.door import Caller
from console.guard import looks_again, only, stands_in
from console.ports import Desk
from console.showing import Showing
from console.views import CaseView, may_make, shown_to
from console.ways import HOME

FIELDS = {
    "claim": (),
    "not_me": (),
    "pass_on": (),
    "reply": ("text", "canned"),
    "earlier": (),
    "note": ("text", "kind"),
    "snooze": ("minutes",),
    "hand_back": ("agreed", "next", "again"),
    "close": ("reason",),
    "tell_lead": (),
}  # of each move's form; whatever else comes with it is dropped


class DeskPages:
    """What the addresses of the desk do."""

    def __init__(self, desk: Desk, names: Names, showing: Showing) -> None:
        self._desk = desk
        self._names = names
        self._show = showing

    async def queue(self, request: Request, caller: Caller) -> Response:
        if caller.person is None:
            return self._show.sorry("trouble.signed_out", 401, caller)
        rows = await self._desk.queue(caller.person)
        return self._show.page("queue", caller, 200, {"rows": rows, "key": self._names.new()})

    async def case(self, request: Request, caller: Caller) -> Response:
        if looks_again(request) and (talk := await self._talk(request, caller)) is not None:
            return talk
        view = await self._seen(request, caller)
        if view is None or caller.person is None:
            return self._nothing(caller)
        if not looks_again(request):
            await self._desk.opened(caller.person, view.number)
        return self._case(caller, view)

    async def _talk(self, request: Request, caller: Caller) -> Response | None:
        """The part of the page that an open one puts in the place of its own; nothing where the whole case stands otherwise by now."""
        number = request.path_params["number"]
        view = await self._desk.talk(caller.person, number) if caller.person and number < 2**31 else None
        view = None if view is None else shown_to(view, caller.roles)
        if view is None or stands_in(request) != view.stands:
            return None
        return self._show.page("talk", caller, 200, {"case": view})

    async def move(self, request: Request, caller: Caller, form: Form) -> Response:
        """One move on a case; a refusal comes back with what was written."""
        move = request.path_params["move"]
        view = await self._seen(request, caller)
        if view is None or caller.person is None or move not in FIELDS or not may_make(move, view, caller.roles):
            return self._nothing(caller)
        refused = await self._desk.move(caller.person, view.number, move, only(form, FIELDS[move]), form.get("key", "")[:64])
        if not refused:
            return RedirectResponse(self._after(move, view, form.get("key", "")[:64]), 303)
        view = await self._seen(request, caller)
        return self._nothing(caller) if view is None else self._case(caller, view, 409, form=form, refused=refused)

    async def _seen(self, request: Request, caller: Caller) -> CaseView | None:
        """The case as the caller may see it. What may not be known of is not there."""
        number = request.path_params["number"]
        view = await self._desk.case(caller.person, number) if caller.person and number < 2**31 else None
        return None if view is None else shown_to(view, caller.roles)

    def _case(self, caller: Caller, view: CaseView, status: int = 200, **more: object) -> Response:
        keys = {move: self._names.new() for move in view.moves}
        return self._show.page("case", caller, status, {"case": view, "keys": keys, "form": {}, "refused": ""} | more)

    def _nothing(self, caller: Caller) -> Response:
        return self._show.sorry("trouble.not_found", 404, caller)

    def _after(self, move: str, view: CaseView, key: str) -> str:
        """Where to go on. A reply is named: whoever wrote it need not keep it any more."""
        if move in ("pass_on", "not_me", "hand_back", "close"):
            return f"{HOME}/queue"
        done = f"?{urlencode({'done': key})}" if move == "reply" and key else ""
        return f"{HOME}/case/{view.number}{done}#talk"
