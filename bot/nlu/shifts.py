"""What moves or widens a time that is named: the day before it, a week on Friday, Friday week, after Easter, from Monday to Wednesday."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.nlu.date_patterns import NEAR, many
from bot.nlu.days import later, monday
from bot.nlu.find import Find, apart
from bot.nlu.numbers import COUNT
from bot.nlu.tidy import Said

_PLACED = ("today", "near", "weekday", "date", "feast", "month", "unit")
_AWAY = re.compile(
    rf"(?<!for )(?<!over )(?<!within )(?<!last )\b(?:the )?(?:(?P<many>{COUNT}|a|an|couple of) )?(?P<unit>day|night|week|fortnight|month)s?"
    r"(?P<how> before| after| from| on| ahead of)?(?: the| my)? ?$"
)
_WEEK = re.compile(r"(?:,? a)? (?P<unit>week|fortnight)\b(?! \d| after| of| before| from| on)")
_COMMENCING = re.compile(r"\b(?:w/?c|w/?b|(?:the )?(?:week|wk) (?:commencing|beginning|starting|of|comm|c))(?: the| on)?:? ?$")
_PART = re.compile(
    r",? (?:(?:in|at) the |in |at |just |the |before |after |around |over )?(?:early |late |mid[ -]?)?(?P<part>morning|"
    r"afternoon|aft|arvo|evening|eve|night|lunchtime|lunch time|lunch|"
    r"am|pm|teatime|tea time|breakfast|first thing)\b(?! (?:shift|off|duty)\b(?! on))"
)
_PART_OF = re.compile(
    r"\b(?:(?:on|in) )?(?:the )?(?:early |late )?(?:morning|afternoon|evening|night|day)(?: of| on)(?: the)? ?$|\bfirst thing(?: on)? ?$"
)
_DATED = re.compile(r",? ?(?:the |on the )?")
_TO = re.compile(r"\s?(?:and|to|till|until|through|-|,)(?: the)?\s?$")
_FROM_NOW = re.compile(r"\b(?:between|from) (?:now|today) (?:and|to|until|till|up to|onwards until)(?: the)? ?$")
_BETWEEN = re.compile(r"\b(?:between|from)(?: the)? ?$")
_CLAUSE_SPAN = 24  # characters in which what belongs to a time is looked for


def shifted(finds: list[Find], message: Said, today: date) -> list[Find]:
    """The finds with what stands around them taken in."""
    if not finds:
        return finds
    finds = _dated(finds, message.plain)
    moved = [_moved(find, message.plain, today) for find in finds]
    return apart(_ranges(apart(moved), message.plain, today))


def _dated(finds: list[Find], plain: str) -> list[Find]:
    """ "Saturday the 24th" is the 24th, and worth asking about where that is no Saturday."""
    kept: list[Find] = []
    for find in finds:
        day = kept[-1] if kept else None
        if (
            day
            and day.sort == "weekday"
            and day.kind == "instant"
            and find.sort == "date"
            and _DATED.fullmatch(plain[day.end : find.begin])
        ):
            kept.pop()
            same = bool(day.start and find.start and day.start.weekday() == find.start.weekday())
            find = replace(find, begin=day.begin, prep=day.prep or find.prep, doubt=find.doubt or not same)
        kept.append(find)
    return kept


def _moved(find: Find, plain: str, today: date) -> Find:
    if find.sort not in _PLACED or find.start is None or find.kind == "recurring":
        return find
    for step in _STEPS:
        find = step(find, plain, today)
    return find


def _commencing(find: Find, plain: str, today: date) -> Find:
    lead = _COMMENCING.search(_up_to(find, plain))
    if lead is None or find.kind != "instant" or find.start is None:
        return find
    first = monday(find.start) if " of" in lead[0] else find.start
    return replace(find, begin=lead.start(), kind="period", start=first, due=first + timedelta(days=6), sort="unit", prep="")


def _away(find: Find, plain: str, today: date) -> Find:
    """So many days or weeks from it, or before it."""
    head = plain[max(0, find.begin - _CLAUSE_SPAN) : find.begin]
    lead = _AWAY.search(head) if head.endswith(" ") else None
    how = (lead["how"] or "").strip() or find.prep if lead else ""
    if lead is None or find.start is None or (not lead["many"] and lead["unit"] not in ("day", "night", "week")):
        return find
    if how not in ("before", "after", "from", "on", "ahead of") and (
        how or find.sort not in ("today", "near", "weekday") or not lead["many"]
    ):
        return find
    if not lead["many"] and how not in ("before", "after"):
        return find
    unit = "day" if lead["unit"] == "night" else lead["unit"]
    backwards = how in ("before", "ahead of")
    base = replace(find, begin=find.begin - len(head) + lead.start(), prep="", doubt=False)
    return _at_distance(
        base, many(lead["many"]), unit, backwards, weekly=not lead["many"] and unit == "week", night=lead["unit"] == "night"
    )


def _at_distance(find: Find, number: int, unit: str, backwards: bool, *, weekly: bool, night: bool) -> Find:
    if find.start is None:
        return find
    if backwards:
        span = (find.start - later(find.start, number, unit)).days
        day = find.start + timedelta(days=span)
    else:
        day = later(find.due or find.start, number, unit) if find.kind == "period" else later(find.start, number, unit)
    if weekly:
        return replace(find, kind="period", start=monday(day), due=monday(day) + timedelta(days=6), doubt=True)
    return replace(find, kind="period" if night else "instant", start=day, due=day, sort="date", today_too=False)


def _week(find: Find, plain: str, today: date) -> Find:
    """ "Friday week", "tomorrow week", "this day week"."""
    found = _WEEK.match(plain, find.end)
    if found is None or find.sort not in ("today", "near", "weekday") or find.start is None or find.kind == "period":
        return find
    day = find.start + timedelta(days=14 if found["unit"] == "fortnight" else 7)
    return replace(find, end=found.end(), start=day, due=day, sort="date", today_too=False)


def _part(find: Find, plain: str, today: date) -> Find:
    """A part of the day is a period, unless it is a deadline."""
    if find.kind != "instant" or find.sort not in ("today", "near", "weekday", "date", "feast"):
        return find
    found, lead = _PART.match(plain, find.end), _PART_OF.search(plain, max(0, find.begin - NEAR), find.begin)
    if found is None and lead is None:
        return find
    find = replace(find, begin=lead.start() if lead else find.begin, end=found.end() if found else find.end)
    deadline = find.prep in ("by", "before", "until", "till", "no later than", "due")
    return find if deadline or (found and found["part"] == "first thing") or (lead and "first" in lead[0]) else replace(find, kind="period")


def _after(find: Find, plain: str, today: date) -> Find:
    """After a known day: from the day after on. From a day on: from that day."""
    if find.prep == "after" and find.start and not plain.startswith("'s", find.end):
        day = (find.due if find.kind == "period" and find.due else find.start) + timedelta(days=1)
        return replace(find, kind="period", start=day, due=None)
    if find.prep in ("from", "as of") and find.kind == "instant" and find.sort != "month":
        return replace(find, kind="period")
    return find


def _ranges(finds: list[Find], plain: str, today: date) -> list[Find]:
    """Two days with "between … and …", "from … to …", or "to" between them become one period; "between now and" begins today."""
    kept: list[Find] = []
    for find in finds:
        lead = _FROM_NOW.search(_up_to(find, plain)) if find.start else None
        if lead and find.start:
            find = replace(find, begin=lead.start(), kind="period", start=today, due=find.start)
        elif kept and _joined(kept[-1], find, plain):
            first = kept.pop()
            find = replace(first, end=find.end, kind="period", due=find.start)
        kept.append(find)
    return kept


def _up_to(find: Find, plain: str) -> str:
    """What stands before the find, with its own preposition."""
    end = find.begin + len(find.prep)
    return plain[max(0, end - NEAR) : end].rstrip() + " "


def _joined(first: Find, second: Find, plain: str) -> bool:
    if (
        first.start is None
        or second.start is None
        or second.start <= first.start
        or first.kind == "recurring"
        or second.begin - first.end > 6
    ):
        return False
    gap = plain[first.end : second.begin] + (second.prep + " " if second.prep in ("and", "until", "till") else "")
    led = bool(_BETWEEN.search(plain[max(0, first.begin - NEAR) : first.begin].rstrip() + " ")) or first.prep in ("from", "between")
    return bool(_TO.search(gap)) and (led or ("and" not in gap and "," not in gap))


_STEPS: tuple[Callable[[Find, str, date], Find], ...] = (_commencing, _week, _away, _part, _after)
