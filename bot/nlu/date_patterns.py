"""The words that times are made of, and what may stand before them: shared by all the rules that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.nlu.find import Find, Lead
from bot.nlu.numbers import COUNT, count

_MONTH_NAMES = """
    jan january · feb february · mar march · apr april · may · jun june · jul july · aug august · sep sept september · oct october
    · nov november · dec december
    """
_DAY_NAMES = (
    "mon monday · tue tues tuesday · wed weds wednesday · thu thur thurs thursday · fri friday · sat saturday sats · sun sunday suns"
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("·"), 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_DAY_NAMES.split("·")) for name in names.split()}
_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
ORDINALS = {
    name: number
    for number, name in enumerate(
        [
            *_ONES,
            *[
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth",
            ],
            *(f"twenty {each}" for each in _ONES),
            "thirtieth",
            "thirty first",
        ],
        1,
    )
}


def any_of(names: Iterable[object]) -> str:
    """Any of these, the longest first."""
    return "|".join(sorted(map(str, names), key=len, reverse=True))


DEADLINE = "by|before|until|till|due|no later than|deadline|on or before"
BEGIN = "from|starting|starting on|start|beginning|as of|commencing"
MONTH = rf"(?P<month>{any_of(MONTHS)})\b"
DAY_NAME = any_of(WEEKDAYS)
FULL_DAYS = any_of(name for name in WEEKDAYS if name.endswith("day"))
SPAN = "days?|weeks?|fortnights?|months?|years?"
NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{any_of(ORDINALS)}|{any_of(name.replace(' ', '-') for name in ORDINALS if ' ' in name)})"
_SETS = r"(?:set|run|block|stretch)s? of (?:nights|shifts|days|lates|long days)"
ROTA = (
    r"(?:shifts?|long days?|nights?|lates?|earl(?:y|ies)|dut(?:y|ies)|on[ -]calls?|clinic days?|days? off|rest days?|weekends?|"
    rf"{_SETS})"
)
EVENT = (
    r"(?:ward rounds?|rounds?|clinics?|shifts?|long days?|nights?|night block|lates?|earl(?:y|ies)|mdts?|handovers?|appraisals?|"
    r"supervisions?|one[- ]to[- ]ones?|1:1s?|1-1s?|meetings?|teaching|huddles?|on[ -]calls?|day off|days off|rest day|payday|"
    r"placement|rotation|audit|review|exams?|osces?|interview|birthday|annual leave|holiday|list|theatre list|bank shift|"
    rf"{_SETS})"
)
OWN_UNITS = "term|rotation|placement|block|semester"

# What may stand before a phrase is looked for only once the phrase is found.
LEAD = re.compile(
    rf"(?:^|(?<=[\s(,]))(?P<prep>{DEADLINE}|{BEGIN}|on|in|at|over|for|within|during|throughout|across|inside|after|and|since|x|come|or)"
    r" (?:the |(?:all|the whole|the rest|whole|rest) of (?:the )?)?$"
)
LENGTH_LEAD = re.compile(
    r"(?:^|(?<=[\s(,]))(?:(?P<prep>for|in|within|over|during|across|throughout|inside|after|x|under|every shift for|give me|"
    r"gimme|leave it) )?"
    r"(?:(?:the|my|about|around|at least|up to|a period of|all|another) )*(?P<near>(?:next|first|coming|following) )?$"
)
BEGINNINGS = frozenset(BEGIN.split("|"))
DEADLINES = frozenset(DEADLINE.split("|"))
NEAR = 40  # characters before a phrase in which what belongs to it is looked for
_LOOSE_COUNTS = {"a": 1, "an": 1, "one": 1, "this": 1, "a few": 3, "few": 3, "several": 3, "half a dozen": 6}
VAGUE_COUNTS = frozenset(("a few", "few", "several"))
COUNTED = rf"{COUNT}|a|an|a few|few|several|this|half a dozen"


def at(match: re.Match[str], kind: str, start: date | None = None, due: date | None = None, lead: Lead = None) -> Find:
    """A find of this kind where the match stands, with what leads up to it."""
    return Find(lead.start() if lead else match.start(), match.end(), kind, start, due, prep=preposition(lead))


def lead_of(match: re.Match[str], way: re.Pattern[str] = LEAD) -> Lead:
    """What stands right before the phrase, where it is of this kind."""
    return way.search(match.string, max(0, match.start() - NEAR), match.start())


def preposition(lead: Lead) -> str:
    """The word that leads, or nothing."""
    return (lead["prep"] or "") if lead and "prep" in lead.re.groupindex else ""


def moment(match: re.Match[str], lead: Lead, day: date | None, sort: str) -> Find:
    """A day: the deadline, unless something starts on it; where there is no such day, that is told."""
    if day is None:
        return replace(at(match, "none", lead=lead), sort=sort, doubt=True)
    prep = preposition(lead)
    return replace(at(match, "instant", day, None if prep in BEGINNINGS else day, lead), sort=sort)


def many(word: str | None) -> int:
    """How many a number, a word or "a" stands for."""
    return _LOOSE_COUNTS.get(word or "one") or count(word or "1")


def nth(word: str) -> int:
    """The day that "5th", "5" or "fifth" stands for."""
    figures = word.rstrip("stndrh")
    return int(figures) if figures.isdecimal() else ORDINALS[word.replace("-", " ")]
