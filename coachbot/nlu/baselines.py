"""What two simple ways would score on the same rows: always the commonest label, and a few telling words a label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

KEYWORDS = 12  # a label
LEAST = 3  # rows a word stands in before it can tell anything
_WORD = re.compile(r"[a-z']{2,}")


def commonest(labels: Sequence[str]) -> str:
    """The label that most rows have."""
    return Counter(labels).most_common(1)[0][0]


def keywords(texts: Sequence[str], labels: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """For each label the words that lean to it most in the training rows (log odds with one added to each count)."""
    everywhere = Counter(word for text in texts for word in _words(text))
    within = {label: Counter[str]() for label in set(labels)}
    for text, label in zip(texts, labels, strict=True):
        within[label].update(_words(text))
    sizes = Counter(labels)
    return {label: _telling(counts, everywhere, sizes[label], len(texts)) for label, counts in within.items()}


def _telling(counts: Counter[str], everywhere: Counter[str], inside: int, rows: int) -> tuple[str, ...]:
    def lean(word: str) -> float:
        here, elsewhere = counts[word] + 1, everywhere[word] - counts[word] + 1
        return log(here / (inside + 2)) - log(elsewhere / (rows - inside + 2))

    common = [word for word in counts if everywhere[word] >= LEAST]
    return tuple(sorted(common, key=lambda word: (-lean(word), word))[:KEYWORDS])


def by_keyword(text: str, telling: Mapping[str, tuple[str, ...]], otherwise: str) -> str:
    """The label whose words the text holds most of; the commonest label where it holds none."""
    found = _words(text)
    hits = {label: len(found & set(words)) for label, words in telling.items()}
    best = max(sorted(hits), key=lambda label: hits[label])
    return best if hits[best] else otherwise


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
