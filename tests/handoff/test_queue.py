"""The order of waiting cases, as rows and as properties."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.concern import Urgency
from handoff.queue import Waiting, order
from handoff.rules import Within
from tests.play import NOON

# id, within, urgency, waiting for minutes, due in minutes or none, previous coach; from the first to the last
ROWS = """
danger          LADDER      emergency  1      0      -
danger_later    LADDER      urgent     500    -499   -
unsafe          HOUR        urgent     10     50     -
unsafe_later    HOUR        urgent     5      55     -
late            NEXT_DAY    soon       3000   -60    -
long            NEXT_DAY    soon       700    100    -
unclocked       NEXT_DAY    soon       1000   none   -
longest         NEXT_DAY    soon       900    600    -
longer          NEXT_DAY    soon       800    600    -
mine            NEXT_DAY    soon       10     900    kim
stuck           THREE_DAYS  none       4000   -10    -
stuck_mine      THREE_DAYS  none       3000   300    kim
"""


def case(row: str) -> Waiting:
    name, within, urgency, waited, due, coach = row.split()
    due_at = None if due == "none" else NOON + timedelta(minutes=int(due))
    return Waiting(name, Within[within], Urgency(urgency), NOON - timedelta(minutes=int(waited)), due_at, coach.strip("-"), review=False)


CASES = [case(row) for row in ROWS.strip().splitlines()]
MINUTES = st.integers(-10_000, 10_000).map(lambda minutes: timedelta(minutes=minutes))
WAITING = st.builds(
    Waiting,
    case_id=st.uuids().map(str),
    within=st.sampled_from(Within),
    urgency=st.sampled_from(Urgency),
    opened_at=MINUTES.map(lambda ago: NOON - abs(ago)),
    due_at=st.none() | MINUTES.map(lambda due: NOON + due),
    previous_coach=st.sampled_from(["", "kim", "lee"]),
    review=st.booleans(),
)
MANY = st.lists(WAITING, max_size=30, unique_by=lambda waiting: waiting.case_id)


def names(cases: tuple[Waiting, ...]) -> list[str]:
    return [each.case_id for each in cases]


def test_the_order_is_that_of_the_rows() -> None:
    assert names(order(reversed(CASES), NOON)) == [each.case_id for each in CASES]


@pytest.mark.shows("U8", side="whom they coached before, in a coach's own order")
def test_a_coach_sees_their_own_people_first_but_for_whoever_waits_too_long() -> None:
    seen = names(order(CASES, NOON, coach="kim"))
    assert seen.index("late") + 1 == seen.index("mine") == seen.index("long") - 1
    assert seen.index("stuck") < seen.index("stuck_mine")
    assert names(order(CASES, NOON, coach="lee")) == names(order(CASES, NOON))


def test_a_review_waits_for_who_is_called_and_for_nobody_else() -> None:
    review = Waiting("review", Within.LADDER, Urgency.URGENT, NOON, review=True)
    ahead = names(order([*CASES, review], NOON))
    assert ahead.index("unsafe_later") + 1 == ahead.index("review") == ahead.index("late") - 1


def test_a_case_that_comes_back_has_its_old_place() -> None:
    first, rest = CASES[4], CASES[5:]
    assert order([*rest, first], NOON)[0] == first


@settings(max_examples=200, deadline=None)
@given(MANY, st.sampled_from(["", "kim"]), st.randoms(use_true_random=False))
def test_no_case_is_ever_lost_and_the_order_they_come_in_does_not_matter(cases, coach, dice) -> None:
    mixed = dice.sample(cases, len(cases))
    assert order(mixed, NOON, coach) == order(cases, NOON, coach)
    assert sorted(names(order(cases, NOON, coach))) == sorted(each.case_id for each in cases)


@settings(max_examples=200, deadline=None)
@given(MANY, st.sampled_from(["", "kim"]), MINUTES)
def test_whoever_is_late_waits_only_for_the_more_urgent_and_for_those_due_before(cases, coach, later) -> None:
    now = NOON + later
    found = order(cases, now, coach)
    for place, each in enumerate(found):
        if each.due <= now:
            assert all((ahead.priority, ahead.due) <= (each.priority, each.due) for ahead in found[:place])


@settings(max_examples=200, deadline=None)
@given(MANY, st.lists(st.sampled_from(["kim", "lee", "sam"]), min_size=30, max_size=30))
def test_coaches_who_take_what_comes_first_to_them_take_everything(cases, coaches) -> None:
    left, taken = list(cases), []
    for coach in coaches[: len(cases)]:
        first = order(left, NOON, coach)[0]
        left.remove(first)
        taken.append(first.case_id)
    assert not left
    assert len(set(taken)) == len(cases)
