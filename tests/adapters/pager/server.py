"""A pager on loopback: keeps what it is posted, and answers as a test wishes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class Pager:
    """Keeps what it is posted; answers with `status` after `slow` seconds."""

    url: str = ""
    status: int = 202
    headers: dict[str, str] = field(default_factory=dict)
    slow: float = 0.0
    calls: list[tuple[dict[str, Any], dict[str, str]]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.calls.append((json.loads(await request.read()), dict(request.headers)))
        await asyncio.sleep(self.slow)
        return web.Response(status=self.status, headers=self.headers, text="no words of ours")


@asynccontextmanager
async def pager() -> AsyncIterator[Pager]:
    made, app = Pager(), web.Application()
    app.router.add_post("/page", made.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/page"
    try:
        yield made
    finally:
        await runner.cleanup()
