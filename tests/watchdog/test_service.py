"""The running service gives signs of life, and says so."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx2 as httpx

from coachbot.watchdog.beat import beats_in
from tests.road.running import running


async def test_it_beats_and_its_canary_sings(tmp_path: Path) -> None:
    async with running(tmp_path) as address, httpx.AsyncClient(base_url=address, timeout=30) as client:
        async with asyncio.timeout(30):
            while (heart := (await client.get("/readyz")).json()["heart"])["why"]:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert heart["canary"].endswith("+00:00")
        port = address.rpartition(":")[2]
        assert list(beats_in(tmp_path)) == [f"heartbeat-{port}"]
        assert beats_in(tmp_path)[f"heartbeat-{port}"] is not None
