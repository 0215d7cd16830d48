"""Who hears what: what is said about danger is for whoever has that case, and what was left without an answer for whoever comes next."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coachbot.console_desk import ConsoleDesk
from coaching.casework import CaseFile, Danger, Tenure
from coaching.concern import Concern
from coaching.message import Kind
from coaching.ports import Line
from coaching.staff import Role
from coaching.words import Words, plain
from handoff.hearing import is_theirs
from tests.handoff.office import Nurse, Office, coach, office
from tests.handoff.test_relay import asked
from tests.handoff.test_several_cases import now, with_sam_and_lee

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
GRAVE = "i have the tablets here"


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def said(minutes: float, passed: float | None = None, changed: float | None = None) -> Line:
    times = [None if each is None else at(each) for each in (passed, changed)]
    return Line("l", "participant", "", at(minutes), passed_at=times[0], changed_at=times[1])


# Sam takes a case at 0. At 10 they speak of danger; Lee has it from 20 to 30, Dee from 40 on, until it is closed at 50.
DANGER = Danger(at(10), at(50), (Tenure("lee", at(20), at(30)), Tenure("dee", at(40), at(50))))


@pytest.mark.parametrize(
    ("line", "who", "since", "hears"),
    [
        (said(5), "sam", 0, True),
        (said(12), "sam", 0, True),  # nobody of the rota is there yet: it was said to Sam
        (said(25), "sam", 0, False),
        (said(30), "sam", 0, True),
        (said(35), "sam", 0, True),
        (said(45), "sam", 0, False),
        (said(50), "sam", 0, True),
        (said(19.9, passed=20.1), "sam", 0, False),  # the platform's clock is late
        (said(30.1, passed=29.9), "sam", 0, False),  # or early
        (said(5, changed=25), "sam", 0, False),  # put right in the talk with Lee
        (said(5, changed=35), "sam", 0, True),
        (said(25, changed=60), "sam", 0, False),
        (said(9), "kim", 60, True),  # who comes later, and may read what was said earlier
        (said(12), "kim", 60, False),
        (said(35), "kim", 60, False),
        (said(51), "kim", 60, True),
        (said(31, passed=33), "kim", 32, True),  # it arrived while Kim was there, and nobody else
        (said(25), "lee", 60, True),  # said to Lee themselves
        (said(45), "lee", 60, False),
    ],
)
def test_whose_a_line_is(line: Line, who: str, since: float, hears: bool):
    assert is_theirs(line, who, at(since), [DANGER]) == hears


def test_where_danger_is_only_to_be_looked_at_what_was_said_to_its_holder_alone_is_kept():
    review = Danger(None, None, (Tenure("lee", at(20), at(30)),))
    assert [is_theirs(said(each), "kim", at(60), [review]) for each in (15, 25, 35)] == [True, False, True]


# -- beside a case of danger ----------------------------------------------------------------------------------------------------


async def in_the_console(here: Office, name: str, case: CaseFile) -> str:
    """What a member of the staff reads of the talk on the case's page."""
    view = await ConsoleDesk(here.desk, here.hand_off.work).case(here.staff[name], case.number)
    return "" if view is None else " | ".join(each.text for each in view.lines)


async def reads(here: Office, name: str, case: CaseFile) -> str:
    """All that has come to somebody, on every desk."""
    telegram = here.telegram.to(dict(here.staff[name].addresses)["telegram"])
    return " | ".join([*here.slack.to(f"U{name.upper()}"), *telegram, await in_the_console(here, name, case)])


@pytest.mark.parametrize("desk", ["slack", "telegram", "console"])
async def test_what_is_said_to_the_safety_lead_does_not_come_to_the_coach(tmp_path: Path, desk: str):
    async with office(tmp_path) as here:
        nurse, hers, danger = await with_sam_and_lee(here)
        if desk != "slack":
            assert (await here.desk.claim(here.staff["sam"], hers.id, desk)).done
        await nurse.types(GRAVE)
        await here.desk.reply(here.staff["lee"], danger.id, Words("please put them outside the door"))
        await here.rest()
        assert GRAVE in await reads(here, "lee", danger)
        await nurse.types("my sister is coming")
        sams = await reads(here, "sam", hers)
        for words in (GRAVE, "outside the door", "my sister is coming"):
            assert words not in sams


async def test_the_coach_is_told_who_is_with_them_and_when_it_is_them_again(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, hers, danger = await with_sam_and_lee(here)
        assert "Lee is with" in here.slack.to("USAM")[-1]
        assert "Your case 1 waits" in here.slack.to("USAM")[-1]
        await nurse.types(GRAVE)
        assert (await here.desk.reply(here.staff["sam"], hers.id, Words("hello?"))).says.wording == "desk.other_voice"
        assert (await here.desk.close(here.staff["lee"], danger.id, Words("safe with her sister"))).done
        await here.rest()
        assert "is with you again, and your case 1 goes on" in here.slack.to("USAM")[-1]
        after = await now(here, hers)
        assert (after.held_by, after.waits_since) == ("sam", None)
        await nurse.types("thank you for waiting")
        assert "thank you for waiting" in here.slack.to("USAM")[-1]
        assert (await here.desk.reply(here.staff["sam"], hers.id, Words("of course"))).done
        assert GRAVE not in await reads(here, "sam", hers)
        told = [
            each
            for each in here.slack.sent
            if any(words in plain(each.text) for words in ("case 1 waits", "case 1 goes on", "for waiting"))
        ]
        assert len({each.address.thread for each in told}) == 1, "all of it in the thread of Sam's own case"
        assert told[0].address.thread


async def test_a_reminder_of_the_coach_s_stays_while_they_wait(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, hers, _ = await with_sam_and_lee(here)
        assert (await here.desk.snooze(here.staff["sam"], hers.id, timedelta(hours=3))).done
        await nurse.types(GRAVE)
        after = await now(here, hers)
        assert after.snoozed_until is not None, "nothing was said to Sam"
        assert after.waits_since is None


async def test_who_has_two_cases_of_danger_and_loses_one_is_still_with_them(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, hers, danger = await with_sam_and_lee(here)
        await nurse.types("my boyfriend hits me and i am scared to go home")
        (other,) = await here.cases(Concern.SAFEGUARDING)
        assert (await here.desk.claim(here.staff["lee"], other.id, "slack")).done
        await here.rest()
        assert (await here.desk.pass_on(here.staff["lee"], danger.id)).done
        await here.rest()
        assert not any("goes on" in each for each in here.slack.to("USAM"))
        assert sum("case 1 waits" in each for each in here.slack.to("USAM")) == 1
        await nurse.types(GRAVE)
        assert GRAVE not in await reads(here, "sam", hers)


@pytest.mark.parametrize("way", ["passed on", "silent"])
async def test_it_is_the_coach_again_when_the_lead_lets_go_of_it(tmp_path: Path, way: str):
    async with office(tmp_path) as here:
        nurse, hers, danger = await with_sam_and_lee(here)
        await nurse.types(GRAVE)
        if way == "passed on":
            assert (await here.desk.pass_on(here.staff["lee"], danger.id)).done
        else:
            await here.lasts(timedelta(minutes=5), hours=1)
            assert (await now(here, danger)).held_by == ""
        await here.rest()
        assert sum("your case 1 goes on" in each for each in here.slack.to("USAM")) == 1
        assert GRAVE not in await reads(here, "sam", hers)


async def test_what_was_said_to_the_coach_and_changed_in_the_talk_with_the_lead_stays_there(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("lee", Role.SAFETY_LEAD))
        nurse = await asked(here)
        hers = await here.case()
        await here.desk.claim(here.staff["sam"], hers.id, "slack")
        await here.rest()
        await nurse.types("i am so tired")
        before = nurse.count
        await nurse.types("i want to die tonight")
        (danger,) = await here.cases(Concern.CRISIS)
        await here.desk.claim(here.staff["lee"], danger.id, "slack")
        await here.rest()
        assert "i am so tired" in await in_the_console(here, "sam", hers)
        await nurse.edits(before, GRAVE)
        await here.lasts(minutes=2)
        assert f"changed what they wrote: {GRAVE}" in here.slack.to("ULEE")[-1], "it is said now, and to Lee"
        assert GRAVE in await in_the_console(here, "lee", danger)
        assert GRAVE not in await reads(here, "sam", hers)


@pytest.mark.shows("C6", side="edits reach whoever has the case")
@pytest.mark.parametrize("desk", ["slack", "telegram", "console"])
@pytest.mark.parametrize("said_in", ["before the danger", "in the hold"])
async def test_what_was_said_to_the_bot_alone_and_changed_since_comes_to_whoever_has_the_case_of_danger(
    tmp_path: Path, desk: str, said_in: str
):
    async with office(tmp_path) as here:
        await here.hires(coach("sam"), coach("lee", Role.SAFETY_LEAD))
        nurse = await asked(here)
        hers = await here.case()
        await nurse.types("i am so tired")
        before = nurse.count
        await nurse.types("i want to die tonight")
        await nurse.types("nobody is with me")
        about = before if said_in == "before the danger" else nurse.count
        (danger,) = await here.cases(Concern.CRISIS)
        await here.desk.claim(here.staff["lee"], danger.id, desk)
        await here.rest()
        chat = {"slack": lambda: here.slack.to("ULEE"), "telegram": lambda: here.telegram.to(dict(here.staff["lee"].addresses)["telegram"])}
        await nurse.edits(about, "my sister has just come")
        await here.lasts(minutes=2)
        assert "my sister has just come" in await in_the_console(here, "lee", danger)
        await nurse.edits(about, "my sister is with me")
        await here.lasts(minutes=2)
        assert "my sister is with me" in await in_the_console(here, "lee", danger)
        if desk in chat:
            told = [each for each in chat[desk]() if "changed what they wrote" in each]
            assert [each.rpartition(": ")[2] for each in told] == ["my sister has just come", "my sister is with me"]
        else:
            [notice] = await ConsoleDesk(here.desk, here.hand_off.work).notices(here.staff["lee"])
            assert "something new" in notice.text
        assert (await here.desk.close(here.staff["lee"], danger.id, Words("safe with her sister"))).done
        await here.desk.claim(here.staff["sam"], hers.id, "slack")
        await here.lasts(minutes=2)
        await nurse.edits(about, "my sister is here")
        await here.lasts(minutes=2)
        assert "my sister" not in await reads(here, "sam", hers)


async def test_what_was_changed_before_anybody_came_is_read_by_who_comes_because_of_danger(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("lee", Role.SAFETY_LEAD))
        nurse = await asked(here)
        await nurse.types("i am so tired")
        before = nurse.count
        await nurse.types("i want to die tonight")
        await nurse.edits(before, "i am so tired and alone")
        (danger,) = await here.cases(Concern.CRISIS)
        await here.desk.claim(here.staff["lee"], danger.id, "slack")
        await here.rest()
        assert any("i am so tired and alone" in each for each in here.slack.to("ULEE"))
        assert "i am so tired and alone" in await in_the_console(here, "lee", danger)


async def test_what_was_deleted_of_the_talk_with_the_bot_is_told_to_who_has_read_it(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("lee", Role.SAFETY_LEAD))
        nurse = await asked(here)
        await nurse.types("i want to die tonight")
        await nurse.types("nobody is with me")
        (danger,) = await here.cases(Concern.CRISIS)
        await here.desk.claim(here.staff["lee"], danger.id, "slack")
        await here.rest()
        await nurse._does(Kind.DELETED, about=nurse._key(nurse.count))
        await here.lasts(minutes=2)
        assert "deleted a message" in here.slack.to("ULEE")[-1]


async def test_whoever_comes_later_reads_nothing_of_it_even_with_a_yes(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("kim"))
        nurse, hers, danger = await with_sam_and_lee(here)
        await nurse.types(GRAVE)
        await here.desk.close(here.staff["lee"], danger.id, Words("safe with her sister"))
        await here.rest()
        await nurse.types("sam, are you there")
        assert (await here.desk.pass_on(here.staff["sam"], hers.id)).done
        await here.rest()
        kim = here.staff["kim"]
        assert (await here.desk.claim(kim, hers.id, "slack")).done
        await here.rest()
        await here.desk.ask_earlier(kim, hers.id)
        await here.rest()
        await nurse.presses("earlier_yes")
        assert (await here.desk.ask_earlier(kim, hers.id)).done
        await here.rest()
        kims = await reads(here, "kim", hers)
        for words in ("sam, are you there", "real person"):
            assert words in kims
        for words in (GRAVE, "i want to die tonight"):
            assert words not in kims


# -- what was left without an answer --------------------------------------------------------------------------------------------


async def left_by_sam(here: Office, *words: str) -> tuple[Nurse, CaseFile]:
    """Sam answers once, hears more, and goes silent."""
    await here.hires(coach("sam"), coach("kim"))
    nurse = await asked(here)
    case = await here.case()
    await here.desk.claim(here.staff["sam"], case.id, "slack")
    await here.rest()
    await nurse.types("it is about my breaks")
    await here.desk.reply(here.staff["sam"], case.id, Words("tell me more"))
    await here.rest()
    for each in words:
        await nurse.types(each)
    if not words:
        await here.desk.pass_on(here.staff["sam"], case.id)
    await here.lasts(timedelta(minutes=30), hours=25)
    assert (await now(here, case)).held_by == ""
    return nurse, case


@pytest.mark.parametrize("desk", ["slack", "telegram", "console"])
async def test_the_next_coach_reads_what_waits_for_an_answer_once(tmp_path: Path, desk: str):
    async with office(tmp_path) as here:
        nurse, case = await left_by_sam(here, "i never get one on lates", "are you there")
        assert (await here.desk.claim(here.staff["kim"], case.id, desk)).done
        await here.lasts(minutes=3)
        kims = await reads(here, "kim", case)
        on_the_page = await in_the_console(here, "kim", case)
        for words in ("i never get one on lates", "are you there"):
            assert on_the_page.count(words) == 1
            assert kims.count(words) == (1 if desk == "console" else 2), "once in the chat, once on the page"
        for words in ("it is about my breaks", "real person", "tell me more"):
            assert words not in kims
        await here.desk.reply(here.staff["kim"], case.id, Words("i am here now"))
        await here.rest()
        await nurse.types("good")
        page = await in_the_console(here, "kim", case)
        assert page.index("i never get one") < page.index("are you there") < page.index("i am here now") < page.index("good")


async def test_what_waits_for_an_answer_is_put_right_for_whoever_has_it_now(tmp_path: Path):
    async with office(tmp_path) as here:
        nurse, case = await left_by_sam(here, "i never get one on lates")
        said_at = nurse.count
        await here.desk.claim(here.staff["kim"], case.id, "slack")
        await here.rest()
        await nurse.edits(said_at, "i never get one on nights")
        await here.lasts(minutes=2)
        assert "changed what they wrote: i never get one on nights" in here.slack.to("UKIM")[-1]


async def test_two_who_said_nothing_leave_all_of_it_to_the_third(tmp_path: Path):
    async with office(tmp_path) as here:
        await here.hires(coach("lou"))
        nurse, case = await left_by_sam(here, "to sam")
        for name, more in (("kim", "to kim"), ("lou", "")):
            await here.desk.claim(here.staff[name], case.id, "slack")
            await here.rest()
            if more:
                await nurse.types(more)
                await here.desk.pass_on(here.staff[name], case.id)
                await here.rest()
        (shown,) = [each for each in here.slack.to("ULOU") if "no one has answered" in each]
        assert shown.splitlines()[1:] == ["to sam", "to kim"]


async def test_where_all_was_answered_there_is_nothing_to_show(tmp_path: Path):
    async with office(tmp_path) as here:
        _, case = await left_by_sam(here)
        await here.desk.claim(here.staff["kim"], case.id, "slack")
        await here.rest()
        assert not any("no one has answered" in each for each in here.slack.to("UKIM"))
        [joined] = (await in_the_console(here, "kim", case)).split(" | ")
        assert joined.startswith("Kim is here now.")
