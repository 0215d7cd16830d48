"""What people do in Slack reaches the store once, and Slack hears so only afterwards."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial

import pytest

from bot.adapters.slack.app import Pace
from coaching.message import Kind
from standins.slack.workspace import TEAM
from tests.adapters.slack.conftest import World, until, with_http, with_socket


async def test_a_message_is_stored_and_then_acknowledged(world: World) -> None:
    nurse = world.slack.person("U1")
    message = await nurse.says("be less &amp; knackered <@U2> <https://x.org|x.org>")
    record = world.slack.deliveries[-1]
    assert record.acked()
    assert len(record.attempts) == 1
    (inbound,) = world.store.taken
    assert inbound.kind is Kind.TEXT
    assert inbound.words.text == "be less & knackered @someone x.org"
    assert inbound.address.place == nurse.place
    assert inbound.address.account == TEAM
    assert inbound.keys[0] == f"slack:{TEAM}:message:{nurse.place}:{message.ts}"


async def test_nothing_is_acknowledged_before_the_commit(world: World) -> None:
    world.store.gate = asyncio.Event()
    says = asyncio.create_task(world.slack.person("U1").says("hello"))
    await until(lambda: world.store.calls == 1)
    await asyncio.sleep(0.02)
    assert not world.slack.deliveries[-1].acked()
    world.store.gate.set()
    await says
    assert world.slack.deliveries[-1].acked()
    assert world.store.words() == ["hello"]


async def test_what_could_not_be_stored_is_delivered_again(http: World) -> None:
    world = http
    world.store.failing = 3
    await world.slack.person("U1").says("hello")
    record = world.slack.deliveries[-1]
    assert [attempt.status for attempt in record.attempts] == [503, 503]
    await world.clock.move(60)
    await until(lambda: len(record.attempts) == 3)
    assert not world.store.taken
    await world.clock.move(300)
    await until(record.acked)
    assert [attempt.number for attempt in record.attempts] == [0, 1, 2, 3]
    assert world.store.words() == ["hello"]


async def test_an_unstored_envelope_is_not_acknowledged(socket: World) -> None:
    socket.store.failing = 1
    says = asyncio.create_task(socket.slack.person("U1").says("hello"))
    await until(lambda: socket.store.calls == 1)
    await socket.clock.move(3)
    await says
    record = socket.slack.deliveries[-1]
    assert [attempt.failed for attempt in record.attempts] == ["timeout", ""]
    assert socket.store.words() == ["hello"]


async def test_a_store_that_takes_too_long_is_answered_503(http: World) -> None:
    http.app._pace = type(http.app._pace)(patience=0.02)
    http.store.gate = asyncio.Event()
    await http.slack.person("U1").says("hello")
    record = http.slack.deliveries[-1]
    assert [attempt.status for attempt in record.attempts] == [503, 503]
    http.store.gate.set()
    await http.clock.move(60)
    await until(record.acked)
    assert http.store.words() == ["hello"]


@pytest.mark.shows("A8")
async def test_the_retry_is_the_only_delivery(socket: World) -> None:
    """No socket is open for forty seconds; what was typed meanwhile comes with retry_attempt 1, 2 or 3 alone."""
    assert socket.app.socket
    nurse = socket.slack.person("U1")
    live, socket.slack.sockets.links = socket.slack.sockets.links, []
    for number in range(20):
        await nurse.says(f"message {number}")
    assert not socket.store.taken
    await socket.clock.move(40)
    socket.slack.sockets.links = live
    await socket.clock.move(20)
    await until(lambda: all(record.acked() for record in socket.slack.deliveries))
    assert {record.attempts[-1].number for record in socket.slack.deliveries} == {2}
    assert sorted(socket.store.words()) == sorted(f"message {number}" for number in range(20))


@pytest.mark.shows("A8")
@pytest.mark.parametrize("number", [1, 2, 3])
async def test_every_retry_counts_as_a_delivery(world: World, number: int) -> None:
    world.slack.outage()
    await world.slack.person("U1").says("hello")
    assert not world.store.taken
    attempt = await world.slack.redeliver(world.slack.deliveries[-1], number)
    assert not attempt.failed
    assert world.store.words() == ["hello"]


@pytest.mark.shows("A7")
async def test_duplicates_of_every_shape_are_one_message(world: World) -> None:
    nurse = world.slack.person("U1")
    world.slack.sockets.twice = True
    message = await nurse.says("yes")
    await world.slack.redeliver(world.slack.deliveries[-1])
    await world.clock.move(30)
    await world.slack.twin(message)
    await world.slack.connect(message)
    await world.clock.move(31 * 24 * 3600)
    attempt = await world.slack.redeliver(world.slack.deliveries[0], 3)
    assert not attempt.failed
    assert world.store.words() == ["yes"]
    assert world.store.calls >= 5


async def test_a_gesture_delivered_twice_counts_once(socket: World) -> None:
    socket.slack.sockets.twice = True
    nurse = socket.slack.person("U1")
    await nurse.commands("/coach", "goals")
    await nurse.shortcut("human")
    await until(lambda: socket.store.calls == 4)
    assert socket.store.words() == ["goals", "human"]


async def test_a_planned_refresh_loses_nothing(socket: World) -> None:
    nurse = socket.slack.person("U1")
    for number in range(3):
        await socket.slack.sockets.refresh()
        await nurse.says(f"during {number}")
        await until(partial(renewed, socket, number + 2))
        await nurse.says(f"after {number}")
    assert [record.acked() for record in socket.slack.deliveries] == [True] * 6
    assert len(socket.store.taken) == 6


def renewed(world: World, opened: int) -> bool:
    return world.slack.sockets.opened == opened and len(world.slack.sockets.links) == 1


async def test_too_many_connections_are_waited_out(socket: World) -> None:
    socket.slack.sockets.refuse = 3
    await socket.slack.sockets.cut()
    await until(lambda: socket.slack.sockets.opened == 2)
    await socket.slack.person("U1").says("hello")
    assert socket.store.words() == ["hello"]


async def test_a_cut_connection_is_opened_again_and_says_so() -> None:
    opened: list[int] = []

    async def note() -> None:
        opened.append(1)

    async with AsyncExitStack() as stack:
        world = await with_socket(stack, opened=note)
        await world.slack.sockets.cut()
        await until(lambda: len(opened) == 2)
        await world.slack.person("U1").says("hello")
        assert world.store.words() == ["hello"]


async def test_half_open_is_noticed_by_the_loops_own_time() -> None:
    """No pong comes back: the heartbeat ends the connection, whatever the wall clock says."""
    from contextlib import AsyncExitStack

    async with AsyncExitStack() as stack:
        world = await with_socket(stack, pace=Pace(pause=0.01, heartbeat=0.1))
        world.clock.jump(timedelta(hours=-3))
        world.slack.sockets.deafen()
        await until(lambda: world.slack.sockets.opened == 2)
        await world.slack.person("U1").says("hello")
        assert world.store.words() == ["hello"]


async def test_before_we_know_who_we_are_slack_is_asked_to_come_back() -> None:
    async with AsyncExitStack() as stack:
        world = await with_http(stack)
        ours, world.app.ours = world.app.ours, None
        await world.slack.person("U1").says("hello")
        assert world.slack.deliveries[-1].attempts[0].status == 503
        world.app.ours = ours
        await world.clock.move(60)
        await until(lambda: world.store.words() == ["hello"])
