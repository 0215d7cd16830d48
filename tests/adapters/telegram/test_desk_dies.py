"""A coach in Telegram writes at the moment at which the service breaks off: what they wrote is kept, and what it opened is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.telegram.coaches import Coach, Ward, ward
from tests.service import Doctor


class BreaksOff:
    """Fails once at this landmark, so that nothing after it happens."""

    def __init__(self, where: str) -> None:
        self.where, self.times = where, 0

    def __call__(self, step: str) -> None:
        if step == self.where and not self.times:
            self.times += 1
            raise RuntimeError(step)


async def with_two(here: Ward) -> tuple[Coach, Doctor, BreaksOff]:
    sam, amina = await here.hires("Sam"), await here.doctor("Amina")
    await here.doctor("Bela")
    await sam.claims(1)
    await sam.claims(2)
    breaks = BreaksOff("desk.asked")
    await here.world.restarts(breaks)
    return sam, amina, breaks


async def test_whom_it_is_for_is_asked_although_the_question_broke_off(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam, amina, breaks = await with_two(here)
        await sam.types("hello you")
        assert breaks.times == 1
        (label,) = [each for each in sam.post("").labels if "1" in each]
        await sam.presses(label)
        assert len([each for each in amina.reads if "hello you" in each]) == 1


async def test_a_question_is_asked_although_it_broke_off(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam, _, breaks = await with_two(here)
        await sam.presses("Hand back")
        assert breaks.times == 1
        assert "what did you agree on" in sam.reads[-1]


@pytest.mark.parametrize("where", ["case.moved"])
async def test_a_reply_arrives_once_although_its_answer_broke_off(tmp_path: Path, where: str):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        breaks = BreaksOff(where)
        await here.world.restarts(breaks)
        await sam.types("are you there")
        assert breaks.times == 1
        assert len([each for each in amina.reads if "are you there" in each]) == 1
