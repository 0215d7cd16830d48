"""Logins of the staff on a database: carries out `coaching.logins.Logins`."""

from __future__ import annotations

from functools import partial
from typing import Any

from coaching.logins import Login
from coaching.notebook import AuditRow
from coaching.ports import Clock
from storage.engine import Database
from storage.sealing import Indexes
from storage.units import logins
from storage.writing import audit_row

Row = dict[str, Any]
_FACTOR = ("second_factor", "sealed")


class SqlLogins:
    """Tokens and codes are stored as keyed hashes only, the secret of an authenticator sealed."""

    def __init__(self, database: Database, indexes: Indexes, *, clock: Clock) -> None:
        self._database = database
        self._indexes = indexes
        self._clock = clock

    async def ask(self, token: str, staff_id: str, code: str) -> None:
        await self._new(token, staff_id, {"code": self._code(code)})

    async def answer(self, token: str, code: str, new_token: str) -> str | None:
        work = partial(
            logins.answer, token=self._token(token), code=self._code(code), new_token=self._token(new_token), now=self._clock.now()
        )
        return await self._database.do(work)

    async def begin(self, token: str, staff_id: str) -> None:
        await self._new(token, staff_id, {"signed_in_at": self._clock.now()})

    async def find(self, token: str) -> Login | None:
        row = await self._database.look(partial(logins.find, token=self._token(token)))
        return None if row is None else Login(row.staff_id, row.signed_in_at, row.seen_at)

    async def touch(self, token: str) -> None:
        await self._database.do(partial(logins.touch, token=self._token(token), now=self._clock.now()))

    async def end(self, token: str) -> None:
        await self._database.do(partial(logins.end, token=self._token(token), now=self._clock.now()))

    async def end_all(self, staff_id: str) -> None:
        await self._database.do(partial(logins.end_all, staff_id=staff_id, now=self._clock.now()))

    async def factor(self, staff_id: str) -> str | None:
        sealed = await self._database.look(partial(logins.factor, staff_id=staff_id))
        return None if sealed is None else self._indexes.service.open(*_FACTOR, staff_id, sealed).decode()

    async def set_factor(self, staff_id: str, secret: str | None, audited: AuditRow) -> None:
        sealed = None if secret is None else self._indexes.service.seal(*_FACTOR, staff_id, secret.encode())
        row = audit_row(audited, None)
        await self._database.do(partial(logins.set_factor, staff_id=staff_id, sealed=sealed, audited=row, now=self._clock.now()))

    async def use_step(self, staff_id: str, step: int) -> bool:
        return await self._database.do(partial(logins.use_step, staff_id=staff_id, step=step))

    async def _new(self, token: str, staff_id: str, values: Row) -> None:
        now = self._clock.now()
        row = {"token": self._token(token), "staff_id": staff_id, "began_at": now, "seen_at": now} | values
        await self._database.do(partial(logins.begin, row=row))

    def _token(self, token: str) -> bytes:
        return self._indexes.code("login token", token)

    def _code(self, code: str) -> bytes:
        return self._indexes.code("login code", code)
