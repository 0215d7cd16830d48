"""Times of day as people write them: 3pm, 19:30, 0730, 7.30, half two, quarter to 8, noon, at 4, in 20 minutes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time, timedelta

from bot.nlu.date_patterns import DAY_NAME, NEAR
from bot.nlu.numbers import COUNT, count
from bot.nlu.tidy import Said


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a while from now (`ahead`), at its place in the tidy text.

    `half` is sure, midnight, now ("this time tomorrow"), or nothing where it was not said and both would do. `ranged`: it opens a
    stretch ("2 to 4pm", "after 2pm").
    """

    begin: int
    end: int
    at: time = time()
    half: str = "sure"
    ranged: bool = False
    ahead: timedelta | None = None
    prep: str = ""


_HOURS = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)
}
_HOUR_WORD = "|".join(_HOURS)
_HOUR = rf"(?:1[0-2]|0?[1-9]|{_HOUR_WORD})"
_PREP = (
    r"(?:(?P<prep>(?:at|by|before|until|till|til|from|around|about|after|between|approx|circa|for|come|past)(?= )|@)(?: about| around)? ?)?"
)
_HALF = r" ?(?P<half>[ap])\.?m?\b\.?"
_DAYISH = (
    rf"(?:on )?(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)|in the (?:morning|afternoon|evening)|at night|{_HOUR_WORD}? ?"
    rf"(?:{DAY_NAME})s?\b)"
)
_STOP = (
    r"(?= ?$| ?[,.;!?)]|'| (?:on|in the|at night|tonight|tomorrow|today|this|every|each|when|before|after|then|so|"
    r"and (?!a half)|or (?!\d|so)|if|because|as|till|"
    r"until|sharp|please|my|i|i'm|i'll|we|while|once|for my|for the|with|but|ish|latest|at the latest|next|is|works|ok|"
    rf"prompt|o'clock|same|(?:{DAY_NAME})s?)\b|ish\b)"
)
_NO_CLOCK = re.compile(
    r"(?:\b(?:ward|room|bay|bed|theatre|bleep|ext|extension|band|step|level|number|no|page|version|v|bp|gcs|hb|lactate|temp|"
    r"score|epic|side ?room|"
    r"ratio|of|under|over|aged?|x|r|rr|hr|sats|bm|phone)\.?|[£$€#])(?: (?:is|was|of|a|'s))? ?$"
)
_MERIDIEM = re.compile(rf"(?<![\d.:£$-]){_PREP}\b(?P<hour>{_HOUR})(?:[:. ]?(?P<minute>[0-5]\d))? ?(?P<half>am|pm|a\.m|p\.m)\b\.?")
_COLON = re.compile(
    rf"(?<![\d.:£$/]){_PREP}\b(?P<hour>[01]?\d|2[0-3])(?::|h)(?P<minute>[0-5]\d)\b(?![:/.]\d| ?(?:ratio|min))(?: ?(?:hours?|h)\b)?"
)
_DOTTED = re.compile(
    rf"(?<![\d.:£$/-]){_PREP}\b(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)\b(?![.\d%/]| ?(?:mg|mcg|ml|g|kg|l|hours?|mmol|k|%|"
    rf"an hour|per hour|p/?h))"
)
_MILITARY = re.compile(rf"(?<![\d.:£$/-]){_PREP}\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b(?![.\d/-])(?P<unit> ?(?:hours?|h)\b)?")
_PAST = re.compile(
    rf"\b{_PREP}(?P<minutes>half|quarter|a quarter|five|ten|twenty|twenty[- ]five|5|10|20|25)(?: mins?| minutes?)? ?(?P<way>past|to|gone)? "
    rf"(?P<hour>{_HOUR})\b(?! ?[ap]m)(?![:.]\d| (?:of the|dozen|patients|people|years|months|hours|minutes|staff|bays?|beds?|"
    rf"an hour|a day)\b)"
)
_OCLOCK = re.compile(rf"\b{_PREP}(?P<hour>{_HOUR}) ?o ?'?clock\b")
_NAMED = re.compile(rf"\b{_PREP}(?:12 )?(?P<name>noon|midday|midnight)\b")
_CLOSE = re.compile(rf"\b{_PREP}(?:cob|close of (?:play|business)|close of the (?:day|business day))\b")
_THIS_TIME = re.compile(r"\b(?:at |about |around )?(?:this|(?:the )?same) time(?= (?:tomorrow|next|on|this|{DAY_NAME}))")
_WEAK = re.compile(rf"(?<![\w.]){_PREP}(?<![\d.:/])\b(?P<hour>{_HOUR})(?:ish)?\b(?![:.\d/]|[ap]m)")
_RANGE = re.compile(
    rf"(?<![\d.:£$/])\b(?:(?P<prep>between|from) )?(?P<hour>{_HOUR})(?:[:.]?(?P<minute>[0-5]\d))? ?(?P<first>am|pm)? ?(?P<to>-|"
    rf"to|till|til|until|and) ?"
    rf"(?P<hour2>{_HOUR}|1[3-9]|2[0-3])(?:[:.]?(?P<minute2>[0-5]\d))?(?: ?(?P<half>am|pm))?\b(?! ?(?:patients|minutes|mins|hours|"
    rf"days|weeks|months|times|years|of|beds|people|staff|ratio|%))"
)
_WHILE = re.compile(
    rf"\b(?P<in>in )?(?:about |around |like |another |the next )?(?:(?P<many>\d\.\d|{COUNT}|an?|half an?|a couple of|couple of)[ -]?)"
    r"(?P<unit>hours?|minutes?|mins?|h|m)\b(?P<more> and a half)?(?P<now>'? time|'s time| from now)?(?! (?:of|late|early|"
    r"a (?:day|week))\b|s of)"
)
_FRACTIONS = {"half an": 0.5, "half a": 0.5, "a": 1.0, "an": 1.0}
_PLACES = {"noon": (time(12), ""), "midday": (time(12), ""), "midnight": (time(0), "")}
_CUES = frozenset(("at", "@", "by", "before", "until", "till", "til", "around", "about", "after", "from"))


def clocks_in(message: Said) -> list[Clock]:
    """The times of day in order; where two overlap, the longer one stands."""
    plain = message.plain
    if not _ANY.search(plain):
        return []
    found = [clock for way, make in _WAYS for match in way.finditer(plain) if (clock := make(match)) and (clock.prep or not _barred(match))]
    kept: list[Clock] = []
    for clock in sorted(found, key=lambda clock: (clock.begin - clock.end, clock.begin)):
        if all(clock.end <= other.begin or other.end <= clock.begin for other in kept):
            kept.append(clock)
    return sorted(kept, key=lambda clock: clock.begin)


def _barred(match: re.Match[str]) -> bool:
    """Whether what stands before makes it a number of something else."""
    return bool(_NO_CLOCK.search(match.string, max(0, match.start() - NEAR), match.start()))


def attributive(clock: Clock, message: Said) -> bool:
    """Whether the time only says which round or handover is meant: "our 3pm handover"."""
    head, tail = message.plain[: clock.begin], message.plain[clock.end :]
    return clock.ahead is None and not clock.prep and bool(_OWNED.search(head)) and not _STOP_WAY.match(tail)


def _clock(match: re.Match[str], hour: int, minute: int, half: str) -> Clock:
    groups = match.re.groupindex
    prep = (match["prep"] or "") if "prep" in groups else ""
    if half == "pm" and hour < 12:
        hour, half = hour + 12, "sure"
    elif half == "am":
        hour, half = hour % 12, "sure"
    elif half == "pm" or hour > 12:
        half = "sure"
    return Clock(match.start(), match.end(), time(hour % 24, minute), half, prep == "after", prep=prep)


def _hour(word: str) -> int:
    return _HOURS[word] if word in _HOURS else int(word)


def _meridiem(match: re.Match[str]) -> Clock | None:
    return _clock(match, _hour(match["hour"]), int(match["minute"] or 0), match["half"].replace(".", ""))


def _colon(match: re.Match[str]) -> Clock | None:
    word = match["hour"]
    sure = word.startswith("0") or int(word) > 12 or int(word) == 0
    return _clock(match, int(word), int(match["minute"]), "sure" if sure else "")


def _dotted(match: re.Match[str]) -> Clock | None:
    """7.30 is a time only beside a word that asks for one."""
    return _colon(match) if match["prep"] in _CUES or _beside_a_day(match) else None


def _military(match: re.Match[str]) -> Clock | None:
    word, year = match["hour"], match["hour"] in ("19", "20") and not match["unit"]
    led = match["prep"] in _CUES and not (year and match["prep"] in ("by", "before", "until", "from", "after", "around"))
    if not (word.startswith("0") or match["unit"] or led or (_beside_a_day(match) and not year)):
        return None
    return replace(_clock(match, int(word), int(match["minute"]), "sure"), half="sure")


def _past(match: re.Match[str]) -> Clock | None:
    words, way, hour = match["minutes"], match["way"], _hour(match["hour"])
    if words == "half" and way is None:
        return _clock(match, hour, 30, "")
    if way is None or (way == "to" and words.isdecimal() and not match["prep"]) or (words == "half" and way == "to"):
        return None
    minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get(words) or count_minutes(words)
    if way == "to":
        return _clock(match, (hour - 2) % 12 + 1, 60 - minutes, "")
    return _clock(match, hour, minutes, "")


def count_minutes(words: str) -> int:
    """Minutes that a word or figure before "past" or "to" stands for."""
    return 25 if words in ("twenty-five", "twenty five") else count(words)


def _oclock(match: re.Match[str]) -> Clock | None:
    return _clock(match, _hour(match["hour"]), 0, "")


def _named(match: re.Match[str]) -> Clock | None:
    at, _ = _PLACES[match["name"]]
    return replace(_clock(match, at.hour, 0, "sure"), half="midnight" if match["name"] == "midnight" else "sure")


def _close(match: re.Match[str]) -> Clock | None:
    return _clock(match, 17, 0, "sure")


def _this_time(match: re.Match[str]) -> Clock | None:
    return Clock(match.start(), match.end(), half="now")


def _weak(match: re.Match[str]) -> Clock | None:
    """A bare hour: after "at" and where nothing is counted, or beside a part of the day."""
    prep, tail = match["prep"] or "", match.string[match.end() :]
    if prep in _CUES - {"after", "from"} or (prep == "after" and _DAY_TAIL.match(tail)):
        if not _STOP_WAY.match(tail):
            return None
        if (
            prep in ("by", "before", "until", "till", "about", "around", "from", "after")
            and match["hour"] in ("one", "1")
            and not _DAY_TAIL.match(tail)
        ):
            return None
    elif _ISH.fullmatch(match.string.strip(" ?.!")) or (
        _DAY_HEAD.search(match.string, max(0, match.start() - NEAR), match.start()) and _STOP_WAY.match(tail)
    ):
        return _clock(match, _hour(match["hour"]), 0, "")
    elif not _DAY_TAIL.match(tail) or re.search(r"[\w'](?<!\bor)(?<!\band)(?<!maybe)(?<!say)(?<!like) $", match.string[: match.start()]):
        return None
    return _clock(match, _hour(match["hour"]), 0, "")


def _range(match: re.Match[str]) -> Clock | None:
    """A stretch; its first hour takes its half of the day from the last where it has none."""
    first, last, half = _hour(match["hour"]), _hour(match["hour2"]), match["half"]
    exact = match["minute"] and match["minute2"]
    if not (half or match["first"] or exact or (_beside_a_day(match) and (match["prep"] or match["to"] != "and"))):
        return None
    earlier = (first % 12, int(match["minute"] or 0)) < (last % 12, int(match["minute2"] or 0))
    own = match["first"] or (half if half and earlier else {"am": "pm", "pm": "am"}.get(half or "", ""))
    zero = match["hour"].startswith("0")
    return replace(_clock(match, first, int(match["minute"] or 0), "am" if zero and not own else own), ranged=True)


def _while(match: re.Match[str]) -> Clock | None:
    words = match["many"]
    if not match["in"] and not match["now"]:
        return None
    number = _FRACTIONS.get(words) or (2.0 if "couple" in words else float(words) if "." in words else count(words))
    if words == "a" and match["unit"].startswith("m"):
        return None
    number += 0.5 if match["more"] else 0.0
    unit = timedelta(hours=1) if match["unit"].startswith("h") else timedelta(minutes=1)
    return Clock(match.start(), match.end(), ahead=number * unit)


def _beside_a_day(match: re.Match[str]) -> bool:
    return bool(
        _DAY_TAIL.match(match.string[match.end() :]) or _DAY_HEAD.search(match.string, max(0, match.start() - NEAR), match.start())
    ) or match[0] == match.string.strip(" ?.!")


_ANY = re.compile(rf"\d|noon|cob|close|this time|midday|midnight|o ?'?clock|half|quarter| past | to |in an? |\b(?:{_HOUR_WORD})\b")
_ISH = re.compile(rf"(?:about |around )?{_HOUR} ?ish(?: please| maybe)?")
_OWNED = re.compile(r"\b(?:the|our|my|a|that|every|this|their|her|his) $")
_STOP_WAY = re.compile(_STOP)
_DAY_TAIL = re.compile(rf",? ?(?:ish,? )?{_DAYISH}")
_DAY_HEAD = re.compile(
    rf"\b(?:today|tonight|tomorrow|morning|afternoon|evening|night|(?:{DAY_NAME})s?|every day|daily),? ?(?:at |@ ?|about |around )?$"
)
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Clock | None]], ...] = (
    (_MERIDIEM, _meridiem),
    (_COLON, _colon),
    (_DOTTED, _dotted),
    (_MILITARY, _military),
    (_PAST, _past),
    (_OCLOCK, _oclock),
    (_NAMED, _named),
    (_CLOSE, _close),
    (_THIS_TIME, _this_time),
    (_WEAK, _weak),
    (_RANGE, _range),
    (_WHILE, _while),
)
