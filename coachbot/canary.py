"""The canary: shows now and then that a message would be decided, if one came."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from coachbot.heart import Silent
from coachbot.opening import Opened
from coachbot.road import Road
from coaching.conversation import Conversation
from coaching.errors import Busy
from coaching.message import Inbound, Kind
from coaching.notebook import Claim
from coaching.participant import Address, Channel, Participant
from coaching.words import Words

TURNED = timedelta(seconds=60)  # a loop of the road that has not come round for so long is stuck
LEASE = timedelta(seconds=1)
HELLO = Words("hello")


@dataclass(frozen=True, slots=True)
class Canary:
    """Tries what a message needs, and leaves nothing of it behind: no participant is made, and nothing is sent.

    A turn is read, decided and worded in memory; the database takes a write and answers a read; and the loops that take real messages
    have come round within the last minute. A model that is away does not silence it: rules go on alone.
    """

    road: Road
    opened: Opened
    roles: Collection[str]

    async def __call__(self) -> None:
        await self._loops()
        if "work" in self.roles:
            await self._turn()
        await self._database()

    async def _loops(self) -> None:
        """Those of this process's roles, and every other that has come round once; the first time, each is given a moment."""
        wanted = {name for role, name in (("work", "perform"), ("send", "send")) if role in self.roles}
        for _ in range(20):
            if wanted <= self.road.rounds.keys():
                break
            await asyncio.sleep(0.05)
        oldest = self.road.clock.now() - TURNED
        for name in sorted(wanted | self.road.rounds.keys()):
            if self.road.rounds.get(name, oldest) <= oldest:
                raise Silent(f"{name} does not come round")

    async def _turn(self) -> None:
        page = await self.road.performer.rehearsed(self._hello())
        if not page.postings:
            raise Silent("no answer to hello")

    async def _database(self) -> None:
        """Several processes may hold the role in turn: that another one does was read from the database too."""
        with contextlib.suppress(Busy):
            await self.opened.hold_role("canary", LEASE)
        await self.road.notebook.backlog()

    def _hello(self) -> Claim:
        now, programme = self.road.clock.now(), self.road.mind.programme
        inbound = Inbound(Address(Channel.TERMINAL, "canary", "canary"), ("canary",), Kind.TEXT, now, HELLO)
        nobody = Participant("canary", "canary", programme.country, programme.language, programme.zone)
        return Claim("canary", "canary", inbound, now, "canary", nobody, Conversation("canary", "canary"), (), 0)
