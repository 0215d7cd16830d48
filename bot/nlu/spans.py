"""Stretches of time: this week, the next six months, 2/52, the end of the quarter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.nlu.date_patterns import (
    BEGINNINGS,
    COUNTED,
    DEADLINE,
    DEADLINES,
    LENGTH_LEAD,
    OWN_UNITS,
    SPAN,
    VAGUE_COUNTS,
    at,
    lead_of,
    many,
    preposition,
)
from bot.nlu.days import calendar_unit, later
from bot.nlu.find import Find, Lead, Rule, words

_ROLLS = words("week month fortnight quarter year")
_ROLLING = words("over for in within during throughout across")
_UNITS = rf"week|weekend|month|quarter|year|fortnight|half term|half-term|season|{OWN_UNITS}"
_FINANCIAL = "financial year|nhs year|tax year|fiscal year|nhs financial year"

_WEEKEND = re.compile(
    rf"\b(?:(?P<prep>at|over|on|during|for|{DEADLINE}|after) )?the weekend\b"
    r"(?! (?:staff|cover|shift|rota|rate|team|pay|i was|we had))"
    r"|(?:^|[,.;] ?)(?:(?:maybe|probably|probs) )?weekend(?=$|[,.?!;]| (?:maybe|probably|when|if|then|please)\b)"
)
_THIS = re.compile(
    r"\b(?P<end>(?:the )?(?:end|back end) of )?(?P<first>(?:the )?(?:start|beginning|middle) of )?(?:(?P<bit>early|mid|late)[ -])?"
    rf"(?P<the>the )?(?P<which>this coming|this|next|coming|current|following) (?P<unit>{_UNITS}|{_FINANCIAL})\b(?! after next)"
)
_AFTER_NEXT = re.compile(r"\b(?:the )?(?P<unit>week|weekend|month) after (?P<which>next|this one|this coming one|this)\b(?! week)")
_REST = re.compile(r"\b(?:(?:for|over|during) )?(?:the )?rest of (?:the|this) (?P<unit>week|month|year|day|quarter)\b")
_MIDWEEK = re.compile(r"\b(?:mid[ -]?week)(?P<next>,? next week)?\b")
_END = re.compile(
    rf"\b(?:(?P<prep>{DEADLINE}|at|towards|till) )?(?:(?:the )?(?:end|ends|back end) of (?:the |my |this |our )?"
    rf"(?P<unit>week|month|year|quarter|job|post|{_FINANCIAL}|day|preceptorship|probation|{OWN_UNITS})|"
    r"(?P<short>month|week|nhs year|financial year|year|term|quarter)[ -]ends?|(?P<letters>eow|eom)|(?P<close>cob|eod|"
    r"close of play|close of business))\b"
    r"(?! \d|[ -]of[ -]life)"
)
_DURATION = re.compile(
    rf"\b(?:(?P<many>{COUNTED})[ -]|(?=(?:{SPAN})\b))"
    rf"(?:full |working |solid |consecutive |calendar |whole )?(?P<unit>{SPAN})(?:'s?)?(?P<time> time| from now| from today| hence)?\b"
    r"(?! (?:wait|rule|old|mortality|ahead|in advance|off|unit|case|surgery|assessment|ago)\b|-)"
)
_SHORT_LENGTH = re.compile(r"\b(?P<many>\d{1,2}) ?(?P<unit>w|d|wks?|mths?|mo|yrs?)(?P<time> time)?\b(?!-)")
_HOURS = re.compile(
    rf"\b(?:within the hour|(?:in|within|over) the (?:next|coming) (?:{COUNTED}|couple of)? ?(?:hours?|minutes?|mins?)|"
    rf"within (?:{COUNTED}) hours)\b(?! of\b)"
)
_START = re.compile(
    rf"\b(?:(?P<prep>{DEADLINE}|at|from) )?(?:the )?(?:start|beginning) of the (?P<unit>week|month|quarter|year|financial year)\b"
)
_WITHIN = re.compile(r"\bwithin the (?P<unit>day|week|month|fortnight|year)\b")
_WEEK_NUMBER = re.compile(rf"\b(?:{DEADLINE} )?(?:(?:the )?end of )?(?:my )?weeks? (?P<number>\d{{1,2}})(?: ?(?:-|to) ?\d{{1,2}})?\b")
_SHORT_UNITS = {"w": "week", "wk": "week", "d": "day", "mth": "month", "mo": "month", "yr": "year"}
_BITS = {"week": {"early": 0, "mid": 2, "late": 3}, "month": {"early": 0, "mid": 14, "late": 20}}


def length(match: re.Match[str], lead: Lead, ahead: bool, end: date, today: date) -> Find:
    """A stretch from today on, or the day it leads to ("in two weeks")."""
    found = at(match, "instant", end, end, lead) if ahead else at(match, "period", today, end, lead)
    return replace(found, sort="length")


def _weekend(match: re.Match[str], today: date) -> Find | None:
    first, last = calendar_unit("weekend", today)
    prep = match["prep"] or ""
    if first is None or last is None:
        return None
    if prep in DEADLINES:
        return replace(at(match, "instant", max(first, today), last), sort="unit", prep=prep)
    return replace(at(match, "period", max(first, today), last), sort="unit", prep=prep)


def _this(match: re.Match[str], today: date) -> Find | None:
    unit, lead, following = _calendar_name(match["unit"]), lead_of(match), match["which"] in ("next", "following")
    prep = preposition(lead)
    the = match["the"] or (lead and lead[0].endswith("the "))
    if match["which"] in ("next", "coming") and unit in _ROLLS and (unit == "fortnight" or (the and prep in _ROLLING)):
        return replace(at(match, "period", today, later(today, 1, unit), lead), sort="length")
    first, last = calendar_unit(unit, today, following=following)
    if first is None or last is None:
        return replace(at(match, "none", lead=lead), sort="event")
    if match["end"]:
        return replace(at(match, "instant", last, last, lead), sort="unit", doubt=unit == "week")
    return replace(_unit(match, lead, first, last, today), sort="unit")


def _unit(match: re.Match[str], lead: Lead, first: date, last: date, today: date) -> Find:
    """A week or month that is named, a part of it, or the deadline it is."""
    prep, bits = preposition(lead), _BITS.get(match["unit"], {})
    if prep in BEGINNINGS or match["first"]:
        return at(match, "instant", max(first, today), lead=lead)
    if prep in DEADLINES:
        return replace(at(match, "instant", first if first > today else last, last, lead), doubt=True)
    begin = first + timedelta(days=bits.get(match["bit"] or "", 0))
    return replace(at(match, "period", max(begin, today), last, lead), doubt=bool(match["bit"]))


def _calendar_name(unit: str) -> str:
    return "financial year" if unit in _FINANCIAL.split("|") else unit


def _after_next(match: re.Match[str], today: date) -> Find | None:
    unit, steps = match["unit"], 2 if match["which"] == "next" else 1
    base = later(today.replace(day=1), 1, "month") if unit == "month" else today + timedelta(days=7)
    first, last = calendar_unit(unit, base if steps == 2 else today, following=True)
    return replace(at(match, "period", first, last, lead_of(match)), sort="unit")


def _rest(match: re.Match[str], today: date) -> Find | None:
    _, last = calendar_unit(match["unit"], today)
    return replace(at(match, "period", today, last), sort="unit")


def _midweek(match: re.Match[str], today: date) -> Find | None:
    first, last = calendar_unit("week", today, following=bool(match["next"]) or today.weekday() > 2)
    return replace(at(match, "period", first and first + timedelta(days=2), last), sort="unit", doubt=True)


def _end(match: re.Match[str], today: date) -> Find | None:
    unit = match["unit"] or match["short"] or {"eow": "week", "eom": "month"}.get(match["letters"] or "", "day")
    _, last = calendar_unit(_calendar_name(unit), today)
    sort = "close" if match["close"] or unit == "day" else "unit"
    found = at(match, "instant" if last else "none", last, last)
    return replace(found, sort=sort if last else "event", prep=match["prep"] or "", doubt=unit == "week")


def _duration(match: re.Match[str], today: date) -> Find | None:
    number, lead, unit = match["many"], lead_of(match, LENGTH_LEAD), match["unit"].rstrip("s")
    prep, near = preposition(lead), bool(lead and lead["near"])
    if not number and (not near or (lead and lead["near"] == "first ")) and unit != "fortnight":
        return None
    alone = match.string.strip(" ?.!") in (match[0], f"about {match[0]}", f"another {match[0]}")
    if not near and not match["time"] and not alone and _loose(number or "one", prep, unit):
        return None
    ahead = bool(match["time"]) or (prep in ("in", "after") and not near)
    found = length(match, lead, ahead, later(today, many(number), unit), today)
    vague = ahead and number in VAGUE_COUNTS
    return replace(found, sort="loose" if vague or (not (lead and (prep or near)) and not match["time"]) else "length", doubt=vague)


def _loose(number: str, prep: str, unit: str) -> bool:
    """ "A day" and "one week" bound a goal only after "for", "within" and their like."""
    single = number in ("a", "an", "one", "1", "this")
    return single and unit != "fortnight" and (not prep or (unit == "day" and prep != "in") or prep in ("under", "x"))


def _hours(match: re.Match[str], today: date) -> Find | None:
    return length(match, None, False, today, today)


def _start(match: re.Match[str], today: date) -> Find | None:
    first, _ = calendar_unit(match["unit"], today, following=True)
    return replace(at(match, "instant", first, first), sort="unit", prep=match["prep"] or "", doubt=True)


def _within(match: re.Match[str], today: date) -> Find | None:
    return length(match, None, False, later(today, 1, match["unit"]), today)


def _short_length(match: re.Match[str], today: date) -> Find | None:
    lead = lead_of(match, LENGTH_LEAD)
    if preposition(lead) not in ("in", "for", "within", "over") and not (lead and lead["near"]):
        return None
    unit = _SHORT_UNITS[match["unit"].rstrip("s")]
    ahead = preposition(lead) == "in" and not (lead and lead["near"])
    return length(match, lead, ahead or bool(match["time"]), later(today, int(match["many"]), unit), today)


def _unplaced(match: re.Match[str], today: date) -> Find | None:
    return replace(at(match, "none"), sort="event")


_SPANS = words("day days week weeks fortnight fortnights month months year years week's weeks' month's day's")
RULES = (
    Rule(words("weekend"), _WEEKEND, _weekend),
    Rule(words("this next coming current following"), _THIS, _this),
    Rule(words("after"), _AFTER_NEXT, _after_next),
    Rule(words("rest"), _REST, _rest),
    Rule(words("midweek mid"), _MIDWEEK, _midweek),
    Rule(words("end ends cob close eod eow eom week-end"), _END, _end),
    Rule(_SPANS, _DURATION, _duration),
    Rule(words("within next coming"), _HOURS, _hours),
    Rule(words("start beginning"), _START, _start),
    Rule(words("within"), _WITHIN, _within),
    Rule(words("in for within over next first"), _SHORT_LENGTH, _short_length),
    Rule(words("week weeks"), _WEEK_NUMBER, _unplaced),
)
