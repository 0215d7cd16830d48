"""Several `coachbot run` processes in roles of their own on one PostgreSQL: one takes in, two answer, and one of these is killed."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from standins.clock import MovableClock
from standins.telegram import TelegramStandIn
from tests.road.running import Process, process
from tests.service import until
from tests.storage.people import MASTER

STEP = 0.005  # seconds in which the stand-in's clock follows
TALK = ("woop", "OK", "taking my proper break", "6", "8", "home with something left", "lego on the floor", "guilt about the others")
PEOPLE = 6
AGAIN = "(sent again in case the first copy was lost)"


@pytest.mark.long  # what the killed one had in hand is taken over when its lease ends, after a minute at most
async def test_what_one_process_takes_in_others_answer_once_and_in_order_though_one_is_killed(tmp_path: Path, postgres_url: str) -> None:
    clock = MovableClock(datetime.now(UTC))
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramStandIn(clock))
        following = asyncio.create_task(clock.follow(STEP))
        stack.callback(following.cancel)
        told = settings(telegram, postgres_url, tmp_path)

        async def starts(*roles: str) -> Process:
            return await stack.enter_async_context(process(tmp_path, roles, **told))

        receiving, dying, staying = await starts("receive"), await starts("work", "send"), await starts("work", "send", "desk")
        await until(lambda: telegram._polls, 30)
        nurses = [telegram.person(f"nurse{number}") for number in range(PEOPLE)]
        for number, words in enumerate(TALK):
            before = [len(answers(telegram, nurse.id)) for nurse in nurses]
            for nurse in nurses:
                nurse.says(words)
            if number == len(TALK) // 2:
                dying.kill()
            await until(lambda: all(len(answers(telegram, nurse.id)) > had for nurse, had in zip(nurses, before, strict=True)), 90)  # noqa: B023
        assert [each.running for each in (receiving, dying, staying)] == [True, False, True]
        talks = [answers(telegram, nurse.id) for nurse in nurses]
        assert all(talk == talks[0] for talk in talks), f"each hears the same, once, whoever answered: {talks}"


def settings(telegram: TelegramStandIn, url: str, folder: Path) -> dict[str, str]:
    return {
        "COACHBOT_DATABASE_URL": url,
        "COACHBOT_KEYS_URL": f"sqlite:///{folder / 'keys.db'}",
        "COACHBOT_MASTER_KEY": MASTER,
        "COACHBOT_TELEGRAM__TOKEN": telegram.token,
        "COACHBOT_TELEGRAM__API_BASE": telegram.base,
    }


def answers(telegram: TelegramStandIn, person: int) -> list[str]:
    """What this person was sent, in order; a copy whose first try may have been lost with the process says so, and counts once."""
    sent = [call.arguments["text"] for call in telegram.called("sendMessage") if call.done and call.arguments["chat_id"] == person]
    return list(dict.fromkeys(text.removesuffix(f"\n\n{AGAIN}") for text in sent))
