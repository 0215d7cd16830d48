"""Small language models in this process: what they say is scripted, and what they were asked is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from coaching.errors import NoWords
from coaching.phrasing import Prompt


@dataclass
class Scripted:
    """Says what `says` makes of a prompt, after `takes` seconds, or raises it; with `holds` set it answers only when `let_go` is called."""

    says: Callable[[Prompt], str | BaseException] = lambda _: NoWords("nothing")
    takes: float = 0.0
    holds: bool = False
    kind: str = "local"
    name: str = "scripted"
    missing: str = ""
    asked: list[Prompt] = field(default_factory=list)
    given_up: int = 0
    _go: asyncio.Event = field(default_factory=asyncio.Event)

    def start(self) -> None: ...

    async def complete(self, prompt: Prompt, within: float) -> str:
        self.asked.append(prompt)
        try:
            await asyncio.sleep(self.takes)
            if self.holds:
                await self._go.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        said = self.says(prompt)
        if isinstance(said, BaseException):
            raise said
        return said

    def let_go(self) -> None:
        self._go.set()

    async def close(self) -> None: ...


def saying(text: str) -> Callable[[Prompt], str | BaseException]:
    return lambda _: text
