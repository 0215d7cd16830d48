"""Cases as people work on them, on both databases: a move is written whole or not at all, against what was read."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from coaching.casework import CaseFile, CasePage, Danger, DeskFate, DeskPost, StaffNote, Telling, Tenure
from coaching.concern import Case, Concern, Layer, Urgency
from coaching.errors import MovedOn, NotStored
from coaching.message import Inbound, Kind, Lane, Outbound
from coaching.notebook import NewLine
from coaching.participant import Address, Channel
from coaching.staff import Away, Caps, Role, Rung, Skills, Staff, Ties
from coaching.words import Words, text_of
from tests.storage.people import Store, answer, person

ANN = person("ann")
SAM = Staff("sam", "Sam", frozenset({Role.COACH}), addresses=(("slack", "USAM"),))


@pytest.fixture
async def case(store: Store) -> CaseFile:
    """Ann is tired, and a person is to know."""
    opened = Case("C1", Concern.BURNOUT, Urgency.SOON, "", Layer.MODEL, store.clock.now())
    await store.turn(ANN, "so tired", "I hear you", cases=(opened,))
    found = await store.storage.casework.file("C1")
    assert found is not None
    return found


async def written(store: Store, page: CasePage) -> CaseFile:
    assert await store.storage.casework.write_case(page)
    found = await store.storage.casework.file(page.was.id)
    assert found is not None
    return found


def post(name: str, *, private: bool = False, place: str = "USAM", what: str = "talk") -> DeskPost:
    outbound = Outbound(name, Address(Channel.SLACK, "T1", "", place), Lane.COACH, text_of(f"says {name}"))
    return DeskPost(name, "slack", what, "sam", outbound, private=private)


async def test_a_move_is_written_once_against_what_was_read(store: Store, case: CaseFile):
    taken = replace(case, held_by="sam", held_at=store.clock.now(), number=1, to="coach_pool", within="the next working day")
    after = await written(store, CasePage(case, taken, standing="with_coach"))
    assert (after.held_by, after.number, after.standing, after.state) == ("sam", 1, "with_coach", "held")
    assert after.version == case.version + 1
    with pytest.raises(MovedOn):
        await store.storage.casework.write_case(CasePage(case, replace(case, held_by="kim")))
    with pytest.raises(MovedOn):
        await store.storage.casework.write_case(CasePage(replace(after, conversation_version=0), after, standing="with_bot"))
    assert await store.storage.casework.file("C1") == after


async def test_of_many_at_once_one_is_written(store: Store, case: CaseFile):
    async def take(name: str) -> bool:
        try:
            return await store.storage.casework.write_case(CasePage(case, replace(case, held_by=name), standing="with_coach"))
        except MovedOn:
            return False

    assert sum(await asyncio.gather(*(take(f"c{number}") for number in range(20)))) == 1


async def test_what_was_delivered_before_changes_nothing(store: Store, case: CaseFile):
    page = CasePage(case, replace(case, number=7), key="EV1")
    after = await written(store, page)
    assert await store.storage.casework.write_case(CasePage(after, replace(after, number=8), key="EV1")) is False
    assert await store.storage.casework.file("C1") == after


async def test_a_turn_that_was_under_way_when_somebody_came_is_decided_anew(store: Store, case: CaseFile):
    await store.say(ANN, "later")
    (claim,) = await store.claim()
    await written(store, CasePage(case, replace(case, held_by="sam"), standing="with_coach"))

    with pytest.raises(MovedOn):
        await store.notebook.write_turn(answer(claim, store.clock.now()))
    await store.notebook.put_back(claim, "moved on")
    (again,) = await store.claim()
    assert again.conversation.standing == "with_coach"


async def test_what_is_said_to_a_person_is_passed_on_in_order(store: Store, case: CaseFile):
    casework = store.storage.casework
    held = await written(store, CasePage(case, replace(case, held_by="sam", waits_since=None), standing="with_coach"))
    for words in ("one", "two"):
        await store.turn(ANN, words, relayed=True)
    found = await casework.passed_on(held.participant.id, 0)
    assert [line.text for _, line in found] == ["one", "two"]
    assert await casework.passed_on(held.participant.id, found[0][0]) == found[1:]
    assert await casework.last_passed_on(held.participant.id) == found[1][0]
    now = await casework.file("C1")
    assert now is not None
    assert now.waits_since == store.clock.now()
    assert [each.id for each in await casework.due_files(store.clock.now(), 10)] == ["C1"]
    assert (await casework.open_of(held.participant.id)) == [now]


async def test_posts_go_to_each_place_in_order_and_know_who_has_the_case(store: Store, case: CaseFile):
    casework, now = store.storage.casework, store.clock.now()
    posts = (post("a", private=True), post("b"), post("c", place="C0", what="card"))
    await written(store, CasePage(case, replace(case, held_by="sam"), posts=posts))
    first = await casework.desk_due(now, 10, now + timedelta(seconds=60))
    assert [(each.post.id, each.holder, each.root) for each in first] == [("a", "sam", ""), ("c", "sam", "")]
    assert await casework.desk_due(now, 10, now + timedelta(seconds=60)) == []
    await casework.desk_posted([DeskFate(each, "sent", now, f"ts-{each.post.id}") for each in first])
    (second,) = await casework.desk_due(now, 10, now + timedelta(seconds=60))
    assert (second.post.id, second.root) == ("b", "ts-a")
    shown = await casework.shown("slack", "USAM", "ts-a")
    assert shown is not None
    assert (shown.case_id, shown.staff_id, shown.what) == ("C1", "sam", "talk")
    assert await casework.shown("slack", "C0", "ts-a") is None
    await casework.recover()
    (again,) = await casework.desk_due(now, 10, now + timedelta(seconds=60))
    assert again.doubtful


async def test_what_became_of_an_alert_is_known_to_the_ladder(store: Store, case: CaseFile):
    casework, now = store.storage.casework, store.clock.now()
    told = Telling("T1", "first", "sam", "slack", now)
    carrying = replace(post("a", what="alert"), telling_id="T1")
    await written(store, CasePage(case, replace(case, look_at=now + timedelta(hours=1)), posts=(carrying,), tellings=(told,)))
    assert (await store.notebook.backlog()).alerts == 1
    (parcel,) = await casework.desk_due(now, 10, now + timedelta(seconds=60))
    await casework.desk_posted([DeskFate(parcel, "sent", now, "ts")])
    assert [(each.rung, each.fate) for each in await casework.tellings("C1", case.since)] == [("first", "sent")]
    assert [each.id for each in await casework.due_files(now, 10)] == ["C1"], "it is looked at again at once"
    assert (await store.notebook.backlog()).alerts == 0


async def test_notes_are_their_writers_own(store: Store, case: CaseFile):
    now = store.clock.now()
    notes = (StaffNote("N1", "sam", "private", Words("mine"), now), StaffNote("N2", "sam", "consult", Words("for us"), now))
    await written(store, CasePage(case, case, notes=notes))
    kinds = ("private", "consult")
    assert [each.words.text for each in await store.storage.casework.notes("C1", "sam", kinds)] == ["mine", "for us"]
    assert await store.storage.casework.notes("C1", "kim", kinds) == []
    assert [each.words.text for each in await store.storage.casework.notes("C1", "kim", kinds, ("consult",))] == ["for us"]


async def test_staff_come_back_as_they_were(store: Store):
    now = store.clock.now()
    kim = Staff(
        "kim",
        "Kim",
        frozenset({Role.COACH, Role.SUPERVISOR}),
        Ties("Trust", "Surgery", "Ward 3", "nurse", frozenset({"Ward 4"}), frozenset({"P1"}), frozenset({"P2"}), "P3"),
        Skills(frozenset({"en-GB", "pl"}), frozenset({"midwife"}), frozenset({"sleep"}), rung=Rung.SENIOR, trained=False),
        Caps(1, 2, 3, 4),
        (Away(now), Away(now, now + timedelta(days=2))),
        True,
        frozenset({"nights"}),
        (("email", "kim@example.org"), ("slack", "UKIM")),
        now + timedelta(days=9),
    )
    await store.storage.casework.add_staff(kim)
    await store.storage.casework.add_staff(SAM)
    assert await store.storage.casework.staff() == [kim, SAM]
    assert await store.storage.casework.staff_at("slack", "USAM") == SAM
    with pytest.raises(NotStored):
        await store.storage.casework.add_staff(replace(kim, id="other"))


async def test_what_somebody_has_on(store: Store, case: CaseFile):
    casework, now = store.storage.casework, store.clock.now()
    held = await written(store, CasePage(case, replace(case, held_by="sam", held_at=now), standing="with_coach"))
    (load,) = (await casework.loads(now)).values()
    assert (load.active, load.heavy, load.live, load.topics) == (1, 1, 1, ("burnout",))
    await written(store, CasePage(held, replace(held, held_by="", ending="answered", closed_at=now), standing="with_bot"))
    (after,) = (await casework.loads(now)).values()
    assert (after.active, after.heavy, after.live, after.last_taken_at) == (0, 0, 0, now)
    assert await casework.last_holder(case.participant.id) == "sam"
    assert await casework.open_files(10) == []


async def test_what_the_dialogue_hears_of_a_move(store: Store, case: CaseFile):
    arrives = Inbound(ANN, (), Kind.ARRIVED, store.clock.now(), what="handed_back", fields={"coach": Words("Sam")})
    await written(store, CasePage(case, case, arrives=arrives))
    (claim,) = await store.claim()
    assert (claim.inbound.what, claim.inbound.fields["coach"].text) == ("handed_back", "Sam")
    assert claim.inbound.address == await store.storage.casework.address_of(case.participant.id)


async def test_a_case_that_the_participant_ends_is_nobodys(store: Store, case: CaseFile):
    await written(store, CasePage(case, replace(case, held_by="sam"), standing="with_coach"))
    await store.turn(ANN, "never mind", ended=(("burnout", "cancelled"),))
    ended = await store.storage.casework.file("C1")
    assert ended is not None
    assert (ended.state, ended.ending, ended.held_by) == ("closed", "cancelled", "")


async def test_what_waits_for_a_word_since_the_last_one_that_was_said(store: Store, case: CaseFile):
    casework, whose = store.storage.casework, case.participant.id

    async def moves(**more: Any) -> None:
        now = await casework.file("C1")
        assert now is not None
        line = more.pop("line", None)
        await written(store, CasePage(now, replace(now, **more), standing="with_coach", lines=() if line is None else (line,)))
        store.clock.move(10)

    async def says(words: str) -> None:
        await store.turn(ANN, words, relayed=True)
        store.clock.move(10)

    async def waits() -> list[str]:
        return [line.text for _, line in await casework.unanswered("C1", store.clock.now())]

    assert await waits() == []
    await moves(held_by="sam")
    await says("one")
    assert await waits() == ["one"]
    await moves(look_at=None, line=NewLine("L1", "Sam", Words("hello"), store.clock.now()))
    assert await waits() == []
    began = store.clock.now()
    await says("two")
    await moves(held_by="kim")
    await says("three")
    assert await waits() == ["two", "three"]
    assert await casework.unanswered("C1", began - timedelta(minutes=5)) == []
    first, *_ = await casework.talk(whose, began, 10)
    assert (first.text, first.passed_at) == ("two", began)


async def test_dangers_and_who_held_them(store: Store, case: CaseFile):
    casework = store.storage.casework
    assert await casework.dangers(case.participant.id) == []
    store.clock.move(10)
    opened = store.clock.now()
    raised = [Case("C2", Concern.CRISIS, Urgency.EMERGENCY, "", Layer.PHRASE, opened)]
    raised.append(Case("C3", Concern.SAFEGUARDING, Urgency.SOON, "", Layer.MODEL, opened, review=True))
    await store.turn(ANN, "grim", cases=tuple(raised))
    danger = await casework.file("C2")
    assert danger is not None
    for held_by in ("lee", "", "dee"):
        danger = await written(store, CasePage(danger, replace(danger, held_by=held_by), standing="with_coach" if held_by else "waiting"))
        store.clock.move(10)
    ended = store.clock.now()
    await written(store, CasePage(danger, replace(danger, held_by="", ending="closed", closed_at=ended), standing="with_bot"))
    after = [opened + timedelta(seconds=10 * each) for each in range(3)]
    tenures = (Tenure("lee", after[0], after[1]), Tenure("dee", after[2], ended))
    found = await casework.dangers(case.participant.id)
    assert sorted(found, key=lambda each: each.since is None) == [Danger(opened, ended, tenures), Danger(None)]
