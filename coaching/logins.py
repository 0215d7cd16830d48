"""Sign-ins of the staff: who the holder of a cookie is, and the short code by which somebody signs in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from coaching.notebook import AuditRow

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)  # whatever was done meanwhile
CODE_LASTS = timedelta(minutes=10)
TRIES = 5  # of one code


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody of the staff who has signed in."""

    staff_id: str
    signed_in_at: datetime
    seen_at: datetime

    def stands(self, now: datetime) -> bool:
        """Whether it still lets anybody in."""
        return now - self.seen_at < IDLE and now - self.signed_in_at < LONGEST


class Logins(Protocol):
    """Tokens and codes are kept as keyed hashes only."""

    async def ask(self, token: str, staff_id: str, code: str) -> None:
        """A browser waits for a code. Without a staff id no code is ever right. An earlier one of the same browser is void."""
        ...

    async def answer(self, token: str, code: str, new_token: str) -> str | None:
        """Use up a code in the browser that asked for it: the login goes on under a new token. The staff id, or None."""
        ...

    async def begin(self, token: str, staff_id: str) -> None:
        """Somebody has signed in by other means."""
        ...

    async def find(self, token: str) -> Login | None:
        """The login, if it was not ended. Whether it still stands is for the caller to ask."""
        ...

    async def touch(self, token: str) -> None: ...

    async def end(self, token: str) -> None: ...

    async def end_all(self, staff_id: str) -> None:
        """Sign this person out everywhere, and void every code that waits for them."""
        ...

    async def factor(self, staff_id: str) -> str | None:
        """The secret of their authenticator, where they have one."""
        ...

    async def set_factor(self, staff_id: str, secret: str | None, audited: AuditRow) -> None:
        """A new secret in the place of the old one, or none any more. Signs them out everywhere."""
        ...

    async def use_step(self, staff_id: str, step: int) -> bool:
        """Use up the number of this half minute; False where it, or a later one, was used."""
        ...
