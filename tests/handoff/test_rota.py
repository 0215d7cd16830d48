"""Who is on duty for safety."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.staff import Away, Role, Staff
from handoff.rota import Shift, changes_at, gaps, next_on_duty, on_duty

DAY = datetime(2026, 5, 4, tzinfo=UTC)


def at(hours: float) -> datetime:
    return DAY + timedelta(hours=hours)


def person(name: str, *roles: Role) -> Staff:
    return Staff(name, name.title(), frozenset(roles or {Role.COACH}), on_safety_rota=True)


ANA, BEN, CAT = person("ana"), person("ben"), person("cat")
STAFF = (ANA, BEN, CAT)
ROTA = (Shift("ana", at(8), at(16)), Shift("ben", at(12), at(20)), Shift("cat", at(22), at(30)), Shift("ana", at(30), at(38)))

ON = [
    (7.99, "", "ana"),
    (8, "ana", "ben"),
    (12, "ana ben", "cat"),
    (15.99, "ana ben", "cat"),
    (16, "ben", "cat"),
    (20, "", "cat"),
    (22, "cat", "ana"),
    (30, "ana", ""),
    (38, "", ""),
]


def names(people: tuple[Staff, ...]) -> str:
    return " ".join(each.id for each in people)


@pytest.mark.parametrize(("hours", "now", "then"), ON)
def test_the_rota_at_an_hour(hours: float, now: str, then: str) -> None:
    assert (names(on_duty(ROTA, STAFF, at(hours))), names(next_on_duty(ROTA, STAFF, at(hours)))) == (now, then)


def test_those_who_begin_together_come_together() -> None:
    both = (*ROTA[:1], Shift("cat", at(16), at(20)), Shift("ben", at(16), at(24)))
    assert names(next_on_duty(both, STAFF, at(9))) == "cat ben"


UNABLE = {
    "on leave": replace(ANA, away=(Away(at(0)),)),
    "left": replace(ANA, left_at=at(1)),
    "not named for safety": replace(ANA, on_safety_rota=False),
    "a programme manager": replace(ANA, roles=frozenset({Role.PROGRAMME_MANAGER})),
    "a programme manager who coaches": replace(ANA, roles=frozenset({Role.PROGRAMME_MANAGER, Role.COACH, Role.SAFETY_LEAD})),
}


@pytest.mark.shows("H04", part="who counts as on duty")
@pytest.mark.parametrize("who", UNABLE)
def test_a_shift_of_somebody_who_cannot_be_called_is_a_gap(who: str) -> None:
    staff = (UNABLE[who], BEN, CAT)
    assert on_duty(ROTA, staff, at(9)) == ()
    assert names(on_duty(ROTA, staff, at(13))) == "ben"
    assert names(next_on_duty(ROTA, staff, at(23))) == ""


def test_somebody_unknown_has_no_shift() -> None:
    assert on_duty((Shift("zed", at(0), at(9)),), STAFF, at(1)) == ()


def test_leave_that_is_over_counts_no_more() -> None:
    back = replace(ANA, away=(Away(at(0), at(9)),))
    assert on_duty(ROTA, (back,), at(8)) == ()
    assert names(on_duty(ROTA, (back,), at(9))) == "ana"


def test_the_gaps() -> None:
    assert gaps(ROTA, at(6), at(24)) == ((at(6), at(8)), (at(20), at(22)))
    assert gaps(ROTA, at(9), at(15)) == ()
    assert gaps(ROTA, at(36), at(40)) == ((at(38), at(40)),)
    assert gaps(ROTA, at(1), at(3)) == ((at(1), at(3)),)
    assert gaps((), at(1), at(3)) == ((at(1), at(3)),)


def test_when_it_changes() -> None:
    assert changes_at(ROTA, at(8)) == at(12)
    assert changes_at(ROTA, at(40)) is None


HOURS = st.integers(0, 48)
SHIFTS = st.lists(
    st.builds(lambda who, since, length: Shift(who, at(since), at(since + length)), st.sampled_from("abc"), HOURS, st.integers(1, 12))
)


@settings(max_examples=200, deadline=None)
@given(shifts=SHIFTS, since=HOURS, length=st.integers(1, 48), hour=HOURS)
def test_an_hour_is_in_a_gap_or_in_somebodys_shift(shifts: list[Shift], since: int, length: int, hour: int) -> None:
    staff = [person(name) for name in "abc"]
    bare = any(begins <= at(hour) < ends for begins, ends in gaps(shifts, at(since), at(since + length)))
    inside = since <= hour < since + length
    assert bare == (inside and not on_duty(shifts, staff, at(hour)))
