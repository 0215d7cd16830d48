"""Linking: two people who are one become one participant, with one history and one conversation."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from coaching.concern import Case, Concern, Layer, Urgency
from coaching.errors import MovedOn
from coaching.goal import ActionStep, Goal
from coaching.message import Kind
from coaching.notebook import Claim, Fate, LinkOffer, Posted
from coaching.participant import Channel
from coaching.ports import Receipt
from coaching.state import decode_walk
from storage.sealing import BrokenSeal
from storage.tables import METADATA, conversation
from tests.storage.people import Store, answer, open_at, person, text, walk

OLD = person("ann", Channel.SLACK)
NEW = person("anna", Channel.TELEGRAM)
GOAL = Goal("g1", "sleep", "woop", steps=(ActionStep("s1", "lights out at ten", "the clock"),))


async def offered(store: Store) -> LinkOffer:
    offer = LinkOffer("ABCD2345", store.clock.now() + timedelta(minutes=10))
    await store.turn(OLD, "from slack", "slack answer", link=offer)
    return offer


async def redeeming(store: Store, code: str = "ABCD2345") -> Claim:
    await store.say(NEW, code)
    (claim,) = await store.claim()
    return claim


async def test_everything_moves_under_the_other_key(store: Store):
    await offered(store)
    await store.turn(NEW, "from telegram", "telegram answer", goals=(GOAL,))
    claim = await redeeming(store)
    await store.say(NEW, "and more")
    assert await store.notebook.join(claim, "ABCD2345")
    seen = await store.notebook.glance(("telegram", "account", "anna"), 10)
    assert seen == await store.notebook.glance(("slack", "account", "ann"), 10)
    assert [line.text for line in seen.lines] == ["from slack", "slack answer", "from telegram", "telegram answer"]
    assert seen.goals == (GOAL,)
    assert sorted(await store.send_all()) == ["slack answer", "telegram answer"]
    heard = []
    while claims := await store.claim():
        heard += [(each.inbound.kind, each.inbound.words.text, each.inbound.address, each.inbound.what) for each in claims]
        await store.notebook.write_turn(answer(claims[0], store.clock.now()))
    assert heard == [(Kind.TEXT, "and more", NEW, ""), (Kind.ARRIVED, "", NEW, "joined")]


async def test_nothing_is_left_of_the_one_who_joined_but_the_audit(store: Store):
    await offered(store)
    await store.turn(NEW, "a", cases=(Case("case", Concern.BURNOUT, Urgency.SOON, "", Layer.MODEL, store.clock.now()),))
    claim = await redeeming(store)
    gone = claim.participant.id
    assert await store.notebook.join(claim, "ABCD2345")
    for table in METADATA.sorted_tables:
        if "participant_id" in table.c and table.name != "audit":
            found = await store.notebook._database.look(lambda c, t=table: c.execute(t.select().where(t.c.participant_id == gone)).all())
            assert found == [], table.name
    assert await store.notebook._keyring.of([gone]) == {}
    with pytest.raises((MovedOn, BrokenSeal)):
        await store.notebook.write_turn(answer(claim, store.clock.now()))


async def test_whoever_waits_for_a_person_waits_still(store: Store):
    await offered(store)
    await store.turn(NEW, "a")
    claim = await redeeming(store)
    database, whose = store.notebook._database, conversation.c.participant_id == claim.participant.id
    waits = conversation.update().where(whose).values(standing="waiting")
    await database.do(lambda c: c.execute(waits))
    assert await store.notebook.join(claim, "ABCD2345")
    assert [row.standing for row in await database.look(lambda c: c.execute(conversation.select()).all())] == ["waiting"]


async def test_the_walk_under_way_is_handed_over(store: Store):
    await offered(store)
    await store.say(NEW, "a")
    (claim,) = await store.claim()
    under_way = walk(store.clock.now())
    await store.notebook.write_turn(answer(claim, store.clock.now(), state=replace(claim.conversation, walk=under_way)))
    assert await store.notebook.join(await redeeming(store), "ABCD2345")
    (arrived,) = await store.claim()
    assert decode_walk(arrived.inbound.fields["walk"].text) == under_way


async def test_messages_after_the_join_come_to_the_same_conversation(store: Store):
    await offered(store)
    claim = await redeeming(store)
    await store.notebook.join(claim, "ABCD2345")
    (arrived,) = await store.claim()
    await store.notebook.write_turn(answer(arrived, store.clock.now()))
    for who in (OLD, NEW):
        assert (await store.turn(who, "x")).participant == arrived.participant
    known = text(NEW, "again", store.clock.now(), *claim.inbound.keys)
    assert await store.notebook.take_in([known]) == [Receipt.KNOWN]


async def test_a_message_on_its_way_in_while_they_are_joined_is_not_lost(store: Store):
    await offered(store)
    claim = await redeeming(store)
    results = await asyncio.gather(store.notebook.join(claim, "ABCD2345"), *(store.say(NEW, str(n)) for n in range(10)))
    assert results[0] is True
    heard = []
    while claims := await store.claim():
        heard += [each.inbound.words.text for each in claims]
        await store.notebook.write_turn(answer(claims[0], store.clock.now()))
    assert sorted(heard) == sorted(["", *(str(n) for n in range(10))])


async def test_another_process_that_remembers_the_old_participant_notices(store: Store):
    await offered(store)
    other = await open_at(store.url, store.keys_url, store.clock)
    await other.say(NEW, "ABCD2345")
    (claim,) = await store.claim()
    await store.notebook.join(claim, "ABCD2345")
    await other.say(NEW, "later")
    assert (await other.notebook.backlog()).inbox == 2
    await other.storage.close()


async def test_a_parcel_under_way_while_they_are_joined_is_sent_once(store: Store):
    await offered(store)
    await store.send_all()
    await store.turn(NEW, "a", "under way")
    (parcel,) = await store.due()
    await store.notebook.join(await redeeming(store), "ABCD2345")
    assert await store.due() == []
    await store.notebook.posted([Posted(parcel, Fate.SENT, store.clock.now(), "p")])
    store.clock.move(120)
    assert await store.due() == []


@pytest.mark.parametrize("what", ["unknown", "used", "late", "own"])
async def test_a_code_that_is_not_good_changes_nothing(store: Store, what: str):
    await offered(store)
    if what == "used":
        await store.notebook.join(await redeeming(store), "ABCD2345")
        (arrived,) = await store.claim()
        await store.notebook.write_turn(answer(arrived, store.clock.now()))
    if what == "late":
        store.clock.move(601)
    who = OLD if what == "own" else person("third")
    await store.say(who, "code")
    (claim,) = await store.claim()
    assert not await store.notebook.join(claim, "WRONG" if what == "unknown" else "ABCD2345")
    await store.notebook.write_turn(answer(claim, store.clock.now(), "that code is not good"))


async def test_a_code_joins_one_only(store: Store):
    await offered(store)
    people = [person(f"p{n}") for n in range(6)]
    for who in people:
        await store.say(who, "ABCD2345")
    claims = await store.claim()
    joined = await asyncio.gather(*(store.notebook.join(claim, "ABCD2345") for claim in claims))
    assert sorted(joined) == [False] * 5 + [True]


async def test_two_who_swap_codes_do_not_vanish(store: Store):
    until = store.clock.now() + timedelta(minutes=10)
    await store.turn(OLD, "a", link=LinkOffer("OLDCODE", until))
    await store.turn(NEW, "a", link=LinkOffer("NEWCODE", until))
    await store.say(OLD, "NEWCODE")
    await store.say(NEW, "OLDCODE")
    claims = {claim.inbound.address: claim for claim in await store.claim()}
    tries = (store.notebook.join(claims[OLD], "NEWCODE"), store.notebook.join(claims[NEW], "OLDCODE"))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert results.count(True) == 1
    assert (await store.notebook.glance(("slack", "account", "ann"))).known
    assert (await store.notebook.glance(("telegram", "account", "anna"))).known
