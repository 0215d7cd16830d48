"""Browser visits on a database: carries out `coaching.visits.Visits`."""

from __future__ import annotations

from functools import partial
from typing import Any

from coaching.ports import Clock, Names
from coaching.visits import Visit
from storage.engine import Database
from storage.sealing import Indexes
from storage.units import visits

Row = dict[str, Any]


class SqlVisits:
    """Tokens and codes are stored as keyed hashes only, the visitor's id sealed under the service's own key."""

    def __init__(self, database: Database, indexes: Indexes, *, clock: Clock, names: Names) -> None:
        self._database = database
        self._indexes = indexes
        self._clock = clock
        self._names = names

    async def begin(self, token: str, code: str) -> Visit:
        name, person, now = self._names.new(), self._names.new(), self._clock.now()
        row = {
            "id": name,
            "token": self._token(token),
            "code": self._code(code),
            "person": self._indexes.service.seal("visit", "person", name, person.encode()),
            "blind": self._indexes.code("visitor", person),
            "seen_at": now,
        }
        await self._database.do(partial(visits.begin, row=row))
        return Visit(person, now, hidden=False)

    async def find(self, token: str) -> Visit | None:
        return self._visit(await self._database.look(partial(visits.find, token=self._token(token))))

    async def touch(self, token: str) -> None:
        await self._change(token, {"seen_at": self._clock.now()})

    async def hide(self, token: str) -> None:
        await self._change(token, {"hidden": True})

    async def new_code(self, token: str, code: str) -> None:
        await self._change(token, {"code": self._code(code)})

    async def come_back(self, code: str, token: str, new_code: str) -> Visit | None:
        values = {"token": self._token(token), "code": self._code(new_code), "hidden": False, "seen_at": self._clock.now()}
        return self._visit(await self._database.do(partial(visits.come_back, code=self._code(code), values=values)))

    async def _change(self, token: str, values: Row) -> None:
        await self._database.do(partial(visits.change, token=self._token(token), values=values))

    def _token(self, token: str) -> bytes:
        return self._indexes.code("token", token)

    def _code(self, code: str) -> bytes:
        return self._indexes.code("visit", code)

    def _visit(self, row: Any | None) -> Visit | None:
        if row is None:
            return None
        person = self._indexes.service.open("visit", "person", row.id, row.person).decode()
        return Visit(person, row.seen_at, row.hidden)
