"""What is remembered of a conversation counts only while the database says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import delete, update

from coaching.goal import Goal
from coaching.notebook import LinkOffer
from coaching.participant import Channel
from storage import remembered
from storage.remembered import changed
from storage.tables import conversation, data_key
from tests.storage.people import Store, answer, open_at, person

GOAL, OTHER = Goal("g1", "sleep", "woop"), Goal("g2", "walk", "smart")


async def test_the_next_turn_knows_what_the_last_one_wrote(store: Store):
    await store.turn(person("ann"), "a", goals=(GOAL, OTHER))
    fewer = replace(GOAL, text="sleep more")
    await store.turn(person("ann"), "b", goals=(fewer,))
    await store.say(person("ann"), "c")
    (claim,) = await store.claim()
    assert claim.goals == (fewer, OTHER)
    again = await open_at(store.url, store.keys_url, store.clock)
    store.clock.move(60)
    (reread,) = await again.claim()
    assert replace(reread, fence=claim.fence) == claim
    await again.storage.close()


async def test_what_another_process_wrote_is_read(store: Store):
    other = await open_at(store.url, store.keys_url, store.clock)
    await store.turn(person("ann"), "a", goals=(GOAL,))
    await other.turn(person("ann"), "b", goals=(OTHER,))
    await store.say(person("ann"), "c")
    (claim,) = await store.claim()
    assert claim.goals == (GOAL, OTHER)
    assert claim.conversation.version == 2
    await other.storage.close()


async def test_a_state_changed_behind_our_back_is_opened(store: Store):
    await store.turn(person("ann"), "a")
    await store.notebook._database.do(lambda connection: connection.execute(update(conversation).values(state=b"\x01 nonsense")))
    await store.say(person("ann"), "b")
    (claim,) = await store.claim()
    assert "conversation.state" in claim.unreadable


async def test_without_its_key_nothing_is_remembered(store: Store):
    await store.turn(person("ann"), "a", goals=(GOAL,))
    keys = store.notebook._keyring
    await keys._database.do(lambda connection: connection.execute(delete(data_key).where(data_key.c.participant_id != "")))
    keys._open.clear()
    await store.say(person("ann"), "b")
    (claim,) = await store.claim()
    assert (claim.goals, bool(claim.unreadable)) == ((), True)


async def test_the_goals_of_one_who_joined_are_there_in_the_next_turn(store: Store):
    old, new = person("ann", Channel.SLACK), person("anna")
    offer = LinkOffer("ABCD2345", store.clock.now() + timedelta(minutes=10))
    await store.turn(old, "a", link=offer, goals=(GOAL,))
    await store.turn(new, "b", goals=(OTHER,))
    await store.say(new, offer.code)
    (claim,) = await store.claim()
    assert await store.notebook.join(claim, offer.code)
    (arrived,) = await store.claim()
    assert {goal.id for goal in arrived.goals} == {"g1", "g2"}


async def test_no_more_is_remembered_than_a_thousand_conversations(store: Store, monkeypatch):
    monkeypatch.setattr(remembered, "KEPT", 2)
    for name in ("ann", "bea", "cat"):
        await store.turn(person(name), "a", goals=(replace(GOAL, id=name),))
    for name in ("ann", "bea", "cat"):
        await store.say(person(name), "b")
    claims = await store.claim()
    assert [claim.goals[0].id for claim in claims] == ["ann", "bea", "cat"]
    for claim in claims:
        await store.notebook.write_turn(answer(claim, store.clock.now()))
    assert len(store.notebook._memory._known) == 2


def test_goals_written_anew_keep_their_place():
    again = replace(GOAL, text="later")
    assert changed((GOAL, OTHER), (again, Goal("g3", "read", "woop"))) == (again, OTHER, Goal("g3", "read", "woop"))
