"""A hold that waits beneath a person, whose yes it was, and who is told what: found by reading everything once more."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coachbot.console_desk import ConsoleDesk
from coaching.concern import Concern
from coaching.participant import Address, Channel
from coaching.staff import Role
from coaching.words import Words
from console.views import shown_to
from tests.handoff.office import Nurse, Office, coach, office
from tests.handoff.test_relay import asked


async def danger_beside_sam(here: Office) -> Nurse:
    """Sam talks with the nurse, she speaks of danger, and nobody of the rota has come yet."""
    await here.hires(coach("sam"), coach("kim"), coach("lee", Role.SAFETY_LEAD))
    nurse = await asked(here)
    await here.desk.claim(here.staff["sam"], (await here.case()).id, "slack")
    await here.rest()
    await nurse.types("i want to die tonight")
    return nurse


@pytest.mark.parametrize("way", ["passes it on", "is silent", "has left"])
async def test_a_hold_beneath_a_person_is_there_again_when_they_let_go(tmp_path: Path, way: str):
    async with office(tmp_path) as here:
        nurse = await danger_beside_sam(here)
        (hers,) = await here.cases(Concern.WANTS_HUMAN)
        match way:
            case "passes it on":
                assert (await here.desk.pass_on(here.staff["sam"], hers.id)).done
            case "is silent":
                await here.lasts(timedelta(hours=1), days=5)
            case _:
                await here.casework.add_staff(replace(here.staff["sam"], left_at=here.clock.now()))
                await here.lasts(timedelta(minutes=30), hours=2)
        await here.rest()
        (after,) = await here.cases(Concern.WANTS_HUMAN)
        assert (after.held_by, after.standing) == ("", "safety_hold")
        await nurse.types("woop")
        assert nurse.heard[-1][1].startswith("safety."), "no coaching in a hold"


@pytest.mark.parametrize("way", ["passes it on", "hands it back"])
async def test_the_hold_is_on_in_the_instant_in_which_they_let_go(tmp_path: Path, way: str):
    async with office(tmp_path) as here:
        await danger_beside_sam(here)
        (hers,) = await here.cases(Concern.WANTS_HUMAN)
        if way == "passes it on":
            assert (await here.desk.pass_on(here.staff["sam"], hers.id)).done
        else:
            assert (await here.hand_back("sam", hers)).done
        found = await here.casework.file(hers.id)
        assert found is not None
        assert found.standing == "safety_hold", "and at the gate no reply or nudge of before goes out meanwhile"


async def test_a_yes_to_one_is_no_yes_to_another(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await danger_beside_sam(here)
        (hers,), (danger,) = await here.cases(Concern.WANTS_HUMAN), await here.cases(Concern.CRISIS)
        lee, sam = here.staff["lee"], here.staff["sam"]
        assert (await here.desk.claim(lee, danger.id, "slack")).done
        await here.rest()
        assert (await here.desk.ask_earlier(lee, danger.id)).done
        await here.rest()
        assert "Lee" in nurse.reads[-1]
        await nurse.presses("earlier_yes")
        assert (await here.desk.close(lee, danger.id, Words("safe"))).done
        await here.rest()
        found = await here.casework.file(hers.id)
        assert found is not None
        assert not any("real person" in line.text for line in await here.desk.talk(sam, found)), "she said yes to Lee alone"
        assert (await here.desk.ask_earlier(sam, hers.id)).says.wording == "desk.asked_earlier"


async def test_an_old_button_says_yes_to_whoever_asked_by_it(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("kim"))
        nurse = await asked(here)
        case = await here.case()
        await here.desk.claim(here.staff["sam"], case.id, "slack")
        await here.rest()
        await here.desk.ask_earlier(here.staff["sam"], case.id)
        await here.rest()
        await here.desk.pass_on(here.staff["sam"], case.id)
        await here.desk.claim(here.staff["kim"], case.id, "slack")
        await here.rest()
        await here.lasts(minutes=1)
        question = next(each.id for each in reversed(here.slack.sent) if any(one.id == "earlier_yes" for one in each.choices))
        await nurse.presses_on(question, "earlier_yes")
        found = await here.casework.file(case.id)
        assert found is not None
        assert not any("real person" in line.text for line in await here.desk.talk(here.staff["kim"], found))


@pytest.mark.parametrize("channel", [Channel.SLACK, Channel.TELEGRAM])
async def test_nobody_has_their_own_case_though_no_tie_was_written_down(tmp_path: Path, channel: Channel):
    async with office(tmp_path) as here:
        sam = coach("sam", Role.COACH, Role.SUPERVISOR)
        await here.hires(sam, coach("kim"))
        value = dict(sam.addresses)[channel.value]
        nurse = Nurse(here, Address(channel, "T1" if channel is Channel.SLACK else "", value, value))
        for text in ("hi", "yes", "can i talk to a real person please"):
            await nurse.types(text)
        case = await here.case()
        assert (await here.desk.claim(sam, case.id, "slack")).says.wording == "desk.forbidden.own"
        view = await ConsoleDesk(here.desk, here.hand_off.work).case(sam, case.number)
        assert view is not None
        assert shown_to(view, frozenset(sam.roles)) is None, "nor do they read what somebody writes about it"
        assert (await here.desk.close(sam, case.id, Words("mine"))).says.wording == "desk.forbidden.own"
        assert (await here.desk.claim(here.staff["kim"], case.id, "slack")).done


async def test_a_case_that_waits_beside_a_talk_does_not_break_into_it(tmp_path: Path):
    """Nobody else may take the second case while Sam is there: that nobody is free for her would be no truth."""
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("sue", Role.SUPERVISOR))
        nurse = await asked(here)
        hers = await here.case()
        await nurse.types("complain")
        await here.desk.claim(here.staff["sam"], hers.id, "slack")
        await here.rest()
        before = len(nurse.heard)
        for _ in range(40):
            await nurse.types("still here")
            assert (await here.desk.reply(here.staff["sam"], hers.id, Words("me too"))).done
            await here.lasts(timedelta(minutes=60), hours=4)
        assert {wording for author, wording in nurse.heard[before:] if author == "bot"} == set()


async def test_what_a_coach_asks_their_supervisor_is_read_by_a_supervisor_and_by_nobody_else(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("kim"), coach("lee", Role.SAFETY_LEAD), coach("sue", Role.SUPERVISOR))
        await asked(here)
        case, console = await here.case(), ConsoleDesk(here.desk, here.hand_off.work)
        await here.desk.claim(here.staff["sam"], case.id, "console")
        await here.desk.note(here.staff["sam"], case.id, Words("I dread this talk"), "consult")
        await here.desk.note(here.staff["sam"], case.id, Words("ask about leave"))

        async def reads(name: str) -> list[tuple[str, str]]:
            view = await console.case(here.staff[name], case.number)
            seen = None if view is None else shown_to(view, frozenset(here.staff[name].roles))
            return [] if seen is None else [(each.by, each.text) for each in seen.notes]

        assert await reads("sam") == [("", "I dread this talk"), ("", "ask about leave")]
        assert await reads("sue") == [("Sam", "I dread this talk")]
        await here.desk.pass_on(here.staff["sam"], case.id)
        await here.desk.claim(here.staff["kim"], case.id, "console")
        assert (await reads("kim"), await reads("lee")) == ([], [])
        assert await reads("sue") == [("Sam", "I dread this talk")]


@pytest.mark.parametrize("way", ["passes it on", "is silent"])
async def test_whoever_was_promised_somebody_else_is_looked_after(tmp_path: Path, way: str):
    """A case that is only to be looked at calls nobody; but Lee came to her, and lets it go: she waits for a person now."""
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("lee", Role.SAFETY_LEAD), coach("dee", rota=True))
        nurse = await asked(here, "woop")
        await nurse.types("i can't see a way out")
        (review,) = await here.cases(Concern.CRISIS)
        assert review.review
        await here.lasts(timedelta(minutes=5), minutes=20)
        assert here.slack.to("UDEE") == [], "nobody is called to look at it"
        assert (await here.desk.claim(here.staff["lee"], review.id, "slack")).done
        await here.rest()
        if way == "passes it on":
            assert (await here.desk.pass_on(here.staff["lee"], review.id)).done
        else:
            await here.lasts(timedelta(minutes=5), minutes=40)
        await here.lasts(timedelta(minutes=1), minutes=2)
        assert any("Safety case" in each for each in here.slack.to("UDEE"))
        assert (await here.case()).standing == "waiting", "nothing was said that a hold follows from"


async def test_the_ladder_begins_when_people_are_first_called(tmp_path: Path):
    """What she said in the morning was only to be looked at: nobody has kept her waiting when she says more in the afternoon."""
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = await asked(here, "woop")
        await nurse.types("i can't see a way out")
        assert (await here.case()).review
        await nurse.types("no")
        await here.lasts(timedelta(minutes=30), hours=3)
        before = len(nurse.reads)
        await nurse.types("i want to die tonight")
        await here.lasts(timedelta(minutes=1), minutes=3)
        assert not any("An hour has gone by" in each or "No one from the team" in each for each in nurse.reads[before:])
        assert (await here.case()).incident_at is None
        assert any("Safety case" in each for each in here.slack.to("UDEE"))
        await here.lasts(timedelta(minutes=1), minutes=4)
        assert any("No one from the team" in each for each in nurse.reads[before:]), "after five minutes, counted from now"


@pytest.mark.parametrize("ends", ["the lead closes it", "she says so"])
async def test_nobody_is_put_back_into_a_hold_that_is_over(tmp_path: Path, ends: str):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("lee", Role.SAFETY_LEAD))
        nurse = await asked(here)
        await nurse.types("i want to die tonight")
        (danger,) = await here.cases(Concern.CRISIS)
        if ends == "the lead closes it":
            (hers,) = await here.cases(Concern.WANTS_HUMAN)
            assert (await here.desk.claim(here.staff["sam"], hers.id, "slack")).done
            await here.rest()
            assert (await here.desk.close(here.staff["lee"], danger.id, Words("safe with her sister"))).done
            await here.rest()
            assert (await here.desk.pass_on(here.staff["sam"], hers.id)).done
        else:
            await nurse.types("i'm safe")
            await nurse.presses("carry_on")
            assert (await here.desk.claim(here.staff["lee"], danger.id, "slack")).done
            await here.rest()
            assert (await here.desk.pass_on(here.staff["lee"], danger.id)).done
        await here.rest()
        (after, *_) = await here.cases()
        assert after.standing == "waiting"
        await nurse.types("woop")
        assert not nurse.heard[-1][1].startswith("safety."), "a hold that nobody could end"
