"""Who serves rather than lies there: surgeons who are Mr and Miss, colleagues by what is said before and behind their name."""

from __future__ import annotations

import re

_JOBS = (
    "surgeon|consultant|matron|charge nurse|head nurse|staff nurse|student nurse|"
    "nurse|sister|doctor|registrar|reg|sho|hca|hcsw|porter|physio|"
    "pharmacist|manager|chaplain|priest|cleaner|domestic|housekeeper|receptionist|ward clerk|clerk|coordinator|secretary|student|mentor|"
    "site manager|bed manager|security|director|anaesthetist|radiographer|dietitian|ot|slt|carer|ceo|supervisor|tutor|lecturer|in charge"
)
_OF_STAFF = re.compile(
    r"(?:'s)? (?:list|round|clinic|team|ward round|secretary|registrar|reg|firm|from (?:hr|it|estates|pals|finance))\b"
    r"|(?: today| tonight)?(?: with (?:me|us))?"
    r"(?:,? (?:(?:is|who is|who's) )?(?:the|our|my|an?) (?:(?:new|other|senior|junior|night|chief|ward|lead) )?|, | ?\()"
    rf"(?:{_JOBS})\b(?! (?:said|told|asked|came)\b)",
    re.I,
)
_STAFF_BEFORE = re.compile(
    r"\b(?:dr|doctor|prof|professor|sister|nurse|matron|reg|hca|physio|student|sho|consultant|surgeon|boss|manager|"
    r"registrar|under|colleague|chaplain|"
    r"director|chief exec|coach|mentor|by|from)[\s,.:(-]*$",
    re.I,
)
_CALLED_AFTER = frozenset({"florence nightingale", "mary seacole", "marie curie", "sue ryder", "cicely saunders"})


def is_famous(name: str) -> bool:
    """Whom wards and charities are called after."""
    return name.lower() in _CALLED_AFTER


def is_staff_behind(text: str, end: int) -> bool:
    """ "Mr Pathak the surgeon", "Ben's in resus 1 today with me, student nurse"."""
    return _OF_STAFF.match(text, end) is not None


def serves(text: str, start: int, end: int) -> bool:
    """Surgeons are Mr and Miss too; and whom wards and charities are called after is nobody's patient."""
    if is_famous(text[start:end]) or is_staff_behind(text, end):
        return True
    return _STAFF_BEFORE.search(text[max(0, start - 30) : start]) is not None
