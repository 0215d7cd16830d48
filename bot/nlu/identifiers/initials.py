"""Initials with a bed, in either order: "JT bed 9", "bed 13 F.O.", "B.L. in 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.identifiers.beds import Place
from bot.nlu.identifiers.finding import Find

_SHORT = (
    "AB AE AF AI AJ AM AN AP AS AT AV AX BD BE BF BG BH BM BO BP BR BT BW BX BY CA CC CD CE CF CG CK CN CO CP CR CS CT CV CW CX DB DC DI "
    "DM DN DO DR DT DU DV DX EA EC ED EF EG EM EN EP ER ET EU FB FT FU FY GA GB GC GE GI GO GP GU HB HC HD HE HF HI HO HR HX IC ID IE IF "
    "IG IM IN IO IP IR IS IT IV JR KG LA LD LE LF LN LP LS LV MC MD ME MI ML MM MR MS MX MY NA NB NE NG NI NJ NK NM NO NP NS NV OA OB OD "
    "OF OG OH OK ON OP OR OT OX PA PC PD PE PH PL PM PN PO PR PS PT PV PX QI QR RA RC RD RE RF RM RN RR RT RX SB SC SE SI SN SO SP SR SS "
    "ST SW TB TC TD TF TO TR TV TX TY UC UK UP UR US UV UT VF VP VS VT VW WB WC WE WR XR YO YR"
)
_ABBREVIATIONS = frozenset(_SHORT.split())
_DOTTED = r"(?:[A-Z]\. ?){1,2}(?:O'|Mc)?[A-Z]\.?"
_BEFORE = re.compile(rf"(?<![\w.'/-])(?:(?P<dotted>{_DOTTED})|(?P<bare>[A-Z]{{2}}))(?:,? |, ?in |,? in | ?[-(] ?)$")
_AFTER = re.compile(rf"[ :,(-]{{1,2}}(?:(?P<dotted>{_DOTTED}(?<=\.))|(?P<bare>[A-Z]{{2}}))(?![\w'/&-])")
_TIME = re.compile(r"\d ?(?:[AP]\.? ?M\.?)[ ,]*$", re.I)
_IN_A_NUMBER = re.compile(
    r"(?<![\w.'/-])(?:[A-Z]\. ?){1,2}[A-Z]\. in \d{1,2}[a-f]?\b"
    r"(?! ?(?:min|hour|hr|day|week|wk|month|year|yr|sec|mg|ml|am|pm|st|nd|rd|th|of)|[%:/.-]\d)"
)


def initials(text: str, beds: list[Place]) -> Iterator[Find]:
    """Every pair or three of initials with its bed; in a message that shouts, none."""
    if text.isupper() and len(text) > 24:
        return
    for bed in beds:
        if not bed.vague and not bed.ward:
            yield from _beside(text, bed)
    for found in _IN_A_NUMBER.finditer(text) if ". in " in text else ():
        yield Find("name_bed", *found.span())


def _beside(text: str, bed: Place) -> Iterator[Find]:
    begin = max(0, bed.start - 12)
    before = _BEFORE.search(text[begin : bed.start])
    if before and _are_somebodys(before) and not bed.before and not _TIME.search(text[max(0, bed.start - 14) : bed.start]):
        yield Find("name_bed", begin + before.start(), bed.end)
    after = _AFTER.match(text, bed.end)
    if after and _are_somebodys(after) and not text.startswith(("visit", "Visit"), bed.start):
        yield Find("name_bed", bed.start, after.end())


def _are_somebodys(found: re.Match[str]) -> bool:
    return found["dotted"] is not None or found["bare"] not in _ABBREVIATIONS
