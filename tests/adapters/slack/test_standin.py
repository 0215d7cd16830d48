"""The stand-in keeps Slack's rules: deadlines, retries, triggers, limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from standins.chaos import Fault, Weather
from standins.clock import MovableClock
from standins.slack import Message, Slack
from standins.slack.server import BOT_TOKEN
from standins.slack.sight import alive_in
from tests.adapters.slack.conftest import until


class Ear:
    """An app that answers what it is told to."""

    def __init__(self) -> None:
        self.heard: list[web.BaseRequest] = []
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}
        self.slow: asyncio.Event | None = None

    async def answer(self, request: web.BaseRequest) -> web.Response:
        self.heard.append(request)
        if self.slow:
            await self.slow.wait()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200, headers=self.headers)


@pytest.fixture
async def ear() -> AsyncIterator[tuple[Slack, Ear]]:
    ear = Ear()
    runner = web.ServerRunner(web.Server(ear.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with Slack(MovableClock()) as slack:
        slack.listen_at("http://{}:{}/slack/events".format(*runner.addresses[0][:2]))
        yield slack, ear
    await runner.cleanup()


async def call(slack: Slack, method: str, **arguments: Any) -> dict[str, Any]:
    async with aiohttp.ClientSession() as session:
        auth = {"Authorization": f"Bearer {BOT_TOKEN}"}
        async with session.post(slack.url + method, json=arguments, headers=auth) as response:
            return dict(await response.json())


async def test_retries_come_at_once_after_a_minute_and_after_five(ear: tuple[Slack, Ear]) -> None:
    slack, app = ear
    app.statuses = [500, 500, 500, 500]
    await slack.person("U1").says("hello")
    assert len(app.heard) == 2
    await slack.clock.move(59)
    assert len(app.heard) == 2
    await slack.clock.move(1)
    await until(lambda: len(slack.deliveries[0].attempts) == 3)
    await slack.clock.move(300)
    await until(lambda: len(slack.deliveries[0].attempts) == 4)
    await slack.clock.move(10_000)
    assert len(app.heard) == 4
    assert [request.headers.get("X-Slack-Retry-Num") for request in app.heard] == [None, "1", "2", "3"]
    assert app.heard[1].headers["X-Slack-Retry-Reason"] == "http_error"


async def test_three_seconds_without_an_answer_is_a_timeout(ear: tuple[Slack, Ear]) -> None:
    slack, app = ear
    app.slow = asyncio.Event()
    says = asyncio.create_task(slack.person("U1").says("hello"))
    await until(lambda: len(app.heard) == 1)
    await slack.clock.move(3)
    await until(lambda: len(app.heard) == 2)
    app.slow.set()
    await says
    assert [attempt.failed for attempt in slack.deliveries[0].attempts] == ["http_timeout", ""]


async def test_no_retry_is_honoured_for_errors(ear: tuple[Slack, Ear]) -> None:
    slack, app = ear
    app.statuses, app.headers = [500], {"X-Slack-No-Retry": "1"}
    await slack.person("U1").says("hello")
    assert len(app.heard) == 1
    assert not slack.deliveries[0].acked()


async def test_a_gesture_is_not_retried_and_its_person_is_told(ear: tuple[Slack, Ear]) -> None:
    slack, app = ear
    app.statuses = [503]
    nurse = slack.person("U1")
    await nurse.shortcut("human")
    assert len(app.heard) == 1
    assert nurse.troubles == ["shortcut"]


async def test_a_pause_delivers_later_and_an_outage_never(ear: tuple[Slack, Ear]) -> None:
    slack, app = ear
    nurse = slack.person("U1")
    slack.pause()
    await nurse.says("one")
    assert not app.heard
    await slack.resume()
    assert len(app.heard) == 1
    slack.outage()
    await nurse.says("two")
    slack.back()
    await slack.clock.move(3600)
    assert len(app.heard) == 1
    found = await call(slack, "conversations.history", channel=nurse.place)
    assert [message["text"] for message in found["messages"]] == ["two", "one"]


async def test_a_trigger_lives_three_seconds(ear: tuple[Slack, Ear]) -> None:
    slack, _ = ear
    slack.person("U1")
    view = {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": [{"type": "divider"}]}
    trigger = slack.space.trigger("U1")
    await slack.clock.move(3)
    assert (await call(slack, "views.open", trigger_id=trigger, view=view))["ok"]
    assert (await call(slack, "views.open", trigger_id=trigger, view=view))["error"] == "invalid_trigger_id"
    trigger = slack.space.trigger("U1")
    await slack.clock.move(3.1)
    assert (await call(slack, "views.open", trigger_id=trigger, view=view))["error"] == "expired_trigger_id"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "DU1", "text": "x", "colour": "red"}, "invalid_arg_name"),
        ({"text": "x"}, "invalid_arguments"),
        ({"channel": "D404", "text": "x"}, "channel_not_found"),
        ({"channel": "DU1"}, "no_text"),
        ({"channel": "DU1", "blocks": [{"type": "poem"}]}, "invalid_blocks"),
        ({"channel": "DU1", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ({"channel": "DU1", "text": "x", "metadata": {"id": 1}}, "invalid_metadata_format"),
        ({"channel": "DU1", "text": "x", "team_id": "T1"}, ""),
    ],
)
async def test_calls_are_checked(ear: tuple[Slack, Ear], arguments: dict[str, Any], error: str) -> None:
    slack, _ = ear
    slack.person("U1")
    slack.space.direct("U1")
    assert (await call(slack, "chat.postMessage", **arguments)).get("error", "") == error


async def test_client_msg_id_is_known_or_not_as_switched(ear: tuple[Slack, Ear]) -> None:
    slack, _ = ear
    slack.person("U1")
    post = {"channel": "U1", "text": "x", "client_msg_id": "c1"}
    assert (await call(slack, "chat.postMessage", **post))["ok"]
    assert (await call(slack, "chat.postMessage", **post))["error"] == "duplicate_client_msg_id"
    slack.api.deduplicates = False
    assert (await call(slack, "chat.postMessage", **post))["ok"]
    assert len(slack.posts()) == 2


async def test_ephemerals_and_response_urls_are_for_one_person(ear: tuple[Slack, Ear]) -> None:
    slack, _ = ear
    one, two = slack.person("U1"), slack.person("U2")
    ward = slack.channel("C0WARD", one, two)
    assert (await call(slack, "chat.postEphemeral", channel=ward, user="U1", text="psst"))["ok"]
    assert [seen.text for seen in one.sees_in(ward)] == ["psst"]
    assert not two.sees_in(ward)
    assert (await call(slack, "chat.delete", channel=ward, ts="1.1"))["error"] == "message_not_found"
    assert (await call(slack, "users.info", user="U1"))["user"]["id"] == "U1"


async def test_weather_can_be_scripted_standing_or_a_storm(ear: tuple[Slack, Ear]) -> None:
    slack, _ = ear
    slack.chaos.next("auth.test", Fault(Weather.ERROR, error="account_inactive"))
    assert (await call(slack, "auth.test"))["error"] == "account_inactive"
    slack.chaos.always("auth.test", Fault(Weather.ERROR, error="invalid_auth"))
    assert [(await call(slack, "auth.test"))["ok"] for _ in range(2)] == [False, False]
    slack.chaos.calm()
    slack.chaos.storm(7, 0.3, [Fault(Weather.ERROR, error="ratelimited")])
    failed = [not (await call(slack, "auth.test"))["ok"] for _ in range(200)]
    assert 40 < sum(failed) < 80


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("hi <!channel>", []),
        ("*now*", []),
        ("see https://evil.example", []),
        ("<@U1>", [{"type": "divider"}]),
        ("", [{"type": "section", "text": {"type": "mrkdwn", "text": "<https://evil.example|NHS>"}}]),
        ("", [{"type": "context", "elements": [{"type": "mrkdwn", "text": "_x_"}]}]),
        ("", [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U1"}]}]}]),
        ("", [{"type": "markdown", "text": "**x**"}]),
    ],
)
def test_what_comes_to_life_is_seen(text: str, blocks: list[Any]) -> None:
    assert list(alive_in(Message("1.0", "DU1", "U0BOT", text, blocks)))


def test_plain_words_do_not_come_to_life() -> None:
    block = {"type": "section", "text": {"type": "plain_text", "text": "*<!channel>* https://x.example"}}
    assert not list(alive_in(Message("1.0", "DU1", "U0BOT", "2 &lt; 3 * 4", [block])))
