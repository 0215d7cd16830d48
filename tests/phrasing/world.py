"""The road with a language model behind it, and people on it: everything is real but the model, which is a stand-in on loopback.

async with talking(model) as here:
    nurse = here.person()
    await nurse.types(*OPENING, "I feel guilty leaving the others")
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.dialogs.phrasing.prompts import Prompts, parse
from bot.nlu.reading import Reader, RuleReader
from bot.perform import Mind
from bot.phrasing.circuit import Patience
from bot.phrasing.phraser import Limits, Phraser
from coachbot.language.address import AddressModel
from coachbot.mind import content_files, make_mind, shipped_library
from coachbot.replay import SetClock, throwaway_road
from coachbot.road import Road
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from coaching.phrasing import LanguageModel
from coaching.ports import Line
from coaching.programme import Programme
from coaching.words import Words
from standins.llm import KEY, MODEL, LanguageStandIn

HERE = Path(__file__).parent
LIBRARY = shipped_library()
OPENING = ("woop", "take my proper break on long days", "7", "8")  # up to the question for the best outcome
ANSWER = "I would have something left for my kids and feel calmer when I get home from a long day"
WHOLE = (*OPENING, ANSWER, "reading to them", "I feel guilty leaving the others", "when a bell rings", "say back at half past and walk")
ALL = 10_000
GENEROUS = Limits(within=5.0, a_conversation=10_000, a_day=100_000, at_once=10_000, patience=Patience(refusals=100_000))


def shipped_prompts() -> Prompts:
    read, problems = parse(content_files()["llm.yaml"])
    assert read is not None, problems
    return read


PROMPTS = shipped_prompts()


def rows(name: str) -> list[list[str]]:
    """The lines of a file of tab-separated rows beside this one."""
    return [line.split("\t") for line in (HERE / name).read_text("utf-8").splitlines() if line]


@dataclass
class Person:
    """Somebody in the terminal."""

    here: Here
    number: int
    said: int = 0

    @property
    def address(self) -> Address:
        return Address(Channel.TERMINAL, "local", f"person-{self.number}", f"place-{self.number}")

    def message(self, words: str) -> Inbound:
        self.said += 1
        return Inbound(self.address, (f"{self.number}:{self.said}",), Kind.TEXT, self.here.road.clock.now(), Words(words))

    async def types(self, *texts: str) -> list[Line]:
        """Say these, one after the other, each answered; what the bot said to the last of them."""
        before = 0
        for words in texts:
            before = len(await self.lines())
            await self.here.road.inbox.receive([self.message(words)])
            await self.here.road.drain()
        return [line for line in (await self.lines())[before:] if line.author == "bot"]

    async def presses(self, choice: str) -> list[Line]:
        before = await self.lines()
        question = next(line.outbound.id for line in reversed(before) if line.outbound)
        self.said += 1
        keys = (f"{self.number}:{self.said}",)
        await self.here.road.inbox.receive(
            [Inbound(self.address, keys, Kind.PRESS, self.here.road.clock.now(), press=Press(question, choice))]
        )
        await self.here.road.drain()
        return (await self.lines())[len(before) + 1 :]

    async def lines(self) -> list[Line]:
        return list((await self.here.road.glance(self.address, ALL)).lines)

    async def heard(self) -> list[str]:
        """Everything the bot said to them."""
        return [line.text for line in await self.lines() if line.author == "bot"]


@dataclass
class Here:
    """A road, and whoever talks on it."""

    road: Road
    clock: SetClock  # of the phraser
    people: int = 0
    notes: dict[str, Any] = field(default_factory=dict)

    def person(self) -> Person:
        self.people += 1
        return Person(self, self.people)

    async def all_type(self, people: Sequence[Person], texts: Sequence[str]) -> None:
        """Each of them says one thing, all at the same time."""
        await self.road.inbox.receive([person.message(words) for person, words in zip(people, texts, strict=True)])
        await self.road.drain()

    async def rows(self, query: str) -> list[Any]:
        """What the database has."""
        database = self.road.notebook._database  # type: ignore[attr-defined]
        return list(await database.look(lambda connection: connection.exec_driver_sql(query).all()))

    async def noted(self) -> list[tuple[str, dict[str, Any]]]:
        """What the audit has of phrasing, oldest first."""
        found = await self.rows("SELECT what, detail FROM audit WHERE what LIKE 'phrasing.%' ORDER BY id")
        return [(what, json.loads(detail)) for what, detail in found]

    @property
    def phraser(self) -> Phraser:
        assert self.road.mind.phraser is not None
        return self.road.mind.phraser


def reached(model: LanguageStandIn) -> AddressModel:
    return AddressModel(model.url, MODEL, KEY, local=True)


def mind_with(model: LanguageModel, clock: SetClock, limits: Limits = GENEROUS, reader: Reader | None = None) -> Mind:
    read = reader or RuleReader()
    made = make_mind(LIBRARY, Programme(), phraser=Phraser(model, PROMPTS, read, clock=clock, limits=limits))
    return replace(made, reader=read)


@asynccontextmanager
async def talking(
    model: LanguageStandIn | LanguageModel | None, limits: Limits = GENEROUS, reader: Reader | None = None
) -> AsyncIterator[Here]:
    """A road over a throw-away database; with None there is no language model, as by default."""
    clock = SetClock()
    behind = reached(model) if isinstance(model, LanguageStandIn) else model
    mind = make_mind(LIBRARY, Programme()) if behind is None else mind_with(behind, clock, limits, reader)
    async with throwaway_road(mind=mind) as (road, _):
        try:
            yield Here(road, clock)
        finally:
            if behind is not None:
                await behind.close()
