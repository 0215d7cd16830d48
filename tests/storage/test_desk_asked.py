"""What a desk is asking is kept between messages, sealed; a delivery of the staff is known when it comes again."""

from __future__ import annotations

from sqlalchemy import select

from storage.desk_tables import desk_asked
from tests.storage.people import Store


async def test_one_question_a_desk_and_a_delivery_once(store: Store):
    casework = store.storage.casework
    assert await casework.asked("telegram", "7") is None
    assert await casework.ask("telegram", "7", b"a secret", "k1")
    assert not await casework.ask("telegram", "7", b"another", "k1")
    assert await casework.asked("telegram", "7") == b"a secret"
    assert await casework.asked("telegram", "8") is None
    assert await casework.ask("telegram", "7", b"the next", "k2")
    assert await casework.asked("telegram", "7") == b"the next"
    assert await casework.ask("telegram", "7", None)
    assert await casework.asked("telegram", "7") is None


async def test_the_question_is_sealed_and_opens_in_its_own_place_only(store: Store):
    casework = store.storage.casework
    await casework.ask("telegram", "7", b"a secret")
    await casework.ask("telegram", "8", b"of another")
    database = casework._database
    cells = await database.look(lambda connection: connection.execute(select(desk_asked.c.sealed)).scalars().all())
    assert all(b"secret" not in cell for cell in cells)
    moved = desk_asked.update().where(desk_asked.c.place == "8").values(sealed=cells[0])
    await database.do(lambda connection: connection.execute(moved).rowcount)
    assert {await casework.asked("telegram", "7"), await casework.asked("telegram", "8")} <= {b"a secret", None}


async def test_a_delivery_is_known_with_its_case(store: Store):
    casework = store.storage.casework
    assert await casework.delivered("k") is None
    assert await casework.took("k", "case")
    assert not await casework.took("k", "other")
    assert await casework.delivered("k") == "case"
