"""A platform that does not open says why, in the log and in `/readyz`; only what can pass is tried again."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from pathlib import Path
from typing import Any

import httpx2 as httpx
from pydantic import SecretStr

from coachbot.platforms import Platforms
from coachbot.settings import Settings, Telegram
from standins.clock import MovableClock
from standins.slack import Slack
from standins.telegram import TelegramStandIn
from tests.wiring.command import surroundings


async def test_a_setting_that_is_wrong_is_said_and_not_tried_again() -> None:
    platforms = Platforms(Settings(telegram=Telegram(token=SecretStr("hunter2"))), None, None)  # type: ignore[arg-type]
    async with asyncio.timeout(20):
        await platforms.open(receive=True)
    wrong = platforms.state()["Telegram"]["wrong"]
    assert wrong.startswith("COACHBOT_TELEGRAM__TOKEN is not a bot token")
    assert "hunter2" not in wrong


async def test_tokens_that_the_platforms_refuse_are_named(tmp_path: Path) -> None:
    clock = MovableClock()
    async with Slack(clock) as slack, TelegramStandIn(clock) as telegram:
        port = _free_port()
        settings = {
            "TELEGRAM__TOKEN": "4242424243:AAnobodys",
            "TELEGRAM__API_BASE": telegram.base,
            "HTTP__PORT": str(port),
            "MODEL__ON": "false",
        }
        settings |= {"SLACK__BOT_TOKEN": "xoxb-hunter2", "SLACK__SIGNING_SECRET": "s", "SLACK__API_BASE": slack.url}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "coachbot", "run"),
            env=surroundings(tmp_path, **settings),
            cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            wrong = await _wrong(port, "COACHBOT_TELEGRAM__TOKEN", "COACHBOT_SLACK__BOT_TOKEN")
        finally:
            process.terminate()
            _, told = await process.communicate()
        assert "Telegram does not know COACHBOT_TELEGRAM__TOKEN" in wrong
        assert "Slack does not accept COACHBOT_SLACK__BOT_TOKEN (invalid_auth)" in wrong
        assert b"Telegram does not know COACHBOT_TELEGRAM__TOKEN" in told
        assert b"Slack does not accept COACHBOT_SLACK__BOT_TOKEN" in told
        assert b"hunter2" not in told
        assert b"Traceback" not in told


async def _wrong(port: int, *names: str) -> str:
    """What `/readyz` finds wrong, once it names all of these."""
    async with asyncio.timeout(60), httpx.AsyncClient() as client:
        while True:
            await asyncio.sleep(0.3)
            told = await _told(client, port)
            if all(name in told for name in names):
                return told


async def _told(client: Any, port: int) -> str:
    try:
        return json.dumps((await client.get(f"http://127.0.0.1:{port}/readyz")).json()["wrong"])
    except httpx.TransportError:
        return ""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])
