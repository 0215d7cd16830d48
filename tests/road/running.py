"""`coachbot run` as its own process, on a free port and files of its own; without the model unless it is asked for."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

START_WITHIN = 30.0  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Process:
    """One `coachbot run`, and its address once it has said that it is ready."""

    started: asyncio.subprocess.Process
    address: str = ""

    @property
    def running(self) -> bool:
        return self.started.returncode is None

    def kill(self) -> None:
        """SIGKILL: nothing is finished."""
        self.started.kill()


@asynccontextmanager
async def process(folder: Path, roles: Sequence[str] = (), **settings: str) -> AsyncIterator[Process]:
    """A service of its own, in these roles or all; told to end at the end."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACHBOT_")}
    env |= {"COACHBOT_DATA": str(folder), "COACHBOT_HTTP__PORT": str(free_port()), "COACHBOT_MODEL__ON": "false", **settings}
    command = (sys.executable, "-m", "coachbot", "run", *(f"--role={role}" for role in roles))
    started = await asyncio.create_subprocess_exec(
        *command, env=env, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield Process(started, await _address(started))
    finally:
        if started.returncode is None:
            started.terminate()
        await started.wait()


@asynccontextmanager
async def running(folder: Path, **settings: str) -> AsyncIterator[str]:
    """The service's address, once it has said that it is ready."""
    async with process(folder, **settings) as service:
        yield service.address


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(START_WITHIN):
        line = (await process.stdout.readline()).decode()
    assert line.startswith("Ready: "), f"the service said {line!r}"
    return line.removeprefix("Ready: ").strip()
