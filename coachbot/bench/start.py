"""The start: seconds until the service is live with terminal and web, and the memory it takes."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.request import urlopen

from coachbot.bench.figures import Figure, at_most, middle, skipped
from standins.clock import MovableClock
from standins.slack import Slack
from standins.slack.server import BOT_TOKEN, SECRET
from standins.telegram import TelegramStandIn

PATIENCE = 60.0  # seconds
STARTS = 3
MEMORY = "memory of the live service without the platform libraries"
BOTH = "memory with both platform libraries, talking to stand-ins"


async def measure_start(folder: Path, starts: int = STARTS) -> list[Figure]:
    """Seconds from the process to an answer of /healthz (fresh folders, the middle of several), and megabytes resident then."""
    seconds, memory = [], []
    for number in range(starts):
        async with _service(folder / f"start-{number}", {}) as (process, address, began):
            await _answers(f"{address}/healthz")
            seconds.append(time.perf_counter() - began)
            memory.append(resident(process.pid))
    live = at_most("start to live, with terminal and web", middle(seconds), 3, "seconds")
    if not memory[0]:
        return [live, skipped(MEMORY, "no /proc here"), skipped(BOTH, "no /proc here")]
    return [live, at_most(MEMORY, middle(memory), 120, "MB"), at_most(BOTH, await _with_platforms(folder / "platforms"), 320, "MB")]


async def _with_platforms(folder: Path) -> float:
    clock = MovableClock()
    async with Slack(clock) as slack, TelegramStandIn(clock) as telegram:
        settings = {
            "COACHBOT_TELEGRAM__TOKEN": telegram.token,
            "COACHBOT_TELEGRAM__API_BASE": telegram.base,
            "COACHBOT_SLACK__BOT_TOKEN": BOT_TOKEN,
            "COACHBOT_SLACK__SIGNING_SECRET": SECRET,
            "COACHBOT_SLACK__API_BASE": slack.url,
        }
        async with _service(folder, settings) as (process, address, _):
            await _answers(f"{address}/readyz", '"ready":true')
            return resident(process.pid)


@asynccontextmanager
async def _service(folder: Path, settings: Mapping[str, str]) -> AsyncIterator[tuple[asyncio.subprocess.Process, str, float]]:
    """`coachbot run` on a free port and a fresh folder, once it has said that it is ready; its address, and when it was started."""
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "coachbot", "run"),
        env={**_surroundings(), "COACHBOT_DATA": str(folder), "COACHBOT_HTTP__PORT": str(_free_port()), **settings},
        cwd=folder.parent,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process, await asyncio.wait_for(_ready(process), PATIENCE), began
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), PATIENCE)


def _surroundings() -> dict[str, str]:
    """The environment without anybody's own settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COACHBOT_")}


async def _ready(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if found := re.match(r"Ready: (\S+)", line.decode("utf-8", "replace")):
            return found[1]
    raise RuntimeError(f"coachbot run ended with {await process.wait()} before it was ready.")


async def _answers(url: str, wanted: str = "") -> None:
    """Wait until the address answers 200 with this in its answer."""
    async with asyncio.timeout(PATIENCE):
        while not await asyncio.to_thread(_answer, url, wanted):  # noqa: ASYNC110 - another process has no event to wait for
            await asyncio.sleep(0.01)


def _answer(url: str, wanted: str) -> bool:
    try:
        with urlopen(url, timeout=PATIENCE) as answer:
            return wanted in json.dumps(json.load(answer), separators=(",", ":"))
    except OSError:
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def resident(process: int) -> float:
    """Megabytes that the process holds in memory; 0 where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", told)
    return int(found[1]) / 1000 if found else 0.0
