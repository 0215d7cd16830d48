"""What comes round again, and what only the speaker can place: so often a week, every late, the next four long days, an appraisal."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.nlu.date_patterns import DEADLINE, EVENT, FULL_DAYS, ROTA, SPAN, WEEKDAYS, at, lead_of
from bot.nlu.days import coming
from bot.nlu.find import Find, Rule, words
from bot.nlu.numbers import COUNT

_COUNT_LEAD = re.compile(
    rf"(?:^|(?<=[\s(,]))(?:(?:on|in|of|over|for|at|during|across|each|my|the|our|first|last|all|every|least|{COUNT}) )+$"
)
_RATE_LEAD = re.compile(
    rf"\b(?P<rate>(?:once|twice|thrice|\d{{1,3}} ?x|x ?\d{{1,3}}|{COUNT})(?: [\w'-]+){{0,7}}?)"
    r"(?<! for)(?<! in)(?<! within)(?<! have)(?<! take)(?<! of)(?<! over)(?<! after) $"
)
_EVERY = re.compile(
    r"\b(?:after |before |at the (?:end|start) of |on |in |during |by the end of )?(?:every|each|per|all (?:of )?(?:my|our))"
    r"(?: (?:single|other|second|third|two|three|working|shared|full|day|\d+|new|my|of my|few|couple of))*"
    r" (?:week)?(?:days?|weeks?|months?|fortnight|weekdays?|weekends?|mornings?|evenings?|afternoons?|quarter|lunch ?times?|year|"
    rf"(?:\w+ ){{0,2}}{ROTA}|(?P<weekday>{FULL_DAYS})s?)\b"
)
_OCCASION = re.compile(
    r"\b(?:after|before|at|in|during|at the (?:end|start) of) (?:every|each|all (?:of )?(?:my|our)) (?:\w+ ){0,2}?"
    r"(?:handovers?|ward rounds?|rounds?|clinics?|mdts?|huddles?|meetings?|board rounds?|breaks?|clinic lists?|lists?|teaching sessions?)\b"
)
_RATE = re.compile(
    r"\b(?:a|an|per) (?P<unit>day|week|month|fortnight|shift|night|year|quarter|late|early|long day|weekend)\b(?! (?:off|out|"
    r"at a time|of|on)\b)"
)
_HABIT = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|nightly|quarterly|weeknights?|"
    r"every (?:few|couple of|\d+|two|three|four|six) (?:hours|minutes)|(?:most|alternate|clinic|every other) (?:days|weeks|"
    r"shifts|nights|weekends|mornings)|in the (?:mornings|evenings|afternoons)|"
    r"(?:^|(?<=[,.] ))(?:mornings|evenings|afternoons|lunchtimes)|"
    r"\d ?(?:x|times) ?/ ?(?:day|week|wk|month)|\d+/(?:day|week|wk|month)|x ?\d (?:daily|weekly|week|a week))\b"
    r"(?! (?:living|mail|mirror|express|record)|-?rated)"
)
_NEXT_FEW = re.compile(
    rf"\b(?P<which>next|first) (?P<many>{COUNT}|few|couple of|half dozen) (?!(?:{SPAN}|minutes?|mins?|hours?|seconds?)\b)"
    r"(?:[\w'-]+ ){0,3}?[\w'-]+s\b"
)
_NEXT_ONE = re.compile(rf"\bnext (?!bank|public)(?:(?!before|after|when|to|until|while)[\w'-]+ ){{0,2}}?{EVENT}\b")
_SHARE = re.compile(
    rf"\b(?:{COUNT}) (?:out )?of (?:every |my |the |next )*(?:{COUNT}) (?:[\w'-]+ ){{0,2}}?"
    rf"(?:{ROTA}|days?|weeks?|clinics?|mornings?|evenings?)\b"
)
_KNOWN = re.compile(
    rf"\b(?:{DEADLINE}|at|in|from|after|during|over|this|next|between now and|ahead of|come|on) "
    r"(?:(?:my|the|this|our|next|end of|start of|early|mid|late) )*"
    r"(?P<name>arcp|appraisal|revalidation|pdr|pdp review|annual review|mid[- ]?point review|probation review|exams?|osces?|finals|"
    r"closing date|deadline|end of (?:placement|rotation|term|job)|ramadan|lent|"
    r"half[- ]term|summer|autumn|spring|winter|the clocks change|clocks change|payday|"
    r"maternity leave|mat leave|annual leave|paternity leave|changeover|my birthday|birthday|cqc|inspection|interview|graduation|viva|"
    r"my holiday|i (?:rotate|go on leave|leave this|finish my|finish rotation|qualify|change jobs?|start my new))\b"
)
_ROTA_TO_COME = re.compile(
    r"\b(?:on|over|during|in|for) (?:these|this|the coming|my coming|this week's|this month's|next week's) "
    rf"(?:[\w'-]+ )?{ROTA}\b"
)
_DAILY = re.compile(r"\b(?:every|each) (?:single )?(?:day|morning|night|evening|afternoon)\b|\bdaily\b|\bnightly\b")


def _every(match: re.Match[str], today: date) -> Find | None:
    name = match["weekday"] or next((word for word in match[0].split() if word in WEEKDAYS), "")
    start = coming(today, WEEKDAYS[name]) if name else None
    if match[0].endswith("weekday"):
        start = min(coming(today, weekday) for weekday in range(5))
    if match[0].endswith("every weekend") or match[0].endswith("each weekend"):
        start = coming(today, 5)
    found = replace(at(match, "recurring", start), counts=True, sort="habit")
    if name:
        return replace(found, sort="weekday", today_too=today.weekday() == WEEKDAYS[name])
    return replace(found, sort="daily") if _DAILY.search(match[0]) else found


def _occasion(match: re.Match[str], today: date) -> Find | None:
    return replace(at(match, "recurring"), sort="occasion")


def _rate(match: re.Match[str], today: date) -> Find | None:
    lead = _RATE_LEAD.search(match.string, max(0, match.start() - 80), match.start())
    if lead is None:
        return None
    wordy = " " in lead["rate"].replace("a couple of", "two").strip()
    return replace(at(match, "recurring", lead=lead), counts=True, adjunct=match.start() - 1 if wordy else -1, sort="rate", prep="")


def _habit(match: re.Match[str], today: date) -> Find | None:
    return replace(at(match, "recurring"), counts=True, sort="daily" if _DAILY.search(match[0]) else "habit")


def _counted(match: re.Match[str], today: date) -> Find | None:
    return replace(at(match, "none", lead=lead_of(match, _COUNT_LEAD)), counts=True, sort="event")


def _unplaced(match: re.Match[str], today: date) -> Find | None:
    if match[0].startswith("between now"):
        return replace(at(match, "period", today), sort="unit")
    return replace(at(match, "none"), sort="event")


_SPANS = words("day days week weeks fortnight fortnights month months year years week's weeks' month's day's")
_ROTA_WORDS = words("""
    shift shifts night nights late lates early earlies day days duty duties call calls weekend weekends off set run block stretch
    """)
RULES = (
    Rule(words("every each per all"), _EVERY, _every),
    Rule(words("every each all"), _OCCASION, _occasion),
    Rule(_SPANS | words("shift night quarter late early weekend"), _RATE, _rate),
    Rule(
        words("daily weekly fortnightly monthly nightly quarterly weeknight weeknights mornings evenings afternoons")
        | words("days weeks shifts nights weekends week wk day month"),
        _HABIT,
        _habit,
    ),
    Rule(words("next first"), _NEXT_FEW, _counted),
    Rule(words("next"), _NEXT_ONE, _unplaced),
    Rule(words("of"), _SHARE, _habit),
    Rule(
        words("""
    arcp appraisal revalidation pdr review exam exams osce osces finals date deadline end ramadan lent
    term half summer autumn spring winter clocks payday leave changeover birthday cqc inspection viva
    interview graduation holiday rotate rotation finish qualify jobs job new
    """),
        _KNOWN,
        _unplaced,
    ),
    Rule(_ROTA_WORDS, _ROTA_TO_COME, _unplaced),
)
