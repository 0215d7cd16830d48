"""What a participant says to us, and not to the person who is with them: stop, a complaint, their data. Nobody reads anything untrue."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coachbot.console_desk import ConsoleDesk
from coaching.casework import CaseFile
from coaching.concern import Concern
from coaching.staff import Role
from coaching.words import Words, plain
from handoff.standing import SAFETY_HOLD, STOPPED, WAITING, WITH_BOT, WITH_COACH
from tests.handoff.office import Nurse, Office, coach, office

DESKS = {"slack": "UANN", "telegram": "", "console": ""}


async def talking(here: Office, desk: str = "slack") -> tuple[Nurse, CaseFile]:
    """A nurse, with Ann who has said something."""
    await here.hires(coach("ann"), coach("sue", Role.SUPERVISOR), coach("lee", Role.SAFETY_LEAD))
    nurse = here.nurse()
    for line in ("hi", "yes", "can i talk to a real person please"):
        await nurse.types(line)
    case = await here.case()
    await here.desk.claim(here.staff["ann"], case.id, desk)
    await replies(here, case, "Tell me more")
    return nurse, case


async def replies(here: Office, case: CaseFile, text: str) -> str:
    answer = await here.desk.reply(here.staff["ann"], case.id, Words(text))
    await here.rest()
    return answer.says.wording


async def read_by_ann(here: Office, desk: str) -> list[str]:
    if desk == "console":
        return [each.text for each in await ConsoleDesk(here.desk, here.hand_off.work).notices(here.staff["ann"])]
    address = dict(here.staff["ann"].addresses)[desk]
    return (here.slack if desk == "slack" else here.telegram).to(address)


# -- stop -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("desk", DESKS)
async def test_whoever_stops_is_left_alone_and_their_coach_hears_so_once(tmp_path: Path, desk: str):
    async with office(tmp_path) as here:
        nurse, case = await talking(here, desk)
        await nurse.types("stop")
        assert nurse.heard[-1] == ("bot", "stop.done")
        said = [each for each in await read_by_ann(here, desk) if "has asked to be left alone" in each]
        assert len(said) == 1
        assert f"Case {case.number} stays with you until you close it" in said[0]
        page = await ConsoleDesk(here.desk, here.hand_off.work).case(here.staff["ann"], case.number)
        assert page is not None
        assert page.moves == ("note", "close", "tell_lead"), "no form for what cannot be done"
        assert await replies(here, case, "Hello?") == "desk.stopped"
        assert (await here.hand_back("ann", case)).says.wording == "desk.stopped", "nobody says that they have her lines"
        assert (await here.desk.pass_on(here.staff["ann"], case.id)).says.wording == "desk.stopped", "nobody else could take it"
        before = len(nurse.heard)
        await here.lasts(timedelta(hours=1), hours=100)
        case = await here.case()
        assert (case.held_by, case.standing) == ("ann", STOPPED), "nobody is silent who may not speak"
        assert (await here.desk.close(here.staff["ann"], case.id, Words("left alone, as asked"))).done
        await here.rest()
        assert len(nurse.heard) == before
        await nurse.types("start again")
        assert [each for each in nurse.heard[before:] if each[1].startswith("desk.")] == [], "no old line comes late"


async def test_whoever_starts_again_is_with_the_bot_and_the_coach_hears_it_at_once(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, case = await talking(here)
        for line in ("stop", "start again"):
            await nurse.types(line)
        assert nurse.heard[-1][0] == "bot"
        assert "has gone back to the bot" in (await read_by_ann(here, "slack"))[-1]
        assert await here.cases() == []
        assert await replies(here, case, "Hello?") == "desk.over"


async def test_two_do_not_speak_at_once_before_the_coach_has_heard(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, case = await talking(here)
        await nurse.types("stop")
        here.hand_off.tender.tend_due = nobody_tends  # type: ignore[method-assign]
        await nurse.types("start again")
        assert (await here.case()).standing == WITH_BOT
        assert await replies(here, case, "Hello?") == "desk.gone_back"


async def nobody_tends(limit: int = 0) -> int:
    return 0


async def test_whoever_stops_and_then_asks_for_a_person_is_not_forgotten(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, before = await talking(here)
        for line in ("stop", "can i talk to a real person please"):
            await nurse.types(line)
        assert any("I have asked for a person" in each for each in nurse.reads[-2:])
        case = await here.case()
        assert (case.id, case.held_by, case.standing) == (before.id, "", WAITING)
        assert "It is offered to you" in (await read_by_ann(here, "slack"))[-1]
        await here.desk.claim(here.staff["ann"], case.id, "slack")
        assert await replies(here, case, "Here I am again") == "desk.sent"


async def test_of_danger_the_holder_reads_who_closes_it_and_after_the_stop_people_are_called_again(tmp_path: Path):
    async with office(tmp_path, rota=("ann",)) as here:
        await here.hires(coach("ann", rota=True), coach("lee", Role.SAFETY_LEAD))
        nurse = here.nurse()
        for line in ("hi", "i want to die tonight"):
            await nurse.types(line)
        case = await here.case()
        await here.desk.claim(here.staff["ann"], case.id, "slack")
        await replies(here, case, "I am here")
        await nurse.types("stop")
        said = [each for each in here.slack.to("UANN") if "has asked to be left alone" in each]
        assert ["it is they who close it, with a reason" in each for each in said] == [True]
        await here.lasts(minutes=90)
        case = await here.case()
        assert (case.held_by, case.standing) == ("ann", STOPPED), "let go of, nobody could take it, and she could not have written"
        alerts = len(here.slack.sent)
        await nurse.types("start again")
        case = await here.case()
        assert (case.held_by, case.standing) == ("", SAFETY_HOLD)
        assert any("You are on duty" in plain(each.text) for each in here.slack.sent[alerts:])


async def test_a_complaint_calls_people_also_where_its_sender_has_stopped(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, _ = await talking(here)
        for line in ("complain", "stop"):
            await nurse.types(line)
        await here.lasts(timedelta(hours=1), hours=200)
        [complaint] = await here.cases(Concern.BOT_FRUSTRATION)
        assert any(f"Case {complaint.number}, soon. No one has it." in each for each in here.slack.to("USUE"))


async def test_nobody_is_called_to_a_case_that_no_coach_could_take_until_its_participant_starts_again(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, _ = await talking(here)
        await here.hires(coach("bea"))
        await nurse.types("stop")
        await here.hires(replace(here.staff["ann"], left_at=here.clock.now()))
        await here.lasts(timedelta(hours=1), hours=100)
        case = await here.case()
        assert (case.held_by, case.standing) == ("", STOPPED)
        called = [each for name in ("UBEA", "USUE") for each in here.slack.to(name) if each.startswith("Case")]
        assert called == [], "whoever was called could only be told that they may not"
        await nurse.types("start again")
        assert any("It is offered to you" in each for each in here.slack.to("UBEA"))


# -- a complaint, and their data ------------------------------------------------------------------------------------------------


async def test_a_complaint_is_passed_on_and_its_sender_reads_who_reads_on(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, case = await talking(here)
        await nurse.types("complain")
        [complaint] = await here.cases(Concern.BOT_FRUSTRATION)
        assert (complaint.kind, complaint.to, complaint.held_by) == ("complaint", "study_team", "")
        assert nurse.heard[-1] == ("bot", "complain.with_person")
        assert "What you type here still goes to the person who is with you" in nurse.reads[-1]
        assert "and not to the coaches" not in nurse.reads[-1]
        [talk] = await here.cases(Concern.WANTS_HUMAN)
        assert (talk.held_by, talk.standing) == ("ann", WITH_COACH)
        assert await replies(here, case, "I am sorry to hear that") == "desk.sent"
        await here.hand_back("ann", case)
        await here.rest()
        assert [each.id for each in await here.cases()] == [complaint.id], "and it outlives the talk"


@pytest.mark.parametrize("line", ["my data", "delete my data", "who can see this"])
@pytest.mark.parametrize("desk", DESKS)
async def test_a_question_to_the_bot_is_told_to_the_coach_with_how_it_is_answered(tmp_path: Path, desk: str, line: str):
    async with office(tmp_path) as here:
        nurse, _ = await talking(here, desk)
        before = len(nurse.heard)
        await nurse.types(line)
        assert len(nurse.heard) == before, "one voice"
        assert any("That is for the bot to answer" in each for each in await read_by_ann(here, desk))
        await nurse.types("back to the bot")
        await nurse.types(line)
        assert {"my_data.how", "privacy.who"} & {wording for _, wording in nurse.heard[-2:]}


@pytest.mark.parametrize("line", ["later", "pause", "not now"])
async def test_later_goes_to_whoever_is_there_and_the_place_is_kept(tmp_path: Path, line: str):
    async with office(tmp_path) as here:
        nurse, case = await talking(here)
        before = len(nurse.heard)
        await nurse.types(line)
        assert (await read_by_ann(here, "slack"))[-1].endswith(f": {line}")
        assert (len(nurse.heard), (await here.case()).standing) == (before, WITH_COACH)
        await here.hand_back("ann", case)
        await here.rest()
        assert ("bot", "people.back.talked") in nurse.heard


# -- the name of whoever says something -----------------------------------------------------------------------------------------


async def test_a_name_stands_once_on_a_line_of_the_talk(tmp_path: Path):
    async with office(tmp_path) as here:
        _, case = await talking(here, "console")
        await here.desk.correct(here.staff["ann"], case.id, Words("Tell me: what else?"))
        view = await ConsoleDesk(here.desk, here.hand_off.work).talk(here.staff["ann"], case.number)
        assert view is not None
        lines = [(each.who, each.text, each.edited) for each in view.lines if each.side == "staff"]
        assert lines == [("Ann", "Tell me more", False), ("Ann", "Tell me: what else?", True)]


# -- gone quiet -----------------------------------------------------------------------------------------------------------------


async def test_whoever_is_asked_next_reads_how_long_somebody_has_waited_and_nothing_of_nobody_having_come(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, case = await talking(here)
        await here.hires(coach("bea"))
        await nurse.types("are you there")
        await here.lasts(timedelta(minutes=30), hours=25)
        assert (await here.case()).left_by == "ann"
        [offer] = [each for each in here.slack.to("UBEA") if "It is offered to you" in each]
        assert "Waiting: 24 h" in offer, "since the word that nobody answered"
        let_go = next(each for each in here.slack.to("UANN") if "is open to others again" in each)
        assert "Waiting: 24 h" in let_go
        said = len(nurse.heard)
        await here.lasts(timedelta(minutes=30), hours=40)
        after = nurse.reads[said - 1 :]
        assert not any("so far" in each or "has been free" in each for each in after), after
        assert case.number == (await here.case()).number
