"""Is this a best outcome to picture? One good thing that would be there, more than the wish said again."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import words
from bot.nlu.goals.off_topic import off_topic
from bot.nlu.goals.unsure import unsure
from bot.nlu.goals.verdict import OK, Verdict
from bot.nlu.patterns import phrases
from bot.nlu.tidy import Said, said

_LEAD_IN = re.compile(
    r"(?:(?:well|so|ok|um+|erm?|honestly|i think|i guess|maybe|probably|just|yeah|definitely|and|then|also)[, ]+)*"
    r"(?:(?:the )?(?:one |very |absolute )?best (?:thing|part|bit|outcome)?(?: about (?:it|that|"
    r"this))?(?: would be| is| will be)?(?: that| the fact that)?\b)?"
)
_GENERIC = words(
    """
    good better nice great best happy happier fine amazing brilliant fantastic lovely wonderful awesome ok okay well improved
    easier positive fab cool helpful beneficial perfect everything anything something things stuff lots sorts all life everyone
    everybody people satisfied pleased content glad worth grand super class deadly person nurse doctor midwife human nicer
    brighter smoother
    """
)
_EMPTY = words(
    """
    generally
    it it's would be feel feeling feels i i'd i'll i'm me my the a an that this so really very just much more lot being it'd
    that'd this'd there'd would've will is for to of and probably tbh guess think would'be 'd make making made thing get getting
    have having if at in am are was help helps everyone's whole work overall general way bit all round day then they we us you see
    can do could
    """
)
_NEGATING = phrases(
    r"""
    no|not|never|none|nobody|no one|nothing|without|less|fewer|stop|stopped|stopping|avoid|avoiding|wouldn't|won't|don't|doesn't
    isn't|aren't|can't|couldn't|didn't|haven't|hasn't|shouldn't|wasn't
    reduce|reduced|reducing|free from|free of|rid of|no more|no longer|not be|not being|not having|prevent|preventing|lower
    lowering|cut down|cutting|end of|end to|ending
    """
)
_CLAUSES = re.compile(r"[,.;!]+ *|\b(?:and|but|instead|because|so (?=i\b|i'd|my|that|the|we|they|he|she))\b")
_WORD = re.compile(r"[a-z0-9']+")
_SAME = words(
    """
    instead not rather
    i i'd i'll i'm me my the a an to be being able that would will of on in at and for with have having had is are was it it's so
    just more when do doing get getting can could no without him himself other another who which what by each every same proper
    properly actually finally been their his her they them this day time least once twice week weeks month three two long best
    thing about start myself really all one
    """
)


def outcome(text: str, wish: str) -> Verdict:
    """Judges an outcome: ok, vague, restates_wish, negative or off_topic; `repair` adds `several` to a list of good things."""
    return outcome_in(said(text), said(wish))


def outcome_in(message: Said, wish: Said) -> Verdict:
    """The same of a message and a wish read already."""
    if off_topic(message):
        return Verdict("off_topic")
    lead = _LEAD_IN.match(message.plain)
    core = message.plain[lead.end() :].strip(" ,.:") if lead else message.plain
    if _vague(message, core):
        return Verdict("vague", evidence=message.text)
    if _restates(core, wish):
        return Verdict("restates_wish", evidence=message.text)
    return _signed(message, core)


def _signed(message: Said, core: str) -> Verdict:
    if message.bag.isdisjoint(_NEGATIONS):
        return _counted(message, core)
    clauses = [clause for clause in map(str.strip, _CLAUSES.split(core)) if clause]
    if clauses and all(map(_negative, clauses)):
        return Verdict("negative", evidence=message.text)
    return _counted(message, core)


def _counted(message: Said, core: str) -> Verdict:
    return Verdict("ok", "several", message.text) if len(_listed(core)) > 2 else OK


_NEGATIONS = words(
    """
    no not never none nobody nothing without less fewer stop stopped stopping avoid avoiding wouldn't won't don't doesn't isn't
    aren't can't couldn't didn't haven't hasn't shouldn't wasn't weren't reduce reduced reducing free rid prevent preventing lower
    lowering cut cutting end ending neither nor ain't
    """
)


def _vague(message: Said, core: str) -> bool:
    if unsure(message.plain) or _GOOD_FOR.match(core):
        return True
    if _FELT.fullmatch(core):
        return False
    found = _WORD.findall(core)
    return bool(found) and all(word in _GENERIC or word in _EMPTY for word in found)


_FELT = re.compile(
    r"(?:id |i'd |i would |i'll |i will |i |to )*(?:be|feel|feeling|being) (?:so |really |a bit |more |like a )?(?:happy|"
    r"human)(?: again)?[.! ]*"
)
_GOOD_FOR = re.compile(r"(?:it'?d be |it would be )?(?:really |so |very )?(?:great|good|better|nice|brilliant|best) for (?:\w+ ?){1,2}$")


def _restates(core: str, wish: Said) -> bool:
    told, wished = _stems(core), _stems(wish.plain)
    return bool(told) and len(told - wished) <= len(told) // 5


def _stems(plain: str) -> frozenset[str]:
    """The telling words without their endings: "stopping" and "stopped" are "stop"."""
    telling = [_IRREGULAR.get(word, word) for word in _WORD.findall(plain) if word not in _SAME]
    return frozenset(stem[:5] for stem in _ENDED.sub(r"\1", " ".join(telling)).split()) - _SAME


_IRREGULAR = {
    "led": "lead", "told": "tell", "gave": "give", "kept": "keep", "knew": "know", "made": "make", "found": "find", "met":
    "meet", "rang": "ring", "sent": "send", "left": "leave", "spoke": "speak", "spoken": "speak", "took": "take", "taken":
    "take", "said": "say", "done": "do", "sat": "sit", "wrote": "write", "written": "write", "ate": "eat", "gone": "go",
    "went": "go", "ran": "run", "got": "get", "taught": "teach", "slept": "sleep"
}  # fmt: skip
_ENDED = re.compile(r"(?<=\w\w)(\w)\1?(?:ations?|ings?|ed|es|ly|s|e)?\b")


def _negative(clause: str) -> bool:
    """A clause that only says what would be gone."""
    found = _NEGATING.search(clause)
    if found is None:
        return clause in _GENERIC
    before = _WORD.findall(clause[: found.start()])
    return all(word in _SUBJECTS for word in before)


_SUBJECTS = words(
    """
    she'd he'd who'd i i'd i'll i'm it it'd it's they they'd we we'd you my me the there there'd people he she patients that to
    just be being feel feeling having have had would will could might and so then also actually finally much way a lot lots bit
    getting get an of by for only some far even knowing family kids husband wife boss manager staff team
    """
)


def _listed(core: str) -> list[str]:
    """The items of a list of good things; a sentence or a scene told in several is one."""
    if "." in core.rstrip(".") or not _ENUMERATED.search(core):
        return []
    items = [item.strip() for item in _BETWEEN.split(core) if item.strip()]
    return [] if any(len(item.split()) > _LONGEST_ITEM or item.split()[0].endswith("ing") for item in items) else items


_ENUMERATED = re.compile(r",[^,]+(?:,| and ) ?")
_BETWEEN = re.compile(r",(?: and)?| and ")
_LONGEST_ITEM = 6  # words
