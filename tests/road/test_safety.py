"""Safety on the whole road: what is decided is written, sent through the gate, and said later in its time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.nlu.reading import Question, Reading, RuleJudge, RuleReader
from bot.perform import Mind
from coachbot.mind import shipped_library
from coachbot.replay import SetClock, throwaway_road
from coachbot.road import Road
from coaching.concern import CALM
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from coaching.programme import Programme
from coaching.words import Words
from tests.dialogs.states import signal
from tests.play import REAL

SPOKEN = {
    "everyone would be better off": signal("crisis"),
    "make it stop": signal("crisis", ask=True, evidence="make it stop"),
    "running on empty": signal("burnout", "soon"),
}
ANN = Address(Channel.WEB, "here", "ann", "ann")


class Hears(RuleReader):
    """Reads by rules, and finds in some texts what they speak of."""

    def read(self, text: str, question: Question | None) -> Reading:
        return replace(super().read(text, question), signal=SPOKEN.get(text, CALM))


@dataclass
class Talk:
    """One person's talk over the whole road."""

    road: Road
    clock: SetClock
    count: int = 0

    async def says(self, text: str) -> list[str]:
        return await self.does(Inbound(ANN, (f"k{self.count}",), Kind.TEXT, self.clock.now(), Words(text)))

    async def presses(self, choice: str) -> list[str]:
        asked = next(line.outbound for line in reversed(await self.lines()) if line.outbound)
        return await self.does(Inbound(ANN, (f"k{self.count}",), Kind.PRESS, self.clock.now(), press=Press(asked.id, choice)))

    async def does(self, inbound: Inbound) -> list[str]:
        self.count += 1
        seen = len(await self.lines())
        self.clock.pass_by(timedelta(seconds=20))
        await self.road.inbox.receive([inbound])
        await self.road.drain()
        return [line.wording for line in (await self.lines())[seen:] if line.author == "bot"]

    async def waits(self, time: timedelta) -> list[str]:
        seen = len(await self.lines())
        self.clock.pass_by(time)
        await self.road.drain()
        return [line.wording for line in (await self.lines())[seen:]]

    async def lines(self):
        return (await self.road.glance(ANN, 1000)).lines

    async def standing(self) -> str:
        return (await self.road.glance(ANN)).standing


@pytest.fixture(params=[Programme(), replace(REAL, follow_up=True)], ids=["sandbox", "programme"])
async def talk(request: pytest.FixtureRequest) -> AsyncIterator[Talk]:
    mind = Mind(shipped_library(), Hears(), RuleJudge(), request.param)
    async with throwaway_road(mind=mind) as (road, clock):
        yield Talk(road, clock)


async def test_a_hold_on_the_whole_road(talk: Talk) -> None:
    await talk.says("woop")
    assert await talk.says("everyone would be better off") == ["safety.crisis"]
    assert await talk.standing() == "safety_hold"
    assert await talk.says("woop") == ["safety.hold"]
    assert await talk.presses("safe") == ["safety.safe"]
    assert await talk.standing() == "safety_hold"
    assert await talk.presses("carry_on") == ["safety.back", "woop.wish"]
    assert await talk.standing() == "with_bot"


async def test_whoever_shows_the_talk_is_told_of_a_line_that_nothing_is_sent_after(talk: Talk) -> None:
    """The safety text may be out before the turn is written, and the page must not wait for the next one."""
    told: list[Address] = []
    talk.road.watching[Channel.WEB] = told.append
    await talk.says("everyone would be better off")
    await talk.does(Inbound(ANN, ("gone",), Kind.LEFT, talk.clock.now()))
    assert told == [ANN, ANN]


async def test_without_an_answer_the_lines_come_after_ten_minutes(talk: Talk) -> None:
    assert await talk.says("make it stop") == ["safety.ask.crisis"]
    assert await talk.waits(timedelta(minutes=9)) == []
    assert await talk.waits(timedelta(minutes=1)) == ["safety.no_answer"]
    assert await talk.waits(timedelta(hours=1)) == []
    verified = "unverified" if talk.road.mind.programme.sandbox else "verified"
    assert await talk.presses("help_now") == [f"help_now.{verified}"]


async def test_an_answer_in_time_is_all_that_is_needed(talk: Talk) -> None:
    await talk.says("make it stop")
    await talk.waits(timedelta(minutes=8))
    assert (await talk.says("no, just tired"))[0] == "safety.ask.no"
    assert await talk.waits(timedelta(hours=1)) == []


async def test_one_kind_line_a_day_later_where_it_was_agreed(talk: Talk) -> None:
    await talk.says("everyone would be better off")
    await talk.waits(timedelta(hours=12))
    await talk.says("hi")
    agreed = talk.road.mind.programme.follow_up
    assert await talk.waits(timedelta(hours=12)) == (["safety.follow_up"] if agreed else [])
    assert await talk.standing() == "safety_hold"


async def test_not_to_somebody_who_has_stopped(talk: Talk) -> None:
    await talk.says("everyone would be better off")
    await talk.says("stop")
    assert await talk.waits(timedelta(days=2)) == []


async def test_other_hard_things_leave_the_talk_open(talk: Talk) -> None:
    await talk.says("woop")
    assert await talk.says("running on empty") == ["concern.burnout"]
    assert await talk.standing() == "with_bot"
    assert await talk.presses("carry_on") == ["woop.wish"]
