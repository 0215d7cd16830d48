"""With a language model or without one: the same decisions, the same questions, the same goals; only three things are said differently."""

from __future__ import annotations

import re
from typing import Any

import pytest

from coaching.ports import Line
from standins.llm import LanguageStandIn
from tests.phrasing.world import Here, Person, talking
from tests.play import lines, transcripts

CASE = re.compile(r'"(?:case|message)":"\w+",')  # names that are drawn: a line that was asked for before has drawn one too
TALKS = [path for path in transcripts() if "unreadable" not in path.stem]


def acts_of(text: str) -> list[str]:
    return [line[1:].strip().replace("\\n", "\n") for _, line in lines(text) if line.startswith(">")]


async def talks(here: Here, text: str) -> Person:
    person = here.person()
    for act in acts_of(text):
        if act.startswith("["):
            await person.presses(act.strip("[]"))
        elif not act.startswith("("):
            await person.types(act)
    return person


async def decided(here: Here, person: Person) -> dict[str, Any]:
    """Everything that was decided: what was said by its ids, with which buttons, and what is kept."""
    glance = await here.road.glance(person.address, 10_000)
    said = [(line.author, line.wording, line.author == "participant" and line.text, _asks(line)) for line in glance.lines]
    goals = [(goal.text, goal.flow, goal.woop, goal.smart, goal.status, goal.notes) for goal in glance.goals]
    rows = await here.rows("SELECT what, detail FROM audit WHERE what NOT LIKE 'phrasing.%' ORDER BY id")
    hashes = await here.rows("SELECT wording, content_hash FROM line WHERE author = 'bot' ORDER BY id")
    audit = [(what, CASE.sub("", detail)) for what, detail in rows]
    return {"said": said, "goals": goals, "standing": glance.standing, "doing": glance.doing, "audit": audit, "hashes": hashes}


def _asks(line: Line) -> Any:
    shown = line.outbound
    return shown and (shown.shape, shown.choices, shown.low, shown.high, shown.lane)


@pytest.mark.shows("U15")
@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
async def test_every_talk_is_decided_the_same(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    async with talking(None) as here:
        person = await talks(here, text)
        ours, own_texts = await decided(here, person), await person.heard()
    async with LanguageStandIn() as model, talking(model) as here:
        person = await talks(here, text)
        theirs, texts = await decided(here, person), await person.heard()
        marked = [line for line in await person.lines() if line.outbound and line.outbound.model]
        noted = [detail["act"] for what, detail in await here.noted() if what == "phrasing.said"]
    assert theirs == ours
    different = [mine for mine, own in zip(texts, own_texts, strict=True) if mine != own]
    assert different == [line.text for line in marked]
    assert len(different) == len(noted)
    assert set(noted) <= {"rephrase", "reflect", "summarise"}


@pytest.mark.shows("U15", part="with one on")
async def test_some_talks_are_said_differently() -> None:
    """The comparison above compares something."""
    async with LanguageStandIn() as model, talking(model) as here:
        for path in TALKS:
            await talks(here, path.read_text(encoding="utf-8"))
        acts = {detail["act"] for what, detail in await here.noted() if what == "phrasing.said"}
        assert acts == {"reflect", "summarise", "rephrase"}
        assert all(re.search("<words>|<question>", asked.ask) for asked in model.asked)
