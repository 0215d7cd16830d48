"""Days of the week and those nearest to today. "Next Friday" is the Friday of next week, "Friday" the coming one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.nlu.date_patterns import BEGINNINGS, DAY_NAME, DEADLINES, WEEKDAYS, at, lead_of, moment
from bot.nlu.days import coming, monday, next_weeks
from bot.nlu.find import Find, Rule, words

_DAY = rf"(?:{DAY_NAME})s?"
_WHICH = (
    r"(?P<which>this coming |this |next |coming |following |every other |every second |every |each |each other |our |my |alternate |"
    r"(?:of|on) an? |the )?"
)
_PARTS = r"(?P<parts> (?:mornings|evenings|afternoons|nights|lunchtimes|lunch times))?"
_WEEKDAY = re.compile(
    rf"\b{_WHICH}(?P<weekday>{DAY_NAME})(?P<plural>s?)\b{_PARTS}(?P<habit> (?:huddle|clinic|meeting|mdt|list|round|teaching))?"
)
_OF_WEEK = re.compile(
    rf"\b(?:(?P<a>{DAY_NAME}),? (?:of |in |the )*(?P<whose>this|next|following) (?:week|wk)\b(?! ?end)"
    rf"|(?P<whose2>this|next) week(?:,| on| maybe| probably| -|\.)* (?P<b>{DAY_NAME})\b)"
)
_AFTER_NEXT = re.compile(rf"\b(?:the )?(?P<weekday>{DAY_NAME}) after(?P<next> next)?\b(?= next|[.,!?;]|$| that| this)")
_LIST = re.compile(
    rf"\b(?P<which>this |next |every |each |on |alternate |by |before )?{_DAY}(?:(?:, ?|,? ?/ ?| ?& ?| ?\+ ?|,? and |,? or |"
    rf" ){_DAY})+(?!\w)"
)
_RANGE = re.compile(
    rf"\b(?:from )?(?P<first>{DAY_NAME})s? ?(?:-|to|till|until|through|thru) ?(?P<last>{DAY_NAME})s?\b(?P<next>,? (?:of )?next week)?"
)
_NEAR = re.compile(
    r"\b(?:later )?(?P<word>today|tonight|tomorrow|this (?:morning|afternoon|evening)|day after tomorrow|next tomorrow|"
    r"this day(?: next(?= week))?)\b"
)
_WEEKDAYS = re.compile(
    r"\b(?:(?:on|every|each) )?(?P<word>weekdays?|weekends|weekend)\b(?P<parts> (?:mornings?|evenings?|afternoons?|nights?)\b)?"
)
_REPEATS = frozenset(("every", "each", "every other", "every second", "each other", "alternate", "our", "of a", "on a"))
_MUST_BE_LED = frozenset(("sat", "sun", "mon", "wed", "sats", "suns"))
_LEADS = DEADLINES | BEGINNINGS | {"on", "and", "or", "for", "after"}
_CLOCKED = re.compile(r"\d ?[ap]m $")
_LED = re.compile(rf"(?:^|[,.;:(!?/&] ?|\b(?:{DAY_NAME}|or|and|say|maybe|probably|til|on|by|for|is|its|it's|until|make it|not) )$")
_VERB_TAIL = re.compile(
    r" (?:with|down|in|there|by|through|for|here|opposite|beside|outside|up|and (?!sun)|on the|at the|looking|doing|was|is)\b"
)
_AROUND = 6  # characters before a short name in which another name of a day is looked for; and nine after it


def _near(match: re.Match[str], today: date) -> Find | None:
    word, lead = match["word"], lead_of(match)
    ahead = {"tomorrow": 1, "day after tomorrow": 2, "next tomorrow": 2}.get(word, 0)
    if word.startswith("this day"):
        return replace(at(match, "instant", today, today), sort="today") if match.string.startswith("week", match.end() + 1) else None
    found = moment(match, lead, today + timedelta(days=ahead), "near" if ahead else "today")
    part = word.startswith("this ") or word == "tonight" or match[0].startswith("later")
    return replace(found, kind="period") if part and found.prep not in ("by", "before", "until") else found


def _weekday(match: re.Match[str], today: date) -> Find | None:
    name, which, lead = match["weekday"], (match["which"] or "").strip(), lead_of(match)
    which = "" if which == "the" else which
    led = which or (lead and lead["prep"] in _LEADS)
    if name in _MUST_BE_LED and not led and not _as_a_day(match, name):
        return None
    weekday = WEEKDAYS[name]
    day, plural = coming(today, weekday), match["plural"] or match["parts"] or name in ("sats", "suns")
    if plural or which in _REPEATS or match["habit"]:
        found = replace(at(match, "recurring", day, lead=lead), counts=True, sort="weekday")
    elif which == "next":
        later = next_weeks(today, weekday)
        return replace(moment(match, lead, later, "weekday"), doubt=later != day)
    else:
        found = moment(match, lead, day, "weekday")
    return replace(found, today_too=today.weekday() == weekday)


def _as_a_day(match: re.Match[str], name: str = "") -> bool:
    """Whether "sat" or "wed" is a day here, and no verb: beside another day, led by a comma, or all there is."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    around = before[-_AROUND:] + " " + after[:9]
    if _CLOCKED.search(before) or any(word in WEEKDAYS for word in re.findall(r"[a-z]+", around)):
        return True
    return name not in ("sats", "suns") and bool(_LED.search(before)) and not _VERB_TAIL.match(after)


def _of_week(match: re.Match[str], today: date) -> Find | None:
    weekday = WEEKDAYS[match["a"] or match["b"]]
    following = (match["whose"] or match["whose2"]) != "this"
    day = next_weeks(today, weekday) if following else monday(today) + timedelta(days=weekday)
    return moment(match, lead_of(match), day, "weekday")


def _after_next(match: re.Match[str], today: date) -> Find | None:
    day = next_weeks(today, WEEKDAYS[match["weekday"]]) + timedelta(days=7 if match["next"] else 0)
    return moment(match, lead_of(match), day, "weekday")


def _list(match: re.Match[str], today: date) -> Find | None:
    names = re.findall(rf"\b({DAY_NAME})(s?)\b", match[0])
    lead = (match["which"] or "").strip()
    if all(name in _MUST_BE_LED for name, _ in names) and not lead and not lead_of(match) and len(names) < 3 and not _as_a_day(match):
        return None
    if len(names) == 2 and not re.search(r"and|or|[/&+]", match[0]):
        return None
    days = {WEEKDAYS[name] for name, _ in names}
    day = min(coming(today, weekday) for weekday in days)
    plural = any(ending or name in ("sats", "suns") for name, ending in names) or lead in ("every", "each", "alternate")
    once = lead in ("this", "next", "by", "before") or ((" or " in match[0] or "/" in match[0]) and not plural)
    today_too = today.weekday() in days
    if once:
        found = next_weeks(today, min(days)) if lead == "next" else day
        return replace(at(match, "instant", found, found), sort="weekday", today_too=today_too, doubt=True, prep=lead)
    return replace(at(match, "recurring", day), counts=True, sort="weekday", today_too=today_too, doubt=not plural)


def _range(match: re.Match[str], today: date) -> Find | None:
    first, last = WEEKDAYS[match["first"]], WEEKDAYS[match["last"]]
    if (first, last) == (0, 4) and not match["next"]:
        return replace(at(match, "recurring", _next_of(today, range(5))), counts=True, sort="weekday", today_too=today.weekday() < 4)
    day = next_weeks(today, first) if match["next"] else coming(today, first)
    return replace(at(match, "period", day, day + timedelta(days=(last - first) % 7)), sort="weekday", today_too=today.weekday() == first)


def _next_of(today: date, weekdays: range) -> date:
    return min(coming(today, weekday) for weekday in weekdays)


def _weekdays(match: re.Match[str], today: date) -> Find | None:
    word = match["word"]
    if word in ("weekend", "weekday") and not (match[0].startswith(("every", "each")) or (match["parts"] or "").endswith("s")):
        return None
    named = range(5) if word.startswith("weekday") else range(5, 7)
    day = _next_of(today, named) if named.start == 0 else coming(today, 5)
    return replace(at(match, "recurring", day), counts=True, sort="weekday", today_too=today.weekday() in named)


_DAY_NAMES = frozenset(name + ending for name in WEEKDAYS for ending in ("", "s", "'s"))
RULES = (
    Rule(words("today today's tonight tonight's tomorrow tomorrow's morning morning's afternoon evening day"), _NEAR, _near),
    Rule(_DAY_NAMES, _WEEKDAY, _weekday),
    Rule(_DAY_NAMES, _OF_WEEK, _of_week),
    Rule(_DAY_NAMES, _AFTER_NEXT, _after_next),
    Rule(_DAY_NAMES, _LIST, _list),
    Rule(_DAY_NAMES, _RANGE, _range),
    Rule(words("weekday weekdays weekends weekend"), _WEEKDAYS, _weekdays),
)
