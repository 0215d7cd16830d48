"""Visits: the next person on a ward computer sees nothing; the one with the code sees their own."""

from __future__ import annotations

import asyncio

from coaching.participant import Address, Channel
from coaching.visits import Visit
from tests.storage.people import Store, text


async def test_a_visit_is_found_by_its_token_alone(store: Store):
    visits = store.storage.visits
    begun = await visits.begin("t1", "c1")
    assert await visits.find("t1") == begun == Visit(begun.person, store.clock.now(), False)
    assert await visits.find("c1") is None
    assert await visits.find("t2") is None


async def test_hidden_until_the_code_is_given_which_works_once(store: Store):
    visits = store.storage.visits
    begun = await visits.begin("t1", "c1")
    await visits.hide("t1")
    hidden = await visits.find("t1")
    assert hidden is not None
    assert hidden.hidden
    back = await asyncio.gather(*(visits.come_back("c1", f"t2{n}", f"c2{n}") for n in range(6)))
    assert [each.person for each in back if each] == [begun.person]
    assert await visits.find("t1") is None
    (number,) = [n for n in range(6) if back[n]]
    found = await visits.find(f"t2{number}")
    assert found is not None
    assert not found.hidden
    assert await visits.come_back(f"c2{number}", "t3", "c3") is not None


async def test_a_new_code_replaces_the_old_one(store: Store):
    visits = store.storage.visits
    await visits.begin("t1", "c1")
    await visits.new_code("t1", "c2")
    assert await visits.come_back("c1", "t2", "c3") is None
    assert await visits.come_back("c2", "t2", "c3") is not None


async def test_seen_moves_with_the_clock(store: Store):
    visits = store.storage.visits
    await visits.begin("t1", "c1")
    store.clock.move(600)
    await visits.touch("t1")
    found = await visits.find("t1")
    assert found is not None
    assert found.seen_at == store.clock.now()


async def test_a_visit_knows_its_participant_from_the_first_word_on(store: Store):
    begun = await store.storage.visits.begin("t1", "c1")
    await store.notebook.take_in([text(Address(Channel.WEB, "local", begun.person, begun.person), "hello", store.clock.now())])
    (claim,) = await store.claim()
    rows = await store.notebook._database.look(lambda connection: connection.exec_driver_sql("SELECT participant_id FROM visit").all())
    assert [row.participant_id for row in rows] == [claim.participant.id]
