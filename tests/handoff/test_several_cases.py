"""More than one case of one participant: whoever still has one keeps the conversation, and nobody is taken for having gone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from coaching.casework import CaseFile
from coaching.concern import Concern
from coaching.staff import Role
from coaching.words import Words
from tests.handoff.office import Nurse, Office, coach, office
from tests.handoff.test_relay import asked


async def with_sam_and_lee(here: Office) -> tuple[Nurse, CaseFile, CaseFile]:
    """Sam talks with the nurse, she speaks of danger, and Lee comes to her."""
    await here.hires(coach("sam"), coach("lee", Role.SAFETY_LEAD))
    nurse = await asked(here)
    hers = await here.case()
    await here.desk.claim(here.staff["sam"], hers.id, "slack")
    await here.rest()
    await nurse.types("i want to die tonight")
    (danger,) = await here.cases(Concern.CRISIS)
    assert (await here.desk.claim(here.staff["lee"], danger.id, "slack")).done
    await here.rest()
    return nurse, hers, danger


async def now(here: Office, case: CaseFile) -> CaseFile:
    found = await here.casework.file(case.id)
    assert found is not None
    return found


async def test_whoever_stayed_has_the_talk_again_when_the_safety_lead_closes(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, hers, danger = await with_sam_and_lee(here)
        assert (await here.desk.close(here.staff["lee"], danger.id, Words("safe with her sister"))).done
        await here.rest()
        after = await now(here, hers)
        assert (after.held_by, after.closed_at, after.standing) == ("sam", None, "with_coach")
        assert not any("back with me, the bot" in each for each in nurse.reads)
        assert not any("gone back to the bot" in each for each in here.slack.to("USAM"))
        assert "Sam is still here with you" in nurse.reads[-1], "she hears who is there now"
        assert (await here.desk.reply(here.staff["sam"], hers.id, Words("I am still here"))).done


async def test_nobody_is_silent_who_may_not_speak(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, hers, danger = await with_sam_and_lee(here)
        await nurse.types("are you there")
        for _ in range(30):
            await here.desk.reply(here.staff["lee"], danger.id, Words("yes"))
            await here.lasts(timedelta(minutes=30), hours=1)
        assert ((await now(here, hers)).held_by, (await now(here, danger)).held_by) == ("sam", "lee")


async def test_a_claim_that_lapses_takes_nobody_else_out_of_the_talk(tmp_path: Path):
    async with office(tmp_path) as here:
        _, hers, danger = await with_sam_and_lee(here)
        await here.casework.add_staff(replace(here.staff["sam"], left_at=here.clock.now()))
        await here.desk.reply(here.staff["lee"], danger.id, Words("yes"))
        await here.lasts(timedelta(minutes=10), hours=1.5)
        assert (await now(here, hers)).held_by == ""
        there = await now(here, danger)
        assert (there.held_by, there.standing) == ("lee", "with_coach")


async def test_who_passes_on_what_they_took_last_leaves_the_other_there(tmp_path: Path):
    async with office(tmp_path) as here:
        _, hers, danger = await with_sam_and_lee(here)
        assert (await here.desk.pass_on(here.staff["lee"], danger.id)).done
        await here.rest()
        assert (await now(here, danger)).held_by == ""
        after = await now(here, hers)
        assert (after.held_by, after.standing) == ("sam", "with_coach")


async def test_closing_something_else_keeps_the_wish_for_a_person(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("sue", Role.SUPERVISOR))
        nurse = await asked(here)
        hers = await here.case()
        await nurse.types("complain")
        (other,) = [each for each in await here.cases() if each.id != hers.id]
        assert (await now(here, hers)).standing == "waiting"
        await here.desk.close(here.staff["sue"], other.id, Words("looked into"))
        await here.rest()
        assert (await now(here, hers)).standing == "waiting"
        await nurse.types("never mind")
        assert (await now(here, hers)).ending == "cancelled"


async def test_a_word_to_one_of_two_cases_is_a_word_to_the_person(tmp_path: Path):
    """One coach has two cases of one nurse: whichever they answer in, they are not silent."""
    async with office(tmp_path) as here:
        await here.hires(coach("sam", Role.COACH, Role.SUPERVISOR))
        nurse = await asked(here)
        hers = await here.case()
        await nurse.types("complain")
        (other,) = [each for each in await here.cases() if each.id != hers.id]
        for case in (hers, other):
            assert (await here.desk.claim(here.staff["sam"], case.id, "slack")).done
            await here.rest()
        await nurse.types("thank you")
        assert (await now(here, other)).waits_since is not None
        await here.desk.reply(here.staff["sam"], hers.id, Words("of course"))
        assert (await now(here, other)).waits_since is None


async def test_whoever_is_closed_over_is_told(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("hi")
        await nurse.types("i want to die tonight")
        case = await here.case()
        await here.desk.claim(here.staff["dee"], case.id, "slack")
        await here.rest()
        assert (await here.desk.close(here.staff["lee"], case.id, Words("safe"))).done
        await here.rest()
        assert any("Lee has looked after it and brought it to an end" in each for each in here.slack.to("UDEE"))


async def test_the_bots_own_question_ends_when_somebody_of_the_rota_comes(tmp_path: Path):
    """What she answers then is for the person who asked: the bot neither takes it for an answer nor says anything to it."""
    async with office(tmp_path) as here:
        await here.hires(coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("hello")
        await nurse.types("i can't see a way out")
        assert "thoughts of ending your life" in nurse.reads[-1]
        (review,) = await here.cases(Concern.CRISIS)
        assert review.review
        assert (await here.desk.claim(here.staff["lee"], review.id, "slack")).done
        await here.rest()
        assert (await here.desk.reply(here.staff["lee"], review.id, Words("Where are you right now?"))).done
        await here.rest()
        before = len(nurse.reads)
        for words in ("in the sluice. its quiet", "no"):
            await nurse.types(words)
            await here.rest()
        assert nurse.reads[before:] == []
        assert [text for text in here.slack.to("ULEE") if "sluice" in text], "her words go to the person who asked"
        await here.lasts(timedelta(minutes=6), minutes=12)
        assert nurse.reads[before:] == [], "nor do the lines follow that come where nobody answers"
