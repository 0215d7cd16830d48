"""A message made ready for matching. Never fails, and reads no more than its first two thousand characters unless told to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from bot.nlu.spelling import mend

READ_LIMIT = 2000
RECENT = 64  # messages that are remembered as read: many rules ask for the same one

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u20e3\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U0010ffff]"
)
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001ffff]+")
_ZALGO = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032\u2035", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u00bd": ".5",
        "\u2192": " to ",
        "\u0130": "I",
        "\U0001f51f": "10",
    }
)
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһɡοαεικνρτυкмтвнёıӏᴋɪʟᴅᴇʏᴍᴜᴄѡ", "aeopcyxijsdhgoaeiknptukmtbheilkildeymucw")
_WORD = re.compile(r"\w+(?:'\w+)*")


@dataclass(frozen=True, slots=True)
class Said:
    """One message in the forms the rules read: `text` as written but clean, `plain` for matching, its words in order and as a set."""

    text: str = field(repr=False)
    plain: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    bag: frozenset[str] = field(repr=False)

    def quote(self, start: int, end: int) -> str:
        """This stretch of `plain` as the person wrote it; where a spelling was mended, as mended."""
        source = self.text if len(self.text) == len(self.plain) else self.plain
        return source[start:end].strip()


@lru_cache(RECENT)
def said(text: str) -> Said:
    """The message, read once for all rules."""
    kept = clean(text)
    return mended(kept, lowered(kept))


def mended(kept: str, plain: str) -> Said:
    """The same from its clean text and its lower-case one."""
    plain, words = mend(plain, _WORD.findall(plain))
    return Said(kept, plain, tuple(words), frozenset(words))


def clean(text: str, limit: int = READ_LIMIT) -> str:
    """What can be seen of the first `limit` characters of the text, on one line, case kept, quotes straight."""
    head = text[:limit]
    if not (head.isascii() and head.isprintable()):
        head = _seen(head, limit)
    return " ".join(head.split())


def lowered(kept: str) -> str:
    """A clean text in lower case, with Latin letters for those of other alphabets that look the same."""
    plain = kept.lower()
    return plain if plain.isascii() else plain.translate(_LOOKALIKES)


def tidy(text: str) -> str:
    """The text for matching: clean, in lower case, common misspellings mended."""
    return said(text).plain


def lines(text: str) -> list[str]:
    """The clean, non-empty lines of a message that was written on several."""
    return [line for line in map(clean, text[:READ_LIMIT].splitlines()) if line]


def _seen(head: str, limit: int) -> str:
    shown = _UNSEEN.sub("", head).translate(_SIGNS)
    folded = unicodedata.normalize("NFKC", _ZALGO.sub(r"\1", shown))[:limit]
    return _PICTURES.sub(" ", folded.translate(_SIGNS))
