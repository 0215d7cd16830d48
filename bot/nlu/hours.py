"""A day and a time of day made one moment: which half of the day is meant, which night, and what clocks that change do to it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from bot.nlu.clock_finds import Clock

DAY = timedelta(days=1)
_WORK_BEGINS = time(6, 45)  # an hour with no half of the day is in the morning from here on, else in the afternoon
_FIRST_LIGHT = 6  # until then it is still the night that began the evening before


def moment(day: date, at: time, now: datetime) -> datetime:
    """This time of this day in the zone of `now`; one that does not exist becomes the first that does, of two the first."""
    found = datetime.combine(day, at, now.tzinfo)
    while found.astimezone(UTC).astimezone(now.tzinfo).replace(fold=0) != found:
        found += timedelta(minutes=1)
    return found


def later_by(now: datetime, ahead: timedelta) -> datetime:
    """So long after now, by the watch and not by the wall clock."""
    return (now.astimezone(UTC) + ahead).astimezone(now.tzinfo)


def next_at(clock: Clock, part: str, now: datetime) -> datetime:
    """The next time that the clock shows this."""
    times = _readings(clock, part)
    return min(
        moment(now.date() + days * DAY, at, now) for days in (0, 1, 2) for at in times if moment(now.date() + days * DAY, at, now) > now
    )


def on_day(day: date, clock: Clock, part: str, now: datetime) -> datetime:
    """This time of a day that is named; in a night that is named, the small hours are those after it."""
    if day == now.date() and clock.half == "" and not part:
        return _still_today(clock, now)
    at = usual(clock, part)
    after = clock.half == "midnight" or (part == "night" and at.hour < _FIRST_LIGHT)
    if after and day == now.date() and now.hour < _FIRST_LIGHT and moment(day, at, now) > now:
        return moment(day, at, now)
    return moment(day + DAY if after else day, at, now)


def _still_today(clock: Clock, now: datetime) -> datetime:
    """The next of both readings that is today; where both are over, the usual one."""
    today = [moment(now.date(), at, now) for at in _readings(clock, "")]
    ahead = [when for when in today if when > now]
    return min(ahead) if ahead else moment(now.date(), usual(clock, ""), now)


def _readings(clock: Clock, part: str) -> list[time]:
    """What "at 4" can mean."""
    if clock.half != "" or part or clock.at.hour == 12:
        return [usual(clock, part)]
    return [clock.at.replace(hour=hour % 24) for hour in (clock.at.hour % 12, clock.at.hour % 12 + 12)]


def usual(clock: Clock, part: str) -> time:
    """The half of the day that is meant where it was not said: by the part of the day, else seven in the morning to half past six."""
    hour = clock.at.hour
    if clock.half != "":
        return clock.at
    if part == "morning":
        return clock.at.replace(hour=hour % 12)
    if part == "night":
        return clock.at.replace(hour=0 if hour == 12 else hour if hour < _FIRST_LIGHT else hour % 12 + 12)
    if part in ("afternoon", "evening"):
        return clock.at.replace(hour=hour % 12 + 12)
    return clock.at.replace(hour=hour if hour == 12 or clock.at >= _WORK_BEGINS else hour + 12)
