"""Whoever works in the console alone, without mail and chat, hears of their cases there, and is not counted on by the ladder."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coachbot.console_desk import ConsoleDesk
from coaching.concern import Concern
from coaching.staff import Role, Staff
from coaching.words import Words
from console.door import Caller
from console.pages import Pages
from tests.console.world import labels
from tests.handoff.office import Nurse, Office, coach, office

NEW = "There is something new from"


def only_there(name: str, *roles: Role, rota: bool = False) -> Staff:
    """Somebody who can be reached by nothing."""
    return replace(coach(name, *roles, rota=rota), addresses=())


ANN = only_there("ann", rota=True)
SUE, LEE = coach("sue", Role.SUPERVISOR), coach("lee", Role.SAFETY_LEAD)


def console(here: Office) -> ConsoleDesk:
    return ConsoleDesk(here.desk, here.hand_off.work)


async def told(here: Office, name: str) -> list[str]:
    """What stands on their pages, newest first."""
    return [each.text for each in await console(here).notices(here.staff[name])]


async def talking(here: Office, *others: Staff) -> Nurse:
    """A nurse, and Ann with her in the console."""
    await here.hires(ANN, SUE, LEE, *others)
    nurse = here.nurse()
    for line in ("hi", "can i talk to a real person please"):
        await nurse.types(line)
    await console(here).move(ANN, (await here.case()).number, "claim", {}, "")
    await here.rest()
    return nurse


async def test_new_words_are_told_once_until_they_are_seen_and_hold_none_of_them(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await talking(here)
        assert await told(here, "ann") == []
        await nurse.types("my mum is ill")
        await nurse.types("and i'm on nights")
        [notice] = await told(here, "ann")
        assert notice.startswith(NEW)
        assert "mum" not in notice
        number = (await here.case()).number
        await console(here).opened(ANN, number)
        assert await told(here, "ann") == []
        await nurse.types("are you there")
        assert len(await told(here, "ann")) == 1
        await console(here).move(ANN, number, "hand_back", {"agreed": "a break"}, "")
        assert await told(here, "ann") == [], "whoever answers has seen it"


async def test_a_reminder_stays_until_it_is_seen_and_is_nobody_elses(tmp_path: Path):
    async with office(tmp_path) as here:
        await talking(here)
        desk, number = console(here), (await here.case()).number
        await desk.move(ANN, number, "snooze", {"minutes": "60"}, "")
        await here.lasts(minutes=55)
        assert await told(here, "ann") == []
        await here.lasts(minutes=10)
        [notice] = await desk.notices(ANN)
        assert "is waiting for a word of yours" in notice.text
        assert notice.number == number
        await desk.opened(ANN, number)
        await desk.saw(SUE, [notice.id])
        assert await desk.unseen(ANN) == [notice.id], "to open the case is not to have seen it, and nobody else sees it for her"
        await desk.saw(ANN, [notice.id])
        assert await told(here, "ann") == []


async def test_whoever_goes_quiet_hears_that_it_is_open_to_others(tmp_path: Path):
    async with office(tmp_path) as here:
        await talking(here)
        await here.lasts(timedelta(hours=1), hours=100)
        assert (await here.case()).held_by == ""
        assert any("is open to others again" in each for each in await told(here, "ann"))


async def test_a_close_by_somebody_else_is_told(tmp_path: Path):
    async with office(tmp_path, rota=("ann",)) as here:
        await here.hires(ANN, SUE, LEE)
        nurse = here.nurse()
        for line in ("hi", "i want to die tonight"):
            await nurse.types(line)
        case = await here.case()
        await here.desk.claim(ANN, case.id, "console")
        assert (await here.desk.close(LEE, case.id, Words("seen to"))).done
        texts = " ".join(await told(here, "ann"))
        assert f"Case {case.number} is no longer with you. Lee has looked after it" in texts
        assert "can stay with a person" in texts, "and the line of after-care"


@pytest.mark.parametrize("desk", ["console", "slack"])
async def test_a_takeover_is_told_wherever_it_is_made(tmp_path: Path, desk: str):
    async with office(tmp_path, rota=("dee",)) as here:
        nurse = await talking(here, coach("dee", rota=True))
        mine = await here.case()
        await nurse.types("i want to die tonight")
        [danger] = await here.cases(Concern.CRISIS)
        await here.desk.claim(here.staff["dee"], danger.id, desk)
        await here.rest()
        notice = (await console(here).notices(ANN))[0]
        assert notice.text.startswith("Dee is with")
        assert notice.number == mine.number, "it leads to her own case"


async def test_whoever_is_in_chat_hears_of_a_takeover_from_the_console_too(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        await here.hires(coach("ben"), coach("dee", rota=True), LEE)
        nurse = here.nurse()
        for line in ("hi", "can i talk to a real person please"):
            await nurse.types(line)
        await here.desk.claim(here.staff["ben"], (await here.case()).id, "slack")
        await nurse.types("i want to die tonight")
        [danger] = await here.cases(Concern.CRISIS)
        await here.desk.claim(here.staff["dee"], danger.id, "console")
        await here.rest()
        assert any("Dee is with" in each for each in here.slack.to("UBEN"))
        assert await told(here, "ben") == []


async def test_who_can_be_reached_by_nothing_is_not_waited_for(tmp_path: Path):
    async with office(tmp_path, rota=("ann", "dee")) as here:
        await here.hires(ANN, coach("dee", rota=True), SUE, LEE)
        nurse = here.nurse()
        for line in ("hi", "i want to die tonight"):
            await nurse.types(line)
        case = await here.case()
        assert case.held_by == ""
        heard = {name: any("Safety case" in each for each in here.slack.to(name)) for name in ("UDEE", "USUE")}
        assert heard == {"UDEE": True, "USUE": True}, "at once, and not after five minutes"


async def test_an_offer_waits_in_the_console_until_it_is_seen_and_only_then_has_reached_anybody(tmp_path: Path):
    async with office(tmp_path, rota=("ann",)) as here:
        await here.hires(ANN, LEE, only_there("sue", Role.SUPERVISOR))
        nurse = here.nurse()
        for line in ("hi", "i want to die tonight"):
            await nurse.types(line)
        case, desk = await here.case(), console(here)
        [offer] = await desk.notices(ANN)
        assert (offer.text, offer.number) == (
            f"Safety case {case.number} (now). You are on duty, and someone is waiting for a person.",
            case.number,
        )
        assert any("You are asked as safety lead" in each for each in here.slack.to("ULEE")), "nobody waits for a page to be looked at"
        assert await fates(here, "ann") == ["waiting"]
        await here.lasts(minutes=3)
        assert await desk.unseen(ANN) == [offer.id], "told once"
        await desk.opened(ANN, case.number)
        assert (await told(here, "ann"), await fates(here, "ann")) == ([], ["sent"])


async def fates(here: Office, name: str) -> list[str]:
    case = await here.case()
    return [each.fate for each in await here.casework.tellings(case.id, case.since) if each.whom == name]


async def test_the_ladder_comes_to_those_of_the_console_too_and_what_was_taken_is_offered_no_more(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(ANN, only_there("bea"), only_there("sue", Role.SUPERVISOR))
        nurse = here.nurse()
        for line in ("hi", "can i talk to a real person please"):
            await nurse.types(line)
        case, desk = await here.case(), console(here)
        said = {name: (await told(here, name))[0].partition("). ")[2] for name in ("ann", "bea", "sue")}
        first, second = sorted(("ann", "bea"), key=lambda name: "you are next" in said[name])
        assert said[first].startswith("It is offered to you")
        assert said[second].startswith("No one has it, and you are next")
        assert said["sue"].startswith("No one has it. Please find someone for it")
        await desk.move(here.staff[second], case.number, "claim", {}, "")
        await here.rest()
        assert {name: await told(here, name) for name in ("ann", "bea", "sue")} == {"ann": [], "bea": [], "sue": []}
        await here.lasts(timedelta(hours=1), hours=60)
        assert any("It is offered to you" in each for each in await told(here, first)), "whoever went quiet is not asked first again"


async def test_whoever_oversees_reads_who_was_told_and_what_became_of_it(tmp_path: Path):
    async with office(tmp_path, rota=("ann",)) as here:
        await here.hires(ANN, LEE, SUE)
        nurse = here.nurse()
        for line in ("hi", "i want to die tonight"):
            await nurse.types(line)
        await here.lasts(minutes=6)
        pages = Pages(labels(), [], "en-GB")
        view = await console(here).case(LEE, (await here.case()).number)
        assert view is not None
        page = pages.page("case", Caller("t", LEE), case=view, keys=dict.fromkeys(view.moves, "k"), form={}, refused="").decode()
        assert "Ann, by the console: not seen so far" in page
        assert f"{view.alias}, by their own chat: sent" in page


async def test_what_waits_in_the_console_keeps_no_post_waiting(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse = await talking(here)
        await nurse.types("my mum is ill")
        assert await here.hand_off.poster.post_due() == 0
        await here.lasts(hours=3)
        assert len(await told(here, "ann")) >= 1
