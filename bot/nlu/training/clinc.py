"""CLINC150 (Larson and others, 2019): which of 150 intents a short message has, and whether it has any of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from bot.nlu.features import Vectors
from bot.nlu.training.measuring import Measured, of_groups

EACH = 10  # examples of an intent, where they are few
STRENGTH = 20.0  # inverse of the regularisation
STEPS = 1_000  # at most, of the solver
CLOSE = 1e-6  # how flat is flat: at 1e-3 vectors that lie close together count as solved before the first step
LEARNT, ASKED, OUTSIDE = "train", "test", "oos_test"  # the parts of the set's file that are used
Pair = tuple[str, str]  # text, intent


@dataclass(frozen=True, slots=True)
class Answers:
    """What one head made of the messages it was asked about: which it named rightly, and how sure it was of each, of those outside too."""

    right: NDArray[np.bool_]
    inside: NDArray[np.float64]
    outside: NDArray[np.float64]


def drawn(pairs: Sequence[Pair], seed: int, each: int = EACH) -> list[Pair]:
    """So many examples of every intent, by chance."""
    chance = random.Random(seed)
    by_intent: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_intent.setdefault(pair[1], []).append(pair)
    return [pair for intent in sorted(by_intent) for pair in chance.sample(by_intent[intent], each)]


def asked(learnt: Sequence[Pair], parts: Mapping[str, Sequence[Pair]], encode: Callable[[Sequence[str]], Vectors]) -> Answers:
    """A head learns from some examples and is asked about every message of the test, inside and outside."""
    known, inside, outside = (encode([text for text, _ in pairs]) for pairs in (learnt, parts[ASKED], parts[OUTSIDE]))
    head = LogisticRegression(C=STRENGTH, max_iter=STEPS, tol=CLOSE).fit(known.astype(np.float64), [intent for _, intent in learnt])
    right = head.predict(inside) == np.array([intent for _, intent in parts[ASKED]])
    return Answers(right, _sure(head, known, inside), _sure(head, known, outside))


def _sure(head: LogisticRegression, known: Vectors, found: Vectors) -> NDArray[np.float64]:
    """(n,): the highest raw score, times the cosine of the nearest example."""
    return np.asarray(head.decision_function(found).max(axis=1) * (found @ known.T).max(axis=1))


def accuracy(answers: Sequence[Answers]) -> Measured:
    """The mean over draws; its interval is over messages."""
    right = np.mean([each.right for each in answers], axis=0)
    return of_groups(lambda places: float(right[places].mean()), _apart(len(right)))


def parting(answers: Sequence[Answers]) -> Measured:
    """The area under the curve of inside against outside: the mean over draws; its interval is over messages."""
    inside = np.arange(len(answers[0].inside) + len(answers[0].outside)) < len(answers[0].inside)
    sure = [np.concatenate([each.inside, each.outside]) for each in answers]
    return of_groups(lambda at: float(np.mean([roc_auc_score(inside[at], each[at]) for each in sure])), _apart(len(inside)))


def _apart(rows: int) -> list[str]:
    return [str(row) for row in range(rows)]
