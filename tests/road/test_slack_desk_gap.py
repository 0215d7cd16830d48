"""What a coach writes in Slack while it does not reach us, or where nobody can tell whom it is for: never lost, never said twice."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

import bot.adapters.slack.desk_gap as desk_gap
from standins.chaos import Fault, Weather
from standins.slack.methods import UNDESCRIBED
from tests import platform_data
from tests.adapters.telegram.test_desk_dies import BreaksOff
from tests.road.test_slack_desk import Coach, Ward, ward
from tests.service import until


async def looks_again(place: Ward, coach: Coach) -> int:
    """A round of reading what Slack has not delivered."""
    part: Any = place.here.life.platforms._parts["Slack"]
    found = await part.read_desks()
    await coach.settles()
    return int(found)


@pytest.mark.shows("A9", part="a coach's replies")
@pytest.mark.parametrize("way", ["http", "socket"])
async def test_replies_that_slack_never_delivers_arrive_once_and_in_order(tmp_path: Path, way: str) -> None:
    async with ward(tmp_path, way) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        await sam.writes("before")
        place.here.slack.outage()
        for number in range(30):
            await sam.writes(f"meanwhile {number}")
        await sam.person.edits(await sam.writes("and at nine"), "and at ten")
        await sam.person.says("beside", thread=sam.thread, subtype="file_share", files=[{"id": "F1", "mimetype": "image/png"}])
        place.here.slack.back()
        await sam.writes("after")
        place.here.slack.api.most_in_a_page = 15
        assert await looks_again(place, sam) == 32
        await place.here.lasts(90)
        said = [each.rpartition("Sam: ")[2] for each in nurse.reads if "Sam: " in each]
        assert sorted(said) == sorted(["before", "after", *(f"meanwhile {number}" for number in range(30)), "and at ten"])
        assert [each for each in said if each.startswith("meanwhile")] == [f"meanwhile {number}" for number in range(30)]
        assert not any("put right" in each for each in nurse.reads)
        assert len([each for each in sam.reads if "A file can't be passed on" in each]) == 1
        await place.here.lasts(700)
        assert await looks_again(place, sam) == 0


async def test_a_new_socket_reads_what_was_missed(tmp_path: Path) -> None:
    async with ward(tmp_path, "socket") as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        message = await sam.writes("see you at nine")
        place.here.slack.outage()
        await sam.writes("are you there")
        await sam.person.edits(message, "see you at ten")
        place.here.slack.back()
        await place.here.life.platforms._parts["Slack"]._app.socket.renew()  # type: ignore[attr-defined]
        read = lambda: any(call.method == "conversations.replies" for call in place.here.slack.calls)  # noqa: E731
        await until(read)
        await sam.settles()
        await place.here.lasts(5)
        assert [each.removeprefix("Sam\n") for each in nurse.reads[-3:]] == [
            "Sam: see you at nine",
            "Sam (put right): see you at ten",
            "Sam: are you there",
        ]


async def test_what_was_refused_is_not_sent_later(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        await sam.presses("Pass on")
        await sam.writes("one more thing")
        assert "You don't have case 1" in sam.reads[-1]
        await sam.takes()
        assert await looks_again(place, sam) == 0
        await place.here.lasts(5)
        assert not any("one more thing" in each for each in nurse.reads)


async def test_a_reply_to_a_case_that_was_let_go_meanwhile_is_answered(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        assert await looks_again(place, sam) == 0
        place.here.slack.outage()
        await sam.writes("i am here")
        case = await place.case()
        life = place.here.life
        await life.hand_off.desk.pass_on((await life.opened.casework.staff())[0], case.id)
        place.here.slack.back()
        assert await looks_again(place, sam) == 1
        assert "You don't have case 1" in sam.reads[-1]
        assert not any("i am here" in each for each in nurse.reads)


async def test_slack_says_that_it_is_enough(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        place.here.slack.outage()
        await sam.writes("are you there")
        place.here.slack.back()
        for method in ("conversations.history", "conversations.replies"):
            place.here.slack.chaos.next(method, Fault(Weather.LIMITED, wait=120))
        before = len(place.here.slack.calls)
        assert await looks_again(place, sam) == 0
        assert await looks_again(place, sam) == 0
        asked = [call for call in place.here.slack.calls[before:] if call.method in ("conversations.history", "conversations.replies")]
        assert len(asked) == 1, "after a 429 nothing is asked until its time has come"
        await place.here.lasts(121)
        await looks_again(place, sam)
        await place.here.lasts(121)
        await looks_again(place, sam)
        assert any("are you there" in each for each in nurse.reads)


async def test_every_call_is_as_slack_describes_it(tmp_path: Path) -> None:
    methods = platform_data.load("slack/methods/web-api-methods-2026-08-20.json")
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        await place.asks()
        await sam.takes()
        await looks_again(place, sam)
        assert {"conversations.history", "conversations.replies"} <= {call.method for call in place.here.slack.calls}
        for call in place.here.slack.calls:
            assert set(call.arguments) <= set(methods[call.method]["args"]) | UNDESCRIBED, call.method


async def test_many_threads_are_read_in_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_gap, "MOST", 2)
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurses = [await place.asks() for _ in range(3)]
        for _ in nurses:
            await sam.takes()
        roots = [seen.ts for seen in sam.person.sees if "Claim" in seen.buttons]
        place.here.slack.outage()
        for number, root in enumerate(roots):
            await sam.writes(f"for thread {number}", thread=root)
        place.here.slack.back()
        counts = [await looks_again(place, sam) for _ in range(2)]
        assert (sum(counts), max(counts) <= 2) == (3, True)
        await place.here.lasts(5)
        assert [f"for thread {number}" in "".join(each for nurse in nurses for each in nurse.reads) for number in range(3)] == [True] * 3


# -- outside a thread -----------------------------------------------------------------------------------------------------------


async def test_words_at_the_top_go_to_nobody_and_back(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam, lead = await place.hires("sam"), await place.hires("lee")
        nurse = await place.asks()
        await sam.takes()
        before, told = nurse.reads, lead.reads
        message = await sam.person.says("tell me <!channel> *more*")
        await sam.settles()
        assert nurse.reads == before
        assert "case 1" in sam.reads[-1]
        assert "tell me @channel *more*" in sam.reads[-1]
        assert await place.here.count("participant") == 1, "the bot does not take a coach for somebody to coach"
        await sam.writes("and here?", thread=sam.person.sees[-1].ts)
        assert "and here?" in sam.reads[-1]
        assert (nurse.reads, lead.reads) == (before, told), "no alarm for somebody who missed the thread"
        await sam.person.edits(message, "tell me more")
        await sam.settles()
        assert await place.here.count("participant") == 1
        assert await looks_again(place, sam) == 0
        assert len([each for each in sam.reads if "tell me" in each and "case 1" in each]) == 1
        assert message.reactions == []


async def test_words_at_the_top_during_an_outage_come_back_too(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        await place.asks()
        await sam.takes()
        place.here.slack.outage()
        await sam.person.says("are you there")
        place.here.slack.back()
        assert await looks_again(place, sam) == 1
        assert "are you there" in sam.reads[-1]
        assert await looks_again(place, sam) == 0


async def test_what_is_for_the_bot_stays_with_the_bot(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam, kim = await place.hires("sam"), await place.hires("kim")
        await sam.person.says("hi")
        await sam.settles()
        await place.asks()
        await sam.takes()
        await sam.person.says("woop")
        await sam.settles()
        assert not any("went to nobody" in each for each in sam.reads)
        await place.asks()
        await kim.takes()
        await kim.person.says("i want to die tonight")
        await kim.settles()
        assert not any("went to nobody" in each for each in kim.reads)
        assert await place.here.count('"case"', "concern = 'crisis'") == 1


# -- the service dies -----------------------------------------------------------------------------------------------------------


async def test_what_was_written_while_no_service_lived_arrives_after_it_begins(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        await place.here.dies()
        place.here.slack.outage()
        await sam.person.says("are you there", thread=sam.thread)
        place.here.slack.back()
        before = len(place.here.slack.calls)
        await place.here.born()
        await until(lambda: {"conversations.replies", "conversations.history"} <= {each.method for each in place.here.slack.calls[before:]})
        while not await place.here.count("outbox", "closed_at IS NULL"):  # noqa: ASYNC110 - the other side has no event to wait for
            await asyncio.sleep(0.01)
        await place.here.lasts(5)
        assert len([each for each in nurse.reads if "are you there" in each]) == 1


async def test_a_reply_is_sent_once_although_the_service_broke_off_before_it_could_say_so(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        breaks = BreaksOff("case.moved")
        await place.here.restarts(breaks)
        message = await sam.writes("are you there")
        await place.here.lasts(400)
        assert breaks.times == 1
        assert len([each for each in nurse.reads if "are you there" in each]) == 1
        assert message.reactions == ["white_check_mark"]
