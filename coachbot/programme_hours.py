"""Days, times and shifts as a programme file writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from coaching.cover import Cover, Duty, Opening
from handoff.hours import instant

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERY_DAY = ("every day", "daily", "all days")
EXAMPLE = '{days: Monday to Friday, from: "09:00", to: "17:00"}'
ONCE = '{who: Ana Bell, since: "2026-12-24 20:00", until: "2026-12-25 08:00"}'
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_RANGE = re.compile(r"\s+(?:to|until|till|through)\s+|\s*[-–]\s*")
_BETWEEN = re.compile(r"\s*(?:,|\band\b)\s*")


class OpeningOfFile(BaseModel):
    """The same hours on some days of every week; `to` at or before `from` is on the next day, and 24:00 is midnight."""

    model_config = ConfigDict(extra="forbid")

    days: tuple[int, ...]
    opens: time = Field(alias="from")
    closes: time = Field(alias="to")

    @field_validator("days", mode="before")
    @classmethod
    def _days(cls, given: object) -> tuple[int, ...]:
        return weekdays(given)

    @field_validator("opens", "closes", mode="before")
    @classmethod
    def _clock(cls, given: object) -> time:
        return clock_time(given)

    def openings(self) -> Iterable[Opening]:
        return (Opening(day, self.opens, self.closes) for day in self.days)


class ShiftOfFile(BaseModel):
    """A shift of somebody, by name, e-mail or staff id: on days of every week, or once from `since` to `until`, in the programme's zone."""

    model_config = ConfigDict(extra="forbid")

    who: str = Field(min_length=1)
    days: tuple[int, ...] = ()
    opens: time | None = Field(None, alias="from")
    closes: time | None = Field(None, alias="to")
    since: datetime | None = None
    until: datetime | None = None

    @field_validator("days", mode="before")
    @classmethod
    def _days(cls, given: object) -> tuple[int, ...]:
        return weekdays(given)

    @field_validator("opens", "closes", mode="before")
    @classmethod
    def _clock(cls, given: object) -> time:
        return clock_time(given)

    @model_validator(mode="after")
    def _one_of_two(self) -> ShiftOfFile:
        weekly = (bool(self.days), self.opens is not None, self.closes is not None)
        once = (self.since is not None, self.until is not None)
        if not (all(weekly) and not any(once)) and not (all(once) and not any(weekly)):
            raise ValueError(f"a shift comes every week, as {{who: Ana Bell, {EXAMPLE[1:]}, or once, as {ONCE}")
        if self.since is not None and self.until is not None and _in(self.since, "UTC") >= _in(self.until, "UTC"):
            raise ValueError("a shift ends after it begins")
        return self

    def duty(self, zone: str) -> Duty:
        """The same for everything behind the file."""
        if self.since is not None and self.until is not None:
            return Duty(self.who.strip(), since=_in(self.since, zone), until=_in(self.until, zone))
        opens, closes = self.opens or time(), self.closes or time()
        return Duty(self.who.strip(), tuple(Opening(day, opens, closes) for day in self.days))


def cover_of(hours: Iterable[OpeningOfFile], zone: str, closed: Iterable[date]) -> Cover:
    """The cover of a programme file whose zone is known."""
    week = tuple(opening for each in hours for opening in each.openings())
    return Cover(week, ZoneInfo(zone), frozenset(closed))


def _in(when: datetime, zone: str) -> datetime:
    return when if when.tzinfo is not None else instant(when, ZoneInfo(zone))


# -- days and times -------------------------------------------------------------------------------------------------------------


def weekdays(given: object) -> tuple[int, ...]:
    """0 is Monday. ValueError says how days are written."""
    texts = given if isinstance(given, list) else [given]
    found = {day for text in texts for day in _days_of(text)}
    return tuple(sorted(found))


def _days_of(text: object) -> Iterable[int]:
    plain = text.strip().casefold() if isinstance(text, str) else ""
    if plain in EVERY_DAY:
        return range(len(DAYS))
    return [day for part in _BETWEEN.split(plain) for day in _stretch(part, text)]


def _stretch(part: str, text: object) -> Iterable[int]:
    """One day, or the days from one to another, over the week's end too."""
    first, *others = [_day(each, text) for each in _RANGE.split(part)]
    if len(others) > 1:
        raise ValueError(_not_days(text))
    span = (others[0] - first) % len(DAYS) if others else 0
    return [(first + number) % len(DAYS) for number in range(span + 1)]


def _day(name: str, text: object) -> int:
    found = [number for number, day in enumerate(DAYS) if len(name) >= 3 and (day.startswith(name) or day + "s" == name)]
    if len(found) != 1:
        raise ValueError(_not_days(text))
    return found[0]


def _not_days(text: object) -> str:
    return f"{text} are no days: write them as Monday, Monday to Friday, or every day"


def clock_time(given: object) -> time:
    """A time of day; 24:00 is the midnight that ends it. ValueError says how times are written."""
    found = _CLOCK.fullmatch(str(given).strip()) if isinstance(given, (str, int)) and not isinstance(given, bool) else None
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour == 24 and minute == 0:
        return time()
    if hour > 23 or minute > 59:
        raise ValueError(f'{given} is no time of day: write it as "09:00"')
    return time(hour, minute)
