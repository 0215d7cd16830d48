"""The safety rota from an iCalendar text: who of the staff has which shift. Fetching the text is somebody else's part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component
from recurring_ical_events import of as occurrences_of

from coaching.errors import UnreadableRota
from coaching.staff import Staff
from handoff.hours import instant
from handoff.rota import Shift

LARGEST = 2 * 1024 * 1024  # characters
MOST_EVENTS = 5_000
EVENT = re.compile(r"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)
TOO_OFTEN = re.compile(
    r"^(?:RRULE|EXRULE)\b[^\n]*(?:FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BYSECOND=|BYMINUTE=[^;\n]*,)", re.MULTILINE | re.IGNORECASE
)
MEND = "Open the rota in your calendar program, copy its iCal address again (it ends in .ics), or export it anew."


@dataclass(frozen=True, slots=True)
class Rota:
    """The shifts between two instants, in order. `unmatched`: titles of events that name nobody on the staff, or more than one alike."""

    shifts: tuple[Shift, ...]
    unmatched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What part of the calendar is read, and the zone in which times without one are meant."""

    since: datetime
    until: datetime
    zone: str = "Europe/London"


def read_rota(text: str, staff: Sequence[Staff], window: Window) -> Rota:
    """The rota of a calendar. UnreadableRota where any of it cannot be read: half a rota would hide a gap."""
    _refuse(text)
    try:
        found = _events(text, window)
        shifts = {shift for event in found for shift in _shifts(event, staff, window)}
    except Exception as error:  # whatever a library makes of a broken file
        raise UnreadableRota(f"The rota cannot be read ({type(error).__name__}). {MEND}") from None
    titles = dict.fromkeys(_title(event) or "(no title)" for event in found if not _named(event, staff) and not _declined(event, staff))
    return Rota(tuple(sorted(shifts, key=lambda each: (each.since, each.until, each.staff_id))), tuple(titles))


def _refuse(text: str) -> None:
    """What is not worth reading, or would never end."""
    start = text.lstrip("\ufeff \r\n\t")
    if start[:1] == "<":
        raise UnreadableRota(f"The address of the rota gives a web page, not a calendar. {MEND}")
    if not start.upper().startswith("BEGIN:VCALENDAR") or "END:VCALENDAR" not in text.upper():
        raise UnreadableRota(f"The rota is not an iCalendar file, or was cut off. {MEND}")
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    if len(text) > LARGEST or len(EVENT.findall(unfolded)) > MOST_EVENTS:
        raise UnreadableRota(f"The rota is too large ({MOST_EVENTS} events at most). Use a calendar that holds the safety rota alone.")
    if TOO_OFTEN.search(unfolded):
        raise UnreadableRota("The rota has an event that comes round more often than daily. Remove it, or make an event of each shift.")


def _events(text: str, window: Window) -> list[Component]:
    """Every occurrence in the window that takes place."""
    calendar = Calendar.from_ical(text.lstrip("\ufeff \r\n\t"))
    if not all(_sound(event) for event in calendar.walk("VEVENT")):
        raise ValueError("an event with a field that cannot be read, or whose time cannot be told")
    found = occurrences_of(calendar).between(window.since.astimezone(UTC), window.until.astimezone(UTC))
    return [event for event in found if str(event.get("STATUS", "")).upper() != "CANCELLED"]


def _sound(event: Component) -> bool:
    """Whether the library read all of it. It takes a time in a zone that it does not know as a time without one: hours off, for us."""
    times = [event.get(name) for name in ("DTSTART", "DTEND")]
    known = all(time is None or "TZID" not in time.params or time.dt.tzinfo is not None for time in times)
    start, end = (time and time.dt for time in times)
    backward = end is not None and type(start) is type(end) and start > end
    return known and not event.errors and start is not None and not backward


def _shifts(event: Component, staff: Sequence[Staff], window: Window) -> Iterator[Shift]:
    since, until = (_instant(cast("date", event.decoded(name)), window.zone) for name in ("DTSTART", "DTEND"))
    if since < until and until > window.since and since < window.until:
        for person in _named(event, staff):
            yield Shift(person.id, since, until)


def _instant(when: date, zone: str) -> datetime:
    """A day begins at midnight; what has no zone of its own is local."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(UTC)
    return instant(when if isinstance(when, datetime) else datetime.combine(when, time()), ZoneInfo(zone))


# -- names ----------------------------------------------------------------------------------------------------------------------


def _named(event: Component, staff: Sequence[Staff]) -> list[Staff]:
    """Who is meant: those invited, by their e-mail; where none of them is on the staff, whoever the title names."""
    coming = {address for address, answer in _invited(event) if answer != "DECLINED"}
    found = [person for person in staff if _email(person) in coming]
    return found or ([] if _declined(event, staff) else _in_title(_title(event), staff))


def _declined(event: Component, staff: Sequence[Staff]) -> bool:
    """Whether somebody of the staff was invited and said no: then the title does not put them back."""
    return any(answer == "DECLINED" and any(_email(person) == address for person in staff) for address, answer in _invited(event))


def _invited(event: Component) -> list[tuple[str, str]]:
    """Their addresses, and what they answered."""
    given = event.get("ATTENDEE", [])
    each = given if isinstance(given, list) else [given]
    return [(str(one).casefold().removeprefix("mailto:").strip(), str(one.params.get("PARTSTAT", "")).upper()) for one in each]


def _email(person: Staff) -> str:
    return dict(person.addresses).get("email", "").casefold() or "\0"


def _title(event: Component) -> str:
    return str(event.get("SUMMARY", "")).strip()


def _in_title(title: str, staff: Sequence[Staff]) -> list[Staff]:
    """Everybody whose whole name or e-mail stands in the title. A name inside a longer one, or one that two people have, names nobody."""
    spans = [(span, person) for person in staff for span in _spans(title, person)]
    longest = [(span, person) for span, person in spans if not any(_inside(span, other) for other, _ in spans)]
    alone = [person for span, person in longest if len({one.id for other, one in longest if other == span}) == 1]
    return list({person.id: person for person in alone}.values())


def _spans(title: str, person: Staff) -> list[tuple[int, int]]:
    names = [name for name in (person.name, _email(person)) if name.strip("\0 ")]
    patterns = [rf"(?<![\w@.]){re.escape(name.casefold())}(?![\w@])" for name in names]
    return [found.span() for pattern in patterns for found in re.finditer(pattern, title.casefold())]


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]
