"""One post an attempt, and every answer of Slack's read for what it is."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.slack.client import open_client
from bot.adapters.slack.fates import FATES, Fate, delivery_of
from bot.adapters.slack.outlet import SlackOutlet
from coaching.delivery import Absent, Ambiguous, Permanent, Refused, Sent, Unknowable
from coaching.words import Span
from standins.chaos import Fault, Weather
from tests import platform_data
from tests.adapters.slack.conftest import AGAIN, World, built

POST, UPDATE = "chat.postMessage", "chat.update"
DOUBTFUL = [Fault(weather) for weather in (Weather.RESET, Weather.TRUNCATED, Weather.HALF, Weather.PAGE)]


@pytest.fixture
async def slack():
    async with AsyncExitStack() as stack:
        yield await built(stack, socket=True, timeout=0.3)


async def test_a_message_is_posted_with_its_id_and_metadata(slack: World) -> None:
    sent = await slack.outlet.send(slack.say("01A", "Hello"))
    (post,) = slack.slack.posts()
    assert sent == Sent(post.ts)
    assert post.metadata == {"event_type": "coachbot_outbound", "event_payload": {"id": "01A"}}
    assert post.client_msg_id
    assert post.text == "Hello"


@pytest.mark.shows("A13")
@pytest.mark.parametrize("fault", [*DOUBTFUL, Fault(Weather.SLOW, wait=1.0), Fault(Weather.DRIP)], ids=lambda fault: fault.weather)
async def test_one_call_is_one_post(slack: World, fault: Fault) -> None:
    assert slack.client.retry_handlers == []
    slack.slack.chaos.next(POST, fault)
    assert isinstance(await slack.outlet.send(slack.say()), Ambiguous)
    assert len(slack.slack.called(POST)) == 1
    assert len(slack.slack.posts()) == 1


@pytest.mark.shows("A12")
@pytest.mark.parametrize("deduplicates", [True, False])
@pytest.mark.parametrize("fault", DOUBTFUL, ids=lambda fault: fault.weather)
async def test_what_left_and_was_not_answered_is_found_in_history(slack: World, fault: Fault, deduplicates: bool) -> None:
    slack.slack.api.deduplicates = deduplicates
    slack.slack.chaos.next(POST, fault)
    outbound = slack.say("01A")
    assert isinstance(await slack.outlet.send(outbound), Ambiguous)
    found = await slack.outlet.look_for(outbound)
    assert found == Sent(slack.slack.posts()[0].ts)


@pytest.mark.shows("A12")
@pytest.mark.parametrize(("deduplicates", "posts"), [(True, 1), (False, 2)])
async def test_where_history_is_closed_a_second_try_is_known_or_marked(slack: World, deduplicates: bool, posts: int) -> None:
    slack.slack.api.deduplicates = deduplicates
    slack.slack.chaos.next(POST, Fault(Weather.RESET))
    slack.slack.chaos.next("conversations.history", Fault(Weather.BROKEN), Fault(Weather.BROKEN))
    outbound = slack.say("01A")
    assert isinstance(await slack.outlet.send(outbound), Ambiguous)
    assert await slack.outlet.look_for(outbound) == Unknowable()
    second = await slack.outlet.send(replace(outbound, again=True))
    assert len(slack.slack.posts()) == posts
    assert isinstance(second, Ambiguous if deduplicates else Sent)
    if not deduplicates:
        assert slack.slack.person("U1").sees[-1].text.endswith(AGAIN)


async def test_a_known_message_is_looked_up(slack: World) -> None:
    first = await slack.outlet.send(slack.say("01A"))
    assert await slack.outlet.send(slack.say("01A")) == first
    assert len(slack.slack.posts()) == 1


@pytest.mark.parametrize("fault", [Fault(Weather.DROPPED), Fault(Weather.SILENT), Fault(Weather.BROKEN)], ids=lambda fault: fault.weather)
async def test_what_never_arrived_is_absent(slack: World, fault: Fault) -> None:
    slack.slack.chaos.next(POST, fault)
    delivery = await slack.outlet.send(slack.say("01A"))
    assert isinstance(delivery, Refused if fault.weather is Weather.BROKEN else Ambiguous)
    assert await slack.outlet.look_for(slack.say("01A")) == Absent()


async def test_looking_goes_through_every_page_and_threads(slack: World) -> None:
    slack.slack.api.most_in_a_page = 15
    outbound = slack.say("01A")
    sent = await slack.outlet.send(outbound)
    for number in range(40):
        await slack.outlet.send(slack.say(f"02{number}"))
    assert await slack.outlet.look_for(outbound) == sent
    threaded = slack.say("03", thread=slack.slack.posts()[0].ts)
    sent = await slack.outlet.send(threaded)
    assert await slack.outlet.look_for(threaded) == sent
    slack.slack.api.keeps_metadata = False
    await slack.outlet.send(slack.say("04"))
    assert await slack.outlet.look_for(slack.say("04")) == Absent()


@pytest.mark.shows("C1")
@pytest.mark.parametrize("wait", [1, 30, 60])
async def test_too_many_requests_is_not_an_attempt(slack: World, wait: int) -> None:
    slack.slack.chaos.next(POST, Fault(Weather.LIMITED, wait=wait))
    assert await slack.outlet.send(slack.say()) == Refused(float(wait), attempt=False)
    slack.slack.chaos.next(POST, Fault(Weather.ERROR, error="message_limit_exceeded"))
    assert await slack.outlet.send(slack.say()) == Refused(60.0, "global", attempt=False)
    assert not slack.slack.posts()


@pytest.mark.shows("C2")
@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_broken_slack_is_tried_later(slack: World, status: int) -> None:
    slack.slack.chaos.next(POST, Fault(Weather.BROKEN, status=status))
    assert await slack.outlet.send(slack.say()) == Refused(5.0)


@pytest.mark.shows("C2")
async def test_nobody_at_home_is_tried_later(slack: World) -> None:
    client = await open_client("xoxb", "http://127.0.0.1:9/api/")
    outlet = SlackOutlet(client, slack.clock, help_now="", again_mark="")
    assert await outlet.send(slack.say()) == Refused(5.0)
    assert await outlet.look_for(slack.say()) == Unknowable()
    await client.session.close()  # type: ignore[union-attr]


@pytest.mark.parametrize("fault", [*DOUBTFUL, Fault(Weather.DROPPED), Fault(Weather.SLOW, wait=1.0)], ids=lambda fault: fault.weather)
async def test_an_edit_of_unknown_fate_is_simply_made_again(slack: World, fault: Fault) -> None:
    sent = await slack.outlet.send(slack.say("01A"))
    assert isinstance(sent, Sent)
    settling = slack.say("01B", "Hello. Yes", settles=sent.platform_id)
    slack.slack.chaos.next(UPDATE, fault)
    assert await slack.outlet.send(settling) == Refused(2.0)
    assert await slack.outlet.send(settling) == sent
    assert [seen.text for seen in slack.slack.person("U1").sees] == ["Hello. Yes"]


@pytest.mark.shows("C5", side="Slack's answers, at the outlet")
async def test_somebody_who_left_is_gone(slack: World) -> None:
    slack.slack.deactivate(slack.slack.person("U1"))
    assert await slack.outlet.send(slack.say()) == Permanent("user_disabled", gone=True)
    assert await slack.outlet.send(slack.say(place="")) == Permanent("user_disabled", gone=True)
    assert await slack.outlet.send(slack.say(place="D404")) == Permanent("channel_not_found", gone=True)
    slack.slack.person("U2")
    slack.slack.space.direct("U2")
    slack.slack.archive("DU2")
    assert await slack.outlet.send(slack.say(place="DU2")) == Permanent("is_archived", gone=True)


async def test_a_lost_token_holds_everything_back(slack: World) -> None:
    slack.slack.sign_out()
    assert await slack.outlet.send(slack.say()) == Refused(60.0, "global")


async def test_a_human_speaks_under_their_name_and_the_bot_never(slack: World) -> None:
    await slack.outlet.send(slack.say("01A", "I have ten minutes now", author="Carl"))
    await slack.outlet.send(slack.say("01B", "Shall we?"))
    assert [seen.text for seen in slack.slack.person("U1").sees] == ["Carl\nI have ten minutes now", "Shall we?"]


async def test_strong_runs_and_long_texts(slack: World) -> None:
    text = (Span("Your plan\n", strong=True), Span("if " * 3000))
    assert isinstance(await slack.outlet.send(slack.say(rich=text)), Sent)
    assert slack.slack.person("U1").sees[-1].text == "Your plan\n" + "if " * 3000


async def test_nothing_to_say_is_not_tried_again(slack: World) -> None:
    assert await slack.outlet.send(slack.say(text="")) == Permanent("no_text")


# -- every documented error ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [POST, UPDATE])
def test_every_documented_error_has_a_class(method: str) -> None:
    described = platform_data.load("slack/methods/web-api-methods-2026-08-20.json")[method]["errors"]
    assert len(described) > 50
    assert sorted(name for name in described if name not in FATES) == []


EXPECTED = {
    Fate.GONE: lambda name: Permanent(name, gone=True),
    Fate.WRONG: Permanent,
    Fate.LIMITED: lambda _: Refused(60.0, attempt=False),
    Fate.FLOODED: lambda _: Refused(60.0, "global", attempt=False),
    Fate.LATER: lambda _: Refused(5.0),
    Fate.LOCKED: lambda _: Refused(60.0, "global"),
    Fate.DOUBTFUL: Ambiguous,
    Fate.KNOWN: Ambiguous,
}


@pytest.mark.parametrize("name", sorted(FATES))
def test_every_error_is_read_as_its_class(name: str) -> None:
    assert delivery_of(refusal({"ok": False, "error": name})) == EXPECTED[FATES[name]](name)


def test_an_error_nobody_knows_is_tried_again_and_counts() -> None:
    assert delivery_of(refusal({"ok": False, "error": "moon_in_the_way"})) == Refused(5.0)


@pytest.mark.parametrize("data", [{}, {"ok": True}, {"error": 7}, [], "text"])
def test_an_answer_without_an_error_is_ambiguous(data: object) -> None:
    assert isinstance(delivery_of(refusal(data)), Ambiguous)


def refusal(data: Any, status: int = 200) -> SlackApiError:
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data=data,
        headers={},
        status_code=status,
    )
    return SlackApiError("no", response)
