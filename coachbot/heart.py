"""The service's sign of life: a heartbeat from its event loop, with the time at which the canary sang last."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from coachbot.watchdog.beat import Beat, write_beat
from coaching.ports import Clock

BEATS = 30.0  # seconds
SINGS = 120.0  # seconds between good canaries
AGAIN = 30.0  # seconds after one that failed
PATIENCE = 20.0  # seconds that a canary may take

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
