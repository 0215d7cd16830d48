"""Somebody edits or deletes what they said: no second turn, and the transcript follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from coaching.participant import Channel
from tests.service import Doctor, Nurse, files, world

BOTH = [Channel.SLACK, Channel.TELEGRAM]
SIDE = "edits and deletes"
WISH = "take my proper break on long days"


@pytest.mark.shows("C6", side=SIDE)
@pytest.mark.parametrize("channel", BOTH)
async def test_an_edit_changes_the_transcript_and_nothing_else(urls: tuple[str, str], channel: Channel) -> None:
    async with world(urls, used={channel.value.title()}) as here:
        somebody = here.somebody(channel)
        message = await somebody.types("hello", "woop", WISH)
        heard, screen = await somebody.heard(), list(somebody.reads)
        for words in ("take my break on Mondays", "take my break on Tuesdays"):
            await somebody.edits(message, words)
            line = [line for line in await somebody.talk() if line.author == "participant"][-1]
            assert (line.text, line.edited) == (words, True)
            await here.lasts(2)
        assert (await somebody.heard(), list(somebody.reads)) == (heard, screen)
        assert WISH not in "".join(await somebody.said())


@pytest.mark.shows("C6", side=SIDE)
async def test_an_invisible_edit_in_slack_is_nothing(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        message = await nurse.types("hello", "woop", WISH)
        before = await nurse.talk()
        await nurse.person.unfurls(message)
        await nurse.edits(message, WISH)
        assert await nurse.talk() == before
        assert not any(line.edited for line in await nurse.talk())
        assert len(nurse.reads) == len(await nurse.heard())


@pytest.mark.shows("C6", side=SIDE)
async def test_an_invisible_edit_in_telegram_is_nothing(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        doctor = here.doctor()
        message = await doctor.types("hello", "woop", WISH)
        before = await doctor.talk()
        await doctor.edits(message, WISH)
        assert await doctor.talk() == before
        assert len(doctor.reads) == len(await doctor.heard())


@pytest.mark.shows("C6", side=SIDE)
async def test_what_is_deleted_is_gone(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        message = await nurse.types("hello", "woop", WISH)
        heard = await nurse.heard()
        await nurse.person.deletes(message)
        await here.lasts(10)
        assert WISH not in await nurse.said()
        assert await nurse.heard() == heard
        assert len(nurse.reads) == len(heard)


@pytest.mark.shows("C6", side=SIDE)
@pytest.mark.parametrize("channel", BOTH)
async def test_an_edit_before_its_message_has_been_answered(tmp_path: Path, channel: Channel) -> None:
    """Both wait together: the message is answered as it was said, and then reads as it was edited."""
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        somebody = here.somebody(channel)
        await somebody.types("hello", "woop")
        if isinstance(somebody, Nurse):
            message = await somebody.person.says(WISH)
            await somebody.person.edits(message, "take my break on Mondays")
        if isinstance(somebody, Doctor):
            somebody.person.says(WISH)
            somebody.person.edits("take my break on Mondays")
        await here.lasts(30)
        assert (await somebody.said())[-1] == "take my break on Mondays"
        assert len(await somebody.heard()) == len(somebody.reads) == 3


@pytest.mark.shows("C6", side=SIDE)
async def test_an_edit_of_what_nobody_knows(tmp_path: Path) -> None:
    """The message itself never came: its edit says nothing and breaks nothing."""
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        here.slack.outage()
        message = await nurse.person.says("lost on the way")
        here.slack.back()
        await nurse.edits(message, "lost on the way, again")
        await nurse.types("hello")
        assert await nurse.said() == ["hello"]
        assert await here.nothing_waits()
