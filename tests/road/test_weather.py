"""Bad weather between us and the platforms: what was decided arrives all the same, late perhaps, and nobody is pestered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.adapters.slack.client import open_client
from bot.adapters.telegram import client as telegram_client
from bot.adapters.telegram import outlet as telegram_outlet
from coachbot import slack_part
from coaching.participant import Channel
from standins.chaos import Chaos, Fault, Weather
from tests.service import Doctor, Nurse, World, files, world

BOTH = [Channel.SLACK, Channel.TELEGRAM]
SEND = {Channel.SLACK: "chat.postMessage", Channel.TELEGRAM: "sendMessage"}
PATIENCE = 0.25  # real seconds that our clients wait for an answer, in these tests


def only(channel: Channel) -> set[str]:
    return {channel.value.title()}


def chaos_of(here: World, channel: Channel) -> Chaos:
    return here.slack.chaos if channel is Channel.SLACK else here.telegram.chaos


@dataclass(frozen=True)
class Sent:
    """One call to the platform: where to, when (seconds passed), and what the weather made of it."""

    place: str
    at: float
    fault: Fault | None


class Watched(Chaos):
    """Weather that remembers what it did to each send, in order."""

    def __init__(self, method: str) -> None:
        super().__init__()
        self.method = method
        self.faults_of_sends: list[Fault | None] = []

    def take(self, method: str) -> Fault | None:
        fault = super().take(method)
        if method == self.method:
            self.faults_of_sends.append(fault)
        return fault


def sends(here: World, channel: Channel, watched: Watched) -> list[Sent]:
    """Every call that would have shown a new message, as the platform saw it."""
    if channel is Channel.SLACK:
        seen = [(str(call.arguments["channel"]), call.at) for call in here.slack.called(SEND[channel])]
    else:
        seen = [(str(call.arguments["chat_id"]), call.at) for call in here.telegram.calls if call.method == SEND[channel]]
    return [Sent(place, at, fault) for (place, at), fault in zip(seen, watched.faults_of_sends, strict=True)]


def watch(here: World, channel: Channel) -> Watched:
    watched = Watched(SEND[channel])
    if channel is Channel.SLACK:
        here.slack.chaos = watched
    else:
        here.telegram.chaos = watched
    return watched


# -- C1: told to wait -----------------------------------------------------------------------------------------------------------


@pytest.mark.shows("C1")
@pytest.mark.parametrize("channel", BOTH)
async def test_a_storm_of_429(tmp_path: Path, channel: Channel) -> None:
    dice = Random(29)
    async with world(files(tmp_path), used=only(channel)) as here:
        people = [here.somebody(channel) for _ in range(25)]
        watched = watch(here, channel)
        watched.storm(29, 0.3, [Fault(Weather.LIMITED, wait=seconds) for seconds in range(1, 61)], [SEND[channel]])
        asked_at = [await talks(here, dice.sample(people, 5), number) for number in range(24)]
        watched.calm()
        await here.lasts(180)
        calls = sends(here, channel, watched)
        assert not in_a_freeze(calls)
        assert sum(call.fault is not None for call in calls) >= 20
        for person in people:
            heard = await person.heard()
            assert len(person.reads) == len(heard)
        waits = sorted(waited(here, calls, *asked) for asked in asked_at)
        assert waits[int(len(waits) * 0.99)] <= 2.0
        assert await here.nothing_waits()


async def talks(here: World, people: list[Any], number: int) -> tuple[str, float, int]:
    """Some talk, one asks for help: where, when, and how many calls had been made by then."""
    for person in people[1:]:
        await says(person, f"thought {number}")
    who = people[0]
    where = who.person.place if isinstance(who, Nurse) else str(who.person.id)
    now = here.clock.passed()
    await says(who, "help now")
    await here.lasts(5)
    return where, now, number


async def says(person: Nurse | Doctor, words: str) -> None:
    if isinstance(person, Nurse):
        await person.person.says(words)
    else:
        person.person.says(words)


def in_a_freeze(calls: list[Sent]) -> list[Sent]:
    """Calls to a place that had told us to wait."""
    until: dict[str, float] = defaultdict(float)
    early = []
    for call in calls:
        early += [call] if call.at < until[call.place] - 0.001 else []
        until[call.place] = max(until[call.place], call.at + call.fault.wait) if call.fault else until[call.place]
    return early


def waited(here: World, calls: list[Sent], place: str, since: float, _number: int) -> float:
    """Seconds between asking for help and the first call, freezes of this place not counted."""
    before = [call.at + call.fault.wait for call in calls if call.place == place and call.fault and call.at < since]
    free = max([since, *before])
    tries = [call for call in calls if call.place == place and call.at >= since]
    return next(call.at for call in tries) - free


# -- C2: everything else --------------------------------------------------------------------------------------------------------

WEATHER = [
    Fault(Weather.BROKEN, status=500),
    Fault(Weather.BROKEN, status=502),
    Fault(Weather.BROKEN, status=503),
    Fault(Weather.DROPPED),
    Fault(Weather.RESET),
    Fault(Weather.DRIP),
    Fault(Weather.TRUNCATED),
    Fault(Weather.HALF),
    Fault(Weather.PAGE),
]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our clients wait a fraction of a second: a slow-loris takes real time."""
    monkeypatch.setattr(slack_part, "open_client", partial(open_client, patience=PATIENCE))
    monkeypatch.setattr(telegram_client, "TOTAL", PATIENCE)
    monkeypatch.setattr(telegram_outlet, "TOTAL", PATIENCE)


@pytest.mark.shows("C2")
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("channel", BOTH)
async def test_ten_minutes_of_bad_weather(tmp_path: Path, channel: Channel) -> None:
    dice = Random(2)
    async with world(files(tmp_path), used=only(channel)) as here:
        people = [here.somebody(channel) for _ in range(12)]
        watched = watch(here, channel)
        watched.storm(2, 0.4, WEATHER, [SEND[channel]])
        for number in range(40):
            await says(dice.choice(people), f"thought {number}")
            await here.lasts(15)
        watched.calm()
        await here.lasts(120)
        await all_of_it_arrived(here, people)
        assert longest_back_off(sends(here, channel, watched)) <= 61
        assert sum(fault is not None for fault in watched.faults_of_sends) >= 15


async def all_of_it_arrived(here: World, people: list[Any]) -> None:
    """Every line at least once; in Slack exactly once; what may have been lost on the way is recorded as such."""
    for person in people:
        lines = [line.text for line in await person.talk() if line.author == "bot"]
        for text in set(lines):
            copies = sum(text in read for read in person.reads)
            assert copies >= lines.count(text), (copies, text)
            assert copies == lines.count(text) or isinstance(person, Doctor)
    assert await here.nothing_waits()


def longest_back_off(calls: list[Sent]) -> float:
    """The longest time between a try that did nothing and the next one to the same place."""
    longest, failed = 0.0, dict[str, float]()
    for call in calls:
        if call.place in failed:
            longest = max(longest, call.at - failed.pop(call.place))
        if call.fault is not None and not call.fault.done():
            failed[call.place] = call.at
    return longest


@pytest.mark.shows("C2")
@pytest.mark.parametrize("channel", BOTH)
async def test_ten_minutes_without_the_platform(tmp_path: Path, channel: Channel) -> None:
    """Every send fails for ten minutes: tried again ever more slowly, at least once a minute, and then it all arrives."""
    async with world(files(tmp_path), used=only(channel)) as here:
        somebody = here.somebody(channel)
        watched = watch(here, channel)
        watched.always(SEND[channel], Fault(Weather.BROKEN, status=503))
        await somebody.types("help now")
        await here.lasts(600)
        watched.calm()
        await here.lasts(120)
        assert len(somebody.reads) == len(await somebody.heard())
        times = [call.at for call in sends(here, channel, watched)]
        gaps = [later - before for before, later in pairwise(times)]
        assert gaps == sorted(gaps)
        assert (gaps[0], gaps[-1]) <= (5.1, 60.1)


# -- C5: nobody there any more --------------------------------------------------------------------------------------------------


def gone_from_telegram(how: str, doctor: Doctor) -> None:
    if how == "blocked":
        doctor.person.blocks()
    else:
        doctor.person.deactivates()


def gone_from_slack(here: World, how: str, nurse: Nurse) -> None:
    space = here.slack.space
    match how:
        case "deactivated":
            here.slack.deactivate(nurse.person)
        case "archived":
            here.slack.archive(nurse.person.place)
        case "left":
            space.conversations[nurse.person.place].members.discard("U0BOT")
        case _:
            del space.conversations[nurse.person.place]


WAYS_TO_GO = [(Channel.TELEGRAM, "blocked"), (Channel.TELEGRAM, "deactivated")]
WAYS_TO_GO += [(Channel.SLACK, how) for how in ("deactivated", "archived", "left", "gone")]


def goes(here: World, somebody: Nurse | Doctor, how: str) -> None:
    if isinstance(somebody, Nurse):
        gone_from_slack(here, how, somebody)
    else:
        gone_from_telegram(how, somebody)


@pytest.mark.shows("C5", side="addresses that are gone")
@pytest.mark.parametrize(("channel", "how"), WAYS_TO_GO)
async def test_who_is_gone_is_written_to_once_at_most(tmp_path: Path, channel: Channel, how: str) -> None:
    async with world(files(tmp_path), used=only(channel)) as here:
        somebody = here.somebody(channel)
        await somebody.types("hello")
        before = calls_of(here, channel)
        await says(somebody, "woop")
        await says(somebody, "why do you ask?")
        await says(somebody, "help")
        await here.delivered()
        goes(here, somebody, how)
        await here.lasts(60)
        assert calls_of(here, channel) - before <= 1
        assert await here.nothing_waits()
        assert await here.count("address", "gone") == 1


def calls_of(here: World, channel: Channel) -> int:
    if channel is Channel.SLACK:
        return len(here.slack.called("chat.postMessage"))
    return len([call for call in here.telegram.calls if call.method == "sendMessage"])


@pytest.mark.shows("C5", side="addresses that are gone")
@pytest.mark.parametrize(("channel", "how"), WAYS_TO_GO)
async def test_what_keeps_somebody_safe_goes_to_their_other_channel(tmp_path: Path, channel: Channel, how: str) -> None:
    async with world(files(tmp_path)) as here:
        gone, other = here.somebody(channel), here.nurse() if channel is Channel.TELEGRAM else here.doctor()
        await gone.types("hello")
        await linked(gone, other)
        await says(gone, "help now")
        await here.delivered()
        goes(here, gone, how)
        before = len(other.reads)
        await here.lasts(60)
        assert any("Samaritans" in text for text in other.reads[before:])
        assert await here.nothing_waits()


async def linked(first: Nurse | Doctor, second: Nurse | Doctor) -> None:
    """One participant on both channels."""
    await first.types("link")
    await second.types(f"link {code_of(first)}", "Join")
    assert await first.heard() == await second.heard()


def code_of(somebody: Nurse | Doctor) -> str:
    """The newest code on their screen."""
    text = next(text for text in reversed(somebody.reads) if "code is" in text)
    return text.split("code is ")[1].split(".")[0]


async def test_who_comes_back_to_telegram_is_answered_again(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        doctor = here.doctor()
        await doctor.types("hello")
        doctor.person.blocks()
        await here.lasts(5)
        assert await here.count("address", "gone") == 1
        doctor.person.starts()
        await here.lasts(5)
        assert await here.count("address", "gone") == 0
        assert len(doctor.reads) == len(await doctor.heard())
