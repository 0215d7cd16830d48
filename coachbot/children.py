"""A child process with a wire to it, from its start to its end: for whatever loads libraries that the service itself never does."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

import structlog

LEAVE = 1.0  # seconds that a child has to go by itself
LONGEST = 64 * 1024  # bytes that are read ahead

log = structlog.get_logger(__name__)


@asynccontextmanager
async def started(
    command: Sequence[str], extra: Mapping[str, str], name: str, *, longest: int = LONGEST, apart: bool = False
) -> AsyncIterator[tuple[Process, StreamReader, StreamWriter]]:
    """The child and our end of the wire; with the block it ends. It knows none of our secrets.

    `extra`: what its environment has besides ours. `name` stands in the log where it has to be killed. `longest`: bytes of one line.
    `apart`: no signal of our terminal reaches it.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        reader, writer = await asyncio.open_unix_connection(sock=ours, limit=longest)
        try:
            process = await asyncio.create_subprocess_exec(
                *(*command, str(theirs.fileno())),
                pass_fds=(theirs.fileno(),),
                env={**_without_secrets(), **extra},
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=DEVNULL,
                start_new_session=apart,
            )
        except BaseException:
            writer.transport.abort()
            raise
    try:
        yield process, reader, writer
    finally:
        writer.transport.abort()
        await _gone(process, name)


def kill(process: Process) -> None:
    """End it now, where it has not ended."""
    with contextlib.suppress(ProcessLookupError):
        process.kill()


def _without_secrets() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("COACHBOT_")}


async def _gone(process: Process, name: str) -> None:
    """It goes when it hears that we are gone, or is made to."""
    try:
        async with asyncio.timeout(LEAVE):
            await process.wait()
    except TimeoutError:
        log.warning(f"{name}.killed")
    finally:  # also where whoever waits for it is told to stop meanwhile
        kill(process)
        await process.wait()
