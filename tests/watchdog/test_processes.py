"""Two real processes, one that lives and one that watches it, with short times: frozen, killed, stuck, or deaf, somebody is called."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from coachbot.watchdog.beat import beats_in
from tests.adapters.email.server import MailServer, mail_server
from tests.adapters.pager.server import Pager, pager
from tests.house.source import ROOT
from tests.service import until
from tests.wiring.command import coachbot, surroundings

TIMES = ["--look", "0.1", "--silent", "2", "--deaf", "4", "--retry", "1"]
WELL = 20.0  # seconds that two cores with much else to do may take
MAIL = {"SMTP__HOST": "127.0.0.1", "SMTP__SENDER": "coachbot@hospital.example", "SMTP__TLS": "none", "WATCHDOG__TO": "it@hospital.example"}


@asynccontextmanager
async def process(folder: Path, *words: str, **settings: str) -> AsyncIterator[Process]:
    made = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=ROOT, env=surroundings(folder, **settings), stdout=PIPE, stderr=PIPE
    )
    try:
        yield made
    finally:
        with contextlib.suppress(ProcessLookupError):
            made.kill()
        await made.communicate()


def touch(name: str) -> Callable[[Process, Path], None]:
    return lambda made, folder: (folder / name).touch()


def remove(name: str) -> Callable[[Process, Path], None]:
    return lambda made, folder: (folder / name).unlink()


def send(number: int) -> Callable[[Process, Path], None]:
    return lambda made, folder: made.send_signal(number)


HARMS = {
    "kill -STOP": ("silent", send(signal.SIGSTOP), send(signal.SIGCONT)),
    "kill -9": ("silent", send(signal.SIGKILL), None),
    "stuck loop": ("silent", touch("stuck"), remove("stuck")),
    "deaf": ("deaf", touch("silent"), remove("silent")),
}


@pytest.mark.shows("F11")
@pytest.mark.parametrize("harm", HARMS)
async def test_somebody_is_called_once_and_hears_that_it_is_over(tmp_path: Path, harm: str) -> None:
    kind, harmed, healed = HARMS[harm]
    async with mail_server() as server, pager() as other, process(tmp_path, "-m", "tests.watchdog.living", str(tmp_path)) as living:
        await until(lambda: any(beat and beat.canary for beat in beats_in(tmp_path).values()), WELL)
        settings = {**MAIL, "SMTP__PORT": str(server.port), "PAGING__URL": other.url, "PAGING__SECRET": "s3cret"}
        async with process(tmp_path, "-P", "-m", "coachbot.watchdog", *TIMES, **settings) as watchdog:
            await asyncio.sleep(0.5)
            assert told(server, other) == ([], [])
            harmed(living, tmp_path)
            await until(lambda: told(server, other) == ([kind], [kind]), WELL)
            await asyncio.sleep(1.0)
            assert told(server, other) == ([kind], [kind])
            if healed is not None:
                healed(living, tmp_path)
                await until(lambda: told(server, other) == ([kind, "over"], [kind, "over"]), WELL)
            assert watchdog.returncode is None


def told(server: MailServer, other: Pager) -> tuple[list[str], list[str]]:
    """What each means has told so far, by kind."""
    ids = [str(letter["Message-ID"]).strip("<>").rpartition("@")[0] for letter in server.letters]
    return [each.split("-")[2] for each in ids], [body["what"].removeprefix("watchdog.") for body, _ in other.calls]


async def test_no_file_kills_it(tmp_path: Path) -> None:
    (tmp_path / "heartbeat-1.json").mkdir()
    (tmp_path / "heartbeat-2.json").write_bytes(b"[" * 4000)
    os.mkfifo(tmp_path / "heartbeat-3.json")
    async with pager() as other, process(tmp_path, "-P", "-m", "coachbot.watchdog", *TIMES, PAGING__URL=other.url) as watchdog:
        await until(lambda: [body["what"] for body, _ in other.calls] == ["watchdog.silent"], WELL)
        (tmp_path / "heartbeat-2.json").unlink()
        await asyncio.sleep(0.5)
        assert watchdog.returncode is None
        watchdog.terminate()
        assert await asyncio.wait_for(watchdog.wait(), 5) == 0


async def test_the_command_reads_its_settings_where_the_service_does(tmp_path: Path) -> None:
    async with mail_server() as server, pager() as other:
        lines = {**MAIL, "SMTP__PORT": str(server.port), "PAGING__URL": other.url, "HTTP__PUBLIC_URL": "https://coach.example"}
        (tmp_path / ".env").write_text("".join(f"COACHBOT_{name}={value}\n" for name, value in lines.items()))
        ended = await asyncio.to_thread(coachbot, tmp_path, "watch", "--test")
        assert (ended.code, ended.out) == (0, "")
        assert told(server, other) == (["test"], ["test"])
        assert other.calls[0][0]["link"] == "https://coach.example"


async def test_a_test_that_reaches_nobody_says_so(tmp_path: Path) -> None:
    ended = await asyncio.to_thread(coachbot, tmp_path, "watch", "--test", PAGING__URL="http://127.0.0.1:1/", PAGING__SECRET="hunter2")
    assert ended.code == 1
    assert '"arrived": false' in ended.err
    assert "hunter2" not in ended.err


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({}, "coachbot watch has nobody to call"),
        ({"SMTP__HOST": "127.0.0.1", "SMTP__SENDER": "coachbot@hospital.example"}, "coachbot watch has nobody to call"),
        ({"WATCHDOG__TO": "it@hospital.example"}, "COACHBOT_SMTP__HOST"),
        ({"PAGING__URL": "https://pager.hospital.example"}, "COACHBOT_PROGRAMME"),
        ({"SMTP__PORT": "many"}, "COACHBOT_SMTP__PORT"),
    ],
)
def test_what_keeps_it_from_calling_is_said_before_it_watches(tmp_path: Path, settings: dict[str, str], says: str) -> None:
    assert coachbot(tmp_path, "watch", **settings).refuses(says)


async def test_what_else_is_wrong_is_no_reason_not_to_watch(tmp_path: Path) -> None:
    async with pager() as other:
        wrong = {"PAGING__URL": other.url, "PROGRAMME": "nowhere.yaml", "LOG_LEVEL": "LOUD"}
        ended = await asyncio.to_thread(coachbot, tmp_path, "watch", "--test", **wrong)
        assert ended.code == 0, ended
