"""A participant's own words in a brief: proposed from what they said last, cut, and put right by them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from coaching.words import Words

MOST_WORDS = 25  # coaching.md 9.1
MOST_CHARACTERS = 200  # 25 words of English with room; it stops a text without spaces
MESSAGES = 3  # the last ones a quote is made of
BETWEEN = " / "  # of two messages; counted as a word
CUT = "…"
_WORD = re.compile(r"\S+")
_HALF_A_MARK = re.compile(r"\s*\[[^\[\]\s]*(?:\s[^\[\]\s]*)?$")
_JOINERS = "\u200c\u200d"  # of emoji and of some scripts
_UNSEEN = ("Cc", "Cf", "Cs")


def proposed(said: Sequence[Words]) -> Words:
    """A quote from a participant's last messages, the newest last: as many whole ones as fit, else the newest, cut.

    Whoever calls leaves out what was pressed, and what only asked for a person.
    """
    lines = [line for line in map(one_line, said[-MESSAGES:]) if line]
    for start in range(len(lines)):
        joined = Words(BETWEEN.join(lines[start:]))
        if fits(joined):
            return joined
    return cut(Words(lines[-1])) if lines else Words()


def edited(words: Words) -> Words:
    """The quote as the participant wants it; nothing, where they want none."""
    return cut(words)


def fits(words: Words, most: int = MOST_WORDS) -> bool:
    """Whether nothing of it would be cut."""
    line = one_line(words)
    return len(line) <= MOST_CHARACTERS and len(line.split()) <= most


def cut(words: Words, most: int = MOST_WORDS) -> Words:
    """The first words in one line, with a … at the last one where something is left out; never half of a mark like [a patient]."""
    line = one_line(words)
    if fits(words, most):
        return Words(line)
    kept = line[: _end(line, most)]
    kept = _HALF_A_MARK.sub("", kept) or kept
    return Words(kept + CUT) if kept else Words()


def one_line(words: Words) -> str:
    """The words in one line, without what cannot be seen: so that nothing they hold can pass for a line of ours, or turn one round."""
    seen = (" " if each.isspace() else each for each in words.text if each.isspace() or each in _JOINERS or _is_seen(each))
    return " ".join("".join(seen).split())


def _is_seen(each: str) -> bool:
    return unicodedata.category(each) not in _UNSEEN


def _end(line: str, most: int) -> int:
    """Where to cut: after the last whole word that leaves room for the …; within a word where not even the first one does."""
    room = MOST_CHARACTERS - len(CUT)
    ends = [word.end() for word in _WORD.finditer(line)][:most]
    return max((end for end in ends if end <= room), default=room if most else 0)
