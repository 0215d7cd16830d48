"""The platform takes a message and resets the connection: what is said twice, what once, and what stays unconfirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import page
from coaching.effects import Say
from coaching.message import Lane
from standins.chaos import Fault, Weather
from tests.service import Doctor, Nurse, World, files, world

UNHEARD = Fault(Weather.RESET)
AGAIN = "(sent again in case the first copy was lost)"


# -- Slack ----------------------------------------------------------------------------------------------------------------------


async def unheard_in_slack(here: World, words: str, *, keyed: bool, history: bool) -> Nurse:
    """Every post is taken and nobody hears of it."""
    nurse = here.nurse()
    await nurse.types("hello")
    here.slack.api.deduplicates = keyed
    here.slack.chaos.always("chat.postMessage", UNHEARD)
    if not history:
        here.slack.chaos.always("conversations.history", Fault(Weather.ERROR, error="missing_scope"))
    await nurse.types(words)
    await here.lasts(120)
    return nurse


@pytest.mark.shows("A12")
@pytest.mark.parametrize("words", ["woop", "help now"])
@pytest.mark.parametrize(
    ("keyed", "history", "copies", "fate"),
    [(True, True, 1, "sent"), (False, True, 1, "sent"), (True, False, 1, "unconfirmed"), (False, False, 2, "unconfirmed")],
)
async def test_a_post_that_slack_took_unheard(tmp_path: Path, words: str, keyed: bool, history: bool, copies: int, fate: str) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = await unheard_in_slack(here, words, keyed=keyed, history=history)
        said = len(await nurse.heard()) - 1
        assert len(nurse.reads) - 1 == copies * said
        assert [AGAIN in text for text in nurse.reads[1 : 1 + copies]] == [False, True][:copies]
        assert await here.count("outbox", f"state = '{fate}'") - (fate == "sent") == said
        assert await here.nothing_waits()


@pytest.mark.shows("A12")
async def test_an_edit_in_slack_is_repeated_until_it_is_heard(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types("hello", "woop", "be less knackered", "take my break on long days")
        here.slack.chaos.next("chat.update", UNHEARD, UNHEARD, UNHEARD)
        await nurse.presses("6")
        await here.lasts(60)
        assert len(here.slack.called("chat.update")) == 4
        assert len(nurse.reads) == len(await nurse.heard()) == len(set(nurse.reads))
        assert await here.nothing_waits()


# -- Telegram -------------------------------------------------------------------------------------------------------------------


async def unheard_in_telegram(here: World, words: str, times: int) -> Doctor:
    doctor = here.doctor()
    await doctor.types("hello")
    here.telegram.chaos.next("sendMessage", *[UNHEARD] * times)
    await doctor.types(words)
    await here.lasts(120)
    return doctor


@pytest.mark.shows("A12")
@pytest.mark.parametrize("words", ["woop", "help now"])
@pytest.mark.parametrize(("times", "unconfirmed"), [(1, 0), (2, 1)])
async def test_a_reply_that_telegram_took_unheard_is_sent_once_more_and_says_so(
    tmp_path: Path, words: str, times: int, unconfirmed: int
) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        doctor = await unheard_in_telegram(here, words, times)
        first, second, *rest = doctor.reads[1:]
        assert second.startswith(first)
        assert (AGAIN in first, AGAIN in second) == (False, True)
        assert not [text for text in rest if AGAIN in text]
        assert await here.count("outbox", "state = 'unconfirmed'") == unconfirmed
        assert await here.count("outbox", "state = 'sent'") == len(await doctor.heard()) - unconfirmed
        assert await here.nothing_waits()


@pytest.mark.shows("A12")
async def test_a_nudge_that_telegram_took_unheard_is_never_sent_again(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        doctor = here.doctor()
        await doctor.types("hello")
        await nudged(here, doctor)
        assert len(doctor.reads) == 2
        assert await here.count("outbox", "state = 'unconfirmed'") == 1
        assert await here.nothing_waits()


async def nudged(here: World, doctor: Doctor) -> None:
    """Something in the lane of nudges, as a later part of the service will put there, is taken unheard."""
    doctor.person.says("a word")
    await here.delivered()
    (claim,) = await here.road.notebook.claim(1, page.CODE_GOOD_FOR)
    say = Say("common.welcome_back", lane=Lane.NUDGE)
    await here.road.notebook.write_turn(page.write(claim, claim.conversation, [say], here.road.mind.library, here.clock, here.road.names))
    here.telegram.chaos.always("sendMessage", UNHEARD)
    await here.lasts(600)


# -- a call is made once --------------------------------------------------------------------------------------------------------


@pytest.mark.shows("A13")
@pytest.mark.parametrize("weather", [Weather.RESET, Weather.DROPPED, Weather.BROKEN, Weather.LIMITED, Weather.PAGE, Weather.HALF])
async def test_one_attempt_is_one_call(tmp_path: Path, weather: Weather) -> None:
    attempts: list[str] = []

    def note(step: str) -> None:
        attempts.append(step)

    async with world(files(tmp_path), alive=False) as here:
        await here.born(note)
        for somebody in (here.nurse(), here.doctor()):
            await somebody.types("hello")
        here.slack.chaos.always("chat.postMessage", Fault(weather, wait=20))
        here.telegram.chaos.always("sendMessage", Fault(weather, wait=20))
        for somebody in (here.nurse(), here.doctor()):
            await somebody.types("hello")
        await here.lasts(60)
        calls = len(here.slack.called("chat.postMessage")) + len([call for call in here.telegram.calls if call.method == "sendMessage"])
        assert calls == attempts.count("send.before") >= 4
