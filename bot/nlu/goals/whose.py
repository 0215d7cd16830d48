"""Who is to act: the speaker, or somebody else."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import OTHERS, words
from bot.nlu.patterns import opening

_MORE_OF = opening(
    r"""
    (?:to )?(?:(?:get|getting|have|having|see|there to be) )?(?:more|better|extra|enough|another|additional|some more|decent|
        fairer|higher|proper|\d+ more|two more|safe) (?:\w+ )?(?:staff|staffing|nurses|doctors|hcas|midwives)
    (?:to )?(?:(?:get|getting|have|having|see) )?(?:more|better|extra|enough|additional|decent|fairer|higher) (?:\w+ )?(?:pay|
        salary|money|parking|equipment|computers|hands|people|beds|resources|funding|wages)
    (?:to )?(?:(?:get|getting|have|having) )?(?:more|better|a better|nicer) (?:managers?|management|colleagues|rota|bosses|boss|
        support from|help from|recognition)
    (?:a |get a )?pay (?:rise|increase)
    (?:a |an )?(?:new|decent|nicer|different|kinder|fairer) (?:manager|boss|team|ward|job|consultant|matron|rota|staff room|
        computer|chair|building|department)$
    we (?:get|got|have|had|could have|were given|should get) .*
    """
)
_RECEIVED = opening(
    r"""
    (?:be|being|feel|feeling|get|getting) (?:\w+ )?(?:appreciated|respected|valued|recogni[sz]ed|listened to|thanked|noticed|
        supported|treated|paid)
    (?:be|being|feel|feeling|get|getting) (?:\w+ )?(?:left alone|heard|understood|included|praised|trusted|acknowledged|promoted)
    """
)
_DETERMINERS = words(
    """
    my the our all every some these those other this a an more most any certain of different line ward senior new whole nursing
    medical day night clinical junior rude difficult which where for that if one two band angry both
    """
)
_CAUSING = words("get getting have having make making see seeing force push wish hope want for that need")
_THEN = re.compile(
    r"\b(?:to|listen(?:ing|s)?|do|stop|help(?:ing)?|answer|respect|agree|realise|notice|understand|take|care|come|give|be|"
    r"being|being|work|have|stopping|would|could|should)\b"
)
_NOT_THEM = words("and feedback round rounds list meeting job post course training sheet board 's rota meetings side one time")


def others_act(core: str) -> bool:
    """Whether the one who is to act, change or give is somebody else than the speaker. `core` is without its lead-in."""
    return others_give(core) or _others_lead(core.replace("'s ", " 's ").split())


def named_other_acts(text: str) -> bool:
    """Whether somebody called by name is to act, in a text with its capitals: "that Deborah apologises"."""
    return _NAMED.match(text) is not None


_NAMED = re.compile(
    r"(?:(?i:that|for|if|i wish(?: that)?|i want|i'd like|i hope(?: that)?|get|my wish is(?: that| for)?)\s)+[A-Z][a-z]+ "
    r"(?:to|would|will|could|stopp?ed|not|[a-z]+s)\b"
)


def others_give(core: str) -> bool:
    """Whether it asks for more staff, pay or regard, which only others can give."""
    return _MORE_OF.match(core) is not None or _RECEIVED.match(core) is not None


def _others_lead(found: list[str]) -> bool:
    causing = bool(found) and found[0] in _CAUSING
    rest = found[1:] if causing else found
    skip = next((place for place, word in enumerate(rest) if word not in _DETERMINERS), len(rest))
    person = ["staff"] if skip and rest[skip - 1] == "band" and len(rest) > skip else rest[skip : skip + 1]
    if not person or person[0].strip(",:;") not in OTHERS or (not skip and not causing and not _stands_bare(person[0])):
        return False
    after = rest[skip + 1 :]
    if after[:1] == ["'s"]:
        return after[2:3] in (["to"], ["would"], ["will"], ["could"], ["should"], ["being"])
    return _caused(found[0], after) if causing else bool(after) and after[0] not in _NOT_THEM


def _stands_bare(person: str) -> bool:
    """Whether the word means people without an article: "patients", "they", "management", not "lead" or "nurse"."""
    return person in _BARE or (person.endswith("s") and person not in ("boss", "gps"))


_BARE = words("they he she it people everyone everybody someone somebody nobody management staff hr anyone others sister matron")


def _caused(verb: str, after: list[str]) -> bool:
    if verb in ("have", "having", "see", "seeing", "make", "making"):
        return bool(after) and _THEN.match(after[0]) is not None
    return bool(_THEN.search(" ".join(after))) if verb in ("get", "getting", "push", "force") else bool(after)
