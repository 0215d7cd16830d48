"""The database is away: the static text goes out within ten seconds, and the case is there once it is back."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx2 as httpx
import pytest

from coaching.participant import Channel
from tests.road.away import Wire, full, locked
from tests.road.running import running
from tests.service import Doctor, Nurse, World, files, until, world

GRAVE = "I want to die"
AGAIN = "(sent again in case the first copy was lost)"
CARD = "safety.crisis"
WITHIN = 10.0  # seconds
ON = [Channel.SLACK, Channel.TELEGRAM]
A_MINUTE = pytest.param(60.0, marks=[pytest.mark.long, pytest.mark.timeout(300)])
Somebody = Nurse | Doctor


def says(somebody: Somebody, words: str) -> None:
    """Type it, and wait for nothing."""
    if isinstance(somebody, Doctor):
        somebody.person.says(words)
    else:
        somebody.world.notes[words] = asyncio.create_task(somebody.person.says(words))


async def met(here: World, somebody: Somebody) -> list[str]:
    """Somebody who is in the middle of something."""
    await somebody.types("hello", "woop")
    return await told(somebody)


async def told(somebody: Somebody) -> list[str]:
    return [line.wording or line.text for line in await somebody.talk()]


async def seconds_until_told(somebody: Somebody, words: str = GRAVE) -> float:
    """Says it, and reads the lines."""
    began = time.monotonic()
    says(somebody, words)
    await until(lambda: any("999" in read for read in somebody.reads), 2 * WITHIN)
    return time.monotonic() - began


async def back(here: World) -> None:
    """What waited is taken in, and every platform has had its last try."""
    async with asyncio.timeout(60):
        while not await here.road.inbox.empty_spool():  # noqa: ASYNC110 - it is tried again as the service does
            await asyncio.sleep(0.05)
    await here.lasts(400)  # Slack's last retry comes after 361 s


async def all_is_made_good(here: World, somebody: Somebody, before: list[str]) -> None:
    """The case, the alert, and a transcript that says what was said; the text was read once."""
    await back(here)
    backlog = await here.road.notebook.backlog()
    assert (backlog.cases, backlog.alerts) == (1, 1)
    assert await told(somebody) == [*before, GRAVE, CARD]
    assert sum("999" in read for read in somebody.reads) == 1
    assert await here.nothing_waits()


@pytest.mark.shows("F6")
@pytest.mark.parametrize("channel", ON)
@pytest.mark.parametrize("seconds", [4.0, A_MINUTE])
async def test_the_file_is_locked(tmp_path: Path, channel: Channel, seconds: float) -> None:
    async with world(files(tmp_path), used={channel.value.title()}, spool=tmp_path / "spool") as here:
        somebody = here.somebody(channel)
        before = await met(here, somebody)
        with locked(tmp_path / "coachbot.db"):
            ends = time.monotonic() + seconds
            assert await seconds_until_told(somebody) < WITHIN
            await asyncio.sleep(max(0.0, ends - time.monotonic()))
        await all_is_made_good(here, somebody, before)


@pytest.mark.shows("F6")
@pytest.mark.parametrize("channel", ON)
async def test_a_burst_before_it_does_not_hold_it_up(tmp_path: Path, channel: Channel) -> None:
    async with world(files(tmp_path), used={channel.value.title()}, spool=tmp_path / "spool") as here:
        somebody = here.somebody(channel)
        before = await met(here, somebody)
        burst = [f"thought {number}" for number in range(5)]
        with locked(tmp_path / "coachbot.db"):
            for words in burst:
                says(somebody, words)
            assert await seconds_until_told(somebody) < WITHIN
        await back(here)
        assert [words for words in await somebody.said() if words in (*burst, GRAVE)] == [*burst, GRAVE]
        assert len(before) < len(await told(somebody))


@pytest.mark.shows("F6")
async def test_the_disk_is_full(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    async with world(files(tmp_path), used={"Telegram"}, spool=spool) as here:
        doctor = here.doctor()
        before = await met(here, doctor)
        async with full(here, spool):
            assert await seconds_until_told(doctor, GRAVE + " " * 1000 + "x" * 3000) < WITHIN
            assert here.telegram.updates.waiting, "Telegram is told to deliver again"
        await until(lambda: not here.telegram.updates.waiting)
        await here.lasts(60)
        assert (await told(doctor))[:-2] == before
        assert (await told(doctor))[-1] == CARD
        assert sum("999" in read for read in doctor.reads) == 1
        assert (await here.road.notebook.backlog()).cases == 1


@pytest.mark.pg
@pytest.mark.shows("F6")
@pytest.mark.parametrize("channel", ON)
@pytest.mark.parametrize("how", ["cut", "silent"])
async def test_postgresql_is_away(tmp_path: Path, postgres_url: str, channel: Channel, how: str) -> None:
    wire = Wire(postgres_url)
    await wire.mend()
    async with world((wire.url, files(tmp_path)[1]), used={channel.value.title()}, spool=tmp_path / "spool") as here:
        somebody = here.somebody(channel)
        before = await met(here, somebody)
        if how == "cut":
            await wire.cut()
        else:
            wire.hush()
        assert await seconds_until_told(somebody) < WITHIN
        await wire.mend()
        await all_is_made_good(here, somebody, before)
    await wire.cut()


@pytest.mark.shows("F6", side="in the browser")
async def test_in_the_browser_the_page_says_it(tmp_path: Path) -> None:
    browser = {"sec-fetch-site": "same-origin"}
    async with running(tmp_path) as address, httpx.AsyncClient(base_url=address, headers=browser, timeout=30) as client:
        await client.get("/")
        await client.post("/say", data={"nonce": "n1", "text": "hello"})
        with locked(tmp_path / "coachbot.db"):
            began = time.monotonic()
            page = await client.post("/say", data={"nonce": "n2", "text": GRAVE})
            assert time.monotonic() - began < WITHIN
            assert "999" in page.text
        async with asyncio.timeout(40):
            while (await client.get("/readyz")).json()["cases"] != {"open": 1, "alerts_waiting": 1}:  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        assert "999" in (await client.get("/")).text


@pytest.mark.shows("F6", side="help now")
@pytest.mark.parametrize("channel", ON)
async def test_a_call_for_help_is_answered_at_once_and_again_with_its_buttons(tmp_path: Path, channel: Channel) -> None:
    """The second copy says that it is one; the next call, with the database there, is answered once and unmarked."""
    async with world(files(tmp_path), used={channel.value.title()}, spool=tmp_path / "spool") as here:
        somebody = here.somebody(channel)
        before = await met(here, somebody)
        with locked(tmp_path / "coachbot.db"):
            assert await seconds_until_told(somebody, "help now") < WITHIN
        await back(here)
        assert await told(somebody) == [*before, "help now", "help_now.unverified"]
        await somebody.types("help now")
        assert [AGAIN in read for read in somebody.reads if "999" in read] == [False, True, False]
