"""Telling open pages that something is new. What it is, each page asks for itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Bells:
    """One bell an open page. `ring` whenever a case has changed; pages of other processes look again by themselves."""

    MOST = 12  # pages of one person

    def __init__(self) -> None:
        self._bells: dict[str, set[asyncio.Event]] = {}

    def ring(self) -> None:
        for bell in {bell for bells in self._bells.values() for bell in bells}:
            bell.set()

    def crowded(self, staff_id: str) -> bool:
        return len(self._bells.get(staff_id, ())) >= self.MOST

    @contextmanager
    def listening(self, staff_id: str) -> Iterator[asyncio.Event]:
        bell = asyncio.Event()
        self._bells.setdefault(staff_id, set()).add(bell)
        try:
            yield bell
        finally:
            self._bells[staff_id].discard(bell)
            if not self._bells[staff_id]:
                del self._bells[staff_id]
