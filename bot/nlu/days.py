"""Sums with dates: the next time a date comes round, so many weeks on, the first and last day of a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FARTHEST = 999  # of any unit: nobody sets a goal beyond it

_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


def next_date(today: date, day: int, month: int, year: str | None) -> date | None:
    """This date, the next time it comes round unless a year is given ("26", "2026"); None where there is no such date."""
    wanted = (int(year) + (2000 if len(year) == 2 else 0)) if year else today.year
    try:
        found = date(wanted, month, day)
        return found.replace(year=wanted + 1) if not year and found < today else found
    except ValueError:
        return None


def next_day_of_month(today: date, day: int) -> date | None:
    """The next month's day with this number after today."""
    month = today.replace(day=1)
    for _ in range(12):
        if 1 <= day <= last_of_month(month).day and month.replace(day=day) > today:
            return month.replace(day=day)
        month = later(month, 1, "month")
    return None


def coming(today: date, weekday: int) -> date:
    """The coming Monday (0) to Sunday (6); named on that day it is a week ahead."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def next_weeks(today: date, weekday: int) -> date:
    """The same day of next week: "next Friday"."""
    return monday(today) + timedelta(days=7 + weekday)


def monday(today: date) -> date:
    """The Monday of this week."""
    return today - timedelta(days=today.weekday())


def last_of_month(day: date) -> date:
    """The last day of this day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def nth_weekday(first: date, place: int, weekday: int) -> date:
    """The first to fourth such weekday of the month that begins on `first`; -1 is the last one."""
    if place < 0:
        last = last_of_month(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


def later(day: date, many: int, unit: str) -> date:
    """So many days, weeks, fortnights, months, quarters or years on; the 31st becomes the last day of a shorter month."""
    many = min(many, FARTHEST)
    if unit in _DAYS_IN:
        return day + timedelta(days=many * _DAYS_IN[unit])
    months = day.month - 1 + many * _MONTHS_IN[unit]
    first = date(day.year + months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, last_of_month(first).day))


def calendar_unit(unit: str, today: date, *, following: bool = False) -> tuple[date | None, date | None]:
    """The first and last day of this or the following unit; nothing for one that only the speaker can place, a rotation."""
    if unit in ("week", "weekend", "day", "fortnight"):
        return _short_unit(unit, today, following)
    firsts = {
        "month": (today.replace(day=1), 1),
        "quarter": (today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3),
        "year": (today.replace(month=1, day=1), 12),
        "financial year": (date(today.year - (today.month < 4), 4, 1), 12),
    }
    if unit not in firsts:
        return None, None
    first, months = firsts[unit]
    begin = later(first, months * following, "month")
    return begin, later(begin, months, "month") - timedelta(days=1)


def _short_unit(unit: str, today: date, following: bool) -> tuple[date, date]:
    first = monday(today) + timedelta(days=7 * following)
    spans = {
        "day": (today, today),
        "week": (first, first + timedelta(days=6)),
        "weekend": (first + timedelta(days=5), first + timedelta(days=6)),
        "fortnight": (today, today + timedelta(days=14)),
    }
    return spans[unit]
