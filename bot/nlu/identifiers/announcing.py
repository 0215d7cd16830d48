"""The words right before a number, and what they say that it is the number of."""

from __future__ import annotations

import re

NUMBER = r"(?:n[uomber]{1,6}s?a?(?![a-z])\.?|nr\b\.?|#|id(?![a-z])|ident\w*)"  # "no", "number", and what thumbs make of it
GAP = r"[\s:;#.=,()'\"*-]{0,5}(?:(?:is|was|na|its|it's|for instance|e\.g\.|as per file)\b[\s:,]{0,3})?"

_OF_THINGS = (
    "property|(?:bls|als|acls|ils|library|staff) card|candidate|cand|roll|abstract|poster|frame|pump|hoist|"
    "equipment|certificate|cert|bls|als|"
    "acls|"
    "datix|incident|ticket|job|order|po|batch|lot|policy|refs?|reference|refrance|referance|pmid|isrctn|nct|nihr|grant|"
    "link|code|trial|study|"
    "parcel|tracking|delivery|booking|invoice|serial|sn|s/n|asset|model|version|locker|door|safe|combination|page|sort|account|acc|iban|"
    "payslip|payroll|assignment|employee|staff|nmc|gmc|hcpc|nmbi|prc|pin|module|course|assessment|exam|paper|question|"
    "chapter|line|bus|train|"
    "flight|platform|car|reg plate|permit|bay|bed|room|ward|house|flat|block|band|grade|level|stage|phase|day|week|year|meeting|zoom|teams|"
    "wifi|password|passcode|pass|iso|claim|item|product|rota|shift|visa|form|fp10|sop|guideline|nice|ng|ta|cg|protocol|seat|group|tax|vat|"
    "lottery|raffle|vacancy|advert|cqc|ethics|iras|rec|indent|requisition|req|pension|cost centre|centre|"
    "professional registration|council|scrubs|uniform|cpd|blood unit"
)
_OF_TELEPHONES = (
    "bleeps?|pager|dect|ext|extn|extension|phone|tel|mobile|mob|fax|whatsapp|call|ring|rang|text|dial|telephone|contact|landline|fone|"
    "helplines?|crisis|samaritans|shout|i-?call|lifeline|hotline|freephone|eap|vandrevala|aasra|kiran|tele ?manas|pieta"
)
_ASIDE = rf"(?:[\s:;#.,=(\"'-]{{0,4}}(?:{NUMBER}|is|was|of|for|the|to|on|at|says?|said)){{0,3}}[\s:;#.,=(\"'-]{{0,4}}$"
_THING = re.compile(rf"\b(?:{_OF_THINGS})\b\.?{_ASIDE}", re.I)
_TELEPHONE = re.compile(rf"\b(?:{_OF_TELEPHONES})\b\.?{_ASIDE}", re.I)
_BEFORE = 60  # characters


def is_a_things(text: str, at: int) -> bool:
    """Whether the words right before this place announce the number of an order, a course, a door, or of staff."""
    return _THING.search(text, max(0, at - _BEFORE), at) is not None


def is_a_telephones(text: str, at: int) -> bool:
    """Whether they announce a telephone, a bleep or a line to ring."""
    return _TELEPHONE.search(text, max(0, at - _BEFORE), at) is not None
