"""Every phrase of a message that names a time, placed on the calendar where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.nlu import date_patterns as ways
from bot.nlu.date_patterns import MONTHS, WEEKDAYS
from bot.nlu.days import calendar_unit, coming, last_of_month, later, next_date, next_day_of_month, next_weeks
from bot.nlu.numbers import count
from bot.nlu.tidy import Said


@dataclass(frozen=True, slots=True)
class Find:
    """One phrase that names a time, at its place in the tidy text. `kind` is that of a TimeBound."""

    begin: int
    end: int
    kind: str
    start: date | None = None
    due: date | None = None
    counts: bool = False  # it says how often or how many, so that it can be counted
    adjunct: int = -1  # where the part that is time and nothing else begins ("per week" of "two patients per week")

    @property
    def pure(self) -> tuple[int, int]:
        """The stretch that is time and nothing else."""
        return (max(self.begin, self.adjunct), self.end)


Resolve = Callable[[re.Match[str], date], Find | None]
Lead = re.Match[str] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of naming a time; one of `needs` must be among the message's words, where any are given."""

    needs: frozenset[str]
    way: re.Pattern[str]
    resolve: Resolve


def finds_in(message: Said, today: date) -> list[Find]:
    """The phrases in order; where two overlap, the longer one stands."""
    found = [
        find
        for rule in _RULES
        if not rule.needs.isdisjoint(message.bag)
        for match in rule.way.finditer(message.plain)
        if (find := rule.resolve(match, today))
    ]
    return _apart(sorted(found, key=lambda find: (find.begin - find.end, find.begin))) if found else found


def _apart(longest_first: Iterable[Find]) -> list[Find]:
    kept: list[Find] = []
    for find in longest_first:
        if all(find.end <= other.begin or other.end <= find.begin for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.begin)


def _at(match: re.Match[str], kind: str, start: date | None = None, due: date | None = None, lead: Lead = None) -> Find:
    return Find(lead.start() if lead else match.start(), match.end(), kind, start, due)


def _lead(match: re.Match[str], way: re.Pattern[str] = ways.LEAD) -> Lead:
    """What stands right before the phrase, where it is of this kind."""
    return way.search(match.string, max(0, match.start() - _NEAR_ENOUGH), match.start())


def _preposition(lead: Lead) -> str:
    return (lead["prep"] or "") if lead else ""


def _moment(match: re.Match[str], lead: Lead, day: date | None) -> Find | None:
    """A day: the deadline, unless something starts on it."""
    if day is None:
        return None
    return _at(match, "instant", day, None if _preposition(lead) in _BEGINNINGS else day, lead)


def _numeric(match: re.Match[str], today: date) -> Find | None:
    first, second, year, lead = int(match["a"]), int(match["b"]), match["year"], _lead(match)
    dated = _preposition(lead) in _DATED
    if match["sep"] == "/" and second in _SHORTHAND and not year and not dated:
        return _length(match, lead, _preposition(lead) == "in", later(today, first, _SHORTHAND[second]), today)
    if not year and (match["sep"] != "/" or not dated):
        return None
    return _moment(match, lead, next_date(today, first, second, year))


def _length(match: re.Match[str], lead: Lead, ahead: bool, end: date, today: date) -> Find:
    return _at(match, "instant", end, end, lead) if ahead else _at(match, "period", today, end, lead)


def _day_month(match: re.Match[str], today: date) -> Find | None:
    return _moment(match, _lead(match), next_date(today, int(match["day"]), MONTHS[match["month"]], match["year"]))


def _nth(match: re.Match[str], today: date) -> Find | None:
    day = next_day_of_month(today, int(match["day"]))
    return _at(match, "instant", day, None if match["prep"] in _BEGINNINGS else day) if day else None


def _in_month(match: re.Match[str], today: date) -> Find | None:
    prep, number = match["prep"], MONTHS[match["month"]]
    first = date(int(match["year"] or today.year + (number < today.month)), number, 1)
    if prep in _BEGINNINGS:
        return _at(match, "instant", max(first, today))
    if prep in _DEADLINES or match["part"]:
        day = first if prep == "before" and not match["part"] else last_of_month(first)
        return _at(match, "instant", day, day)
    last = last_of_month(first)
    return _at(match, "period", min(max(first, today), last), last)


def _iso(match: re.Match[str], today: date) -> Find | None:
    return _moment(match, _lead(match), next_date(today, int(match["day"]), int(match["month"]), match["year"]))


def _year(match: re.Match[str], today: date) -> Find | None:
    last = date(int(match["year"]), 12, 31)
    return _at(match, "instant", last, last)


def _near(match: re.Match[str], today: date) -> Find | None:
    return _moment(match, _lead(match), today + timedelta(days=match["word"] == "tomorrow"))


def _weekend(match: re.Match[str], today: date) -> Find | None:
    return _at(match, "period", *calendar_unit("weekend", today))


def _this(match: re.Match[str], today: date) -> Find | None:
    unit, lead, following = match["unit"], _lead(match), match["which"] in ("next", "following")
    prep = _preposition(lead)
    the = match["the"] or (lead and lead[0].endswith("the "))
    if match["which"] in ("next", "coming") and unit in _ROLLS and (unit == "fortnight" or (the and prep in _ROLLING)):
        return _at(match, "period", today, later(today, 1, unit), lead)
    first, last = calendar_unit(unit, today, following=following)
    if first is None or last is None:
        return _at(match, "none", lead=lead)
    if prep in _BEGINNINGS:
        return _at(match, "instant", first, lead=lead)
    if prep in _DEADLINES or match["end"]:
        return _at(match, "instant", last, last, lead)
    return _at(match, "period", max(first, today), last, lead)


def _end(match: re.Match[str], today: date) -> Find | None:
    _, last = calendar_unit(match["unit"] or match["short"] or "day", today)
    return _at(match, "instant" if last else "none", last, last)


def _duration(match: re.Match[str], today: date) -> Find | None:
    many, lead, unit = match["many"], _lead(match, ways.LENGTH_LEAD), match["unit"].rstrip("s")
    prep, near = _preposition(lead), bool(lead and lead["near"])
    if not many and not near and unit != "fortnight":
        return None
    if not near and _loose(many or "one", prep, unit):
        return None
    ahead = bool(match["time"]) or (prep in ("in", "after") and not near)
    return _length(match, lead, ahead, later(today, _many(many), unit), today)


def _loose(many: str, prep: str, unit: str) -> bool:
    """ "A day" and "one week" bound a goal only after "for", "within" and their like."""
    single = many in ("a", "an", "one", "1", "this")
    return single and unit != "fortnight" and (not prep or unit == "day" or prep in ("under", "x"))


def _many(word: str | None) -> int:
    return _LOOSE_COUNTS.get(word or "one") or count(word or "1")


def _weekday(match: re.Match[str], today: date) -> Find | None:
    name, which, lead = match["weekday"], (match["which"] or "").strip(), _lead(match)
    if len(name) <= 4 and not (lead or which) and not _listed(match):
        return None
    day = coming(today, WEEKDAYS[name])
    if match["plural"] or which in _REPEATS or match["habit"]:
        return replace(_at(match, "recurring", day, lead=lead), counts=True)
    return _moment(match, lead, next_weeks(today, WEEKDAYS[name]) if which == "next" else day)


def _listed(match: re.Match[str]) -> bool:
    """A short name of a day beside another one: "mon, wed and fri"."""
    around = match.string[max(0, match.start() - 6) : match.start()] + " " + match.string[match.end() : match.end() + 9]
    return any(word in WEEKDAYS for word in re.findall(r"[a-z]+", around))


def _every(match: re.Match[str], today: date) -> Find | None:
    start = coming(today, WEEKDAYS[match["weekday"]]) if match["weekday"] else None
    return replace(_at(match, "recurring", start), counts=True)


def _rate(match: re.Match[str], today: date) -> Find | None:
    lead = ways.RATE_LEAD.search(match.string, max(0, match.start() - 80), match.start())
    if lead is None:
        return None
    wordy = " " in lead["rate"].replace("a couple of", "two").strip()
    return replace(_at(match, "recurring", lead=lead), counts=True, adjunct=match.start() - 1 if wordy else -1)


def _recurring(match: re.Match[str], today: date) -> Find | None:
    return replace(_at(match, "recurring"), counts=True)


def _counted(match: re.Match[str], today: date) -> Find | None:
    return replace(_at(match, "none", lead=_lead(match, ways.COUNT_LEAD)), counts=True)


def _unplaced(match: re.Match[str], today: date) -> Find | None:
    return _at(match, "none")


def _known(match: re.Match[str], today: date) -> Find | None:
    fixed = _FEASTS.get(match["name"])
    if fixed is None:
        return _at(match, "none")
    day = next_date(today, *fixed, None)
    return _at(match, "instant", day, None if match[0].split()[0] in _BEGINNINGS else day)


def _quarter(match: re.Match[str], today: date) -> Find | None:
    month = int(match["quarter"]) * 3
    last = last_of_month(date(today.year + (month < today.month), month, 1))
    return _at(match, "instant", last, last)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEAR_ENOUGH = 40  # characters before a phrase in which what belongs to it is looked for
_SHORTHAND = {52: "week", 7: "day", 12: "month"}
_ROLLS = _words("week month fortnight quarter year")
_ROLLING = _words("over for in within during throughout across")
_LOOSE_COUNTS = {"a": 1, "an": 1, "one": 1, "this": 1, "a few": 3, "few": 3, "several": 3, "half a dozen": 6}
_BEGINNINGS = frozenset(ways.BEGIN.split("|"))
_DEADLINES = frozenset(ways.DEADLINE.split("|"))
_DATED = _BEGINNINGS | _DEADLINES | {"on", "and", "since"}
_REPEATS = frozenset(("every", "each", "every other", "alternate", "our"))
_FEASTS = {"christmas": (25, 12), "xmas": (25, 12), "new year": (1, 1)}

_MONTH_NAMES = frozenset(MONTHS)
_DAY_NAMES = frozenset(WEEKDAYS) | {name + "s" for name in WEEKDAYS}
_SPANS = _words("day days week weeks fortnight fortnights month months year years week's weeks' month's day's")
_FIGURES = frozenset(str(number) for number in range(100)) | frozenset(f"0{number}" for number in range(10))
_NTHS = frozenset(f"{number}{ending}" for number in range(1, 32) for ending in ("st", "nd", "rd", "th"))
_ROTA_WORDS = _words("""
    shift shifts night nights late lates early earlies day days duty duties call calls weekend weekends off set run block stretch
    """)
_YEARS = frozenset(str(year) for year in range(2000, 2100))
_RULES = (
    Rule(_YEARS, ways.ISO, _iso),
    Rule(_YEARS, ways.YEAR, _year),
    Rule(_FIGURES, ways.NUMERIC, _numeric),
    Rule(_MONTH_NAMES, ways.DAY_MONTH, _day_month),
    Rule(_MONTH_NAMES, ways.MONTH_DAY, _day_month),
    Rule(_NTHS, ways.NTH, _nth),
    Rule(_MONTH_NAMES, ways.IN_MONTH, _in_month),
    Rule(_words("today tonight tomorrow morning afternoon evening"), ways.NEAR, _near),
    Rule(_words("weekend"), ways.WEEKEND, _weekend),
    Rule(_words("this next coming current following"), ways.THIS, _this),
    Rule(_words("end cob close"), ways.END, _end),
    Rule(_SPANS, ways.DURATION, _duration),
    Rule(_words("week weeks"), ways.WEEK_NUMBER, _unplaced),
    Rule(_DAY_NAMES, ways.WEEKDAY, _weekday),
    Rule(_words("every each per all"), ways.EVERY, _every),
    Rule(_SPANS | _words("shift night quarter late early weekend"), ways.RATE, _rate),
    Rule(
        _words("daily weekly fortnightly monthly nightly quarterly weeknight weeknights weekdays weekends mornings evenings afternoons")
        | _words("days weeks shifts nights week day month"),
        ways.HABIT,
        _recurring,
    ),
    Rule(_words("next first"), ways.NEXT_FEW, _counted),
    Rule(_words("next"), ways.NEXT_ONE, _unplaced),
    Rule(_words("of"), ways.SHARE, _recurring),
    Rule(
        _words("""
    arcp appraisal revalidation pdr review exam exams osce osces finals date deadline end christmas xmas year easter ramadan eid
    """)
        | _words("diwali lent term half summer autumn spring winter clocks payday bank day leave changeover birthday cqc inspection viva")
        | _words("interview graduation holiday rotate rotation finish qualify jobs job new"),
        ways.KNOWN,
        _known,
    ),
    Rule(_words("q1 q2 q3 q4"), ways.QUARTER, _quarter),
    Rule(_ROTA_WORDS, ways.ROTA_TO_COME, _unplaced),
)
