"""Nurse and coach, both in Slack, over the real adapter: from asking for a person to the hand-back, and who should not be there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from coaching.casework import CaseFile
from coaching.staff import Role, Staff
from standins.chaos import Fault, Weather
from standins.slack.methods import UNDESCRIBED
from standins.slack.person import Person
from standins.slack.sight import Seen
from standins.slack.workspace import BOT_USER, Message
from tests import platform_data
from tests.adapters.slack.test_descriptions import DESK_SCOPES
from tests.road.test_danger import audited
from tests.service import COACHES, MIND, Nurse, World, files, until, world

ASK = "can i talk to a real person please"
HOSTILE = "<!channel> <@U0001> <https://evil.example|click> <b>*bold*</b> & _you_"
NUMBERED = "Case 1"


@dataclass
class Coach:
    """Somebody of the staff, in Slack."""

    here: World
    person: Person

    async def settles(self) -> None:
        """Everything that follows from what they did, also what is said after it was acknowledged."""
        await self.here.settle()
        part: Any = self.here.life.platforms._parts["Slack"]
        await until(lambda: all(task.done() or task.get_coro().__name__ == "run" for task in part._app._tasks))  # but the socket's own
        await self.here.settle()

    @property
    def card(self) -> Seen:
        return self.person.sees_in(COACHES)[-1]

    @property
    def told(self) -> list[str]:
        """What only they were shown in the coaches' channel."""
        return [seen.text for seen in self.person.sees_in(COACHES) if seen.ephemeral]

    @property
    def reads(self) -> list[str]:
        return [seen.text for seen in self.person.sees]

    @property
    def thread(self) -> str:
        """The root of the thread of their case."""
        return self.person.sees[0].ts

    async def takes(self, label: str = "Claim") -> None:
        await self.person.presses(label, where=COACHES)
        await self.settles()

    async def presses(self, label: str) -> None:
        await self.person.presses(label)
        await self.settles()

    async def writes(self, text: str, thread: str = "") -> Message:
        message = await self.person.says(text, thread=thread or self.thread)
        await self.settles()
        return message

    async def fills_in(self, **values: str) -> dict[str, str]:
        await self.person.submits(values)
        await self.settles()
        return self.person.errors


@dataclass
class Ward:
    """Where a nurse writes and coaches work."""

    here: World

    async def hires(self, name: str, *roles: Role) -> Coach:
        person = self.here.slack.person(f"U{name.upper()}", name)
        staff = Staff(name, name.title(), frozenset(roles or {Role.COACH}), addresses=(("slack", person.id),))
        await self.here.life.opened.casework.add_staff(staff)
        self.here.slack.channel(COACHES, person)
        return Coach(self.here, person)

    async def asks(self) -> Nurse:
        nurse = self.here.nurse()
        await nurse.types("hi")
        await nurse.presses("OK")
        await nurse.types(ASK)
        return nurse

    async def case(self) -> CaseFile:
        (only,) = await self.here.life.opened.casework.open_files(10)
        return only

    def alive(self) -> list[str]:
        """Whatever Slack would bring to life of all that we wrote anywhere."""
        everywhere = [self.here.slack.person(user) for user in self.here.slack.space.users]
        places = list(self.here.slack.space.conversations)
        return [each for person in everywhere for place in places for seen in person.sees_in(place) for each in seen.alive]


@asynccontextmanager
async def ward(folder: Path, way: str = "http") -> AsyncIterator[Ward]:
    """A programme with people who can be asked for."""
    async with world(files(folder), way, used={"Slack"}, alive=False) as here:
        here.mind = replace(MIND, programme=replace(MIND.programme, staffed=True, safety_lead="Dr Lee"))
        here.slack.space.channel(COACHES, BOT_USER)
        await here.born()
        yield Ward(here)


@pytest.mark.shows("E3", "U5", side="Slack: coach and nurse")
@pytest.mark.shows("B4", side="Slack, through the adapter")
@pytest.mark.parametrize("way", ["http", "socket"])
async def test_from_request_to_hand_back(tmp_path: Path, way: str) -> None:
    async with ward(tmp_path, way) as place:
        sam, kim = await place.hires("sam"), await place.hires("kim")
        nurse = await place.asks()
        assert NUMBERED in sam.card.text
        assert sam.card.buttons == ("Claim", "Pass on", "Not me")
        assert "breaks" not in sam.card.text
        await sam.takes()
        assert sam.card.text in sam.told, "the answer is for whoever pressed"
        card = next(seen for seen in sam.person.sees_in(COACHES) if not seen.ephemeral)
        assert ("is with Sam" in card.text, card.buttons, card.edits) == (True, (), 1)
        assert "Sam is here now" in nurse.reads[-1]
        assert [("Asked for a person" in seen.text, seen.buttons[:2]) for seen in sam.person.sees] == [(True, ("Hand back", "Note"))]

        await nurse.types(f"it is about my breaks {HOSTILE}")
        assert "Sam is here now" in nurse.reads[-1], "the bot is silent"
        assert "it is about my breaks @channel" in sam.reads[-1]
        message = await sam.writes(f"Tell me more {HOSTILE}")
        assert nurse.reads[-1].startswith("Sam: Tell me more") or "Tell me more" in nurse.reads[-1]
        assert message.reactions == ["white_check_mark"]
        assert place.alive() == []
        assert not [each for each in kim.reads if "breaks" in each], "what the claimer reads, nobody else does"

        await sam.presses("Hand back")
        assert set(await sam.fills_in(agreed="x" * 201)) == {"agreed"}
        assert await sam.fills_in(agreed="We agreed on a break", next_step="Ask Jo", again="Friday") == {}
        assert any("We agreed on a break" in each for each in nurse.reads)
        assert "is handed back" in sam.reads[-1]
        assert not await place.here.life.opened.casework.open_files(10)
        before = len(nurse.reads)
        await sam.writes("one more thing")
        assert len(nurse.reads) == before
        assert "closed" in sam.reads[-1]


async def test_the_way_back_to_the_bot_is_under_a_coachs_line_again_before_it_is_out_of_sight(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        for number in range(6):
            await nurse.types(f"it is about my breaks, {number}")
        await sam.writes("Tell me more")
        assert nurse.person.sees[-1].buttons == ("Help now", "Back to the bot")
        await nurse.presses("Back to the bot")
        assert any("has gone back to the bot" in each for each in sam.reads)
        assert not await place.here.life.opened.casework.open_files(10)


@pytest.mark.shows("B4", "U4", side="Slack: two taps at once")
async def test_two_who_tap_at_once(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam, kim = await place.hires("sam"), await place.hires("kim")
        await place.asks()
        await asyncio.gather(*(each.person.presses("Claim", where=COACHES) for each in (sam, kim)))
        await sam.settles()
        held = (await place.case()).held_by
        won, lost = (sam, kim) if held == "sam" else (kim, sam)
        assert NUMBERED in won.told[-1]
        assert lost.told == [f"{held.title()} has case 1 already."]
        assert len([seen for seen in won.person.sees if "Hand back" in seen.buttons]) == 1
        assert not [seen for seen in lost.person.sees if "Hand back" in seen.buttons]


async def test_a_second_delivery_changes_nothing(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        await sam.writes("hello there")
        before = (nurse.reads, sam.reads, sam.told)
        for record in list(place.here.slack.deliveries):
            await place.here.slack.redeliver(record)
        await sam.settles()
        assert (nurse.reads, sam.reads, sam.told) == before


async def test_what_a_coach_changes_takes_back_or_sends_as_a_file(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        message = await sam.writes("see you at nine")
        await sam.person.edits(message, "see you at ten")
        await sam.settles()
        assert "(put right): see you at ten" in nurse.reads[-1]
        count = len(nurse.reads)
        await sam.person.deletes(message)
        await sam.settles()
        assert "can't be taken back" in sam.reads[-1]
        await sam.person.says("look", thread=sam.thread, subtype="file_share", files=[{"id": "F1", "mimetype": "image/png"}])
        await sam.settles()
        assert "A file can't be passed on" in sam.reads[-1]
        await sam.writes("x" * 20_000)
        assert "20,000 characters" in sam.reads[-1]
        assert len(nurse.reads) == count


async def test_what_is_beside_the_talk(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        await sam.presses("Note")
        await sam.fills_in(words="tired, and proud", kind="consult")
        assert "Kept for you and your supervisor" in sam.reads[-1]
        await sam.presses("Remind me")
        await sam.fills_in(span="two_hours")
        assert "I'll remind you" in sam.reads[-1]
        await place.here.lasts(2 * 3600 + 60)
        assert "waiting for a word of yours" in sam.reads[-1]
        await sam.presses("Ask to see earlier")
        assert "asks whether they may read" in nurse.reads[-1]
        await sam.presses("Pass on")
        assert (await place.case()).held_by == ""
        assert sam.person.sees_in(COACHES)[0].buttons == ("Claim", "Pass on", "Not me"), "the card can be taken again"
        await sam.presses("Close")
        assert sam.person.modal is None
        assert "You don't have case 1" in sam.reads[-1]


async def test_closed_with_a_reason_and_never_without(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        await place.asks()
        await sam.takes()
        await sam.presses("Close")
        assert set(await sam.fills_in(reason=" ")) == {"reason"}
        assert await sam.fills_in(reason="talked on the ward") == {}
        assert not await place.here.life.opened.casework.open_files(10)
        assert "Closed after" in sam.person.sees_in(COACHES)[0].text


async def test_every_call_is_as_slack_describes_it(tmp_path: Path) -> None:
    methods = platform_data.load("slack/methods/web-api-methods-2026-08-20.json")
    async with ward(tmp_path) as place:
        lead, sam = await place.hires("lee", Role.SAFETY_LEAD), await place.hires("sam")
        await place.asks()
        await sam.takes()
        await sam.writes("hello")
        for button in ("Hand back", "Note", "Remind me", "Close"):
            await sam.presses(button)
        await place.here.slack.person("USTRANGER").joins(COACHES)
        await lead.settles()
        for call in place.here.slack.calls:
            assert (call.method, call.outcome) == (call.method, "ok")
            assert set(call.arguments) <= set(methods[call.method]["args"]) | UNDESCRIBED, call.method
        assert set(DESK_SCOPES) <= {call.method for call in place.here.slack.calls}
        assert not [each for record in place.here.slack.deliveries for each in record.attempts if each.status != 200]


@pytest.mark.shows("F2", side="a person who takes it and talks, in Slack")
async def test_a_crisis_is_taken_and_what_was_said_is_read_as_words(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        lead, sam = await place.hires("lee", Role.SAFETY_LEAD), await place.hires("sam")
        nurse = place.here.nurse()
        await nurse.types(f"I want to die {HOSTILE}")
        assert "want to die" not in "".join(seen.text for seen in lead.person.sees_in(COACHES))
        await sam.takes()
        assert (await place.case()).held_by == "", "a coach who is not on the safety rota cannot take it"
        assert "goes to others than coaches" in sam.told[-1]
        await lead.takes()
        assert any("want to die @channel" in each for each in lead.reads)
        assert not [each for each in sam.reads if "want to die" in each]
        message = await lead.writes("I am here. Where are you now?")
        assert "I am here" in nurse.reads[-1]
        assert message.reactions == ["white_check_mark"]
        await lead.presses("Hand back")
        assert set(await lead.fills_in(agreed="we talked")) == {"agreed"}, "danger is closed, not handed back"
        lead.person.slack.space.modals.clear()
        await lead.presses("Close")
        await lead.fills_in(reason="with the emergency team now")
        assert not await place.here.life.opened.casework.open_files(10)
        assert place.alive() == []


# -- honest ticks ---------------------------------------------------------------------------------------------------------------


async def test_what_did_not_arrive_has_no_tick_and_a_line(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        place.here.slack.chaos.next("chat.postMessage", Fault(Weather.ERROR, error="msg_too_long"))
        message = await sam.writes("are you there")
        await place.here.lasts(5)
        assert message.reactions == []
        assert "Not sent" in sam.reads[-1]
        assert "are you there" not in nurse.reads[-1]


@pytest.mark.shows("C5", side="Slack: the coach is told")
async def test_the_coach_hears_that_they_left(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        place.here.slack.deactivate(nurse.person)
        await sam.writes("are you there")
        await place.here.lasts(1)
        assert any("Not sent" in each for each in sam.reads)
        assert any("can't be reached any more" in each for each in sam.reads)
        await sam.writes("hello?")
        assert "can't be reached any more, so nothing was sent" in sam.reads[-1]


# -- who should not be there ----------------------------------------------------------------------------------------------------


@pytest.mark.shows("E12", side="somebody joins")
@pytest.mark.parametrize(
    ("kind", "called"), [("", "from this workspace"), ("guest", "a guest"), ("connect", "from another company"), ("bot", "an app")]
)
async def test_an_outsider_in_the_channel(tmp_path: Path, kind: str, called: str) -> None:
    async with ward(tmp_path) as place:
        lead = await place.hires("lee", Role.SAFETY_LEAD)
        sam = await place.hires("sam")
        stranger = place.here.slack.person("USTRANGER", kind=kind)
        await sam.person.joins(COACHES)
        assert await audited(place.here, "desk.outsider.joined") == []
        await stranger.joins("C0ELSEWHERE")
        await stranger.joins(COACHES)
        await lead.settles()
        assert [each["account"] for each in await audited(place.here, "desk.outsider.joined")] == ["USTRANGER"]
        assert [called in each for each in lead.reads] == [True]


@pytest.mark.shows("E12", side="somebody joined while nobody listened")
async def test_an_outsider_who_was_there_before_us(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        lead, _ = await place.hires("lee", Role.SAFETY_LEAD), await place.hires("sam")
        await place.here.dies()
        place.here.slack.channel(COACHES, place.here.slack.person("USTRANGER", kind="guest"))
        await place.here.born()
        await lead.settles()
        assert [each["account"] for each in await audited(place.here, "desk.outsider.joined")] == ["USTRANGER"]
        assert ["a guest" in each for each in lead.reads] == [True]


@pytest.mark.shows("E12", side="a button pressed by somebody who is not on the list")
async def test_an_outsider_presses_a_button(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        lead = await place.hires("lee", Role.SUPERVISOR)
        await place.hires("sam")
        nurse = await place.asks()
        place.here.slack.channel(COACHES, nurse.person)
        before = nurse.reads
        await nurse.person.presses("Claim", where=COACHES)
        await nurse.person.presses("Claim", where=COACHES)
        await lead.settles()
        assert (await place.case()).held_by == ""
        assert nurse.reads == before
        assert "not on the staff list" in [seen.text for seen in nurse.person.sees_in(COACHES) if seen.ephemeral][-1]
        assert len(await audited(place.here, "desk.outsider.pressed")) == 2
        assert len([each for each in lead.reads if "pressed a button" in each]) == 1, "told once, written down each time"


@pytest.mark.shows("E12", side="a forged thread")
async def test_a_thread_that_came_from_no_case(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        lead = await place.hires("lee", Role.SAFETY_LEAD)
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        before = nurse.reads
        forged = await sam.person.says("Case 1: forwarded")
        await sam.settles()
        await sam.writes("what did you mean", thread=forged.ts)
        assert nurse.reads == before
        assert "no thread of a case" in sam.reads[-1]
        assert len(await audited(place.here, "desk.outsider.forged")) == 1
        assert any("Sam answered in a thread" in each for each in lead.reads)


@pytest.mark.shows("E12", side="a bot's message, and words in the channel")
async def test_what_is_written_in_the_channel_goes_nowhere(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        before = nurse.reads
        card = sam.person.sees_in(COACHES)[0].ts
        await sam.person.says("secret", where=COACHES, thread=card)
        await place.here.slack.bot_says(COACHES, "secret")
        await place.here.slack.bot_says(sam.person.place, "secret")
        await sam.settles()
        assert nurse.reads == before


async def test_a_thread_of_another_coach_is_no_thread_of_theirs(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam, kim = await place.hires("sam"), await place.hires("kim")
        nurse = await place.asks()
        await sam.takes()
        before = nurse.reads
        await kim.writes("hello", thread=sam.thread)
        assert nurse.reads == before
        assert "no thread of a case" in kim.reads[-1]


async def test_a_coach_who_is_coached_too_talks_with_the_bot(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        await sam.person.says("hi")
        await sam.settles()
        await place.here.lasts(5)
        asked = sam.person.sees[-1]
        await sam.writes("woop", thread=asked.ts)
        await place.here.lasts(5)
        assert await audited(place.here, "desk.outsider.forged") == []
        assert len(sam.person.sees) > 1


async def test_a_coach_who_has_left_relays_nothing(tmp_path: Path) -> None:
    async with ward(tmp_path) as place:
        sam = await place.hires("sam")
        nurse = await place.asks()
        await sam.takes()
        casework = place.here.life.opened.casework
        (staff,) = await casework.staff()
        await casework.add_staff(replace(staff, left_at=place.here.clock.now()))
        before = nurse.reads
        await sam.writes("bye")
        assert "bye" not in "".join(nurse.reads[len(before) :])
        assert "not on the staff list" in "".join(sam.reads[-2:])
