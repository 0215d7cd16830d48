"""What a coach carries, and what is done so that it does not become too much.

Figures: the EMCC's standard of supervision for experienced practitioners (four hours a year, spread evenly; at most 35 hours of practice
an hour of supervision); the rest are this project's defaults, to be tuned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from coaching.staff import Caps, Load, Pulse, Role, Staff, Supervised

COOL_OFF = timedelta(hours=48)  # after contact with a crisis or with safeguarding
PRACTICE_AN_HOUR, NOVICE_PRACTICE_AN_HOUR = 35.0, 15.0  # hours of practice for one of supervision
LONGEST_GAP, NOVICE_GAP = timedelta(days=100), timedelta(days=14)
NOVICE = timedelta(days=91)  # the first three months
QUARTER = timedelta(days=91)
QUARTERS, HOURS_A_QUARTER, LEAST_A_QUARTER = 4, 1.0, 0.5  # evenly: no quarter with less than half of its share
LAST_CASES, MOST_ON_ONE = 10, 4  # at most 40 % of the last ten cases on one topic
RISING_WEEKS, RISING_BY = 3, 1.25
FALL, FALLS, PULSES_COUNT_FOR = 3, 2, timedelta(days=183)
MONTH = timedelta(days=30)
CASES_AN_ENTRY = 5
LONGEST_SITTING = 8 * 60  # minutes


class Overdue(StrEnum):
    """Why supervision is overdue: nothing new is taken on until it has been."""

    HOURS = "hours"  # too much practice for the supervision there was
    GAP = "gap"  # too long since the last


class Strain(StrEnum):
    """What may tire a coach. It is said to them, and to nobody but their supervisor; `same_theme` to them alone."""

    AFTER_CRISIS = "after_crisis"  # the supervisor offers a check-in
    OVER_SOFT_CAP = "over_soft_cap"
    HEAVY_FULL = "heavy_full"
    LOAD_RISING = "load_rising"
    PULSE_FALLEN = "pulse_fallen"  # the supervisor's nudge to the coach
    SAME_THEME = "same_theme"


class NoSitting(StrEnum):
    """Why something is no sitting of supervision."""

    SELF = "self"  # nobody supervises themselves
    ROLE = "role"  # given by no supervisor
    LENGTH = "length"
    COMING = "coming"  # it has not been yet


_PRIVATE = frozenset({Strain.SAME_THEME})


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a coach's work. `weeks`: the load index of the weeks before this one, the oldest first.

    `closed` cases and `entries` in the reflective log are counted from the start. `nudged_at`: the supervisor's last nudge.
    `care_since`: since when after-care waits; None where none does.
    """

    load: Load
    caps: Caps
    weeks: tuple[float, ...] = ()
    supervised: tuple[Supervised, ...] = ()
    pulses: tuple[Pulse, ...] = ()
    closed: int = 0
    entries: int = 0
    nudged_at: datetime | None = None
    care_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """Supervision against the standard: hours in the last four quarters (the newest first), and what was wanted of a coach here so long."""

    quarters: tuple[float, ...]
    wanted: float
    met: bool

    @property
    def hours(self) -> float:
        return sum(self.quarters)


@dataclass(frozen=True, slots=True)
class Overseen:
    """What a supervisor sees of a coach: load, its course, what may tire them, and supervision. Nothing of how they said they are."""

    index: float
    weeks: tuple[float, ...]
    strains: tuple[Strain, ...]
    overdue: tuple[Overdue, ...]
    standard: Standard
    care_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """What a coach sees of themselves: all that a supervisor sees, and what is theirs alone."""

    overseen: Overseen
    strains: tuple[Strain, ...]
    pulses: tuple[Pulse, ...]
    pulse_due: bool
    entry_due: bool


def load_index(load: Load) -> float:
    """What a coach carries this week: active people + 2 a heavy case + 0.5 a conversation held + 0.25 an hour."""
    return load.active + 2 * load.heavy + 0.5 * load.live + 0.25 * load.hours_this_week


def cools_off(load: Load, now: datetime) -> bool:
    """Whether a contact with a crisis is less than 48 hours ago."""
    return load.last_crisis_at is not None and now < load.last_crisis_at + COOL_OFF


def is_novice(load: Load, now: datetime) -> bool:
    """Whether these are a coach's first three months."""
    return load.began_at is not None and now < load.began_at + NOVICE


def supervision_overdue(load: Load, now: datetime) -> tuple[Overdue, ...]:
    """Why supervision is overdue, or nothing.

    The first hour is not overdue before there was as much practice as one hour allows. Who was never supervised counts from their start.
    """
    novice = is_novice(load, now)
    ratio, gap = (NOVICE_PRACTICE_AN_HOUR, NOVICE_GAP) if novice else (PRACTICE_AN_HOUR, LONGEST_GAP)
    since = load.supervised_at or load.began_at
    found = []
    if load.practice_hours > ratio * max(1.0, load.supervision_hours):
        found.append(Overdue.HOURS)
    if since is not None and now - since > gap:
        found.append(Overdue.GAP)
    return tuple(found)


def standard(supervised: Sequence[Supervised], began_at: datetime | None, now: datetime) -> Standard:
    """Four hours a year, an hour a quarter; of a coach who began later, only whole quarters count. An unknown start counts as long ago."""
    hours = [0.0] * QUARTERS
    for sitting in supervised:
        quarter = (now - sitting.at) // QUARTER
        if 0 <= quarter < QUARTERS:
            hours[quarter] += sitting.hours
    whole = QUARTERS if began_at is None else max(0, min(QUARTERS, (now - began_at) // QUARTER))
    wanted = whole * HOURS_A_QUARTER
    met = sum(hours) >= wanted and all(each >= LEAST_A_QUARTER for each in hours[:whole])
    return Standard(tuple(hours), wanted, met)


def no_sitting(person: Staff, supervisor: Staff, minutes: int, begun: datetime, now: datetime) -> NoSitting | None:
    """Why this is not written down as a sitting of this person's, if anything speaks against it."""
    if person.id == supervisor.id:
        return NoSitting.SELF
    if Role.SUPERVISOR not in supervisor.roles:
        return NoSitting.ROLE
    if not 1 <= minutes <= LONGEST_SITTING:
        return NoSitting.LENGTH
    return NoSitting.COMING if begun > now else None


def repeats(topic: str, topics: Sequence[str]) -> bool:
    """Whether one more case on this topic would be too many of the last ten."""
    return bool(topic) and topics[-(LAST_CASES - 1) :].count(topic) + 1 > MOST_ON_ONE


def same_theme(topics: Sequence[str]) -> bool:
    """Whether too many of the last ten cases were on one topic."""
    known = Counter(topic for topic in topics[-LAST_CASES:] if topic)
    return max(known.values(), default=0) > MOST_ON_ONE


def rises(weeks: Sequence[float]) -> bool:
    """Whether load went up week by week for three weeks, and by a quarter in all."""
    last = weeks[-(RISING_WEEKS + 1) :]
    climbs = all(before < after for before, after in pairwise(last))
    return len(last) > RISING_WEEKS and climbs and last[-1] >= RISING_BY * last[0]


def falls(pulses: Sequence[Pulse]) -> int:
    """How many times energy or meaning fell by three points or more from one pulse to the next, or load rose by as many."""
    steps = pairwise(sorted(pulses, key=lambda pulse: pulse.at))
    return sum(
        worse >= FALL
        for before, after in steps
        for worse in (before.energy - after.energy, before.meaning - after.meaning, after.load - before.load)
    )


def pulse_fallen(pulses: Sequence[Pulse], now: datetime, nudged_at: datetime | None = None) -> bool:
    """Whether the supervisor nudges: two falls in half a year, none of them from before the last nudge."""
    since = max(now - PULSES_COUNT_FOR, nudged_at or now - PULSES_COUNT_FOR)
    before = [pulse for pulse in pulses if pulse.at <= since]
    recent = [pulse for pulse in pulses if since < pulse.at <= now]
    return falls([*sorted(before, key=lambda pulse: pulse.at)[-1:], *recent]) >= FALLS


def pulse_due(pulses: Sequence[Pulse], now: datetime) -> bool:
    """Whether a month has gone by since the last pulse."""
    return all(now - pulse.at >= MONTH for pulse in pulses)


def entry_due(closed: int, entries: int) -> bool:
    """Whether an entry in the reflective log is due: one after every fifth case."""
    return closed // CASES_AN_ENTRY > entries


def strains(record: Record, now: datetime) -> tuple[Strain, ...]:
    """What may tire this coach, in the order of `Strain`."""
    load = record.load
    found = {
        Strain.AFTER_CRISIS: cools_off(load, now),
        Strain.OVER_SOFT_CAP: load.active > record.caps.soft,
        Strain.HEAVY_FULL: load.heavy >= record.caps.heavy,
        Strain.LOAD_RISING: rises([*record.weeks, load_index(load)]),
        Strain.PULSE_FALLEN: pulse_fallen(record.pulses, now, record.nudged_at),
        Strain.SAME_THEME: same_theme(load.topics),
    }
    return tuple(strain for strain, there in found.items() if there)


def overseen(record: Record, now: datetime) -> Overseen:
    """A coach as their supervisor sees them."""
    return Overseen(
        index=load_index(record.load),
        weeks=record.weeks,
        strains=tuple(strain for strain in strains(record, now) if strain not in _PRIVATE),
        overdue=supervision_overdue(record.load, now),
        standard=standard(record.supervised, record.load.began_at, now),
        care_since=record.care_since,
    )


def own_week(record: Record, now: datetime) -> OwnWeek:
    """A coach as they see themselves."""
    return OwnWeek(
        overseen=overseen(record, now),
        strains=strains(record, now),
        pulses=record.pulses,
        pulse_due=pulse_due(record.pulses, now),
        entry_due=entry_due(record.closed, record.entries),
    )


def shown(record: Record, now: datetime, roles: Collection[Role], *, own: bool, supervises: bool) -> OwnWeek | Overseen | None:
    """What somebody with these roles sees of a coach's load and welfare. `own`: it is theirs; `supervises`: they supervise this coach.

    Whoever manages a programme sees nothing of anybody else's, whatever else they are.
    """
    if own:
        return own_week(record, now)
    if supervises and Role.SUPERVISOR in roles and Role.PROGRAMME_MANAGER not in roles:
        return overseen(record, now)
    return None
