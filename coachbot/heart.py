"""The service's sign of life: a heartbeat from its event loop, and a canary that shows that a message would be decided."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from coachbot.opening import Opened
from coachbot.road import Road
from coachbot.watchdog.beat import Beat, write_beat
from coaching.conversation import Conversation
from coaching.errors import Busy
from coaching.message import Inbound, Kind
from coaching.notebook import Claim
from coaching.participant import Address, Channel, Participant
from coaching.ports import Clock
from coaching.words import Words

BEATS = 30.0  # seconds
SINGS = 120.0  # seconds between good canaries
AGAIN = 30.0  # seconds after one that failed
PATIENCE = 20.0  # seconds that a canary may take
TURNED = timedelta(seconds=60)  # a loop of the road that has not come round for so long is stuck
LEASE = timedelta(seconds=1)
HELLO = Words("hello")

log = structlog.get_logger(__name__)


class Silent(Exception):
    """The canary did not sing; the message is a short name of why."""


@dataclass(slots=True)
class Heart:
    """Writes a heartbeat for whoever watches this process. `canary` raises where a message would not be decided."""

    file: Path
    canary: Callable[[], Awaitable[None]]
    clock: Clock
    beats: float = BEATS
    sings: float = SINGS
    again: float = AGAIN
    good: datetime | None = None
    why: str = "not tried yet"

    async def beat_on(self) -> None:
        """For ever. It is the event loop that writes: where that is stuck, the file grows old."""
        while True:
            try:
                await asyncio.to_thread(write_beat, self.file, Beat(self.clock.now(), self.good))
            except Exception as error:  # a full disk, for one: whoever watches will see an old file
                log.error("heartbeat.not_written", error=type(error).__name__)
            await asyncio.sleep(self.beats)

    async def sing_on(self) -> None:
        """For ever, at once first."""
        while True:
            good = await self.sang()
            await asyncio.sleep(self.sings if good else self.again)

    async def sang(self) -> bool:
        """Whether the canary sang just now."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.canary()
        except Exception as error:
            self.why = str(error) if isinstance(error, Silent) else type(error).__name__
            log.error("canary.silent", why=self.why)
            return False
        self.good, self.why = self.clock.now(), ""
        return True

    def state(self) -> Mapping[str, str]:
        """Facts for `/readyz`."""
        return {"canary": self.good.isoformat(timespec="seconds") if self.good else "", "why": self.why}


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
