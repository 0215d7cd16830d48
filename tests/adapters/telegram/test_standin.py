"""The stand-in keeps Telegram's delivery rules."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from standins.chaos import Fault, Weather
from standins.telegram import Person, TelegramStandIn
from tests.adapters.telegram.world import call, until


async def fetched(telegram: TelegramStandIn, **arguments: Any) -> list[str]:
    """The texts that one getUpdates brings."""
    answer = await call(telegram, "getUpdates", **arguments)
    return [update["message"]["text"] for update in answer["result"]]


async def test_updates_come_until_a_higher_offset_confirms_them(telegram: TelegramStandIn, amina: Person) -> None:
    first, second = amina.says("one"), amina.says("two")
    assert second["update_id"] == first["update_id"] + 1
    assert await fetched(telegram) == ["one", "two"]
    assert await fetched(telegram, offset=second["update_id"]) == ["two"]
    assert await fetched(telegram, offset=second["update_id"] + 1) == []
    assert await fetched(telegram) == []


async def test_at_most_a_hundred_a_call(telegram: TelegramStandIn, amina: Person) -> None:
    for number in range(130):
        amina.says(str(number))
    assert len(await fetched(telegram, limit=1_000)) == 100
    assert len(await fetched(telegram, limit=7)) == 7


async def test_a_long_poll_ends_with_the_first_update(telegram: TelegramStandIn, amina: Person) -> None:
    poll = asyncio.create_task(fetched(telegram, timeout=30))
    await until(lambda: telegram.calls)
    amina.says("awake")
    assert await asyncio.wait_for(poll, 2) == ["awake"]


async def test_what_nobody_fetches_in_a_day_is_gone(telegram: TelegramStandIn, amina: Person) -> None:
    amina.says("early")
    await telegram.clock.move(timedelta(minutes=2))
    amina.says("late")
    await telegram.clock.move(timedelta(hours=23, minutes=59))
    assert await fetched(telegram) == ["late"]
    assert len(telegram.updates.lost) == 1


async def test_a_second_poller_ends_the_first(telegram: TelegramStandIn) -> None:
    first = asyncio.create_task(call(telegram, "getUpdates", timeout=30))
    await until(lambda: telegram.calls)
    second = asyncio.create_task(call(telegram, "getUpdates", timeout=30))
    refused = await asyncio.wait_for(first, 2)
    assert (refused["error_code"], "terminated by other getUpdates" in refused["description"]) == (409, True)
    second.cancel()


async def test_an_offset_far_ahead_of_any_number_is_ignored(telegram: TelegramStandIn, amina: Person) -> None:
    old = amina.says("before")["update_id"]
    assert await fetched(telegram, offset=old + 1) == []
    telegram.updates.reset(to=old - 400_000)
    amina.says("after a week")
    assert await fetched(telegram, offset=old + 1) == ["after a week"]
    assert await fetched(telegram, offset=old + 1) == ["after a week"]


async def test_kinds_that_nobody_asked_for_are_not_queued(telegram: TelegramStandIn, amina: Person) -> None:
    await call(telegram, "getUpdates", allowed_updates=["callback_query"])
    amina.says("unwanted")
    assert await fetched(telegram, allowed_updates=["message"]) == []
    amina.says("wanted")
    assert await fetched(telegram) == ["wanted"]


# -- messages ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<script>x</script>", "Unsupported start tag"),
        ("<b>open", "Can't find end tag"),
        ("</b>", "Unmatched end tag"),
        ("a < b", "Unsupported start tag"),
        ("<b><i>x</b></i>", "Unmatched end tag"),
        ("   ", "message text is empty"),
        ("x" * 4_097, "message is too long"),
        ("\N{BUG}" * 2_049, "message is too long"),
    ],
)
async def test_texts_that_telegram_refuses(telegram: TelegramStandIn, amina: Person, text: str, why: str) -> None:
    answer = await call(telegram, "sendMessage", chat_id=amina.id, text=text, parse_mode="HTML")
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert why in answer["description"]
    assert amina.sees == []


async def test_entities_do_not_count_as_text(telegram: TelegramStandIn, amina: Person) -> None:
    answer = await call(telegram, "sendMessage", chat_id=amina.id, text=f"<b>{'&amp;' * 4_096}</b>", parse_mode="HTML")
    assert answer["ok"]
    assert amina.reads == ["&" * 4_096]
    assert amina.sees[0].bold == ["&" * 4_096]


@pytest.mark.parametrize(("data", "fine"), [("x" * 64, True), ("x" * 65, False), ("é" * 33, False), ("", False)])
async def test_a_button_carries_64_bytes(telegram: TelegramStandIn, amina: Person, data: str, fine: bool) -> None:
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": data}]]}
    assert (await call(telegram, "sendMessage", chat_id=amina.id, text="?", reply_markup=markup))["ok"] is fine


async def test_an_edit_that_changes_nothing_is_refused(telegram: TelegramStandIn, amina: Person) -> None:
    sent = (await call(telegram, "sendMessage", chat_id=amina.id, text="one"))["result"]["message_id"]
    assert (await call(telegram, "editMessageText", chat_id=amina.id, message_id=sent, text="two"))["ok"]
    again = await call(telegram, "editMessageText", chat_id=amina.id, message_id=sent, text="two")
    assert "message is not modified" in again["description"]
    assert (amina.reads, amina.sees[0].edits) == (["two"], 1)


async def test_a_bot_cannot_write_first(telegram: TelegramStandIn) -> None:
    stranger = telegram.person("Ben", started=False)
    assert "chat not found" in (await call(telegram, "sendMessage", chat_id=stranger.id, text="Hi"))["description"]
    stranger.starts("a-code")
    assert (await call(telegram, "sendMessage", chat_id=stranger.id, text="Hi"))["ok"]


@pytest.mark.parametrize("method", ["sendSticker", "nothing", "getupdatesx"])
async def test_unknown_methods_are_refused(telegram: TelegramStandIn, method: str) -> None:
    assert (await call(telegram, method))["error_code"] == 404


async def test_unknown_and_missing_arguments_are_refused(telegram: TelegramStandIn, amina: Person) -> None:
    assert not (await call(telegram, "sendMessage", chat_id=amina.id, text="x", disable_web_page_preview=True))["ok"]
    assert not (await call(telegram, "sendMessage", text="x"))["ok"]
    assert not (await call(telegram, "sendMessage", chat_id="nobody", text="x"))["ok"]


async def test_a_storm_from_one_seed_is_the_same_storm(telegram: TelegramStandIn) -> None:
    storms = []
    for _ in range(2):
        telegram.calls.clear()
        telegram.chaos.storm(7, 0.5, [Fault(Weather.BROKEN), Fault(Weather.LIMITED, wait=3)], ["getMe"])
        for _ in range(20):
            await call(telegram, "getMe")
        storms.append([called.fault for called in telegram.calls])
    assert storms[0] == storms[1]
    assert {None, Fault(Weather.BROKEN), Fault(Weather.LIMITED, wait=3)} == set(storms[0])


# -- webhook -------------------------------------------------------------------------------------------------------------------


class Receiver:
    """Somebody's webhook: answers what it is told to, and remembers."""

    def __init__(self) -> None:
        self.got: list[tuple[int, str]] = []
        self.secrets: set[str | None] = set()
        self.answers: Callable[[int], web.Response] = lambda chat: web.Response()

    async def take(self, request: web.Request) -> web.Response:
        message = (await request.json())["message"]
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.got.append((message["chat"]["id"], message["text"]))
        return self.answers(message["chat"]["id"])

    async def has(self, times: int) -> None:
        await until(lambda: len(self.got) == times)


@pytest.fixture
async def receiver(telegram: TelegramStandIn) -> AsyncIterator[Receiver]:
    made, app = Receiver(), web.Application()
    app.router.add_post("/hook", made.take)
    async with TestServer(app) as server:
        told = await call(telegram, "setWebhook", url=str(server.make_url("/hook")), secret_token="s3cret")
        assert told["ok"]
        yield made
        await telegram.webhook.stop()


async def test_a_webhook_gets_updates_with_its_secret(telegram: TelegramStandIn, receiver: Receiver, amina: Person) -> None:
    amina.says("one")
    await until(lambda: not telegram.updates.waiting)
    assert (receiver.got, receiver.secrets) == ([(amina.id, "one")], {"s3cret"})


async def test_polling_is_refused_while_a_webhook_is_set(telegram: TelegramStandIn, receiver: Receiver) -> None:
    assert receiver.got == []
    assert (await call(telegram, "getUpdates"))["error_code"] == 409
    await call(telegram, "deleteWebhook")
    assert (await call(telegram, "getUpdates"))["ok"]


async def test_a_failing_update_holds_up_its_own_chat_only(telegram: TelegramStandIn, receiver: Receiver, amina: Person) -> None:
    ben = telegram.person("Ben")
    receiver.answers = lambda chat: web.Response(status=500 if chat == amina.id else 200)
    for person, text in itertools.product((amina, ben), ("one", "two")):
        person.says(text)
    await until(lambda: len(receiver.got) == 3)
    assert [text for chat, text in receiver.got if chat == ben.id] == ["one", "two"]
    assert [text for chat, text in receiver.got if chat == amina.id] == ["one"]
    receiver.answers = lambda chat: web.Response()
    await telegram.clock.move(2)
    await until(lambda: not telegram.updates.waiting)
    assert [text for chat, text in receiver.got if chat == amina.id] == ["one", "one", "two"]


async def test_it_is_pushed_again_after_2_4_8_seconds(telegram: TelegramStandIn, receiver: Receiver, amina: Person) -> None:
    receiver.answers = lambda chat: web.Response(status=502)
    amina.says("one")
    times = []
    for tries in range(1, 9):
        await receiver.has(tries)
        times.append(telegram.clock.passed())
        while len(receiver.got) == tries and telegram.clock.passed() < 600:
            await telegram.clock.move(1)
            await asyncio.sleep(0.002)
    assert [round(later - earlier) for earlier, later in itertools.pairwise(times)] == pytest.approx([2, 4, 8, 16, 32, 60, 60], abs=2)


async def test_it_waits_as_long_as_the_receiver_asks(telegram: TelegramStandIn, receiver: Receiver, amina: Person) -> None:
    receiver.answers = lambda chat: web.Response(status=503, headers={"Retry-After": "600"})
    amina.says("one")
    await until(lambda: telegram.webhook.attempts)
    await asyncio.sleep(0.01)
    await telegram.clock.move(599)
    assert len(receiver.got) == 1
    receiver.answers = lambda chat: web.Response()
    await telegram.clock.move(2)
    await until(lambda: len(receiver.got) == 2)


@pytest.mark.parametrize("secret", ["", "-_Az09", "x" * 256])
async def test_secrets_telegram_takes(telegram: TelegramStandIn, secret: str) -> None:
    assert (await call(telegram, "setWebhook", url="https://bot.example/hook", secret_token=secret))["ok"]


@pytest.mark.parametrize("secret", ["a b", "é", "x" * 257, "a/b"])
async def test_secrets_telegram_refuses(telegram: TelegramStandIn, secret: str) -> None:
    assert not (await call(telegram, "setWebhook", url="https://bot.example/hook", secret_token=secret))["ok"]
