"""Slips of the thumb, made on purpose: letters swapped, dropped or doubled, signs left out."""

from __future__ import annotations

import random

EVERY = 8  # words to one that is misspelt, and one at the least
SHORTEST = 4  # letters of a word that is
NO_APOSTROPHES, NO_STOPS = 0.3, 0.2  # how often they are left out


def slipped(text: str, chance: random.Random) -> str:
    """The text as somebody in a hurry types it; its meaning is the same."""
    words = text.split(" ")
    for _ in range(max(1, len(words) // EVERY)):
        place = chance.randrange(len(words))
        words[place] = _misspelt(words[place], chance)
    text = " ".join(words)
    if chance.random() < NO_APOSTROPHES:
        text = text.replace("'", "")
    return text.replace(".", "").replace(",", "") if chance.random() < NO_STOPS else text


def _misspelt(word: str, chance: random.Random) -> str:
    if len(word) < SHORTEST:
        return word
    at, way = chance.randrange(1, len(word) - 1), chance.randrange(3)
    if way == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if way == 1 else word[:at] + word[at] + word[at:]
