"""An if-then plan taken apart: the moment that calls for it, and what the person will do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.nlu.goals.action import action_clause
from bot.nlu.goals.cue import OCCASIONS, WHEN, cue_clause, cue_from_moment, trimmed
from bot.nlu.goals.lexicon import ACTIONS, words
from bot.nlu.tidy import clean

__all__ = ["PlanParts", "action_clause", "cue_from_moment", "plan_parts", "split_plan"]


@dataclass(frozen=True, slots=True)
class PlanParts:
    """`cue` reads well after "If ", `action` after "then I will "; both in the person's own words, without a closing full stop."""

    cue: str = field(repr=False)
    action: str = field(repr=False)


_LEAD = re.compile(r"(?:(?:so|ok|okay|well|(?:my|the) plan(?: is)?|plan|maybe|right|um+|erm?|yes|yeah|i think)[,: ]+(?:that )?)*", re.I)
_SOON = r"(?:straight|right|just|immediately|directly)? ?(?:after|before|during|once|while|until|upon)"
_CUE_FIRST = re.compile(rf"(?:{WHEN}|{_SOON}|in|on|at|by|around|from|every|each|first thing|come|where|as)\b", re.I)
_I_WILL = (
    r"i(?:'ll| will|'m (?:going to|gonna)| am (?:going to|gonna)|"
    r"'d| would| shall| can| could| plan to| want to| need to| have to| must| should|'?ll?(?= (?!i\b)))"
)
_THEN = re.compile(r"[,.;]?\s*\bthen\b[,:]?\s*", re.I)
_WILL = re.compile(rf"[,.;:-]*\s+(?={_I_WILL}\s)", re.I)
_COMMA = re.compile(r"\s*[,;:]\s+|\s+-+>?\s+")
_BARE_I = re.compile(r"(?<=\s)i(?:'m|'ll|'d)? (?=[a-z]+)", re.I)
_OTHER_WILL = re.compile(
    r"\s(?=(?:(?:my|the|our|his|her|their|a)\s(?:(?!some(?:one|body)\b)[\w'-]+\s){1,4}?|(?:he|she|they|we|you|"
    r"someone(?: else)?|somebody(?: else)?)\s|"
    r"(?-i:[A-Z][a-z]+)\s)(?:will|should|can|could|must|needs? to|has to|have to|ought to)\b)",
    re.I,
)
_ORDER = re.compile(r"\s(?=(?:never|don't|do not|avoid|stop|not)\s\w)", re.I)
_JOINED = re.compile(
    r"\b(?:that|and|if|when|what|how|as|or|before|after|because|than|whenever|time|soon as|moment|while|until|where|once)$", re.I
)
_WHEN_LATER = re.compile(rf"[,;]?\s+(?={WHEN}\s)", re.I)
_TIMED_LATER = re.compile(
    rf"[,;]?\s+(?=(?:at|by|around|from|on|in|during|before|after|straight after|right after|every|each|just before|"
    rf"first thing)\s+(?:(?:the|my|our|each|every|a|any|all|first|last|long|late|early|night|day|drug|ward|board|start of|"
    rf"end of|this|next|half|quarter)\s+)*"
    rf"(?:\d|one|two|three|noon|midnight|{'|'.join(sorted(OCCASIONS, key=len, reverse=True))})\b)"
    r"|[,;]?\s+(?=(?:before|after|while|once|until)\s+(?:i|he|she|they|the|my|each|every|a|it|we|\w+ing)\b)",
    re.I,
)


def plan_parts(text: str, moment: str = "") -> PlanParts | None:
    """Cue and action of "If X, then I will Y", "I'll Y when X", or of a bare action where the moment is known; else None."""
    said = clean(text)
    split = split_plan(said, cued=bool(moment.strip()))
    if split is None:
        cue, action = cue_from_moment(moment), action_clause(said)
    else:
        cue, action = cue_clause(split[0]), action_clause(split[1])
    return PlanParts(cue, action) if cue and action else None


def split_plan(text: str, *, cued: bool = False) -> tuple[str, str] | None:
    """The cue and the action as written, or None where one is missing; where a cue is known (`cued`) only a clear new one counts."""
    lead = _LEAD.match(text)
    rest = text[lead.end() :].strip() if lead else text
    return _cue_first(rest) if _CUE_FIRST.match(rest) else _action_first(rest, cued)


def _cue_first(text: str) -> tuple[str, str] | None:
    for divider in (_THEN, _WILL, _COMMA):
        parts = _outside_quotes(divider, text)
        if parts and not _CUE_FIRST.fullmatch(parts[0]):
            return parts
    return _at_second_subject(text) or _outside_quotes(_OTHER_WILL, text) or _at_order(text)


def _at_order(text: str) -> tuple[str, str] | None:
    """ "when it gets to 2am walk to the cooler": what is done begins at a bare verb, or at "never"."""
    found = text.split()
    for place in range(2 if found[0].lower() in _AT else 3, len(found) - 1):
        bare = found[place].lower() in ACTIONS and found[place - 1].lower() not in _BEFORE_NOUN and found[place + 1].lower() in _AFTER_VERB
        if bare or found[place].lower() in ("never", "don't", "avoid"):
            return " ".join(found[:place]), " ".join(found[place:])
    return None


_AT = words("at by on after before every each")
_BEFORE_NOUN = words("""
    to i the my a an they he she we you it and or who people patients not will can could would must should might his her their our
    this that some no any of in on at for with every each staff relatives family
    """)
_AFTER_VERB = words("""
    my the a an to at up down off on in out it one two three them him her back away for with over myself five ten around into some
    something
    """)


def _at_second_subject(text: str) -> tuple[str, str] | None:
    """ "when the bleep goes off i finish my sentence": what is done begins at a later "I"."""
    for found in _BARE_I.finditer(text):
        before = text[: found.start()].strip()
        if len(before.split()) > 2 and not _JOINED.search(before):
            return before, text[found.start() :]
    return None


def _action_first(text: str, cued: bool) -> tuple[str, str] | None:
    for divider in (_WHEN_LATER,) if cued else (_WHEN_LATER, _TIMED_LATER):
        parts = _outside_quotes(divider, text)
        if parts:
            return parts[1], parts[0]
    return None


def _outside_quotes(divider: re.Pattern[str], text: str) -> tuple[str, str] | None:
    """The text on both sides of the first divider that is not inside quotation marks."""
    for found in divider.finditer(text):
        before, after = trimmed(text[: found.start()]), text[found.end() :].strip()
        if before.count('"') % 2 == 0 and before and trimmed(after):
            return before, after
    return None
