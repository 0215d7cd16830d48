"""Telling open pages that something is new. What it is, each page asks for itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

EVERYTHING = 0  # what a page shows that shows no one case


class Bells:
    """One bell an open page, which shows one case (by its number) or EVERYTHING.

    `ring` whenever a case has changed; pages of other processes look again by themselves.
    """

    MOST = 12  # pages of one person

    def __init__(self) -> None:
        self._bells: dict[str, dict[asyncio.Event, int]] = {}

    def ring(self, number: int = EVERYTHING, *, elsewhere: bool = True) -> None:
        """At the pages of this case, and `elsewhere`: at those that show no one case. EVERYTHING rings at all."""
        for bells in self._bells.values():
            for bell, shown in bells.items():
                if number in (shown, EVERYTHING) or (elsewhere and shown == EVERYTHING):
                    bell.set()

    def ring_at(self, staff_id: str) -> None:
        """At every page of one person."""
        for bell in self._bells.get(staff_id, ()):
            bell.set()

    def crowded(self, staff_id: str) -> bool:
        return len(self._bells.get(staff_id, ())) >= self.MOST

    @contextmanager
    def listening(self, staff_id: str, number: int = EVERYTHING) -> Iterator[asyncio.Event]:
        bell = asyncio.Event()
        self._bells.setdefault(staff_id, {})[bell] = number
        try:
            yield bell
        finally:
            del self._bells[staff_id][bell]
            if not self._bells[staff_id]:
                del self._bells[staff_id]
