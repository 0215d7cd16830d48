"""Codes: runs of digits and letters as a label has them, "K 553 019", "FT/0039/K", "rx8 01992", and what the words around make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.nlu.identifiers.announcing import NUMBER, is_a_telephones, is_a_things
from bot.nlu.identifiers.finding import digits
from bot.nlu.identifiers.numbers import is_service

_GROUPS = re.compile(
    r"(?<![\w+£$€@.,:/&'-])(?=[a-z]{0,6}(?:/[a-z]{2,5})?[ ./_-]{0,3}[a-z]{0,3}\d)[a-z\d]{1,14}(?:(?: [-/] |[ ./_-])[a-z\d]{1,12}){0,6}",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PIECE = re.compile(r"( [-/] |[ ./_-]|^)([A-Za-z\d]+)")
_WORD_FIRST = re.compile(r"([A-Za-z]{2,}|[a-z])(?: [-/] |[ ._])(?=.*\d)")
_QUANTITY = re.compile(
    r"\s?(?:mg|mls?|mcg|g|kgs?|iu|units?|mmol|hrs?|hours?|mins?|minutes?|secs?|am|pm|a\.m|p\.m|bpm|days?|weeks?|wks?|"
    r"months?|years?|yrs?|y/?o|"
    r"pts|patients|people|staff|steps|words|pesos|euros?|pounds|quid|naira|rupees|beds|times|of|out|st|nd|rd|th|percent|miles|km|k|emails|"
    r"calls|calories|kcal|rows|records|participants|samples|followers|messages|pages)\b|\s?[%:°]|[.,]\d",
    re.I,
)
_MEASURED = re.compile(
    r"\d{1,3}([/-])\d{1,3}|(?:[01]\d|2[0-4])[0-5]\d([ -/]| - )(?:[01]\d|2[0-4])[0-5]\d|(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?|"
    r"\d{1,4}\.\d{1,2}|"
    r"(?:\d{1,2} ){1,6}\d{1,2}|\d{1,2}([/.-])\d{1,2}\3(?:20)?\d\d|\d{1,2}([/.-])\d{1,2}|20\d\d([/-])\d\d\5\d\d|"
    r"(?:\d{1,3}[/ ]){2,}\d{1,3}|[a-z]{1,3}\d{1,2}|\d{1,2}[a-z]{1,2}|\d{1,4}[a-z]{1,4}",
    re.I,
)
_SAYING = (
    r"(?:is|was|are|its|it's|na|as|of|the|for|ending|ends|end|starts?|starting|begins|beginning|with|in|last|first|four|"
    r"three|digits|only|just|reads?|said|says|now|band|on|tag|file|put|typed|wrote|from|my|her|his|their|new|old|correct|"
    r"wrong|right)"
)
_ANNOUNCED = re.compile(
    rf"\b(?P<noun>[a-z][a-z.&/\d-]{{0,18}})[ .]{{0,2}}(?P<of>(?:\b|(?<=\.)){NUMBER}s?)"
    rf"(?:{NUMBER})?[\s:;#.=,()\"'*\[\]~-]{{0,6}}(?:{_SAYING}\b[\s:;.=,()\"'#*-]{{0,4}}){{0,6}}$",
    re.I,
)
_RECORD = (
    r"(?:nhs|chi|mrns?|m\.r\.n\.?|mrd|uhid|hrn|mpi|hn|crn|cr|nhi|urn?|umrn|medical record|cas ?cards?|ed cards?|"
    r"case ?-?notes?|notes|chart|folder|"
    r"hosp\w{0,8}|hopsital\w*|unit|patients?|pt|pts|paitent|patiant|wrist ?b\w{2,3}|bar ?code|pas|rio|epr|emis|system ?one|systmone|s1|"
    r"lorenzo|care ?notes|mosaic|liquid ?logic|icm|badger ?net|paris|pid|emrn|ipd|opd|encounter|labell?ed|attendance|"
    r"admission|cerner|epic|meditech|ipms|nerve ?cent\w+|ice|pacs|emr|ehr|his|cross ?-?match\w*|"
    r"label|labels|stickers?|addressograph|records?|"
    r"file|card|"
    r"specimen|sample|samples|blood for|bloods for|accession|consented|discharged|scanned|recruit\w*|hosp)"
)
_NUMBERED = r"(?:\W{0,3}(?:\b(?:" + NUMBER + r")s?))?"
_STRONG = re.compile(
    rf"\b(?:mrns?|uhid|hrn|mpi|(?:nhs|hosp\w{{0,8}}|hopsital|patient'?s?|patients'?|pt'?s?|unit|case ?notes?|chart|folder|"
    rf"medical record|record)\W{{0,3}}(?:{NUMBER})s?)(?!\w)",
    re.I,
)
_RIGHT_BEFORE = re.compile(rf"\b{_RECORD}{_NUMBERED}[\s:;#.=,()\"'*\[\]-]{{0,5}}(?:{_SAYING}\b[\s:;.=,()\"'#*-]{{0,3}}){{0,5}}$", re.I)
_LAST_FEW = re.compile(
    r"\b(?:mrn|no|number|num)\b.{0,12}\b(?:end\w*|start\w*|begin\w*|last \w+)(?: (?:in|with|is|of))*[\s:*.\"'(-]{0,8}$", re.I
)
_OF_STUDIES = re.compile(r"(?:nct|pmid|isrctn|nihr|inc|chg|ritm|iso|iras)[ -]?\d", re.I)
_IN_CARE = re.compile(rf"\b(?:patients?|pts?|hosp\w*|unit|mrn)'?s? (?:ref|refs|reference)\b(?: ?{NUMBER})?\W{{0,3}}$", re.I)
_AROUND = re.compile(rf"\b{_RECORD}\b", re.I)


_WORDS_OF_RECORDS = """
nhs chi mrn mrns m mrd uhid hrn mpi hn crn cr nhi ur urn umrn medical cas ed case casenote casenotes notes chart folder unit patient
patients pt pts paitent patiant bar barcode pas rio epr emis system systmone s lorenzo carenotes care mosaic liquidlogic liquid icm
badgernet badger paris pid emrn ipd opd encounter labelled labeled attendance admission cerner epic meditech ipms nerve ice pacs emr ehr
his label labels sticker stickers addressograph record records file card specimen sample samples blood bloods accession consented
discharged scanned nr id crossmatch crossmatched cross match
"""
_CUES = frozenset(_WORDS_OF_RECORDS.split())
_CUES_BEGIN = ("hosp", "hops", "wrist", "recruit", "nervecent", "ident")
_A_NUMBER = re.compile(r"n[uomber]{1,6}s?a?")


@dataclass(frozen=True, slots=True)
class Code:
    """One run: where it stands, how many digits and letters it has, and whether it is more than one group."""

    start: int
    end: int
    written: str = field(repr=False)

    @property
    def digits(self) -> int:
        return sum(sign.isdigit() for sign in self.written)

    @property
    def letters(self) -> int:
        return sum(sign.isalpha() for sign in self.written)


def codes(text: str) -> Iterator[Code]:
    """Every run of the text with three digits and more, which is no dose, age or price."""
    at = 0
    while found := _GROUPS.search(text, at):
        start = found.start() + _words_first(found[0])
        written = _trimmed(text[start : found.end()])
        code = Code(start, start + len(written), written)
        at = max(code.end, found.start() + 1)
        if code.digits >= 3 and not _YEAR.fullmatch(written) and not (written.isdigit() and _QUANTITY.match(text, code.end)):
            yield code


def _words_first(run: str) -> int:
    """How much of the run is the word before the code: "number 338 J 19", "HN 772193"."""
    length = 0
    while word := _WORD_FIRST.match(run, length):
        if word[1].isupper() and len(word[1]) < 4 and not _AROUND.fullmatch(word[1]) and not word[1].upper().startswith("N"):
            break
        length = word.end()
    return length


def _trimmed(run: str) -> str:
    """The run up to where words go on."""
    end, many, spaced, lettered = 0, 0, False, False
    for piece in _PIECE.finditer(run):
        gap, group = piece[1], piece[2]
        if end and not _goes_on(gap, group, many, spaced, lettered):
            break
        if not end and group.isalpha() and len(group) > 5:
            break
        many += sum(sign.isdigit() for sign in group)
        spaced, lettered, end = spaced or gap == " ", group.isalpha(), piece.end()
    kept = run[:end]
    return re.sub(r"(?: [-/] |[ ./_-])[A-Za-z]{2,}$", "", kept) if re.search(r"[a-z]{2,}$", kept) else kept


def _goes_on(gap: str, group: str, many: int, spaced: bool, lettered: bool) -> bool:
    """Whether this group belongs to the code that began before it."""
    if group.isalpha():
        return (len(group) == 1 and group.isupper() and group != "I") or (
            gap != " " and len(group) <= 5 and (group.isupper() or len(group) < 3)
        )
    if gap == " " and many >= 6 and not spaced and not lettered:
        return len(group) > 2 and group.isdigit() and many < 8
    return group.isdigit() or gap != " " or (len(group) <= 7 and (group[0].isdigit() or group[0].isupper()))


# -- what the words say ------------------------------------------------------------------------------------------------------------


def may_be_told(text: str, words: frozenset[str]) -> bool:
    """Whether any of these words could put a code on somebody's record."""
    if "#" in text or "\U0001f4cb" in text or not words.isdisjoint(_CUES):
        return True
    return any(word.startswith(_CUES_BEGIN) or _A_NUMBER.fullmatch(word) for word in words)


def is_a_record(text: str, code: Code) -> bool:
    """Whether the words around say that this is the number of somebody's record, and none right before that it is something else."""
    before, after = text[max(0, code.start - 70) : code.start], text[code.end : code.end + 70]
    if _OF_STUDIES.match(code.written) or is_service(digits(code.written)) or _is_a_shops(text, code):
        return False
    if _IN_CARE.search(before) is None and (is_a_things(text, code.start) or is_a_telephones(text, code.start)):
        return False
    announced = _ANNOUNCED.search(before)
    if announced:
        return _is_long(code, 3 if _AROUND.search(before) else 4)
    if before.rstrip().endswith("\U0001f4cb"):
        return _is_long(code, 5)
    if _RIGHT_BEFORE.search(before):
        return _is_long(code, 2 if _LAST_FEW.search(before) else 3 if _STRONG.search(before) else 4)
    if _STRONG.search(before) or _STRONG.search(after):
        return _is_long(code, 3 if _STRONG.search(before) else 4) and not _MEASURED.fullmatch(code.written)
    near = _AROUND.search(before) or _AROUND.search(after)
    return near is not None and _is_long(code, 5) and not _MEASURED.fullmatch(code.written)


def _is_a_shops(text: str, code: Code) -> bool:
    """Thirteen digits with the check digit of goods, behind "barcode"."""
    if not re.fullmatch(r"\d{13}", code.written) or "code" not in text[max(0, code.start - 12) : code.start].lower():
        return False
    return sum(int(sign) * (1 + 2 * (at % 2)) for at, sign in enumerate(code.written)) % 10 == 0


def _is_long(code: Code, least: int) -> bool:
    """Long enough: a letter or a gap inside says as much as a digit and a half."""
    mixed = code.letters > 0 or not code.written.isalnum()
    return code.digits >= (least if mixed else least + 1)
