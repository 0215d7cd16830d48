"""A message laid out for the rules that look for identifiers: one character for one, unseen ones left out, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_UNSEEN = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\ufeff\u20e3")
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LIKE: dict[int, int | None] = {
    **{ord(sign): ord(" ") for sign in _SPACES},
    **{ord(sign): ord("-") for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"},
    **{ord(sign): ord("'") for sign in "\u2018\u2019\u02bc\u00b4\u0060\u2032"},
    **{ord(sign): ord(".") for sign in "\u00b7\u2022\u2219\u22c5\u30fb"},
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(sign): None for sign in _UNSEEN},
    ord("\u0130"): ord("I"),  # the one sign whose small form is two
}


@dataclass(frozen=True, slots=True)
class Folded:
    """`plain` is what the rules read; `places[i]` is where its i-th character stands in the text as written (empty: at i)."""

    plain: str = field(repr=False)
    places: Sequence[int] = ()

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch of the text as written, with what cannot be seen inside it."""
        return (self.places[start], self.places[end - 1] + 1) if self.places else (start, end)


def folded(text: str) -> Folded:
    """Odd spaces, dashes, quotes and full-width signs as plain ones."""
    if text.isascii():
        return Folded(text)
    plain = text.translate(_LIKE)
    if len(plain) == len(text):
        return Folded(plain)
    return Folded(plain, [place for place, sign in enumerate(text) if sign not in _UNSEEN])
