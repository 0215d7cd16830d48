"""S: one behaviour or result is named, not only a direction."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.nlu.goals.lexicon import ACTION_FORMS, ADJECTIVES, FILLERS, LIGHT, QUALITIES, VAGUE_FORMS, words
from bot.nlu.goals.statement import Place, Statement
from bot.nlu.patterns import opening

_WORD = re.compile(r"[\w'-]+")
_STOPPING = re.compile(r"(?:stop|avoid|quit|not|no longer|don't|never|cut out|give up|won't)\b")
_CONTEXT = re.compile(r"\b(?:on|after|before|at|in|during|when|while|until|with|from)\b")
_MEANS = re.compile(r"\bby (?P<verb>\w+ing)\b|:\s*(?P<then>\w+)")
_DEFINED_RESULT = re.compile(
    r"\d ?%|\b(?:down|up|reduced?|cut|drop|increased?|raise|lower|get|bring|from|to|under|below|over|above|least|"
    r"within)\b.*\d"
)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|all|every|each)\b")
_IDIOMS = opening(
    r"""
    get(?:ting)? (?:on|by|through|better|fit|fitter|organised|ready|used|ahead|over|along|to grips|to know|round|around|my (?:act|
        head|life|confidence)|my head|things|into|back|up to|clear|sure)
    keep(?:ing)? (?:up|on top|calm|going|at it|on|myself|well|fit|it|things)
    mak(?:e|ing) (?:the|my|our|this) [\w-]+ (?:a |an )?(?:more|better|happier|nicer|safer|calmer|kinder|great|good)
    return(?:ing)? to work
    prepar(?:e|ing) for \w+$
    mak(?:e|ing) (?:sure|sense|the most|it|things|fewer|more|better|less|a difference|progress|my \w+ better)
    put(?:ting)? (?:myself|things|it|patients) (?:first|right)
    tak(?:e|ing) (?:it easy|things|control|better|good care|more care|time for myself)
    go(?:ing)? (?:with the flow|above|the extra)|giv(?:e|ing) (?:it|my) (?:all|best)
    hav(?:e|ing) (?:it|a better|more|less|better|good)
    (?:catch|catching|brush|step|keep|open|speak)(?:ing)? up(?! (?:a|the|my|in|at|when|if|with|about|on (?:my |the )?(?:\d|all)))
    catch(?:ing)? up on my \w+$|speak(?:ing)? (?:up|out) more|do(?:ing)? (?:more|better|my best|well|less|some|things)
    """
)
_PREPOSITION = re.compile(
    r" (?:on|in|at|for|with|from|to|before|after|during|when|by|of|so|until|about|as|without|into|while|if|instead|"
    r"towards)\b"
)
_WEAK_THINGS = (
    QUALITIES
    | ADJECTIVES
    | words("""
    bit lot way things stuff everything something myself me it that with at on of in care difference most best rest act head life
    round grips date top up breaks referrals boundaries
    """)
)


def behaviour(goal: Statement) -> Place | None:
    """Where the goal names what would be seen or had; None for a wish, a quality or a bare topic."""
    doing = goal.doing
    found = _WORD.findall(doing)
    if not found:
        return None
    verb = _first_verb(found, goal.spoken) if found[0] != "no" else None
    named = _resulted(doing, found) if verb is None else _acted(doing, found, verb) or _counted(goal, found[verb])
    return goal.place(doing) if named or _means(doing) else None


def _counted(goal: Statement, verb: str) -> bool:
    """A bare action with a frequency ("debrief after every night shift") is behaviour enough."""
    return verb in _HEAVY and any(find.counts for find in goal.finds)


def _first_verb(found: list[str], spoken: bool) -> int | None:
    """The place of the first verb, within reach of the beginning; after "I will" it comes first."""
    if spoken and found[0] not in _BETWEEN | _POINTERS:
        return 0
    known = next((place for place, word in enumerate(found[:8]) if word in _VERBS), None)
    told = next((place + 1 for place, word in enumerate(found[:8]) if word in _MODALS and place and place + 2 < len(found)), None)
    return min((place for place in (known, told) if place is not None), default=None)


_MODALS = words("to will should must shall")
_VERBS = ACTION_FORMS | VAGUE_FORMS | words("stop avoid quit")
_CONCRETE = ACTION_FORMS - VAGUE_FORMS
_HEAVY = _CONCRETE - LIGHT
_BETWEEN = words("be not to also just always only never really actively consciously regularly more finally try")


def _acted(doing: str, found: list[str], verb: int) -> bool:
    word, rest = found[verb], found[verb + 1 :]
    if _STOPPING.match(word):
        return _stopped(doing, rest)
    if word in VAGUE_FORMS and (word not in ACTION_FORMS or _loose(rest)):
        return _changed(doing, rest)
    phrase = " ".join(found[verb:])
    if _IDIOMS.match(phrase) or (word in LIGHT and _loose(rest)):
        return _later_action(rest, _JOINS | {"to"})
    return _has_object(rest)


def _loose(rest: list[str]) -> bool:
    """Whether a verb like "do", "get", "have" has only a quality for its object."""
    if rest and rest[0] in _CONCRETE and rest[0].endswith("ing"):
        return False
    thing = _PREPOSITION.split(" " + " ".join(rest), maxsplit=1)[0].split()
    telling = [word for word in _telling(thing) if not word.isdecimal()]
    return bool(thing) and all(word in _WEAK_THINGS for word in telling) and not _NUMBER.search(" ".join(thing))


def _stopped(doing: str, rest: list[str]) -> bool:
    later = [word for word in rest[:4] if word in _CONCRETE]
    return bool(later) and len(_telling(rest)) >= 3 and _CONTEXT.search(" ".join(rest)) is not None


def _changed(doing: str, rest: list[str]) -> bool:
    """A verb of change names a result where a number hangs on something that can be counted, or a behaviour follows."""
    things = set(rest[:9]) - _COMMON
    if _NUMBER.search(" ".join(rest)) and not things & QUALITIES and not things & ADJECTIVES:
        return True
    return _number_of_things(rest) or _later_action(rest)


def _number_of_things(rest: list[str]) -> bool:
    """ "two chapters", "34 letters": the number counts something that can be counted."""
    return any(_NUMBER.fullmatch(word) and after.endswith("s") and after not in QUALITIES for word, after in pairwise(rest))


_JOINS = words("and by then i'll will where when")
_COMMON = words("""
    patient patients open direct present content sure well together secure practical care work time study skills skill learning
    support supervision team practice
    """)


def _later_action(rest: list[str], joins: frozenset[str] = _JOINS) -> bool:
    """A behaviour further on: "be more visible: walk the ward each Monday", "and ask one question"."""
    for place, word in enumerate(rest[:-1]):
        weak = word in LIGHT and _loose(rest[place + 1 :])
        if word in _CONCRETE and not weak and place and rest[place - 1] in joins and _has_object(rest[place + 1 :]):
            return True
    return False


def _has_object(rest: list[str]) -> bool:
    """More than one telling word, or one with an article or a number before it."""
    telling = [word for word in _telling(rest) if word not in ADJECTIVES]
    if rest and rest[0].endswith("ing") and rest[0] in _CONCRETE:
        return True
    pointed = any(word in _POINTERS or _NUMBER.fullmatch(word) or word.isdecimal() for word in rest[:4])
    return len(telling) > 1 or (len(telling) == 1 and pointed)


_POINTERS = words("my the a an one two three each every this that his her their our no")
_EMPTY = FILLERS | words("""
    more less better up out off down back well also again much very some any about from by as not now than at least then and often
    too early later soon through over into around all
    """)


def _telling(rest: list[str]) -> list[str]:
    return [word for word in rest if word not in _EMPTY]


def _resulted(doing: str, found: list[str]) -> bool:
    """A result in nouns: "hand hygiene at 95%", "two more nurses on nights", "no emails on my days off"."""
    if found[0] == "no" and len(_telling(found)) > 2:
        return found[1] not in QUALITIES
    if any(word in QUALITIES and word not in _COMMON for word in found):
        return False
    if _DEFINED_RESULT.search(doing):
        return True
    return found[0] in ("one", "two", "three") and len(_telling(found)) > 2


def _means(doing: str) -> bool:
    found = _MEANS.search(doing)
    return found is not None and (found["verb"] or found["then"]) in _CONCRETE
