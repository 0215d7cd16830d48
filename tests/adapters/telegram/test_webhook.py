"""The address that Telegram pushes to: whoever does not know the secret is turned away, whatever they send."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
import uvicorn
from aiogram import Bot
from httpx2 import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette

from bot.adapters.telegram.app import LARGEST_BODY, PATH, set_up_webhook, webhook_route
from coaching.errors import SettingsError
from standins.telegram import Person, TelegramStandIn
from tests.adapters.telegram import hostile
from tests.adapters.telegram.world import Inbox, until

SECRET = "A-good_secret-42"
HEADER = b"X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def app(telegram: TelegramStandIn, bot: Bot, inbox: Inbox) -> Starlette:
    return Starlette(routes=[webhook_route(bot, inbox, telegram.clock, SECRET)])


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[AsyncClient]:
    async with AsyncClient(transport=ASGITransport(app), base_url="http://bot.example") as made:
        yield made


async def post(client: AsyncClient, body: bytes, *headers: tuple[bytes, bytes]) -> Response:
    """One POST, answered within 100 ms (of our own time, however busy the machine)."""
    began = time.process_time()
    answer = await client.post(PATH, content=body, headers=[(b"Content-Type", b"application/json"), *headers])
    assert time.process_time() - began <= 0.1
    return answer


FINE = b'{"update_id": 1, "message": {"message_id": 5, "date": 1795424400, "text": "hi", "from": {"id": 7, "is_bot": false},'
FINE += b' "chat": {"id": 7, "type": "private"}}}'
GOOD = SECRET.encode()
WRONG_SECRETS: dict[str, list[tuple[bytes, bytes]]] = {
    "none": [],
    "empty": [(HEADER, b"")],
    "blank": [(HEADER, b" ")],
    "wrong": [(HEADER, b"wrong")],
    "half": [(HEADER, GOOD[:8])],
    "and more": [(HEADER, GOOD + b"x")],
    "twice itself": [(HEADER, GOOD + GOOD)],
    "other case": [(HEADER, GOOD.swapcase())],
    "reversed": [(HEADER, GOOD[::-1])],
    "quoted": [(HEADER, b'"' + GOOD + b'"')],
    "blank inside": [(HEADER, b"A-good_secret -42")],
    "a list of it": [(HEADER, GOOD + b"," + GOOD)],
    "doubled header": [(HEADER, GOOD), (HEADER, GOOD)],
    "doubled, one wrong": [(HEADER, GOOD), (HEADER, b"wrong")],
    "doubled, first wrong": [(HEADER, b"wrong"), (HEADER, GOOD)],
    "latin-1": [(HEADER, "sécret".encode("latin-1"))],
    "utf-8": [(HEADER, "sécret".encode())],
    "emoji": [(HEADER, hostile.GLOBE.encode())],
    "high bytes": [(HEADER, b"\xff\xfe\xfd")],
    "good and high byte": [(HEADER, GOOD + b"\xff")],
    "cut surrogate": [(HEADER, b"\xed\xa0\x80")],
    "tab": [(HEADER, GOOD[:4] + b"\t" + GOOD[4:])],
    "very long": [(HEADER, b"x" * 60_000)],
    "long prefix": [(HEADER, GOOD * 3_000)],
    "none, in words": [(HEADER, b"None")],
    "null": [(HEADER, b"null")],
    "zero": [(HEADER, b"0")],
    "bearer": [(b"Authorization", b"Bearer " + GOOD)],
    "bearer in place": [(HEADER, b"Bearer " + GOOD)],
    "other header": [(b"X-Telegram-Bot-Api-Secret", GOOD)],
    "underscores": [(b"X_Telegram_Bot_Api_Secret_Token", GOOD)],
    "cookie": [(b"Cookie", b"X-Telegram-Bot-Api-Secret-Token=" + GOOD)],
    "percent": [(HEADER, b"A%2Dgood_secret-42")],
    "base64": [(HEADER, b"QS1nb29kX3NlY3JldC00Mg==")],
    "html": [(HEADER, b"<script>")],
    "sql": [(HEADER, b"' OR '1'='1")],
}


@pytest.mark.shows("E1")
@pytest.mark.parametrize("headers", WRONG_SECRETS.values(), ids=WRONG_SECRETS.keys())
async def test_whoever_does_not_know_the_secret_is_turned_away(
    client: AsyncClient, inbox: Inbox, headers: list[tuple[bytes, bytes]]
) -> None:
    assert (await post(client, FINE, *headers)).status_code == 401
    assert (await post(client, b"\xff" * 10, *headers)).status_code == 401
    assert inbox.taken == []


@pytest.mark.shows("E1")
@pytest.mark.parametrize("body", hostile.raw_bodies().values(), ids=hostile.raw_bodies().keys())
async def test_no_body_opens_the_door(client: AsyncClient, inbox: Inbox, body: bytes) -> None:
    assert (await post(client, body)).status_code == 401
    assert (await post(client, body, (HEADER, b"wrong"))).status_code == 401
    assert inbox.taken == []


async def test_the_secret_is_read_in_the_header_only(client: AsyncClient) -> None:
    assert (await client.post(f"{PATH}?secret_token={SECRET}", content=FINE)).status_code == 401


@pytest.mark.shows("E1")
async def test_who_knows_it_is_heard(client: AsyncClient, inbox: Inbox) -> None:
    assert (await post(client, FINE, (HEADER, GOOD))).status_code == 200
    assert (await post(client, FINE, (HEADER, GOOD))).status_code == 200
    assert inbox.texts == ["hi"]


@pytest.mark.shows("E2")
@pytest.mark.parametrize("body", hostile.raw_bodies().values(), ids=hostile.raw_bodies().keys())
async def test_strange_bodies_are_quietly_refused(client: AsyncClient, inbox: Inbox, body: bytes) -> None:
    assert (await post(client, body, (HEADER, GOOD))).status_code in (200, 400)
    assert (await post(client, FINE, (HEADER, GOOD))).status_code == 200
    assert inbox.texts[-1:] in (["hi"], ["hello"])


@pytest.mark.shows("E2")
async def test_no_more_than_a_mebibyte(client: AsyncClient, inbox: Inbox) -> None:
    padded = FINE + b" " * (LARGEST_BODY - len(FINE))
    assert (await post(client, padded, (HEADER, GOOD))).status_code == 200
    assert (await post(client, padded + b" ", (HEADER, GOOD))).status_code == 413
    assert (await post(client, b"[" * 10 * LARGEST_BODY, (HEADER, GOOD))).status_code == 413
    assert inbox.texts == ["hi"]


async def test_only_posts(client: AsyncClient) -> None:
    assert [(await client.request(method, PATH)).status_code for method in ("GET", "PUT", "DELETE")] == [405, 405, 405]


@pytest.mark.parametrize("secret", ["", " ", "é", "a b", "x" * 257])
def test_no_route_without_a_secret(telegram: TelegramStandIn, inbox: Inbox, secret: str, bot: Bot) -> None:
    with pytest.raises(SettingsError, match="COACHBOT_TELEGRAM__WEBHOOK_SECRET"):
        webhook_route(bot, inbox, telegram.clock, secret)


# -- with Telegram at the other end --------------------------------------------------------------------------------------------


@pytest.fixture
async def pushed_to(telegram: TelegramStandIn, bot: Bot, app: Starlette) -> AsyncIterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off", ws="none"))
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}{PATH}"
    await set_up_webhook(bot, url, SECRET)
    yield url
    await telegram.webhook.stop()
    server.should_exit = True
    await serving


async def test_updates_arrive_and_are_confirmed(telegram: TelegramStandIn, inbox: Inbox, pushed_to: str, amina: Person) -> None:
    assert telegram.called("setWebhook")[0].arguments["url"] == pushed_to
    amina.starts("a-code")
    amina.says("hello")
    await until(lambda: not telegram.updates.waiting)
    assert inbox.texts == ["a-code", "hello"]
    assert {delivery.status for delivery in telegram.webhook.attempts} == {200}


@pytest.mark.usefixtures("pushed_to")
@pytest.mark.shows("A4")
async def test_what_could_not_be_stored_is_not_acknowledged(telegram: TelegramStandIn, inbox: Inbox, amina: Person) -> None:
    inbox.out = 1
    amina.says("hello")
    await until(lambda: telegram.webhook.attempts)
    assert (telegram.webhook.attempts[0].status, inbox.taken, len(telegram.updates.waiting)) == (503, [], 1)
    await asyncio.sleep(0.01)
    await telegram.clock.move(6)
    await until(lambda: not telegram.updates.waiting)
    assert inbox.texts == ["hello"]


@pytest.mark.usefixtures("pushed_to")
async def test_a_fault_of_ours_is_not_acknowledged_either(telegram: TelegramStandIn, inbox: Inbox, amina: Person) -> None:
    inbox.after = 1
    amina.says("hello")
    await until(lambda: telegram.webhook.attempts)
    assert telegram.webhook.attempts[0].status == 503
    await asyncio.sleep(0.01)
    await telegram.clock.move(6)
    await until(lambda: not telegram.updates.waiting)
    assert inbox.texts == ["hello"]


@pytest.mark.usefixtures("pushed_to")
@pytest.mark.shows("A7")
async def test_a_second_delivery_changes_nothing(telegram: TelegramStandIn, inbox: Inbox, amina: Person) -> None:
    for text in ("one", "two", "three"):
        telegram.again(amina.says(text), times=3)
    await until(lambda: not telegram.updates.waiting)
    assert inbox.texts == ["one", "two", "three"]


@pytest.mark.usefixtures("pushed_to")
async def test_a_press_is_answered_after_the_commit(telegram: TelegramStandIn, inbox: Inbox, amina: Person, bot: Bot) -> None:
    shown = await bot.send_message(amina.id, "A question")
    amina.presses_data("p:question:yes", amina.sees[0])
    await until(lambda: not amina.spinning)
    assert inbox.taken[0].platform_id == str(shown.message_id)
