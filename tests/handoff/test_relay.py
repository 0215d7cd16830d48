"""A nurse asks for a person, a coach takes over, and hands back: the use cases of a desk."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from coaching.casework import CasePage
from coaching.concern import Concern
from coaching.staff import Role
from coaching.words import Words
from handoff.desk import Answer
from handoff.handback import HandBack
from tests.handoff.office import Nurse, Office, coach, office


async def asked(here: Office, text: str = "can i talk to a real person please") -> Nurse:
    nurse = here.nurse()
    await nurse.types("hi")
    await nurse.presses("contract_ok")
    await nurse.types(text)
    return nurse


async def test_from_request_to_hand_back(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        case = await here.case()
        assert (case.concern, case.number, case.to) == (Concern.WANTS_HUMAN, 1, "coach_pool")
        assert "Case 1" in here.slack.to("C0COACHES")[0]
        taken = await here.desk.claim(here.staff["sam"], case.id, "slack")
        await here.rest()
        assert taken.done
        assert "Sam is here now" in nurse.reads[-1]
        assert "is with Sam" in here.slack.to("C0COACHES")[-1]
        await nurse.types("thank you, it is about my breaks")
        assert nurse.reads[-1].startswith("Sam is here now"), "the bot is silent"
        assert "it is about my breaks" in here.slack.to("USAM")[-1]
        assert (await here.desk.reply(here.staff["sam"], case.id, Words("Tell me more about <!channel> *breaks*"))).done
        await here.rest()
        assert nurse.reads[-1] == "Sam: Tell me more about <!channel> *breaks*"
        assert nurse.heard[-1][0] == "Sam"
        assert (await here.hand_back("sam", case)).done
        await here.rest()
        assert await here.cases() == []
        assert any("We agreed on a break" in each for each in nurse.reads)
        await nurse.types("woop")
        assert nurse.heard[-1][0] == "bot"


@pytest.mark.shows("B4", "U4", side="the use case; 50 at once")
@pytest.mark.parametrize("rounds", [10, pytest.param(1_000, marks=[pytest.mark.long, pytest.mark.timeout(3000)])])
async def test_of_fifty_who_take_a_case_at_once_one_has_it(tmp_path: Path, rounds: int):
    async with office(tmp_path) as here:
        people = [coach(f"c{number:02}") for number in range(50)]
        await here.hires(*people)
        await asked(here)
        case = await here.case()
        for _ in range(rounds):
            before = here.clock.passed()
            answers = await asyncio.gather(*(here.desk.claim(each, case.id, "slack") for each in people))
            won = [each for each in answers if each.done]
            assert len(won) == 1
            assert {each.says.wording for each in answers if not each.done} == {"desk.held"}
            taken = await here.case()
            assert won[0].file is not None
            assert taken.held_by == won[0].file.held_by
            assert here.clock.passed() - before < 1
            await here.casework.write_case(CasePage(taken, replace(taken, held_by="", desk=""), standing="waiting"))


async def test_what_may_not_be_done_is_said(tmp_path: Path):
    async with office(tmp_path) as here:
        sam, kim, lead = coach("sam"), coach("kim"), coach("lee", Role.SAFETY_LEAD)
        await here.hires(sam, kim, lead)
        await asked(here)
        case = await here.case()

        async def says(answer: Awaitable[Answer]) -> str:
            return (await answer).says.wording

        assert await says(here.desk.reply(sam, case.id, Words("hello"))) == "desk.not_held"
        assert await says(here.desk.claim(lead, case.id, "slack")) == "desk.forbidden.role"
        assert await says(here.desk.claim(sam, case.id, "slack")) == "desk.claimed.plain"
        assert await says(here.desk.claim(kim, case.id, "slack")) == "desk.held"
        assert await says(here.desk.reply(sam, case.id, Words(" "))) == "desk.empty"
        assert await says(here.desk.reply(sam, case.id, Words("x" * 20_000))) == "desk.too_long"
        assert await says(here.desk.close(sam, case.id, Words(""))) == "desk.no_reason"
        assert await says(here.desk.close(sam, case.id, Words("sorted"))) == "desk.closed_now"
        assert await says(here.desk.reply(sam, case.id, Words("hello"))) == "desk.over"
        assert await says(here.desk.claim(sam, "nothing", "slack")) == "desk.no_case"


@pytest.mark.shows("U3", side="a reply by the participant starts it again")
async def test_a_coach_who_goes_quiet_is_told_and_it_is_offered_again(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("kim"))
        nurse = await asked(here)
        case = await here.case()
        await here.desk.claim(here.staff["sam"], case.id, "slack")
        await here.rest()
        await here.desk.reply(here.staff["sam"], case.id, Words("How did the night go?"))
        await here.lasts(hours=60)
        assert (await here.case()).held_by == "sam", "it is hers to write"
        await nurse.types("badly")
        await here.lasts(hours=25)
        again = await here.case()
        assert (again.held_by, again.left_by, again.standing) == ("", "sam", "waiting")
        assert any("have not heard from the person" in each for each in nurse.reads)
        assert any("open to others again" in each for each in here.slack.to("USAM"))


@pytest.mark.shows("C6", side="edits reach whoever has the case")
async def test_an_edit_reaches_the_coach(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        await here.desk.claim(here.staff["sam"], (await here.case()).id, "slack")
        await here.rest()
        await nurse.types("i left at nine")
        here.clock.jump(timedelta(minutes=1))
        await nurse.edits(nurse.count, "i left at ten")
        await here.lasts(minutes=61)
        assert any("changed what they wrote: i left at ten" in each for each in here.slack.to("USAM"))


async def test_the_nurse_goes_back_to_the_bot(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        case = await here.case()
        await here.desk.claim(here.staff["sam"], case.id, "slack")
        await here.rest()
        await nurse.types("back to the bot please")
        assert nurse.heard[-1][0] == "bot"
        ended = await here.casework.file(case.id)
        assert ended is not None
        assert (ended.ending, ended.held_by, ended.standing) == ("cancelled", "", "with_bot")
        assert "has gone back to the bot" in here.slack.to("USAM")[-1]
        assert (await here.desk.reply(here.staff["sam"], case.id, Words("wait"))).says.wording == "desk.over"


def offers(here: Office, nurse: Nurse) -> list[list[str]]:
    """What can be pressed under each line in her chat, the first that says who has come before the others."""
    sent = [each for each in here.slack.sent if each.address.person == nurse.address.person]
    first = next(place for place, each in enumerate(sent) if each.wording == "desk.to.joined")
    return [[choice.id for choice in each.choices] for each in sent[first:]]


async def test_the_way_back_to_the_bot_comes_again_before_it_is_out_of_sight(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        case = await here.case()
        await here.desk.claim(here.staff["sam"], case.id, "slack")
        await here.rest()
        assert "type back to the bot" in nurse.reads[-1]
        for number in range(8):
            await nurse.types(f"it is about my breaks, {number}")
            await here.desk.reply(here.staff["sam"], case.id, Words(f"tell me more, {number}"))
            await here.rest()
        shown = offers(here, nurse)
        ways = [place for place, each in enumerate(shown) if each == ["help_now", "back_to_bot"]]
        assert ways[0] == 0
        assert 2 < len(ways) < len(shown) / 2, "not under every line"
        assert all(later - earlier <= 4 for earlier, later in pairwise(ways))
        await nurse.presses("back_to_bot")
        assert nurse.heard[-1][0] == "bot"
        ended = await here.casework.file(case.id)
        assert ended is not None
        assert ended.ending == "cancelled"


async def test_help_now_under_a_coachs_line_shows_the_lines_and_the_coach_stays(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        case = await here.case()
        await here.desk.claim(here.staff["sam"], case.id, "slack")
        for number in range(6):
            await nurse.types(f"it is about my breaks, {number}")
        await here.desk.reply(here.staff["sam"], case.id, Words("tell me more"))
        await here.rest()
        assert offers(here, nurse)[-1] == ["help_now", "back_to_bot"]
        await nurse.presses("help_now")
        assert "116 123" in nurse.reads[-1]
        assert (await here.case()).held_by == "sam"


async def test_out_of_a_hold_somebody_else_is_looked_for(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("hi")
        await nurse.types("i want to die tonight")
        case = await here.case()
        await here.desk.claim(here.staff["dee"], case.id, "slack")
        await here.rest()
        await nurse.types("back to the bot")
        again = await here.case()
        assert (again.held_by, again.standing, again.closed_at) == ("", "safety_hold", None)
        assert (await here.desk.hand_back(here.staff["dee"], case.id, HandBack(Words("x")))).says.wording == "desk.not_held"


async def test_earlier_talk_comes_only_with_a_yes(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        sam, case = here.staff["sam"], await here.case()
        await here.desk.claim(sam, case.id, "slack")
        await here.rest()
        assert not any("real person" in each for each in here.slack.to("USAM"))
        assert (await here.desk.ask_earlier(sam, case.id)).says.wording == "desk.asked_earlier"
        await here.rest()
        await nurse.presses("earlier_yes")
        assert (await here.desk.ask_earlier(sam, case.id)).done
        await here.rest()
        assert any("real person" in each for each in here.slack.to("USAM"))
