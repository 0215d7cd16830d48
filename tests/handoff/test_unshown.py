"""What is for one coach alone and does not get to them: never silence. Somebody else is looked for, and the others hear why."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from coaching.casework import DeskFate, DeskParcel, DeskPost
from coaching.delivery import Ambiguous, Delivery, Permanent, Sent
from coaching.message import Lane, Outbound
from coaching.participant import Address, Channel
from coaching.staff import Role
from coaching.words import plain
from handoff.ladder import Means
from handoff.posting import TRIES, fate_of
from handoff.standing import WITH_COACH
from tests.handoff.office import Nurse, Office, coach, office
from tests.play import NOON

WORDS = "nobody else is to read this about my breaks"


@dataclass
class Mail:
    carried: list[tuple[str, str]] = field(default_factory=list)

    async def show(self, parcel: DeskParcel) -> Delivery:
        self.carried.append((parcel.post.staff_id, plain(parcel.post.outbound.text)))
        return Sent(f"m{len(self.carried)}")


async def with_sam(here: Office) -> Nurse:
    nurse = here.nurse()
    await nurse.types("hi")
    await nurse.presses("contract_ok")
    await nurse.types("can i talk to a real person please")
    assert (await here.desk.claim(here.staff["sam"], (await here.case()).id, "slack")).done
    await here.rest()
    return nurse


async def test_a_coach_whom_nothing_reaches_any_more_does_not_keep_the_case(tmp_path: Path):
    mail = Mail()
    async with office(tmp_path, ways={Means.EMAIL: mail}) as here:
        await here.hires(coach("sam"), coach("kim"), coach("sue", Role.SUPERVISOR))
        nurse = await with_sam(here)
        here.slack.gone.add("USAM")
        await nurse.types(WORDS)
        await here.rest()
        case = await here.case()
        assert (case.held_by, case.left_by, case.standing) == ("", "sam", "waiting")
        said = [each for each in here.slack.to("C0COACHES") if "did not get to them" in each]
        assert len(said) == 1
        assert "Sam" in said[0]
        assert "Case 1" in said[0] or "case 1" in said[0]
        assert any(whom == "sue" and "did not get to them" in text for whom, text in mail.carried)
        assert not any(WORDS in each for each in (*here.slack.to("C0COACHES"), *(text for _, text in mail.carried)))
        assert any("Case 1" in each for each in here.slack.to("UKIM")), "offered to somebody else"
        assert here.telegram.to(dict(here.staff["sam"].addresses)["telegram"]), "and who had it hears so by another way"
        await here.lasts(minutes=10)
        assert len([each for each in here.slack.to("C0COACHES") if "did not get to them" in each]) == 1


async def test_of_danger_the_next_rung_hears_at_once(tmp_path: Path):
    mail = Mail()
    async with office(tmp_path, ways={Means.EMAIL: mail}, rota=("dee", "eve")) as here:
        await here.hires(coach("dee", rota=True), coach("eve", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        await nurse.types("hi")
        await nurse.types("i want to die tonight")
        case = await here.case()
        here.slack.gone.add("UDEE")
        assert (await here.desk.claim(here.staff["dee"], case.id, "slack")).done
        await here.rest()
        assert (await here.case()).held_by == ""
        assert any("Safety case" in each for each in here.slack.to("UEVE")), "no five minutes for somebody whom nothing reaches"


async def test_whoever_takes_it_again_elsewhere_keeps_it(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"))
        nurse = await with_sam(here)
        here.slack.gone.add("USAM")
        await nurse.types(WORDS)
        await here.rest()
        await here.lasts(minutes=1)
        assert (await here.desk.claim(here.staff["sam"], (await here.case()).id, "telegram")).done
        await nurse.types("are you there")
        await here.rest()
        case = await here.case()
        assert (case.held_by, case.standing) == ("sam", WITH_COACH)
        assert "are you there" in here.telegram.to(dict(here.staff["sam"].addresses)["telegram"])[-1]


POST = DeskPost("P1", "slack", "talk", "sam", Outbound("P1", Address(Channel.SLACK, "T1", "USAM"), Lane.COACH, ()), private=True)


def test_words_of_a_participant_are_not_left_in_doubt():
    """A connection that breaks each time is no arrival: it is tried as often as one that is refused, and then it has failed."""
    parcel, fates = DeskParcel(POST, "C1", "sam"), list[DeskFate]()
    while not fates or fates[-1].state == "waiting":
        fates.append(fate_of(parcel, Ambiguous("TimeoutError"), NOON))
        parcel = replace(parcel, attempts=fates[-1].attempts, doubtful=fates[-1].doubtful)
    assert (len(fates), fates[-1].state) == (TRIES, "failed")


@pytest.mark.parametrize("what", ["line", "card"])
def test_our_own_words_are_left_in_doubt(what: str):
    parcel = DeskParcel(replace(POST, what=what, private=False), "C1", "sam", doubtful=True)
    assert fate_of(parcel, Ambiguous("TimeoutError"), NOON).state == "unconfirmed"
    assert fate_of(parcel, Permanent("left", gone=True), NOON).state == "failed"
