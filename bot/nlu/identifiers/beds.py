"""Beds, rooms and wards as a message names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = (
    "too(?= bed)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|"
    "wun|thre|fore|foor|fower|fiv|sicks|sevan|ate|ait|nien|elevan|twelv"
)
_LAIN_IN = (
    r"beds?|bed ?(?:spaces?|spot|bay)|bd|bedroom|side ?r(?:oo)?m|siderm|sideroom|sd rm|s/r|sr|cubicles?|"
    r"cub[aeiou]c[aeiou]ls?|cubicl|cubi?|cube|cot|crib|trol+(?:e?y|ie)|troly|"
    r"stretcher|incubator|chair|chiar|chare|recliner|couch|seat|slot|booth|pod|bassinet|isolette|station|berth|bunk|warmer|"
    r"si(?:de|ed) rm|si(?:ed|d) ?r(?:oo)?m|br(?= ?\d)|plinth|bench|machine|cradle|cabin|cell|suite|pram|hammock"
)
_BED = re.compile(
    rf"\b(?:(?P<sure>{_LAIN_IN})"
    r"|bays?|rooms?|rm|majors|resus|recovery|corridor|hdu|itu|icu|ccu|nicu|picu|scbu|sdu|amu|mau|sau|cdu|eau|day ?case|"
    r"(?P<visit>visit(?= ?\d))|"
    r"(?P<ward>ward|wd|wing|theat(?:re|er)|th(?= ?\d))|(?P<letter>b(?=\d)))"
    rf"\s?[-#:=(\[]?\s?(?:no\.?\s?|number\s?|nr\.?\s?)?(?:[a-h]?\d{{1,3}}[a-f]?|(?:{_NUMBERS})|(?P<lettered>[a-h])(?!'))"
    rf"(?=s\b|(?!\w))(?! to \d)(?: corridor\b)?"
    r"|\b(?P<glued>[bcw]\d{1,2}b\d{1,2})(?!\w)"
    r"|\b(?P<vague>(?:(?:end|corner|middle|far|first|last) )?side ?room|(?:single|private) room(?! ?\d)|(?:end|corner|window) bed|"
    r"(?:far|end|corner|middle|first|last|next) bay|"
    r"bed by the (?:window|door)|trolley in the corridor)\b"
    r"|\b(?:lady|gent|gentleman|man|woman|pt|patient|chap|lad|fella|boy|girl)(?: over| back)? in (?:number |no\.? )?\d{1,2}[a-d]?"
    r"(?!\w| ?(?:min|hour|hr|day|week|month|year|yr|sec|%|/|\.\d|am|pm))"
    r"|(?P<picture>[\U0001f6cf\U0001f6cc]) ?\d{1,2}(?!\w)"
)
_WORDS_TOO = frozenset({"b4", "b5", "b6", "b7", "b8"})
_SIDE_BY_SIDE = re.compile(r"[\s,(/-]{0,3}")


_WORDS_OF_PLACES = """
bed beds bedspace bedspaces bedspot bedbay bd bedroom side sideroom siderm siderom sd sr rm room rooms cub cubi cube cot crib stretcher
incubator chair chiar chare recliner couch seat slot booth pod bassinet isolette station berth bunk warmer plinth bench machine cradle
cabin cell suite pram hammock bay bays majors resus corridor hdu itu icu ccu nicu sdu amu mau sau ward wd end corner window lady gent
gentleman man woman pt patient chap lad fella boy girl recovery picu scbu cdu eau wing theatre theater th day daycase visit
"""
_PLACES = frozenset(_WORDS_OF_PLACES.split())
_PLACES_BEGIN = ("cub", "trol", "sider", "bay", "bed")
_OTHERS = re.compile(r"\bb(?:\d|r ?\d)|s/r|[\U0001f6cf\U0001f6cc]")


def may_name_places(small: str, words: frozenset[str]) -> bool:
    """Whether a text in small letters, of these words, can name a place at all."""
    return not words.isdisjoint(_PLACES) or any(word.startswith(_PLACES_BEGIN) for word in words) or _OTHERS.search(small) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """A bed or a room, or a bay and a bed together.

    `sure`: a place where somebody lies. `ward`: a whole ward, where staff are too. `vague`: it has no number; who is in it has to be
    told by name. `before`: it is "b4", which is a word as well: a title has to stand by it.
    """

    start: int
    end: int
    sure: bool
    ward: bool
    vague: bool
    before: bool = False


def _is_a_word(found: re.Match[str], text: str) -> bool:
    """ "b4" for before, "b5" for a band, in small letters and in no brackets; and "visit 3", which is no place by itself."""
    written = text[found.start() : found.end()]
    if found["visit"]:
        return True
    return found["letter"] is not None and written in _WORDS_TOO and text[found.start() - 1 : found.start()] != "("


def places(small: str, text: str) -> Iterator[Place]:
    """Every place in a text, of which `small` is the same in small letters; those side by side as one."""
    last: Place | None = None
    for found in _BED.finditer(small):
        if found["lettered"] and not text[found.start("lettered")].isupper() and not small.startswith(("bay ", "cub"), found.start()):
            continue  # "room a bit warm"
        sure, vague = bool(found["sure"] or found["picture"] or found["glued"]), bool(found["vague"])
        place = Place(*found.span(), sure, bool(found["ward"]), vague, _is_a_word(found, text))
        if last and _SIDE_BY_SIDE.fullmatch(small, last.end, place.start):
            last = Place(
                last.start,
                place.end,
                last.sure or place.sure,
                last.ward and place.ward,
                last.vague and place.vague,
                last.before and place.before,
            )
            continue
        if last:
            yield last
        last = place
    if last:
        yield last
