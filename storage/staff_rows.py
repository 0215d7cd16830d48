"""Staff as rows: everything but name and addresses in one cell of JSON, read by name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from coaching.staff import Away, Caps, Role, Rung, Skills, Staff, Ties
from storage.plain import from_json, to_json

Plain = dict[str, Any]


def as_row(person: Staff) -> Plain:
    ties, skills, caps = person.ties, person.skills, person.caps
    plain = {
        "roles": sorted(person.roles),
        "ties": [ties.organisation, ties.directorate, ties.team, ties.profession],
        "tied": [_listed(ties.manages), _listed(ties.line), _listed(ties.conflicts), ties.participant_id],
        "skills": [_listed(skills.languages), _listed(skills.professions), _listed(skills.topics), _listed(skills.forms)],
        "rung": skills.rung,
        "trained": skills.trained,
        "caps": [caps.soft, caps.hard, caps.heavy, caps.live],
        "away": [[each.since.isoformat(), each.until.isoformat() if each.until else ""] for each in person.away],
        "on_safety_rota": person.on_safety_rota,
        "shifts": _listed(person.shifts),
    }
    return {"id": person.id, "name": person.name, "plain": to_json(plain).decode(), "left_at": person.left_at}


def as_staff(row: Any, addresses: Sequence[Any]) -> Staff:
    """The person of a row of `staff`, with their rows of `staff_address`."""
    return _staff(row.id, row.name, row.plain, row.left_at, tuple((each.channel, each.value) for each in addresses))


@lru_cache(maxsize=10_000)
def _staff(name: str, called: str, written: str, left_at: datetime | None, addresses: tuple[tuple[str, str], ...]) -> Staff:
    """Read once for as long as nothing in the row changes: every round of tending asks for everybody."""
    plain = from_json(written)
    manages, line, conflicts, participant_id = plain["tied"]
    languages, professions, topics, forms = (frozenset(each) for each in plain["skills"])
    return Staff(
        id=name,
        name=called,
        roles=frozenset(Role(each) for each in plain["roles"]),
        ties=replace(
            Ties(*plain["ties"]),
            manages=frozenset(manages),
            line=frozenset(line),
            conflicts=frozenset(conflicts),
            participant_id=participant_id,
        ),
        skills=Skills(languages, professions, topics, forms, Rung(plain["rung"]), plain["trained"]),
        caps=Caps(*plain["caps"]),
        away=tuple(Away(_moment(since), _moment(until) if until else None) for since, until in plain["away"]),
        on_safety_rota=plain["on_safety_rota"],
        shifts=frozenset(plain["shifts"]),
        addresses=addresses,
        left_at=left_at,
    )


def _listed(several: Collection[str]) -> list[str]:
    return sorted(several)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
