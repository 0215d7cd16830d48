"""The model's child from its parent's side: asked in time, or done without."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coachbot.model.client import RESTS, ChildModel, NoChild
from coachbot.model.life import Limits
from tests.model.parents import LIMITS, SMALL, child_of, model, ready, until
from tests.model.parents import RESTS as RESTS_OF_TESTS


async def asked(made: ChildModel, text: str, within: float = 5.0) -> Scores | None:
    return await made.scores(Utterance(text), within)


async def test_a_message_is_scored():
    async with model() as made:
        scores = await asked(made, "hello", 20.0)
        assert scores is not None
        assert scores.best("talk") == ("change", 0.05)
        assert made.state() == {"layer": "model", "why": "", "encoder": "small", "dtype": "float32", "restarts": 0, "late": 0}


async def test_before_it_is_started_and_after_it_was_closed_there_is_no_answer():
    made = ChildModel((*SMALL, "sound"), LIMITS, RESTS_OF_TESTS)
    assert (await asked(made, "hello"), made.state()["why"]) == (None, "not started")
    made.start()
    await ready(made)
    child = child_of(os.getpid())
    await made.close()
    assert (await asked(made, "hello"), made.state()["why"]) == (None, "stopped")
    assert not child.is_running()


async def test_what_waits_together_is_scored_together():
    async with model() as made:
        await ready(made)
        first = asyncio.create_task(asked(made, "sleep 0.3"))
        await asyncio.sleep(0.1)
        others = await asyncio.gather(*(asked(made, f"message {number}") for number in range(40)))
        assert await first is not None
        assert {round(scores.of("seen", "at_once") * 100) for scores in others if scores} == {32, 8}


async def test_a_long_message_does_not_hold_up_the_short_ones():
    async with model() as made:
        await ready(made)
        order: list[str] = []

        async def one(text: str) -> None:
            assert await asked(made, text)
            order.append(text[:5])

        busy = asyncio.create_task(one("sleep 0.5"))
        await asyncio.sleep(0.2)
        await asyncio.gather(one("long " * 400), *(one("short") for _ in range(4)))
        await busy
        assert order[-1] == "long "


async def test_one_bad_message_does_not_take_the_others_with_it():
    async with model() as made:
        await ready(made)
        good, bad, worse, also_good = await asyncio.gather(*(asked(made, text) for text in ("good", "fall", "nothing", "also good")))
        assert good is not None
        assert also_good is not None
        assert bad is worse is None
        assert made.state()["restarts"] == 0


async def test_nobody_waits_longer_than_they_said():
    async with model() as made:
        await ready(made)
        began = time.monotonic()
        assert await asked(made, "sleep 0.5", 0.1) is None
        assert time.monotonic() - began < 0.4
        assert made.state()["late"] == 1
        assert made.state()["why"] == "behind"
        began = time.monotonic()
        assert await asked(made, "and the next", 0.4) is None  # nobody else waits for one who is behind
        assert time.monotonic() - began < 0.1
        await ready(made)
        assert await asked(made, "hello") is not None


async def test_while_it_loads_nobody_waits_longer_than_they_said():
    async with model("never") as made:
        await until(lambda: made.state()["why"] == "loading")
        began = time.monotonic()
        assert await asked(made, "hello", 0.2) is None
        assert 0.15 < time.monotonic() - began < 1.0
        assert made.state() == {"layer": "rules", "why": "loading", "encoder": "", "dtype": "", "restarts": 0, "late": 1}


async def test_one_that_never_gets_ready_is_started_again():
    async with model("never", Limits(loading=0.3, hung=10, pulse=0.05)) as made:
        await until(lambda: made.state()["restarts"] >= 2)
        assert made.state()["layer"] == "rules"


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
async def test_a_dead_child_is_replaced_and_whoever_waited_goes_on_at_once(end: signal.Signals):
    async with model() as made:
        await ready(made)
        waiting = asyncio.create_task(asked(made, "sleep 10", 15))
        await asyncio.sleep(0.1)
        began = time.monotonic()
        child_of(os.getpid()).send_signal(end)
        assert await waiting is None
        assert time.monotonic() - began < 1.0
        await until(lambda: made.state()["restarts"] == 1)
        await ready(made)
        assert await asked(made, "hello") is not None


async def test_a_message_that_kills_it_costs_one_answer():
    async with model() as made:
        await ready(made)
        assert await asked(made, "die") is None
        await until(lambda: made.state()["restarts"] == 1)
        await ready(made)
        assert await asked(made, "hello") is not None


async def test_a_frozen_child_is_found_out_and_replaced():
    async with model() as made:
        await ready(made)
        child = child_of(os.getpid())
        child.suspend()
        began = time.monotonic()
        assert await asyncio.gather(*(asked(made, "hello", 0.2) for _ in range(32))) == [None] * 32
        assert [await asked(made, "hello", 0.2) for _ in range(20)] == [None] * 20
        assert time.monotonic() - began < 0.6
        assert made.state()["late"] == 52
        await until(lambda: made.state()["restarts"] == 1)
        await ready(made)
        assert not child.is_running()
        assert await asked(made, "hello") is not None


@pytest.mark.parametrize("way", ["garbage", "endless", "broken"])
async def test_one_that_talks_nonsense_or_cannot_start_is_started_again(way: str):
    async with model(way) as made:
        await until(lambda: made.state()["restarts"] >= 2 and made.state()["layer"] == "rules")  # one that can start is there for a moment
        assert await asked(made, "hello", 0.2) is None


async def test_what_only_a_person_can_mend_is_said_and_not_tried_again():
    async with model("wrong") as made:
        await until(lambda: "not installed" in made.state()["why"])
        await asyncio.sleep(0.3)
        assert made.state()["restarts"] == 0
        assert made.state()["layer"] == "rules"


async def test_a_command_that_is_not_there_is_no_end():
    made = ChildModel(("/nowhere/python",), LIMITS, RESTS_OF_TESTS)
    made.start()
    await until(lambda: made.state()["restarts"] >= 2)
    assert await asked(made, "hello") is None
    await made.close()


def test_at_most_four_starts_fall_into_a_minute():
    starts, now = [0.0], 0.0
    for failures in range(1, 12):
        now += RESTS.before[min(failures, len(RESTS.before)) - 1]
        starts.append(now)
    assert all(sum(begin <= start < begin + 60 for start in starts) <= 4 for begin in starts)


async def test_without_a_model_rules_read():
    none = NoChild("switched off")
    none.start()
    assert await none.scores(Utterance("hello"), 1.0) is None
    assert none.state() == {"layer": "rules", "why": "switched off"}
    await none.close()


PARENT = """
import asyncio, sys
from coachbot.model.client import ChildModel
async def main():
    made = ChildModel(sys.argv[1:])
    made.start()
    while made.state()["layer"] != "model":
        await asyncio.sleep(0.01)
    print("ready", flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


def test_the_child_ends_with_its_parent_however_that_ends():
    parent = subprocess.Popen([sys.executable, "-c", PARENT, *SMALL, "sound"], stdout=subprocess.PIPE, text=True)
    try:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "ready\n"
        child = child_of(parent.pid)
        assert child.nice() > psutil.Process(parent.pid).nice()
    finally:
        parent.kill()
        parent.communicate()
    child.wait(5)
    assert not child.is_running()


async def test_the_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COACHBOT_MASTER_KEY", "the-key-of-all-keys")
    async with model() as made:
        await ready(made)
        assert "the-key-of-all-keys" not in child_of(os.getpid()).environ().values()
