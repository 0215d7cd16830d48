"""Receiving: each message once, in its order, whoever delivers it how often."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace

import pytest

from coaching.message import Kind, Press
from coaching.participant import Channel
from coaching.ports import Cursor, Receipt
from coaching.words import Words
from tests.storage.people import NAMES, Store, answer, person, text


async def test_a_message_comes_back_whole(store: Store):
    sent = text(person("ann"), "Grüße 👩‍⚕️", store.clock.now(), "m1", "u1")
    sent = replace(
        sent, kind=Kind.FORM, fields={"wish": Words("sleep")}, form="woop", press=Press("q", "yes"), what="x", about="m0", platform_id="9"
    )
    assert await store.notebook.take_in([sent]) == [Receipt.TAKEN]
    (claim,) = await store.claim()
    assert claim.inbound == sent
    assert claim.inbound.words.text == "Grüße 👩‍⚕️"
    assert (claim.conversation.version, claim.conversation.turn, claim.goals, claim.tries) == (0, 0, (), 0)
    assert (claim.participant.country, claim.participant.language, claim.participant.zone) == ("GB", "en-GB", "Europe/London")


async def test_any_one_of_its_keys_names_a_message(store: Store):
    who, at = person("ann"), store.clock.now()
    assert await store.notebook.take_in([text(who, "a", at, "e1", "c1")]) == [Receipt.TAKEN]
    assert await store.notebook.take_in([text(who, "a", at, "c1", "t1")]) == [Receipt.KNOWN]
    assert await store.notebook.take_in([text(who, "a", at, "t1")]) == [Receipt.KNOWN]  # remembered from the delivery before
    batch = [text(who, "b", at, "x"), text(who, "b", at, "x", "y"), text(who, "b", at, "y"), text(who, "c", at, "z")]
    assert await store.notebook.take_in(batch) == [Receipt.TAKEN, Receipt.KNOWN, Receipt.KNOWN, Receipt.TAKEN]
    assert (await store.notebook.backlog()).inbox == 3


async def test_keys_are_unique_within_channel_and_account_only(store: Store):
    at = store.clock.now()
    others = [person("ann"), person("ann", Channel.SLACK), replace(person("ann"), account="other")]
    assert await store.notebook.take_in([text(who, "a", at, "1") for who in others]) == [Receipt.TAKEN] * 3


@pytest.mark.shows("A7")
async def test_a_storm_of_duplicates_from_many_sides_at_once(store: Store):
    dice, people = random.Random(7), [person(f"p{n}") for n in range(20)]
    messages = [text(dice.choice(people), str(n), store.clock.now(), f"a{n}", f"b{n}") for n in range(300)]
    deliveries = [
        replace(each, keys=dice.choice([each.keys, each.keys[:1], each.keys])) for each in messages for _ in range(dice.randint(1, 6))
    ]
    dice.shuffle(deliveries)
    receipts = await asyncio.gather(*(store.notebook.take_in([each]) for each in deliveries))
    assert [receipt for (receipt,) in receipts].count(Receipt.TAKEN) == 300
    assert (await store.notebook.backlog()).inbox == 300
    turns = 0
    while claims := await store.claim(50):
        turns += len(claims)
        await asyncio.gather(*(store.notebook.write_turn(answer(claim, store.clock.now(), "ok")) for claim in claims))
    assert turns == 300


async def test_a_new_person_who_writes_from_many_sides_at_once_is_one_participant(store: Store):
    who = person("ann")
    await asyncio.gather(*(store.say(who, f"{n}") for n in range(20)))
    claims = await store.claim()
    assert len(claims) == 1
    assert (await store.notebook.backlog()).inbox == 20


async def test_the_order_of_each_person_is_kept(store: Store):
    people = [person(f"p{n}") for n in range(5)]
    for n in range(6):
        await asyncio.gather(*(store.say(who, f"{n}") for who in people))
    heard: dict[str, list[str]] = {}
    while claims := await store.claim(3):
        for claim in claims:
            heard.setdefault(claim.inbound.address.person, []).append(claim.inbound.words.text)
            await store.notebook.write_turn(answer(claim, store.clock.now()))
    assert heard == {f"p{n}": [str(n) for n in range(6)] for n in range(5)}


async def test_the_oldest_message_goes_first_and_a_flood_hides_nobody(store: Store):
    await store.say(person("flood"), *[str(n) for n in range(100)])
    await store.say(person("ann"), "a")
    await store.say(person("bea"), "b")
    assert [claim.inbound.words.text for claim in await store.claim(3)] == ["0", "a", "b"]


async def test_the_cursor_moves_with_the_messages_or_not_at_all(store: Store):
    assert await store.notebook.cursor("tg") is None
    await store.notebook.take_in([text(person("ann"), "a", store.clock.now())], Cursor("tg", "17"))
    await store.notebook.take_in([], Cursor("tg", "18"))
    assert await store.notebook.cursor("tg") == "18"
    naive = text(person("bea"), "b", store.clock.now())
    store.clock.time = store.clock.time.replace(tzinfo=None)
    with pytest.raises(Exception, match="without a zone"):
        await store.notebook.take_in([naive], Cursor("tg", "19"))
    assert await store.notebook.cursor("tg") == "18"
    assert not (await store.notebook.glance(("telegram", "account", "bea"))).known


async def test_a_person_in_a_new_place_is_the_same_person(store: Store):
    await store.say(person("ann"), "a")
    await store.say(person("ann", place="elsewhere"), "b")
    (claim,) = await store.claim()
    await store.notebook.write_turn(answer(claim, store.clock.now()))
    (again,) = await store.claim()
    assert again.participant == claim.participant
    assert again.address_id == claim.address_id
    assert again.inbound.address.place == "elsewhere"


async def test_a_message_without_keys_is_always_taken(store: Store):
    arrived = replace(text(person("ann"), "", store.clock.now()), keys=(), kind=Kind.ARRIVED)
    assert await store.notebook.take_in([arrived, arrived]) == [Receipt.TAKEN, Receipt.TAKEN]


async def test_looking_makes_nobody(store: Store):
    assert not (await store.notebook.glance(("web", "account", NAMES.new()), 5)).known
    assert await store.claim() == []
