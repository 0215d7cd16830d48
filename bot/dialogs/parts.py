"""A message that says several parts of a WOOP and calls each by its name: the parts, in its own words, not judged yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.dialogs.flow import Flow

PARTS = ("wish", "outcome", "obstacle", "moment", "plan")  # also the names of the checks that judge them
READ_LIMIT = 4000
RECENT = 64  # messages that are remembered as taken apart
_START = r"(?:^|(?<=[\n.;,/|!?•*-])|(?<=\band)|(?<=\bbut)|(?<=\bso)|(?<=[.;,/|!?•*-]\s))[ \t]*(?:\d[.)]\s*)?"
_LABEL = (
    r"(?:(?:and|but|so|then)\s+)?(?:my |the )?(?:one |best |inner |main |if[- ]then )?"
    r"(?P<label>wish|goal|outcome|best(?: thing)?|obstacle|barrier|moment|when|plan)\s*(?::|=|\s[-–—]\s)\s*"
)
_TOLD = {
    "wish": r"my (?:one )?(?:wish|goal) (?:is|would be)(?: to| that)?\s+",
    "outcome": r"(?:the |my )?best (?:thing|part|outcome|bit)(?: about (?:it|that|this))?(?: for me)? (?:would be|is|will be)(?: that)?\s+",
    "obstacle": r"(?:what (?:\w+ )?(?:gets|stands) in (?:the|my) way|what (?:\w+ )?(?:stops|holds|blocks|prevents) me(?: back)?"
    r"|(?:the|my) (?:main |biggest |inner |real )?(?:obstacle|barrier))(?: \w+)? (?:is|are)(?: that)?\s+",
    "plan": r"(?:my )?plan (?:is|would be)(?: to| that)?:?\s+|"
    r"(?<!,)(?<!, )(?=(?:if|when|whenever)\b[^.\n;/]{3,120}?(?:\bthen\b|,? i(?:['’]ll| will)\b))",
}
_MARK = re.compile(
    _START + r"(?:" + _LABEL + "|" + "|".join(f"(?P<{name}>{told})" for name, told in _TOLD.items()) + r")",
    re.IGNORECASE,
)
_CALLED = {"goal": "wish", "best": "outcome", "best thing": "outcome", "barrier": "obstacle", "when": "moment"}
_EDGES = " \t\n.,;/|-–—•*"


@lru_cache(RECENT)
def said(text: str) -> Mapping[str, str]:
    """The parts that are called by their names, each up to the next one; what stands before the first is under ""."""
    told = text[:READ_LIMIT]
    marks = list(_MARK.finditer(told))
    ends = [mark.start() for mark in marks[1:]] + [len(told)]
    found = {"": _tidy(told[: marks[0].start()])} if marks else {}
    for mark, end in zip(marks, ends, strict=False):
        found[_name(mark)] = found.get(_name(mark)) or _tidy(told[mark.end() : end])
    return {name: words for name, words in found.items() if words}


def several(text: str) -> bool:
    """Whether at least two parts are called by their names."""
    return len(set(said(text)) & set(PARTS)) > 1


def answers(flow: Flow, step: str, text: str) -> dict[str, str]:
    """What the parts answer in this flow, by step; nothing where the message does not say several."""
    names = {each.check: each.name for each in flow.order if each.check in PARTS}
    found = said(text)
    called = {names[part]: words for part, words in found.items() if part in names}
    before = {step: found[""]} if "" in found and step in names.values() and step not in called else {}
    return {**before, **called} if len(before) + len(called) > 1 or list(called) == [step] else {}


def _name(mark: re.Match[str]) -> str:
    label = " ".join((mark["label"] or "").lower().split())
    return _CALLED.get(label, label) or next(name for name in _TOLD if mark[name] is not None)


def _tidy(words: str) -> str:
    return re.sub(r"[\s,]+(?:and|but|so)$", "", words.strip(_EDGES), flags=re.IGNORECASE).strip(_EDGES)
