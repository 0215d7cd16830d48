"""Sending: in order, one at a time in a conversation, and what is doubtful says so."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from coaching.message import Lane
from coaching.notebook import Fate, LinkOffer, Posted
from coaching.participant import Channel
from coaching.words import plain
from tests.storage.people import Store, answer, person, said, text


def texts(parcels) -> list[str]:
    return [plain(parcel.outbound.text) for parcel in parcels]


async def test_lanes_go_before_age_and_one_at_a_time(store: Store):
    ann = person("ann")
    rows = [
        said(ann, "nudge", Lane.NUDGE),
        said(ann, "one"),
        said(ann, "two"),
        said(ann, "card", Lane.SAFETY),
        said(ann, "coach", Lane.COACH),
    ]
    await store.turn(ann, "a", *rows)
    first = await store.due()
    assert texts(first) == ["card"]
    assert await store.due() == []  # the first is under way
    await store.notebook.posted([Posted(first[0], Fate.SENT, store.clock.now(), "p1")])
    assert await store.send_all() == ["coach", "one", "two", "nudge"]


async def test_what_is_under_way_holds_even_safety_back(store: Store):
    ann = person("ann")
    await store.turn(ann, "a", "one")
    (under_way,) = await store.due()
    await store.turn(ann, "b", said(ann, "card", Lane.SAFETY))
    assert await store.due() == []
    await store.notebook.posted([Posted(under_way, Fate.SENT, store.clock.now(), "p1")])
    assert texts(await store.due()) == ["card"]


async def test_conversations_do_not_wait_for_each_other(store: Store):
    for name in ("ann", "bea", "cat"):
        await store.turn(person(name), "a", name, "more")
    assert sorted(texts(await store.due())) == ["ann", "bea", "cat"]


async def test_senders_at_the_same_time_never_take_the_same(store: Store):
    for n in range(20):
        await store.turn(person(f"p{n}"), "a", f"{n}.1", f"{n}.2")
    found = await asyncio.gather(*(store.due(7) for _ in range(8)))
    taken = [parcel for parcels in found for parcel in parcels]
    assert sorted(texts(taken)) == sorted(f"{n}.1" for n in range(20))


async def test_frozen_addresses_and_channels_wait(store: Store):
    await store.turn(person("ann"), "a", "for ann")
    await store.turn(person("bea", Channel.SLACK), "a", "for bea")
    (for_ann,) = await store.due(frozen=["slack"])
    assert texts([for_ann]) == ["for ann"]
    back = Posted(for_ann, Fate.WAITING, store.clock.now(), not_before=store.clock.now())
    await store.notebook.posted([back])
    assert texts(await store.due(frozen=["nobody", for_ann.address_id])) == ["for bea"]


async def test_what_is_put_back_waits_its_time_and_keeps_its_place(store: Store):
    await store.turn(person("ann"), "a", "one", "two")
    (parcel,) = await store.due()
    later = store.clock.now() + timedelta(seconds=30)
    await store.notebook.posted([Posted(parcel, Fate.WAITING, store.clock.now(), not_before=later, attempts=1, why="429")])
    assert await store.due() == []
    assert await store.notebook.next_due() == later
    store.clock.move(30)
    (again,) = await store.due()
    assert (texts([again]), again.attempts, again.doubtful) == (["one"], 1, False)


async def test_a_sender_that_died_leaves_doubt(store: Store):
    await store.turn(person("ann"), "a", "one")
    (parcel,) = await store.due()
    assert not parcel.doubtful
    store.clock.move(31)
    (again,) = await store.due()
    assert again.doubtful
    assert again.id == parcel.id


async def test_recovery_leaves_doubt_at_once(store: Store):
    await store.turn(person("ann"), "a", "one", "two")
    await store.due()
    await store.notebook.recover()
    (again,) = await store.due()
    assert (texts([again]), again.doubtful) == (["one"], True)
    await store.notebook.posted([Posted(again, Fate.SENT, store.clock.now(), "p")])
    (after,) = await store.due()
    assert (texts([after]), after.doubtful) == (["two"], False)


async def test_every_fate_is_final_but_waiting(store: Store):
    for fate in (Fate.SENT, Fate.UNCONFIRMED, Fate.FAILED, Fate.EXPIRED, Fate.HELD):
        await store.turn(person(fate), "a", fate)
        (parcel,) = await store.due()
        await store.notebook.posted([Posted(parcel, fate, store.clock.now(), "p", why="because")])
        await store.notebook.posted([Posted(parcel, Fate.WAITING, store.clock.now(), not_before=store.clock.now())])  # too late
    assert await store.due() == []
    assert (await store.notebook.backlog()).outbox == 0
    assert await store.notebook.next_due() is None


async def test_an_address_that_is_gone_says_so_until_it_is_back(store: Store):
    ann = person("ann")
    await store.turn(ann, "a", "one", "two")
    (parcel,) = await store.due()
    await store.notebook.posted([Posted(parcel, Fate.FAILED, store.clock.now(), address_gone=True, why="blocked")])
    (gone,) = await store.due()
    assert gone.address_gone
    await store.notebook.posted([Posted(gone, Fate.FAILED, store.clock.now())])
    await store.turn(ann, "back", "three", address_gone=False)
    (again,) = await store.due()
    assert not again.address_gone


async def test_a_safety_text_takes_another_way(store: Store):
    slack, telegram = person("ann", Channel.SLACK), person("ann")
    await _link(store, slack, telegram)
    await store.turn(slack, "x", said(slack, "card", Lane.SAFETY, settles="old"))
    (parcel,) = await store.due()
    await store.notebook.posted([Posted(parcel, Fate.FAILED, store.clock.now(), address_gone=True, reroute=True)])
    (copy,) = await store.due()
    assert copy.id != parcel.id
    assert copy.outbound == replace(parcel.outbound, address=telegram, settles="")
    await store.notebook.posted([Posted(copy, Fate.FAILED, store.clock.now(), address_gone=True, reroute=True)])
    assert await store.due() == []  # nowhere left


async def test_the_standing_is_that_of_the_moment_of_sending(store: Store):
    await store.turn(person("ann"), "a", "one")
    await store.say(person("ann"), "b")
    (claim,) = await store.claim()
    await store.notebook.write_turn(answer(claim, store.clock.now(), state=replace(claim.conversation, standing="with_coach")))
    (parcel,) = await store.due()
    assert parcel.standing == "with_coach"


async def test_next_due_looks_at_heads_only(store: Store):
    await store.turn(person("ann"), "a", "one", "two")
    written = store.clock.now()
    assert await store.notebook.next_due() == written
    await store.due()
    assert await store.notebook.next_due() == written + timedelta(seconds=30)  # when the lease runs out


async def _link(store: Store, old, new) -> None:
    await store.turn(old, "a", link=LinkOffer("CODE", store.clock.now() + timedelta(minutes=10)))
    await store.notebook.take_in([text(new, "CODE", store.clock.now())])
    (claim,) = await store.claim()
    assert await store.notebook.join(claim, "CODE")
    for each in await store.claim():
        await store.notebook.write_turn(answer(each, store.clock.now()))
