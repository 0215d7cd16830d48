"""Dates of birth: a date beside words that announce it, or in brackets behind an age."""

from __future__ import annotations

import re

from bot.nlu.identifiers.finding import Find, Rule

_MONTH = (
    r"(?:jan(?:uary|ury)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY_WORDS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|twentieth|thirtieth"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
_YEAR = r"(?:'?\d{4}|'?\d{2})"
NUMERIC = r"(?:\d{1,2} ?[/.\-\\] ?\d{1,2} ?[/.\-\\] ?(?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{2} \d{2} (?:\d{4}|\d{2}))(?!\d)"
_NAMED = (
    rf"(?:{_WEEKDAY}(?:\d{{1,2}} ?(?:st|nd|rd|th)?|{_DAY_WORDS})(?: of)?[ ./-]?(?:the )?{_MONTH}\b\.?"
    rf"(?:[ ,./-]{{1,2}}(?:of )?{_YEAR}(?!\d))?"
    rf"|{_MONTH}\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR}(?!\d))?(?!\d))"
)
FULL = rf"(?:{NUMERIC}|\d{{1,2}} ?(?:st|nd|rd|th)?(?: of)?[ ./-]?{_MONTH}\b\.?[ ,./-]{{1,2}}\d{{4}}(?!\d))"
_SHORT = rf"\d{{1,2}} \d{{1,2}} (?:\d{{4}}|\d{{2}})(?!\d)|\d{{1,2}}[/.-]\d{{1,2}}(?![\d/.-])|{_MONTH}\.? (?:of )?\d{{4}}(?!\d)"
_MISSPELT = r"\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9},? (?:\d{4}|\d{2})(?!\d)"
_RUN = r"(?:\d{8}|\d{6})(?!\d)"
_BETWEEN = r"[\s:;=.,(\-'\"#]{0,5}(?:(?:is|was|=|on|in|the|as per file|approx|around|about|given as)\b[\s:]{0,3}){0,2}"

_DOB = r"d\.? ?o\.? ?b(?![a-z])\.?|d/o/b|date ?of ?b[irthrit]{3,6}\b|birth ?-?date|birth dt"
_BORN = r"born(?: on| the)?|birthday(?:'s| is| was)?|bday(?:'s| is)?|b/d|\bb\."
_AGED = r"\d{1,3} ?-?(?:y/?o|yrs?|years?|y|yr)\b(?:[ -]old)?(?:/[mf])?|age[d]? \d{1,3}"
_RECENT = re.compile(r"(?:20(?:1[6-9]|[2-9]\d)|(?<!\d)(?:1[6-9]|2\d|3[0-5]))$")


def _is_old(found: re.Match[str]) -> bool:
    """A year in which the person could have been born: with an age of eighteen and more it is no recent one."""
    age = re.search(r"\d+", found["age"])
    return _RECENT.search(found["it"]) is None or (age is not None and int(age[0]) < 18)


def _says_a_day(found: re.Match[str]) -> bool:
    return re.search(r"\d{4}|[/.-]\d{2}$", found["it"]) is not None


_RULES = (
    Rule(
        "birth_date",
        re.compile(rf"(?:\b(?:{_DOB})){_BETWEEN}(?P<it>{NUMERIC}|{_NAMED}|{_MISSPELT}|{_SHORT}|{_RUN}|(?:19|20)\d\d(?!\d))", re.I),
    ),
    Rule("birth_date", re.compile(rf"\b(?:born(?: on)?){_BETWEEN}(?P<it>{NUMERIC}|{_NAMED}|{_MONTH}\.? \d{{4}}(?!\d))", re.I)),
    Rule("birth_date", re.compile(rf"\b(?:{_BORN}){_BETWEEN}(?P<it>{NUMERIC}|{_NAMED})", re.I), _says_a_day),
    Rule(
        "birth_date", re.compile(rf"(?<!\d)(?P<it>{FULL})[\s,(]{{1,3}}(?:is |was |= ?)?(?:(?:her|his|the|their|pt'?s?) )?(?:{_DOB})", re.I)
    ),
    Rule("birth_date", re.compile(rf"\b(?P<age>{_AGED})(?: [a-z]{{1,12}}){{0,2}},? ?\(?(?P<it>{FULL})", re.I), _is_old),
    Rule("birth_date", re.compile(rf"\b(?P<age>[MF](?:/\d{{2}})?|\d{{2}} ?/? ?[MF]),? \(?(?P<it>{FULL})"), _is_old),
)
_LONG_AGO = Rule(
    "birth_date", re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:19[0-6]\d|197[0-5])(?![\d/.-]\d)")
)  # no date of anybody's work
_SPEAKS = re.compile(r"\bd[./ ]{0,2}o[./ ]{0,2}b|birth|brith|\bb[. ]?[dord]|\bb/d|\bage|y/?o\b|y[era]{0,3}s?\b|\b[MFmf]\b", re.I)
_BESIDE = re.compile(rf"(?<![\d/.-])(?:{FULL})", re.I)


def birth_dates(text: str) -> list[Find]:
    """Every date that its words say is somebody's birth."""
    announced = [find for rule in _RULES for find in rule.finds(text)] if _SPEAKS.search(text) else []
    return announced + list(_LONG_AGO.finds(text))


def old_dates(text: str) -> list[Find]:
    """Full dates that are not of these years: births, next to a name."""
    return [Find("birth_date", found.start(), found.end()) for found in _BESIDE.finditer(text) if not _RECENT.search(found[0])]


def dates_beside(text: str, finds: list[Find]) -> list[Find]:
    """Such dates next to another identifier: a line copied off a label."""
    ends, starts = {find.end for find in finds}, {find.start for find in finds}
    return [date for date in old_dates(text) if _touches(text, date, ends, starts)]


def _touches(text: str, date: Find, ends: set[int], starts: set[int]) -> bool:
    before = re.search(r"[\s,;|/(\-]*(?:\b[mf]\b[\s,]*)?$", text[max(0, date.start - 8) : date.start], re.I)
    after = re.match(r"[\s,;|)\-]*(?:(?:nhs|mrn|hosp)\w*\.? ?(?:no\.?|number|#)?[\s:]*)?", text[date.end : date.end + 24], re.I)
    return (before is not None and date.start - len(before[0]) in ends) or (after is not None and date.end + after.end() in starts)
