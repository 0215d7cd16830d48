"""In the sandbox the people are played: what is said of them says so, and what happens is what was said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coachbot.sandbox import COACH, LEAD, PEOPLE, sandbox
from coaching.words import Words
from tests.handoff.office import Nurse, Office, office
from tests.service import MIND

PLAYED = "played by someone who is trying it out"
NOBODY_TOLD = (
    "nobody else is told",
    "I'm trying to reach",
    "I'm still trying",
    "asking more people",
    "usually answer",
    "a person, not a program",
)
NUMBERS = ("999", "116 123")


@asynccontextmanager
async def tried_out(folder: Path) -> AsyncIterator[tuple[Office, Nurse]]:
    async with office(folder, replace(MIND, programme=sandbox()), rota=(COACH, LEAD), lead="") as here:
        await here.hires(*PEOPLE)
        nurse = here.nurse()
        await nurse.types("hi")
        yield here, nurse


def untrue(nurse: Nurse) -> list[str]:
    """What she read that holds where people are real."""
    return [each for each in nurse.reads if any(claim in " ".join(each.split()) for claim in NOBODY_TOLD)]


def lines_first(text: str) -> bool:
    return all(0 <= text.find(number) < text.find("sandbox") for number in NUMBERS)


async def test_the_card_of_danger_says_that_whoever_comes_is_played_and_then_they_come(tmp_path: Path):
    async with tried_out(tmp_path) as (here, nurse):
        await nurse.types("i want to die tonight")
        card = next(each for each in nurse.reads if "A&E" in each)
        assert PLAYED in " ".join(card.split())
        assert "no real coach or safety lead sees this" in card
        assert lines_first(card)
        await here.desk.claim(here.staff[LEAD], (await here.case()).id, "console")
        await here.rest()
        came = next(each for each in nurse.reads if "Robin Sandbox is here now" in each)
        assert PLAYED in " ".join(came.split())
        assert lines_first(came)
        assert untrue(nurse) == []


@pytest.mark.parametrize("says", ["i want to die tonight", "can i talk to a real person please", "he hits me and i am scared to go home"])
async def test_nobody_real_is_said_to_be_called_while_nobody_comes(says: str, tmp_path: Path):
    async with tried_out(tmp_path) as (here, nurse):
        if "person" in says:
            await nurse.presses("contract_ok")
        await nurse.types(says)
        await here.lasts(timedelta(hours=8) if "person" in says else timedelta(minutes=6), hours=80 if "person" in says else 1.2)
        assert untrue(nurse) == []
        later = [each for each in nurse.reads if "no real person is called" in " ".join(each.split())]
        assert later
        assert "person" in says or all(lines_first(each) for each in later)


async def test_who_is_asked_for_and_comes_is_played(tmp_path: Path):
    async with tried_out(tmp_path) as (here, nurse):
        await nurse.presses("contract_ok")
        await nurse.types("can i talk to a real person please")
        assert any("no real coach sees it" in " ".join(each.split()) for each in nurse.reads)
        await here.desk.claim(here.staff[COACH], (await here.case()).id, "console")
        await here.desk.reply(here.staff[COACH], (await here.case()).id, Words("hello"))
        await here.rest()
        assert any("Sam Sandbox is here now" in each and PLAYED in " ".join(each.split()) for each in nurse.reads)
        assert untrue(nurse) == []


async def test_a_complaint_reaches_nobody_real(tmp_path: Path):
    async with tried_out(tmp_path) as (_, nurse):
        await nurse.presses("contract_ok")
        await nurse.types("complain")
        assert any("no real person gets it" in each for each in nurse.reads)
        assert untrue(nurse) == []
