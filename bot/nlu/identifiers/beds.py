"""Beds, rooms and wards as a message names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
)
_BED = re.compile(
    r"\b(?:(?P<sure>bed ?(?:space|spot)?|side ?r(?:oo)?m|siderm|sd rm|s/r|sr|cubicle|cubical|cube|cot|troll(?:e?y)|incubator|chair)"
    r"|bay|room|rm|pod|hdu|itu|icu|ccu|nicu|(?P<ward>ward|wd)|(?P<letter>b(?=\d)))"
    rf"\s?[-#:]?\s?(?:no\.?\s?|number\s?|nr\.?\s?)?(?:\d{{1,3}}[a-d]?|(?:{_NUMBERS})|(?<=bay )[a-h]|(?<=cle )[a-h])(?!\w)"
    r"|\b(?P<vague>side ?room|(?:end|corner|window) bed|bed by the (?:window|door)|trolley in the corridor)\b"
    r"|(?P<picture>[\U0001f6cf\U0001f6cc]) ?\d{1,2}(?!\w)"
)
_SIDE_BY_SIDE = re.compile(r"[\s,(/-]{0,3}")


@dataclass(frozen=True, slots=True)
class Place:
    """A bed or a room, or a bay and a bed together.

    `sure`: a place where somebody lies. `ward`: a whole ward, where staff are too. `vague`: it has no number, or
    it is "b4", which is also "before": a title has to stand by it.
    """

    start: int
    end: int
    sure: bool
    ward: bool
    vague: bool


def places(small: str) -> Iterator[Place]:
    """Every place in a text in small letters; those side by side as one."""
    last: Place | None = None
    for found in _BED.finditer(small):
        place = Place(*found.span(), bool(found["sure"] or found["picture"]), bool(found["ward"]), bool(found["vague"] or found["letter"]))
        if last and _SIDE_BY_SIDE.fullmatch(small, last.end, place.start):
            last = Place(last.start, place.end, last.sure or place.sure, last.ward and place.ward, last.vague and place.vague)
            continue
        if last:
            yield last
        last = place
    if last:
        yield last
