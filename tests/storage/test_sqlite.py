"""SQLite: one writer, many who wait for it, and other processes at the same file."""

from __future__ import annotations

import asyncio
import multiprocessing
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select, update

from coaching.errors import MovedOn, NotStored
from storage.engine import Clash, SqliteDatabase, open_database
from storage.tables import cursor
from tests.storage.people import Store, answer, open_at, person


def add_one(connection: Connection) -> int:
    """Read, then write: the pattern that a deferred transaction fails at."""
    value = connection.execute(select(cursor.c.value).where(cursor.c.name == "count")).scalar()
    if value is None:
        connection.execute(insert(cursor).values(name="count", value="1"))
        return 1
    connection.execute(update(cursor).where(cursor.c.name == "count").values(value=str(int(value) + 1)))
    return int(value) + 1


def count_in_a_process(url: str, times: int, errors: multiprocessing.Queue[str]) -> None:
    async def count() -> None:
        database = open_database(url)
        for _ in range(times // 20):
            await asyncio.gather(*(database.do(add_one) for _ in range(20)))
        await database.close()

    try:
        asyncio.run(count())
    except BaseException as error:
        errors.put(repr(error))


def live_in_a_process(url: str, keys_url: str, names: list[str], errors: multiprocessing.Queue[str]) -> None:
    """Each person says ten things, and each is answered: by this process or by the other."""

    async def live() -> None:
        store = await open_at(url, keys_url)
        for n in range(10):
            await asyncio.gather(*(store.say(person(name), str(n)) for name in names))
            await asyncio.gather(*(answer_what_waits(store) for _ in range(2)))
            store.clock.move(1)
        await store.storage.close()

    try:
        asyncio.run(live())
    except BaseException as error:
        errors.put(repr(error))


async def answer_what_waits(store: Store) -> None:
    for claim in await store.claim(5):
        await store.notebook.write_turn(answer(claim, store.clock.now(), "ok"))
    for parcel in await store.due(5):
        assert parcel.outbound.wording == "test.words"


@pytest.mark.shows("B3")
async def test_ten_thousand_read_then_write_transactions(file_store: Store):
    """From three processes at once, each of which reads before it writes."""
    errors, processes = start(count_in_a_process, [(file_store.url, 3000), (file_store.url, 3000)])
    database = file_store.notebook._database
    for _ in range(200):
        await asyncio.gather(*(database.do(add_one) for _ in range(20)))
    assert await finish(errors, processes) == []
    assert await database.do(add_one) == 10_001


@pytest.mark.shows("B2")
async def test_two_processes_on_one_file(file_store: Store):
    sides = [[f"{side}{n}" for n in range(8)] for side in "ab"]
    errors, processes = start(live_in_a_process, [(file_store.url, file_store.keys_url, names) for names in sides])
    assert await finish(errors, processes) == []
    file_store.clock.move(3600)
    heard: dict[str, list[str]] = {}
    while claims := await file_store.claim(50):
        for claim in claims:
            await file_store.notebook.write_turn(answer(claim, file_store.clock.now()))
    for names in sides:
        for name in names:
            lines = (await file_store.notebook.glance(("telegram", "account", name), 100)).lines
            heard[name] = [line.text for line in lines if line.author == "participant"]
    assert heard == {name: [str(n) for n in range(10)] for names in sides for name in names}


def start(work, arguments):
    context = multiprocessing.get_context("spawn")
    errors: multiprocessing.Queue[str] = context.Queue()
    processes = [context.Process(target=work, args=(*each, errors)) for each in arguments]
    for process in processes:
        process.start()
    return errors, processes


async def finish(errors, processes) -> list[str]:
    for process in processes:
        await asyncio.to_thread(process.join)
    found = []
    while not errors.empty():
        found.append(errors.get())
    found += [f"ended with {process.exitcode}" for process in processes if process.exitcode]
    errors.close()
    errors.join_thread()
    return found


async def test_a_lock_by_somebody_else_is_waited_for(file_store: Store):
    other = sqlite3.connect(file_store.file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
    release.start()
    await file_store.say(person("ann"), "a")
    release.join()
    other.close()
    assert len(await file_store.claim()) == 1


async def test_what_fails_takes_nobody_with_it(file_store: Store):
    database = file_store.notebook._database

    def fail(connection: Connection) -> None:
        add_one(connection)
        raise MovedOn("on purpose")

    works = [fail if n % 3 == 1 else add_one for n in range(30)]
    results = await asyncio.gather(*(database.do(work) for work in works), return_exceptions=True)
    assert [result for result in results if isinstance(result, int)] == list(range(1, 21))
    assert sum(isinstance(result, MovedOn) for result in results) == 10


async def test_one_commit_for_all_that_wait_and_nobody_hears_before_it(tmp_path: Path):
    seen: list[str] = []
    store = await open_at(f"sqlite:///{tmp_path}/w.db", f"sqlite:///{tmp_path}/k.db", landmark=seen.append)
    await store.notebook.cursor("x")
    seen.clear()
    database = store.notebook._database
    done = [asyncio.ensure_future(database.do(add_one)) for _ in range(40)]
    for each in done:
        each.add_done_callback(lambda _: seen.append("told"))
    await asyncio.gather(*done)
    await store.storage.close()
    assert seen.count("writer.unit_done") == 40
    assert seen.count("writer.committed") <= 4
    told = [place for place, step in enumerate(seen) if step == "told"]
    for place in told:
        before = seen[:place]
        assert before.count("told") < sum(1 for _ in before if _ == "writer.unit_done")
        assert "writer.committed" in before


@pytest.mark.parametrize("step", ["writer.begun", "writer.before_commit"])
async def test_a_commit_that_fails_is_everybodys(tmp_path: Path, step: str):
    broken: list[str] = []

    def fail(at: str) -> None:
        if at in broken:
            raise sqlite3.OperationalError("disk I/O error")

    store = await open_at(f"sqlite:///{tmp_path}/w.db", f"sqlite:///{tmp_path}/k.db", landmark=fail)
    await store.say(person("ann"), "a")
    broken.append(step)
    results = await asyncio.gather(*(store.say(person(f"p{n}"), "a") for n in range(5)), return_exceptions=True)
    assert all(isinstance(result, NotStored) for result in results)
    broken.clear()
    assert len(await store.claim()) == 1
    await store.storage.close()


async def test_the_settings_of_the_file(file_store: Store):
    database = file_store.notebook._database
    assert isinstance(database, SqliteDatabase)

    def pragmas(connection: Connection) -> list[object]:
        return [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        ]

    assert await database.do(pragmas) == ["wal", 1, 2, 5000]
    with pytest.raises(Exception, match="readonly"):
        await database.look(add_one)
    with pytest.raises(Clash):
        await database.do(lambda connection: connection.execute(insert(cursor), [{"name": "a", "value": "1"}] * 2))
