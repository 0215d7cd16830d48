"""The circuit opens after failures and closes again; the budget begins anew with the day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.phrasing.circuit import Budget, Circuit, Patience

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def opened(rests: tuple[float, ...] = (30.0, 60.0)) -> Circuit:
    circuit = Circuit(Patience(failures=3, rests=rests))
    for _ in range(3):
        assert circuit.lets(NOW)
        circuit.begin()
        circuit.failed(NOW)
    return circuit


@pytest.mark.shows("E11", side="failures")
def test_three_failures_in_a_row_open_it_for_a_while() -> None:
    circuit = opened()
    assert (circuit.state(), circuit.lets(later(29))) == ("open", False)
    assert circuit.lets(later(30))


def test_one_call_tries_it_and_no_second_one_meanwhile() -> None:
    circuit = opened()
    circuit.begin()
    assert (circuit.state(), circuit.lets(later(31))) == ("trying", False)


def test_where_the_try_goes_well_it_is_closed() -> None:
    circuit = opened()
    circuit.begin()
    circuit.worked()
    circuit.begin()
    circuit.failed(later(31))
    assert (circuit.state(), circuit.lets(later(31))) == ("closed", True)


def test_where_the_try_fails_it_rests_longer_and_then_no_longer_still() -> None:
    circuit, at = opened((30.0, 60.0)), 30.0
    for rest in (60.0, 60.0, 60.0):
        circuit.begin()
        circuit.failed(later(at))
        assert not circuit.lets(later(at + rest - 1))
        assert circuit.lets(later(at + rest))
        at += rest


def test_a_call_given_up_says_nothing_about_the_model() -> None:
    circuit = opened()
    circuit.begin()
    circuit.left()
    assert circuit.lets(later(31))
    assert circuit.state() == "open"


def test_a_success_between_failures_starts_the_count_anew() -> None:
    circuit = Circuit(Patience(failures=2))
    for _ in range(5):
        circuit.failed(NOW)
        circuit.worked()
    assert circuit.state() == "closed"


def test_lines_that_cannot_be_said_open_it_too_but_later() -> None:
    circuit = Circuit(Patience(failures=1, refusals=4))
    for _ in range(3):
        circuit.refused(NOW)
    assert circuit.state() == "closed"
    circuit.refused(NOW)
    assert circuit.state() == "open"


@pytest.mark.shows("E11", side="cost")
def test_a_conversation_and_the_day_have_their_budgets() -> None:
    budget = Budget(a_conversation=2, a_day=3)
    for name in ("a", "a", "b"):
        assert budget.has(name, NOW)
        budget.take(name)
    assert not budget.has("a", NOW)
    assert not budget.has("b", NOW)
    assert budget.taken(NOW) == 3
    assert budget.has("a", NOW + timedelta(days=1))


def test_a_budget_of_nothing_is_none() -> None:
    assert not Budget(a_conversation=0, a_day=10).has("a", NOW)
    assert not Budget(a_conversation=10, a_day=0).has("a", NOW)
