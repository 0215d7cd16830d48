"""Where a name of several words begins and ends."""

from __future__ import annotations

from itertools import pairwise

from bot.nlu.identifiers.naming import (
    DOING,
    HARD,
    SOFT,
    Token,
    is_initial,
    is_listed_capital,
    is_name,
    is_particle,
    may_be_given,
    may_be_titled,
    may_be_unknown,
    may_end,
    may_follow,
)

_LONGEST = 5  # words
_GAPS = {" ", "  ", "-", ". ", ", "}


def begins(words: list[Token], text: str, *, sure: bool = False) -> int | None:
    """The place among the words where the name begins that ends with the last of them; None if that is no name."""
    titled = next((at for at in range(len(words) - 2, max(-1, len(words) - _LONGEST - 1), -1) if words[at].key in HARD), None)
    if titled is not None and all(may_be_titled(word, words[titled]) for word in words[titled + 1 :]) and _unbroken(words[titled:], text):
        return titled
    at = len(words) - 1
    if at and is_initial(words[at]) and _goes_back(words, at, text) and is_name(words[at - 1]):
        at -= 1
    if not (is_name(words[at], sure=sure) or (at and _goes_back(words, at, text) and may_end(words[at], words[at - 1]))):
        return None
    while at > 0 and _goes_back(words, at, text) and len(words) - at < _LONGEST:
        at -= 1
    return at - 1 if at and words[at - 1].key in SOFT and words[at - 1].end + 1 == words[at].start else at


def _goes_back(words: list[Token], at: int, text: str) -> bool:
    """Whether the word before this one is part of the same name."""
    earlier, word = words[at - 1], words[at]
    gap = text[earlier.end : word.start]
    if gap not in _GAPS or ("," in gap and not earlier.shouted):
        return False
    unknown = not earlier.shouted and (earlier.capital or not word.capital) and may_be_unknown(earlier)
    given = may_be_given(earlier, word)
    return is_name(earlier) or given or is_listed_capital(earlier) or is_particle(earlier) or is_initial(earlier) or unknown


def _unbroken(words: list[Token], text: str) -> bool:
    return all(text[one.end : two.start] in _GAPS for one, two in pairwise(words))


def ends(words: list[Token], text: str, *, beside: bool = False) -> int | None:
    """The place where the name ends that begins with the first word; `beside`: a bed stands before it. None if that is no name."""
    start = _first_of_name(words, text, beside=beside)
    if start is None:
        return None
    at = start
    while at + 1 < len(words) and at + 1 - start < _LONGEST and _goes_on(words, at, start, text):
        at += 1
    while at > start and is_particle(words[at]):
        at -= 1
    return at


def _first_of_name(words: list[Token], text: str, *, beside: bool) -> int | None:
    """The first word behind a title, or the first where there is none; None if it is no name."""
    first, second = words[0], words[1] if len(words) > 1 else None
    if first.key in HARD:
        return 1 if second and may_be_titled(second, first) else None
    if (first.key in SOFT or (beside and first.key == "sr")) and second and is_name(second):
        return 1
    if is_name(first.inside()) or _together(words):
        return 0
    alone = second is None or text[first.end : second.start] not in _GAPS or second.key in DOING or may_follow(second, first)
    return 0 if beside and is_name(first, sure=True) and alone else None


def _together(words: list[Token]) -> bool:
    """Two words that make a name: an initial, a name that is a word too or one that nobody knows, and a name; or two that act."""
    if len(words) < 2:
        return False
    first, second = words[0], words[1]
    if is_initial(first) or is_listed_capital(first) or (is_particle(first) and second.capital):
        return is_name(second.inside())
    act = len(words) > 2 and words[2].key in DOING
    return may_be_unknown(first) and not second.capital and (is_name(second) or (act and may_follow(second, first, closes=True)))


def _goes_on(words: list[Token], at: int, start: int, text: str) -> bool:
    """Whether the word after this one is part of the same name."""
    word, following = words[at], words[at + 1]
    gap = text[word.end : following.start]
    if gap == ", ":
        return word.shouted and following.capital and not following.shouted
    if gap not in _GAPS or (gap == ". " and len(word.word) > 1) or word.word.endswith("'s"):
        return False
    acts = at + 2 < len(words) and words[at + 2].key in DOING
    closes = acts or not text[following.end :].strip() or text[following.end] in ".,;:!?)\n"
    return may_follow(following, words[start], closes=closes) or is_particle(following) or is_initial(following)
