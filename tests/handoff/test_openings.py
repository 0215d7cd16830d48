"""The audit says who has read a talk: once a sitting, however often an open page looks again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from coachbot.console_desk import ConsoleDesk
from coaching.staff import Role, Staff
from tests.handoff.office import Nurse, Office, coach, office


async def read(here: Office, what: str = "talk.read") -> list[str]:
    """Who, of each row that says so."""

    def work(connection: Any) -> list[str]:
        found = connection.execute(text("SELECT json_extract(detail, '$.staff') AS who FROM audit WHERE what = :what"), {"what": what})
        return [row.who for row in found.all()]

    rows: list[str] = await here.casework._database.look(work)
    return rows


async def looks(here: Office, who: Staff, times: int = 1) -> None:
    desk = ConsoleDesk(here.desk, here.hand_off.work)
    for _ in range(times):
        await desk.case(who, (await here.case()).number)


async def talking(here: Office) -> Nurse:
    await here.hires(coach("ann"), coach("ben"), coach("lee", Role.SAFETY_LEAD))
    nurse = here.nurse()
    for line in ("hi", "can i talk to a real person please"):
        await nurse.types(line)
    await here.desk.claim(here.staff["ann"], (await here.case()).id, "console")
    return nurse


async def test_a_page_that_looks_again_and_again_writes_one_row(tmp_path: Path):
    async with office(tmp_path) as here:
        await talking(here)
        await looks(here, here.staff["ann"], 20)
        assert await read(here) == ["ann"]


async def test_a_new_sitting_is_a_new_row(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await talking(here)
        await looks(here, here.staff["ann"])
        here.clock.jump(timedelta(minutes=29))
        await nurse.types("are you there")
        await looks(here, here.staff["ann"])
        assert await read(here) == ["ann"]
        here.clock.jump(timedelta(minutes=2))
        await looks(here, here.staff["ann"], 5)
        assert await read(here) == ["ann", "ann"]


async def test_each_reader_has_a_row_and_each_holder_a_new_one(tmp_path: Path):
    async with office(tmp_path, rota=("ann",)) as here:
        await here.hires(coach("ann", rota=True), coach("ben", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        for line in ("hi", "i want to die tonight"):
            await nurse.types(line)
        case = await here.case()
        for name in ("ann", "ben", "ann"):
            here.clock.jump(timedelta(minutes=1))
            await here.desk.claim(here.staff[name], case.id, "console")
            await looks(here, here.staff[name], 3)
            await looks(here, here.staff["lee"], 3)
            await here.desk.pass_on(here.staff[name], case.id)
        assert await read(here) == ["ann", "lee", "ben", "lee", "ann", "lee"]


async def test_every_request_for_earlier_talk_is_a_row(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await talking(here)
        ann, case = here.staff["ann"], await here.case()
        await here.desk.ask_earlier(ann, case.id)
        await here.rest()
        await nurse.presses("earlier_yes")
        for _ in range(3):
            await here.desk.ask_earlier(ann, case.id)
            await looks(here, ann, 4)
        assert await read(here, "talk.read_earlier") == ["ann"] * 3
