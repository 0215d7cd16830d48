"""Turns with a model beside the rules: asked while it is there, waited for no longer than may be, and done without."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from bot.perform import LEASE, READING, Mind, Performer
from coachbot.mind import sandbox_mind
from coachbot.model.life import Limits
from coachbot.replay import SetClock, throwaway_road
from coachbot.road import Road
from coachbot.timekeeping import nowhere
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words
from tests.model.parents import child_of, model, ready, until

AT_ONCE = 32
PATIENT = Limits(hung=30.0)  # a child stays frozen for the whole of a test
MIND = sandbox_mind()


async def say(road: Road, text: str, person: str = "nurse") -> None:
    """Take in what somebody says; its turn is still to be done."""
    key = road.names.new()
    await road.inbox.receive([Inbound(Address(Channel.TELEGRAM, "42", person), (key,), Kind.TEXT, road.clock.now(), Words(text))])


async def heard(road: Road, person: str = "nurse") -> list[str]:
    """The wording ids of everything the bot has said to them."""
    await road.drain()
    lines = (await road.glance(Address(Channel.TELEGRAM, "42", person), 100)).lines
    return [line.wording for line in lines if line.author == "bot"]


@dataclass
class Noting:
    """A model that notes what it is asked."""

    asked: list[Utterance] = field(default_factory=list)

    async def scores(self, utterance: Utterance, within: float) -> Scores | None:
        self.asked.append(utterance)
        return None


async def test_the_model_is_asked_about_words_and_about_nothing_else():
    noting = Noting()
    async with throwaway_road(mind=replace(MIND, understanding=noting)) as (road, _):
        for text in ("hello", "ok", "woop", "take my proper break on long days", "6", "8", "I'd get home with something left", "help now"):
            await say(road, text)
            await road.drain()
    assert [utterance.text for utterance in noting.asked][-2:] == ["take my proper break on long days", "I'd get home with something left"]
    outcome = noting.asked[-1]
    assert (outcome.step, outcome.wish) == ("outcome", "take my proper break on long days")
    assert outcome.asked


@dataclass(frozen=True)
class Hearing:
    """A model that hears crisis in everything, as likely as this."""

    crisis: float

    async def scores(self, utterance: Utterance, within: float) -> Scores | None:
        return Scores({"concern": {"crisis": self.crisis, "none": 1 - self.crisis}, "intent": {"content": 1.0}})


async def test_what_the_model_hears_is_asked_about_straight():
    said = []
    for crisis in (0.02, 0.6):
        async with throwaway_road(mind=replace(MIND, understanding=Hearing(crisis))) as (road, _):
            await say(road, "the garden would look after itself by now")
            said.append(await heard(road))
    assert [wording.startswith("safety.ask.crisis") for (wording,) in said] == [False, True]


async def test_a_turn_goes_on_with_the_model():
    async with model() as child, throwaway_road(mind=replace(MIND, understanding=child)) as (road, _):
        await ready(child)
        await say(road, "woop")
        with_model = await heard(road)
    async with throwaway_road(mind=MIND) as (road, _):
        await say(road, "woop")
        assert await heard(road) == with_model


@pytest.mark.shows("F3", side="a frozen model holds up nobody")
async def test_a_frozen_model_costs_each_of_many_one_deadline_at_most():
    async with model(limits=PATIENT) as child, throwaway_road(mind=replace(MIND, understanding=child)) as (road, _):
        await ready(child)
        child_of(os.getpid()).suspend()
        people = [f"nurse {number}" for number in range(AT_ONCE)]
        for person in people:
            await say(road, "I would like to talk about my breaks", person)
        began = time.monotonic()
        assert await road.performer.perform_waiting() == AT_ONCE
        assert READING - 0.1 < time.monotonic() - began < READING + 1.5
        await say(road, "and about my rota", people[0])
        began = time.monotonic()
        assert await road.performer.perform_waiting() == 1
        assert time.monotonic() - began < READING / 2  # nobody waits for one who is behind
        assert all([await heard(road, person) for person in people])


@pytest.mark.shows("F3", side="a frozen model holds up nobody")
async def test_help_now_does_not_wait_for_a_frozen_model():
    async with model(limits=PATIENT) as child, throwaway_road(mind=replace(MIND, understanding=child)) as (road, _):
        await ready(child)
        child_of(os.getpid()).suspend()
        await say(road, "help now")
        began = time.monotonic()
        await road.performer.perform_waiting()
        assert time.monotonic() - began < READING / 2
        assert "help_now" in (await heard(road))[0]


async def test_a_model_that_dies_in_the_middle_of_a_turn_costs_nothing():
    async with model() as child, throwaway_road(mind=replace(MIND, understanding=child)) as (road, _):
        await ready(child)
        await say(road, "sleep 10")
        turn = asyncio.create_task(road.performer.perform_waiting())
        await asyncio.sleep(0.3)
        began = time.monotonic()
        child_of(os.getpid()).kill()
        assert await turn == 1
        assert time.monotonic() - began < READING / 2
        assert await heard(road)
        await until(lambda: child.state()["restarts"] == 1)


@dataclass
class Outlasting:
    """A model that takes longer than any lease, while somebody else does the turn."""

    clock: SetClock | None = None
    rival: Performer | None = None
    done: list[int] = field(default_factory=list)

    async def scores(self, utterance: Utterance, within: float) -> Scores | None:
        assert self.clock is not None
        assert self.rival is not None
        self.clock.pass_by(LEASE + timedelta(seconds=30))
        self.done.append(await self.rival.perform_waiting())
        return None


@pytest.mark.shows("B6", part="a reading that outlasts the lease")
async def test_a_reading_that_outlasts_its_lease_is_refused_by_the_fence():
    slow = Outlasting()
    async with throwaway_road(mind=replace(MIND, understanding=slow)) as (road, clock):
        slow.clock, slow.rival = clock, rival(road, MIND)
        await say(road, "I would like to talk about my breaks")
        await road.performer.perform_waiting()
        assert slow.done == [1]
        said = await heard(road)
        assert await road.performer.perform_waiting() == 0
        assert said == await heard(road)
    async with throwaway_road(mind=MIND) as (road, _):
        await say(road, "I would like to talk about my breaks")
        assert await heard(road) == said


def rival(road: Road, mind: Mind) -> Performer:
    """Another worker on the same notebook, without a model."""
    return Performer(road.notebook, mind, clock=road.clock, names=road.names, at=nowhere)
