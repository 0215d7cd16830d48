"""What could tell who a patient is, taken out of a message in memory, before anything keeps it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bot.nlu.identifiers.births import birth_dates, dates_beside, old_dates
from bot.nlu.identifiers.finding import Find, apart, digits, found_by, words_of
from bot.nlu.identifiers.folding import folded
from bot.nlu.identifiers.numbers import COUNTRIES, dictated, numbers
from bot.nlu.identifiers.patients import names_beside, patients
from bot.nlu.identifiers.phones import ABROAD, PHONES, SAID
from bot.nlu.identifiers.places import MAILS, POSTCODES, SPELT
from bot.nlu.identifiers.records import codes_on_record, record_numbers
from bot.nlu.identifiers.relatives import relatives
from bot.nlu.identifiers.told_of import may_be_told_of

KINDS = ("nhs_number", "national_id", "mrn", "name_bed", "birth_date", "phone", "email", "postcode")
MARK = "[removed]"
LONGEST = 40_000  # characters of one message

_SIGN = re.compile(r"[\d@]|[(\[](?:at|AT|At)[)\]]|[A-Z]{4}, ?[A-Z][a-z]")
_WORDS_TO_LOOK_AT = """
mr mrs ms miss mister missus master msr mrss bed bay room cubicle sideroom chair patient patients pt pts client resident user called name
named dob birth born my our dot nine three zero oh nineteen seat slot sierra lima tango wristband wristbands nameband label labels sticker
stickers name names pikin px regular died rip arrested coded fell refused survive
extubated theatre tatay nanay pani malam alhaji hajiya hajia hajja smt shri mama chief poor o
"""
_LOOKED_AT = frozenset(_WORDS_TO_LOOK_AT.split())
_MAIL = re.compile(r"@|[(\[]at[)\]]| at .{2,80} dot ", re.I | re.S)
_TWO_DIGITS = re.compile(r"\d\D{0,4}\d")
_THREE_DIGITS = re.compile(r"\d[^\d\n]{0,3}\d[^\d\n]{0,3}\d")
_WORDS_SPELT = """
lima sierra tango foxtrot bravo charlie echo whiskey whisky november hotel delta romeo mike victor
"""
_SPELT_OUT = frozenset(_WORDS_SPELT.split())
_POSTAL = frozenset(["code", "postcode", "eircode", "pincode", "postcod", "zip", "lives", "live", "living"])
_FIVE_DIGITS = re.compile(r"\d(?:[^\d\n]{0,3}\d){4}")
_SEVEN_DIGITS = re.compile(r"\d(?:[^\d\n]{0,4}\d){6}")
_WORDS_SPOKEN = """
zero oh nought one two three four five six seven eight nine double triple treble
"""
_SPOKEN = frozenset(_WORDS_SPOKEN.split())
_DATE = re.compile(r"\d[/.-]\d\d?[/.-]\d|[a-z] \d{4}", re.I)


@dataclass(frozen=True, slots=True)
class Masked:
    """A message without identifiers: what is left, the kinds that were there, and where each stood in the message as written."""

    text: str = field(repr=False)
    kinds: tuple[str, ...] = ()
    spans: tuple[Find, ...] = ()


def masked(
    text: str, marks: Mapping[str, str] | None = None, countries: Collection[str] = COUNTRIES, spare: Collection[str] = frozenset()
) -> Masked:
    """The message with a mark in place of each identifier, everything else to the letter.

    `marks`: what stands in for each of `KINDS`, "[removed]" where none is given. `countries`: whose national ids are looked for, of
    `COUNTRIES`. `spare`: numbers (digits only) that are nobody's own, such as crisis lines. Nothing is read, or kept, past `LONGEST`.
    """
    text = text[:LONGEST]
    words = words_of(text.lower())
    if not _may_hold(text, words):
        return Masked(text)
    spans = tuple(_spans(text, countries, spare))
    return Masked(_without(text, spans, marks or {}), tuple(kind for kind in KINDS if any(span.kind == kind for span in spans)), spans)


def _may_hold(text: str, words: frozenset[str]) -> bool:
    """Whether there is a digit, a sign of an address or a word without which nothing is ever found."""
    return not words.isdisjoint(_LOOKED_AT) or _SIGN.search(text) is not None or may_be_told_of(text, words)


def _spans(text: str, countries: Collection[str], spare: Collection[str]) -> Iterator[Find]:
    """In the order of the text, apart from each other."""
    reading = folded(text)
    for find in apart(_found(reading.plain, countries, spare), len(reading.plain)):
        yield Find(find.kind, *reading.as_written(*_with_brackets(reading.plain, find)))


def _with_brackets(plain: str, find: Find) -> tuple[int, int]:
    """With the bracket that belongs to one inside: "Mr Patel (SR2)"."""
    inside = plain[find.start : find.end]
    more = inside.count("(") - inside.count(")")
    opened = more < 0 and plain[max(0, find.start - 1) : find.start] == "("
    closed = more > 0 and plain[find.end : find.end + 1] == ")"
    return find.start - opened, find.end + closed


def _found(plain: str, countries: Collection[str], spare: Collection[str]) -> list[Find]:
    """Everything found, the surest first."""
    words = words_of(plain.lower())
    sure = apart(
        [find for find in _numbers_and_codes(plain, countries, words) if digits(plain[find.start : find.end]) not in spare], len(plain)
    )
    lying = patients(plain, words, sure)
    named = names_beside(plain, sure + old_dates(plain)) if sure or _DATE.search(plain) else []
    known = sure + lying + named
    dates = dates_beside(plain, known) if known else []
    return sure + dates + lying + named + list(relatives(plain, sure))


def _numbers_and_codes(plain: str, countries: Collection[str], words: frozenset[str]) -> list[Find]:
    """By the rules that need digits, or a sign that stands for an address; each only where the text has what it needs."""
    finds = [find for rule in MAILS for find in rule.finds(plain)] if _MAIL.search(plain) else []
    if not words.isdisjoint(_SPELT_OUT):
        finds += SPELT.finds(plain)
    if _TWO_DIGITS.search(plain) or not words.isdisjoint(_POSTAL):
        finds += found_by(POSTCODES, plain, words)
    finds += birth_dates(plain, words)
    finds += _long_numbers(plain, countries, words) if _THREE_DIGITS.search(plain) else []
    return finds + ([*SAID.finds(plain), *dictated(plain)] if len(words & _SPOKEN) > 2 else [])


def _long_numbers(plain: str, countries: Collection[str], words: frozenset[str]) -> list[Find]:
    many = _SEVEN_DIGITS.search(plain) is not None
    finds = [*(ABROAD.finds(plain) if many else ()), *numbers(plain, countries, words)]
    finds += record_numbers(plain, words) if _FIVE_DIGITS.search(plain) else []
    finds += [find for rule in PHONES for find in rule.finds(plain)] if many else []
    return finds + codes_on_record(plain, words)


def _without(text: str, spans: tuple[Find, ...], marks: Mapping[str, str]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], marks.get(span.kind, MARK)]
        at = span.end
    return "".join((*parts, text[at:]))
