"""The weekly safety review on the real road: what nurses said, and what a safety lead sees of it, says of it, and leaves in the audit."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from coaching.concern import Concern
from coaching.staff import Role, Staff, Ties
from handoff.reviewing import Reviewing
from handoff.safety_review import Count, Week
from storage.tables import audit
from tests.handoff.office import Office, coach, office
from tests.play import NOON

UNCLEAR, HARMLESS = "i can't see a way out", "i want to read for ten minutes before a late shift"
THIS, LEAD = Week.of(NOON.date()), coach("lee", Role.SAFETY_LEAD)
FORM = {
    "number": "",
    "on": NOON.date().isoformat(),
    "alias": "",
    "happened": "Fainted at work",
    "seriousness": "hospital",
    "expectedness": "unexpected",
    "relatedness": "unlikely",
    "action": "",
    "reported_to": "",
}


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path) as made:
        await made.hires(LEAD)
        yield made


def review(here: Office) -> Reviewing:
    work, kept = here.hand_off.work, here.storage.reviews
    return Reviewing(kept, kept, here.casework, work.programme, here.clock, work.names, work.mask)


async def noted(here: Office, what: str) -> list[dict[str, Any]]:
    """The audit's rows of one kind, with whose they are."""
    statement = select(audit.c.detail, audit.c.participant_id).where(audit.c.what == what).order_by(audit.c.seq)
    rows: Any = await here.storage.notebook._database.look(lambda connection: connection.execute(statement).all())
    return [{**json.loads(row.detail), "whose": row.participant_id} for row in rows]


async def next_week(here: Office) -> None:
    """Until the week they wrote in is over."""
    here.clock.jump(THIS.span("Europe/London")[1] - here.clock.now() + timedelta(hours=1))


async def agrees(here: Office, name: str = "UNURSE") -> Any:
    nurse = here.nurse(name)
    await nurse.types("hello")
    await nurse.types("ok")
    return nurse


# -- straight questions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "answered"),
    [("no", "no"), ("yes", "yes"), ("not sure", "unsure"), ("rather not say", "skip"), ("the rota again", "unclear"), ("", "none")],
)
async def test_every_straight_question_with_what_led_to_it_and_what_was_answered(here: Office, answer: str, answered: str):
    nurse = await agrees(here)
    await nurse.types(UNCLEAR)
    if answer:
        await nurse.types(answer)
    (question,) = (await review(here).week(LEAD, THIS)).questions
    assert (question.about, question.message.text, question.answer.text, question.answered) == ("crisis", UNCLEAR, answer, answered)
    assert "thoughts of ending your life" in question.question.text
    assert question.alias == (await here.casework.open_files(1))[0].participant.alias


async def test_before_the_contract_too(here: Office):
    nurse = here.nurse()
    await nurse.types(UNCLEAR)
    (question,) = (await review(here).week(LEAD, THIS)).questions
    assert question.message.text == UNCLEAR


# -- harmless messages ----------------------------------------------------------------------------------------------------------


async def test_harmless_messages_once_the_week_is_over(here: Office):
    nurse = await agrees(here)
    await nurse.types(HARMLESS)
    assert (await review(here).week(LEAD, THIS)).messages == ()
    await next_week(here)
    seen = await review(here).week(LEAD, THIS)
    (message,) = seen.messages
    assert (seen.over, message.message.text, message.about) == (True, HARMLESS, "")
    assert (await review(here).week(LEAD, THIS)).messages == seen.messages


@pytest.mark.parametrize(
    "words", [UNCLEAR, "I want to die", "can I talk to a real person?", "my manager humiliates me in front of everybody"]
)
async def test_a_message_that_asked_or_raised_something_is_never_drawn(here: Office, words: str):
    nurse = await agrees(here)
    await nurse.types(words)
    await next_week(here)
    assert (await review(here).week(LEAD, THIS)).messages == ()


async def test_without_a_yes_and_after_a_no_nothing_is_drawn(here: Office):
    before = here.nurse("UBEFORE")
    await before.types(HARMLESS)
    await next_week(here)
    assert (await review(here).week(LEAD, THIS)).messages == ()


async def test_a_message_that_is_taken_back_is_not_read(here: Office):
    nurse = await agrees(here)
    await nurse.types(HARMLESS)
    await nurse.edits(nurse.count, "something else")
    await next_week(here)
    (message,) = (await review(here).week(LEAD, THIS)).messages
    assert message.message.text == "something else"


# -- who sees it ----------------------------------------------------------------------------------------------------------------


async def test_that_somebody_looked_at_a_line_is_written_down(here: Office):
    nurse = await agrees(here)
    await nurse.types(UNCLEAR)
    await review(here).week(LEAD, THIS)
    seen = await review(here).week(LEAD, THIS)
    (case,) = await here.cases(Concern.CRISIS)
    row = {"staff": "lee", "line": seen.questions[0].line_id, "week": str(THIS), "whose": case.participant.id}
    assert await noted(here, "review.seen") == [row, row]


@pytest.mark.parametrize("roles", [{Role.COACH}, {Role.SUPERVISOR}, {Role.SAFETY_LEAD, Role.PROGRAMME_MANAGER}, {Role.ADMIN}, set()])
async def test_nobody_else_sees_a_line(here: Office, roles: set[Role]):
    nurse = await agrees(here)
    await nurse.types(UNCLEAR)
    seen = await review(here).week(replace(LEAD, roles=frozenset(roles)), THIS)
    assert (seen.questions, seen.hidden) == ((), 1)
    assert await noted(here, "review.seen") == []


@pytest.mark.parametrize("tie", ["participant_id", "line", "conflicts"])
async def test_a_lead_sees_no_line_of_somebody_they_are_tied_to(here: Office, tie: str):
    nurse = await agrees(here)
    await nurse.types(UNCLEAR)
    whose = (await here.case()).participant.id
    tied = tied_to(whose, tie)
    seen = await review(here).week(tied, THIS)
    (line,) = (await review(here).week(LEAD, THIS)).questions
    assert (seen.questions, seen.hidden) == ((), 1)
    assert not await review(here).judge(tied, THIS, line.line_id, "right")


def tied_to(whose: str, tie: str) -> Staff:
    kept: Any = {tie: whose if tie == "participant_id" else frozenset({whose})}
    return replace(LEAD, id="tied", ties=Ties(**kept))


# -- verdicts and figures -------------------------------------------------------------------------------------------------------


async def test_the_last_verdict_counts_and_all_are_kept(here: Office):
    nurse = await agrees(here)
    await nurse.types(UNCLEAR)
    at = review(here)
    (line,) = (await at.week(LEAD, THIS)).questions
    assert [await at.judge(LEAD, THIS, line.line_id, each) for each in ("right", "should_have_alarmed")] == [True, True]
    assert [await at.judge(LEAD, THIS, line.line_id, each) for each in ("should_have_asked", "", "wrong")] == [False] * 3
    assert not await at.judge(LEAD, THIS, "another line", "right")
    assert not await at.judge(LEAD, THIS.later(-1) or THIS, line.line_id, "right")
    (judged,) = (await at.week(LEAD, THIS)).questions
    assert (judged.verdict, judged.by) == ("should_have_alarmed", "Lee")
    assert [each["verdict"] for each in await noted(here, "review.judged")] == ["right", "should_have_alarmed"]
    assert (await at.counted(THIS))[1]["should_have_alarmed"] == 1


async def test_the_figures_of_a_week(here: Office):
    nurse, doctor = await agrees(here), await agrees(here, "UDOCTOR")
    await nurse.types(UNCLEAR)
    await nurse.types("no")
    await doctor.types("I want to die")
    (this, *before) = (await review(here).week(LEAD, THIS)).rates
    assert (this.messages, this.questions, this.answered_no) == (Count(7, 2), Count(1, 1), Count(1, 1))
    assert (this.cases, this.alarms) == (Count(1, 1), Count(1, 1))
    assert [each.messages for each in before] == [Count(0, 0)] * 7


# -- adverse events -------------------------------------------------------------------------------------------------------------


async def test_an_event_is_written_down_corrected_and_taken_out(here: Office):
    await agrees(here)
    whose = (await noted(here, "contract.accepted"))[0]["whose"]
    alias = (await here.casework.aliases([whose]))[whose]
    at = review(here)
    assert await at.record(LEAD, FORM | {"alias": alias}, "k" * 26) == ""
    assert await at.record(LEAD, FORM | {"alias": alias}, "k" * 26) == ""
    assert await at.record(LEAD, FORM | {"number": "1", "reported_to": "The sponsor, call 07700 900123"}, "") == ""
    first, second = await at.events(LEAD)
    assert [(each.number, each.version, each.alias, each.by) for each in (first, second)] == [(1, 1, alias, "lee"), (1, 2, "", "lee")]
    assert "07700" not in second.reported_to.text
    assert [each["version"] for each in await noted(here, "event.recorded")] == [1, 2]


@pytest.mark.parametrize(
    ("form", "why"),
    [({"alias": "Nobody 99"}, "nobody"), ({"number": "7"}, "no_form"), ({"happened": ""}, "no_form"), ({"on": "2030-01-01"}, "no_form")],
)
async def test_what_is_not_written_down(here: Office, form: dict[str, str], why: str):
    assert await review(here).record(LEAD, FORM | form, "") == why
    assert await review(here).events(LEAD) == []


async def test_nobody_logs_or_reads_an_event_of_somebody_they_are_tied_to(here: Office):
    await agrees(here)
    whose = (await noted(here, "contract.accepted"))[0]["whose"]
    alias = (await here.casework.aliases([whose]))[whose]
    at, tied = review(here), tied_to(whose, "line")
    assert await at.record(tied, FORM | {"alias": alias}, "") == "not_yours"
    await at.record(LEAD, FORM | {"alias": alias}, "")
    assert await at.events(tied) == []
    assert await at.record(tied, FORM | {"number": "1"}, "") == "no_form"
    assert await at.events(replace(LEAD, roles=frozenset({Role.SUPERVISOR}))) == []
