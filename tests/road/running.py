"""`coachbot run` as its own process, on a free port and files of its own; without the model unless it is asked for."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

START_WITHIN = 30.0  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def running(folder: Path, **settings: str) -> AsyncIterator[str]:
    """The service's address, once it has said that it is ready."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACHBOT_")}
    env |= {"COACHBOT_DATA": str(folder), "COACHBOT_HTTP__PORT": str(free_port()), "COACHBOT_MODEL__ON": "false", **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "coachbot", "run", env=env, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield await _address(process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(START_WITHIN):
        line = (await process.stdout.readline()).decode()
    assert line.startswith("Ready: "), f"the service said {line!r}"
    return line.removeprefix("Ready: ").strip()
