"""The talk at the keyboard: a line in, what the bot says out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from bot.adapters.terminal import reading
from bot.adapters.terminal.outlet import shown
from coaching.message import Inbound
from coaching.ports import Clock, Intake, Looking, Names

Write = Callable[[str], None]
SHOWN = 50  # lines of the transcript looked at, enough for anything one message can bring
PATIENCE = 5.0  # seconds to wait for an answer


class Keyboard:
    """One person's talk. `write` shows a line. `help_now` is the way to help, shown under whatever asks something."""

    def __init__(
        self,
        intake: Intake,
        looking: Looking,
        *,
        person: str,
        clock: Clock,
        names: Names,
        write: Write,
        colour: bool,
        help_now: str = "",
    ) -> None:
        self._intake = intake
        self._looking = looking
        self._person = person
        self._clock = clock
        self._names = names
        self._write = write
        self._colour = colour
        self._help_now = help_now
        self._seen: set[str] = set()

    async def talk(self, lines: AsyncIterator[str]) -> None:
        """Say hello, then take line after line until there are no more."""
        await self._catch_up()
        await self._intake.receive([reading.arrived(self._person, self._key(), self._clock.now())])
        await self.talk_on(lines)

    async def talk_on(self, lines: AsyncIterator[str]) -> None:
        """Show what is there, then take line after line."""
        await self._show_answer()
        async for line in lines:
            if line.strip():
                await self._take(reading.said(line, self._person, self._key(), self._clock.now()))

    def _key(self) -> str:
        return f"terminal:{self._person}:{self._names.new()}"

    async def _take(self, inbound: Inbound) -> None:
        await self._intake.receive([inbound])
        await self._show_answer()

    async def _catch_up(self) -> None:
        glance = await self._looking.glance(reading.address(self._person), SHOWN)
        self._seen.update(line.id for line in glance.lines)

    async def _show_answer(self) -> None:
        """Show what is new, and wait a moment for it: another process may be the one that answers."""
        for _ in range(int(PATIENCE / 0.02)):
            if await self._show_new():
                return
            await asyncio.sleep(0.02)

    async def _show_new(self) -> bool:
        glance = await self._looking.glance(reading.address(self._person), SHOWN)
        fresh = [line for line in glance.lines if line.id not in self._seen]
        self._seen.update(line.id for line in fresh)
        spoken = [line for line in fresh if line.author != "participant"]
        for line in spoken:
            self._write(shown(line.outbound, colour=self._colour, help_now=self._help_now) if line.outbound else line.text)
        return bool(spoken)
