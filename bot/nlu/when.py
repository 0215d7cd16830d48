"""What point in time a message names: a moment or deadline, a period, something that comes round, or none that can be told.

UK conventions: 31/3 is the 31st of March, 2/52 two weeks, "next Friday" the Friday of next week, a weekday named on that weekday a
week ahead unless the hour is still to come, close of business 17:00, the NHS year ends on 31 March.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from bot.nlu.clock_finds import Clock, attributive, clocks_in
from bot.nlu.date_finds import finds_in
from bot.nlu.date_patterns import DEADLINES, NEAR
from bot.nlu.days import later
from bot.nlu.feasts import HOME
from bot.nlu.find import Find
from bot.nlu.hours import later_by, moment, next_at, on_day, usual
from bot.nlu.meant import meant
from bot.nlu.tidy import Said, said

Kind = Literal["instant", "period", "recurring", "none"]


@dataclass(frozen=True, slots=True)
class Point:
    """What was understood. `start`: a plain date, or a date and time in the speaker's zone where an hour was said.

    `start` of a period is its first day (today if it has begun), of something recurring its first occurrence after now, None where
    its days are not named. `ambiguous`: it could be read in another way, or there is no such day: worth asking.
    """

    kind: Kind
    start: date | None = None
    evidence: str = field(default="", repr=False)
    ambiguous: bool = False


NONE = Point("none")


def point_in(text: str, now: datetime, country: str = HOME) -> Point:
    """The point in time that a message names, as its speaker means it at `now` (aware, in their zone). Never fails."""
    message = said(text)
    finds = [find for find in finds_in(message, now.date(), country) if meant(find, message)]
    clocks = [clock for clock in clocks_in(message) if _to_come(clock, message)]
    chosen = _chosen(finds, message)
    clock = _clock_of(chosen, clocks, message)
    if chosen is None or (chosen.start is None and chosen.kind == "none" and clock):
        alone = clock if clock and not attributive(clock, message) else None
        return _by_the_clock(alone, message, now) if alone else _part_alone(message, now)
    return _point(chosen, clock, message, now)


# -- which of the times is meant ------------------------------------------------------------------------------------------------


def _chosen(finds: list[Find], message: Said) -> Find | None:
    """The time that the message is about: what comes round, else a deadline, a day, a period; a later one that corrects it."""
    finds = [find for find in finds if find.sort != "loose" or _all_there_is(find, message)]
    if any(find.start and find.sort not in ("close", "event") for find in finds):
        finds = [find for find in finds if find.sort != "close"]
    if not finds:
        return None
    best = min(finds, key=_rank)
    for find in finds:
        if (
            _rank(find) == _rank(best)
            and find.begin > best.end
            and _CORRECTED.search(message.plain[best.end : find.begin + len(find.prep) + 1])
        ):
            best = find
    return _with_start(best, finds)


def _rank(find: Find) -> int:
    if find.kind == "recurring":
        return 5 if find.sort == "occasion" else 0
    if find.kind == "instant":
        return 1 if find.prep in DEADLINES else 2
    return 3 if find.kind == "period" else 6 - find.doubt


def _with_start(best: Find, finds: list[Find]) -> Find:
    """ "Once a week on Friday", "every other week, on a Tuesday", "daily from Monday": the day that belongs to what comes round."""
    if best.kind != "recurring" or best.start:
        return best
    for find in finds:
        begins = best.sort == "daily" and (find.prep in ("from", "starting", "starting on") or find.kind == "recurring")
        if find.start and (begins or (find.sort in ("weekday", "date") and 0 <= max(find.begin - best.end, best.begin - find.end) <= 4)):
            return replace(best, start=find.start, today_too=find.today_too)
    return best


def _all_there_is(find: Find, message: Said) -> bool:
    """Whether there is hardly anything else in the message: "2/52", "about three weeks?"."""
    return (
        len((message.plain[: find.begin] + message.plain[find.end :]).split()) <= 2 and len(message.plain) - (find.end - find.begin) <= 16
    )


def _to_come(clock: Clock, message: Said) -> bool:
    """Whether a time of day is meant for what is to come."""
    mark = Find(clock.begin, clock.end, "instant", sort="length" if clock.ahead else "weekday", prep="in" if clock.ahead else "")
    if clock.prep in ("by", "before") and not meant(replace(mark, sort="length", prep="in"), message):
        return False
    return meant(mark, message) and not _SINCE.search(message.plain, max(0, clock.begin - NEAR), clock.begin)


def _clock_of(chosen: Find | None, clocks: list[Clock], message: Said) -> Clock | None:
    """The time of day that belongs to the day chosen: the nearest one in its sentence."""
    if chosen is None or (chosen.kind == "none" and chosen.sort == "event"):
        return clocks[0] if clocks else None
    near = [(gap, clock) for clock in clocks if not clock.ahead and (gap := _gap(chosen, clock, message)) is not None]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _gap(find: Find, clock: Clock, message: Said) -> int | None:
    first, second = sorted(((find.begin, find.end), (clock.begin, clock.end)))
    between = message.plain[first[1] : second[0]]
    return None if len(between) > _FARTHEST or _SENTENCE.search(between) else len(between)


# -- the point itself -----------------------------------------------------------------------------------------------------------


def _by_the_clock(clock: Clock, message: Said, now: datetime) -> Point:
    """A time of day and no day, or a while from now."""
    evidence = message.quote(clock.begin, clock.end)
    if clock.ahead:
        return Point("instant", later_by(now, clock.ahead), evidence)
    start = next_at(clock, _part_of_day(message, clock.begin, clock.end), now)
    return Point("period" if clock.ranged else "instant", start, evidence, ambiguous=clock.half == "")


def _part_alone(message: Said, now: datetime) -> Point:
    """ "In the morning", and no day."""
    found = _IN_THE_PART.search(message.plain)
    if found is None or not meant(Find(*found.span(), "period", sort="weekday"), message):
        return NONE
    over = {"morning": 5, "afternoon": 12, "evening": 17}.get(found["part"] or "morning", 14)
    day = now.date() + (now.hour >= over) * timedelta(days=1)
    return Point("period", day, message.quote(*found.span()), ambiguous=True)


def _point(find: Find, clock: Clock | None, message: Said, now: datetime) -> Point:
    begin, end = (min(find.begin, clock.begin), max(find.end, clock.end)) if clock else (find.begin, find.end)
    kind, evidence = _kind(find, clock), message.quote(begin, end)
    doubt = find.doubt or (clock is not None and clock.half == "")
    if kind == "none" or (kind == "recurring" and find.start is None and not (clock and find.sort == "daily")):
        return Point(kind, None, evidence, doubt)
    if clock is None:
        return _part_today(Point(kind, find.start, evidence, doubt), find, message, now)
    return Point(kind, _timed(find, clock, message, now), evidence, doubt)


def _part_today(point: Point, find: Find, message: Said, now: datetime) -> Point:
    """ "Friday night", said on Friday at noon, is tonight."""
    begins = _BEGINS.get(_part_of_day(message, find.begin, find.end), 0) if find.today_too and find.kind == "period" else 0
    return replace(point, start=now.date(), ambiguous=True) if begins > now.hour else point


def _kind(find: Find, clock: Clock | None) -> Kind:
    """An hour said makes one moment of a part of a day, and a stretch of a day where it opens one."""
    if find.kind in ("recurring", "none"):
        return "recurring" if find.kind == "recurring" else "none"
    if clock is None:
        return "period" if find.kind == "period" else "instant"
    if clock.ranged:
        return "period"
    return (
        "period"
        if find.kind == "period" and clock.half != "now" and find.sort not in ("today", "near", "weekday", "date", "feast")
        else "instant"
    )


def _this_time(find: Find, message: Said, now: datetime) -> date:
    """ "This time next week": seven days on."""
    return now.date() + timedelta(days=7) if message.plain[: find.end].endswith("week") else find.start or now.date()


def _timed(find: Find, clock: Clock, message: Said, now: datetime) -> date:
    """The day with its hour; today where today's name was said and the hour is still to come."""
    if clock.half == "now" and (unit := message.plain[: find.end].split()[-1]) in ("month", "year"):
        return later(now.date(), 1, unit)
    if clock.half == "now":
        return moment(_this_time(find, message, now), now.time(), now)
    part = _part_of_day(message, min(find.begin, clock.begin), max(find.end, clock.end))
    if find.start is None or (find.sort == "close" and find.start == now.date()):
        return next_at(replace(clock, half="sure", at=usual(clock, part)), part, now)
    if find.today_too and (today := on_day(now.date(), clock, part, now)) > now:
        return today
    return on_day(find.start, clock, part, now)


def _part_of_day(message: Said, begin: int, end: int) -> str:
    """Morning, afternoon, evening or night, where one is named in this stretch or right after it."""
    found = _PART.search(message.plain[begin : end + _PART_NEAR])
    return _PARTS.get(found[0], found[0]) if found else ""


_SINCE = re.compile(r"\bsince(?: about| around| like)? $")
_FARTHEST = 45  # characters between a day and its hour
_PART_NEAR = 16  # characters after an hour in which the part of the day is named
_SENTENCE = re.compile(r"[.!?;](?:\s|$)")
_CORRECTED = re.compile(r"\b(?:no|actually|sorry|i mean|make (?:it|that)|wait|rather|scrap|not)\b|\bno,")
_PART = re.compile(r"\b(?:morning|afternoon|arvo|evening|eve|tonight|night)\b")
_BEGINS = {"morning": 7, "afternoon": 12, "evening": 17, "night": 20}
_PARTS = {"arvo": "afternoon", "eve": "evening", "tonight": "night"}
_IN_THE_PART = re.compile(
    r"\b(?:first thing(?: in the morning)?|in the (?P<part>morning|afternoon|evening)|at lunch ?time|"
    r"lunch ?time)\b(?! (?:meeting|huddle|round|handover))"
)
