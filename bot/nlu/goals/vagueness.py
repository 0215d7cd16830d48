"""Wishes and goals that say which way but not what: "be better", "less stress", "improve handover"."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import ACTION_FORMS, ADJECTIVES, FILLERS, LIGHT, OTHERS, QUALITIES, VAGUE_FORMS, forms, words
from bot.nlu.patterns import opening, phrases

_STATES = words("be being become becoming feel feeling get getting stay staying keep keeping remain remaining am are")
_DEGREES = words(
    """
    more less better much so very really just generally always even bit little lot as not too fewer some greater improved good
    best improve increased reduced enough proper great
    """
)
_ARTICLES = words("a an the my our any no at in on of with about all")
_CHANGES = forms(
    words(
        """
    improve develop enhance boost increase build grow strengthen raise reduce lower decrease manage handle deal cope sort balance
    overcome maintain optimise optimize nurture foster gain sharpen motivate promote refine maximise minimise expand broaden work
    focus concentrate tackle hone upskill better master
    """
    )
)
_LOOSE = words(
    """
    stuff things thing everything something anything nothing plate lot whatever dunno idea tbh better at the on my now general
    myself me there here it again day days job nurse doctor leader person colleague midwife manager human clinician registrar hca
    control one
    """
)
_WEAK = opening(
    r"""
    enjoy(?:ing)?
    lov(?:e|ing)
    surviv(?:e|ing)
    relax(?:ing)?
    thriv(?:e|ing)
    succeed|achieve|progress|excel|shine|perform|cope|chill|destress|de-stress|unwind
    (?:change|learn|improve|develop|grow)(?! (?:the|how|names|to)\b)
    do(?:ing)? (?:better|well|good|my best|more|less|things|some|research|stuff)
    (?:try|work)(?:ing)? (?:harder|better|smarter|less|well|my best|more)
    look(?:ing)? after (?:myself|me|my (?:wellbeing|health|mental health))
    tak(?:e|ing) (?:better |more |good )?care(?: of (?:myself|me|my \w+))?
    tak(?:e|ing) (?:it easy|better|more|time for (?:myself|me)|control|things)
    hav(?:e|ing) (?:less|more|better|a better|a good|a nice|some|fewer|good|a bit|time for|enough)
    get(?:ting)? (?:through|by|on|fit|organised|healthy|healthier|my (?:head|life|act|work|confidence)|a better|some|things|into|
        back)
    find(?:ing)? (?:balance|peace|joy|a balance|more|some|happiness|a better|time for myself)
    giv(?:e|ing) (?:better|more|my best|the best|good|great)
    mak(?:e|ing) (?:a difference|things|it|better|more|my life|progress|fewer|time for myself)
    provid(?:e|ing) (?:better|good|more|the best|excellent|safe|great)
    show(?:ing)? (?:more|better)
    us(?:e|ing) my time
    keep(?:ing)? (?:up|on top|calm|going|positive|healthy|well|fit|motivated)
    not (?:be|feel|get|give up|worry|stress|let)
    stop (?:being|feeling|worrying|stressing|caring|procrastinating|overthinking)
    (?:understand|prioritise|communicate|organise|lead|engage|support|network|listen|delegate|respond|interact|connect|help|teach|
        speak|talk|plan|prepare|eat|sleep|manage)(?:ing)?(?: \w+){0,3}? (?:better|more|well|healthily|healthier|effectively|
        more effectively|more efficiently)
    (?:prioritise|organise|support|understand|network|connect)(?:ing)?
    """
)
_BY_MEANS = re.compile(r"\b(?:by|through) (?!me\b)\w+ing\b|:\s*\w+|\bso that i (?:can )?\w+")
_PLACED = phrases(r"when|before|after|during|instead|every|each|once|twice|until|while|\d+|one|two|three|five|ten")
_SEEN = (ACTION_FORMS - VAGUE_FORMS - LIGHT) - words(
    "work working time rest break shift lead test open lower study cover stress focused step rate support cooking plan manage record base"
)
_CLEAR_ALONE = words("""
    cannulate cannulating suture suturing intubate intubating catheterise drive
    retire emigrate breathe delegate delegating pray meditate meditating swim swimming journalling journaling jog jogging journal
    """)


def vague(core: str) -> bool:
    """Whether nobody could film it: a state, a change or a quality with no behaviour in it. `core` is without its lead-in."""
    found = re.findall(r"[\w'-]+", core)
    if not found or _BY_MEANS.search(core):
        return not found
    if len(found) == 1:
        return found[0] not in _CLEAR_ALONE
    return _state(found, core) or _change(found, core) or _weak(found, core) or _qualities_only(found)


def placed(core: str) -> bool:
    """Whether it is tied to a moment or a number, which makes even a weak verb telling."""
    return _PLACED.search(core) is not None


def _state(found: list[str], core: str) -> bool:
    if found[0] == "not" or (found[0] not in _STATES and found[0] not in _DEGREES):
        return False
    rest = [word for word in found[1:] if word not in _ARTICLES]
    told = [word for word in rest if word not in _DEGREES]
    if found[0] in _DEGREES or len(told) < len(rest):
        after = found[found.index(told[0]) - 1 :] if told else []
        return _unseen(after, core) and not set(found[1:3]) & OTHERS
    return not told or ((_adjective(told[0]) or told[0] in _LOOSE) and _unseen(found[found.index(told[0]) - 1 :], core))


def _adjective(word: str) -> bool:
    return word in ADJECTIVES or word in QUALITIES or (word.endswith("er") and word not in OTHERS and len(word) > 4)


def _change(found: list[str], core: str) -> bool:
    return found[0] in _CHANGES and not placed(core) and not set(found[2:]) & _SEEN


def _weak(found: list[str], core: str) -> bool:
    return _WEAK.match(core) is not None and _unseen(found, core)


def _unseen(found: list[str], core: str) -> bool:
    return not set(found[2:]) & _SEEN and not placed(core)


def _qualities_only(found: list[str]) -> bool:
    telling = [word for word in found if word not in FILLERS and word not in _DEGREES]
    return all(word in QUALITIES or word in ADJECTIVES or word in _LOOSE for word in telling)
