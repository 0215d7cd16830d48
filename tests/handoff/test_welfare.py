"""What a coach carries, when it is too much, and who sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.staff import Caps, Load, Pulse, Role, Supervised
from handoff.welfare import (
    Overseen,
    OwnWeek,
    Record,
    entry_due,
    load_index,
    overseen,
    own_week,
    pulse_due,
    pulse_fallen,
    repeats,
    rises,
    same_theme,
    shown,
    standard,
    strains,
    supervision_overdue,
)
from tests.play import NOON

LONG_AGO = NOON - timedelta(days=1000)


def ago(days: float) -> timedelta:
    return timedelta(days=days)


def pulses(*months: tuple[int, int, int]) -> tuple[Pulse, ...]:
    """Energy, meaning and load of the last months, the newest last."""
    return tuple(Pulse(NOON - ago(30 * back), *each) for back, each in zip(range(len(months) - 1, -1, -1), months, strict=True))


@pytest.mark.parametrize(
    ("load", "index"),
    [
        (Load(), 0),
        (Load(active=6), 6),
        (Load(active=6, heavy=3), 12),
        (Load(active=6, heavy=3, live=2), 13),
        (Load(active=6, heavy=3, live=2, hours_this_week=5), 14.25),
    ],
)
def test_the_load_index(load: Load, index: float) -> None:
    assert load_index(load) == index


# practice hours, supervision hours, days since the last, days since they began, why it is overdue
SUPERVISION = """
35    0    10   1000   -
35.5  0    10   1000   hours
35.5  0.5  10   1000   hours
140   4    100  1000   -
140.5 4    100  1000   hours
10    1    101  1000   gap
400   4    101  1000   hours,gap
0     0    -    99     -
0     0    -    101    gap
0     0    -    -      -
15    1    14   90     -
15.5  1    14   90     hours
15    1    15   90     gap
30    2    13   90     -
15.5  1    15   91     -
"""


@pytest.mark.shows("U41", side="what supervision there was, and what follows")
@pytest.mark.parametrize("row", SUPERVISION.strip().splitlines())
def test_supervision_is_overdue(row: str) -> None:
    practice, hours, last, began, why = row.split()
    supervised_at, began_at = [None if days == "-" else NOON - ago(int(days)) for days in (last, began)]
    load = Load(practice_hours=float(practice), supervision_hours=float(hours), supervised_at=supervised_at, began_at=began_at)
    assert [each.value for each in supervision_overdue(load, NOON)] == why.replace("-", "").split(",") * (why != "-")


# hours of supervision by days ago, days since they began, hours wanted, whether the standard is met
EVENLY = [
    ({10: 1.0, 100: 1.0, 190: 1.0, 280: 1.0}, 1000, 4, True),
    ({10: 1.5, 100: 1.0, 190: 1.0, 280: 0.5}, 1000, 4, True),
    ({10: 2.0, 100: 1.0, 190: 1.0}, 1000, 4, False),  # a quarter with none
    ({10: 1.0, 100: 1.0, 190: 1.0, 280: 0.5}, 1000, 4, False),  # too few hours
    ({10: 1.0, 100: 1.0, 190: 1.0, 365: 4.0}, 1000, 4, False),  # too long ago to count
    ({}, 90, 0, True),
    ({}, 91, 1, False),
    ({10: 1.0, 100: 1.0}, 200, 2, True),
    ({10: 4.0}, None, 4, False),
]


@pytest.mark.parametrize(("hours", "began", "wanted", "met"), EVENLY)
def test_four_hours_a_year_are_spread_evenly(hours: dict[int, float], began: int | None, wanted: float, met: bool) -> None:
    sittings = [Supervised(NOON - ago(days), each) for days, each in hours.items()]
    found = standard(sittings, None if began is None else NOON - ago(began), NOON)
    assert (found.wanted, found.met) == (wanted, met)
    assert found.hours == sum(each for days, each in hours.items() if days < 364)


def test_the_same_theme_again() -> None:
    assert not same_theme(["loss"] * 4 + ["sleep"] * 4 + ["rota"] * 2)
    assert same_theme(["loss"] * 5 + ["sleep"] * 5)
    assert not same_theme(["loss"] * 5 + ["sleep", "rota", "study", "voice", "rest", ""] * 1)
    assert not same_theme([""] * 10)
    assert not repeats("loss", ["loss"] * 3 + ["sleep"] * 6)
    assert repeats("loss", ["loss"] * 4)
    assert not repeats("loss", ["loss", *["sleep"] * 6, *["loss"] * 3])  # the oldest makes way
    assert not repeats("", [""] * 9)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("abcd"), max_size=25), st.sampled_from("abcd"))
def test_one_more_case_is_too_many_where_the_theme_would_then_repeat(topics: list[str], topic: str) -> None:
    after = [*topics, topic]
    assert repeats(topic, topics) == (after[-10:].count(topic) > 4)
    assert same_theme(after) or not repeats(topic, topics)


@pytest.mark.parametrize(
    ("weeks", "up"),
    [([8, 9, 10], False), ([8, 9, 10, 11], True), ([8, 9, 10, 9.9], False), ([10, 10.5, 11, 12], False), ([20, 8, 9, 10, 11], True)],
)
def test_load_that_rises(weeks: list[float], up: bool) -> None:
    assert rises(weeks) is up


@pytest.mark.parametrize(
    ("months", "fallen"),
    [
        ([(8, 8, 3)], False),
        ([(8, 8, 3), (5, 8, 3)], False),  # one fall
        ([(8, 8, 3), (6, 6, 5), (4, 4, 7)], False),  # none of three points
        ([(9, 8, 3), (6, 8, 3), (3, 8, 3)], True),  # one after the other
        ([(9, 8, 3), (6, 8, 3), (9, 8, 3), (6, 8, 3)], True),
        ([(9, 8, 3), (6, 5, 3)], True),  # both at once
        ([(9, 8, 3), (6, 8, 6)], True),  # load that rises
        ([(3, 3, 9), (8, 8, 3)], False),  # all the better
    ],
)
def test_two_falls_in_the_pulse(months: list[tuple[int, int, int]], fallen: bool) -> None:
    assert pulse_fallen(pulses(*months), NOON) is fallen
    assert pulse_fallen(pulses(*months)[::-1], NOON) is fallen


def test_a_nudge_is_not_made_twice_for_the_same_falls() -> None:
    fell = pulses((9, 8, 3), (6, 8, 3), (3, 8, 3))
    assert not pulse_fallen(fell, NOON + ago(1), nudged_at=NOON)
    again = [*fell, Pulse(NOON + ago(30), 3, 5, 6)]
    assert pulse_fallen(again, NOON + ago(30), nudged_at=NOON)
    assert not pulse_fallen(fell, NOON + ago(200))


def test_a_pulse_is_due_once_a_month() -> None:
    assert pulse_due([], NOON)
    assert not pulse_due(pulses((5, 5, 5)), NOON + ago(29))
    assert pulse_due(pulses((5, 5, 5)), NOON + ago(30))


def test_an_entry_is_due_after_every_fifth_case() -> None:
    due = [(closed, entries) for closed in range(12) for entries in range(3) if entry_due(closed, entries)]
    assert due == [*((closed, 0) for closed in range(5, 10)), (10, 0), (10, 1), (11, 0), (11, 1)]


TIRED = Record(
    load=Load(active=7, heavy=3, began_at=LONG_AGO, supervised_at=NOON - ago(101), last_crisis_at=NOON - ago(1), topics=("loss",) * 5),
    caps=Caps(soft=6),
    weeks=(8, 9, 10),
    pulses=pulses((9, 8, 3), (6, 5, 3)),
    closed=5,
)


def test_what_may_tire_a_coach() -> None:
    assert strains(TIRED, NOON) == ("after_crisis", "over_soft_cap", "heavy_full", "load_rising", "pulse_fallen", "same_theme")
    assert strains(Record(Load(active=6, heavy=2), Caps()), NOON) == ()
    assert "after_crisis" not in strains(TIRED, NOON + timedelta(hours=24))
    assert "over_soft_cap" not in strains(replace(TIRED, caps=Caps(soft=7)), NOON)


@pytest.mark.shows("U41", side="who sees a coach's load")
@pytest.mark.parametrize(
    ("roles", "own", "supervises", "sees"),
    [
        ("coach", True, False, OwnWeek),
        ("coach programme_manager", True, False, OwnWeek),
        ("supervisor", False, True, Overseen),
        ("supervisor", False, False, None),
        ("supervisor programme_manager", False, True, None),
        ("programme_manager", False, True, None),
        ("coach", False, True, None),
        ("admin researcher safety_lead ethical_mentor", False, True, None),
    ],
)
def test_who_sees_what(roles: str, own: bool, supervises: bool, sees: type | None) -> None:
    seen = shown(TIRED, NOON, {Role(role) for role in roles.split()}, own=own, supervises=supervises)
    assert type(seen) is (sees or type(None))


def test_a_supervisor_sees_neither_the_same_theme_nor_the_pulse() -> None:
    seen = overseen(TIRED, NOON)
    assert seen.strains == ("after_crisis", "over_soft_cap", "heavy_full", "load_rising", "pulse_fallen")
    assert seen.overdue == ("gap",)
    assert not any(isinstance(part, Pulse) for name in Overseen.__slots__ for part in _parts(getattr(seen, name)))


def _parts(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_a_coach_sees_all_that_their_supervisor_sees() -> None:
    mine = own_week(TIRED, NOON)
    assert mine.overseen == overseen(TIRED, NOON)
    assert (mine.strains[-1], mine.entry_due, mine.pulse_due, mine.pulses) == ("same_theme", True, False, TIRED.pulses)
