"""Numbers in an answer: a point on a scale, and minutes."""

from __future__ import annotations

import re

from bot.nlu.tidy import said

UNITS = {
    **{
        word: value
        for value, word in enumerate(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        )
    },
    "nought": 0,
    "nil": 0,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "sevn": 7,
    "eigth": 8,
    "eght": 8,
    "nien": 9,
    "fiv": 5,
    "forr": 4,
    "thre": 3,
    "a couple of": 2,
    "couple of": 2,
}
COUNT = r"(?:\d{1,3}|" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"

_BEFORE = (
    r"(?:(?:a|an|about|around|roughly|approx|approximately|maybe|perhaps|probably|prob|probs|possibly|i|i'd|i'm|im|i'll|"
    r"would|say|give|it|it's|"
    r"its|that|that's|is|at|like|only|just|honestly|erm?|um+|hm+|uh|ok|okay|well|so|oh|think|guess|suppose|solid|strong|"
    r"weak|sitting|feel|feels|feeling|"
    r"put|me|myself|my|confidence|energy|score|rating|rate|number|somewhere|between|more|closer|to|let's|lets|definitely|"
    r"easily|call|go|for|with|be|"
    r"the|high|low|good|bit|nearly|almost|over|under|above|below|currently|today|now|right|yeah|yes|actually|sorry|not|mostly|tbh)\W{1,3})*"
)
_AFTER = (
    r"(?=$|\s*[.,;:!?)(\-/](?!\d)|\s+(?:because|but|since|though|although|if|maybe|perhaps|probably|ish|tbh|today|right now|"
    r"now|really|or so|or|please|depending|"
    r"i (?:think|guess|suppose|reckon|would say|feel|hope)|i'd say|on a (?:good|bad)|on average|at (?:best|most|least|"
    r"the moment|a push|present)|"
    r"for now|for me|most (?:days|of the time)|when i|so|and|until|it's|that's|lol|haha|x|which|given|only|just|definitely|"
    r"again|this|still|plus)\b"
    r"(?!\s+us\b))"
)
_VALUE = r"(?P<value>\d{1,4}(?:\.\d{1,4})?|\.5|" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"
_RANGE = rf"(?:\s*(?:or|to|-|/|and|maybe|possibly|,)+\s*(?:maybe |a |an )?(?P<other>\d{{1,4}}(?:\.\d{{1,4}})?|{'|'.join(UNITS)})\b)?"
_OUT_OF = r"(?:\s*(?:/|out of|outta|of)\s*(?P<top>\d{1,4}|ten|a hundred|five|seven)\b|\s*(?P<percent>%|per ?cent))?"
_SCALE = re.compile(rf"(?!-\d)\W*{_BEFORE}{_VALUE}(?:\s*(?:ish|-ish)|\+|(?:\s+and a half))?\b{_OUT_OF}{_RANGE}{_AFTER}")

_AMOUNT = (
    rf"(?P<amount>\d{{1,4}}(?:\.\d{{1,4}})?|(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})\b|half an?|\.5 an?|a quarter of an?|"
    rf"quarter of an?|an?|half)"
)
_MINUTES = re.compile(
    rf"(?<![\w.])(?<!in ){_AMOUNT}(?:\s*(?:-|to|or)\s*\d+)?[\s-]*(?P<unit>hours?|minutes?|mins?|seconds?|"
    rf"secs?)\b(?P<half> and a half)?"
)
_FRACTIONS = {"half": 0.5, "half a": 0.5, "half an": 0.5, ".5 a": 0.5, ".5 an": 0.5, "a": 1.0, "an": 1.0}
_MINUTE_WORDS = ("min", "hour", "sec")
_SIZES = {"h": 60.0, "m": 1.0, "s": 1 / 60}


def scale_number(text: str, low: int, high: int) -> int | None:
    """The point on the scale that the message gives, the lower of two; None where the message is an answer in words."""
    return scale_in(said(text).plain, low, high)


def scale_in(plain: str, low: int, high: int) -> int | None:
    """The same of a text that is tidy already."""
    found = _SCALE.match(plain)
    if found is None:
        return None
    value = _value(found["value"])
    top = found["top"]
    if found["percent"]:
        value = value * high / 100
    elif top and _whole(top) != high:
        return _within(value, low, high) if _whole(top) == value + 1 else None
    if found["other"] and not top:
        value = min(value, _value(found["other"]))
    return _within(value, low, high)


def minutes(text: str) -> int | None:
    """The first length of time in the message, in whole minutes and at least one; None where there is none."""
    return minutes_in(said(text).plain)


def minutes_in(plain: str) -> int | None:
    """The same of a text that is tidy already."""
    if not any(word in plain for word in _MINUTE_WORDS):
        return None
    found = _MINUTES.search(plain)
    if found is None:
        return None
    amount = _amount(found["amount"]) + (0.5 if found["half"] else 0.0)
    return max(1, int(amount * _SIZES[found["unit"][0]]))


def count(word: str) -> int:
    """What a word or figure matched by `COUNT` stands for."""
    return int(word) if word.isdecimal() else UNITS[word]


def _within(value: float, low: int, high: int) -> int | None:
    return int(value) if low <= int(value) <= high and value <= high else None


def _value(word: str) -> float:
    return float(UNITS[word]) if word in UNITS else float(word)


def _whole(word: str) -> int:
    return 100 if word == "a hundred" else int(_value(word))


def _amount(word: str) -> float:
    if "quarter" in word:
        return 0.25
    return _FRACTIONS[word] if word in _FRACTIONS else _value(word)
