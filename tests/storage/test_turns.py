"""Turns: written whole or not at all, by the one who holds the conversation."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from coaching.errors import CoachingError, MovedOn, NotStored
from coaching.goal import ActionStep, Goal, SmartRecord, WoopRecord
from coaching.notebook import AuditRow
from coaching.words import Words
from storage.tables import conversation
from tests.storage.people import LEASE, NAMES, Store, answer, open_at, person, said, text, walk

ANN = ("telegram", "account", "ann")


async def test_a_conversation_goes_on_where_it_stood(store: Store):
    await store.say(person("ann"), "a", "b")
    (claim,) = await store.claim()
    after = replace(claim.conversation, walk=walk(store.clock.now()), contract="accepted", standing="paused", heard={"hello": 2})
    await store.notebook.write_turn(answer(claim, store.clock.now(), "hi", state=after))
    (again,) = await store.claim()
    assert again.conversation == replace(after, version=1, turn=1)
    assert again.inbound.words.text == "b"
    assert again.fence == claim.fence + 1


async def test_one_claim_at_a_time_for_each_conversation(store: Store):
    await store.say(person("ann"), "a", "b")
    claims = [claim for found in await asyncio.gather(*(store.claim() for _ in range(8))) for claim in found]
    assert [claim.inbound.words.text for claim in claims] == ["a"]
    assert await store.claim() == []


async def test_the_transcript_is_what_was_said(store: Store):
    answered = said(person("ann"), "hello")
    await store.turn(person("ann"), "hi", answered)
    glance = await store.notebook.glance(ANN, 10)
    assert [(line.author, line.text, line.wording) for line in glance.lines] == [("participant", "hi", ""), ("bot", "hello", "test.words")]
    assert glance.lines[1].outbound == answered
    assert [line.text for line in (await store.notebook.glance(ANN, 1)).lines] == ["hello"]
    assert (await store.notebook.glance(ANN)).lines == ()


async def test_what_is_under_way_shows_at_a_glance(store: Store):
    await store.say(person("ann"), "hi")
    (claim,) = await store.claim()
    assert (await store.notebook.glance(ANN)).doing == ""
    after = replace(claim.conversation, walk=walk(store.clock.now()), standing="waiting")
    await store.notebook.write_turn(answer(claim, store.clock.now(), state=after))
    glance = await store.notebook.glance(ANN)
    assert (glance.known, glance.standing, glance.doing) == (True, "waiting", "woop")


async def test_a_page_is_written_once(store: Store):
    await store.say(person("ann"), "a", "b")
    (claim,) = await store.claim()
    page = answer(claim, store.clock.now(), "x")
    results = await asyncio.gather(*(store.notebook.write_turn(page) for _ in range(5)), return_exceptions=True)
    assert results.count(None) == 1
    assert all(isinstance(result, MovedOn) for result in results if result is not None)
    assert (await store.notebook.backlog()).outbox == 1


@pytest.mark.shows("B6")
async def test_a_worker_whose_lease_ran_out_is_refused(store: Store):
    await store.say(person("ann"), "a")
    for _ in range(5):
        (late,) = await store.claim()
        store.clock.move(60)
        (claim,) = await store.claim()
        assert claim.inbox_id == late.inbox_id
        assert claim.fence > late.fence
        with pytest.raises(MovedOn):
            await store.notebook.write_turn(answer(late, store.clock.now(), "late"))
        store.clock.move(60)
    (claim,) = await store.claim()
    assert claim.tries == 0
    await store.notebook.write_turn(answer(claim, store.clock.now(), "in time"))
    assert await store.send_all() == ["in time"]


async def test_a_conversation_that_moved_on_refuses_the_page(store: Store):
    await store.say(person("ann"), "a")
    (claim,) = await store.claim()
    database = store.notebook._database
    await database.do(lambda connection: connection.execute(update(conversation).values(version=7)))
    with pytest.raises(MovedOn):
        await store.notebook.write_turn(answer(claim, store.clock.now(), "x"))
    assert (await store.notebook.glance(ANN, 5)).lines == ()
    assert (await store.notebook.backlog()).outbox == 0


async def test_a_failed_turn_is_counted_and_tried_again(store: Store):
    await store.say(person("ann"), "a")
    for tries in range(3):
        (claim,) = await store.claim()
        assert claim.tries == tries
        await store.notebook.put_back(claim, "ValueError")
    (claim,) = await store.claim()
    await store.notebook.write_turn(answer(claim, store.clock.now(), "sorry", set_aside="three tries"))
    backlog = await store.notebook.backlog()
    assert (backlog.inbox, backlog.set_aside) == (0, 1)
    assert await store.claim() == []


async def test_a_late_put_back_changes_nothing(store: Store):
    await store.say(person("ann"), "a")
    (late,) = await store.claim()
    store.clock.move(60)
    (claim,) = await store.claim()
    await store.notebook.put_back(late, "late")
    assert await store.claim() == []
    await store.notebook.write_turn(answer(claim, store.clock.now()))


async def test_recovery_ends_the_leases_of_the_dead(store: Store):
    await store.say(person("ann"), "a")
    (dead,) = await store.claim()
    await store.notebook.recover()
    (claim,) = await store.claim()
    assert (claim.inbox_id, claim.tries) == (dead.inbox_id, 0)
    with pytest.raises(MovedOn):
        await store.notebook.write_turn(answer(dead, store.clock.now()))


async def test_goals_are_kept_with_their_steps(store: Store):
    steps = (ActionStep("s1", "leave at four", "when the bell rings", date(2026, 12, 1), 20, 8), ActionStep("s2", "tell Bea"))
    goal = Goal(
        "g1", "go home in time", "woop", WoopRecord(wish="go home", overrides=("outcome",)), steps=steps, notes=(("why", "family"),)
    )
    await store.turn(person("ann"), "a", goals=(goal,))
    assert (await store.notebook.glance(ANN)).goals == (goal,)
    fewer = replace(goal, flow="smart", smart=SmartRecord(raw="x", due=date(2027, 1, 1)), steps=(replace(steps[1], status="done"),))
    other = Goal("g2", "sleep", "smart")
    await store.turn(person("ann"), "b", goals=(fewer, other))
    assert (await store.notebook.glance(ANN)).goals == (fewer, other)
    await store.say(person("bea"), "c")
    await store.say(person("ann"), "d")
    assert [claim.goals for claim in await store.claim()] == [(), (fewer, other)]


async def test_edits_and_deletions_follow_the_line(store: Store):
    ann, bea, at = person("ann"), person("bea"), store.clock.now()
    await store.notebook.take_in([text(ann, "first", at, "m1"), text(bea, "mine", at, "m2")])
    for claim in await store.claim():
        await store.notebook.write_turn(answer(claim, at))
    await store.turn(ann, "x", edits=(("m1", Words("second")), ("m2", Words("not hers")), ("m9", None)))
    lines = (await store.notebook.glance(ANN, 5)).lines
    assert [(line.text, line.edited) for line in lines] == [("second", True), ("x", False)]
    await store.turn(ann, "y", edits=(("m1", None),))
    assert [line.text for line in (await store.notebook.glance(ANN, 5)).lines] == ["x", "y"]
    assert [line.text for line in (await store.notebook.glance(("telegram", "account", "bea"), 5)).lines] == ["mine"]


async def test_the_audit_is_append_only(store: Store):
    note = AuditRow(NAMES.new(), store.clock.now(), "goal.stored", {"steps": 2})
    await store.turn(person("ann"), "a", audit=(note,))
    database = store.notebook._database
    for change in ("UPDATE audit SET what = 'x'", "DELETE FROM audit"):
        with pytest.raises(CoachingError, match="append only"):
            await database.do(lambda connection, change=change: connection.exec_driver_sql(change))
    rows = await database.look(lambda connection: connection.exec_driver_sql("SELECT what, detail FROM audit").all())
    assert [tuple(row) for row in rows] == [("goal.stored", '{"steps":2}')]


async def test_a_state_of_another_version_is_set_aside_and_stays(store: Store):
    await store.turn(person("ann"), "a")
    row = (await _rows(store, "SELECT id, participant_id FROM conversation"))[0]
    key = (await store.notebook._keyring.of([row.participant_id]))[row.participant_id]
    newer = key.seal("conversation", "state", row.id, b'{"schema": 99}')
    await store.notebook._database.do(lambda connection: connection.execute(update(conversation).values(state=newer)))
    await store.say(person("ann"), "b")
    (claim,) = await store.claim()
    assert "schema 99" in claim.unreadable
    assert claim.conversation.walk is None
    await store.notebook.write_turn(answer(claim, store.clock.now(), "sorry", keep_state=True, set_aside="unreadable"))
    assert (await _rows(store, "SELECT state, version FROM conversation"))[0] == (newer, 2)


async def test_closing_and_opening_changes_nothing(store: Store):
    claim = await store.turn(person("ann"), "a", "b")
    await store.say(person("ann"), "c")
    again = await open_at(store.url, store.keys_url, store.clock)
    (reread,) = await again.claim()
    assert (reread.conversation.id, reread.conversation.turn) == (claim.conversation.id, 1)
    assert await again.send_all() == ["b"]
    await again.storage.close()


async def test_after_closing_nothing_is_taken_and_nothing_is_shown(store: Store):
    await store.say(person("ann"), "a")
    await store.storage.close()
    with pytest.raises(NotStored):
        await store.say(person("ann"), "b")
    with pytest.raises(NotStored):
        await store.notebook.glance(ANN)


async def test_leases_are_long_enough(store: Store):
    await store.say(person("ann"), "a")
    await store.claim()
    store.clock.move(LEASE / timedelta(seconds=1) - 1)
    assert await store.claim() == []


async def _rows(store: Store, sql: str):
    return await store.notebook._database.look(lambda connection: connection.exec_driver_sql(sql).all())
