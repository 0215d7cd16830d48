"""Who may be what on the staff, and what a programme's staff lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coaching.staff import Away, Role, Staff, Ties
from handoff.roster import PERSONAL_ROLES, blinded, callable_shifts, here, leads, tied_lead
from handoff.rota import Shift

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def person(name: str, *roles: Role, rota: bool = False, ties: Ties | None = None) -> Staff:
    return Staff(name, name.title(), frozenset(roles), ties or Ties(), on_safety_rota=rota)


LEAD, OTHER = person("lead", Role.SAFETY_LEAD), person("other", Role.SAFETY_LEAD)


def test_who_sees_somebody_is_told_by_the_table() -> None:
    assert {Role.COACH, Role.SUPERVISOR, Role.SAFETY_LEAD, Role.ETHICAL_MENTOR} == PERSONAL_ROLES


@pytest.mark.parametrize(
    ("roles", "rota", "blind"),
    [
        ({Role.COACH, Role.SUPERVISOR, Role.SAFETY_LEAD, Role.ETHICAL_MENTOR, Role.ADMIN}, True, set()),
        ({Role.RESEARCHER}, False, set()),
        ({Role.RESEARCHER, Role.PROGRAMME_MANAGER}, False, set()),
        ({Role.RESEARCHER, Role.COACH}, False, {Role.RESEARCHER}),
        ({Role.PROGRAMME_MANAGER, Role.SUPERVISOR}, False, {Role.PROGRAMME_MANAGER}),
        ({Role.PROGRAMME_MANAGER, Role.RESEARCHER, Role.ETHICAL_MENTOR}, False, {Role.PROGRAMME_MANAGER, Role.RESEARCHER}),
        ({Role.RESEARCHER}, True, {Role.RESEARCHER}),
    ],
)
def test_nobody_who_may_know_no_name_is_somebody_who_does(roles: set[Role], rota: bool, blind: set[Role]) -> None:
    assert blinded(person("ana", *roles, rota=rota)) == blind


@pytest.mark.parametrize(
    ("staff", "found"),
    [
        ([LEAD], ["lead"]),
        ([person("ana", Role.COACH)], []),
        ([replace(LEAD, left_at=NOW)], []),
        ([replace(LEAD, left_at=NOW + HOUR)], ["lead"]),
        ([replace(LEAD, away=(Away(NOW - HOUR),))], ["lead"]),
        ([person("max", Role.SAFETY_LEAD, Role.PROGRAMME_MANAGER)], []),
    ],
)
def test_who_answers_for_safety(staff: list[Staff], found: list[str]) -> None:
    assert [each.id for each in leads(staff, NOW)] == found


@pytest.mark.parametrize(
    ("ties", "tied"),
    [
        (Ties(), False),
        (Ties("Trust", "Cancer", "", "nurse"), False),
        (Ties(team="Ward 7"), True),
        (Ties(manages=frozenset({"Ward 7"})), True),
        (Ties(line=frozenset({"p1"})), True),
        (Ties(participant_id="p1"), True),
    ],
)
def test_a_lead_of_a_team_is_not_enough_alone(ties: Ties, tied: bool) -> None:
    lead = replace(LEAD, ties=ties)
    assert tied_lead([lead, person("ana", Role.COACH)], NOW) == (lead if tied else None)
    assert tied_lead([lead, OTHER], NOW) is None
    assert tied_lead([lead, replace(OTHER, left_at=NOW)], NOW) == (lead if tied else None)


def test_a_shift_counts_of_those_who_may_be_called() -> None:
    ana, ben = person("ana", Role.COACH, rota=True), person("ben", Role.COACH)
    gone = replace(person("gone", Role.COACH, rota=True), left_at=NOW)
    shifts = [Shift(name, NOW, NOW + HOUR) for name in ("ana", "ben", "gone", "nobody")]
    assert [each.staff_id for each in callable_shifts(shifts, [ana, ben, gone], NOW)] == ["ana"]
    assert here([ana, gone], NOW) == (ana,)
