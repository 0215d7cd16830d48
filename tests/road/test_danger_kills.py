"""Pull the plug at every step of the way of a message that means danger: its case, its alert and its text are there afterwards."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from coaching.participant import Channel
from storage.tables import alert
from tests.road.lives import Life, World, alive, born, killed_at, live, live_without_database, lived_to_the_end, world
from tests.road.outside import Said, address_of

GRAVE = "I want to die"
ALWAYS = {"receive.arrived", "receive.committed"}
IN_THE_COMMIT = ALWAYS | {"take_in.inbox_row", "case.row", "case.alert", "case.text", "writer.before_commit", "writer.committed"}
PAST_IT = ALWAYS | {"receive.away", "receive.spooled", "receive.cried", "receive.marked"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is one: a killed process does not see the difference."""
    with tempfile.TemporaryDirectory(prefix="coachbot-danger-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as path:
        yield Path(path)


@dataclass
class Sweep:
    """One pair of stores and one platform; somebody new for every kill."""

    folder: Path
    channel: Channel
    life: Life
    url: str = ""

    def __post_init__(self) -> None:
        self.numbers = count()
        self.knows = self.channel is Channel.SLACK  # Slack knows a second copy by its id

    def somebody(self) -> World:
        """Says that they want to die, and then something else."""
        number = next(self.numbers)
        here = world(self.folder, [Said(number, 0, GRAVE), Said(number, 1, "woop")], self.channel, history=self.knows, keyed=self.knows)
        here.urls = (self.url or here.urls[0], here.urls[1])
        return here

    def killed_everywhere(self, expected: set[str]) -> int:
        """A life a step, ended before it and after it, and another that makes good what is left; how many were ended."""
        lived_to_the_end(self.somebody())
        steps, kills = self.steps(), 0
        assert expected <= set(steps), steps
        for step in steps:
            for after in (False, True):
                here = self.somebody()
                kills += not killed_at(here, step, after=after, life=self.life)
                lived_to_the_end(here)
                asyncio.run(self.all_is_there(here))
        print(f"{kills} kills at {len(steps)} steps")
        return kills

    def steps(self) -> list[str]:
        """Every landmark of an undisturbed life, in the order it is first reached: told by a child, through a file."""
        told = self.folder / "steps"

        def tell(step: str) -> None:
            with told.open("a") as file:
                file.write(f"{step}\n")

        here = self.somebody()
        os.waitpid(born(here, tell, self.life), 0)
        lived_to_the_end(here)
        return list(dict.fromkeys(told.read_text().splitlines()))

    async def all_is_there(self, here: World) -> None:
        """The case, its alert, the text on the screen and in the transcript, and everything else as it was said."""
        address, arrived = address_of(here.platform.said[0].chat, self.channel), here.platform.copies()
        async with alive(here) as (road, opened):
            (case,) = await road.notebook.cases((address.channel.value, address.account, address.person))
            alerts = alert.select().where(alert.c.case_id == case.id)
            assert len(await opened.notebook._database.look(lambda connection: connection.execute(alerts).all())) == 1
            lines = (await road.glance(address, 100)).lines
            backlog = await road.notebook.backlog()
        assert [line.text for line in lines if line.author == "participant"] == [GRAVE, "woop"]
        assert (backlog.inbox, backlog.outbox, backlog.set_aside) == (0, 0, 0)
        ours = [line.outbound for line in lines if line.outbound]
        assert [outbound.wording for outbound in ours] == ["safety.crisis", "safety.hold"]
        copies = [arrived[outbound.id] for outbound in ours]
        assert all(copies)
        assert all(len(each) == 1 or (not self.knows and len(each) == 2 and each[1]) for each in copies), "a second copy says so"


@pytest.mark.shows("F5")
@pytest.mark.parametrize("channel", [Channel.SLACK, pytest.param(Channel.TELEGRAM, marks=pytest.mark.long)])
def test_killed_at_every_step(folder: Path, channel: Channel) -> None:
    assert Sweep(folder, channel, live).killed_everywhere(IN_THE_COMMIT) >= 60


@pytest.mark.shows("F5", "F6")
@pytest.mark.parametrize("channel", [pytest.param(Channel.SLACK, marks=pytest.mark.long), Channel.TELEGRAM])
def test_killed_at_every_step_while_the_database_is_away(folder: Path, channel: Channel) -> None:
    assert Sweep(folder, channel, live_without_database).killed_everywhere(PAST_IT) >= 20


@pytest.mark.pg
@pytest.mark.long
@pytest.mark.shows("F5")
def test_killed_at_every_step_on_postgresql(folder: Path, postgres_url: str) -> None:
    assert Sweep(folder, Channel.TELEGRAM, live, postgres_url).killed_everywhere(IN_THE_COMMIT) >= 60
