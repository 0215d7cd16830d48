"""Browser visits: who the holder of a cookie is, and the one-time code that brings them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Visit:
    """`person` is the address's person. A hidden visit shows nothing until a code is given."""

    person: str
    seen_at: datetime
    hidden: bool


class Visits(Protocol):
    """Tokens and codes are stored as keyed hashes only."""

    async def begin(self, token: str, code: str) -> Visit: ...

    async def find(self, token: str) -> Visit | None: ...

    async def touch(self, token: str) -> None: ...

    async def hide(self, token: str) -> None: ...

    async def new_code(self, token: str, code: str) -> None:
        """Replace the visit's code."""
        ...

    async def come_back(self, code: str, token: str, new_code: str) -> Visit | None:
        """Use up a code: its visit goes on under a new token, visible again. None where the code is not good."""
        ...
