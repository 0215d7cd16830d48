"""A: the speaker is the one who does it."""

from __future__ import annotations

import re

from bot.nlu.goals.core import without_lead_in
from bot.nlu.goals.lexicon import ACTION_FORMS, ADJECTIVES, OTHERS, QUALITIES, VAGUE_FORMS, words
from bot.nlu.goals.statement import Place, Statement
from bot.nlu.goals.whose import others_act

_I = re.compile(r"\b(?:i|i'll|i'd|i'm|i've|me and \w+|(?:led|run|done|chaired|delivered|taught) by me|just me|myself)\b")
_NOT_I = re.compile(
    r"^\W*(?:we|we'll|we're|the (?:team|ward|department|unit|trust|hospital|nurses|doctors|staff|hcas|pharmacy|service)|"
    r"our (?:team|ward|unit|department|service)|my (?:team|manager|colleagues|consultant|boss|ward|mentor|partner|husband|"
    r"wife|line manager|educator|supervisor))\b"
)
_MAKING_OTHERS = re.compile(
    r"^(?:(?:to )?(?:get|make|have|want|ensure|make sure|see|need|like|like for|ask that|see that|expect|require|"
    r"push)(?: that)?(?: all| every| each)? )(?:the |my |our |other |all |every |each |some |"
    r"more )*(?P<who>[\w']+)(?: \w+)?(?: (?:to|do|does|will|complete|completes|use|uses|stop|stops|are|is|has|have|get|gets|"
    r"follow|attend|listen|answer|know|do)\b)"
)
_I_WANT = re.compile(
    r"\bi(?:'ll| will|'m going to| am going to| want(?: to)?| need(?: to)?|'d like(?: to)?| shall| would like(?: to)?| wish| hope|"
    r" expect)\s+"
)
_FIRST = re.compile(r"[\w'-]+")
_AFTER_VERB = words(
    """
    my the a an each every all one two three four five six ten at to for with on in up off out through more less it them myself
    her his their some any only no how what when where as about from by back down over into around and that time this these those
    better well early late outside away between using straight not half once twice patients people another both
    """
)
_NOUNISH = words("""
    staff team handover more less better good no communication time work stress breaks break lunch improved teamwork ward new two
    three one daily weekly regular five ten debriefs meetings audit training
    """)
_LONELY = words("discus focu proces pas pres canvas")
_EITHER = words("break audit work")
_PARTICLES = words("up out down off")
_NOUNS = (QUALITIES - VAGUE_FORMS - ACTION_FORMS) | (ADJECTIVES - ACTION_FORMS)
_VERBS = ACTION_FORMS | VAGUE_FORMS | words("stop not avoid quit never don't cut")
_NOUN_ENDINGS = ("tion", "tions", "ness", "ment", "ments", "ship", "ity", "ance", "ence", "isation", "als", "ers")


def doer(goal: Statement) -> Place | None:
    """Where the goal says, or plainly means, that the speaker does it; None for others, for "we", and for a bare noun."""
    plain = goal.undated
    core = without_lead_in(plain.strip(" ,.;:-"))
    if not core or _others_do(plain, core):
        return None
    spoken = _I.search(plain)
    if spoken:
        return spoken.span()
    return goal.place(core.split()[0]) if _starts_with_verb(core) else None


def _others_do(plain: str, core: str) -> bool:
    own = _I.search(plain)
    named = _NOT_I.match(plain) or _NOT_I.match(core)
    if named and not (own and own.start() < _NEAR and _I_WILL.search(plain)):
        return True
    wanted = _after_i(plain, core)
    made = _MAKING_OTHERS.match(wanted)
    if made and (made["who"] in OTHERS or made["who"] == "us"):
        return True
    return others_act(wanted) and not _I_WILL.search(plain, 1)


_I_WILL = re.compile(r"\bi(?:'ll| will)\b")
_NEAR = 60  # characters: so soon the speaker must come in after somebody else is named


def _after_i(plain: str, core: str) -> str:
    found = _I_WANT.search(plain)
    return plain[found.end() :].strip() if found else core


def _starts_with_verb(core: str) -> bool:
    found = _FIRST.findall(core)
    if not found:
        return False
    first = found[0].removeprefix("re-")
    second = found[1] if len(found) > 1 else ""
    if first in _NOUNISH and second not in _PARTICLES:
        return first in _EITHER and second in _AFTER_VERB
    if first in OTHERS or first in _NOUNS:
        return False
    if first.endswith("s") and not first.endswith("ss") and first.removesuffix("s") not in _LONELY:
        return False
    if first in _VERBS:
        return len(found) > 1 or first not in QUALITIES
    return second in _AFTER_VERB and not first.endswith(_NOUN_ENDINGS) and not first.isdecimal()
