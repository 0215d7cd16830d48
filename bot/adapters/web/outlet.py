"""The browser's way out: what is said is visible as soon as somebody looks, so sending is waking who is looking."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from coaching.delivery import Delivery, Found, Sent
from coaching.message import Outbound
from coaching.participant import Address, Channel

MOST = 8  # open pages of one person


class Bells:
    """One bell for each open page, rung by person. A bell rung before anybody waits for it is not missed."""

    def __init__(self) -> None:
        self._hung: dict[str, set[asyncio.Event]] = {}

    @contextmanager
    def listening(self, person: str) -> Iterator[asyncio.Event]:
        """A bell that is rung for this person from now on."""
        bell = asyncio.Event()
        self._hung.setdefault(person, set()).add(bell)
        try:
            yield bell
        finally:
            self._take_down(person, bell)

    def _take_down(self, person: str, bell: asyncio.Event) -> None:
        self._hung[person].discard(bell)
        if not self._hung[person]:
            del self._hung[person]

    def ring(self, person: str) -> None:
        """Something about this person has changed."""
        for bell in self._hung.get(person, ()):
            bell.set()

    def crowded(self, person: str) -> bool:
        """Whether this person has as many pages open as we follow."""
        return len(self._hung.get(person, ())) >= MOST


class WebOutlet:
    """Outlet of Channel.WEB. The line is in the transcript already: it cannot fail and needs no looking for."""

    channel = Channel.WEB

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def send(self, outbound: Outbound) -> Delivery:
        self.tell(outbound.address)
        return Sent(outbound.id)

    def tell(self, address: Address) -> None:
        """There is more of this person's talk to see."""
        self._bells.ring(address.person)

    async def look_for(self, outbound: Outbound) -> Found:
        return Sent(outbound.id)
