"""What would stay stuck, late, or reach the wrong person."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coaching.casework import CasePage
from coaching.errors import MovedOn
from coaching.message import Inbound, Kind
from coaching.staff import Role
from coaching.words import Words
from tests.handoff.office import coach, office
from tests.handoff.test_relay import asked


@pytest.mark.shows("C6", side="edits reach whoever has the case, at once")
async def test_an_edit_reaches_the_coach_at_once(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        await here.desk.claim(here.staff["sam"], (await here.case()).id, "slack")
        await here.rest()
        await nurse.types("i left at nine")
        await nurse.edits(nurse.count, "i left at ten")
        await here.rest()
        assert "changed what they wrote: i left at ten" in here.slack.to("USAM")[-1]


async def test_an_edit_written_down_in_the_instant_of_a_look_is_not_missed(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await asked(here)
        await here.desk.claim(here.staff["sam"], (await here.case()).id, "slack")
        await here.rest()
        await nurse.types("i left at nine")
        for text in ("i left at ten", "i left at eleven"):
            case = await here.case()
            await here.casework.write_case(CasePage(case, replace(case, look_at=None)))
            assert await here.hand_off.tender.tend_due() == 1
            edit = Inbound(nurse.address, (text,), Kind.EDITED, here.clock.now(), Words(text), about=nurse._key(nurse.count))
            await here.road.inbox.receive([edit])
            await here.settle()
        await here.rest()
        told = [each for each in here.slack.to("USAM") if "changed what they wrote" in each]
        assert [each.rpartition(": ")[2] for each in told] == ["i left at ten", "i left at eleven"]


async def test_an_edit_of_what_was_said_to_one_coach_does_not_reach_the_next(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("kim"))
        nurse = await asked(here)
        first = await here.case()
        await here.desk.claim(here.staff["sam"], first.id, "slack")
        await here.rest()
        await nurse.types("only for sam")
        said = nurse.count
        await here.hand_back("sam", first)
        await here.rest()
        await nurse.types("can i talk to a real person please")
        await here.desk.claim(here.staff["kim"], (await here.case()).id, "slack")
        await here.rest()
        await nurse.edits(said, "only for sam, and nobody else")
        await here.lasts(timedelta(minutes=10), hours=2)
        assert not any("only for sam" in each for each in here.slack.to("UKIM"))


async def test_a_case_to_be_looked_at_whose_holder_has_left_is_let_go(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("kim"))
        nurse = await asked(here)
        await here.desk.claim(here.staff["sam"], (await here.case()).id, "slack")
        await here.rest()
        case = await here.case()
        await here.storage.notebook._database.do(lambda c: c.exec_driver_sql('UPDATE "case" SET review = 1'))
        await here.casework.add_staff(replace(here.staff["sam"], left_at=here.clock.now()))
        await here.lasts(timedelta(minutes=30), hours=3)
        after = await here.case()
        assert (after.id, after.held_by, after.standing) == (case.id, "", "waiting")
        assert nurse.reads


async def test_a_slip_of_the_thumb_keeps_nobody_from_a_case(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        await asked(here)
        case = await here.case()
        assert (await here.desk.pass_on(here.staff["sam"], case.id)).says.wording == "desk.not_me"
        assert (await here.desk.claim(here.staff["sam"], case.id, "slack")).done


async def test_what_spoke_of_danger_is_read_though_it_was_said_before_the_case_was_made(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("something of before")
        said = here.clock.now() - timedelta(seconds=2)
        await here.road.inbox.receive([Inbound(nurse.address, ("k",), Kind.TEXT, said, Words("i want to die tonight"))])
        await here.rest()
        case = await here.case()
        await here.desk.claim(here.staff["dee"], case.id, "slack")
        await here.rest()
        for lines in ([each.text for each in await here.desk.talk(here.staff["lee"], case)], here.slack.to("UDEE")):
            assert any("i want to die tonight" in each for each in lines)
            assert not any("something of before" in each for each in lines)


async def test_what_was_decided_at_once_by_two_is_decided_again(tmp_path: Path):
    """Two processes give two new cases the same number: the second takes the next."""
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("lee", Role.SAFETY_LEAD))
        await asked(here)
        first = await here.case()
        other = here.nurse("UOTHER")
        await other.types("hi")
        await other.presses("contract_ok")
        await other.types("can i talk to a real person please")
        (second,) = [each for each in await here.cases() if each.id != first.id]
        with pytest.raises(MovedOn):
            await here.casework.write_case(CasePage(second, replace(second, number=first.number)))
