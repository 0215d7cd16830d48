"""A programme starts with the people it cannot do without; the sandbox has its own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, text

from coachbot.appointed import people_ready, refusals, warnings
from coachbot.rotas import RotaKeeper
from coachbot.sandbox import COACH, LEAD, sandbox
from coachbot.timekeeping import FreshNames
from coaching.cover import Duty
from coaching.errors import SettingsError
from coaching.programme import Programme
from coaching.staff import Role, Staff, Ties
from handoff.hours import covered
from handoff.rota import on_duty
from standins.clock import MovableClock
from tests.storage.conftest import file_store
from tests.storage.people import Store

__all__ = ["file_store"]  # a fixture

WEEK = sandbox().duties[0].weekly
REAL = Programme(name="ward-7", sandbox=False, staffed=True, cover=sandbox().cover)
ANA = Staff("ana", "Ana Bell", frozenset({Role.COACH}), on_safety_rota=True)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LEE = Staff("lee", "Lee", frozenset({Role.SAFETY_LEAD}), on_safety_rota=True)


async def ready(store: Store, programme: Programme) -> RotaKeeper:
    casework = store.storage.casework
    keeper = RotaKeeper(programme, casework.staff, store.clock)
    await people_ready(programme, casework, keeper, store.clock, FreshNames())
    return keeper


async def audited(store: Store) -> list[tuple[str, dict[str, Any]]]:
    def rows(connection: Connection) -> list[Any]:
        return list(connection.execute(text("SELECT what, detail FROM audit ORDER BY seq")).all())

    return [(what, json.loads(detail)) for what, detail in await store.notebook._database.look(rows)]


async def test_the_sandbox_has_people_from_its_first_start_on(file_store: Store) -> None:
    await ready(file_store, sandbox())
    kept = await ready(file_store, sandbox())
    cover = sandbox().cover
    assert cover is not None
    staff, now = await file_store.storage.casework.staff(), file_store.clock.now()
    assert [(each.id, each.name, sorted(each.roles)) for each in staff] == [
        (COACH, "Sam Sandbox", ["coach"]),
        (LEAD, "Robin Sandbox", ["safety_lead", "supervisor"]),
    ]
    for hours in range(0, 24 * 7, 5):
        then = now + timedelta(hours=hours)
        assert {each.id for each in on_duty(kept.shifts(then), staff, then)} == {COACH, LEAD}
        assert covered(cover, then)
    assert sandbox().staffed
    added = [("staff.added", {"by": "sandbox", "staff": name}) for name in (COACH, LEAD)]
    assert (await audited(file_store))[:2] == added
    assert len(await audited(file_store)) == 3, "one sitting of supervision, so that the coach may go on"


async def test_the_sandboxs_coach_is_never_overdue(file_store: Store) -> None:
    for _ in range(4):
        await ready(file_store, sandbox())
        file_store.clock.move(8 * 86_400)
    assert len(await file_store.storage.casework.supervisions(COACH, file_store.clock.now() - timedelta(days=99))) == 4


async def test_whoever_has_left_the_sandbox_stays_away(file_store: Store) -> None:
    await ready(file_store, sandbox())
    sam = (await file_store.storage.casework.staff())[0]
    left = replace(sam, left_at=file_store.clock.now())
    await file_store.storage.casework.add_staff(left)
    await ready(file_store, sandbox())
    assert left in await file_store.storage.casework.staff()


async def test_the_sandboxs_people_work_in_no_other_programme(file_store: Store) -> None:
    await ready(file_store, sandbox())
    with pytest.raises(SettingsError, match="Nobody on the staff is a safety lead"):
        await ready(file_store, REAL)
    await file_store.storage.casework.add_staff(LEE)
    await ready(file_store, REAL)
    staff = {each.id: each for each in await file_store.storage.casework.staff()}
    assert staff[COACH].left_at == staff[LEAD].left_at == file_store.clock.now()
    assert staff["lee"].left_at is None


async def kept(programme: Programme, staff: list[Staff]) -> RotaKeeper:
    async def people() -> list[Staff]:
        return staff

    keeper = RotaKeeper(programme, people, MovableClock(NOW))
    await keeper.read()
    return keeper


REFUSED = {
    "nobody answers for safety": (REAL, [ANA], ["Nobody on the staff is a safety lead, and no programme starts without one"]),
    "a programme manager does not": (REAL, [replace(LEE, roles=LEE.roles | {Role.PROGRAMME_MANAGER})], ["Nobody on the staff is a safety"]),
    "a rota of strangers": (replace(REAL, duties=(Duty("Zoe", WEEK),)), [LEE], ["The rota names nobody on the staff who may be called"]),
    "a rota of people who are not named for it": (
        replace(REAL, duties=(Duty("Ana Bell", WEEK),)),
        [LEE, replace(ANA, on_safety_rota=False)],
        ["The rota names nobody on the staff who may be called for safety: write names"],
    ),
    "a calendar in a file that is not there": (replace(REAL, calendar="/nowhere/rota.ics"), [LEE], ["The file of the rota cannot be read"]),
    "both": (replace(REAL, duties=(Duty("Zoe", WEEK),)), [ANA], ["Nobody on the staff is a safety lead", "The rota names nobody"]),
    "a calendar that cannot be reached now": (replace(REAL, calendar="http://127.0.0.1:9/rota.ics"), [LEE], []),
    "no rota at all": (REAL, [LEE], []),
    "a rota that names some": (replace(REAL, duties=(Duty("Zoe", WEEK), Duty("Ana Bell", WEEK))), [LEE, ANA], []),
}


@pytest.mark.parametrize(("programme", "staff", "says"), REFUSED.values(), ids=REFUSED)
async def test_what_keeps_a_programme_from_starting(programme: Programme, staff: list[Staff], says: list[str]) -> None:
    told = list(refusals(programme, staff, await kept(programme, staff), NOW))
    assert len(told) == len(says)
    assert all(sentence.startswith(begins) for sentence, begins in zip(told, says, strict=True)), told


WARNED = {
    "all well": (REAL, [LEE, ANA], []),
    "nobody coaches": (REAL, [LEE], ["Nobody on the staff is a coach"]),
    "nobody is to coach": (replace(REAL, staffed=False), [LEE], []),
    "the only lead has a team": (
        REAL,
        [replace(LEE, ties=Ties(team="Ward 7")), ANA],
        ["lee is the only safety lead and belongs to a team"],
    ),
    "a stranger on the rota": (
        replace(REAL, duties=(Duty("Zoe", WEEK), Duty("ana", WEEK))),
        [LEE, ANA],
        ["Entries of the rota that name nobody on the staff"],
    ),
    "somebody on it who is not named for it": (
        replace(REAL, duties=(Duty("lee", WEEK), Duty("ana", WEEK))),
        [LEE, replace(ANA, on_safety_rota=False)],
        ["ana has a shift, and is not named for it"],
    ),
    "a rota that cannot be reached": (replace(REAL, calendar="http://127.0.0.1:9/rota.ics"), [LEE, ANA], ["The rota's address gives no"]),
}


@pytest.mark.parametrize(("programme", "staff", "says"), WARNED.values(), ids=WARNED)
async def test_what_will_hurt_is_said_at_the_start(programme: Programme, staff: list[Staff], says: list[str]) -> None:
    told = list(warnings(programme, staff, await kept(programme, staff), NOW))
    assert len(told) == len(says)
    assert all(sentence.startswith(begins) for sentence, begins in zip(told, says, strict=True)), told
