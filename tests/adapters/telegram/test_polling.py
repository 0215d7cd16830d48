"""Fetching updates: committed first, confirmed after."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from structlog.testing import capture_logs

from bot.adapters.telegram.app import TelegramPolling, set_up_commands
from bot.adapters.telegram.outlet import TelegramOutlet
from bot.adapters.telegram.reading import COMMANDS
from coaching.delivery import Sent
from coaching.errors import NotStored
from coaching.message import Kind, Press
from standins.chaos import Fault, Weather
from standins.telegram import Person, TelegramStandIn
from tests.adapters.telegram.world import QUESTION, Inbox, KeyboardInterruptedHere, ask, call, until


class Naps:
    """Sleeps no time at all, and remembers for how long it was asked to."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0.005)


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def polling(telegram: TelegramStandIn, bot: Bot, inbox: Inbox, naps: Naps) -> TelegramPolling:
    return TelegramPolling(bot, inbox, telegram.clock, long_poll=0, sleep=naps)


@asynccontextmanager
async def running(polling: TelegramPolling) -> AsyncIterator[None]:
    task = asyncio.create_task(polling.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_talk(telegram: TelegramStandIn, bot: Bot, inbox: Inbox, outlet: TelegramOutlet, amina: Person) -> None:
    async with running(TelegramPolling(bot, inbox, telegram.clock, long_poll=10)):
        amina.starts()
        await until(lambda: len(inbox.taken) == 1)
        sent = await outlet.send(ask(amina, telegram, "Yes", "No"))
        amina.presses("No")
        await until(lambda: len(inbox.taken) == 2 and not amina.spinning)
    arrived, pressed = inbox.taken
    assert (arrived.kind, pressed.kind, pressed.press) == (Kind.ARRIVED, Kind.PRESS, Press(QUESTION, "choice_1"))
    assert sent == Sent(pressed.platform_id)


async def test_voice_sticker_edit_and_goodbye(telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person) -> None:
    amina.sends_voice()
    amina.sends_sticker()
    amina.says("be less tired")
    amina.edits("be less knackered")
    amina.blocks()
    amina.starts()
    await polling.once()
    assert [(inbound.kind, inbound.what) for inbound in inbox.taken] == [
        (Kind.UNREADABLE, "voice"),
        (Kind.UNREADABLE, "sticker"),
        (Kind.TEXT, ""),
        (Kind.EDITED, ""),
        (Kind.LEFT, ""),
        (Kind.CAME_BACK, ""),
        (Kind.ARRIVED, ""),
    ]
    assert inbox.taken[3].about in inbox.taken[2].keys


@pytest.mark.shows("A4")
async def test_nothing_is_confirmed_before_it_is_stored(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person
) -> None:
    amina.says("one")
    inbox.out = 1
    with pytest.raises(NotStored):
        await polling.once()
    assert len(telegram.updates.waiting) == 1
    await polling.once()
    assert (inbox.texts, len(telegram.updates.waiting)) == (["one"], 1)
    await polling.once()
    assert telegram.updates.waiting == []


@pytest.mark.shows("A4")
async def test_a_crash_right_after_the_commit_says_nothing_twice(telegram: TelegramStandIn, inbox: Inbox, bot: Bot, amina: Person) -> None:
    for number in range(3):
        amina.says(str(number))
        inbox.after = 1
        with pytest.raises(KeyboardInterruptedHere):
            await TelegramPolling(bot, inbox, telegram.clock, long_poll=0).once()
        await TelegramPolling(bot, inbox, telegram.clock, long_poll=0).once()
    assert inbox.texts == ["0", "1", "2"]


@pytest.mark.shows("A4")
async def test_a_cursor_that_was_never_stored_costs_nothing(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person
) -> None:
    amina.says("one")
    await polling.once()
    inbox.cursors.clear()
    await polling.once()
    assert inbox.texts == ["one"]


async def test_it_is_killed_anywhere_and_nothing_is_lost(telegram: TelegramStandIn, inbox: Inbox, bot: Bot, amina: Person) -> None:
    for number in range(60):
        amina.says(str(number))
        async with running(TelegramPolling(bot, inbox, telegram.clock, long_poll=5)):
            await asyncio.sleep(0.0003 * (number % 12))
    async with running(TelegramPolling(bot, inbox, telegram.clock, long_poll=5)):
        await until(lambda: len(inbox.taken) >= 60)
    assert inbox.texts == [str(number) for number in range(60)]


@pytest.mark.shows("A7")
async def test_a_storm_of_duplicates(telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling) -> None:
    people = [telegram.person(str(number)) for number in range(20)]
    updates = [person.says(f"{person.name} {number}") for number in range(50) for person in people]
    for number, update in enumerate(updates):
        telegram.again(update, times=number % 6)
    telegram.updates.shuffle(seed=11)
    while telegram.updates.waiting:
        batch = list(telegram.updates.waiting[:100])
        await polling.once()
        telegram.updates.waiting = [entry for entry in telegram.updates.waiting if entry not in batch]
        inbox.cursors.clear()
    assert len(inbox.taken) == 1_000
    assert len(set(inbox.texts)) == 1_000


@pytest.mark.shows("A10", part="Telegram: down for less than a day")
async def test_down_for_almost_a_day(telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person) -> None:
    for number in range(250):
        amina.says(str(number))
    await telegram.clock.move(timedelta(hours=23, minutes=59))
    while await polling.once():
        pass
    assert inbox.texts == [str(number) for number in range(250)]


async def test_down_for_more_than_a_day_is_a_loss_that_can_be_seen(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person
) -> None:
    await polling.once()
    before = polling.last_good
    amina.says("early")
    await telegram.clock.move(timedelta(hours=24, minutes=30))
    await polling.once()
    assert (inbox.texts, len(telegram.updates.lost)) == ([], 1)
    assert before is not None
    assert polling.last_good == before + timedelta(hours=24, minutes=30)


@pytest.mark.shows("A11", part="Telegram: receive")
@pytest.mark.parametrize("new", [5, 699_950_000, 699_999_950, 700_000_001, 800_000_000])
async def test_numbers_start_again_somewhere_else(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person, new: int
) -> None:
    amina.says("before")
    while await polling.once():
        pass
    await telegram.clock.move(timedelta(days=8))
    telegram.updates.reset(to=new)
    for number in range(130):
        amina.says(str(number))
    polls = 0
    while await polling.once():
        polls += 1
    assert inbox.texts == ["before", *(str(number) for number in range(130))]
    assert polls <= 3, "it does not go round in a circle"


async def test_numbers_that_jump_without_silence_do_not_go_round_in_a_circle(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person
) -> None:
    amina.says("before")
    assert [await polling.once() for _ in range(2)] == [1, 0]
    telegram.updates.reset(to=600_000_000)
    amina.says("after")
    assert [await polling.once() for _ in range(3)] == [1, 0, 0]
    assert inbox.texts == ["before", "after"]


async def test_somebody_else_polls_with_our_token(telegram: TelegramStandIn, bot: Bot, inbox: Inbox, naps: Naps, amina: Person) -> None:
    with capture_logs() as logs:
        async with running(TelegramPolling(bot, inbox, telegram.clock, long_poll=5, sleep=naps)):
            await until(lambda: telegram.called("getUpdates"))
            await call(telegram, "getUpdates")
            await until(lambda: naps.seconds)
            amina.says("still here")
            await until(lambda: inbox.taken)
    assert naps.seconds == [15.0]
    assert [entry["event"] for entry in logs] == ["telegram.rival"]


async def test_a_webhook_in_the_way_stays_unless_we_may_take_over(
    telegram: TelegramStandIn, bot: Bot, inbox: Inbox, naps: Naps, polling: TelegramPolling
) -> None:
    await call(telegram, "setWebhook", url="http://127.0.0.1:9/hook")
    with pytest.raises(TelegramConflictError):
        await polling.once()
    with capture_logs() as logs:
        async with running(polling):
            await until(lambda: naps.seconds)
    assert (telegram.webhook.url, logs[0]["event"]) == ("http://127.0.0.1:9/hook", "telegram.webhook_set")
    async with running(TelegramPolling(bot, inbox, telegram.clock, take_over=True, long_poll=0, sleep=naps)) as _:
        await until(lambda: not telegram.webhook.url)


@pytest.mark.shows("C2")
async def test_bad_weather_slows_it_down_and_loses_nothing(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, naps: Naps, amina: Person
) -> None:
    ills = [Weather.BROKEN, Weather.DROPPED, Weather.RESET, Weather.TRUNCATED, Weather.HALF, Weather.PAGE]
    telegram.chaos.storm(5, 0.6, [*(Fault(ill) for ill in ills), Fault(Weather.BROKEN, status=502), Fault(Weather.LIMITED, wait=9)])
    async with running(polling):
        for number in range(100):
            amina.says(str(number))
            await asyncio.sleep(0.002)
        await until(lambda: len(inbox.taken) == 100, 20)
    assert inbox.texts == [str(number) for number in range(100)]
    assert naps.seconds
    assert max(naps.seconds) <= 60


async def test_it_waits_longer_and_longer(telegram: TelegramStandIn, polling: TelegramPolling, naps: Naps) -> None:
    await telegram.down()
    async with running(polling):
        await until(lambda: len(naps.seconds) == 9)
    assert naps.seconds[:9] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_a_token_nobody_knows_is_said_clearly(telegram: TelegramStandIn, polling: TelegramPolling, naps: Naps) -> None:
    telegram.chaos.next("getUpdates", Fault(Weather.ERROR, status=401, error="Unauthorized"))
    with capture_logs() as logs:
        async with running(polling):
            await until(lambda: polling.last_good)
    assert (naps.seconds, logs[0]["event"]) == ([60.0], "telegram.token")


async def test_nothing_is_said_in_a_group(telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person) -> None:
    group = telegram.group("Ward 7")
    amina.says("/helpnow", group)
    amina.sends("sticker", chat=group)
    await polling.once()
    await polling.once()
    assert (inbox.taken, group.shown, telegram.updates.waiting) == ([], [], [])


async def test_a_press_in_a_group_stops_turning_and_does_nothing(
    telegram: TelegramStandIn, inbox: Inbox, outlet: TelegramOutlet, polling: TelegramPolling, amina: Person
) -> None:
    await outlet.send(ask(amina, telegram, "Yes"))
    ben, group = telegram.person("Ben"), telegram.group("Ward 7")
    ben.presses_data(amina.sees[0].data_of("Yes"), amina.sees[0], group)
    await polling.once()
    assert (inbox.taken, ben.spinning) == ([], [])


async def test_somebody_elses_button_comes_from_somebody_else(
    telegram: TelegramStandIn, inbox: Inbox, outlet: TelegramOutlet, polling: TelegramPolling, amina: Person
) -> None:
    await outlet.send(ask(amina, telegram, "Yes"))
    ben = telegram.person("Ben")
    ben.presses_data(amina.sees[0].data_of("Yes"), amina.sees[0])
    await polling.once()
    assert [(inbound.address.person, inbound.kind) for inbound in inbox.taken] == [(str(ben.id), Kind.PRESS)]


async def test_an_unanswered_press_is_no_reason_to_stop(
    telegram: TelegramStandIn, inbox: Inbox, outlet: TelegramOutlet, polling: TelegramPolling, amina: Person
) -> None:
    await outlet.send(ask(amina, telegram, "Yes"))
    telegram.chaos.next("answerCallbackQuery", Fault(Weather.ERROR, status=400, error="Bad Request: query is too old"))
    amina.presses("Yes")
    await polling.once()
    assert ([inbound.kind for inbound in inbox.taken], len(amina.spinning)) == ([Kind.PRESS], 1)


async def test_only_the_five_kinds_are_asked_for(telegram: TelegramStandIn, polling: TelegramPolling) -> None:
    await polling.once()
    asked = telegram.called("getUpdates")[0].arguments
    assert asked["allowed_updates"] == ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]


@pytest.mark.shows("E2")
@pytest.mark.parametrize("raw", [7, "x", None, [], {}, {"message": 7}, {"message": {"chat": None}}, {"message": {"text": "\ud800"}}])
async def test_one_bad_update_does_not_hold_up_the_next(
    telegram: TelegramStandIn, inbox: Inbox, polling: TelegramPolling, amina: Person, raw: object
) -> None:
    telegram.tells(raw)
    amina.says("after it")
    await polling.once()
    assert inbox.texts == ["after it"]


def test_aiogram_waits_until_it_is_needed() -> None:
    code = "import sys, bot.adapters, bot.adapters.telegram; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_the_menu(telegram: TelegramStandIn, bot: Bot) -> None:
    menu = {"helpnow": "Phone numbers, now", "woop": "Make a plan"}
    await set_up_commands(bot, menu)
    await set_up_commands(bot, menu, "en")
    assert telegram.commands[""] == [{"command": name, "description": said} for name, said in menu.items()]
    assert telegram.commands["en"] == telegram.commands[""]
    assert set(menu) <= set(COMMANDS)
