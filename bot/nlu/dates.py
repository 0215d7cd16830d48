"""Points in time, as far as a goal needs them. UK conventions: 31/3 is the 31st of March, 2/52 is two weeks, next Friday is next week's."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.nlu.numbers import COUNT, count
from bot.nlu.tidy import Said, said


@dataclass(frozen=True, slots=True)
class TimeBound:
    """When something is to happen.

    `kind`: instant (a moment or deadline) · period · recurring · none (a time that only the speaker can place, "my next 4 long days").
    `start` and `due` are plain dates where they can be told.
    """

    evidence: str = field(repr=False)
    kind: str
    start: date | None = None
    due: date | None = None
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class Find:
    """One phrase that names a time, at its place in the tidy text."""

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

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september",
         "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: number
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed weds wednesday", "thu thur thurs thursday", "fri friday", "sat saturday", "sun sunday")
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(_DAYS, key=len, reverse=True)) + ")(?P<plural>s?)"
_DEADLINE = "by|before|until|till|due|no later than|deadline"
_BEGIN = "from|starting|starting on|start|beginning|as of|commencing"
_PREPOSITION = rf"(?:(?P<prep>{_DEADLINE}|{_BEGIN}|on|in|at|over|for|within|during|throughout|across|inside|after|and|since|x) )?"
_SPAN = "|".join(("days?", "weeks?", "fortnights?", "months?", "years?"))
_ROTA = (
    r"(?:shifts?|long days?|nights?|lates?|earl(?:y|ies)|dut(?:y|ies)|on[ -]calls?|clinic days?|days? off|rest days?|weekends?|"
    r"(?:set|run|block|stretch)s? of (?:nights|shifts|days|lates|long days))"
)
_EVENT = (
    r"(?:ward rounds?|rounds?|clinics?|shifts?|long days?|nights?|night block|lates?|earl(?:y|ies)|mdts?|handovers?|appraisals?|supervisions?|one[- ]to[- ]ones?|"
    r"1:1s?|1-1s?|meetings?|teaching|huddles?|on[ -]calls?|day off|days off|rest day|payday|placement|rotation|audit|review|exams?|osces?|interview|"
    r"birthday|annual leave|holiday|(?:set|run|block|stretch)s? of (?:nights|shifts|days|lates|long days)|list|theatre list|bank shift)"
)

_NUMERIC = re.compile(rf"(?<![\d/.-]){_PREPOSITION}(?:the )?(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?:(?P=sep)(?P<year>\d{{4}}|\d{{2}}))?(?![\d/%]|\.\d| ?(?:pm|am)\b)")
_DAY_MONTH = re.compile(rf"\b{_PREPOSITION}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>20\d\d))?")
_MONTH_DAY = re.compile(rf"\b{_PREPOSITION}{_MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?%)(?:,? (?P<year>20\d\d))?")
_NTH = re.compile(rf"\b(?P<prep>{_DEADLINE}|{_BEGIN}|on) the (?P<day>\d{{1,2}})(?:st|nd|rd|th)\b")
_IN_MONTH = re.compile(
    rf"\b(?P<prep>{_DEADLINE}|{_BEGIN}|in|during|throughout|this|next|through|all of|of|for|end|early|mid|late)[ -](?:(?:the )?(?P<part>end|start|beginning|middle) of |(?:early|mid|late)[ -])?{_MONTH}"
)
_NEAR = re.compile(r"\b(?:(?:by|before|from|starting|until|on|for) )?(?P<word>today|tonight|tomorrow|this (?:morning|afternoon|evening))\b")
_WEEKEND = re.compile(r"\b(?:at|over|on|by) the weekend\b")
_THIS = re.compile(
    rf"\b{_PREPOSITION}(?:(?:all|the whole|the rest|the end|end|rest|whole) (?:of )?)?(?P<the>the )?(?P<which>this|next|coming|current|following) "
    r"(?P<unit>week|weekend|month|quarter|year|fortnight|term|rotation|placement|block|half term|half-term|season|semester)\b"
)
_END = re.compile(
    rf"\b(?:(?:{_DEADLINE}|at|towards|till) )?(?:(?:the )?end of (?:the |my |this |our )?(?P<unit>week|month|year|quarter|term|rotation|placement|block|job|post|financial year|day|preceptorship|"
    r"probation|semester)|(?P<short>month|week|year|term|quarter)[ -]end|(?P<close>cob|close of play|close of business))\b(?! \d)"
)
_DURATION = re.compile(
    rf"\b(?:(?P<prep>for|in|within|over|during|across|throughout|inside|after|x|next|first|under) )?(?:(?:the|my|about|around|at least|a|up to|a period of|every shift for|all) )*"
    rf"(?P<near>next |first |coming |following |next few )?(?P<many>{COUNT}|a|an|one|a few|few|several|this|half a dozen)?(?:-| )?(?:full |working |solid |consecutive |calendar |whole )?"
    rf"(?P<unit>{_SPAN})(?:'s?)?(?P<time> time)?\b(?! (?:wait|rule|old|mortality|ahead|in advance|off|unit|case|surgery|assessment|ago)\b|-)"
)
_WEEK_NUMBER = re.compile(rf"\b(?:{_DEADLINE} )?(?:(?:the )?end of )?(?:my )?weeks? (?P<number>\d{{1,2}})(?: ?(?:-|to) ?\d{{1,2}})?\b")
_WEEKDAY_FIND = re.compile(
    rf"\b(?P<prep>{_DEADLINE}|{_BEGIN}|on|and|or|for|in|at|come)?(?: |\b)(?P<which>this |next |coming |following |every |each |every other |alternate |our |my )?{_WEEKDAY}\b(?P<habit> (?:huddle|clinic|meeting|mdt|list|round|teaching))?"
)
_EVERY = re.compile(
    rf"\b(?P<evidence>(?:after |before |at the (?:end|start) of |on |in |during |by the end of )?(?:every|each|per|all (?:of )?(?:my|our))(?: (?:single|other|second|third|two|three|working|shared|full|day|\d+|new|my|of my))*"
    rf" (?:week)?(?:days?|weeks?|months?|fortnight|weekdays?|weekends?|mornings?|evenings?|afternoons?|quarter|lunch ?times?|(?:\w+ ){{0,2}}{_ROTA}|(?P<weekday>{'|'.join(d for d in _DAYS if d.endswith('day'))})s?))\b"
)
_RATE = re.compile(
    rf"\b(?P<rate>(?:once|twice|thrice|\d{{1,3}} ?x|x ?\d{{1,3}}|{COUNT})(?: [\w'-]+){{0,7}}?) (?:a|an|per)(?<!for a)(?<!in a)(?<!within a)(?<!have a)(?<!take a)(?<!of a)(?<!over a)(?<!after a) (?P<unit>day|week|month|fortnight|shift|night|year|quarter|late|early|long day|weekend)\b(?! (?:off|out|at a time))"
)
_HABIT = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|nightly|quarterly|weeknights?|weekdays|weekends|(?:most|alternate|clinic|every other) (?:days|weeks|shifts|nights|weekends|mornings)|"
    r"in the (?:mornings|evenings|afternoons)|\d ?(?:x|times) ?/ ?(?:day|week|month)|\d+/(?:day|week|month)|x ?\d (?:daily|weekly|week|a week))\b(?! living)"
)
_NEXT_FEW = re.compile(rf"\b(?:(?:on|in|of|over|for|at|during|across|each|my|the|our|first|last|all|every|least|{COUNT}) )*(?P<which>next|first) (?P<many>{COUNT}|few|couple of|half dozen) (?!(?:{_SPAN}|minutes?|mins?|hours?|seconds?)\b)(?:[\w'-]+ ){{0,3}}?[\w'-]+s\b")
_NEXT_ONE = re.compile(rf"\b(?:(?:on|in|at|by|before|after|during|until|for|my|the|our|end|of) )*next (?:(?!before|after|when|to|until|while)[\w'-]+ ){{0,2}}?{_EVENT}\b")
_SHARE = re.compile(rf"\b(?:{COUNT}) (?:out )?of (?:every |my |the |next )*(?:{COUNT}) (?:[\w'-]+ ){{0,2}}?(?:{_ROTA}|days?|weeks?|clinics?|mornings?|evenings?)\b")
_KNOWN = re.compile(
    r"\b(?:by|before|until|till|at|for|in|from|after|during|over|this|next|between now and|ahead of|come|on) (?:(?:my|the|this|our|next|end of|start of|early|mid|late) )*"
    r"(?P<name>arcp|appraisal|revalidation|pdr|pdp review|annual review|mid[- ]?point review|probation review|exams?|osces?|finals|closing date|deadline|"
    r"end of (?:placement|rotation|term|job)|christmas|xmas|new year|easter|ramadan|eid|diwali|lent|half[- ]term|summer|autumn|spring|winter|"
    r"the clocks change|clocks change|payday|bank holiday|(?:st )?\w+'s day|maternity leave|mat leave|annual leave|paternity leave|"
    r"i (?:rotate|go on leave|leave this|finish my|qualify|change jobs?|start my new)|changeover|my birthday|birthday|cqc|inspection|interview|graduation|my holiday)\b"
)
_QUARTER = re.compile(rf"\b(?:(?:{_DEADLINE}|in|during) )?(?:(?:the )?end of )?q(?P<quarter>[1-4])\b")
_ROTA_TO_COME = re.compile(rf"\b(?:on|over|during|in|for) (?:these|this|the coming|my coming|this week's|this month's|next week's) (?:[\w'-]+ )?{_ROTA}\b")
_HINT = re.compile(
    r"\d|dai|day|week|month|fortnight|year|night|shift|early|earlies|late|rota|on.call|duty|duties|morning|evening|afternoon|lunch|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|next|today|tomorrow|term|summer|autumn|spring|winter|easter|mas\b|"
    r"arcp|appraisal|revalidation|pdr|review|exam|osce|deadline|date|rotat|placement|block|clock|quarter|weekend|leave|cob|close|ramadan|eid|diwali|"
    r"season|semester|finals|birthday|holiday|changeover|inspection|cqc|graduation|interview|first|probation|year"
)


def time_bound(text: str, today: date) -> TimeBound | None:
    """The time that a goal or a message names, or None; of several the deadline gives `due` and the habit gives `start`."""
    return bound_in(said(text), today)


def bound_in(message: Said, today: date) -> TimeBound | None:
    """The same of a message read already."""
    return together(finds_in(message.plain, today), message)


def finds_in(plain: str, today: date) -> list[Find]:
    """Every phrase of a tidy text that names a time, in order; where two overlap, the longer one stands."""
    if _HINT.search(plain) is None:
        return []
    found = [find for pattern, resolve in _RULES for match in pattern.finditer(plain) if (find := resolve(match, today))]
    return _apart(sorted(found, key=lambda find: (find.begin - find.end, find.begin)))


def _apart(longest_first: Iterable[Find]) -> list[Find]:
    kept: list[Find] = []
    for find in longest_first:
        if all(find.end <= other.begin or other.end <= find.begin for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.begin)


def together(finds: list[Find], message: Said) -> TimeBound | None:
    """One time out of all that a message names; None of none."""
    if not finds:
        return None
    kinds = [find.kind for find in finds]
    recurring = "recurring" in kinds
    kind = next((kind for kind in ("recurring", "instant", "period") if kind in kinds), "none")
    start = next((find.start for find in finds if find.start and find.kind == kind), None)
    dues = sorted((find.kind != "instant", find.due) for find in finds if find.due)
    return TimeBound(_evidence(finds, message), kind, start, dues[0][1] if dues else None, recurring)


def _evidence(finds: list[Find], message: Said) -> str:
    spans: list[tuple[int, int]] = []
    for find in finds:
        if spans and find.begin - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], find.end)
        else:
            spans.append((find.begin, find.end))
    return ", ".join(message.quote(begin, end) for begin, end in spans)


def _at(match: re.Match[str], kind: str, start: date | None = None, due: date | None = None) -> Find:
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    return Find(begin, match.end(), kind, start, due)


def _moment(match: re.Match[str], prep: str | None, day: date | None) -> Find | None:
    if day is None:
        return None
    return _at(match, "instant", day, None if prep in _BEGINNINGS else day)


def _numeric(match: re.Match[str], today: date) -> Find | None:
    prep, first, second = match["prep"], int(match["a"]), int(match["b"])
    if match["sep"] == "/" and second in _SHORTHAND and not match["year"] and prep not in _DATED:
        return _length(match, prep, _later(today, first, _SHORTHAND[second]), today)
    if not match["year"] and (match["sep"] != "/" or prep not in _DATED):
        return None
    return _moment(match, prep, _day(today, first, second, match["year"]))


def _length(match: re.Match[str], prep: str | None, end: date, today: date) -> Find:
    return _at(match, "instant", end, end) if prep == "in" else _at(match, "period", today, end)


def _day_month(match: re.Match[str], today: date) -> Find | None:
    return _moment(match, match["prep"], _day(today, int(match["day"]), _MONTHS[match["month"]], match["year"]))


def _nth(match: re.Match[str], today: date) -> Find | None:
    wanted = int(match["day"])
    month = today.replace(day=1)
    for _ in range(12):
        if month.month and wanted <= _last(month).day and month.replace(day=max(wanted, 1)) > today:
            return _moment(match, match["prep"], month.replace(day=max(wanted, 1)))
        month = _later(month, 1, "month")
    return None


def _in_month(match: re.Match[str], today: date) -> Find | None:
    prep, number = match["prep"], _MONTHS[match["month"]]
    first = date(today.year + (number < today.month), number, 1)
    if prep in _BEGINNINGS:
        return _at(match, "instant", max(first, today))
    if prep in _DEADLINES or match["part"]:
        day = first if prep == "before" and not match["part"] else _last(first)
        return _at(match, "instant", day, day)
    return _at(match, "period", max(first, today), _last(first))


def _near(match: re.Match[str], today: date) -> Find | None:
    day = today + timedelta(days=match["word"] == "tomorrow")
    return _at(match, "instant", day, None if match[0].startswith(("from", "starting")) else day)


def _weekend(match: re.Match[str], today: date) -> Find | None:
    first, last = _calendar("weekend", False, today)
    return _at(match, "period", first, last)


def _this(match: re.Match[str], today: date) -> Find | None:
    unit, prep = match["unit"], match["prep"]
    rolling = match["which"] in ("next", "coming") and (unit == "fortnight" or (match["the"] and prep in _ROLLING))
    if rolling and unit in _ROLLS:
        return _at(match, "period", today, _later(today, 1, unit))
    first, last = _calendar(unit, match["which"] in ("next", "following"), today)
    if prep in _BEGINNINGS:
        return _at(match, "instant", first)
    if prep in _DEADLINES or "end" in match[0].split():
        return _at(match, "instant" if last else "none", last, last)
    return _at(match, "period" if first else "none", first and max(first, today), last)


def _end(match: re.Match[str], today: date) -> Find | None:
    unit = match["unit"] or match["short"] or "day"
    _, last = _calendar(unit, False, today)
    return _at(match, "instant" if last else "none", last, last)


def _duration(match: re.Match[str], today: date) -> Find | None:
    many, prep, unit = match["many"], match["prep"], match["unit"].rstrip("s")
    if not many and not match["near"] and unit != "fortnight":
        return None
    if _loose(many or "one", prep, unit, bool(match["near"])):
        return None
    end = _later(today, _many(many), unit)
    ahead = prep in ("in", "after") and not match["near"]
    return _length(match, "in" if ahead or match["time"] else "for", end, today)


def _loose(many: str, prep: str | None, unit: str, near: bool) -> bool:
    """ "A day" and "one week" bound a goal only after "for", "within" and their like."""
    single = many in ("a", "an", "one", "1", "this")
    return single and not near and (prep is None or unit == "day" or prep in ("first", "under", "x")) and unit != "fortnight"


def _week_number(match: re.Match[str], today: date) -> Find | None:
    return _at(match, "none")


def _weekday(match: re.Match[str], today: date) -> Find | None:
    name, which, prep = match["weekday"], (match["which"] or "").strip(), match["prep"]
    if len(name) <= 4 and not (prep or which) and not _listed(match):
        return None
    ahead = (_DAYS[name] - today.weekday() - 1) % 7 + 1
    day = today + timedelta(days=ahead)
    if match["plural"] or which in _REPEATS or match["habit"]:
        return replace(_at(match, "recurring", day), counts=True)
    if which == "next":
        day = today - timedelta(days=today.weekday()) + timedelta(days=7 + _DAYS[name])
    return _moment(match, prep, day)


def _listed(match: re.Match[str]) -> bool:
    """A short name of a day beside another one: "mon, wed and fri"."""
    around = match.string[max(0, match.start() - 6) : match.start()] + " " + match.string[match.end() : match.end() + 9]
    return any(word in _DAYS for word in re.findall(r"[a-z]+", around))


def _every(match: re.Match[str], today: date) -> Find | None:
    name = match["weekday"]
    start = today + timedelta(days=(_DAYS[name] - today.weekday() - 1) % 7 + 1) if name else None
    return replace(_at(match, "recurring", start), counts=True)


def _recurring(match: re.Match[str], today: date) -> Find | None:
    return replace(_at(match, "recurring"), counts=True)


def _rate(match: re.Match[str], today: date) -> Find | None:
    wordy = " " in match["rate"].replace("a couple of", "two").strip()
    return replace(_at(match, "recurring"), counts=True, adjunct=match.end("rate") if wordy else -1)


def _counted(match: re.Match[str], today: date) -> Find | None:
    return replace(_at(match, "none"), counts=True)


def _unplaced(match: re.Match[str], today: date) -> Find | None:
    return _at(match, "none")


def _known(match: re.Match[str], today: date) -> Find | None:
    fixed = _FEASTS.get(match["name"])
    return _moment(match, match[0].split()[0], _day(today, *fixed, None)) if fixed else _at(match, "none")


def _quarter(match: re.Match[str], today: date) -> Find | None:
    month = int(match["quarter"]) * 3
    last = _last(date(today.year + (month < today.month), month, 1))
    return _at(match, "instant", last, last)


def _day(today: date, day: int, month: int, year: str | None) -> date | None:
    """This date, the next time it comes round unless a year is given; None where there is no such date."""
    wanted = (int(year) + (2000 if len(year) == 2 else 0)) if year else today.year
    try:
        found = date(wanted, month, day)
        return found.replace(year=wanted + 1) if not year and found < today else found
    except ValueError:
        return None


def _last(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _later(day: date, many: int, unit: str) -> date:
    if unit in _DAYS_IN:
        return day + timedelta(days=min(many, 999) * _DAYS_IN[unit])
    months = day.month - 1 + min(many, 999) * _MONTHS_IN[unit]
    first = date(day.year + months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, _last(first).day))


def _calendar(unit: str, following: bool, today: date) -> tuple[date | None, date | None]:
    """The first and last day of this or the following calendar unit; nothing for units that only the speaker can place."""
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * following)
    spans: dict[str, tuple[date, date]] = {
        "day": (today, today),
        "week": (monday, monday + timedelta(days=6)),
        "weekend": (monday + timedelta(days=5), monday + timedelta(days=6)),
        "month": _months(today.replace(day=1), 1, following),
        "quarter": _months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3, following),
        "year": _months(today.replace(month=1, day=1), 12, following),
        "financial year": _months(date(today.year - (today.month < 4), 4, 1), 12, following),
        "fortnight": (today, today + timedelta(days=14)),
    }
    return spans.get(unit, (None, None))


def _months(first: date, many: int, following: bool) -> tuple[date, date]:
    begin = _later(first, many * following, "month")
    return begin, _later(begin, many, "month") - timedelta(days=1)


def _many(word: str | None) -> int:
    return _LOOSE_COUNTS[word or "one"] if (word or "one") in _LOOSE_COUNTS else count(word or "1")


_SHORTHAND = {52: "week", 7: "day", 12: "month"}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_ROLLS = frozenset(("week", "month", "fortnight", "quarter", "year"))
_ROLLING = frozenset(("over", "for", "in", "within", "during", "throughout", "across"))
_LOOSE_COUNTS = {"a": 1, "an": 1, "one": 1, "this": 1, "a few": 3, "few": 3, "several": 3, "half a dozen": 6}
_BEGINNINGS = frozenset(_BEGIN.split("|"))
_DEADLINES = frozenset(_DEADLINE.split("|"))
_DATED = _BEGINNINGS | _DEADLINES | {"on", "and", "since"}
_REPEATS = frozenset(("every", "each", "every other", "alternate", "our"))
_FEASTS = {"christmas": (25, 12), "xmas": (25, 12), "new year": (1, 1)}
_RULES: tuple[tuple[re.Pattern[str], Resolve], ...] = (
    (_NUMERIC, _numeric),
    (_DAY_MONTH, _day_month),
    (_MONTH_DAY, _day_month),
    (_NTH, _nth),
    (_IN_MONTH, _in_month),
    (_NEAR, _near),
    (_WEEKEND, _weekend),
    (_THIS, _this),
    (_END, _end),
    (_DURATION, _duration),
    (_WEEK_NUMBER, _week_number),
    (_WEEKDAY_FIND, _weekday),
    (_EVERY, _every),
    (_RATE, _rate),
    (_HABIT, _recurring),
    (_NEXT_FEW, _counted),
    (_NEXT_ONE, _unplaced),
    (_SHARE, _recurring),
    (_KNOWN, _known),
    (_QUARTER, _quarter),
    (_ROTA_TO_COME, _unplaced),
)
