"""Whatever is sent to the whole service: it lives, it answers in its own words, and the next person is served."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from coaching.participant import Channel
from standins.slack.delivery import encoded
from standins.telegram.webhook import HEADER
from tests.adapters.telegram.hostile import ODD_TEXTS, ODD_VALUES, WANT_TO_BE_MARKUP, nested
from tests.service import WEBHOOK_SECRET, Nurse, World, files, world

BOTH = [Channel.SLACK, Channel.TELEGRAM]
QUICK = 0.1  # seconds of work that one delivery may take
SHAPES, MUTATIONS = 300, 20_000
WISH = "take my proper break on long days"


# -- the door -------------------------------------------------------------------------------------------------------------------


@dataclass
class Door:
    """Sends bodies to the service as the platforms would, with good papers."""

    world: World
    session: aiohttp.ClientSession
    statuses: list[int] = field(default_factory=list)
    slowest: float = 0.0

    async def slack(self, body: bytes, kind: str = "application/json") -> int:
        headers = self.world.slack.courier.signed(body) | {"Content-Type": kind}
        return await self._post("/slack/events", body, headers)

    async def telegram(self, body: bytes) -> int:
        return await self._post("/telegram/webhook", body, {HEADER: WEBHOOK_SECRET, "Content-Type": "application/json"})

    async def _post(self, path: str, body: bytes, headers: dict[str, str]) -> int:
        """The status; the work of this process is timed, not the machine's other business."""
        began = time.process_time()
        async with self.session.post(self.world.address + path, data=BytesIO(body), headers=headers) as answer:
            await answer.read()
        self.slowest = max(self.slowest, time.process_time() - began)
        self.statuses.append(answer.status)
        return answer.status


@asynccontextmanager
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    async with world(files(tmp_path), "http", "webhook") as here, aiohttp.ClientSession() as session:
        yield Door(here, session)


# -- E1: papers -----------------------------------------------------------------------------------------------------------------


def forged_slack(here: World, body: bytes) -> Iterator[dict[str, str]]:
    """Papers that are not Slack's, or not for this body, or too old."""
    courier, now = here.slack.courier, int(here.clock.now().timestamp())
    good = courier.signed(body)
    stamp, proof = "X-Slack-Request-Timestamp", "X-Slack-Signature"
    yield {}
    yield {stamp: good[stamp]}
    yield {proof: good[proof]}
    yield courier.signed(body + b" ")
    yield courier.signed(body, secret="wrong")
    for seconds in (-301, 301, -86_400, 86_400 * 365):
        yield courier.signed(body, stamp=str(now + seconds))
    for odd in ("abc", "1e9", "9" * 5_000, "-1", "0", "NaN", " ", "1.5", f" {now}\t0", "\u0661\u0662", "0x10"):
        yield {**good, stamp: odd.encode("utf-8").decode("latin-1")}
    for odd in (
        "v0=",
        "v1=" + good[proof][3:],
        good[proof][:-1],
        good[proof] + "0",
        good[proof].upper(),
        "v0=" + "0" * 64,
        "\xff\xfe",
        "v0" * 900,
    ):
        yield {**good, proof: odd}


@pytest.mark.shows("E1")
async def test_forged_papers_open_no_door(tmp_path: Path) -> None:
    async with door(tmp_path) as at:
        nurse = at.world.nurse()
        await nurse.types("hello")
        bodies = [encoded(record.kind, record.payload)[0].replace(b"hello", b"forged") for record in at.world.slack.deliveries[:1]]
        bodies += [b"", b"{}", b"\xff\xfe\x00"]
        for body in bodies:
            for papers in forged_slack(at.world, body):
                await at._post("/slack/events", body, papers)
        update = json.dumps(at.world.doctor().person.says("forged") | {"update_id": 5}).encode()
        await at.world.lasts(10)
        for secret in ("", "wrong", WEBHOOK_SECRET + "x", WEBHOOK_SECRET[:-1], WEBHOOK_SECRET.upper(), "\xff", "a" * 5_000):
            await at._post("/telegram/webhook", update, {HEADER: secret})
        await at._post("/telegram/webhook", update, {})
        assert len(at.statuses) >= 60
        assert set(at.statuses) == {401}
        assert await at.world.count("inbox") == 2


@pytest.mark.shows("E1")
async def test_a_delivery_recorded_by_somebody_else_cannot_be_played_again_later(tmp_path: Path) -> None:
    async with door(tmp_path) as at:
        nurse = at.world.nurse()
        await nurse.types("hello")
        body, kind = encoded("events_api", at.world.slack.deliveries[0].payload)
        papers = at.world.slack.courier.signed(body) | {"Content-Type": kind}
        await at.world.clock.move(301)
        assert await at._post("/slack/events", body, papers) == 401


# -- E2: bodies -----------------------------------------------------------------------------------------------------------------


async def recorded(at: Door) -> tuple[list[tuple[str, dict[str, Any]]], list[dict[str, Any]]]:
    """What both platforms sent while two people talked, pressed, edited and deleted."""
    here = at.world
    nurse, doctor = here.nurse(), here.doctor()
    for somebody in (nurse, doctor):
        message = await somebody.types("hello", "woop", "be less knackered", "take my proper break on long days")
        await somebody.presses("6")
        await somebody.edits(message, "take my break")
        await somebody.sends("photo")
    await nurse.person.deletes(await nurse.types("a word"))
    await nurse.person.commands("/coach", "goals")
    await nurse.person.opens_home()
    doctor.person.blocks()
    doctor.person.starts()
    await here.lasts(10)
    updates = {attempt.update["update_id"]: attempt.update for attempt in here.telegram.webhook.attempts}
    return [(record.kind, dict(record.payload)) for record in here.slack.deliveries], list(updates.values())


def mutated(payload: Any, dice: Random) -> Any:
    """The payload with one to three things changed: left out, replaced, doubled, swapped, or buried."""
    body = copy.deepcopy(payload)
    for _ in range(dice.randint(1, 3)):
        where, key = dice.choice(list(places(body)) or [(None, None)])
        if where is None:
            return copy.deepcopy(dice.choice(ODD_VALUES))
        change = dice.random()
        if change < 0.3 and isinstance(where, dict):
            where.pop(key, None)
        elif change < 0.6:
            where[key] = copy.deepcopy(dice.choice(ODD_VALUES))
        elif change < 0.85:
            where[key] = dice.choice(list(ODD_TEXTS.values()))[:3_000]
        else:
            where[key] = [where[key]] * dice.choice([0, 2, 50])
    return body


def places(body: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with each of its keys."""
    inside = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, value in list(inside):
        yield body, key
        yield from places(value)


def bent_bytes(body: bytes, dice: Random) -> bytes:
    """Now and then not even JSON any more."""
    if dice.random() > 0.1:
        return body
    start = dice.randrange(len(body) + 1)
    return dice.choice([body[:start], body + body, body[:start] + bytes([dice.randrange(256)]) + body[start:], body.replace(b'"', b"'")])


async def throw(at: Door, count: int, seed: int) -> None:
    """So many mutations at both doors; every now and then the turns are worked off."""
    dice = Random(seed)
    slack, telegram = await recorded(at)
    for number in range(count):
        if dice.random() < 0.5:
            kind, payload = dice.choice(slack)
            text = json.dumps(mutated(payload, dice))
            form = kind != "events_api"
            body = urlencode({"payload": text}).encode() if form else text.encode()
            await at.slack(bent_bytes(body, dice), "application/x-www-form-urlencoded" if form else "application/json")
        else:
            await at.telegram(bent_bytes(json.dumps(mutated(dice.choice(telegram), dice)).encode(), dice))
        if number % 100 == 99:
            await at.world.lasts(5)


async def lives(at: Door) -> None:
    """No fault of ours, nothing set aside, and the next person is served."""
    await at.world.lasts(600)
    assert not [status for status in at.statuses if status >= 500]
    assert await at.world.nothing_waits()
    for somebody in (at.world.nurse(), at.world.doctor()):
        await somebody.types("hello")
        assert await somebody.heard() == ["contract.open"]


@pytest.mark.shows("E2")
async def test_three_hundred_bent_deliveries(tmp_path: Path) -> None:
    async with door(tmp_path) as at:
        await throw(at, SHAPES, seed=300)
        await lives(at)
        print(f"slowest {at.slowest * 1000:.0f} ms")
        assert at.slowest <= QUICK


@pytest.mark.long
@pytest.mark.timeout(1_200)
@pytest.mark.shows("E2")
@pytest.mark.parametrize("seed", range(4))
async def test_twenty_thousand_bent_deliveries(tmp_path: Path, seed: int) -> None:
    async with door(tmp_path) as at:
        await throw(at, MUTATIONS // 4, seed)
        await lives(at)
        assert at.slowest <= QUICK


BODIES = {
    "ten megabytes": b'{"type": "' + b"x" * 10_000_000 + b'"}',
    "a depth bomb": nested(10_000).encode(),
    "objects in objects": ('{"event":' * 10_000 + "1" + "}" * 10_000).encode(),
    "a number without end": b'{"event_id": ' + b"9" * 5_000 + b"}",
    "not a number": b'{"event": NaN}',
    "the same key twice": b'{"type": "event_callback", "type": "block_actions", "actions": [], "actions": {}}',
    "nothing": b"",
    "not text": bytes(range(256)),
    "a list": b"[]",
    "null": b"null",
    "only NUL": b"\x00" * 100,
}


@pytest.mark.shows("E2")
@pytest.mark.parametrize("name", list(BODIES))
async def test_bodies_that_no_platform_sends(tmp_path: Path, name: str) -> None:
    async with door(tmp_path) as at:
        for status in (await at.slack(BODIES[name]), await at.telegram(BODIES[name])):
            assert status in (200, 400, 413)
        assert at.slowest <= QUICK
        await lives(at)


@pytest.mark.shows("E2")
@pytest.mark.parametrize("channel", BOTH)
async def test_odd_words_are_answered_kindly(tmp_path: Path, channel: Channel) -> None:
    """Every odd text, in the middle of an exercise, on the whole road."""
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        people = [here.somebody(channel) for _ in ODD_TEXTS]
        for somebody in people:
            await says(somebody, "woop")
        await here.lasts(10)
        for somebody, odd in zip(people, ODD_TEXTS.values(), strict=True):
            await says(somebody, odd)
        await here.lasts(60)
        assert await here.nothing_waits()
        for somebody, name in zip(people, ODD_TEXTS, strict=True):
            heard = await somebody.heard()
            assert "trouble.set_aside" not in heard, name
            assert len(somebody.reads) == len(heard), name


async def says(somebody: Any, words: str) -> None:
    if isinstance(somebody, Nurse):
        await somebody.person.says(words)
    else:
        somebody.person.says(words)


# -- E3: words stay words -------------------------------------------------------------------------------------------------------


@pytest.mark.shows("E3")
@pytest.mark.parametrize("channel", BOTH)
async def test_a_goal_that_wants_to_be_markup_is_quoted_as_words(tmp_path: Path, channel: Channel) -> None:
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        people = [(here.somebody(channel), words) for words in WANT_TO_BE_MARKUP]
        for act in ("woop", "", "6", "8", "I would get home with something left", "skip", "skip", "skip", "skip", "goals"):
            for somebody, words in people:
                await says(somebody, act or f"{WISH} {words[:200]}")
            await here.lasts(20)
        assert not [words for somebody, words in people if alive(somebody)]
        assert sum(any(WISH in text for text in somebody.reads) for somebody, _ in people) >= len(people) * 0.8


def alive(somebody: Any) -> list[Any]:
    """What the platform would have brought to life: mentions, links, emphasis that are not ours."""
    if isinstance(somebody, Nurse):
        return [seen.alive for seen in somebody.person.sees if seen.alive]
    return [entity for shown in somebody.person.sees for entity in shown.entities if entity["type"] != "bold"]
