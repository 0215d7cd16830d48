"""The pager: the facts of a case and no words, and an honest word on what became of a call."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence

import pytest

from bot.adapters.pager.facts import facts_in
from bot.adapters.pager.outlet import LONG, SHORT, PagerOutlet
from coachbot.calling import alerts
from coaching.casework import DeskParcel, DeskPost
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.effects import Say
from coaching.message import Lane, Outbound
from coaching.participant import Address, Channel
from coaching.words import Span, plain
from handoff.ladder import ALERT_BLANKS, ALERTS, WORDINGS
from tests.adapters.pager.server import pager
from tests.play import LIBRARY

SECRET = "s3cret-of-the-pager"
CASE = {"number": "12", "urgency": "emergency", "waiting": "15 minutes", "link": "https://coach.example/cases/12?a=(b)"}
SAID = [wording for wording in WORDINGS if wording.startswith(ALERTS)]


def alert(wording: str = "alert.safety.lead", text: str = "", *, private: bool = False) -> DeskPost:
    said = text or plain(LIBRARY.render("en-GB", Say(wording, CASE), {}).text)
    outbound = Outbound("01POST", Address(Channel.TERMINAL, "", ""), Lane.COACH, (Span(said),), wording=wording)
    return DeskPost("01POST", "pager", "alert", "", outbound, private=private)


async def called(url: str, post: DeskPost | None = None, secret: str = SECRET, **more: float) -> Delivery:
    return await PagerOutlet(url, secret, alerts(LIBRARY), local=True, **more).show(DeskParcel(post or alert(), "01CASE", ""))


@pytest.mark.parametrize("wording", SAID)
async def test_every_alert_calls_with_the_facts_of_its_case(wording: str) -> None:
    async with pager() as server:
        assert await called(server.url, alert(wording)) == Sent("01POST")
        ((body, headers),) = server.calls
        assert {name: body[name] for name in ALERT_BLANKS} == CASE
        assert (body["id"], body["what"]) == ("01POST", wording)
        assert set(body) == {"id", "what", "text", *ALERT_BLANKS}
        assert headers["Authorization"] == f"Bearer {SECRET}"
        assert headers["Idempotency-Key"] == "01POST"


async def test_without_a_secret_there_is_no_header() -> None:
    async with pager() as server:
        assert await called(server.url, secret="") == Sent("01POST")
        assert "Authorization" not in server.calls[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "Sam says: I can't go on",
        "Safety case 12, emergency. No one has it. Sam says: I can't go on",
        "Safety case 12, emergency. No one has it. Someone is waiting for a person: one\ntwo so far.\nYou are asked: x",
    ],
)
async def test_what_is_no_alert_of_ours_calls_without_its_text(text: str) -> None:
    async with pager() as server:
        assert await called(server.url, alert(text=text)) == Sent("01POST")
        assert server.calls[0][0] == {"id": "01POST", "what": "alert.safety.lead"}


async def test_a_participants_words_never_go_to_a_pager() -> None:
    async with pager() as server:
        assert isinstance(await called(server.url, alert(private=True)), Permanent)
        assert server.calls == []


@pytest.mark.parametrize(
    ("status", "headers", "fate"),
    [
        (200, {}, Sent("01POST")),
        (204, {}, Sent("01POST")),
        (302, {"Location": "http://127.0.0.1:1/"}, Refused(LONG, "pager")),
        (401, {}, Refused(LONG, "pager")),
        (404, {}, Refused(LONG, "pager")),
        (429, {"Retry-After": "7"}, Refused(7.0, "pager", attempt=False)),
        (429, {"Retry-After": "86400"}, Refused(300.0, "pager", attempt=False)),
        (503, {"Retry-After": "Thu, 01 Jan 2026 00:00:00 GMT"}, Refused(LONG, "pager", attempt=False)),
        (500, {}, Refused(SHORT, "pager")),
        (504, {}, Ambiguous("status 504")),
    ],
)
async def test_what_it_answers_is_what_became_of_it(status: int, headers: dict[str, str], fate: Delivery) -> None:
    async with pager() as server:
        server.status, server.headers = status, headers
        assert await called(server.url) == fate
        assert len(server.calls) == 1


async def test_an_address_where_nobody_is_never_had_it() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert await called(f"http://127.0.0.1:{free.getsockname()[1]}/") == Refused(SHORT, "pager")


async def test_a_silent_pager_costs_a_bounded_time_and_leaves_doubt() -> None:
    async with pager() as server:
        server.slow = 5.0
        began = asyncio.get_running_loop().time()
        assert isinstance(await called(server.url, total=0.3), Ambiguous)
        assert asyncio.get_running_loop().time() - began < 2


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(PagerOutlet("https://pager.example/page", SECRET, {}))


@pytest.mark.parametrize(
    ("variants", "text", "facts"),
    [
        (["**Case {number}.** {link}"], "Case 1. https://x", {"number": "1", "link": "https://x"}),
        (["A {number} and {number}"], "A 1 and 1", {"number": "1"}),
        (["A {number} and {number}"], "A 1 and 2", None),
        (["Other", "Case {number}"], "Case 2", {"number": "2"}),
        (["Case {number}"], "Case 1\n2", None),
        ([], "Case 1", None),
        (["Case {number}: {link}"], "Case 1: ", {"number": "1", "link": ""}),
    ],
)
def test_facts_are_found_by_the_wording(variants: Sequence[str], text: str, facts: dict[str, str] | None) -> None:
    assert facts_in(text, variants) == facts
