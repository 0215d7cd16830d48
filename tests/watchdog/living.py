"""A process that lives as the service does, and can be made to freeze or to fall silent: `python -m tests.watchdog.living FOLDER`."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from coachbot.heart import Heart, Silent
from coachbot.timekeeping import WallClock
from coachbot.watchdog.beat import file_of


async def live(folder: Path) -> None:
    async def canary() -> None:
        if (folder / "silent").exists():
            raise Silent("as it was told")

    heart = Heart(file_of(folder, 8080), canary, WallClock(), beats=0.1, sings=0.1, again=0.1)
    lasting = asyncio.create_task(heart.beat_on()), asyncio.create_task(heart.sing_on())
    while not any(task.done() for task in lasting):
        await asyncio.sleep(0.05)
        while (folder / "stuck").exists():
            time.sleep(0.05)  # noqa: ASYNC251 - the event loop stands still


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1])))
