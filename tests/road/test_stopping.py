"""`coachbot run` as people run it: told to stop in the middle of the morning, started twice, and beside a rival."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.telegram import app as telegram_app
from coachbot.opening import open_notebook
from coachbot.timekeeping import FreshNames, WallClock
from coaching.participant import Address, Channel
from standins.clock import MovableClock
from standins.slack import Slack
from standins.slack.person import Person as SlackPerson
from standins.slack.server import BOT_TOKEN, SECRET
from standins.slack.workspace import TEAM
from standins.telegram import Person as TelegramPerson
from standins.telegram import TelegramStandIn
from tests.road.running import free_port
from tests.service import KEY, files, until, world

EACH = 10  # people on each platform; everybody says something once a second: 20 messages a second
SECONDS = 6  # of talk
STOP_AFTER = 3.0


# -- the process ----------------------------------------------------------------------------------------------------------------


async def started(folder: Path, port: int, **settings: str) -> asyncio.subprocess.Process:
    """A service that has said that it is ready."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACHBOT_")}
    env |= {
        "COACHBOT_DATA": str(folder),
        "COACHBOT_HTTP__PORT": str(port),
        "COACHBOT_MASTER_KEY": KEY,
        "COACHBOT_MODEL__ON": "false",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "coachbot", "run", env=env, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(30):
        line = await process.stdout.readline()
    assert not line or line.startswith(b"Ready: "), line
    return process


async def stopped(process: asyncio.subprocess.Process) -> float:
    """Told to stop; seconds until it was gone, by its own will and well."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 0
    return time.monotonic() - began


# -- the morning ----------------------------------------------------------------------------------------------------------------


class Morning:
    """Two platforms in real time, and twenty people who talk."""

    def __init__(self, clock: MovableClock, slack: Slack, telegram: TelegramStandIn) -> None:
        self.clock, self.slack, self.telegram = clock, slack, telegram
        self.nurses = [slack.person(f"U{number:03d}") for number in range(EACH)]
        self.doctors = [telegram.person(f"Doctor {number}") for number in range(EACH)]

    def settings(self) -> dict[str, str]:
        return {
            "COACHBOT_SLACK__BOT_TOKEN": BOT_TOKEN,
            "COACHBOT_SLACK__SIGNING_SECRET": SECRET,
            "COACHBOT_SLACK__API_BASE": self.slack.url,
            "COACHBOT_TELEGRAM__TOKEN": self.telegram.token,
            "COACHBOT_TELEGRAM__API_BASE": self.telegram.base,
        }

    def people(self) -> list[SlackPerson | TelegramPerson]:
        return [*self.nurses, *self.doctors]

    async def goes_on(self) -> None:
        """Everybody says something once a second, one after the other."""
        saying = []
        for second in range(SECONDS):
            for number in range(EACH):
                saying.append(asyncio.create_task(self.nurses[number].says(f"thought {second}")))
                self.doctors[number].says(f"thought {second}")
                await asyncio.sleep(1 / EACH)
        await asyncio.gather(*saying)

    async def is_all_delivered(self) -> None:
        """What Slack could not deliver, it tries again after a minute, which passes quickly here."""
        await self.slack.settled()
        for _ in range(61):
            await self.clock.move(1)
            await self.slack.settled()
        await until(lambda: not self.telegram.updates.waiting, 20)
        assert all(record.acked() for record in self.slack.deliveries)

    def posts(self) -> Counter[str]:
        """How often each message of ours is in Slack, by its id."""
        metadata = [message.metadata for message in self.slack.posts() if message.metadata]
        return Counter(str(found["event_payload"]["id"]) for found in metadata)


@asynccontextmanager
async def morning() -> AsyncIterator[Morning]:
    clock = MovableClock(datetime.now(UTC))
    following = asyncio.create_task(clock.follow())
    async with Slack(clock) as slack, TelegramStandIn(clock) as telegram:
        yield Morning(clock, slack, telegram)
    following.cancel()


@pytest.mark.shows("A15")
async def test_told_to_stop_while_twenty_people_talk(tmp_path: Path) -> None:
    port = free_port()
    async with morning() as here:
        here.slack.listen_at(f"http://127.0.0.1:{port}/slack/events")
        first = await started(tmp_path, port, **here.settings())
        await until(lambda: here.telegram._polls and here.slack.called("auth.test"), 30)
        talk = asyncio.create_task(here.goes_on())
        await asyncio.sleep(STOP_AFTER)
        took = await stopped(first)
        print(f"gone after {took:.1f} s")
        second = await started(tmp_path, port, **here.settings())
        await talk
        await until(lambda: here.telegram._polls, 30)
        await here.is_all_delivered()
        await all_is_answered(here, tmp_path)
        await stopped(second)
        await nothing_lost_nothing_doubled(here, tmp_path)
        assert took <= 10


async def all_is_answered(here: Morning, folder: Path) -> None:
    """Wait until the outbox is empty, seen from outside."""
    async with open_notebook(*files(folder), KEY, clock=WallClock(), names=FreshNames()) as opened, asyncio.timeout(60):
        while True:
            backlog = await opened.notebook.backlog()
            if not backlog.inbox and not backlog.outbox:
                return
            await asyncio.sleep(0.05)


async def nothing_lost_nothing_doubled(here: Morning, folder: Path) -> None:
    async with open_notebook(*files(folder), KEY, clock=WallClock(), names=FreshNames()) as opened:
        posts = here.posts()
        for person in here.people():
            lines = (await opened.notebook.glance(key_of(person, here), 10_000)).lines
            said = [line.text for line in lines if line.author == "participant"]
            assert sorted(said) == [f"thought {second}" for second in range(SECONDS)]
            bot = [line for line in lines if line.author == "bot"]
            if isinstance(person, SlackPerson):
                assert [posts[line.id] for line in bot] == [1] * len(bot)
            else:
                assert sorted(person.reads) == sorted(line.text for line in bot)


def key_of(person: SlackPerson | TelegramPerson, here: Morning) -> tuple[str, str, str]:
    account = TEAM if isinstance(person, SlackPerson) else str(here.telegram.me["id"])
    at = Address(Channel.SLACK if isinstance(person, SlackPerson) else Channel.TELEGRAM, account, str(person.id))
    return at.channel.value, at.account, at.person


# -- twice ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("B2")
async def test_a_second_service_on_the_same_file_refuses(tmp_path: Path) -> None:
    first = await started(tmp_path, free_port())
    second = await started(tmp_path, free_port())
    told, wrong = await asyncio.wait_for(second.communicate(), 30)
    assert second.returncode == 2
    assert b"Another coachbot already works on this database" in told + wrong
    assert b"Traceback" not in told + wrong
    assert first.returncode is None
    assert await stopped(first) <= 10


@pytest.mark.shows("B2")
async def test_a_rival_poller_takes_nothing_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else polls with our token: we are told 409, wait, and go on where we were."""
    monkeypatch.setattr(telegram_app, "RIVAL_WAIT", 0.02)
    async with world(files(tmp_path), used={"Telegram"}) as here:
        doctor = here.doctor()
        await doctor.types("hello")
        for number in range(3):
            rival = asyncio.create_task(here.telegram._get_updates({"timeout": 1}))
            await asyncio.sleep(0)
            doctor.person.says(f"thought {number}")
            await asyncio.wait({rival})
            assert rival.exception() is None or "Conflict" in str(rival.exception())
            await here.lasts(10)
        assert await doctor.said() == ["hello", "thought 0", "thought 1", "thought 2"]
        assert len(doctor.reads) == len(await doctor.heard())


# -- late ----------------------------------------------------------------------------------------------------------------------


async def test_what_waits_is_not_given_up_while_the_platforms_are_still_loading(tmp_path: Path) -> None:
    """The service is live before Slack and Telegram are loaded, and a backlog may be there from the life before."""
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types("hello")
        await nurse.person.says("woop")
        await here.delivered()
        await here.road.performer.perform_waiting()
        await here.restarts()
        loaded = dict(here.road.outlets)
        here.road.outlets.clear()
        await here.lasts(5)
        assert len(nurse.reads) == 1
        here.road.outlets.update(loaded)
        await here.lasts(5)
        assert len(nurse.reads) == len(await nurse.heard()) == 2


async def test_what_is_for_a_channel_that_is_no_longer_used_does_not_wait_for_ever(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.person.says("hello")
        await here.delivered()
        here.road.outlets.clear()
        await here.lasts(200)
        assert await here.count("outbox", "state = 'failed'") == 1
        assert await here.nothing_waits()
