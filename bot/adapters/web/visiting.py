"""Whose browser this is, when everything is hidden, and how often a code may be guessed."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from coaching.ports import Clock, Names
from coaching.visits import Visit, Visits

IDLE = timedelta(minutes=10)
TOKEN = 32  # characters: far more than anybody can guess
CODE = 8
NOT_CODE = re.compile(r"[\s\-.–]+")


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request. `visit` is None where the browser is not known; `code` is set where one was just made."""

    token: str = ""
    visit: Visit | None = None
    hidden: bool = False
    code: str = ""

    @property
    def person(self) -> str:
        """The person who may see and speak here, or nothing."""
        return self.visit.person if self.visit and not self.hidden else ""


class Door:
    """Who may come in. A cookie ends with the browser; what it opens is hidden after ten idle minutes."""

    def __init__(self, visits: Visits, clock: Clock, names: Names, https: bool) -> None:
        self._visits = visits
        self._clock = clock
        self._names = names
        self._https = https
        self._cookie = "__Host-visit" if https else "visit"

    async def caller(self, request: Request) -> Caller:
        """Who this is; hides the visit where it has been idle too long."""
        return await self.known(request.cookies.get(self._cookie, ""))

    async def known(self, token: str) -> Caller:
        """The holder of a token, as things stand now."""
        visit = await self._visits.find(token) if token else None
        if visit is None:
            return Caller()
        if not visit.hidden and self._clock.now() - visit.seen_at >= IDLE:
            await self._visits.hide(token)
            return Caller(token, visit, hidden=True)
        return Caller(token, visit, hidden=visit.hidden)

    async def begin(self) -> Caller:
        """A new browser: a new visit, with its first code."""
        token, code = self._names.code(TOKEN), self._names.code(CODE)
        return Caller(token, await self._visits.begin(token, code), code=code)

    async def come_back(self, code: str) -> Caller | None:
        """Use up a code. Nothing tells an unknown code from a used one."""
        token, following = self._names.code(TOKEN), self._names.code(CODE)
        visit = await self._visits.come_back(NOT_CODE.sub("", code).upper()[:TOKEN], token, following)
        if visit is None:
            return None
        await self._visits.touch(token)
        return Caller(token, visit, code=following)

    async def new_code(self, caller: Caller) -> Caller:
        """The same caller with a new code; the old one stops working."""
        code = self._names.code(CODE)
        await self._visits.new_code(caller.token, code)
        return Caller(caller.token, caller.visit, code=code)

    async def touch(self, caller: Caller) -> None:
        """Somebody is here."""
        await self._visits.touch(caller.token)

    async def hide(self, caller: Caller) -> None:
        await self._visits.hide(caller.token)

    def remember(self, response: Response, caller: Caller) -> None:
        """Give the browser its cookie, which ends with it."""
        response.set_cookie(self._cookie, caller.token, path="/", secure=self._https, httponly=True, samesite="lax")


@dataclass(frozen=True, slots=True)
class Try:
    """One code that was given: when, from which address, and in which visit (none: a browser that is not known)."""

    at: datetime
    client: str
    visit: str = ""


class Tries:
    """How many wrong codes there were lately: in one visit, from one address, and in all.

    A ward, or everybody behind one proxy, shares an address, so one person's five wrong codes must not lock the others out.
    A visit is no barrier, for a browser without its cookie has none; the other two caps are. A code is 8 of 25 letters and
    digits, 25^8 = 1.5e11, about 37 bits. With 300 wrong codes in ten minutes, which is 1.6e7 a year, and 1,000 codes in use,
    a guess opens somebody's conversation with 1e-1 a year if the guessing never stops; from one address (60) with 2e-2.
    """

    WINDOW = timedelta(minutes=10)
    VISIT = 5
    EACH = 60
    ALL = 300

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: deque[Try] = deque()

    def allowed(self, client: str, visit: str = "") -> bool:
        """Whether one more may be made."""
        while self._made and self._clock.now() - self._made[0].at >= self.WINDOW:
            self._made.popleft()
        from_here = sum(made.client == client for made in self._made)
        in_visit = sum(made.visit == visit for made in self._made) if visit else 0
        return in_visit < self.VISIT and from_here < self.EACH and len(self._made) < self.ALL

    def count(self, client: str, visit: str = "") -> Try:
        """Count one, before its outcome is known: tries made at once are all counted."""
        made = Try(self._clock.now(), client, visit)
        self._made.append(made)
        return made

    def forgive(self, made: Try) -> None:
        """It was a good code."""
        if made in self._made:
            self._made.remove(made)
