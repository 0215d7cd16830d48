"""Which words a way of saying something cannot do without: worked out from the way itself, so that no list can fall behind.

Understands the part of regular expressions that the tables use: words, groups, alternatives, and what may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

# The commonest words of messages like these, the most common first: poor anchors.
_COMMONEST = """
    i the to and a my of it in for is me that on with was i'm not but have at be they all so no just this it's you as do if one up
    what when out like or now from are get an go her she had he don't can work by time been about day even am there we after their
    know how back think someone off only still want never would your last because who them then ward make more going people will than
    before good him i've can't too got really over did his same home say said some into every that's any where our has here which
    night shift next today were down other could things away need see i'd feel anyone us should patient patients week new most keep
    right take again two nothing done being told another put left first life way long it'd i'll something everyone without head tell
    own end
    """
COMMON = tuple(_COMMONEST.split())
_COST = {word: 400 // (place + 4) + 2 for place, word in enumerate(COMMON)}
_MOST = 400  # spellings of one slot: a slot with more is no anchor
_ANYTHING = "_"  # stands for what is open
_WORD = re.compile(r"\w+(?:'\w+)*")
_PIECE = re.compile(r"\\.|\[\^?\]?[^\]]*\]|.", re.DOTALL)
_BRACKET = re.compile(r"\\.|\[\^?\]?[^\]]*\]|[()]")
_QUANTITY = re.compile(r"(?:[?*+]|\{\d*,?\d*\})?\??")
_BETWEEN_WORDS = re.compile(r"\[[ .,!?;:()\"]+\]|\\[.?!]|[,;:.!?=]")
_LETTERS = re.compile(r"\[[a-z]+\]")
_OPTIONAL = ("?", "*", "{0", "{,")
Piece = tuple[str, str]  # a letter, class, escape or group, and how often it comes


def anchors(way: str) -> tuple[frozenset[str], ...]:
    """Sets of words, one word of each of which is in every text that this way finds; the rarest set first.

    None where the way is too open to say.
    """
    choices = {frozenset(map(_rarest, _spellings(slot))) for slot in _slots(way)}
    return tuple(sorted((choice for choice in choices if choice and "" not in choice), key=_cost))


def openings(way: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words, and beginnings of words, one of which every text that this way finds begins with; none where it is too open to say."""
    firsts = [_WORD.match(spelling) for spelling in _spellings(next(_slots(way)))]
    words = {found[0] if found else _ANYTHING for found in firsts}
    stems = {word.partition(_ANYTHING)[0] for word in words if _ANYTHING in word}
    return (frozenset(), ()) if "" in stems else (frozenset(word for word in words if _ANYTHING not in word), tuple(stems))


def alternatives(ways: str) -> list[str]:
    """The ways between the "|" of the outermost level."""
    found = [""]
    for body, quantity in _pieces(ways):
        if body == "|":
            found.append("")
        else:
            found[-1] += body + quantity
    return found


@cache
def _pieces(way: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    while at < len(way):
        end = _closing(way, at) if way[at] == "(" else _end(_PIECE, way, at)
        after = _end(_QUANTITY, way, end)
        found += _inlined(way[at:end], way[end:after])
        at = after
    return tuple(found)


def _inlined(body: str, quantity: str) -> tuple[Piece, ...]:
    """A group that has one alternative and comes once is no more than its pieces."""
    if quantity or not body.startswith("(?:"):
        return ((body, quantity),)
    inner = _pieces(body[3:-1])
    return ((body, quantity),) if ("|", "") in inner else inner


def _end(pattern: re.Pattern[str], way: str, at: int) -> int:
    found = pattern.match(way, at)
    return found.end() if found else at


def _closing(way: str, at: int) -> int:
    """Where the group that opens here ends."""
    depth = 0
    for found in _BRACKET.finditer(way, at):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(way)


def _slots(way: str) -> Iterator[list[Piece]]:
    """The way cut at its spaces."""
    slot: list[Piece] = []
    for piece in _pieces(way):
        if piece in ((" ", ""), ("[ ]", "")):
            yield slot
            slot = []
        else:
            slot.append(piece)
    yield slot


def _spellings(pieces: Iterable[Piece]) -> frozenset[str]:
    """Everything that these pieces can stand for; empty where that is too much."""
    found = frozenset({""})
    for body, quantity in pieces:
        options = _options(body, quantity)
        if not 0 < len(found) * len(options) <= _MOST:
            return frozenset()
        found = frozenset({before + after for before in found for after in options})
    return found


def _options(body: str, quantity: str) -> frozenset[str]:
    once = _once(body)
    if not quantity or (quantity == "+" and _BETWEEN_WORDS.fullmatch(body)):
        return once
    if not quantity.startswith(_OPTIONAL):
        return frozenset({option + _ANYTHING for option in once}) if len(body) == 1 or body[0] in "[\\" else once
    if body in (" ", "[ ]"):
        return frozenset({_ANYTHING})
    apart = all(option[:1] == " " or option[-1:] == " " for option in once)
    return frozenset({""}) if apart else once | {""}


@cache
def _once(body: str) -> frozenset[str]:
    if body.startswith(("(?=", "(?!", "(?<")) or body in ("^", "$", r"\b"):
        return frozenset({""})
    if body.startswith("("):
        inner = [_spellings(_pieces(way)) for way in alternatives(body.removeprefix("(?:").removesuffix(")"))]
        return frozenset().union(*inner) if all(inner) else frozenset()
    if _BETWEEN_WORDS.fullmatch(body):
        return frozenset({" "})
    if _LETTERS.fullmatch(body):
        return frozenset(body[1:-1])
    if body == "." or body[0] == "[" or body in (r"\w", r"\d", r"\s"):
        return frozenset({_ANYTHING})
    return frozenset({body[-1]})


def _cost(words: Iterable[str]) -> int:
    return sum(_COST.get(word, 1) for word in words)


def _rarest(spelling: str) -> str:
    found = [word for word in _WORD.findall(spelling) if _ANYTHING not in word]
    return min(found, key=lambda word: _COST.get(word, 1), default="")


def forget() -> None:
    """Let go of what was worked out on the way: 9 MB, needed only while a phrasebook is made."""
    _pieces.cache_clear()
    _once.cache_clear()
