"""The staff as `coachbot staff list` shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from coachbot.staff_options import FORMS
from coaching.staff import Away, Staff

COLUMNS = ("id", "name", "roles", "safety rota", "reached by", "state")


def as_table(staff: Sequence[Staff], now: datetime) -> str:
    """One line a person under the names of the columns."""
    rows = [COLUMNS, *(_row(each, now) for each in staff)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def _row(person: Staff, now: datetime) -> tuple[str, ...]:
    reached = ", ".join(channel for channel, _ in person.addresses) or "-"
    return person.id, person.name, ", ".join(sorted(person.roles)), "yes" if person.on_safety_rota else "-", reached, state(person, now)


def state(person: Staff, now: datetime) -> str:
    """here, away or left."""
    if person.left_at is not None and person.left_at <= now:
        return "left"
    return "here" if person.works(now) else "away"


def as_json(person: Staff, aliases: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """Everything that is kept, under the names of the options; participants by their aliases."""
    ties, skills, caps = person.ties, person.skills, person.caps
    return {
        "id": person.id,
        "name": person.name,
        "role": sorted(person.roles),
        "state": state(person, now),
        **dict.fromkeys(FORMS, ""),
        **dict(person.addresses),
        **{name: getattr(ties, name) for name in ("organisation", "directorate", "team", "profession")},
        "manages": sorted(ties.manages),
        "line": sorted(aliases.get(each, each) for each in ties.line),
        "conflict": sorted(aliases.get(each, each) for each in ties.conflicts),
        "is_participant": aliases.get(ties.participant_id, ties.participant_id),
        "language": sorted(skills.languages),
        "knows": sorted(skills.professions),
        "topic": sorted(skills.topics),
        "shift": sorted(person.shifts),
        "rung": skills.rung.value,
        "trained": skills.trained,
        "safety_rota": person.on_safety_rota,
        **{f"{name}_cap": getattr(caps, name) for name in ("soft", "hard", "heavy", "live")},
        "away": [stretch_of(each) for each in person.away],
        "left_at": person.left_at.isoformat() if person.left_at else "",
    }


def stretch_of(away: Away) -> dict[str, str]:
    """The two instants; no end is an empty text."""
    return {"since": away.since.isoformat(), "until": away.until.isoformat() if away.until else ""}


def told(away: Away, zone: str) -> str:
    """In days of the programme's zone."""
    first = f"from {away.since.astimezone(ZoneInfo(zone)):%Y-%m-%d}"
    if away.until is None:
        return f"{first}, until coachbot staff back"
    return f"{first} to {(away.until - timedelta(minutes=1)).astimezone(ZoneInfo(zone)):%Y-%m-%d}"
