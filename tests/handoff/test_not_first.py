"""Somebody for whom it is not safe to be written to: nothing comes that they did not ask for, whoever has their case or has not."""

from datetime import timedelta
from pathlib import Path

from coaching.concern import Concern
from coaching.staff import Role
from coaching.words import Words
from tests.handoff.office import Nurse, Office, coach, office


async def not_here(here: Office, answer: str = "contact_not") -> Nurse:
    """She says that her husband hits her, and that it is not safe to write to her."""
    await here.hires(coach("lee", Role.SAFETY_LEAD))
    nurse = here.nurse()
    await nurse.types("hi")
    await nurse.types("my husband hits me")
    assert "Is it safe for me to write to you here?" in nurse.reads[-1]
    await nurse.presses(answer)
    return nurse


async def test_no_rung_writes_to_whoever_it_is_not_safe_to_write_to(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await not_here(here)
        assert "I won't write to you first" in nurse.reads[-1]
        before = len(nurse.reads)
        await here.lasts(timedelta(minutes=5), hours=3)
        assert nurse.reads[before:] == []
        assert any("No one has it" in each for each in here.slack.to("ULEE")), "the team is called all the same"


async def test_nor_does_whoever_comes_or_lets_go_by_a_line_of_ours(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await not_here(here)
        (case,) = await here.cases(Concern.SAFEGUARDING)
        before = len(nurse.reads)
        assert (await here.desk.claim(here.staff["lee"], case.id, "slack")).done
        await here.lasts(timedelta(minutes=5), hours=1)
        assert (await here.desk.claim(here.staff["lee"], case.id, "slack")).done
        assert (await here.desk.close(here.staff["lee"], case.id, Words("spoke with her on the ward"))).done
        await here.rest()
        assert [each for each in nurse.reads[before:] if "Lee" in each or "team" in each] == []


async def test_nor_where_she_speaks_of_something_else_afterwards(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await not_here(here)
        await nurse.types("i want to die tonight")
        (case,) = await here.cases(Concern.CRISIS)
        before = len(nurse.reads)
        await here.lasts(timedelta(minutes=5), hours=1.5)
        assert nurse.reads[before:] == []
        assert not case.contact_ok


async def test_once_it_is_safe_again_she_hears_how_it_stands(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await not_here(here)
        card = next(each.id for each in here.slack.sent if any(one.id == "contact_ok" for one in each.choices))
        await nurse.presses_on(card, "contact_ok")
        (case,) = await here.cases(Concern.SAFEGUARDING)
        assert case.contact_ok
        before = len(nurse.reads)
        await here.lasts(timedelta(minutes=5), hours=1)
        assert any("No one from the team" in each for each in nurse.reads[before:])
