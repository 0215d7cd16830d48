"""Where a name of several words begins and ends."""

from __future__ import annotations

from itertools import pairwise

from bot.nlu.identifiers.naming import (
    HARD,
    SOFT,
    Token,
    is_initial,
    is_listed_capital,
    is_name,
    is_particle,
    is_word,
    may_be_titled,
    may_end,
    may_follow,
)

_LONGEST = 5  # words
_GAPS = {" ", "  ", "-", ". ", ", "}


def begins(words: list[Token], text: str, *, sure: bool = False) -> int | None:
    """The place among the words where the name begins that ends with the last of them; None if that is no name."""
    titled = next((at for at in range(len(words) - 2, max(-1, len(words) - _LONGEST - 1), -1) if words[at].key in HARD), None)
    if titled is not None and all(map(may_be_titled, words[titled + 1 :])) and _unbroken(words[titled:], text):
        return titled
    at = len(words) - 1
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
    unknown = earlier.capital and not earlier.shouted and len(earlier.key) > 2 and not is_word(earlier.key)
    return is_name(earlier) or is_listed_capital(earlier) or is_particle(earlier) or is_initial(earlier) or unknown


def _unbroken(words: list[Token], text: str) -> bool:
    return all(text[one.end : two.start] in _GAPS for one, two in pairwise(words))


def ends(words: list[Token], text: str, *, beside: bool = False) -> int | None:
    """The place where the name ends that begins with the first word; `beside`: a bed stands before it. None if that is no name."""
    start = _first_of_name(words, beside=beside)
    if start is None:
        return None
    at = start
    while at + 1 < len(words) and at + 1 - start < _LONGEST and _goes_on(words, at, start, text):
        at += 1
    while at > start and is_particle(words[at]):
        at -= 1
    return at


def _first_of_name(words: list[Token], *, beside: bool) -> int | None:
    """The first word behind a title, or the first where there is none; None if it is no name."""
    first, second = words[0], words[1] if len(words) > 1 else None
    if first.key in HARD:
        return 1 if second and may_be_titled(second) else None
    if first.key in SOFT and second and is_name(second):
        return 1
    return 0 if is_name(first.inside()) or (second and _together(first, second, beside=beside)) else None


def _together(first: Token, second: Token, *, beside: bool) -> bool:
    """Two words that make a name: an initial or a name that is a word too, and a name; `beside` a bed also two that nobody knows."""
    if is_initial(first) or is_listed_capital(first):
        return is_name(second.inside())
    return beside and is_name(first, sure=True) and may_follow(second, first)


def _goes_on(words: list[Token], at: int, start: int, text: str) -> bool:
    """Whether the word after this one is part of the same name."""
    word, following = words[at], words[at + 1]
    gap = text[word.end : following.start]
    if gap == ", ":
        return word.shouted and following.capital and not following.shouted
    if gap not in _GAPS or (gap == ". " and len(word.word) > 1) or word.word.endswith("'s"):
        return False
    closes = not text[following.end :].strip() or text[following.end] in ".,;:!?)\n"
    return may_follow(following, words[start], closes=closes) or is_particle(following) or is_initial(following)
