"""What waits for the disk: what somebody said and what was answered; a lease does not."""

from __future__ import annotations

from storage.engine import SqliteDatabase, _raw
from tests.storage.people import Store, answer, person


def commits(seen: list[str]) -> list[str]:
    """How much SQLite waits for at each commit, with the first table that was written before it."""
    told, waits, first = [], "FULL", ""
    for each in seen:
        if each.startswith("PRAGMA synchronous="):
            waits = each.removeprefix("PRAGMA synchronous=")
        elif each.startswith(("INSERT INTO", "UPDATE")):
            first = first or each.removeprefix("INSERT INTO ").removeprefix("UPDATE ").split()[0]
        elif each == "COMMIT":
            told.append(f"{first or 'nothing'} {waits}")
            first = ""
    return told


async def test_what_is_said_and_answered_waits_for_the_disk_and_a_claim_does_not(file_store: Store):
    database = file_store.notebook._database
    assert isinstance(database, SqliteDatabase)
    seen: list[str] = []
    await file_store.say(person("ann"), "a")
    await file_store.claim()
    await database.do(lambda connection: _raw(connection).set_trace_callback(seen.append))
    await file_store.say(person("bea"), "a")
    (claim,) = await file_store.claim()
    await file_store.notebook.write_turn(answer(claim, file_store.clock.now(), "b"))
    (parcel,) = await file_store.due()
    assert parcel.lane == 2
    await database.do(lambda connection: _raw(connection).set_trace_callback(None))
    assert commits(seen) == ["nothing FULL", "platform_key FULL", "conversation NORMAL", "conversation FULL", "outbox FULL"]
    assert await database.do(lambda connection: _raw(connection).execute("PRAGMA synchronous").fetchone()[0]) == 2


async def test_a_claim_that_shares_its_commit_waits_with_the_others(file_store: Store):
    database = file_store.notebook._database
    assert isinstance(database, SqliteDatabase)
    levels: list[int] = []

    def level(connection):
        levels.append(_raw(connection).execute("PRAGMA synchronous").fetchone()[0])

    first = database.writer.submit(level, durable=False)
    await first
    both = database.writer.submit(level, durable=False), database.writer.submit(level)
    for each in both:
        await each
    assert levels[0] == 1
    assert levels[-1] == 2
