"""A turn with a language model behind it: what is said, what is kept of it, and who never waits for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.nlu.reading import Question, Reading, RuleReader
from bot.phrasing.circuit import Patience
from bot.phrasing.phraser import Limits
from coaching.concern import Concern, Layer, Signal, Urgency
from coaching.errors import NoWords
from coaching.phrasing import Prompt
from tests.phrasing.models import Scripted, saying
from tests.phrasing.world import ANSWER, GENEROUS, OPENING, PROMPTS, WHOLE, Here, Person, talking

FAIR = "You want something left for your kids when you get home."
OURS = "woop.picture"
SHORT = replace(GENEROUS, within=0.2)


async def at_the_question(here: Here) -> Person:
    person = here.person()
    await person.types(*OPENING)
    return person


async def until(true: Callable[[], object], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - the other side has no event to wait for
            await asyncio.sleep(0.001)


# -- what is said, and what is kept of it ---------------------------------------------------------------------------------------


@pytest.mark.shows("U15", part="with one on")
async def test_a_fair_line_is_said_before_the_question_and_marked() -> None:
    async with talking(Scripted(saying(FAIR))) as here:
        person = await at_the_question(here)
        (line,) = await person.types(ANSWER)
        assert line.text.splitlines()[0] == FAIR
        assert line.outbound is not None
        assert (line.wording, line.outbound.model) == (OURS, "scripted")
        (kept,) = await here.rows(f"SELECT wording, content_hash, what FROM line WHERE id = '{line.id}'")
        assert (kept.wording, kept.what) == (OURS, "generated")
        (plain,) = await here.rows("SELECT count(*) FROM line WHERE author = 'bot' AND what = ''")
        assert plain[0] == len(OPENING) + 1
        assert len(kept.content_hash) == 16


async def test_the_audit_says_what_was_done_by_which_model_with_which_prompts_and_no_words() -> None:
    async with talking(Scripted(saying(FAIR))) as here:
        await (await at_the_question(here)).types(ANSWER)
        ((what, detail),) = await here.noted()
        assert what == "phrasing.said"
        assert detail == {"act": "reflect", "model": "scripted", "prompts": PROMPTS.mark, "wording": OURS, "took_ms": 0}


async def test_without_one_nothing_of_it_is_there() -> None:
    async with talking(None) as here:
        (line,) = await (await at_the_question(here)).types(ANSWER)
        assert line.outbound is not None
        assert (line.wording, line.outbound.model) == (OURS, "")
        assert await here.noted() == []


async def test_the_next_reading_looks_at_our_question_and_not_at_what_was_put_before_it() -> None:
    async with talking(Scripted(saying(FAIR))) as here:
        person = await at_the_question(here)
        await person.types(ANSWER)
        await here.road.inbox.receive([person.message("reading to them")])
        (claim,) = await here.road.notebook.claim(1, timedelta(seconds=30))
        asked = claim.conversation.asked
        assert asked is not None
        assert FAIR in "".join(span.text for span in asked.text)
        question = here.road.mind.library.question(claim.conversation, here.road.performer._surroundings(claim))
        assert question is not None
        assert FAIR not in question.asked
        assert "half a minute" in question.asked


@pytest.mark.shows("U15", part="with one on")
async def test_all_three_things_happen_and_no_fourth() -> None:
    def says(prompt: Prompt) -> str:
        if "in other words" in prompt.ask:
            return "If it went well, what could someone notice you doing differently?"
        return (
            FAIR
            if "The reader was asked" in prompt.ask
            else "You want a proper break on long days. What gets in the way is feeling guilty."
        )

    async with talking(model := Scripted(says)) as here:
        person = here.person()
        await person.types("woop", "be better", "be nicer", "be happier", WHOLE[1], *WHOLE[2:])
        await person.types("9")
        acts = [detail["act"] for what, detail in await here.noted() if what == "phrasing.said"]
        assert acts == ["rephrase", "reflect", "summarise"]
        assert sum("in other words" in prompt.ask for prompt in model.asked) == 1


async def test_a_rephrased_question_sends_nothing_of_the_person() -> None:
    async with talking(model := Scripted(saying(""))) as here:
        await here.person().types("woop", "be better", "be nicer", "be happier")
        (prompt,) = [prompt for prompt in model.asked if "in other words" in prompt.ask]
        assert not any(word in prompt.ask for word in ("better", "nicer", "happier", "<words>"))


async def test_a_prompt_holds_their_words_of_this_conversation_and_nothing_else_of_anybody() -> None:
    async with talking(model := Scripted(saying(FAIR))) as here:
        other = await at_the_question(here)
        await other.types("I would feel like the banana queen of the whole hospital with a crown upon my head at home")
        person = await at_the_question(here)
        await person.types(ANSWER)
        told = f"{model.asked[-1].system}\n{model.asked[-1].ask}"
        assert ANSWER in told
        for strange in ("banana", "person-", "Wren", "P1", "place-", "terminal"):
            assert strange not in told


# -- what is not good enough ----------------------------------------------------------------------------------------------------


@pytest.mark.shows("E11", side="risk words in an output")
async def test_risk_words_in_an_output_are_suppressed_and_noted() -> None:
    async with talking(Scripted(saying("You want to die for your kids."))) as here:
        (line,) = await (await at_the_question(here)).types(ANSWER)
        assert line.outbound is not None
        assert (line.wording, line.outbound.model) == (OURS, "")
        ((what, detail),) = await here.noted()
        assert (what, detail["why"]) == ("phrasing.suppressed", "risk")


class WaryReader(RuleReader):
    """Finds something in whatever speaks of kids and home at once."""

    def read(self, text: str, question: Question | None) -> Reading:
        reading = super().read(text, question)
        found = Signal(Concern.SAFEGUARDING, Urgency.URGENT, ask=True, layer=Layer.MODEL, score=0.6)
        return replace(reading, signal=found) if "kids" in text and "home" in text else reading


async def test_a_line_that_our_own_reading_is_alarmed_by_is_suppressed_too() -> None:
    calm = "I would have something left for my kids and feel calmer at the end of a long day on the ward"
    async with talking(Scripted(saying(FAIR)), reader=WaryReader()) as here:
        await (await at_the_question(here)).types(calm)
        ((what, detail),) = await here.noted()
        assert (what, detail["why"]) == ("phrasing.suppressed", "risk")


@pytest.mark.shows("E11", side="the risk path")
async def test_in_a_concern_the_model_is_not_asked() -> None:
    async with talking(model := Scripted(saying(FAIR)), reader=WaryReader()) as here:
        await (await at_the_question(here)).types(ANSWER)
        assert model.asked == []
        assert await here.noted() == []


@pytest.mark.parametrize(
    "grave", ["I want to die", "I keep thinking everyone would be better off without me, I feel so tired of all of it now"]
)
async def test_grave_words_are_answered_with_the_card_and_the_model_is_out_of_it_from_then_on(grave: str) -> None:
    async with talking(model := Scripted(saying(FAIR))) as here:
        person = await at_the_question(here)
        assert [line.wording for line in await person.types(grave)] == ["safety.crisis"]
        await person.types(ANSWER, "I'm safe", "carry on", ANSWER, "I feel guilty leaving the others")
        assert model.asked == []


@pytest.mark.parametrize("failure", [NoWords("status 500"), ValueError("their words"), TimeoutError(), asyncio.CancelledError()], ids=repr)
async def test_whatever_the_model_raises_our_own_wording_is_said(failure: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    async with talking(Scripted(lambda _: failure)) as here:
        (line,) = await (await at_the_question(here)).types(ANSWER)
        assert line.wording == OURS
        ((what, detail),) = await here.noted()
        assert what == "phrasing.failed"
        assert "their words" not in f"{detail}{caplog.text}"


# -- time -----------------------------------------------------------------------------------------------------------------------


def test_eight_seconds_is_the_most() -> None:
    assert Limits().within == 8.0


@pytest.mark.shows("E11", side="timeouts")
async def test_after_its_time_our_own_wording_is_said_and_the_call_is_given_up() -> None:
    async with talking(model := Scripted(saying(FAIR), holds=True), SHORT) as here:
        person = await at_the_question(here)
        began = time.monotonic()
        (line,) = await person.types(ANSWER)
        assert 0.2 <= time.monotonic() - began < 2.0
        assert line.wording == OURS
        assert FAIR not in line.text
        assert [(what, detail["why"]) for what, detail in await here.noted()] == [("phrasing.failed", "timeout")]
        await until(lambda: model.given_up == 1)


@pytest.mark.shows("E11", side="the risk path")
async def test_nobody_else_waits_for_it() -> None:
    """While one person's line is awaited, another asks for help and a third goes on: both are answered first."""
    async with talking(model := Scripted(saying(FAIR), holds=True)) as here:
        waits, needs, goes = [await at_the_question(here) for _ in range(3)]
        await here.road.inbox.receive([waits.message(ANSWER)])
        assert await here.road.performer.perform_waiting() == 1
        await until(lambda: model.asked)
        await here.road.inbox.receive([needs.message("I want to die"), goes.message("reading")])
        assert await here.road.performer.perform_waiting() == 2
        assert "safety.crisis" in [line.wording for line in await needs.lines()]
        assert (await goes.lines())[-1].wording == OURS
        assert (await waits.lines())[-1].wording == "woop.outcome"
        model.let_go()
        await here.road.drain()
        assert (await waits.lines())[-1].text.startswith(FAIR)


@pytest.mark.shows("E11", side="the risk path")
async def test_what_somebody_says_next_never_waits_for_it() -> None:
    async with talking(model := Scripted(saying(FAIR), holds=True)) as here:
        person = await at_the_question(here)
        await here.road.inbox.receive([person.message(ANSWER)])
        await here.road.performer.perform_waiting()
        await until(lambda: model.asked)
        began = time.monotonic()
        await here.road.inbox.receive([person.message("I want to die")])
        await here.road.drain()
        assert time.monotonic() - began < 2.0
        said = {line.wording: line.text for line in (await person.lines())[-3:] if line.author == "bot"}
        assert said.keys() == {OURS, "safety.crisis"}
        assert FAIR not in said[OURS]
        assert here.phraser.state()["circuit"] == "closed"
        assert await here.noted() == []


async def test_where_they_have_said_more_already_it_is_not_asked() -> None:
    async with talking(model := Scripted(saying(FAIR))) as here:
        person = await at_the_question(here)
        await here.road.inbox.receive([person.message(ANSWER)])
        await here.road.inbox.receive([person.message("help now")])
        await here.road.drain()
        assert model.asked == []


async def test_no_more_than_so_many_are_asked_at_once() -> None:
    async with talking(model := Scripted(saying(FAIR), holds=True), replace(GENEROUS, at_once=2)) as here:
        people = [here.person() for _ in range(5)]
        for text in OPENING:
            await here.all_type(people, [text] * 5)
        await here.road.inbox.receive([person.message(ANSWER) for person in people])
        await here.road.performer.perform_waiting()
        await until(lambda: len(model.asked) == 2)
        await asyncio.sleep(0.05)
        assert len(model.asked) == 2
        model.let_go()
        await here.road.drain()
        said = [(await person.lines())[-1] for person in people]
        assert all(line.wording == OURS for line in said)
        assert sum(line.text.startswith(FAIR) for line in said) == 2


async def test_where_the_service_stops_what_is_awaited_is_given_up_and_written() -> None:
    async with talking(model := Scripted(saying(FAIR), holds=True)) as here:
        person = await at_the_question(here)
        await here.road.inbox.receive([person.message(ANSWER)])
        await here.road.performer.perform_waiting()
        await until(lambda: model.asked)
        here.road.stop()
        async with asyncio.timeout(2):
            await here.road.drain()
        assert (await person.lines())[-1].wording == OURS


async def test_a_turn_whose_lease_has_ended_writes_nothing_and_is_done_again() -> None:
    """Somebody else claims the message while the line is awaited: the first page is refused, the message is answered once."""
    async with talking(model := Scripted(saying(FAIR), holds=True)) as here:
        person = await at_the_question(here)
        await here.road.inbox.receive([person.message(ANSWER)])
        await here.road.performer.perform_waiting()
        await until(lambda: model.asked)
        here.road.clock.pass_by(timedelta(seconds=31))  # type: ignore[attr-defined]
        assert await here.road.performer.perform_waiting() == 1
        await until(lambda: len(model.asked) == 2)
        model.let_go()
        await here.road.drain()
        assert [line.wording for line in await person.lines() if line.wording == OURS] == [OURS]


# -- budget and circuit ---------------------------------------------------------------------------------------------------------


@pytest.mark.shows("E11", side="cost")
async def test_a_conversation_and_the_day_have_a_budget() -> None:
    async with talking(model := Scripted(saying(FAIR)), replace(GENEROUS, a_conversation=1, a_day=3)) as here:
        person = await at_the_question(here)
        await person.types(ANSWER, "reading to them", "I feel guilty leaving the others")
        assert len(model.asked) == 1
        for _ in range(4):
            await (await at_the_question(here)).types(ANSWER)
        assert len(model.asked) == 3
        assert here.phraser.state()["calls_today"] == 3
        here.clock.pass_by(timedelta(days=1))
        await (await at_the_question(here)).types(ANSWER)
        assert len(model.asked) == 4


@pytest.mark.shows("E11", side="failures")
async def test_while_it_fails_it_is_left_alone_and_tried_again_later() -> None:
    says: list[str | Exception] = [NoWords("status 500")]
    limits = replace(GENEROUS, patience=Patience(failures=2, rests=(30.0, 60.0)))
    async with talking(model := Scripted(lambda _: says[-1]), limits) as here:

        async def next_person() -> str:
            return (await (await at_the_question(here)).types(ANSWER))[0].text

        for _ in range(4):
            await next_person()
        assert (len(model.asked), here.phraser.state()["circuit"]) == (2, "open")
        here.clock.pass_by(timedelta(seconds=31))
        await next_person()
        assert (len(model.asked), here.phraser.state()["circuit"]) == (3, "open")
        here.clock.pass_by(timedelta(seconds=61))
        says.append(FAIR)
        assert (await next_person()).startswith(FAIR)
        assert (await next_person()).startswith(FAIR)
        assert here.phraser.state() == {"kind": "local", "circuit": "closed", "calls_today": 5}


async def test_one_that_cannot_be_asked_is_not_and_says_why() -> None:
    async with talking(model := Scripted(saying(FAIR), missing="loading")) as here:
        (line,) = await (await at_the_question(here)).types(ANSWER)
        assert (line.wording, model.asked) == (OURS, [])
        assert here.phraser.state()["missing"] == "loading"
        assert here.phraser.state()["circuit"] == "closed"
