"""Who may be on the staff as what, and what a programme's staff lacks. Pure: names of rules and people, no sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from coaching.staff import Role, Staff
from handoff.access import ALLOWED, BLIND, PERSONAL
from handoff.rota import Shift

PERSONAL_ROLES = frozenset(Role(role) for (role, _), fields in ALLOWED.items() if role in tuple(Role) and fields & PERSONAL)


def blinded(person: Staff) -> frozenset[Role]:
    """The roles that see nothing personal, where the same person would also be somebody who does: nobody is both."""
    personal = person.roles & PERSONAL_ROLES or person.on_safety_rota
    return person.roles & BLIND if personal else frozenset()


def here(staff: Iterable[Staff], now: datetime) -> tuple[Staff, ...]:
    """Those who have not left; whoever is only away still belongs here."""
    return tuple(each for each in staff if each.left_at is None or now < each.left_at)


def leads(staff: Iterable[Staff], now: datetime) -> tuple[Staff, ...]:
    """Whoever answers for safety."""
    return tuple(each for each in here(staff, now) if Role.SAFETY_LEAD in each.roles and not each.roles & BLIND)


def tied_lead(staff: Iterable[Staff], now: datetime) -> Staff | None:
    """The only safety lead, where a team is theirs, or they are coached here too: nobody can then come to that team in its danger."""
    found = leads(staff, now)
    alone = found[0] if len(found) == 1 else None
    ties = alone.ties if alone else None
    return alone if ties and (ties.team or ties.manages or ties.line or ties.participant_id) else None


def callable_shifts(shifts: Iterable[Shift], staff: Iterable[Staff], now: datetime) -> tuple[Shift, ...]:
    """The shifts of people who are named for the safety rota, and may be called once they are back."""
    able = {each.id for each in here(staff, now) if each.on_safety_rota and not each.roles & BLIND}
    return tuple(each for each in shifts if each.staff_id in able)
