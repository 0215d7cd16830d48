"""What a head sees of a message besides its embedding: its words and letters by hash, and the verdicts of the rules.

Needs numpy, scipy and scikit-learn, so only the model's own process imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.utils.sparsefuncs_fast import inplace_csr_row_normalize_l2

from bot.nlu import labels
from bot.nlu.concerns import cues
from bot.nlu.goals import woop_obstacle, woop_outcome, woop_plan, woop_wish
from bot.nlu.goals.smart import letters
from bot.nlu.intents import intent
from bot.nlu.tidy import said
from bot.nlu.utterance import Utterance

Vectors = NDArray[np.float32]
Hints = Callable[[Utterance], list[float]]

SIZE = 2**14  # columns of each hash
_SOME_DAY = date(2026, 6, 1)  # only whether a time is named matters here
_WORDS = HashingVectorizer(ngram_range=(1, 2), n_features=SIZE, norm=None, token_pattern=r"(?u)\b\w+(?:'\w+)?\b|[^\w\s]", dtype=np.float32)
_LETTERS = HashingVectorizer(analyzer="char_wb", ngram_range=(2, 4), n_features=SIZE, norm=None, dtype=np.float32)


def grams(texts: Sequence[str]) -> csr_matrix:
    """(n, 2 × SIZE): pairs of words and runs of letters, hashed; each half of length 1."""
    plain = [said(text).plain for text in texts]
    return hstack([_of_length_one(_WORDS.transform(plain)), _of_length_one(_LETTERS.transform(plain))], format="csr")


def _of_length_one(hashed: csr_matrix) -> csr_matrix:
    """Every row of length 1; what the vectorizers do themselves, without their checks of what they have just made."""
    inplace_csr_row_normalize_l2(hashed)
    return hashed


def hints_of(head: str, utterances: Sequence[Utterance], known: dict[Hints, Vectors]) -> Vectors:
    """(n, values): what the rules say that this head may use, and no values where it uses nothing; `known` keeps it for the others."""
    make = _HINTS.get(head, _nothing)
    if make not in known:
        known[make] = np.asarray([make(utterance) for utterance in utterances], dtype=np.float32)
    return known[make]


def _nothing(_: Utterance) -> list[float]:
    return []


def _one_hot(names: Sequence[str], name: str) -> list[float]:
    return [1.0 if each == name else 0.0 for each in names]


def _intent(utterance: Utterance) -> list[float]:
    return _one_hot(labels.INTENTS, intent(utterance.text, utterance.asked))


def _smart(utterance: Utterance) -> list[float]:
    found = letters(utterance.text, _SOME_DAY)
    return [1.0 if getattr(found, letter) else 0.0 for letter in labels.SMART]


def _wish(utterance: Utterance) -> list[float]:
    return _one_hot(labels.WOOP["wish"], woop_wish.wish(utterance.text).name)


def _outcome(utterance: Utterance) -> list[float]:
    return _one_hot(labels.WOOP["outcome"], woop_outcome.outcome(utterance.text, utterance.wish).name)


def _obstacle(utterance: Utterance) -> list[float]:
    return _one_hot(labels.WOOP["obstacle"], woop_obstacle.obstacle(utterance.text).name)


def _plan(utterance: Utterance) -> list[float]:
    return _one_hot(labels.WOOP["plan"], woop_plan.plan(utterance.text).name)


def _concern(utterance: Utterance) -> list[float]:
    return list(cues(said(utterance.text), utterance.text))


_HINTS: Mapping[str, Hints] = {
    **dict.fromkeys(("concern", "urgency", "today", "kind"), _concern),
    "intent": _intent,
    "smart": _smart,
    "woop.wish": _wish,
    "woop.outcome": _outcome,
    "woop.obstacle": _obstacle,
    "woop.plan": _plan,
}
