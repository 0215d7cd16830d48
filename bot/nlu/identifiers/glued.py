"""Beds and names in haste: "bed12janusz", "#14 mcallister", "c4 b6 brennan", "BED 5 LEYLAND", "faith br 3 asked"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.identifiers.beds import Place
from bot.nlu.identifiers.finding import Find
from bot.nlu.identifiers.name_words import ALSO_WORDS, NAMES
from bot.nlu.identifiers.naming import DOING, STAFF, first_words, is_word, may_be_unknown

_RUN_ON = re.compile(r"(?<![a-z\d])(?:bed|bay|rm|room|cot|chair) ?\d{1,2}(?P<name>[a-z]{3,})(?![\w'])")
_AFTER_A_SIGN = re.compile(r"(?<![\w#&/])(?:#\d{1,2}|[cw]\d{1,2} b\d{1,2}) (?P<name>[a-z]{3,})(?![\w'])")
_BEFORE_A_CODE = re.compile(r"(?<![\w'-])[A-Z][\w'-]+,? [A-Z][\w'-]+ \(\d{1,2}[A-D]/\d{1,2}\)")
_IN_CAPITALS = re.compile(r"[ :,-]{1,2}(?P<name>[A-Z]{5,})(?! ?[\d/&])(?=\W|$)")
_A_WORD_TOO = re.compile(r"(?:^|[.!?\n] ?)(?P<name>[a-z]{3,9}) (?:in )?$", re.I)
_VERBS = frozenset({"hope", "will", "may", "mark", "chase", "bless", "love"})  # what "hope room 6 gets cleaned" opens with
_OPENING = re.compile(r"(?:^|[.!?\n] ?)\d{1,2}[A-F]?,? (?P<name>[A-ZÀ-Þ][\w'-]+) (?P<verb>[a-z']+)")
_NEXT = re.compile(r" ([a-z']+)")
_OF_PATIENTS = frozenset(
    {"needs", "wants", "needed", "wanted", "refused", "refuses", "died", "fell", "keeps", "kept", "wont", "won't", "asked"}
)
_OF_PEOPLE = DOING - frozenset({"needs", "needed", "would", "is", "was", "isnt", "wasnt", "has", "left", "goes", "went", "again", "still"})


def in_haste(text: str, small: str, beds: list[Place], *, placed: bool) -> Iterator[Find]:
    """All of these; `small` is the text in small letters, `beds` the places it names, `placed` whether it can name any."""
    for pattern in (_RUN_ON, _AFTER_A_SIGN) if placed or "#" in text else ():
        for found in pattern.finditer(small):
            if _is_listed(found["name"]):
                yield Find("name_bed", *found.span())
    for found in _BEFORE_A_CODE.finditer(text) if "/" in text and ")" in text else ():
        yield Find("name_bed", *found.span())
    for found in _OPENING.finditer(text):
        if found["verb"] in _OF_PATIENTS and (_is_listed(found["name"].lower()) or may_be_unknown(first_words(found["name"])[0])):
            yield Find("name_bed", found.start() + len(found[0]) - len(found[0].lstrip(".!?\n ")), found.end("name"))
    for bed in beds:
        if not bed.vague and not bed.ward and not bed.before:
            yield from _beside(text, small, bed)


def _beside(text: str, small: str, bed: Place) -> Iterator[Find]:
    """In capitals behind the bed, or a word that opens the sentence and does, from its bed, what people do."""
    shouted = _IN_CAPITALS.match(text, bed.end)
    if shouted and not is_word(shouted["name"].lower()) and _acts(small, shouted.end()):
        last = first_words(shouted["name"])[0]
        if may_be_unknown(last) or _is_listed(last.key):
            yield Find("name_bed", bed.start, shouted.end())
    begin = max(0, bed.start - 14)
    opened = _A_WORD_TOO.search(text[begin : bed.start]) if _acts(small, bed.end, _OF_PEOPLE) else None
    if (
        opened
        and (opened.start() or not begin)
        and opened["name"].lower() in ALSO_WORDS
        and opened["name"].lower() not in _no_names(opened[0])
    ):
        yield Find("name_bed", begin + opened.start("name"), bed.end)


def _acts(small: str, at: int, verbs: frozenset[str] = DOING) -> bool:
    word = _NEXT.match(small, at)
    return word is not None and word[1] in verbs


def _no_names(opening: str) -> frozenset[str]:
    """ "hope in bay 3 asked" is somebody; "hope room 6 gets cleaned" is not."""
    return STAFF if opening.endswith("in ") else STAFF | _VERBS


def _is_listed(name: str) -> bool:
    return name in NAMES and name not in ALSO_WORDS
