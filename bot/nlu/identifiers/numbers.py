"""Health-service numbers and national ids: by their check digit, or by the words that announce them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.nlu.identifiers.announcing import GAP, NUMBER, is_a_things
from bot.nlu.identifiers.checksums import modulo_11, modulo_23, verhoeff
from bot.nlu.identifiers.finding import Find, Rule, digits, found_by, groups

COUNTRIES = frozenset({"GB", "GB-SCT", "GB-NIR", "IE", "US", "IN", "PH", "NG"})
_SERVICE = re.compile(r"0(?:800|808|3\d\d|84\d|87[0-3])\d{7}|0[58]00\d{6}|18[059]0\d{6}")  # freephone and shared cost: nobody's own
_TEN = r"\d(?:[ .\-_/]{0,2}\d){9}(?!\d)"
_NINE_TO_ELEVEN = r"\d(?:[ .\-_/]{0,2}\d){8,10}(?!\d)"


def is_service(number: str) -> bool:
    """Whether these digits are a helpline's or a switchboard's rather than a person's."""
    return _SERVICE.fullmatch(number) is not None


def _announced(cue: str, number: str) -> re.Pattern[str]:
    """The number behind words that say what it is."""
    return re.compile(rf"\b(?:{cue}){GAP}(?P<it>{number})", re.I)


# -- ten digits: NHS, CHI, H&C ---------------------------------------------------------------------------------------------------


def _stands_alone(found: re.Match[str]) -> bool:
    """Not part of a longer row of digits."""
    before, after = found.string[max(0, found.start() - 2) : found.start()], found.string[found.end() : found.end() + 2]
    return not re.search(r"\d[ .\-_/,:+]?$", before) and not re.match(r"[ .\-_/,:]?\d", after)


def _in_shape(found: re.Match[str]) -> bool:
    """Written as people write ten digits: one kind of gap throughout, a slash only in 3/3/4."""
    gaps, shape = set(re.findall(r"\D+", found[0])), groups(found[0])
    usual = shape in ([10], [3, 3, 4], [3, 4, 3], [5, 5], [6, 4])
    return len(gaps) <= 1 and (usual or (len(shape) in (2, 3, 4, 5, 10) and "/" not in gaps and _stands_alone(found)))


def _ten_digits(text: str, countries: Collection[str]) -> Iterator[Find]:
    """Numbers with a right check digit that nothing announces. CHI and H&C numbers share the scheme and are known by their range."""
    for find in Rule("nhs_number", _BARE_TEN, _is_right).finds(text):
        number = digits(text[find.start : find.end])
        born = 1 <= int(number[:2]) <= 31 and 1 <= int(number[2:4]) <= 12  # a CHI begins with a day and a month
        northern = "3200000010" <= number <= "3999999999"
        if (born and "GB-SCT" in countries) or (northern and "GB-NIR" in countries):
            yield Find("national_id", find.start, find.end)
        elif number[0] != "0":  # with a nought begin telephone numbers
            yield find


def _is_right(found: re.Match[str]) -> bool:
    number = digits(found[0])
    return modulo_11(number) and _in_shape(found) and not is_service(number)


def _is_mistyped(found: re.Match[str]) -> bool:
    """Grouped as an NHS number, with a wrong check digit, and no order or parcel."""
    return _stands_alone(found) and not is_a_things(found.string, found.start())


_FIVE_DIGITS = re.compile(r"\d(?:[^\d\n]{0,3}\d){4}")
_BARE_TEN = re.compile(r"(?<!\w)\d(?:[ .\-_/]{0,3}\d){9}(?!\w)")
_SAID = r"(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)"
_DICTATED = re.compile(rf"\b(?:(?:(?:double|triple|treble)[ ,-]+)?{_SAID}(?:[ ,.-]+(?=[a-z])|\b)){{8,16}}", re.I)
_ANNOUNCED_IN_WORDS = Rule(
    "mrn",
    re.compile(
        rf"\b(?:mrn|(?:nhs|hosp\w*|unit|patient|pt|chart|chi) ?{NUMBER}){GAP}"
        rf"(?P<it>(?:(?:(?:double|triple|treble)[ ,-]+)?{_SAID}[ ,.-]+){{3,15}}(?:(?:double|triple|treble)[ ,-]+)?{_SAID})\b",
        re.I,
    ),
)


def _is_dictated(found: re.Match[str]) -> bool:
    """Nine to fourteen digits spoken one by one, which are not somebody counting."""
    spoken = re.findall(r"[a-z]+", found[0].lower())
    many = len(spoken) + spoken.count("triple") + spoken.count("treble")
    return 9 <= many <= 14 and spoken[:3] != ["one", "two", "three"] and len(set(spoken)) > 2


_NHS, _CHI, _HCN = frozenset({"nhs", "nhsno", "n", "h"}), frozenset({"chi"}), frozenset({"h", "hc", "hcn", "health"})
_NINO = frozenset({"ni", "nino", "national"})
_WORDS_OF_CARDS = """
passport passports pasport passprt brp residence visa ehic ghic driving licence medical gms voter voters ration id identity national nino
medicare tin nhis nhia hmo pps ppsn pan ihi individual ssn social aadhaar aadhar adhaar adhar aadar phil philhealth sss gsis umid philsys
psn pcn crn abha nin bvn immigration home emirates iqama
"""
_OF_CARDS = frozenset(_WORDS_OF_CARDS.split())
_HEALTH = (
    Rule("nhs_number", _announced(rf"n\.?\s?h\.?\s?s\.?\s?(?:{NUMBER}|:|=)", _NINE_TO_ELEVEN), needs=_NHS),
    Rule("nhs_number", _announced(r"n\.?h\.?s\.?", _TEN), needs=_NHS),
    Rule("nhs_number", re.compile(rf"(?P<it>{_TEN}){GAP}(?:the |her |his |their )?nhs {NUMBER}", re.I), needs=_NHS),
    Rule(
        "nhs_number",
        re.compile(rf"\bn\.?h\.?s\.?\s?{NUMBER}[^\d\n]{{0,40}}?(?P<it>\d(?:[ ,.\-_/]{{0,3}}[\dol]){{2,10}})(?!\w)", re.I),
        needs=_NHS,
    ),
    Rule("national_id", _announced(rf"chi\b\s*{NUMBER}?", _TEN), country="GB-SCT", needs=_CHI),
    Rule(
        "national_id", _announced(rf"(?:h ?(?:&|and|\+|n) ?c|hcn|health (?:and|&) care)\b\s*{NUMBER}?", _TEN), country="GB-NIR", needs=_HCN
    ),
)
_MISTYPED = Rule("nhs_number", re.compile(r"(?<![\w.,/+-])[1-9]\d\d([ -])\d{3}\1\d{4}(?!\w)"), _is_mistyped)
_IN_DOUBT = Rule("nhs_number", re.compile(r"(?<![\w.,/+-])[1-9]\d{2}[ -]?\d{3}[ -]?\d{4}(?!\w)"), _is_mistyped)
_OF_THE_NHS = re.compile(rf"\bn\.?h\.?s\.?\s?(?:{NUMBER}|:|=)|\bspine\b", re.I)


# -- national ids ------------------------------------------------------------------------------------------------------------------


def _is_spaced_nino(found: re.Match[str]) -> bool:
    """In capitals: in small letters "at 12 30 45 a" would be one."""
    return found[0][:2].isupper()


def _is_pps(found: re.Match[str]) -> bool:
    return modulo_23(digits(found[1]), found[2].upper())


def _is_ssn(found: re.Match[str]) -> bool:
    number = digits(found[0])
    return number[:3] not in ("000", "666") and number[0] != "9" and number[3:5] != "00" and number[5:] != "0000"


def _is_aadhaar(found: re.Match[str]) -> bool:
    number = digits(found[0])
    grouped = groups(found[0]) == [4, 4, 4] and not is_a_things(found.string, found.start())
    return number[0] not in "01" and len(set(re.findall(r"\D", found[0]))) <= 1 and (grouped or verhoeff(number)) and _stands_alone(found)


def _is_no_things(found: re.Match[str]) -> bool:
    """Fourteen digits and more, in groups of three and more, that are no order and no parcel."""
    return min(groups(found[0])) >= 3 and _stands_alone(found) and not is_a_things(found.string, found.start())


def _row(least: int, most: int) -> str:
    return rf"\d(?:[ .\-]{{0,2}}\d){{{least - 1},{most - 1}}}(?!\d)"


_CARDS = (
    "passports?|pasport|passprt|brp|residence permit|visa no|ehic|ghic|driving licen[cs]e|licence no|medical card|gms card|"
    "voter'?s? (?:id|card)|"
    "ration card|id card|identity card|national id|medicare|tin no|nhis|nhia|hmo (?:id|no)|immigration|home office|emirates id|iqama"
)
_NATIONAL = (
    Rule(
        "national_id",
        _announced(rf"(?:ni|national insurance)\b\s*{NUMBER}?|nino", r"[a-z]{2}(?: ?\d{2}){3} ?[a-d]?\b"),
        country="GB",
        needs=_NINO,
    ),
    Rule("national_id", re.compile(r"\b[a-z]{2}\d{6}[a-d]\b", re.I), country="GB"),
    Rule("national_id", re.compile(r"\b[A-Z]{2}(?:[ -]?\d{2}){3}[ -]?[A-D]\b"), _is_spaced_nino, country="GB"),
    Rule("national_id", re.compile(r"\b[A-Z9]{5}[ -]?\d{6}[ -]?[A-Z9]{2} ?\d[A-Z]{2}\b"), country="GB"),  # driving licence
    Rule(
        "national_id",
        re.compile(
            rf"\b(?:{_CARDS})\b[^\d\n]{{0,24}}?"
            r"(?P<it>(?<![a-z])(?:[a-z]{1,5}-?|(?-i:[A-Z]{1,3}) )?\d(?:[ /-]?\d){4,20}[a-z]{0,2})(?!\w)",
            re.I,
        ),
        needs=_OF_CARDS,
    ),
    Rule("national_id", re.compile(r"\b(?P<it>[A-Z]{1,2}\d{6,7})\b[^\d\n]{0,50}\bpassport"), needs=_OF_CARDS),
    Rule("national_id", _announced(rf"pan\b(?: card)?(?: copy)?\s*{NUMBER}?", r"[a-z]{5}\d{4}[a-z]\b"), country="IN", needs=_OF_CARDS),
    Rule("national_id", re.compile(r"(?<![\w/-])\d{7}[A-W][A-IWTX]?(?![\w-])"), country="IE"),
    Rule("national_id", _announced(rf"pps ?n?\b\s*{NUMBER}?", r"\d{7}[ -]?[a-z]{1,2}\b|\d{7}(?!\w)"), country="IE", needs=_OF_CARDS),
    Rule("national_id", re.compile(r"(?<![\w-])(?<!\d )\d{3} \d{4} ?[B-HJ-W][A-IWTX]?(?![\w-])"), country="IE"),
    Rule("national_id", re.compile(r"(?<!\w)(\d{7}) ?([a-w][a-iwtx]?)(?!\w)", re.I), _is_pps, country="IE"),
    Rule(
        "national_id",
        re.compile(rf"\b(?:ihi|individual health identifier)\b[^\d\n]{{0,30}}?(?P<it>{_row(10, 18)})", re.I),
        country="IE",
        needs=_OF_CARDS,
    ),
    Rule(
        "national_id",
        _announced(rf"ssn|social security\b\s*{NUMBER}?", r"\d{3}[ .-]?\d{2}[ .-]?\d{4}(?!\d)"),
        country="US",
        needs=_OF_CARDS,
    ),
    Rule("national_id", re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"), _is_ssn, country="US"),
    Rule("national_id", _announced(rf"a+dh?a+r\b(?: card)?\s*{NUMBER}?", _row(12, 12)), country="IN", needs=_OF_CARDS),
    Rule("national_id", re.compile(r"(?<![\w-])\d{4}([ -]?)\d{4}\1\d{4}(?![\w-])"), _is_aadhaar, country="IN"),
    Rule("national_id", _announced(rf"abha\b\s*{NUMBER}?", _row(14, 14)), country="IN", needs=_OF_CARDS),
    Rule("national_id", re.compile(r"(?<![\w-])\d{2}-\d{4}-\d{4}-\d{4}(?![\w-])"), country="IN"),
    Rule("national_id", re.compile(r"\b[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b"), country="IN"),
    Rule(
        "national_id",
        _announced(rf"(?:phil ?health|sss|gsis|umid|philsys|psn|pcn|crn)\b(?: crn)?\s*{NUMBER}?", _row(9, 16)),
        country="PH",
        needs=_OF_CARDS,
    ),
    Rule("national_id", re.compile(r"(?<![\w-])(?:\d{2}-\d{9}-\d|\d{2}-\d{7}-\d|\d{4}-\d{7}-\d)(?![\w-])"), country="PH"),
    Rule("national_id", _announced(rf"(?:nin|bvn)\b\s*{NUMBER}?", _row(11, 11)), country="NG", needs=_OF_CARDS),
    Rule("national_id", re.compile(r"(?<![\w.,/+-])\d(?:[ -]?\d){13,18}(?![\w-])"), _is_no_things),
    Rule("national_id", _announced(rf"national id(?:entity|entification)?\b(?: card)?\s*{NUMBER}?", _row(9, 16)), needs=_OF_CARDS),
)


_FEW_DIGITS = tuple(rule for rule in _NATIONAL if r"\d{4}[" in rule.pattern.pattern and rule.country == "IN")


def numbers(text: str, countries: Collection[str], words: frozenset[str]) -> list[Find]:
    """Health numbers, and the national ids of these countries (of `COUNTRIES`), what is announced first; `words` are the text's."""
    wanted = {"", *countries}
    if _FIVE_DIGITS.search(text) is None and words.isdisjoint(_NHS):
        return found_by(_FEW_DIGITS if "IN" in wanted else (), text, words)
    announced = found_by([rule for rule in (*_HEALTH, *_NATIONAL) if rule.country in wanted], text, words)
    doubtful = _IN_DOUBT if _OF_THE_NHS.search(text) else _MISTYPED
    return [*announced, *_ten_digits(text, countries), *doubtful.finds(text)]


def dictated(text: str) -> list[Find]:
    """Ten digits and their like, spelt out: what a telephone wrote down of what was said into it; fewer where a number is announced."""
    return [*Rule("nhs_number", _DICTATED, _is_dictated).finds(text), *_ANNOUNCED_IN_WORDS.finds(text)]
