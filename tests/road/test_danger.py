"""A message that means danger, on the real road: the safety text, a case and its alert come in the commit that takes it in."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.nlu.reading import Question, Reading
from coaching.concern import Concern, Layer, Signal, Urgency
from coaching.message import Inbound, Kind, Lane
from coaching.participant import Address, Channel
from coaching.words import Words
from tests.service import MIND, Doctor, Nurse, World, files, world
from tests.storage.people import answer, said

GRAVE = "I want to die"
CARD, AGAIN = "safety.crisis", "safety.hold"
ON = [Channel.SLACK, Channel.TELEGRAM]
Somebody = Nurse | Doctor


async def audited(here: World, what: str = "safety.decision") -> list[dict[str, Any]]:
    """The details of the audit's rows of one kind, oldest first."""
    engine = create_async_engine(here.urls[0].replace("sqlite:", "sqlite+aiosqlite:"))
    try:
        async with engine.connect() as connection:
            rows = await connection.execute(text(f"SELECT detail FROM audit WHERE what = '{what}' ORDER BY seq"))
            return [json.loads(row.detail) for row in rows]
    finally:
        await engine.dispose()


async def told(somebody: Somebody) -> list[str]:
    """The transcript: the person's own words, and wording ids."""
    return [line.wording or line.text for line in await somebody.talk()]


async def counts(here: World) -> tuple[int, int]:
    """Open cases, and alerts that wait."""
    backlog = await here.road.notebook.backlog()
    return backlog.cases, backlog.alerts


# -- in every state, on every way in --------------------------------------------------------------------------------------------

BEFORE = {
    "nothing at all": (),
    "before the contract": ("hello",),
    "the contract declined": ("hello", "no"),
    "in the middle of an exercise": ("hello", "woop", "take my proper break on long days"),
    "paused": ("hello", "woop", "pause"),
    "stopped": ("hello", "stop"),
}


@pytest.mark.shows("F2", side="said in words")
@pytest.mark.parametrize("channel", ON)
@pytest.mark.parametrize("before", BEFORE.values(), ids=list(BEFORE))
async def test_in_every_state(tmp_path: Path, channel: Channel, before: tuple[str, ...]) -> None:
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        somebody = here.somebody(channel)
        if before:
            await somebody.types(*before)
        talk = await told(somebody)
        await somebody.types(GRAVE)
        assert await told(somebody) == [*talk, GRAVE, CARD]
        assert "999" in somebody.reads[-1]
        assert (await here.glance(somebody.address)).standing == "safety_hold"
        assert await counts(here) == (1, 1)


async def _edits(somebody: Somebody) -> None:
    message = await somebody.types("hello")
    await somebody.edits(message, GRAVE)


async def _captions(somebody: Somebody) -> None:
    if isinstance(somebody, Nurse):
        await somebody.person.shares_file(text=GRAVE)
    else:
        somebody.person.sends("photo", GRAVE)
    await somebody._answered()


async def _fills_a_form(somebody: Somebody) -> None:
    """As an adapter tells of it."""
    address = replace(somebody.address, place=somebody.person.place if isinstance(somebody, Nurse) else str(somebody.person.id))
    fields = {"wish": Words("leave on time"), "obstacle": Words(GRAVE)}
    inbound = Inbound(address, ("form",), Kind.FORM, somebody.world.clock.now(), fields=fields, form="woop")
    await somebody.world.road.inbox.receive([inbound])
    await somebody._answered()


@pytest.mark.shows("F2", side="said in words")
@pytest.mark.shows("C6", side="risk added by an edit")
@pytest.mark.parametrize("channel", ON)
@pytest.mark.parametrize("does", [_edits, _captions, _fills_a_form])
async def test_in_an_edit_a_caption_and_a_form(tmp_path: Path, channel: Channel, does: Callable[[Somebody], Awaitable[None]]) -> None:
    async with world(files(tmp_path), used={channel.value.title()}) as here:
        somebody = here.somebody(channel)
        await does(somebody)
        assert (await somebody.heard())[-1] == CARD
        assert GRAVE in "".join(await somebody.said())
        assert "999" in somebody.reads[-1]
        assert await counts(here) == (1, 1)
        assert await here.nothing_waits()


async def test_on_both_databases_and_delivered_twice(urls: tuple[str, str]) -> None:
    async with world(urls, used={"Slack"}) as here:
        nurse = here.nurse()
        inbound = Inbound(replace(nurse.address, place=nurse.person.place), ("m1",), Kind.TEXT, here.clock.now(), Words(GRAVE))
        for _ in range(3):
            await here.road.inbox.receive([inbound])
        await here.lasts(10)
        assert await told(nurse) == [GRAVE, CARD]
        assert len(nurse.reads) == 1
        assert await counts(here) == (1, 1)


# -- said again -----------------------------------------------------------------------------------------------------------------


async def test_never_silence_and_never_the_same_long_text_at_once(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        doctor = here.doctor()
        await doctor.types(GRAVE, GRAVE, "I am going to kill myself")
        await here.lasts(300)
        await doctor.types(GRAVE)
        assert await doctor.heard() == [CARD, AGAIN, "safety.crisis.emergency", CARD]  # graver words get the graver text
        assert await counts(here) == (1, 2)  # the case is told of again when it is graver
        assert len(await audited(here, "case.added")) == 3


@pytest.mark.shows("F2", side="said in words")
async def test_the_words_and_the_case_survive_joining_two_channels(tmp_path: Path) -> None:
    async with world(files(tmp_path)) as here:
        nurse, doctor = here.nurse(), here.doctor()
        await nurse.types("link")
        code = (await nurse.talk())[-2].text.split("code is ")[1].split(".")[0]
        await nurse.types(GRAVE)
        await doctor.types(f"link {code}", "yes")
        assert (await told(doctor)).count(CARD) == 1
        assert (await here.glance(doctor.address)).standing == "safety_hold"
        assert await counts(here) == (1, 1)


# -- whatever else fails --------------------------------------------------------------------------------------------------------


class Fails:
    """A reader that cannot read."""

    def read(self, text: str, question: Question | None) -> Reading:
        raise RuntimeError(text)


@dataclass
class Says:
    """A reader that sees what the phrases do not."""

    signal: Signal

    def read(self, text: str, question: Question | None) -> Reading:
        return Reading(signal=self.signal)


HIDDEN = Signal(Concern.CRISIS, Urgency.URGENT, layer=Layer.MODEL, score=0.87654)


@pytest.mark.shows("F2", side="said in words")
async def test_a_turn_that_fails_takes_nothing_away(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}, alive=False) as here:
        here.mind = replace(MIND, reader=Fails())
        await here.born()
        nurse = here.nurse()
        await nurse.types(GRAVE)
        assert await told(nurse) == [GRAVE, CARD]
        assert await counts(here) == (1, 1)
        assert (await here.road.notebook.backlog()).set_aside == 1


async def test_what_nobody_could_read_gets_the_lines_and_a_person(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}, alive=False) as here:
        here.mind = replace(MIND, reader=Fails())
        await here.born()
        nurse = here.nurse()
        await nurse.types("some words")
        assert await told(nurse) == ["some words", "help_now.unverified"]
        (case,) = await here.road.notebook.cases()
        assert (case.concern, case.review) == ("crisis", True)
        assert await counts(here) == (1, 0), "nobody is called, a person looks at it later"


async def lost(here: World, somebody: Somebody) -> None:
    """Their conversation stands at a step that is in no content."""
    await somebody.types("hello", "woop", "take my proper break on long days")
    flows = {name: flow for name, flow in MIND.library.flows.items() if name[0] != "woop"}
    here.mind = replace(MIND, library=replace(MIND.library, flows=flows), reader=Says(HIDDEN))
    await here.restarts()


async def test_danger_that_only_the_turn_sees_is_answered_where_the_turn_fails(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await lost(here, nurse)
        await nurse.types("cba any more")
        assert (await told(nurse))[-2:] == ["cba any more", CARD]
        (case,) = await here.road.notebook.cases()
        assert (case.concern, case.source, case.review) == ("crisis", "model", False)
        assert await counts(here) == (1, 1)


async def test_a_state_that_cannot_be_read_takes_nothing_away(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types("hello", "woop")
        await broken(here)
        await here.restarts()
        await nurse.types(GRAVE, "woop")
        assert (await told(nurse))[-4:] == [GRAVE, CARD, "woop", "trouble.unreadable"]
        assert await counts(here) == (1, 1)


async def broken(here: World) -> None:
    engine = create_async_engine(here.urls[0].replace("sqlite:", "sqlite+aiosqlite:"))
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE conversation SET state = X'00', version = version + 1"))
    await engine.dispose()


@pytest.mark.shows("F3", side="200 nudges waiting")
async def test_the_text_overtakes_whatever_waits(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Telegram"}) as here:
        await nudges(here, 200)
        doctor = here.doctor()
        doctor.person.says(GRAVE)
        await here.delivered()
        assert await counts(here) == (1, 1), "the alert is there as soon as the message is"
        await here.lasts(1)
        assert "999" in doctor.reads[-1]
        assert (await here.road.notebook.backlog()).outbox > 100


async def nudges(here: World, count: int) -> None:
    """So many people are to be nudged now."""
    for number in range(count):
        at = Address(Channel.TELEGRAM, str(here.telegram.me["id"]), str(number), str(here.telegram.person(f"N{number}").id))
        await here.road.inbox.receive([Inbound(at, (f"n{number}",), Kind.ARRIVED, here.clock.now())])
    while claims := await here.road.notebook.claim(count, timedelta(seconds=30)):
        for claim in claims:
            page = answer(claim, here.clock.now(), said(claim.inbound.address, "a nudge", Lane.NUDGE))
            await here.road.notebook.write_turn(page)


# -- what is written down of it -------------------------------------------------------------------------------------------------


@pytest.mark.shows("E10", side="the log of decisions")
async def test_every_message_leaves_one_row_and_no_words(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types("hello", "xylophone", GRAVE)
        await nurse.sends("voice")
        rows = await audited(here)
        assert [(row["where"], row["concern"], row["action"]) for row in rows] == [
            ("turn", "none", "none"),
            ("turn", "none", "none"),
            ("receive", "crisis", "act"),
            ("turn", "crisis", "act"),
        ]
        made = {"concern", "kind", "urgency", "ask", "layer", "action", "score", "detectors", "latency_ms", "where"}
        assert set(rows[0]) == made | {"message", "consented"}
        assert rows[2]["case"] == (await here.road.notebook.cases())[0].id
        assert "phrases" in rows[0]["detectors"]
        assert "xylophone" not in json.dumps(rows)
        assert "die" not in json.dumps(rows).replace("audience", "")


async def test_what_a_model_saw_is_written_down_rounded(tmp_path: Path) -> None:
    async with world(files(tmp_path), used={"Slack"}, alive=False) as here:
        here.mind = replace(MIND, reader=Says(replace(HIDDEN, ask=True)), detectors="phrases 1, model abc")
        await here.born()
        nurse = here.nurse()
        await nurse.types("hello")
        (row,) = await audited(here)
        assert (row["layer"], row["score"], row["ask"], row["action"]) == ("model", 0.877, True, "ask")
        assert row["detectors"] == "phrases 1, model abc"


async def test_the_case_is_in_the_log_without_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with world(files(tmp_path), used={"Slack"}) as here:
        await here.nurse().types(GRAVE)
        (case,) = await here.road.notebook.cases()
        logged = "".join(capsys.readouterr())
        assert case.id in logged
        assert "case.opened" in logged
        assert GRAVE not in logged
