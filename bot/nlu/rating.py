"""How something was, from 1 (not good) to 5 (very good), where words say it plainly; what is left open is asked, not guessed."""

from __future__ import annotations

import re

from bot.nlu.numbers import COUNT, count
from bot.nlu.patterns import opening
from bot.nlu.tidy import tidy

LOW, HIGH = 1, 5
LONGEST = 14  # words of an answer that is no more than one
_SIGNS = {"\U0001f44e": 1, "\U0001f44c": 4, "\U0001f44d": 4, "\U0001f4af": 5}  # thumbs down; fine, thumbs up; a hundred
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\\s!.]")
_STARS = re.compile("([\u2b50\u2605\U0001f31f]+)\u2606*")
_COUNTED = re.compile(rf"(?:{COUNT}) stars?\W*")
_FRAME = (
    r"(?:(?:yes|yeah|yep|well|oh|wow|honestly|actually|i|think|thought|i'd say|would say|found|it|that|this|was|were|is|it's|that's|"
    r"been|has|felt|feels|a|an|the|talk|talking|chat|conversation|she|he|they|you|just|all|in all|overall|to talk|to a person)\W+)*"
)
_REST = (
    r"(?:[ ,]+(?:thanks?|thank you|cheers|to talk|talking|to me|for me|me|with (?:her|him|them|a person|you)|to (?:her|him|them|a person)|"
    r"i think|i guess|actually|honestly|indeed|tbh|today|really|person|listener|help|talk|chat|conversation|experience|that|so far))*"
    r"\W*(?:[,.;!:-]\W*(?!.*\b(?:but|though|although|however|except|too (?:short|long|late))\b).*)?"
)
_VERY = r"(?:very|really|so|super|extremely|incredibly|absolutely|truly|such|most|dead|proper(?:ly)?)"
_QUITE = r"(?:quite|pretty|fairly|rather|reasonably|mostly|generally|kind of|sort of)"
_GOOD = r"(?:good|helpful|useful|nice|kind|supportive|positive|valuable|worthwhile|worth it|reassuring|understanding)"
_BAD = r"(?:bad|poor|awful|terrible|horrible|useless|pointless|rubbish|dreadful|unhelpful|waste of time)"
_GREAT = r"(?:great|excellent|brilliant|amazing|fantastic|wonderful|perfect|superb|lovely|awesome|outstanding|fab)"
_WAYS = (
    (1, rf"not (?:at all )?(?:good|helpful|useful|nice)(?: at all)?|(?:{_VERY} )?{_BAD}|the worst|hated it"),
    (1, r"(?:did not|didn't|doesn't|hasn't) help(?:ed)?(?: me)? at all|no (?:help|use) at all"),
    (2, rf"(?:not|wasn't) (?:so|too|that|very|really|particularly|all that|especially) {_GOOD}|(?:not|wasn't) great|{_QUITE} (?:bad|poor)"),
    (2, r"(?:did not|didn't) (?:really )?help(?: me)?(?: much)?|(?:a bit )?(?:disappointing|frustrating)"),
    (3, r"so[ -]so|meh|average|middling|in the middle|neither good nor bad|neither|neutral|mixed|ok[ -]?ish"),
    (3, r"(?:a bit|somewhat) (?:helpful|useful)|helped (?:me )?(?:a bit|a little|a little bit|somewhat)"),
    (4, rf"(?:{_QUITE} )?{_GOOD}|helped(?: me)?|(?:it )?helps?"),
    (5, rf"{_VERY} {_GOOD}|{_VERY} (?:{_VERY} )?helped(?: me)?|helped (?:me )?(?:so much|a lot|loads|massively|no end)"),
    (5, rf"(?:really |just |so |absolutely )?{_GREAT}|loved it|the best|10/10|ten out of ten|spot on|couldn't have been better|top marks"),
)
_READ = tuple((score, opening(rf"{_FRAME}(?:{way}){_REST}")) for score, way in _WAYS)
_NOT = re.compile(r"\b(?:not|never|no|isn't|wasn't)\b")


def rating(text: str, number: int | None = None) -> int | None:
    """The point that an answer gives, or None where it is not plain. `number`: the one that was read in it, if any."""
    signs = _SKIN.sub("", text)
    if signs and set(signs) <= _SIGNS.keys():
        return _SIGNS[signs[0]] if len(set(signs)) == 1 else None
    if (stars := _STARS.fullmatch(signs)) is not None:
        return _within(len(stars[1]))
    plain = tidy(text).strip()
    if _COUNTED.fullmatch(plain):
        return _within(count(plain.split()[0]))
    if number is not None:
        return None if _NOT.search(plain) else _within(number)
    return _in_words(plain)


def _in_words(plain: str) -> int | None:
    """The one that its words agree on."""
    if len(plain.split()) > LONGEST:
        return None
    found = {score for score, way in _READ if way.fullmatch(plain)}
    return found.pop() if len(found) == 1 else None


def _within(number: int) -> int | None:
    return number if LOW <= number <= HIGH else None
