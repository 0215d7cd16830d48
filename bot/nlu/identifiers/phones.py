"""Telephone numbers of people: British and Irish, with a country code, and the everyday forms of India, Nigeria, the Philippines, the US.

Helplines, emergency numbers, extensions and bleeps are nobody's own and stay. Rules of our own: a numbering-plan library turns down the
number ranges that regulators set aside for examples, which are what a person in doubt writes first.
"""

from __future__ import annotations

import re

from bot.nlu.identifiers.announcing import is_a_things
from bot.nlu.identifiers.finding import Rule, digits, groups
from bot.nlu.identifiers.numbers import is_service

_CUE = re.compile(
    r"(?:\b(?:tel|telephone|phone|fone|mob|mobile|cell|cellphone|ph|number|numba|num|no|contact|whats ?app|wa|ring|rung|rang|call|called|"
    r"text|texted|nok|landline|fax|[tm]:)\b|[\u260e\u260f\U0001f4de\U0001f4f1\U0001f4f2])[^\d]{0,22}$",
    re.I,
)
_NATIONAL = re.compile(r"(?<![\w+/.:-])\(?0(?!0)\d{1,4}(?:\)|/(?=\d{6}(?!\d)))?(?:[ .\-]{0,3}\d){5,9}(?![\w]|[/:]\d)")
_ABROAD = re.compile(r"(?<!\w)(?<!\d )(?:\+|00(?=[1-9]))\d{1,3}(?:[ .\-/]{0,2}\(?\d\)?){6,12}(?!\d)")
_TEN = re.compile(r"(?<![\w+/.:,-])(?:91[ -]?)?[6-9]\d(?:[ -]?\d){8}(?![\w]|[/:.-]\d)")
_AMERICAN = re.compile(r"(?<![\w+/.-])(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[.-]\d{4}(?!\w|[-.]\d)")
_CUED = re.compile(r"(?<![\w+/.:])\(?\d{2,5}\)?(?:[ .\-]{0,2}\d){5,10}(?![\w]|[/:]\d)")
_MISTYPED = re.compile(r"(?<!\w)[o0]7[\do]{3}[ .-]?[\do]{3}[ .-]?[\do]{3}(?!\w)", re.I)
_DATE_FIRST = re.compile(r"(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d\b")
_FREE = re.compile(r"1?8(?:00|33|44|55|66|77|88)")


_A_LINE = re.compile(
    r"\b(?:helplines?|i-?call|lifeline|hotline|freephone|samaritans|vandrevala|aasra|kiran|tele ?manas|pieta|eap)\W{0,3}"
    r"(?:(?:no\.?|number|on|is|at)\W{1,3}){0,2}$",
    re.I,
)


def _is_own(found: re.Match[str]) -> bool:
    """The digits of a national number, in groups as people write them."""
    number, shape = digits(found[0]), groups(found[0])
    if is_service(number) or _DATE_FIRST.match(found[0]) or len(number) not in range(9, 12):
        return False
    narrow = [group for group in shape[1:] if group < 3]
    if len(number) == 9 and number[:2] != "01":
        return _is_announced(found)
    return shape[0] >= 2 and (len(narrow) <= 1 or _is_announced(found)) and _one_gap(found)


def _is_a_line(found: re.Match[str]) -> bool:
    """A helpline's, by its name right before."""
    return _A_LINE.search(found.string[max(0, found.start() - 30) : found.start()]) is not None


def _one_gap(found: re.Match[str]) -> bool:
    """Spaces or dashes, not both, once the area code is past."""
    return len(set(re.findall(r"[ .\-]+", found[0].partition(" ")[2] or found[0]))) <= 1


def _is_abroad(found: re.Match[str]) -> bool:
    number = digits(found[0])
    return 8 <= len(number) <= 15 and not is_service(re.sub(r"^(?:00)?44", "0", number))


def _is_in_fives(found: re.Match[str]) -> bool:
    """Ten digits in a row or five and five, as in India; in other groups where words announce it."""
    if is_a_things(found.string, found.start()) or _is_a_line(found):
        return False
    return groups(found[0]) in ([10], [5, 5], [12], [2, 10], [2, 5, 5]) or (len(groups(found[0])) < 5 and _is_announced(found))


def _is_american(found: re.Match[str]) -> bool:
    return _FREE.match(digits(found[0])) is None


def _is_announced(found: re.Match[str]) -> bool:
    """Whether the words before speak of a telephone."""
    return _CUE.search(found.string[max(0, found.start() - 40) : found.start()]) is not None


def _is_announced_number(found: re.Match[str]) -> bool:
    """Nine to twelve digits that the words before call a telephone number."""
    number = digits(found[0])
    free = is_service(number) or _FREE.match(number) or _DATE_FIRST.match(found[0])
    if is_a_things(found.string, found.start()) or _is_a_line(found):
        return False
    return 9 <= len(number) <= 12 and not free and min(groups(found[0])) >= 2 - (len(groups(found[0])) < 5) and _is_announced(found)


ABROAD = Rule("phone", _ABROAD, _is_abroad)  # before all other numbers: what follows the plus may look like one of them
_DIGIT = r"(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)"
SAID = Rule(
    "phone",
    re.compile(
        rf"\b(?:zero|nought|oh) (?:(?:double|triple|treble) )?(?:seven|one|two|eight)"
        rf"(?:[ ,.-]{{1,2}}(?:(?:double|triple|treble) )?{_DIGIT}(?: hundred| thousand)?){{5,9}}\b",
        re.I,
    ),
    lambda found: re.search("hundred|thousand", found[0], re.I) is not None,
)
PHONES = (
    Rule("phone", _NATIONAL, _is_own),
    Rule("phone", _AMERICAN, _is_american),
    Rule("phone", _CUED, _is_announced_number),
    Rule("phone", _TEN, _is_in_fives),
    Rule("phone", _MISTYPED, lambda found: re.search("o", found[0], re.I) is not None),
)
