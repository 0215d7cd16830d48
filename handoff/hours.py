"""Cover hours: when somebody of the staff is there, and clocks that run only then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import count, takewhile

from coaching.cover import Cover as Cover
from coaching.cover import Opening as Opening
from handoff.rules import Route, Within

ACKNOWLEDGED = timedelta(minutes=15)  # on the safety ladder (domain 7.1, P1)
BY_THE_CLOCK = {
    Within.LADDER: ACKNOWLEDGED,
    Within.HOUR: timedelta(hours=1),
    Within.NEXT_DAY: timedelta(days=1),
    Within.THREE_DAYS: timedelta(days=3),
}
WORKING_DAYS = {Within.NEXT_DAY: 1, Within.THREE_DAYS: 3}
MIDNIGHT = time()
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From an instant until another, both in UTC; the last one is no longer in it."""

    since: datetime
    until: datetime

    @property
    def length(self) -> timedelta:
        return self.until - self.since

    def __contains__(self, now: datetime) -> bool:
        return self.since <= now < self.until


def covered(cover: Cover, now: datetime) -> bool:
    """Whether somebody is there now."""
    return now in next(stretches(cover, now))


def opens_at(cover: Cover, now: datetime) -> datetime:
    """From when on somebody is there: now, or the next opening."""
    return max(now.astimezone(UTC), next(stretches(cover, now)).since)


def add_time(cover: Cover, since: datetime, span: timedelta) -> datetime:
    """When so much working time has passed. No time at all has passed at once, also out of hours."""
    left, begun = span, since
    for stretch in stretches(cover, since) if span > timedelta() else ():
        begun = max(stretch.since, since)
        if left <= stretch.until - begun:
            break
        left -= stretch.until - begun
    return begun.astimezone(UTC) + max(left, timedelta())


def add_days(cover: Cover, since: datetime, days: int) -> datetime:
    """When so many working days have passed, each as long as the cover of the day it begins on.

    From Monday at 10 it is Tuesday at 10; from Saturday, and from Monday before opening, the close of Monday.
    """
    now = since
    for _ in range(days):
        now = add_time(cover, now, day_length(cover, now))
    return now.astimezone(UTC)


def day_length(cover: Cover, now: datetime) -> timedelta:
    """How much cover begins on the day of the opening that `now` is in (or comes next)."""
    day = _day(cover, next(stretches(cover, now)))
    begun = takewhile(lambda each: _day(cover, each) <= day, stretches(cover, instant(datetime.combine(day, time()), cover.zone)))
    return sum((each.length for each in begun if _day(cover, each) == day), timedelta())


def _day(cover: Cover, stretch: Stretch) -> date:
    return stretch.since.astimezone(cover.zone).date()


def working_time(cover: Cover, since: datetime, until: datetime) -> timedelta:
    """How much working time lies between two instants."""
    total = timedelta()
    for stretch in stretches(cover, since):
        if stretch.since >= until:
            return total
        total += min(stretch.until, until) - max(stretch.since, since)
    return total


def due(route: Route, since: datetime, cover: Cover) -> datetime:
    """When a person is to have answered a case that was opened then.

    Where safety is at stake, and wherever an hour is promised, the clock always runs; elsewhere it runs in cover hours
    (domain, priorities).
    """
    days = WORKING_DAYS.get(route.within)
    if route.overrides or days is None:
        return since.astimezone(UTC) + BY_THE_CLOCK[route.within]
    return add_days(cover, since, days)


def parts_of(route: Route, since: datetime, cover: Cover, parts: Sequence[float]) -> tuple[datetime, ...]:
    """When these parts (0 to 1) of the time until then have passed, each on the clock of the route."""
    until, begun = due(route, since, cover), since.astimezone(UTC)
    if route.overrides or route.within not in WORKING_DAYS:
        return tuple(begun + part * (until - begun) for part in parts)
    whole = working_time(cover, since, until)
    return tuple(until if part == 1 else add_time(cover, since, part * whole) for part in parts)


# -- stretches ------------------------------------------------------------------------------------------------------------------


def stretches(cover: Cover, since: datetime) -> Iterator[Stretch]:
    """The stretches of cover that end after `since`, in order and without end. None begins before the last has ended."""
    last: datetime | None = None
    for stretch in _in_order(cover, since):
        begins = stretch.since if last is None else max(stretch.since, last)
        if begins < stretch.until:
            last = stretch.until
            if last > since:
                yield Stretch(begins, last)


def _in_order(cover: Cover, since: datetime) -> Iterator[Stretch]:
    """By their beginning, from the day before: an opening lasts a day at most."""
    first = since.astimezone(cover.zone).date() - _DAY
    for days in count():
        yield from _of_day(cover, first + days * _DAY)


def _of_day(cover: Cover, day: date) -> list[Stretch]:
    """What begins on this day. A stretch that a change of the clocks swallows is none."""
    if day in cover.closed:
        return []
    openings = sorted((each for each in cover.week if each.weekday == day.weekday()), key=lambda each: each.opens)
    found = [_stretch(cover.zone, day, each) for each in openings]
    return [each for each in found if each.since < each.until]


def _stretch(zone: tzinfo, day: date, opening: Opening) -> Stretch:
    last = day if opening.closes > opening.opens else day + _DAY
    return Stretch(instant(datetime.combine(day, opening.opens), zone), instant(datetime.combine(last, opening.closes), zone))


def instant(local: datetime, zone: tzinfo) -> datetime:
    """A local time in UTC. One that does not exist is the first after it that does; of one that comes twice, the first."""
    found = local.replace(tzinfo=zone, fold=0)
    while (there := found.astimezone(UTC)).astimezone(zone).replace(fold=0) != found:
        found += _MINUTE
    return there
