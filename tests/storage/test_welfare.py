"""A coach's own record: supervision, pulses, and a log that nobody else reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from coaching.casework import CasePage
from coaching.concern import Case, Concern, Layer, Urgency
from coaching.errors import NotStored
from coaching.notebook import AuditRow
from coaching.staff import Pulse, Role, Staff, Supervised
from coaching.words import Words
from storage.desk_tables import tenure
from storage.tables import audit, case
from tests.storage.people import NAMES, Store, person
from tests.storage.test_cases import cries, rows

ANA = Staff("ana", "Ana", frozenset({Role.COACH}))


@pytest.fixture
async def kept(store: Store) -> Store:
    await store.storage.casework.add_staff(ANA)
    return store


async def test_nothing_yet(kept: Store):
    record = await kept.storage.welfare.record(ANA, kept.clock.now())
    assert (record.load.active, record.supervised, record.pulses, record.entries, record.closed) == (0, (), (), 0, 0)
    assert record.weeks == (0.0,) * 8


async def test_supervision_and_pulses(kept: Store):
    welfare, now = kept.storage.welfare, kept.clock.now()
    await kept.storage.casework.add_supervision("ana", Supervised(now - timedelta(days=3), 1.5), "sue")
    await welfare.add_pulse("ana", Pulse(now, 7, 8, 3))
    record = await welfare.record(ANA, now)
    assert record.supervised == (Supervised(now - timedelta(days=3), 1.5),)
    assert record.load.supervision_hours == 1.5
    assert record.pulses == (Pulse(now, 7, 8, 3),)


@pytest.mark.parametrize(
    ("whose", "numbers", "says"),
    [("nobody", (1, 2, 3), "nobody on the staff"), ("ana", (1, 2, 11), "from 0 to 10"), ("ana", (-1, 2, 3), "from 0")],
)
async def test_a_pulse_that_is_none(kept: Store, whose: str, numbers: tuple[int, int, int], says: str):
    with pytest.raises(NotStored, match=says):
        await kept.storage.welfare.add_pulse(whose, Pulse(kept.clock.now(), *numbers))
    assert (await kept.storage.welfare.record(ANA, kept.clock.now())).pulses == ()


@pytest.mark.parametrize(("concern", "waits"), [(Concern.CRISIS, True), (Concern.SAFEGUARDING, True), (Concern.BURNOUT, False)])
async def test_whoever_lets_go_of_danger_is_cared_for(kept: Store, concern: Concern, waits: bool):
    casework, began = kept.storage.casework, kept.clock.now()
    opened = Case("C1", concern, Urgency.URGENT, "", Layer.MODEL, began)
    await kept.turn(person("ann"), "x", "y", cases=(opened,))
    taken = await casework.file("C1")
    assert taken
    await casework.write_case(CasePage(taken, replace(taken, held_by="ana")))
    assert await since(kept) is None, "while one has it there is no after"
    kept.clock.move(3600)
    held = await casework.file("C1")
    assert held
    await casework.write_case(CasePage(held, replace(held, held_by="")))
    assert await since(kept) == (kept.clock.now() if waits else None)
    note = AuditRow(NAMES.new(), kept.clock.now(), "staff.cared_for", {"staff": "ana", "by": "sue"})
    assert await casework.cared_for("ana", "sue", note) is waits
    assert await casework.cared_for("ana", "sue", replace(note, id=NAMES.new())) is False
    assert await since(kept) is None
    assert [each.what for each in await rows(kept, audit) if each.what.startswith("staff.")] == ["staff.cared_for"] * waits


async def since(store: Store) -> datetime | None:
    return (await store.storage.welfare.record(ANA, store.clock.now())).care_since


async def test_the_log_is_sealed_and_one_s_own(kept: Store):
    welfare, now = kept.storage.welfare, kept.clock.now()
    await welfare.add_entry("ana", "pleased", Words("i stayed quiet long enough"), now)
    await welfare.add_entry("ana", "", Words("later"), now + timedelta(minutes=1))
    assert [(each.prompt, each.words.text) for each in await welfare.entries("ana")] == [
        ("", "later"),
        ("pleased", "i stayed quiet long enough"),
    ]
    assert await welfare.entries("sue") == []
    assert (await welfare.record(ANA, now)).entries == 2
    rows: Any = await kept.notebook._database.look(lambda connection: connection.exec_driver_sql("SELECT sealed FROM staff_log").all())
    assert all(b"quiet" not in bytes(row.sealed) for row in rows)


async def test_weeks_are_told_as_they_were(kept: Store):
    """A case that was held for three weeks, and given back ten days ago; they talked for two hours on the first day."""
    now = kept.clock.now()
    await cries(kept)
    (row,) = await rows(kept, case)
    began, until = now - timedelta(days=31), now - timedelta(days=10)
    first = began + timedelta(days=1)
    held = {"case_id": row.id, "participant_id": row.participant_id, "staff_id": "ana", "since": began, "until": until}
    spoken = {"first_word_at": first, "last_word_at": first + timedelta(hours=2)}
    await kept.notebook._database.do(lambda connection: connection.execute(tenure.insert().values(held | spoken)))
    record = await kept.storage.welfare.record(ANA, now)
    assert record.weeks == (0.0, 0.0, 0.0, 0.0, 2.0, 1.5, 1.5, 0.0)
    assert record.load.active == 0
