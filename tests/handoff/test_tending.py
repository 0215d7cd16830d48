"""What the clock does for open cases, over the real road: the ladder carried out, whatever fails."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from coaching.casework import DeskParcel
from coaching.delivery import Delivery, Refused, Sent
from coaching.staff import Role, Staff
from coaching.words import plain
from handoff.ladder import Means
from tests.handoff.office import Office, away, coach, office


@dataclass
class Line:
    """One means beside chat: mail, or the pager."""

    down: bool = False
    carried: list[tuple[str, str]] = field(default_factory=list)

    async def show(self, parcel: DeskParcel) -> Delivery:
        if self.down:
            return Refused(1.0)
        self.carried.append((parcel.post.staff_id, plain(parcel.post.outbound.text)))
        return Sent(f"l{len(self.carried)}")


FEW = timedelta(minutes=2.5)  # looks so far apart
ROTAS = ("full", "empty", "on leave", "left")
MEANS = (Means.SLACK, Means.TELEGRAM, Means.EMAIL, Means.PAGER)
FAILING = [tuple(means for means, down in zip(MEANS, downs, strict=True) if down) for downs in product((False, True), repeat=4)]
ALL = [  # a quarter of them every time: each way of failing once, the rotas in turn
    pytest.param(failing, rota, id=f"{'-'.join(failing) or 'nothing'}, {rota}", marks=[] if (number + place) % 4 == 0 else pytest.mark.long)
    for number, failing in enumerate(FAILING)
    for place, rota in enumerate(ROTAS)
]


def team(rota: str, now: object) -> list[Staff]:
    people = [coach("dee", rota=True), coach("eve", rota=True), coach("sue", Role.SUPERVISOR), coach("lee", Role.SAFETY_LEAD)]
    if rota == "on leave":
        return [replace(each, away=away(now)) if each.on_safety_rota else each for each in people]  # type: ignore[arg-type]
    if rota == "left":
        return [replace(each, left_at=now) if each.on_safety_rota else each for each in people]  # type: ignore[arg-type]
    return people


async def in_danger(here: Office) -> object:
    nurse = here.nurse()
    await nurse.types("hi")
    await nurse.types("i want to die tonight")
    return nurse


@pytest.mark.shows("F4", "H03", side="carried out: every means down or up, every kind of rota")
@pytest.mark.parametrize(("failing", "rota"), ALL)
async def test_somebody_is_paged_while_anything_lives(tmp_path: Path, failing: tuple[Means, ...], rota: str):
    mail, pager = Line(Means.EMAIL in failing), Line(Means.PAGER in failing)
    on_duty = () if rota == "empty" else ("dee", "eve")
    async with office(tmp_path, ways={Means.EMAIL: mail, Means.PAGER: pager}, rota=on_duty) as here:
        await here.hires(*team(rota, here.clock.now()))
        here.telegram.down = Means.TELEGRAM in failing
        nurse = here.nurse()
        await nurse.types("hi")
        here.slack.down = Means.SLACK in failing
        await nurse.types("i want to die tonight")
        await here.lasts(FEW, minutes=75)
        by_chat = [each for shelf in (here.slack, here.telegram) for each in shelf.sent if "Safety case" in plain(each.text)]
        alive = set(MEANS) - set(failing)
        assert bool(by_chat or mail.carried or pager.carried) == bool(alive)
        here.slack.down = False
        await here.lasts(minutes=3)
        assert any("I can't tell when that changes" in each for each in nurse.reads), "the truth, whatever fails"
        case = await here.case()
        assert case.closed_at is None
        assert case.incident_at is not None


@pytest.mark.shows("U8", side="kept where it is offered")
async def test_why_it_is_offered_to_whom_is_written_down(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("sam"), coach("lee", Role.SAFETY_LEAD))
        await in_danger(here)
        rows = await here.storage.notebook._database.look(_offers)
        assert len(rows) == 1
        assert "sam wrong_role" in rows[0]


def _offers(connection: object) -> list[str]:
    found = connection.exec_driver_sql("SELECT detail FROM audit WHERE what = 'case.offered'")  # type: ignore[attr-defined]
    return [row[0] for row in found]


async def test_nobody_is_told_twice_of_the_same_rung_by_the_same_means(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
        await in_danger(here)
        await here.lasts(minutes=4)
        assert len([each for each in here.slack.to("UDEE") if "Safety case" in each]) == 1


async def test_a_case_that_nobody_can_take_is_never_closed(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = here.nurse()
        await nurse.types("hi")
        await nurse.types("i want to die tonight")
        await here.lasts(timedelta(minutes=30), hours=30)
        assert (await here.case()).closed_at is None
