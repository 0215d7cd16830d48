"""What the weekly safety review reads, its verdicts, and the log of adverse events, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from coaching.concern import Case, Concern, Layer, Urgency
from coaching.errors import MovedOn
from coaching.message import Lane
from coaching.notebook import AuditRow, LinkOffer
from coaching.participant import Address
from coaching.safety_review import AdverseEvent, Answered, Expectedness, Judged, Looked, Question, Relatedness, Seriousness, Verdict
from coaching.words import Words
from handoff.safety_review import answers_to, led_to
from tests.storage.people import NAMES, Store, answer, person, said
from tests.storage.test_linking import NEW, OLD, redeeming

ANN = person("ann")
DAY = timedelta(days=1)


def note(store: Store, what: str, **detail: str | bool) -> AuditRow:
    return AuditRow(NAMES.new(), store.clock.now(), what, detail)


async def speaks(store: Store, words: str, action: str = "none", *answers: str, who: Address = ANN, **more: str) -> str:
    """A message with its decision in the audit; the id of its line. `more`: the wording of the answers, what is noted of an answer."""
    await store.say(who, words)
    (claim,) = await store.claim()
    outbounds = [replace(said(who, each, Lane.REPLY), wording=more.get("wording", "x")) for each in answers]
    row = note(store, "safety.decision", where="turn", action=action, message=claim.name, consented=True)
    answered = [note(store, "safety.answered", answer=more["answer"])] if "answer" in more else []
    await store.notebook.write_turn(answer(claim, store.clock.now(), *outbounds, audit=(row, *answered)))
    return claim.name


def week(store: Store) -> tuple[datetime, datetime]:
    return store.clock.now() - DAY, store.clock.now() + DAY


# -- the trace ------------------------------------------------------------------------------------------------------------------


async def test_nothing_yet(store: Store):
    trace = await store.storage.reviews.trace(*week(store))
    assert (*trace.looked, *trace.questions, *trace.answers, *trace.cases) == ()


async def test_a_trace_holds_what_happened_and_no_word(store: Store):
    message = await speaks(store, "grim", "ask", "are you safe?", wording="safety.ask.crisis.unquoted")
    await speaks(store, "no", "none", "thanks", wording="safety.ask.no", answer="no")
    trace, now = await store.storage.reviews.trace(*week(store)), store.clock.now()
    whose = trace.looked[0].participant_id
    assert trace.looked[0] == Looked(message, whose, now, "ask", True)
    (question,) = trace.questions
    assert question == Question(question.line_id, whose, now, "crisis")
    assert trace.answers == [Answered(whose, now, "no")]
    assert "grim" not in repr(trace)


async def test_what_was_decided_on_receipt_and_cases(store: Store):
    opened = Case("case", Concern.BURNOUT, Urgency.SOON, "", Layer.MODEL, store.clock.now(), review=True)
    await store.turn(ANN, "a", audit=(note(store, "safety.decision", where="receive", action="act"),), cases=(opened,))
    trace = await store.storage.reviews.trace(*week(store))
    assert trace.looked == []
    assert [(each.concern, each.review) for each in trace.cases] == [(Concern.BURNOUT, True)]


async def test_only_what_is_of_that_time(store: Store):
    """A message a day for a year, and a day in its middle."""
    names = []
    for _ in range(40):
        names.append(await speaks(store, "a", "none", "b", wording="safety.ask.threat"))
        store.clock.move(9 * 86_400)
    at = store.clock.now() - timedelta(days=9 * 20)
    trace = await store.storage.reviews.trace(at, at + DAY)
    assert [each.line_id for each in trace.looked] == [names[20]]
    assert [each.about for each in trace.questions] == ["threat"]


# -- words ----------------------------------------------------------------------------------------------------------------------


async def test_the_words_around_a_question(store: Store):
    await speaks(store, "before")
    message = await speaks(store, "grim", "ask", "are you safe?", wording="safety.ask.crisis")
    await speaks(store, "yes I am")
    reviews = store.storage.reviews
    (question,) = (await reviews.trace(*week(store))).questions
    for known in ({}, {question.line_id: message}):
        (found,) = await reviews.asked([question], known)
        assert [each.text for each in (found.message, found.question, found.answer)] == ["grim", "are you safe?", "yes I am"]
    (other,) = await reviews.asked([question], {question.line_id: "a line of nobody"})
    assert other.message.text == ""


async def test_messages_and_what_cannot_be_read_any_more(store: Store):
    names = [await speaks(store, each) for each in ("one", "two")]
    reviews = store.storage.reviews
    assert [each.message.text for each in await reviews.said([*names, "none"], *week(store))] == ["one", "two"]
    whose = (await reviews.trace(*week(store))).looked[0].participant_id
    await store.notebook._keyring.destroy(whose)
    assert await reviews.said(names, *week(store)) == []


async def test_who_has_said_no(store: Store):
    await store.turn(ANN, "ok", audit=(note(store, "contract.declined"), note(store, "contract.accepted")))
    await store.turn(person("bea"), "no", audit=(note(store, "contract.accepted"), note(store, "contract.declined")))
    people = [claim.participant.id for claim in (await store.turn(ANN, "x"), await store.turn(person("bea"), "x"))]
    assert await store.storage.reviews.said_no([*people, "nobody"]) == {people[1]}


async def test_linked_people_are_in_the_review_as_one(store: Store):
    """The audit keeps the id that each row was written under; the review knows who that is by now."""
    offer = LinkOffer("ABCD2345", store.clock.now() + timedelta(minutes=10))
    survivor = (await store.turn(OLD, "from slack", link=offer)).participant.id
    message = await speaks(store, "grim", "ask", "are you safe?", who=NEW, wording="safety.ask.crisis")
    await speaks(store, "no", "none", "thanks", who=NEW, wording="safety.ask.no", answer="no")
    await store.turn(NEW, "no thank you", audit=(note(store, "contract.declined"),))
    assert await store.notebook.join(await redeeming(store), "ABCD2345")
    reviews = store.storage.reviews
    trace = await reviews.trace(*week(store))
    people = [[each.participant_id for each in some] for some in (trace.looked, trace.questions, trace.answers)]
    assert people == [[survivor] * 2, [survivor], [survivor]]
    assert led_to(trace.questions, trace.looked) == {trace.questions[0].line_id: message}
    assert answers_to(trace.questions, trace.answers) == {trace.questions[0].line_id: "no"}
    assert await reviews.said_no([survivor]) == {survivor}


# -- verdicts -------------------------------------------------------------------------------------------------------------------


async def test_verdicts_are_kept_one_after_the_other(store: Store):
    whose = (await store.turn(ANN, "a")).participant.id
    reviews, now = store.storage.reviews, store.clock.now()
    given = [Judged("line", whose, "2026-W47", verdict, "lee", now) for verdict in (Verdict.RIGHT, Verdict.SHOULD_HAVE_ASKED)]
    for each in given:
        await reviews.judge(each, note(store, "review.judged"))
    assert await reviews.judged("2026-W47") == given
    assert await reviews.judged("2026-W48") == []


# -- adverse events -------------------------------------------------------------------------------------------------------------


def event(store: Store, name: str, number: int = 0, version: int = 1, whose: str = "") -> AdverseEvent:
    judged = (Seriousness.HOSPITAL, Expectedness.NOT_YET, Relatedness.POSSIBLE)
    words = (Words("fainted"), *judged, Words("rested"), Words("the sponsor"))
    return AdverseEvent(name, number, version, date(2026, 11, 20), whose, *words, "lee", store.clock.now())


async def test_an_event_and_its_correction(store: Store):
    claim = await store.turn(ANN, "a")
    reviews, row = store.storage.reviews, note(store, "event.recorded")
    first = await reviews.add_event(event(store, "e1", whose=claim.participant.id), row)
    other = await reviews.add_event(event(store, "e2"), replace(row, id=NAMES.new()))
    second = await reviews.add_event(event(store, "e3", first.number, 2), replace(row, id=NAMES.new()))
    assert [(each.number, each.version) for each in (first, other, second)] == [(1, 1), (2, 1), (1, 2)]
    assert await reviews.events() == [replace(first, alias=claim.participant.alias), second, other]
    sealed = await store.notebook._database.look(lambda connection: connection.exec_driver_sql("SELECT sealed FROM adverse_event").all())
    assert all(b"fainted" not in bytes(each.sealed) for each in sealed)


async def test_the_same_twice_counts_once_and_two_corrections_at_once_are_told(store: Store):
    reviews = store.storage.reviews
    for _ in range(2):
        assert (await reviews.add_event(event(store, "e1"), note(store, "event.recorded"))).number == 1
    await reviews.add_event(event(store, "e2", 1, 2), note(store, "event.recorded"))
    for version in (2, 4):
        with pytest.raises(MovedOn):
            await reviews.add_event(event(store, f"late{version}", 1, version), note(store, "event.recorded"))
    assert [(each.id, each.version) for each in await reviews.events()] == [("e1", 1), ("e2", 2)]


async def test_linked_people_keep_their_verdicts_and_events(store: Store):
    offer = LinkOffer("ABCD2345", store.clock.now() + timedelta(minutes=10))
    survivor = (await store.turn(OLD, "from slack", link=offer)).participant
    joining = (await store.turn(NEW, "from telegram")).participant.id
    reviews = store.storage.reviews
    await reviews.judge(Judged("line", joining, "2026-W47", Verdict.RIGHT, "lee", store.clock.now()), note(store, "review.judged"))
    await reviews.add_event(event(store, "e1", whose=joining), note(store, "event.recorded"))
    assert await store.notebook.join(await redeeming(store), "ABCD2345")
    assert [each.participant_id for each in await reviews.judged("2026-W47")] == [survivor.id]
    assert [(each.alias, each.happened.text) for each in await reviews.events()] == [(survivor.alias, "fainted")]
