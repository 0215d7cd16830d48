"""Record numbers of a hospital, by the words that announce them: MRN, hospital number, unit number, patient id and their kind."""

from __future__ import annotations

import re

from bot.nlu.identifiers.announcing import GAP, NUMBER
from bot.nlu.identifiers.codes import codes, is_a_record, may_be_told
from bot.nlu.identifiers.finding import Find, Rule

_ALWAYS = r"mrn|m\.r\.n\.?|mrd|uhid|hrn|medical record"
_NUMBERED = (
    r"hosp\w*|unit|pt|pat|patient|paitent|pas|rio|epr|emis|system ?one|systmone|k|chart|board|case ?-?notes?|case|district|records?|"
    r"folder|card|file|ip|op|opd|ipd|reg(?:istration)?|epic|cerner|meditech|lorenzo|client|resident|episode|in-?patient|"
    r"out-?patient|lab|specimen|sample|"
    r"accession|request|referral"
)
_SYSTEM = r"rio|emis|epic|epr|systmone|pas|crn"
_STAFFS_OWN = re.compile(
    r"\b(?:professional|nmc|gmc|hcpc|bls|als|acls|ils|pals|library|staff|union|bank|car|vehicle|candidate|exam|student|council)\W{0,2}$",
    re.I,
)
_VALUE = (
    r"(?=[a-z\d /.-]{0,6}\d)(?:[a-z]{1,4}(?:\d{1,2}(?=[ -]\d{4}))?[-/ ]?)?"
    r"(?:\d{1,5}(?:[ ]\d{2,6}){1,3}|\d[\da-z]*(?:[-/.]\d[\da-z]*){1,4}|\d[\da-z]{2,14}(?: \d{3,6})?)(?:-[a-z\d]{1,3})?(?![\w])"
)
_SOMETHING_ELSE = re.compile(
    r"(?:datix|incident|ticket|job|order|batch|lot|policy|ref|pmid|isrctn|grant|link|code|trial|study)\w*[\s:#]*(?:no\.?|number)?\W*$"
)


def _at_least(many: int) -> re.Pattern[str]:
    return re.compile(rf"(?:\D*\d){{{many}}}")


_FOUR, _FIVE = _at_least(4), _at_least(5)


def _four(found: re.Match[str]) -> bool:
    return _FOUR.match(found["it"]) is not None


def _patients(found: re.Match[str]) -> bool:
    """Long enough, and no registration or card of staff."""
    return _four(found) and _STAFFS_OWN.search(found.string[max(0, found.start() - 16) : found.start()]) is None


def _five(found: re.Match[str]) -> bool:
    return _FIVE.match(found["it"]) is not None


def _is_no_other(found: re.Match[str]) -> bool:
    """One letter and six to eight digits is a record number, where nothing says that it is something else."""
    return _SOMETHING_ELSE.search(found.string[max(0, found.start() - 24) : found.start()].lower()) is None


_RULES = (
    Rule("mrn", re.compile(rf"\b(?:{_ALWAYS})\s?{NUMBER}?{GAP}(?P<it>{_VALUE})", re.I), _four),
    Rule("mrn", re.compile(r"\b(?:chart|folder|case ?notes|crossmatch for) (?P<it>(?-i:[A-Z]{2,5})[ /-]\d{5,9})(?!\w)", re.I)),
    Rule("mrn", re.compile(rf"\bmrn(?P<it>{_VALUE})", re.I), _four),
    Rule("mrn", re.compile(rf"\b(?:{_NUMBERED})\.? ?{NUMBER}(?:\s?{NUMBER})?{GAP}(?P<it>{_VALUE})", re.I), _patients),
    Rule("mrn", re.compile(rf"\b(?:{_SYSTEM})\b{GAP}(?P<it>{_VALUE})", re.I), _five),
    Rule("mrn", re.compile(rf"(?<!\w)(?P<it>[a-z]{{0,3}}\d{{5,9}}) (?:is|was) (?:the|her|his|their) (?:mrn|hosp\w* {NUMBER})", re.I)),
    Rule("mrn", re.compile(rf"\b(?:mrn|hosp\w* {NUMBER})[^\d\n]{{0,30}}?(?P<it>\b[a-z]{{0,3}}\d{{6,10}})(?!\w)", re.I)),
    Rule("mrn", re.compile(r"(?<![\w/#-])[A-Z]\d{6,8}(?![\w/-])"), _is_no_other),
)


def record_numbers(text: str, words: frozenset[str]) -> list[Find]:
    """Every announced number, and others of the same make; `words` are the text's."""
    finds = [find for rule in (_RULES if may_be_told(text, words) else _RULES[-1:]) for find in rule.finds(text)]
    makes = sorted({_make(text[find.start : find.end]) for find in finds} - {""})
    return finds + [find for make in makes for find in Rule("mrn", re.compile(make)).finds(text)]


def codes_on_record(text: str, words: frozenset[str]) -> list[Find]:
    """Codes of any make that the words around them put on somebody's record."""
    if not may_be_told(text, words):
        return []
    found = [(code, is_a_record(text, code)) for code in codes(text)]
    makes = {_shape(code.written) for code, told in found if told}
    return [Find("mrn", code.start, code.end) for code, told in found if told or (code.letters and _shape(code.written) in makes)]


def _shape(written: str) -> str:
    """Digits as 9 and letters as A, which numbers of one hospital share."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", written))


def _make(number: str) -> str:
    """A pattern for numbers like this one, if it is one run of six digits and more; else nothing."""
    found = re.fullmatch(r"([A-Za-z]{0,3})(\d{6,9})", number)
    return rf"(?<![\w/.-]){found[1]}\d{{{len(found[2])}}}(?![\w/.-])" if found else ""
