"""Logins of the staff: in by a code or by other means, once, and out."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from coaching.logins import IDLE, LONGEST, TRIES, Login
from coaching.notebook import AuditRow
from coaching.staff import Role, Staff
from tests.storage.people import NAMES, Store


async def test_a_code_lets_in_once_and_only_where_it_was_asked_for(store: Store):
    logins = store.storage.logins
    await logins.ask("waiting", "staff1", "GOODCODE")
    assert await logins.answer("elsewhere", "GOODCODE", "t0") is None
    answers = await asyncio.gather(*(logins.answer("waiting", "GOODCODE", f"t{n}") for n in range(4)))
    assert [each for each in answers if each] == ["staff1"]
    assert await logins.find("waiting") is None
    found = [await logins.find(f"t{n}") for n in range(4)]
    assert [each for each in found if each] == [Login("staff1", store.clock.now(), store.clock.now())]


async def test_five_tries(store: Store):
    logins = store.storage.logins
    await logins.ask("waiting", "staff1", "GOODCODE")
    for _ in range(TRIES - 1):
        assert await logins.answer("waiting", "WRONG", "t") is None
    await logins.ask("other", "staff1", "OTHERCODE")
    for _ in range(TRIES):
        assert await logins.answer("other", "WRONG", "t") is None
    assert await logins.answer("other", "OTHERCODE", "t") is None
    assert await logins.answer("waiting", "GOODCODE", "t") == "staff1"


@pytest.mark.parametrize(("seconds", "in_time"), [(599, True), (600, False)])
async def test_ten_minutes(store: Store, seconds: int, in_time: bool):
    await store.storage.logins.ask("waiting", "staff1", "GOODCODE")
    store.clock.move(seconds)
    assert (await store.storage.logins.answer("waiting", "GOODCODE", "t") == "staff1") is in_time


async def test_nobody_s_code_is_never_right_and_a_new_one_voids_the_old(store: Store):
    logins = store.storage.logins
    await logins.ask("waiting", "", "GOODCODE")
    assert await logins.answer("waiting", "GOODCODE", "t") is None
    await logins.ask("waiting", "staff1", "FIRST")
    await logins.ask("waiting", "staff1", "SECOND")
    assert await logins.answer("waiting", "FIRST", "t") is None
    assert await logins.answer("waiting", "SECOND", "t") == "staff1"


async def test_out_here_and_out_everywhere(store: Store):
    logins = store.storage.logins
    for token in ("t1", "t2", "t3"):
        await logins.begin(token, "staff1")
    await logins.begin("other", "staff2")
    await logins.ask("waiting", "staff1", "GOODCODE")
    await logins.end("t1")
    assert [await logins.find(each) is not None for each in ("t1", "t2", "t3", "other")] == [False, True, True, True]
    await logins.end_all("staff1")
    assert [await logins.find(each) is not None for each in ("t1", "t2", "t3", "other")] == [False, False, False, True]
    assert await logins.answer("waiting", "GOODCODE", "t4") is None


async def test_idle_and_longest(store: Store):
    logins = store.storage.logins
    await logins.begin("t1", "staff1")
    store.clock.move((IDLE - timedelta(seconds=1)).total_seconds())
    found = await logins.find("t1")
    assert found is not None
    assert found.stands(store.clock.now())
    assert not found.stands(store.clock.now() + timedelta(seconds=1))
    began = store.clock.now()
    while store.clock.now() < began + LONGEST:
        await logins.touch("t1")
        store.clock.move(600)
    found = await logins.find("t1")
    assert found is not None
    assert not found.stands(store.clock.now())


async def test_what_is_kept_is_no_token_and_no_code(store: Store):
    await store.storage.logins.ask("waitingtoken", "staff1", "GOODCODE")
    rows = await store.notebook._database.look(lambda connection: connection.exec_driver_sql("SELECT * FROM login").all())
    assert rows
    assert all(secret not in str(rows) for secret in ("waitingtoken", "GOODCODE"))


# -- the second factor ----------------------------------------------------------------------------------------------------------


async def with_factor(store: Store, secret: str | None = "SECRETSECRET") -> None:
    await store.storage.logins.set_factor("staff1", secret, AuditRow(NAMES.new(), store.clock.now(), "staff.totp", {"staff": "staff1"}))


async def test_a_secret_is_kept_sealed_and_taken_away_again(store: Store):
    await store.storage.casework.add_staff(Staff("staff1", "Ana", frozenset({Role.COACH})))
    await store.storage.logins.begin("t", "staff1")
    assert await store.storage.logins.factor("staff1") is None
    await with_factor(store)
    assert await store.storage.logins.factor("staff1") == "SECRETSECRET"
    assert await store.storage.logins.find("t") is None, "whoever was in without it is out"
    kept = await store.notebook._database.look(lambda connection: connection.exec_driver_sql("SELECT sealed FROM second_factor").scalar())
    assert b"SECRET" not in kept
    await with_factor(store, None)
    assert await store.storage.logins.factor("staff1") is None


async def test_a_number_is_good_once_and_none_before_it(store: Store):
    await store.storage.casework.add_staff(Staff("staff1", "Ana", frozenset({Role.COACH})))
    await with_factor(store)
    logins = store.storage.logins
    assert sorted(await asyncio.gather(*(logins.use_step("staff1", 100) for _ in range(5)))) == [False] * 4 + [True]
    assert [await logins.use_step("staff1", step) for step in (99, 100, 101)] == [False, False, True]
    assert await logins.use_step("nobody", 1) is False
