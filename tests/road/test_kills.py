"""Pull the plug at any instant and start again: no message is lost, each is decided once, the conversation stands where it stood."""

from __future__ import annotations

import asyncio
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.participant import Channel
from tests.road import holding
from tests.road.lives import World, killed_after, killed_at, live, lived_to_the_end, world
from tests.road.outside import Said

WOOP = (
    "woop",
    "be less knackered",
    "taking my proper break on long days",
    "6",
    "8",
    "I'd get home with something left for my kids",
    "sitting on the floor doing lego, not snapping at them",
    "I feel guilty leaving the others",
    'about 1, when Jo says "you go"',
    'say "back at half past" and walk',
    "7",
)


def talk(chats: int, messages: int) -> list[Said]:
    """`chats` people, each saying `messages` things, round the exercise and round again; every message is recognisable."""
    return [
        Said(chat, number, f"{WOOP[number]}" if number < len(WOOP) else f"thought {number} of {chat}")
        for number in range(messages)
        for chat in range(chats)
    ]


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is one: a killed process does not see the difference, and the disk is not what is tested."""
    with tempfile.TemporaryDirectory(prefix="coachbot-kills-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as path:
        yield Path(path)


def all_holds(world: World, copies: int = 1) -> None:
    asyncio.run(holding.everything_was_decided_once(world))
    asyncio.run(holding.every_answer_arrived(world, copies=copies))
    holding.the_file_is_whole(world)


@pytest.mark.shows("A1")
def test_killed_two_hundred_times_at_random(folder: Path) -> None:
    here = world(folder, talk(chats=20, messages=30))
    dice, kills, began = random.Random(20), 0, time.monotonic()
    while kills < 200 and not killed_after(here, dice.uniform(0.005, 0.12)):
        kills += 1
    lived_to_the_end(here)
    print(f"{kills} kills in {time.monotonic() - began:.1f} s")
    all_holds(here)
    assert kills >= 50, "the service finished before it was killed often enough for this to show anything"


def steps_of_a_life(folder: Path) -> list[str]:
    """Every landmark that an undisturbed life passes, each once, in the order it is first reached."""
    reached: dict[str, None] = {}
    asyncio.run(live(world(folder, talk(1, 11)), lambda step: reached.setdefault(step)))
    return list(reached)


@pytest.mark.shows("A4")
def test_killed_before_and_after_every_step(folder: Path) -> None:
    steps = steps_of_a_life(folder / "undisturbed")
    assert len(steps) >= 25, steps
    for number, step in enumerate(steps):
        for after in (False, True):
            here = world(folder / f"{number}-{after}", talk(1, 11))
            never_reached = killed_at(here, step, after=after)
            assert not never_reached or after, f"{step} was not reached"
            lived_to_the_end(here)
            all_holds(here)


@pytest.mark.shows("A4")
def test_a_telegram_reply_whose_fate_is_unknown_is_sent_once_more_and_says_so(folder: Path) -> None:
    here = world(folder, talk(1, 3), Channel.TELEGRAM, history=False, keyed=False)
    assert not killed_at(here, "send.after")
    lived_to_the_end(here)
    all_holds(here, copies=2)
    assert any(len(copies) == 2 for copies in here.platform.copies().values())
