"""A coach steps out and in again, and is cared for after danger: the use cases, over the real road."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from coaching.casework import Ending
from coaching.staff import Role, Rung, Staff
from coaching.words import Words
from handoff.caring import Caring
from tests.handoff.office import Nurse, Office, coach, office

SAM, KIM, SUE, LEE = coach("sam", rota=True), coach("kim", rota=True), coach("sue", Role.SUPERVISOR), coach("lee", Role.SAFETY_LEAD)
AFTER = "that can stay with a person"


async def staffed(here: Office) -> Caring:
    await here.hires(SAM, KIM, SUE, LEE)
    return Caring(here.desk, here.hand_off.work)


async def now_is(here: Office, name: str) -> Staff:
    return next(each for each in await here.casework.staff() if each.id == name)


async def audited(here: Office, like: str) -> list[str]:
    def work(connection: Any) -> list[str]:
        found = connection.execute(text("SELECT what FROM audit WHERE what LIKE :like ORDER BY seq"), {"like": like})
        return [row.what for row in found.all()]

    found: list[str] = await here.casework._database.look(work)
    return found


async def asking(here: Office, name: str) -> Nurse:
    nurse = here.nurse(name)
    await nurse.types("hi")
    await nurse.presses("contract_ok")
    await nurse.types("can i talk to a real person please")
    return nurse


async def in_danger(here: Office) -> Nurse:
    nurse = here.nurse("UDANGER")
    await nurse.types("hi")
    await nurse.types("i want to die tonight")
    return nurse


async def told_after(here: Office, name: str) -> int:
    await here.rest()
    await here.rest()
    return sum(AFTER in " ".join(each.split()) for each in here.slack.to(name))


# -- stepping out ---------------------------------------------------------------------------------------------------------------


async def test_who_steps_out_has_nothing_any_more_and_everybody_is_told_the_truth(tmp_path: Path):
    async with office(tmp_path, rota=("sam", "kim")) as here:
        caring = await staffed(here)
        nurses = [await asking(here, name) for name in ("UONE", "UTWO")] + [await in_danger(here)]
        for case in reversed(await here.cases()):  # danger last: after it nothing else is given to one
            assert (await here.desk.claim(SAM, case.id, "slack")).done
        await here.rest()
        assert await caring.step_out(SAM)
        await here.rest()
        assert [each.held_by for each in await here.cases()] == [""] * 3
        for nurse in nurses:
            assert any("Sam has asked someone else from the team to take over" in each for each in nurse.reads)
        danger = (await here.cases())[0]
        assert not (await here.desk.claim(await now_is(here, "sam"), danger.id, "slack")).done
        assert (await here.desk.claim(KIM, danger.id, "slack")).done


async def test_a_new_case_is_not_offered_to_whoever_has_stepped_out(tmp_path: Path):
    async with office(tmp_path) as here:
        caring = await staffed(here)
        assert await caring.step_out(KIM)
        await asking(here, "UONE")
        await here.rest()
        assert (any("Case 1" in each for each in here.slack.to("USAM")), here.slack.to("UKIM")) == (True, [])


async def test_out_twice_is_out_once_and_in_again_is_in(tmp_path: Path):
    async with office(tmp_path) as here:
        caring, began = await staffed(here), here.clock.now()
        for _ in range(2):
            await caring.step_out(SAM)
            here.clock.jump(timedelta(hours=1))
        assert (await now_is(here, "sam")).out_since(here.clock.now()) == began
        await caring.step_in(SAM)
        back = await now_is(here, "sam")
        assert (back.works(here.clock.now()), back.out_since(here.clock.now())) == (True, None)
        assert await audited(here, "staff.stepped%") == ["staff.stepped_out", "staff.stepped_in"]


# -- after-care -----------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("U41", side="after-care")
@pytest.mark.parametrize("how", ["passed on", "closed by the lead", "lapsed"])
async def test_after_danger_whoever_had_it_gets_a_line_of_their_own(tmp_path: Path, how: str):
    async with office(tmp_path, rota=("sam", "kim")) as here:
        caring = await staffed(here)
        await in_danger(here)
        case = await here.case()
        await here.desk.claim(SAM, case.id, "slack")
        assert await told_after(here, "USAM") == 0
        if how == "passed on":
            await here.desk.pass_on(SAM, case.id)
        elif how == "closed by the lead":
            assert (await here.desk.close(LEE, case.id, Words("seen by occupational health"), Ending.CLOSED)).done
        else:
            await here.lasts(timedelta(minutes=5), minutes=40)
        assert await told_after(here, "USAM") == 1
        assert [await told_after(here, name) for name in ("UKIM", "ULEE", "C0COACHES")] == [0, 0, 0]
        waits = await here.storage.welfare.record(SAM, here.clock.now())
        assert waits.care_since is not None
        assert await caring.cared_for(SUE, SAM)
        assert not await caring.cared_for(SUE, SAM)
        assert (await here.storage.welfare.record(SAM, here.clock.now())).care_since is None


async def test_there_is_no_line_after_what_is_no_danger(tmp_path: Path):
    async with office(tmp_path) as here:
        await staffed(here)
        await asking(here, "UONE")
        case = await here.case()
        await here.desk.claim(SAM, case.id, "slack")
        await here.hand_back("sam", case)
        assert await told_after(here, "USAM") == 0


# -- supervision ----------------------------------------------------------------------------------------------------------------


async def test_a_sitting_is_noted_in_the_programme_s_own_time(tmp_path: Path):
    async with office(tmp_path) as here:
        caring, day = await staffed(here), here.clock.now() - timedelta(days=3)
        begun = datetime(day.year, day.month, day.day, 10, 0)  # noqa: DTZ001 - of the programme's zone
        said = [
            await caring.note_sitting(SUE, SAM, begun, 60),
            await caring.note_sitting(SUE, SAM, begun, 30),
            await caring.note_sitting(SUE, SUE, begun, 60),
            await caring.note_sitting(LEE, SAM, begun, 60),
            await caring.note_sitting(SUE, SAM, begun, 0),
            await caring.note_sitting(SUE, SAM, begun + timedelta(days=9), 60),
        ]
        assert said == ["", "twice", "self", "role", "length", "coming"]
        (sitting,) = (await here.storage.welfare.record(SAM, here.clock.now())).supervised
        assert (sitting.hours, sitting.at.astimezone(here.clock.now().tzinfo).hour) == (1.0, 10 - _summer(sitting.at))
        assert await audited(here, "staff.supervised") == ["staff.supervised"]


def _summer(at: datetime) -> int:
    return int(4 <= at.month <= 9)


async def test_a_rung_is_kept_and_written_down(tmp_path: Path):
    async with office(tmp_path) as here:
        caring = await staffed(here)
        for _ in range(2):
            await caring.set_rung(SUE, SAM, Rung.SENIOR)
        assert (await now_is(here, "sam")).skills.rung is Rung.SENIOR
        assert await audited(here, "staff.rung") == ["staff.rung"]
