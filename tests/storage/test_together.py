"""Grouping: what is asked for in the same moment is one unit; an error is its own item's only."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from coaching.errors import MovedOn
from coaching.ports import Receipt
from storage.together import MOST, Together
from tests.storage.people import Store, answer, person, text
from tests.storage.test_statements import traced


async def test_turns_written_at_once_share_their_statements(file_store: Store):
    for n in range(20):
        await file_store.say(person(f"p{n}"), "a")
    claims = await file_store.claim(20)
    async with traced(file_store) as seen:
        await asyncio.gather(*(file_store.notebook.write_turn(answer(claim, file_store.clock.now(), "b")) for claim in claims))
    kinds = [each.split(" (")[0].split(" SET ")[0] for each in seen]
    assert kinds.count("UPDATE conversation") == 20
    assert (kinds.count("UPDATE inbox"), kinds.count("INSERT INTO outbox")) == (1, 2)


async def test_deliveries_at_once_share_their_statements(file_store: Store):
    for n in range(20):
        await file_store.say(person(f"p{n}"), "a")
    async with traced(file_store) as seen:
        await asyncio.gather(*(file_store.say(person(f"p{n}"), "b") for n in range(20)))
    assert len([each for each in seen if each.startswith("INSERT INTO platform_key")]) <= 2
    assert (await file_store.notebook.backlog()).inbox == 40


async def test_each_delivery_has_its_own_receipt(store: Store):
    for name in ("ann", "bea"):
        await store.say(person(name), "a")
    now = store.clock.now()
    take_in = store.notebook.take_in
    first = text(person("ann"), "b", now, "k1"), text(person("ann"), "c", now, "k2")
    receipts = await asyncio.gather(take_in(first), take_in([text(person("bea"), "d", now, "k3")]))
    assert list(receipts) == [[Receipt.TAKEN] * 2, [Receipt.TAKEN]]
    again = await asyncio.gather(take_in([text(person("bea"), "d", now, "k3")]), take_in([first[1], text(person("ann"), "e", now, "k4")]))
    assert list(again) == [[Receipt.KNOWN], [Receipt.KNOWN, Receipt.TAKEN]]
    assert (await store.notebook.backlog()).inbox == 6


async def test_one_that_has_moved_on_stops_nobody_else(store: Store):
    for name in ("ann", "bea", "cat"):
        await store.say(person(name), "a")
    ann, bea, cat = await store.claim()
    late = replace(bea, fence=bea.fence - 1)
    pages = [answer(claim, store.clock.now(), "b") for claim in (ann, late, cat)]
    outcomes = await asyncio.gather(*(store.notebook.write_turn(page) for page in pages), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), MovedOn, type(None)]
    assert sorted(await store.send_all()) == ["b", "b"]
    assert (await store.notebook.backlog()).inbox == 1


async def test_more_than_fit_in_one_unit_are_several(store: Store):
    sizes: list[int] = []

    def count(_connection, items):
        sizes.append(len(items))
        return [item * 2 for item in items]

    together = Together(store.notebook._database, count)
    doubled = await asyncio.gather(*(together.do(number) for number in range(MOST + 3)))
    assert doubled == [number * 2 for number in range(MOST + 3)]
    assert sorted(sizes) == [3, MOST]


async def test_who_stops_waiting_stops_nobody(store: Store):
    def fail_on_two(_connection, items):
        if 2 in items:
            raise ValueError(2)
        return items

    together = Together(store.notebook._database, fail_on_two)
    one, two, three = (asyncio.ensure_future(together.do(number)) for number in (1, 2, 3))
    await asyncio.sleep(0)
    three.cancel()
    assert await one == 1
    with pytest.raises(ValueError, match="2"):
        await two
