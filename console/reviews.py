"""The weekly safety review and the log of adverse events, as pages."""

from __future__ import annotations

import re
from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.forms import Form
from coaching.ports import Names
from coaching.safety_review import AdverseEvent
from coaching.staff import Staff
from console.door import Caller
from console.guard import only
from console.ports import SafetyReview
from console.showing import Showing
from console.ways import HOME
from handoff import adverse
from handoff.safety_review import Week, figures

FIELDS = ("number", "on", "alias", "happened", "seriousness", "expectedness", "relatedness", "action", "reported_to")  # of an event
TROUBLES = {
    "no_form": "trouble.no_form",
    "nobody": "trouble.nobody",
    "not_yours": "trouble.not_yours_to_log",
    "corrected": "trouble.corrected",
}
_KEY = re.compile(r"[0-9A-Za-z]{26}")


class ReviewPages:
    """What the addresses of the safety review do."""

    def __init__(self, review: SafetyReview, names: Names, showing: Showing) -> None:
        self._review = review
        self._names = names
        self._show = showing

    # -- the week ---------------------------------------------------------------------------------------------------------------

    async def review(self, request: Request, caller: Caller) -> Response:
        """A week: the one that is asked for, else the last that is over."""
        if caller.person is None:
            return self._show.sorry("trouble.signed_out", 401, caller)
        asked_for = request.query_params.get("week", "")
        week = Week.read(asked_for) if asked_for else Week.of(self._review.today).later(-1)
        if week is None or week > Week.of(self._review.today):
            return self._show.sorry("trouble.not_found", 404, caller)
        done = "done.verdict" if request.query_params.get("done") == "verdict" else ""
        return await self._week(caller, caller.person, week, done=done)

    async def judge(self, request: Request, caller: Caller, form: Form) -> Response:
        """What is said of one line."""
        week, line = Week.read(form.get("week", "")), form.get("line", "")
        if caller.person is None or week is None or week > Week.of(self._review.today):
            return self._show.sorry("trouble.verdict", 422, caller)
        if not await self._review.judge(caller.person, week, line, form.get("verdict", "")):
            return self._show.sorry("trouble.verdict", 422, caller)
        return RedirectResponse(f"{HOME}/review?week={week}&done=verdict#line-{line}", 303)

    async def _week(self, caller: Caller, person: Staff, week: Week, done: str) -> Response:
        seen = await self._review.week(person, week)
        after = week.later(1)
        more = {
            "seen": seen,
            "rates": [figures(each, guarded=False) for each in seen.rates],
            "before": week.later(-1),
            "after": after if after is not None and after <= Week.of(self._review.today) else None,
        }
        return self._show.page("review", caller, 200, more, done=done)

    # -- adverse events ---------------------------------------------------------------------------------------------------------

    async def adverse(self, request: Request, caller: Caller) -> Response:
        if caller.person is None:
            return self._show.sorry("trouble.signed_out", 401, caller)
        done = "done.event" if request.query_params.get("done") == "event" else ""
        return await self._events(caller, caller.person, 200, {}, done=done)

    async def record(self, request: Request, caller: Caller, form: Form) -> Response:
        """An event, or a correction of one; what could not be kept comes back as it was written."""
        if caller.person is None:
            return self._show.sorry("trouble.signed_out", 401, caller)
        key = form.get("key", "")
        kept = only(form, FIELDS)
        refused = await self._review.record(caller.person, kept, key if _KEY.fullmatch(key) else "")
        if not refused:
            return RedirectResponse(f"{HOME}/adverse-events?done=event", 303)
        return await self._events(caller, caller.person, 409 if refused == "corrected" else 422, kept, trouble=TROUBLES[refused])

    async def _events(self, caller: Caller, person: Staff, status: int, form: Form, **said: str) -> Response:
        every = await self._review.events(person)
        latest = adverse.latest(every)
        numbered = {str(each.number): each.number for each in latest}
        number = numbered.get(form.get("number", ""), 0)
        forms = {0: _empty(self._review.today), **{each.number: _form_of(each) for each in latest}}
        more = {
            "events": latest,
            "earlier": {each.number: adverse.earlier(every, each.number) for each in latest},
            "keys": {number: self._names.new() for number in (0, *(each.number for each in latest))},
            "today": self._review.today,
            "forms": forms | ({number: form} if form else {}),
            "open": number if form else 0,
            "longest": adverse.LONGEST,
        }
        return self._show.page("adverse", caller, status, more, **said)


def _empty(today: date) -> Form:
    return dict.fromkeys(FIELDS, "") | {"on": today.isoformat()}


def _form_of(event: AdverseEvent) -> Form:
    """A form that says of an event what is known of it."""
    words = {"happened": event.happened.text, "action": event.action.text, "reported_to": event.reported_to.text}
    judged = {"seriousness": event.seriousness.value, "expectedness": event.expectedness.value, "relatedness": event.relatedness.value}
    return {"number": str(event.number), "on": event.on.isoformat(), "alias": event.alias} | words | judged
