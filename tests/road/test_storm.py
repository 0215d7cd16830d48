"""Slack delivers late, again and again, out of order, by several ways at once: each thing said is one turn."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from coachbot.slack_part import SlackPart
from standins.chaos import Fault, Weather
from standins.slack import events
from standins.slack.delivery import Courier
from standins.slack.server import SECRET
from standins.slack.workspace import Message
from tests.service import Nurse, World, files, until, world

PEOPLE, EACH = 100, 10
OTHERS = 2  # sockets besides the service's own
AT_ONCE = 16


@dataclass(frozen=True)
class Delivery:
    """One delivery of one event: by a socket or by HTTP, as a first try or a later one."""

    payload: Mapping[str, Any]
    by_socket: bool
    number: int


def everything_said(here: World, dice: random.Random) -> list[list[Delivery]]:
    """1,000 messages, each with its one to six deliveries."""
    nurses = [here.nurse() for _ in range(PEOPLE)]
    return [deliveries(here, message(here, nurse, number), dice) for number in range(EACH) for nurse in nurses]


def message(here: World, nurse: Nurse, number: int) -> Message:
    space = here.slack.space
    name = f"{nurse.person.id.lower()}-{number}"
    return space.add(Message(space.stamp(), nurse.person.place, nurse.person.id, f"thought {number}", client_msg_id=name))


def deliveries(here: World, said: Message, dice: random.Random) -> list[Delivery]:
    """The event again; now and then the same gesture under another `ts`, or for another workspace (SL6)."""
    space, usual = here.slack.space, events.event(here.slack.space, events.posted(said, "im"))
    found = [Delivery(usual, dice.random() < 0.7, 0)]
    for number in range(dice.randint(0, 5)):
        shape = dice.random()
        twin = Message(space.stamp(), said.channel, said.user, said.text, client_msg_id=said.client_msg_id)
        payload = usual if shape < 0.7 else events.event(space, events.posted(twin, "im"))
        payload = events.event(space, events.posted(said, "im"), "T0OTHER") if shape > 0.9 else payload
        found.append(Delivery(payload, dice.random() < 0.7, dice.choice([0, number % 3 + 1])))
    return found


async def deliver(here: World, http: Courier, storm: list[Delivery]) -> None:
    """So many at once, by sockets and by HTTP."""
    places = asyncio.Semaphore(AT_ONCE)

    async def one(delivery: Delivery) -> None:
        async with places:
            courier = here.slack.courier if delivery.by_socket else http
            attempt = await courier.attempt("events_api", delivery.payload, delivery.number)
            assert not attempt.failed, attempt

    await asyncio.gather(*(one(delivery) for delivery in storm))


@asynccontextmanager
async def three_sockets_and_http(here: World) -> AsyncIterator[Courier]:
    """Two more sockets beside the service's own; deliveries by HTTP go by the courier."""
    async with AsyncExitStack() as stack:
        for _ in range(OTHERS):
            part = SlackPart(here.settings, here.road, here.life.opened)
            stack.push_async_callback(part.close)
            await part.start(receive=True)
            stack.push_async_callback(part.stop_receiving)
        await until(lambda: len(here.slack.sockets.links) == 1 + OTHERS)
        http = Courier(here.clock, SECRET, here.slack.sockets)
        http.url = f"{here.address}/slack/events"
        stack.push_async_callback(http.close)
        yield http


@pytest.mark.shows("A7")
async def test_a_storm_of_duplicates(tmp_path: Path) -> None:
    took = await a_storm(files(tmp_path))
    assert took <= 15


@pytest.mark.long
@pytest.mark.pg
@pytest.mark.shows("A7")
async def test_a_storm_of_duplicates_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    assert await a_storm((postgres_url, files(tmp_path)[1])) <= 30


async def a_storm(urls: tuple[str, str]) -> float:
    """Everything is a turn once, and once only; how many seconds of work that was for this process."""
    dice = random.Random(7)
    async with world(urls, "socket", used={"Slack"}) as here, three_sockets_and_http(here) as http:
        here.slack.echoes = False
        said = everything_said(here, dice)
        began = time.process_time()  # not the machine's other business
        await deliver(here, http, shuffled([batch[:-1] or batch for batch in said], dice))
        await here.lasts(60)
        rows = await here.count("outbox")
        here.clock.jump(timedelta(days=31))
        here.slack.sockets.twice = True  # SL4: each envelope comes twice, both as a first try
        await deliver(here, http, shuffled([batch[-1:] for batch in said], dice))
        await here.lasts(60)
        assert await here.count("inbox") == await here.count("line", "author = 'participant'") == len(said) == 1_000
        assert await here.count("outbox") == rows == len(here.slack.posts())
        assert await here.nothing_waits()
        print(f"{sum(map(len, said))} deliveries of {len(said)} events")
        return time.process_time() - began


def shuffled(batches: list[list[Delivery]], dice: random.Random) -> list[Delivery]:
    every = [delivery for batch in batches for delivery in batch]
    dice.shuffle(every)
    return every


@pytest.mark.shows("A8")
async def test_only_the_retries_come_through(urls: tuple[str, str]) -> None:
    async with world(urls, "socket", used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types("hello")
        await here.dies()  # no socket any more
        here.slack.chaos.always("conversations.history", Fault(Weather.ERROR, error="missing_scope"))
        before = [await nurse.person.says(f"while nobody listened {number}") for number in range(3)]
        await here.clock.move(40)
        await here.born()
        await here.lasts(400)
        assert (await nurse.said())[1:] == [message.text for message in before]
        assert [attempt.failed for attempt in here.slack.deliveries[-4].attempts] == ["timeout", "timeout", ""]
        assert await here.nothing_waits()


@pytest.mark.parametrize("way", ["http", "socket"])
async def test_what_comes_at_once_is_kept_in_its_order(urls: tuple[str, str], way: str) -> None:
    """Several at once from people nobody remembers yet: stored, and answered, in the order in which each said them."""
    async with world(urls, way, used={"Slack"}) as here:
        nurses = [here.nurse() for _ in range(5)]
        for nurse in nurses:
            await nurse.types("hello")
        await here.restarts()
        here.slack.pause()
        for number in range(8):
            for nurse in nurses:
                await nurse.person.says(f"thought {number}")
        held, here.slack.courier._held = here.slack.courier._held, []
        await asyncio.gather(*(here.slack.redeliver(record, 0) for record in held))
        await here.lasts(60)
        assert [await nurse.said() for nurse in nurses] == [["hello", *(f"thought {number}" for number in range(8))]] * 5


@pytest.mark.shows("A8")
@pytest.mark.parametrize("number", [1, 2, 3])
async def test_the_first_delivery_is_a_retry(tmp_path: Path, number: int) -> None:
    async with world(files(tmp_path), "socket", used={"Slack"}) as here:
        nurses = [here.nurse() for _ in range(20)]
        said = [message(here, nurse, 0) for nurse in nurses]
        for each in said:
            payload = events.event(here.slack.space, events.posted(each, "im"))
            assert not (await here.slack.courier.attempt("events_api", payload, number)).failed
        await here.lasts(10)
        assert [await nurse.said() for nurse in nurses] == [["thought 0"]] * 20
        for nurse in nurses:
            assert len(nurse.reads) == len(await nurse.heard())
