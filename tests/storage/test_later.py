"""What is to be said later: it waits, lets everything else pass, joins the transcript when it goes out, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from coaching.message import Lane, Outbound
from coaching.notebook import Fate, Posted, Posting
from coaching.words import plain
from storage.tables import line, outbox
from tests.storage.people import Store, answer, person, said

ANN = ("telegram", "account", "ann")
TEN_MINUTES = timedelta(minutes=10)


async def to_be_said(store: Store, words: str = "later", after: timedelta = TEN_MINUTES) -> Outbound:
    """A turn that answers "now", and says something after a while."""
    await store.say(person("ann"), "hi")
    (claim,) = await store.claim()
    now = store.clock.now()
    waiting = said(person("ann"), words, Lane.LATER, content_hash="ab12")
    page = answer(claim, now, "now")
    later = Posting(waiting, now + after + timedelta(hours=4), now + after)
    await store.notebook.write_turn(replace(page, postings=(*page.postings, later)))
    return waiting


async def texts(store: Store) -> list[str]:
    return [each.text for each in (await store.notebook.glance(ANN, 10)).lines]


async def test_it_waits_for_its_time_and_lets_everything_else_pass(store: Store) -> None:
    await to_be_said(store)
    assert await store.send_all() == ["now"]
    await store.turn(person("ann"), "and", "then")
    assert await store.send_all() == ["then"]
    assert (await store.notebook.backlog()).outbox == 0
    store.clock.move(TEN_MINUTES.total_seconds() - 1)
    assert await store.send_all() == []
    store.clock.move(1)
    assert await store.send_all() == ["later"]
    assert await store.send_all() == []


async def test_it_wakes_the_sender_at_its_time(store: Store) -> None:
    due = store.clock.now() + TEN_MINUTES
    await to_be_said(store)
    await store.send_all()
    assert await store.notebook.next_due() == due


async def test_it_is_in_the_transcript_once_it_is_sent_and_not_before(store: Store) -> None:
    waiting = await to_be_said(store)
    await store.send_all()
    assert await texts(store) == ["hi", "now"]
    await store.turn(person("ann"), "and", "then")
    store.clock.move(TEN_MINUTES.total_seconds())
    await store.send_all()
    assert await texts(store) == ["hi", "now", "and", "then", "later"]
    last = (await store.notebook.glance(ANN, 1)).lines[0]
    assert (last.author, last.wording, last.outbound) == ("bot", waiting.wording, waiting)
    hashes = await store.notebook._database.look(
        lambda connection: connection.execute(select(line.c.content_hash).where(line.c.id == last.id)).all()
    )
    assert [row.content_hash for row in hashes] == ["ab12"]


async def test_it_is_a_line_once_however_often_its_fate_is_told(store: Store) -> None:
    await to_be_said(store)
    await store.send_all()
    store.clock.move(TEN_MINUTES.total_seconds())
    (parcel,) = await store.due()
    for _ in range(2):
        await store.notebook.posted([Posted(parcel, Fate.SENT, store.clock.now(), "p1")])
    assert (await texts(store)).count("later") == 1


@pytest.mark.parametrize("fate", [Fate.FAILED, Fate.EXPIRED, Fate.HELD])
async def test_what_never_went_out_is_no_line(store: Store, fate: Fate) -> None:
    await to_be_said(store)
    await store.send_all()
    store.clock.move(TEN_MINUTES.total_seconds())
    (parcel,) = await store.due()
    await store.notebook.posted([Posted(parcel, fate, store.clock.now())])
    assert "later" not in await texts(store)


async def test_taken_back_it_is_not_said(store: Store) -> None:
    waiting = await to_be_said(store)
    await store.turn(person("ann"), "7", "thanks", taken_back=(waiting.id,))
    store.clock.move(TEN_MINUTES.total_seconds())
    assert await store.send_all() == ["now", "thanks"]
    assert "later" not in await texts(store)
    (row,) = await store.notebook._database.look(
        lambda connection: connection.execute(select(outbox.c.state, outbox.c.why, outbox.c.sealed).where(outbox.c.id == waiting.id)).all()
    )
    assert (row.state, row.why, row.sealed) == ("held", "taken back", None)


async def test_what_is_on_its_way_is_not_taken_back(store: Store) -> None:
    waiting = await to_be_said(store)
    await store.send_all()
    store.clock.move(TEN_MINUTES.total_seconds())
    (parcel,) = await store.due()
    await store.turn(person("ann"), "7", taken_back=(waiting.id,))
    await store.notebook.posted([Posted(parcel, Fate.SENT, store.clock.now(), "p1")])
    assert plain(parcel.outbound.text) in await texts(store)


async def test_nobody_takes_back_what_is_said_to_somebody_else(store: Store) -> None:
    waiting = await to_be_said(store)
    await store.turn(person("ben"), "hi", "hello", taken_back=(waiting.id,))
    store.clock.move(TEN_MINUTES.total_seconds())
    assert "later" in await store.send_all()
