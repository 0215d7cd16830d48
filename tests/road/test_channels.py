"""One conversation, whatever it is held on: Slack by HTTP and by socket, Telegram by polling and by webhook."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from coaching.participant import Channel
from standins.chaos import Fault, Weather
from standins.slack.sight import Button, buttons_of
from tests.service import Doctor, Nurse, World, files, world

BOTH = [Channel.SLACK, Channel.TELEGRAM]
WAYS = [("http", "polling"), ("socket", "webhook")]
WOOP = (
    "woop",
    "be less knackered",
    "taking my proper break on long days",
    "[6]",
    "[8]",
    "I'd get home with something left for my kids",
    "sitting on the floor doing lego, not snapping at them",
    "I feel guilty leaving the others",
    'about 1, when Jo says "you go"',
    'say "back at half past" and walk',
)


async def does(somebody: Nurse | Doctor, *acts: str) -> None:
    """Words are typed, [labels] are pressed."""
    for act in acts:
        await (somebody.presses(act[1:-1]) if act.startswith("[") else somebody.types(act))


async def finishes(somebody: Nurse | Doctor) -> None:
    """Whatever is still asked after the plan: the way that most take."""
    for _ in range(6):
        if (await somebody.heard())[-1].startswith("woop.done"):
            return
        label = next(label for label in ("Yes", "8", "Skip", "Save it", somebody.buttons[0]) if label in somebody.buttons)
        await somebody.presses(label)


# -- U44: the same flow everywhere ----------------------------------------------------------------------------------------------


async def played(here: World, channel: Channel) -> list[tuple[str, str, str]]:
    """A whole exercise by words and buttons; its transcript."""
    somebody = here.somebody(channel)
    await does(somebody, "hello", *WOOP)
    await finishes(somebody)
    assert [goal.flow for goal in (await here.glance(somebody.address)).goals] == ["woop"]
    return [(line.author, line.wording, line.text) for line in await somebody.talk()]


@pytest.mark.shows("U44")
async def test_the_same_exercise_reads_the_same_on_every_way(tmp_path: Path) -> None:
    transcripts = []
    for number, ways in enumerate(WAYS):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with world(files(folder), *ways) as here:
            transcripts += [await played(here, channel) for channel in BOTH]
    assert len(transcripts[0]) >= 24
    assert all(transcript == transcripts[0] for transcript in transcripts)


async def planned(here: World, channel: Channel) -> list[tuple[str, str, str]]:
    """A goal whose days are picked, said, put right and agreed on; its transcript."""
    somebody = here.somebody(channel)
    await does(somebody, "hello", "smart", "take my full 30-minute break off the ward, because my kids get more of me")
    await somebody.picks(date(2027, 1, 15))
    await does(somebody, "[Yes, that's it]", "ask Jo to cover my bay", "tomorrow in the staff room", "[Another day]")
    await does(somebody, "[In two weeks]", "[8]")
    [goal] = (await here.glance(somebody.address)).goals
    assert goal.smart is not None
    assert (goal.smart.due, goal.steps[0].due) == (date(2027, 1, 15), date(2026, 12, 7))
    return [(line.author, line.wording, line.text) for line in await somebody.talk()]


@pytest.mark.shows("U44", side="a day that is picked")
async def test_a_day_is_picked_and_told_the_same_on_every_way(tmp_path: Path) -> None:
    transcripts = []
    for number, ways in enumerate(WAYS):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with world(files(folder), *ways) as here:
            transcripts += [await planned(here, channel) for channel in BOTH]
    told = [text for author, _, text in transcripts[0] if author == "participant"]
    assert {"Friday 15 January 2027", "In two weeks"} <= set(told)
    assert all(transcript == transcripts[0] for transcript in transcripts)


@pytest.mark.shows("U44")
@pytest.mark.pg
async def test_the_same_exercise_reads_the_same_on_the_other_database(tmp_path: Path, postgres_url: str) -> None:
    async with world(files(tmp_path)) as here:
        usual = await played(here, Channel.SLACK)
    async with world((postgres_url, files(tmp_path)[1].replace("keys", "other"))) as here:
        assert [await played(here, channel) for channel in BOTH] == [usual, usual]


@pytest.mark.shows("U44")
@pytest.mark.parametrize("ways", WAYS)
async def test_slack_is_acknowledged_at_once_and_a_retry_says_nothing_new(tmp_path: Path, ways: tuple[str, str]) -> None:
    async with world(files(tmp_path), *ways, used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types("hello")
        took = []
        for words in WOOP[:3]:
            began = time.monotonic()
            await nurse.person.says(words)
            took.append(time.monotonic() - began)
            for number in (1, 2, 3):
                assert not (await here.slack.redeliver(here.slack.deliveries[-1], number)).failed
            await here.lasts(10)
        assert max(took) < 3
        assert await nurse.said() == ["hello", *WOOP[:3]]
        assert len(nurse.reads) == 4


@pytest.mark.shows("U44")
async def test_telegram_403_stops_sends_and_429_is_obeyed(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        patient, blocked = here.doctor(), here.doctor()
        await patient.types("hello")
        here.telegram.chaos.next("sendMessage", Fault(Weather.LIMITED, wait=30))
        await patient.types("woop")
        assert len(patient.reads) == 1
        await here.lasts(30)
        assert len(patient.reads) == 2
        blocked.person.says("hello")
        await here.delivered()
        blocked.person.blocks()
        await here.lasts(30)
        calls = [call for call in here.telegram.calls if call.method == "sendMessage"]
        assert len([call for call in calls if call.arguments["chat_id"] == blocked.person.id]) <= 1
        assert not [call for call in calls if call.frozen]


# -- U45: linking ---------------------------------------------------------------------------------------------------------------


def code_on(somebody: Nurse | Doctor) -> str:
    """The newest code on their screen."""
    text = next(text for text in reversed(somebody.reads) if "code is" in text)
    return text.split("code is ")[1].split(".")[0]


async def linked(first: Nurse | Doctor, second: Nurse | Doctor) -> None:
    await does(first, "link")
    await joins(second, f"link {code_on(first)}")


async def joins(somebody: Nurse | Doctor, words: str) -> None:
    """A code, and yes to joining the two."""
    await does(somebody, words, "Join")


@pytest.mark.shows("U45")
@pytest.mark.parametrize("begins", BOTH)
async def test_half_an_exercise_here_and_the_rest_there(urls: tuple[str, str], begins: Channel) -> None:
    async with world(urls) as here:
        first, second = here.somebody(begins), here.doctor() if begins is Channel.SLACK else here.nurse()
        await does(first, "hello", *WOOP[:5])
        await does(second, "hello")
        await linked(first, second)
        await does(second, *WOOP[5:])
        await finishes(second)
        await one_of_everything(here, first, second)
        told = [words for words in await first.said() if words not in ("hello", "Join") and not words.startswith("link")]
        assert told[: len(WOOP)] == [act.strip("[]") for act in WOOP]


async def one_of_everything(here: World, *both: Nurse | Doctor) -> None:
    """One history, one conversation, one goal, seen from either side."""
    seen = [await here.glance(each.address) for each in both]
    assert seen[0].goals == seen[1].goals
    assert len(seen[0].goals) == 1
    assert [line.id for line in seen[0].lines] == [line.id for line in seen[1].lines]
    assert [await here.count(table) for table in ("participant", "conversation", "address")] == [1, 1, 2]
    assert await here.nothing_waits()


@pytest.mark.shows("U45")
async def test_the_exercise_under_way_on_either_side_is_kept(tmp_path: Path) -> None:
    async with world(files(tmp_path)) as here:
        nurse, doctor = here.nurse(), here.doctor()
        await does(nurse, "hello", "[OK]")
        await does(doctor, "hello", *WOOP[:5])
        await linked(nurse, doctor)
        assert (await nurse.heard())[-2:] == ["link.joined", "woop.outcome"]
        await does(nurse, WOOP[5])
        assert (await doctor.heard())[-1] == "woop.picture"
        assert await here.count("conversation") == 1


@pytest.mark.shows("U45")
async def test_codes_that_are_not_good(urls: tuple[str, str]) -> None:
    async with world(urls) as here:
        nurse, doctor, third = here.nurse(), here.doctor(), here.nurse()
        await does(nurse, "hello")
        await does(doctor, "hello")
        await does(third, "hello")
        await does(nurse, "link")
        code = code_on(nurse)
        for who, words in ((doctor, "link ABCD1234"), (nurse, f"link {code}"), (doctor, f"link {code[:-1]}")):
            await joins(who, words)
            assert (await who.heard())[-2] == "link.refused", words
        assert await here.count("participant") == 3
        await joins(doctor, f"link {code[:4]}-{code[4:]}")
        assert await here.count("participant") == 2
        await joins(third, f"link {code}")  # used
        assert (await third.heard())[-2] == "link.refused"
        await does(third, "link")
        await here.lasts(601)
        await joins(doctor, f"link {code_on(third)}")  # too old
        assert (await doctor.heard())[-2] == "link.refused"
        assert await here.count("participant") == 2


@pytest.mark.shows("U45")
async def test_a_code_in_the_link_that_opens_the_chat(tmp_path: Path) -> None:
    async with world(files(tmp_path)) as here:
        nurse = here.nurse()
        await does(nurse, "hello", "link")
        doctor = here.doctor()
        doctor.person.starts(code_on(nurse))
        await here.lasts(10)
        assert (await doctor.heard())[-1] == "link.sure"
        await does(doctor, "Join")
        assert (await doctor.heard())[-2] == "link.joined"
        assert await here.count("participant") == 1


# -- what cannot be read --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", BOTH)
async def test_what_cannot_be_read_is_answered_kindly_and_the_question_stays(tmp_path: Path, channel: Channel) -> None:
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        somebody = here.somebody(channel)
        await does(somebody, "hello", *WOOP[:2])
        for what in ("voice", "photo", "file", *(("sticker",) if channel is Channel.TELEGRAM else ())):
            await somebody.sends(what)
            assert (await somebody.heard())[-2:] == [f"unreadable.{what}", "woop.feasible"] or (await somebody.heard())[
                -2
            ] == f"unreadable.{what}"
        await does(somebody, WOOP[2])
        assert WOOP[2] in await somebody.said()
        assert (await here.glance(somebody.address)).doing == "woop"


# -- buttons --------------------------------------------------------------------------------------------------------------------


async def pressed_again(somebody: Nurse | Doctor, label: str, at: int = -1) -> Callable[[], Any]:
    """Keeps a button in hand, to be pressed when its message has changed."""
    if isinstance(somebody, Nurse):
        message = [one for one in somebody.world.slack.posts(somebody.person.place) if label in [b.label for b in buttons_of(one.blocks)]][
            at
        ]
        button: Button = next(each for each in buttons_of(message.blocks) if each.label == label)
        return lambda: somebody.person.press(message, button)
    shown = [one for one in somebody.person.sees if label in one.labels][at]
    data, person = shown.data_of(label), somebody.person

    async def presses() -> None:
        person.presses_data(data, shown)

    return presses


@pytest.mark.parametrize("channel", BOTH)
async def test_a_button_pressed_twice_and_one_from_last_month(tmp_path: Path, channel: Channel) -> None:
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        somebody = here.somebody(channel)
        await does(somebody, "hello", *WOOP[:3])
        once_more = await pressed_again(somebody, "6")
        await does(somebody, "[6]")
        before = await here.glance(somebody.address)
        for wait in (1, 31 * 86_400):
            here.clock.jump(timedelta(seconds=wait))
            await once_more()
            await here.lasts(10)
            assert (await somebody.heard())[-1] == "press.closed"
        after = await here.glance(somebody.address)
        assert (after.doing, after.goals, after.standing) == (before.doing, before.goals, before.standing)
        await does(somebody, "[8]")
        assert (await somebody.heard())[-1] == "woop.outcome"


async def test_somebody_elses_button_in_telegram_does_nothing_to_them(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        amina, stranger = here.doctor(), here.doctor()
        await does(amina, "hello", *WOOP[:3])
        await does(stranger, "hello")
        before = await amina.talk()
        question = next(shown for shown in reversed(amina.person.sees) if "6" in shown.labels)
        stranger.person.presses_data(question.data_of("6"), stranger.person.sees[-1])
        await here.lasts(10)
        assert (await stranger.heard())[-1] == "press.closed"
        assert await amina.talk() == before
        assert not stranger.person.spinning


async def test_somebody_elses_button_in_slack_does_nothing_to_them(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        amina, stranger = here.nurse(), here.nurse()
        await does(amina, "hello", *WOOP[:3])
        await does(stranger, "hello")
        before = await amina.talk()
        question = [message for message in here.slack.posts(amina.person.place) if buttons_of(message.blocks)][-1]
        button = next(each for each in buttons_of(question.blocks) if each.label == "6")
        await stranger.person.press(here.slack.posts(stranger.person.place)[-1], button)
        await here.lasts(10)
        assert (await stranger.heard())[-1] == "press.closed"
        assert await amina.talk() == before


# -- in public ------------------------------------------------------------------------------------------------------------------


async def test_nothing_is_taken_or_said_in_public(tmp_path: Path) -> None:
    async with world(files(tmp_path)) as here:
        nurse, doctor, group = here.nurse(), here.doctor(), here.telegram.group("Ward 7")
        channel = here.slack.channel("C0WARD", nurse.person)
        message = await nurse.person.says("help now", channel)
        await nurse.person.mentions(channel, "woop")
        await nurse.person.edits(message, "I feel awful")
        await nurse.person.deletes(message)
        await here.slack.bot_says(nurse.person.place, "a bot writes")
        doctor.person.says("help now", group)
        doctor.person.says("/stop@coachbot_standin_bot", group)
        doctor.person.edits("I feel awful")
        await here.lasts(30)
        assert not here.slack.posts(channel)
        assert not nurse.person.sees_in(channel)
        assert not group.shown
        assert not nurse.reads + doctor.reads
        assert await here.count("inbox") == 0
