"""Danger in what a coach writes: their own, or the participant's, told to them alone and raised with one tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.nlu.concerns import phrase_signal
from coachbot.console_desk import ConsoleDesk
from coaching.casework import CaseFile
from coaching.concern import CALM, Concern, Signal
from coaching.staff import Role
from coaching.words import Words, plain
from handoff.minding import NOTED
from handoff.overhearing import heard
from tests.adapters.telegram.coaches import ward
from tests.handoff.office import Nurse, Office, coach, office

OWN, THEIRS = "I can't go on either, I want to end it", "she told me she has a plan"
HURT = "someone may get hurt"
FOR_YOU, OFFER, EITHER = "sounds as if things are hard for you too", "may be in danger. You don't have to", "I can't tell, so here"
THREATS = [
    ("She said she wants to kill her manager", "theirs"),
    ("Mo says he'll hurt the ward manager tonight", "theirs"),
    ("You said you want to stab your boss", "theirs"),
    ('She said "I will kill him"', "theirs"),
    ("She is thinking about hitting her colleague", "theirs"),
    ("He threatened to bring a knife to work", "theirs"),
    ("she is going to smash his face in", "theirs"),
    ("She wants to hurt a patient", "theirs"),
    ("Her ex threatened to kill her", "theirs"),
    ("I'm not sure whether she will hurt him", "theirs"),
    ("I'm so angry I'm going to punch my manager", "own"),
    ("going to hurt him tonight", "both"),
    ("The patient in bed 4 wants to hurt someone", ""),
    ("A patient said he would kill her", ""),
    ("She doesn't want to hurt anyone", ""),
    ("She denies thoughts of harming others", ""),
    ("Do you want to hurt him?", ""),
    ("I asked whether she wants to hurt him, and she said no", ""),
    ("She is going to hit her target on Friday", ""),
    ("She will cut her hours, and will hurt her chances", ""),
    ("She wants to shoot him an email", ""),
    ("She might hurt someone's feelings", ""),
    ("She's worried that she might harm a patient", ""),
    ("The new rota will hurt people", ""),
    ("I'm going to strangle my boss lol", ""),
]
CLINICAL = "My patient died of sepsis after the arrest. The patient in bed 4 took an overdose, and we gave NAC. Let's plan your breaks."

ROWS = [
    (OWN, "own"),
    ("I feel the same. Some days I don't want to be here any more.", "own"),
    (THEIRS, "theirs"),
    ("Mo texted: I'm going to jump off the bridge", "theirs"),
    ('She said "I want to die"', "theirs"),
    ("she is not safe at home, her husband hits her", "theirs"),
    ("want to end it all", "both"),
    ("she says I want to die", "both"),
    ("She told me she has a plan for her breaks.", ""),
    ("We agreed on a plan. She has a plan, and we will look at it on Friday.", ""),
    ("She is not suicidal", ""),
    ("she denies suicidal thoughts", ""),
    ("Mo denied wanting to die. We agreed on breaks.", ""),
    ("Denies SI, plan or intent. No concerns today.", ""),
    ("Suicidal ideation: denied", ""),
    ("She went home without suicidal thoughts", ""),
    ("She denies a plan but has thoughts of suicide", "theirs"),
    ("She denied suicidal thoughts last week but now she wants to die", "theirs"),
    ("She can't deny that she wants to die", "theirs"),
    ("She was denied leave and she wants to end it all", "theirs"),
    ("She denies suicidal thoughts. I don't believe her.", "theirs"),
    ("She denies suicidal thoughts, though she has a plan", "theirs"),
    ("She denies suicidal thoughts, plans to kill herself tonight.", "theirs"),
    ("She denies any plans to kill herself", ""),
    ("she says she wants to die", "theirs"),
    ("I had a patient who took an overdose last night. She kept saying she wanted to die.", ""),
    (CLINICAL, ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "whose"), ROWS)
def test_whose_danger_it_may_be(text: str, whose: str):
    found = heard([text], "Mo", phrase_signal)
    sides = (found.own is not CALM, found.theirs is not CALM)
    assert sides == (whose in ("own", "both"), whose in ("theirs", "both"))


@pytest.mark.parametrize(("text", "whose"), THREATS)
def test_whose_threat_to_somebody_else_it_may_be(text: str, whose: str):
    found = heard([text], "Mo", phrase_signal)
    kinds = [(each.concern, each.kind) for each in (found.own, found.theirs) if each is not CALM]
    assert kinds == [(Concern.SAFEGUARDING, "threat")] * len(kinds)
    assert (found.own is not CALM, found.theirs is not CALM) == (whose in ("own", "both"), whose in ("theirs", "both"))


def test_where_the_case_is_about_danger_a_quote_raises_nothing_and_the_coachs_own_words_do():
    said = ["i want to die tonight"]
    for quote in (THEIRS, 'She said "I want to die"', "I want to die tonight", "want to end it all"):
        assert not heard([quote], "Mo", phrase_signal, said=said, quoting=True)
    assert heard([OWN], "Mo", phrase_signal, said=said, quoting=True).own is not CALM


async def with_sam(here: Office, means: str = "slack") -> tuple[Nurse, CaseFile]:
    await here.hires(coach("sam"), coach("kim"), coach("dee", rota=True), coach("lee", Role.SAFETY_LEAD))
    nurse = here.nurse()
    for line in ("hi", "can i talk to a real person please"):
        await nurse.types(line)
    await here.desk.claim(here.staff["sam"], (await here.case()).id, means)
    await here.rest()
    return nurse, await here.case()


def sees(here: Office, part: str, name: str = "USAM") -> int:
    return sum(part in each for each in here.slack.to(name))


async def test_a_coach_who_speaks_of_themselves_hears_who_is_there_for_them_and_nobody_else_does(tmp_path: Path):
    with capture_logs() as logs:
        async with office(tmp_path, rota=("dee",)) as here:
            nurse, case = await with_sam(here)
            assert (await here.desk.reply(here.staff["sam"], case.id, Words(OWN), "k1")).done
            await here.desk.reply(here.staff["sam"], case.id, Words(OWN), "k1")
            await here.rest()
            assert nurse.reads[-1] == f"Sam: {OWN}"
            assert sees(here, FOR_YOU) == 1, "delivered twice, said once"
            line = next(each for each in here.slack.to("USAM") if FOR_YOU in each)
            assert "Dr Lee" in line
            assert "116 123" in line
            assert "end it" not in line
            assert all(FOR_YOU not in " ".join(here.slack.to(each)) for each in ("UNURSE", "UKIM", "UDEE", "ULEE", "C0COACHES"))
            assert await here.cases(Concern.CRISIS) == []
            [row] = await here.casework.audited(case.participant.id, NOTED, case.opened_at)
            assert (row["reading"], "phrases" in str(row["detectors"])) == ("own", True)
            assert "end it" not in str(row)
            assert "sam" not in str(row)
    assert "end it" not in str(logs)


async def test_one_tap_calls_the_rota_and_a_second_is_the_same_case(tmp_path: Path):
    with capture_logs() as logs:
        async with office(tmp_path, rota=("dee",)) as here:
            _, case = await with_sam(here)
            here.clock.jump(timedelta(hours=14))  # two at night
            await here.desk.note(here.staff["sam"], case.id, Words(THEIRS), means="slack")
            await here.rest()
            offer = next(each for each in here.slack.sent if OFFER in plain(each.text))
            assert (offer.address.person, [each.id for each in offer.choices]) == ("USAM", ["tell_lead"])
            assert await here.cases(Concern.CRISIS) == [], "nothing before the tap"
            says = [(await here.desk.tell_lead(here.staff["sam"], case.id, key, "slack")).says.wording for key in ("a", "b", "b")]
            await here.rest()
            assert says == ["desk.lead.told", "desk.lead.knows", "desk.lead.knows"]
            [danger] = await here.cases(Concern.CRISIS)
            assert (danger.source, danger.messages, danger.participant.id) == ("staff", 1, case.participant.id)
            assert sees(here, "Safety case", "UDEE") == 1, "at once, also at night"
            shown = [each for name in ("UDEE", "ULEE", "C0COACHES", "UNURSE") for each in here.slack.to(name)]
            assert all("has a plan" not in each for each in shown)
    assert "has a plan" not in str(logs)


async def test_a_threat_to_somebody_else_is_told_with_one_tap_and_a_denial_says_nothing(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        nurse, case = await with_sam(here)
        await here.desk.note(here.staff["sam"], case.id, Words("She denies suicidal thoughts, and we agreed on breaks."))
        await here.rest()
        assert sees(here, OFFER) + sees(here, EITHER) + sees(here, FOR_YOU) + sees(here, HURT) == 0
        await here.desk.note(here.staff["sam"], case.id, Words(THEIRS))
        await here.desk.note(here.staff["sam"], case.id, Words("She said she wants to stab her manager tonight"))
        await here.rest()
        assert (sees(here, OFFER), sees(here, HURT)) == (1, 1), "something else than what was said a moment ago"
        assert "call 999" in next(each for each in here.slack.to("USAM") if HURT in each)
        assert (await here.desk.tell_lead(here.staff["sam"], case.id)).done
        await here.rest()
        [danger] = await here.cases(Concern.SAFEGUARDING)
        assert (danger.kind, danger.urgency, danger.source) == ("threat", "emergency", "staff")
        assert sees(here, "Safety case", "UDEE") == 1
        shown = [each for name in ("UDEE", "ULEE", "C0COACHES", "UNURSE") for each in here.slack.to(name)]
        assert all("stab" not in each for each in shown)
        assert nurse.heard[-1][1].startswith("desk.to.joined")


async def test_after_the_hand_back_whoever_wrote_can_still_tell_and_nobody_else(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        nurse, case = await with_sam(here)
        await here.hand_back("sam", case, "She told me she wants to end it")
        await here.rest()
        assert sees(here, OFFER) == 1
        assert any("wants to end it" in each for each in nurse.reads), "her lines went out as written"
        assert not (await here.desk.tell_lead(here.staff["kim"], case.id)).done
        assert (await here.desk.tell_lead(here.staff["sam"], case.id)).done
        [danger] = await here.cases(Concern.CRISIS)
        await here.rest()
        assert (await here.desk.claim(here.staff["dee"], danger.id, "slack")).done
        await here.desk.pass_on(here.staff["dee"], danger.id)
        await here.rest()
        await nurse.types("hello?")
        assert (await here.casework.file(danger.id) or danger).standing == "waiting", "nobody is held by what a coach wrote"


async def test_talk_of_the_ward_raises_nothing_and_nothing_can_be_told(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        nurse, case = await with_sam(here)
        await here.desk.reply(here.staff["sam"], case.id, Words(CLINICAL))
        await here.rest()
        assert nurse.reads[-1].startswith("Sam: My patient")
        assert sees(here, FOR_YOU) + sees(here, OFFER) + sees(here, EITHER) == 0
        assert not (await here.desk.tell_lead(here.staff["sam"], case.id)).done


async def test_in_the_console_it_is_a_notice_for_who_has_no_mail_too(tmp_path: Path):
    async with office(tmp_path, rota=("dee",)) as here:
        _, case = await with_sam(here, "slack")
        sam, console = replace(here.staff["sam"], addresses=(("slack", "USAM"),)), ConsoleDesk(here.desk, here.hand_off.work)
        assert await console.move(sam, case.number, "note", {"text": "want to end it all"}, "n") == ""
        await here.rest()
        [notice] = [each for each in await console.notices(sam) if EITHER in each.text]
        assert (notice.offers, notice.number) == (True, case.number)
        assert sees(here, EITHER) == 0, "at the desk where it was written, and nowhere else"
        assert await console.move(sam, case.number, "tell_lead", {}, notice.id) == ""
        assert any("are being called now" in each.text for each in await console.notices(sam))
        assert len(await here.cases(Concern.CRISIS)) == 1


async def test_in_telegram_the_button_is_in_the_private_chat(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam, _ = await here.hires("Sam"), await here.hires("Lee", Role.SAFETY_LEAD)
        amina = await here.doctor("Amina")
        await sam.claims()
        await sam.types("You said you have a plan, and you want to end it all")
        assert "want to end it all" in amina.reads[-1]
        assert "are being called now" in await sam.presses("Tell the safety lead")
        assert [each.concern for each in await here.cases()].count(Concern.CRISIS) == 1
        assert all("end it" not in shown.text for shown in here.group.shown)


async def test_a_reply_goes_out_whatever_becomes_of_the_check(tmp_path: Path):
    def breaks(text: str) -> Signal:
        raise ValueError(text)

    async with office(tmp_path) as here:
        nurse, case = await with_sam(here)
        object.__setattr__(here.hand_off.work, "phrases", breaks)
        with capture_logs() as logs:
            assert (await here.desk.reply(here.staff["sam"], case.id, Words("How did the night go?"))).done
            await here.rest()
        assert nurse.reads[-1] == "Sam: How did the night go?"
        assert [each["error"] for each in logs if each["event"] == "staff_words.not_heard"] == ["ValueError"]
        assert "night" not in str(logs)
