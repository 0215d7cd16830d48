"""What somebody's words answer to the straight question, and to "are you safe?". Where they are not clear they answer nothing."""

from __future__ import annotations

import re

from bot.nlu.concerns import answers_straight
from bot.nlu.tidy import tidy

YES, NO, UNSURE, SKIP = "ask_yes", "ask_no", "ask_unsure", "ask_skip"
SAFE, NOT_SAFE, NOT_MEANT = "safe", "not_safe", "not_meant"
LONGEST_HEDGE = 14  # words: a longer message is no plain "sometimes"
_HEARD = {"yes": YES, "unsure": UNSURE}
_ASKS_BACK = re.compile(r"(?:why|who|what|do you|will you|is this|next|skip|i'?m not)\b")
_INTENTS = {"affirm": YES, "deny": NO, "unsure": UNSURE, "skip": SKIP}

_YES = re.compile(
    r"(?:well |um+ |er+ |i guess |i suppose |honestly |tbh )*"
    r"(?:y(?:es|eah|ep|up|h|ea)\b|i (?:am|do|have)\b(?! not)|i think so|i suppose so|both\b)"
)
_NO = re.compile(
    r"(?:well |um+ |er+ |oh |god |gosh |ha+ |lol |honestly )*"
    r"(?:no+\b|nope|nah\b|never\b|not at all|nothing like that|of course not|i'?m not\b(?! (?:sure|ok|okay|safe|well|alright)))"
)
_HEDGED = re.compile(
    r"\b(?:sometimes|some ?days|at times|now and then|on and off|a (?:bit|little)|kind ?of|sort ?of|maybe|perhaps|possibly|not really|"
    r"not exactly|not sure|don'?t know|dunno|idk|part of me|it crossed my mind|crosses my mind|used to)\b"
)
_BUT = re.compile(r"\b(?:but|though|although|except|thought|think about|wish)\b")
_RATHER_NOT = re.compile(
    r"\b(?:rather not|don'?t want to (?:say|talk|answer)|none of your|can'?t say|prefer not|no comment|not (?:telling|saying))\b"
)
_MEANT = re.compile(
    r"\b(?:not what i (?:meant|mean|said)|didn'?t mean|(?:was|is)n'?t what i meant|i (?:just |only )?meant|misunderst\w+|"
    r"wrong end of the stick|figure of speech|just an expression|(?:was|only|just) (?:joking|kidding|a joke)|"
    r"about (?:my|a|the) patient|took (?:that|me|it) wrong)\b"
)
_UNSAFE = re.compile(r"\b(?:unsafe|in danger|(?:he|she|they)(?:'?s|'?re| is| are) (?:here|back|outside))\b")
_NEGATED = re.compile(r"\b(?:not|never|nobody|no one|hardly|barely|scarcely|no longer|cannot|\w+n't|dont|isnt|arent|cant|wont)\b")
_WELL = re.compile(r"\b(?:safe|ok|okay|alright|all right|fine)\b")
_SAFE = re.compile(
    r"^safe\b|\b(?:i'?m|i am|we'?re|we are|(?:he|she|every(?:one|body))(?: is|'?s)|they'?re|they are|yes|yeah|all|feel(?:ing)?|am|and) "
    r"(?:\w+ )?"
    r"(?:safe|ok|okay|alright|all right|fine)\b"
)


def straight(words: str, intent: str) -> str:
    """Yes, no, not sure or rather not say, in answer to the straight question; "" where the words are none of these.

    A no is one only where the phrases of concerns do not hear something else in it.
    """
    answer, heard = _plainly(words, intent), answers_straight(words)
    if answer == NO and not _MEANT.search(tidy(words)):
        return UNSURE if heard == "yes" else NO
    return answer or (_HEARD.get(heard, "") if not _ASKS_BACK.match(tidy(words)) else "")


def _plainly(words: str, intent: str) -> str:
    text = tidy(words)
    if _RATHER_NOT.search(text):
        return SKIP
    if _YES.match(text):
        return YES
    if _MEANT.search(text):
        return NO
    if _NO.match(text):
        return UNSURE if _BUT.search(text) or _HEDGED.search(text) else NO
    return UNSURE if _HEDGED.search(text) and len(text.split()) <= LONGEST_HEDGE else _INTENTS.get(intent, "")


def safe(words: str) -> str:
    """Safe, not safe, or meant otherwise, in answer to the card; "" where the words are none of these: "ok" is not "yes"."""
    text = tidy(words)
    if _MEANT.search(text):
        return NOT_MEANT
    well = _WELL.search(text)
    if _UNSAFE.search(text) or (well and _NEGATED.search(text)) or (_NO.match(text) and not well):
        return NOT_SAFE
    if _SAFE.search(text) and not _BUT.search(text):
        return SAFE
    return SAFE if _YES.match(text) and not _BUT.search(text) else ""
