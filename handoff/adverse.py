"""The log of adverse events: what a form may say, how a correction follows on, and the rows of its export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from coaching.safety_review import AdverseEvent, Expectedness, Relatedness, Seriousness
from coaching.words import Words

LONGEST = 500  # characters of each line
COLUMNS = (
    "event", "version", "latest", "date", "participant", "what_happened", "seriousness", "expectedness", "relatedness", "action",
    "reported_to", "written_by", "written_at",
)  # fmt: skip
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")
_QUOTE = "'"


def filled(event: AdverseEvent, form: Mapping[str, str], today: date) -> AdverseEvent | None:
    """The event as a form tells it, without its participant; None where a field says nothing that can be kept."""
    try:
        on = date.fromisoformat(form.get("on", ""))
        known = (
            Seriousness(form.get("seriousness", "")),
            Expectedness(form.get("expectedness", "")),
            Relatedness(form.get("relatedness", "")),
        )
    except ValueError:
        return None
    lines = [one_line(form.get(name, "")) for name in ("happened", "action", "reported_to")]
    if on > today or not lines[0] or any(len(each) > LONGEST for each in lines):
        return None
    happened, action, reported_to = (Words(each) for each in lines)
    told = replace(event, on=on, happened=happened, action=action, reported_to=reported_to)
    return replace(told, seriousness=known[0], expectedness=known[1], relatedness=known[2])


def one_line(text: str) -> str:
    """In one line, without spaces around it."""
    return " ".join(text.split())


def latest(events: Iterable[AdverseEvent]) -> list[AdverseEvent]:
    """The last version of each, the newest event first."""
    last = {each.number: each for each in sorted(events, key=lambda each: each.version)}
    return sorted(last.values(), key=lambda each: -each.number)


def earlier(events: Iterable[AdverseEvent], number: int) -> list[AdverseEvent]:
    """What an event was before its last correction, the oldest first."""
    return sorted((each for each in events if each.number == number), key=lambda each: each.version)[:-1]


def exported(events: Sequence[AdverseEvent], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Every version as a row under `COLUMNS`; `names` are the staff's. No cell can be taken for a formula."""
    last = {each.number: each.version for each in latest(events)}
    return [COLUMNS, *(tuple(guarded(cell) for cell in _cells(each, last, names)) for each in events)]


def _cells(event: AdverseEvent, last: Mapping[int, int], names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        str(event.number),
        str(event.version),
        "yes" if last[event.number] == event.version else "no",
        event.on.isoformat(),
        event.alias,
        event.happened.text,
        event.seriousness.value,
        event.expectedness.value,
        event.relatedness.value,
        event.action.text,
        event.reported_to.text,
        names.get(event.by, event.by),
        event.at.isoformat(timespec="seconds"),
    )


def guarded(cell: str) -> str:
    """The cell as a spreadsheet shows it and never carries it out: what would begin a formula begins with a quotation mark."""
    return f"{_QUOTE}{cell}" if cell.lstrip(" \u00a0").startswith(_STARTS_A_FORMULA) else cell
