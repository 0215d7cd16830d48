"""Who sits at this browser: the login behind its cookie, and how often somebody may try to get in."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from coaching.logins import Logins
from coaching.ports import Clock, Names
from coaching.staff import Staff
from console.ports import Roll
from console.ways import HOME

TOKEN = 32  # characters, 4.6 bits each
TOUCH = timedelta(minutes=1)  # signs of life are written down this often
OURS = re.compile(rf"{HOME}(/[a-z0-9-]+){{0,4}}")


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request. `person` is None where nobody is signed in; then `token` is that of the browser, or nothing."""

    token: str = ""
    person: Staff | None = None

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(self.person.roles) if self.person else frozenset()


class Door:
    """Who may come in, by cookie. One cookie is for whoever has signed in, one for a browser in which somebody is about to."""

    def __init__(self, logins: Logins, roll: Roll, clock: Clock, names: Names, *, https: bool) -> None:
        self._logins = logins
        self._roll = roll
        self._clock = clock
        self._names = names
        self._https = https
        prefix = "__Host-" if https else ""
        self._login, self._before, self._wanted = f"{prefix}login", f"{prefix}before-login", f"{prefix}wanted"

    async def caller(self, request: Request) -> Caller:
        """Who this is, as things stand now; whoever has left the staff, or was idle too long, is nobody."""
        token = request.cookies.get(self._login, "")
        person = await self.known(token)
        return Caller(token, person) if person else Caller(request.cookies.get(self._before, ""))

    async def known(self, token: str) -> Staff | None:
        """Whose login this is, if it stands. Looking is no sign of life."""
        login = await self._logins.find(token) if token else None
        if login is None:
            return None
        if not login.stands(self._clock.now()):
            await self._logins.end(token)
            return None
        person = await self._roll.member(login.staff_id)
        return person if person is not None and self._works_here(person) else None

    async def touch(self, caller: Caller) -> None:
        """Somebody is here."""
        login = await self._logins.find(caller.token) if caller.person else None
        if login is not None and self._clock.now() - login.seen_at >= TOUCH:
            await self._logins.touch(caller.token)

    async def members(self) -> list[Staff]:
        """Everybody who works here now."""
        return [each for each in await self._roll.staff() if self._works_here(each)]

    def _works_here(self, person: Staff) -> bool:
        return person.left_at is None or self._clock.now() < person.left_at

    # -- coming in --------------------------------------------------------------------------------------------------------------

    def new_token(self) -> str:
        return self._names.code(TOKEN)

    async def begin(self, response: Response, person: Staff) -> None:
        """Let this person in, under a token that nobody had before."""
        token = self.new_token()
        await self._logins.begin(token, person.id)
        self.let_in(response, token)

    def let_in(self, response: Response, token: str) -> None:
        self._set(response, self._login, token)
        self._drop(response, self._before)
        self._drop(response, self._wanted)

    def await_login(self, response: Response, token: str) -> None:
        """Know this browser again, until somebody has signed in with it."""
        self._set(response, self._before, token)

    def forget(self, response: Response) -> None:
        """Nobody sits here any more."""
        for each in (self._login, self._before, self._wanted):
            self._drop(response, each)
        response.headers["Clear-Site-Data"] = '"cache"'

    # -- where they wanted to go ------------------------------------------------------------------------------------------------

    def remember(self, response: Response, path: str) -> None:
        if OURS.fullmatch(path):
            self._set(response, self._wanted, path)

    def wanted(self, request: Request) -> str:
        """A page of ours, and nothing else."""
        path = request.cookies.get(self._wanted, "")
        return path if OURS.fullmatch(path) else HOME

    def _set(self, response: Response, name: str, value: str) -> None:
        response.set_cookie(name, value, path="/", secure=self._https, httponly=True, samesite="lax")

    def _drop(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self._https, httponly=True, samesite="lax")


class Tries:
    """How often something was done lately, by whatever it is counted by. In this process's memory: a restart forgives."""

    WINDOW = timedelta(minutes=10)

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._made: deque[tuple[datetime, str]] = deque()

    def take(self, who: str) -> bool:
        """Count one more, if there may be one."""
        now = self._clock.now()
        while self._made and now - self._made[0][0] >= self.WINDOW:
            self._made.popleft()
        if sum(name == who for _, name in self._made) >= self._most:
            return False
        self._made.append((now, who))
        return True
