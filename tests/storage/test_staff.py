"""Who works here, as it is kept: people, their addresses, and supervision."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, text

from coaching.casework import Casework
from coaching.errors import NotStored
from coaching.notebook import AuditRow
from coaching.staff import Away, Caps, Role, Rung, Skills, Staff, Supervised, Ties
from tests.storage.people import NAMES, Store, person

ANA = Staff(
    "ana",
    "Ana Bell",
    frozenset({Role.COACH, Role.SUPERVISOR}),
    Ties("Trust", "Cancer", "Ward 7", "nurse", frozenset({"Ward 8"}), frozenset({"p1"}), frozenset({"p2", "p3"}), "p4"),
    Skills(frozenset({"en-GB", "fil"}), frozenset({"nurse"}), frozenset({"rest"}), rung=Rung.SENIOR, trained=False),
    Caps(2, 3, 1, 1),
    on_safety_rota=True,
    shifts=frozenset({"nights"}),
    addresses=(("email", "ana@ward.example"), ("slack", "U012ABCDEF")),
)
BEN = Staff("ben", "Ben", frozenset({Role.COACH}), addresses=(("telegram", "4711"),))


def casework(store: Store) -> Casework:
    return store.storage.casework


def row_of(at: datetime, what: str, **detail: str) -> AuditRow:
    return AuditRow(NAMES.new(), at, what, detail)


async def audit_of(store: Store) -> list[Any]:
    def rows(connection: Connection) -> list[Any]:
        return list(connection.execute(text("SELECT participant_id, what, detail FROM audit ORDER BY seq")).all())

    found: list[Any] = await store.notebook._database.look(rows)
    return found


async def test_somebody_is_kept_as_they_are(store: Store) -> None:
    now = store.clock.now()
    whole = replace(ANA, away=(Away(now, now + timedelta(days=3)), Away(now + timedelta(days=9))), left_at=now + timedelta(days=30))
    await casework(store).add_staff(whole)
    await casework(store).add_staff(BEN)
    assert await casework(store).staff() == [whole, BEN]
    assert await casework(store).staff_at("slack", "U012ABCDEF") == whole
    assert await casework(store).staff_at("telegram", "U012ABCDEF") is None


async def test_what_changes_takes_the_place_of_what_was(store: Store) -> None:
    await casework(store).add_staff(ANA)
    moved = replace(ANA, name="Ana Cole", roles=frozenset({Role.SAFETY_LEAD}), addresses=(("slack", "U99999999"),))
    await casework(store).add_staff(moved)
    assert await casework(store).staff() == [moved]
    assert await casework(store).staff_at("email", "ana@ward.example") is None


async def test_an_address_is_one_persons(store: Store) -> None:
    await casework(store).add_staff(ANA)
    with pytest.raises(NotStored, match="somebody else's already"):
        await casework(store).add_staff(
            replace(BEN, addresses=(("slack", "U012ABCDEF"),)), row_of(store.clock.now(), "staff.added", staff="ben")
        )
    assert await casework(store).staff() == [ANA]
    assert await audit_of(store) == [], "what was not stored did not happen"


async def test_a_change_is_audited_and_is_about_no_participant(store: Store) -> None:
    await casework(store).add_staff(ANA, row_of(store.clock.now(), "staff.added", staff="ana", by="command line"))
    ((participant, what, detail),) = await audit_of(store)
    assert (participant, what, json.loads(detail)) == (None, "staff.added", {"by": "command line", "staff": "ana"})


async def test_a_change_is_made_of_what_somebody_is_then(store: Store) -> None:
    """Two at once lose nothing of each other; what changes nothing is not written down."""
    now = store.clock.now()
    await casework(store).add_staff(ANA)

    def to_rung(rung: Rung) -> Callable[[Staff], Staff]:
        return lambda was: replace(was, skills=replace(was.skills, rung=rung))

    await asyncio.gather(
        casework(store).change_staff("ana", to_rung(Rung.FOUNDATION), row_of(now, "staff.rung")),
        casework(store).change_staff("ana", lambda was: replace(was, away=(Away(now),)), row_of(now, "staff.stepped_out")),
    )
    changed = replace(ANA, skills=replace(ANA.skills, rung=Rung.FOUNDATION), away=(Away(now),))
    assert await casework(store).staff() == [changed]
    assert await casework(store).change_staff("ana", to_rung(Rung.FOUNDATION), row_of(now, "staff.rung")) == changed
    assert sorted(what for _, what, _ in await audit_of(store)) == ["staff.rung", "staff.stepped_out"]
    with pytest.raises(NotStored, match="nobody on the staff"):
        await casework(store).change_staff("nobody", lambda was: was, row_of(now, "staff.rung"))


async def test_sittings_are_kept_and_counted(store: Store) -> None:
    now = store.clock.now()
    await casework(store).add_staff(ANA)
    await casework(store).add_staff(BEN)
    for days, hours in ((40, 1.5), (10, 0.75), (800, 9)):
        sitting = Supervised(now - timedelta(days=days), hours)
        await casework(store).add_supervision("ben", sitting, "ana", row_of(now, "staff.supervised", staff="ben"))
    year = now - timedelta(days=365)
    assert [each.hours for each in await casework(store).supervisions("ben", year)] == [1.5, 0.75]
    assert await casework(store).supervisions("ana", year) == []
    load = (await casework(store).loads(now))["ben"]
    assert (load.supervision_hours, load.supervised_at) == (2.25, now - timedelta(days=10))
    assert [what for _, what, _ in await audit_of(store)] == ["staff.supervised"] * 3


@pytest.mark.parametrize(("whose", "days"), [("ben", 10), ("nobody", 11)])
async def test_a_sitting_is_somebodys_and_once(store: Store, whose: str, days: int) -> None:
    now = store.clock.now()
    await casework(store).add_staff(BEN)
    await casework(store).add_supervision("ben", Supervised(now - timedelta(days=10), 1), "ana")
    with pytest.raises(NotStored, match="Nothing was stored"):
        await casework(store).add_supervision(whose, Supervised(now - timedelta(days=days), 1), "ana", row_of(now, "staff.supervised"))
    assert len(await casework(store).supervisions("ben", now - timedelta(days=99))) == 1
    assert await audit_of(store) == []


async def test_participants_are_found_by_alias(store: Store) -> None:
    claim = await store.turn(person("nurse"), "hello", "hello")
    await store.turn(person("doctor"), "hello", "hello")
    alias = claim.participant.alias
    assert await casework(store).called({alias, "nobody-here"}) == {alias: claim.participant.id}
    assert await casework(store).aliases({claim.participant.id, "nobody"}) == {claim.participant.id: alias}
    assert await casework(store).called(()) == {}
