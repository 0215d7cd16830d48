"""The service's sign of life: the canary sings where a message would be decided, and nowhere else."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.nlu.reading import Question, Reading
from coachbot.canary import Canary
from coachbot.heart import Heart, Silent
from coachbot.opening import Opened, open_notebook
from coachbot.road import Road, build_road
from coachbot.service import ROLES
from coachbot.timekeeping import FreshNames
from coachbot.watchdog.beat import Beat, beats_in, file_of, write_beat
from coaching.message import Inbound
from coaching.participant import Address, Channel
from standins.clock import MovableClock
from tests.service import KEY, MIND, files, until

NOW = datetime(2026, 11, 26, 3, tzinfo=UTC)
HELLO = Address(Channel.TERMINAL, "canary", "canary")  # where the canary writes from


@dataclass
class Place:
    """A road over a database of its own, and its canary."""

    clock: MovableClock
    opened: Opened
    road: Road
    canary: Canary


@asynccontextmanager
async def place(folder: Path) -> AsyncIterator[Place]:
    clock, names = MovableClock(), FreshNames()
    async with open_notebook(*files(folder), KEY, clock=clock, names=names) as opened:
        road = build_road(opened.notebook, MIND, {}, clock=clock, names=names)
        yield Place(clock, opened, road, Canary(road, opened, ROLES))


def come_round(road: Road) -> None:
    road.rounds.update(perform=road.clock.now(), send=road.clock.now())


async def test_it_sings_and_leaves_nobody_behind(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        come_round(here.road)
        await here.canary()
        await here.canary()
        backlog = await here.road.notebook.backlog()
        assert (backlog.inbox, backlog.outbox, backlog.cases) == (0, 0, 0)
        assert not (await here.road.glance(HELLO)).known


async def test_a_loop_that_does_not_come_round_silences_it(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        with pytest.raises(Silent, match="perform"):
            await here.canary()
        come_round(here.road)
        await here.clock.move(59)
        await here.canary()
        await here.clock.move(2)
        with pytest.raises(Silent, match="perform"):
            await here.canary()


async def test_a_loop_of_the_hand_off_counts_once_it_has_come_round(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        here.road.rounds["tend"] = here.clock.now()
        await here.clock.move(61)
        come_round(here.road)
        with pytest.raises(Silent, match="tend"):
            await here.canary()


async def test_a_process_that_only_receives_needs_no_loops(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        await Canary(here.road, here.opened, {"receive"})()
        assert here.road.rounds == {}


async def test_a_message_that_cannot_be_read_silences_it(tmp_path: Path) -> None:
    class Broken:
        def read(self, inbound: Inbound, question: Question | None) -> Reading:
            raise ValueError("broken")

    async with place(tmp_path) as here:
        road = build_road(here.opened.notebook, replace(MIND, reader=Broken()), {}, clock=here.clock, names=FreshNames())  # type: ignore[arg-type]
        come_round(road)
        heart = Heart(tmp_path / "beat", Canary(road, here.opened, ROLES), here.clock)
        assert not await heart.sang()
        assert (heart.good, heart.why) == (None, "ValueError")


async def test_a_database_that_is_away_silences_it(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        come_round(here.road)
        heart = Heart(tmp_path / "beat", here.canary, here.clock)
        assert await heart.sang()
        good = heart.good
        await here.opened.notebook.close()
        assert not await heart.sang()
        assert heart.good == good
        assert heart.state()["why"] != ""


async def test_a_canary_that_takes_for_ever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachbot.heart.PATIENCE", 0.05)
    heart = Heart(tmp_path / "beat", lambda: asyncio.sleep(60), MovableClock())
    assert not await heart.sang()
    assert heart.why == "TimeoutError"


async def test_the_loop_writes_the_heartbeat_and_a_stuck_loop_does_not(tmp_path: Path) -> None:
    async def well() -> None: ...

    clock, file = MovableClock(), file_of(tmp_path / "new", 8080)
    heart = Heart(file, well, clock, beats=0.01, sings=0.01)
    tasks = [asyncio.create_task(heart.beat_on()), asyncio.create_task(heart.sing_on())]
    await until(lambda: beats_in(file.parent) == {"heartbeat-8080": Beat(clock.now(), clock.now())})
    before = file.stat().st_mtime_ns
    time.sleep(0.2)  # noqa: ASYNC251 - a loop that is stuck
    assert file.stat().st_mtime_ns - before < 100_000_000
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_file_that_cannot_be_written_does_not_end_the_service(tmp_path: Path) -> None:
    async def well() -> None: ...

    (tmp_path / "taken").write_text("")
    heart = Heart(tmp_path / "taken" / "heartbeat-1.json", well, MovableClock(), beats=0.01)
    task = asyncio.create_task(heart.beat_on())
    await asyncio.sleep(0.1)
    assert not task.done()
    task.cancel()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"null",
        b"7",
        b"{}",
        b'{"at": null, "canary": null}',
        b'{"at": "yesterday", "canary": null}',
        b'{"at": "2026-11-26T03:00:00", "canary": null}',
        b'{"at": "2026-11-26T03:00:00+00:00"}',
        b'{"at": "2026-11-26T03:00:00+00:00", "canary": 5}',
        b"[" * 4000,
        b'{"at": "2026-11-26T03:00:00+00:00", "canary": null' + b" " * 10_000 + b"}",
    ],
)
def test_a_bad_file_is_a_heartbeat_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "heartbeat-1.json").write_bytes(content)
    write_beat(file_of(tmp_path, 2), Beat(NOW, NOW - timedelta(minutes=1)))
    assert beats_in(tmp_path) == {"heartbeat-1": None, "heartbeat-2": Beat(NOW, NOW - timedelta(minutes=1))}


def test_whatever_else_lies_there_is_no_heartbeat(tmp_path: Path) -> None:
    (tmp_path / "heartbeat-1.json").mkdir()
    (tmp_path / "heartbeat-2.json").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "heartbeat-3.json")
    assert beats_in(tmp_path) == {"heartbeat-1": None, "heartbeat-2": None, "heartbeat-3": None}
    assert beats_in(tmp_path / "nowhere") == {}
