"""Dates of the calendar: 31/3, the 5th, 12 June, next spring's months, quarters and years. UK order: the day comes first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.nlu.date_patterns import (
    BEGIN,
    BEGINNINGS,
    DAY_NAME,
    DEADLINE,
    DEADLINES,
    MONTH,
    MONTHS,
    NEAR,
    NUMBER,
    ORDINALS,
    WEEKDAYS,
    any_of,
    at,
    lead_of,
    moment,
    nth,
    preposition,
)
from bot.nlu.days import last_of_month, later, next_date, next_day_of_month, nth_weekday
from bot.nlu.find import Find, Lead, Rule, words
from bot.nlu.spans import length

_DATED = BEGINNINGS | DEADLINES | {"on", "and", "since"}
_SHORTHAND = {52: "week", 7: "day", 12: "month"}
_YEAR = r"(?:,? (?P<year>20\d\d)\b| '(?P<short>\d\d)\b)?"
_COUNTED = r"(?! ?%| (?:of us|of them|patients?|people|staff|times|hours?|minutes?|mins|days|weeks|beds?|nurses)\b)"
_THINGS = (
    "floor|time|attempt|go|night|day|shift|ring|try|ward|bed|bay|patient|one|round|week|month|year|visit|call|step|degree|person|nurse|"
    "rib|space|metatarsal|finger|toe|cycle|dose|line|child|baby|placement|interview|course|place|world|party|arrest|death|fall|"
    "complaint|datix|in a row|of (?:my|the|his|her|our|their) |of \\d|or \\d|nerve|cranial|stage|year[s]? student|years?"
)

_NUMERIC = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?:(?P=sep)(?P<year>\d{4}|\d{2}))?(?![\d/%]|\.\d|:\d| ?(?:pm|am)\b"
    r"| (?:pain|sats|service|days|cover|of|on the scale|confident|confidence|hx|history|ago|old|post|review|check|supply|"
    r"contract|leave hx)\b)"
)
_DATE_LEAD = re.compile(
    rf"(?:(?P<prep>{DEADLINE}|{BEGIN}|on|and|since)(?: the)?|(?:booked|set|down|planned|pencilled in|scheduled|date|deadline|it|that|exam|"
    rf"interview|meeting)(?:'s| is| was)?(?: for| in| on)?|w/?c|starts?|begins?|opens|closes|ends|(?:{DAY_NAME})) $"
)
_EACH = re.compile(r"\b(?:every|each|q) $")
_LONGEST_SHORTHAND = {52: 52, 7: 14, 12: 12}
_REVIEW = re.compile(r"(?:^|\b)(?:r/?v|review|f/?u|f/you|follow up|rv|repeat|see|back|check in|again)(?: \w+)? $")
_DAY_MONTH = re.compile(rf"\b(?P<day>{NUMBER})(?: of)? {MONTH}{_YEAR}")
_DAYS_OF_MONTH = re.compile(
    rf"\b(?:(?P<prep>between|from) )?(?:the )?(?P<day>{NUMBER})(?: of)?(?: ?(?:-|to|until|till) ?|"
    rf" and )(?:the )?(?P<last>{NUMBER})(?: of)? {MONTH}"
)
_MONTH_DAY = re.compile(rf"\b{MONTH} (?:the )?(?P<day>{NUMBER})\b{_COUNTED}{_YEAR}")
_NTH = re.compile(
    rf"(?:\b(?P<prep>{DEADLINE}|{BEGIN}|on|around|after|between|and|or|for) )?\b(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b"
    r"(?: of (?P<month>this|next|the) month\b)?"
)
_NTH_LEAD = re.compile(rf"(?:^|[,.;(!] ?|\b(?:{DAY_NAME}|is|it's|say|maybe|about|the|was|until|make it|week of|w/?c|commencing) )$")
_NTH_TAIL = re.compile(
    r"$|[,.;:?!)]|'| (?:at|in the (?:morning|afternoon|evening)|and|or|if|when|so|then|is|works|suits|please|for|because|after|before|"
    r"once|while|as|maybe|probably|onwards?|to|i|i'm|i'll|we|that|but|which|with|next)\b| -"
)
_NTH_THING = re.compile(rf"[ -](?:\w+ )?(?:{_THINGS})")
_MONTHLY = re.compile(
    rf"\b(?:(?:on|by) )?(?:the )?(?P<day>{NUMBER})(?:(?: and|,) (?:the )?(?P<other>{NUMBER}))? of (?:each|every) month\b"
    r"|\b(?:every|each) (?P<only>\d{1,2}(?:st|nd|rd|th))(?: of the month)?\b"
)
_IN_MONTH = re.compile(
    rf"\b(?P<prep>{DEADLINE}|{BEGIN}|in|during|throughout|this|next|through|all of|of|for|end(?: of)?|start of|beginning of|"
    rf"early|mid|late|over|around)[ -]"
    rf"(?:(?:the )?(?P<part>end|start|beginning|middle) of |(?P<bit>early|mid|late|start|beginning|end)[ -](?:of )?)?"
    rf"{MONTH}(?: (?P<year>20\d\d)\b)?"
    r"(?! (?:is|was|said|says|gets|has|and i|did|does|will|ward|comes|who|told|from)\b)"
)
_BARE_MONTH = re.compile(
    rf"(?:^|[,.;] ?|\b(?:probs|probably|maybe|say|perhaps|about|sometime|or|like) ){MONTH}"
    r"(?=$|[,.?!;]| (?:sometime|some time|when|once|maybe|probably|time|i'd say|if|please|or)\b)"
)
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_YEAR_ALONE = re.compile(rf"\b(?P<prep>{DEADLINE}|in|during) (?P<end>the end of |end of )?(?P<year>20\d\d)\b(?![-/.:]\d| ?h)")
_QUARTER = re.compile(
    rf"\b(?:(?P<prep>{DEADLINE}|in|during|for|from) )?(?P<end>(?:the )?end of )?q(?P<quarter>[1-4])\b"
    r"(?: (?:of )?(?P<year>next year|20\d\d))?(?P<ends> ends?\b)?"
)
_NTH_WEEK = re.compile(
    rf"\b(?:in |during |over |by |on )?(?:the )?(?P<nth>first|second|third|last|1st|2nd|3rd) (?P<unit>week|day) (?:of|in) "
    rf"(?:(?P<own>the|this|next) month|{MONTH})"
)
_NTH_WEEKDAY = re.compile(
    r"\b(?:on |by |before )?(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) "
    rf"(?P<weekday>{DAY_NAME}) (?:of|in) (?:(?P<own>the|each|every|this|next) month|{MONTH})"
)
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_PARTS = {"early": 1, "start": 1, "beginning": 1, "mid": 15, "middle": 15, "late": 21}


def _numeric(match: re.Match[str], today: date) -> Find | None:
    first, second, year = int(match["a"]), int(match["b"]), match["year"]
    lead = lead_of(match)
    dated = _DATE_LEAD.search(match.string, max(0, match.start() - NEAR), match.start()) or _alone(match)
    if (
        match["sep"] == "/"
        and not year
        and _is_shorthand(first, second, lead, bool(_DATE_LEAD.search(match.string, max(0, match.start() - NEAR), match.start())))
    ):
        return _shorthand(match, lead, later(today, first, _SHORTHAND[second]), today)
    if not year and (match["sep"] != "/" or not dated):
        return None
    day = next_date(today, first, second, year)
    if day is None and second > 12 >= first:
        return replace(moment(match, lead, next_date(today, second, first, year), "date"), doubt=True)
    return moment(match, lead, day, "date") if day or (dated and first <= 31 and second <= 12) else None


def _is_shorthand(first: int, second: int, lead: Lead, dated: bool) -> bool:
    """Whether 3/7 are three days: not where it is led like a date, and no 25/7 or 14/12 that nothing says is a length."""
    lasting = preposition(lead) in ("in", "for", "within", "over", "after", "x")
    return second in _SHORTHAND and not dated and (lasting or first <= _LONGEST_SHORTHAND[second])


def _alone(match: re.Match[str]) -> bool:
    """Whether there is hardly anything else in the message, or it can be no score and no fraction."""
    first, second = int(match["a"]), int(match["b"])
    score = second in (5, 10) and first <= second
    return (len(match.string) - len(match[0]) <= 8 and match.start() <= 3 and not score) or 12 < first <= 31


def _shorthand(match: re.Match[str], lead: Lead, end: date, today: date) -> Find | None:
    if int(match["a"]) == 0:
        return None
    if _EACH.search(match.string, max(0, match.start() - NEAR), match.start()):
        return replace(at(match, "recurring"), counts=True, sort="habit")
    ahead = (
        preposition(lead) == "in"
        or match.string.startswith((" from now", " time"), match.end())
        or bool(_REVIEW.search(match.string, max(0, match.start() - NEAR), match.start()))
    )
    found = length(match, lead, ahead, end, today)
    return replace(found, sort="length" if ahead or lead or _alone(match) else "loose")


def _day_month(match: re.Match[str], today: date) -> Find | None:
    year = match["year"] or match["short"]
    return moment(match, lead_of(match), next_date(today, nth(match["day"]), MONTHS[match["month"]], year), "date")


def _days_of_month(match: re.Match[str], today: date) -> Find | None:
    month = MONTHS[match["month"]]
    first, last = (next_date(today, nth(match[name]), month, None) for name in ("day", "last"))
    if first is None or last is None or nth(match["day"]) >= nth(match["last"]):
        return None
    return replace(at(match, "period", today if first > last else first, last), sort="date")


def _nth(match: re.Match[str], today: date) -> Find | None:
    prep, tail = match["prep"] or "", match.end()
    if _NTH_THING.match(match.string, tail) or re.match(rf" (?:of )?(?:{any_of(MONTHS)})\b", match.string[tail : tail + 14]):
        return None
    sure = (prep in _DATED or prep in ("around", "after", "between")) and " the " in f" {match[0]}"
    if not sure and not (
        _NTH_TAIL.match(match.string, tail)
        and _NTH_LEAD.search(match.string, max(0, match.start() - NEAR), match.start())
        and prep != "for"
    ):
        return None
    day = _day_in(match, today)
    found = replace(at(match, "instant", day, None if prep in BEGINNINGS else day), sort="date", prep=prep)
    return found if day else replace(found, kind="none", doubt=True)


def _day_in(match: re.Match[str], today: date) -> date | None:
    number = int(match["day"])
    if match["month"] != "next":
        return next_day_of_month(today, number)
    first = later(today.replace(day=1), 1, "month")
    return next_date(first, number, first.month, str(first.year))


def _monthly(match: re.Match[str], today: date) -> Find | None:
    numbers = [nth(match[name]) for name in ("day", "other", "only") if match[name]]
    days = [day for number in numbers if (day := next_day_of_month(today, number))]
    found = replace(at(match, "recurring", min(days, default=None)), counts=True, sort="habit")
    return replace(found, today_too=today.day in numbers)


def _in_month(match: re.Match[str], today: date) -> Find | None:
    prep, number = match["prep"], MONTHS[match["month"]]
    first = date(int(match["year"] or today.year + (number < today.month)), number, 1)
    last, begin = last_of_month(first), max(first, today)
    part = match["part"] or match["bit"] or (prep.removesuffix(" of") if prep.removesuffix(" of") in (*_PARTS, "end") else "")
    day = last if part == "end" else first.replace(day=_PARTS.get(part, 1))
    if part:
        instant = part == "end" or prep in DEADLINES or match["part"] in ("start", "beginning")
        return _of_month(match, "instant" if instant else "period", max(day, today), last if instant else day)
    if prep in BEGINNINGS:
        return _of_month(match, "instant", begin, None)
    if prep in DEADLINES:
        day = first if first > today else last
        return _of_month(match, "instant", day, first if prep == "before" else last)
    return _of_month(match, "period", min(begin, last), last)


def _of_month(match: re.Match[str], kind: str, start: date, due: date | None) -> Find:
    return replace(at(match, kind, start, due), sort="month", prep=match["prep"])


def _bare_month(match: re.Match[str], today: date) -> Find | None:
    number = MONTHS[match["month"]]
    if match["month"] in ("may", "march", "mar", "sep", "dec", "jan") and not re.match(r"[?.]?$| some", match.string[match.end() :]):
        return None
    first = date(today.year + (number < today.month), number, 1)
    last = last_of_month(first)
    return replace(at(match, "period", min(max(first, today), last), last), sort="month")


def _iso(match: re.Match[str], today: date) -> Find | None:
    return moment(match, lead_of(match), next_date(today, int(match["day"]), int(match["month"]), match["year"]), "date")


def _year(match: re.Match[str], today: date) -> Find | None:
    first, last = date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
    if match["end"] or match["prep"] in DEADLINES:
        return replace(at(match, "instant", last if match["end"] or first <= today else first, last), sort="unit", prep=match["prep"])
    return replace(at(match, "period", max(first, today) if last >= today else first, last), sort="unit", prep=match["prep"])


def _quarter(match: re.Match[str], today: date) -> Find | None:
    month, said = int(match["quarter"]) * 3, match["year"] or ""
    year = int(said) if said.isdecimal() else today.year + (month < today.month or said == "next year")
    last = last_of_month(date(year, month, 1))
    first, prep = date(year, month - 2, 1), match["prep"] or ""
    if match["end"] or match["ends"]:
        return replace(at(match, "instant", last, last), sort="unit", prep=prep)
    if prep in DEADLINES:
        return replace(at(match, "instant", first if first > today else last, last), sort="unit", prep=prep)
    return replace(at(match, "period", max(first, today) if last >= today else first, last), sort="unit", prep=prep)


def _nth_week(match: re.Match[str], today: date) -> Find | None:
    first = _month_meant(match, today)
    place, last = _PLACES[match["nth"]], last_of_month(first)
    if match["unit"] == "day":
        day = last if place < 0 else first + timedelta(days=place - 1)
        return replace(at(match, "instant", day, day), sort="date")
    begin = last - timedelta(days=6) if place < 0 else first + timedelta(days=7 * (place - 1))
    return replace(at(match, "period", max(begin, today), begin + timedelta(days=6)), sort="unit", doubt=True)


def _month_meant(match: re.Match[str], today: date) -> date:
    """The first day of the month that is named, this one or a coming one."""
    if not match["month"]:
        return later(today.replace(day=1), match["own"] == "next", "month")
    number = MONTHS[match["month"]]
    return date(today.year + (number < today.month), number, 1)


def _nth_weekday(match: re.Match[str], today: date) -> Find | None:
    place, weekday, own = _PLACES[match["nth"]], WEEKDAYS[match["weekday"]], match["own"]
    first = _month_meant(match, today)
    day = nth_weekday(first, place, weekday)
    repeats = own in ("the", "each", "every") and not match[0].startswith(("by ", "before "))
    if day <= today and (repeats or match["month"]):
        day = nth_weekday(later(first, 1 if repeats else 12, "month"), place, weekday)
    if repeats:
        return replace(at(match, "recurring", day), counts=True, sort="habit")
    return replace(at(match, "instant", day, day), sort="date", prep=match[0].split()[0] if match[0].startswith(("by", "before")) else "")


_MONTH_WORDS = frozenset(MONTHS)
_FIGURES = frozenset(str(number) for number in range(100)) | frozenset(f"0{number}" for number in range(10))
_NTHS = frozenset(f"{number}{ending}" for number in range(1, 32) for ending in ("st", "nd", "rd", "th"))
_YEARS = frozenset(str(year) for year in range(2000, 2100))
RULES = (
    Rule(_YEARS, _ISO, _iso),
    Rule(_YEARS, _YEAR_ALONE, _year),
    Rule(_FIGURES, _NUMERIC, _numeric),
    Rule(_MONTH_WORDS, _DAY_MONTH, _day_month),
    Rule(_MONTH_WORDS, _MONTH_DAY, _day_month),
    Rule(_MONTH_WORDS, _DAYS_OF_MONTH, _days_of_month),
    Rule(_NTHS, _NTH, _nth),
    Rule(_NTHS | frozenset(" ".join(ORDINALS).split()), _MONTHLY, _monthly),
    Rule(_MONTH_WORDS, _IN_MONTH, _in_month),
    Rule(_MONTH_WORDS, _BARE_MONTH, _bare_month),
    Rule(words("q1 q2 q3 q4"), _QUARTER, _quarter),
    Rule(words("week day"), _NTH_WEEK, _nth_week),
    Rule(words("month") | _MONTH_WORDS, _NTH_WEEKDAY, _nth_weekday),
)
