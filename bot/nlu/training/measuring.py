"""How good a reading is: the figures that are reported, each with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn.metrics import cohen_kappa_score, f1_score

ROUNDS = 1_000  # of the bootstrap
SEED = 7
Weights = NDArray[np.int64]
Places = NDArray[np.int64]


class Metric(Protocol):
    """A figure of labels that are true and labels that were said; each pair counts as often as its weight says."""

    def __call__(self, true: Sequence[str], said: Sequence[str], weights: Weights | None = None, /) -> float: ...


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its 95 % interval and the number of rows it rests on."""

    value: float
    low: float
    high: float
    rows: int


def share(hits: Sequence[bool]) -> Measured:
    """A proportion, with its exact interval (Clopper and Pearson, 1934); NaN of nothing."""
    if not hits:
        return Measured(float("nan"), float("nan"), float("nan"), 0)
    found = binomtest(sum(hits), len(hits)).proportion_ci(method="exact")
    return Measured(sum(hits) / len(hits), float(found.low), float(found.high), len(hits))


def of_labels(metric: Metric, true: Sequence[str], said: Sequence[str]) -> Measured:
    """A figure over labels, with its interval by bootstrap over rows (percentiles, seeded).

    A draw is how often each pair of labels is in it: the metric is told some hundred pairs with their weights, not thousands of rows.
    """
    if not true:
        return Measured(float("nan"), float("nan"), float("nan"), 0)
    rows, chance = len(true), np.random.default_rng(SEED)
    pairs, kind = np.unique(np.array([true, said]), axis=1, return_inverse=True)
    told, heard = pairs.tolist()
    counts = [np.bincount(kind.ravel()[chance.integers(0, rows, rows)], minlength=len(told)) for _ in range(ROUNDS)]
    drawn = [metric(told, heard, count) for count in counts]
    value = metric(told, heard, np.bincount(kind.ravel()))
    return Measured(value, float(np.percentile(drawn, 2.5)), float(np.percentile(drawn, 97.5)), rows)


def of_groups(figure: Callable[[Places], float], groups: Sequence[str]) -> Measured:
    """A figure of the rows in such places; its interval draws whole groups again, for rows of one group go together."""
    names, belongs = np.unique(np.array(groups), return_inverse=True)
    members, chance = [np.flatnonzero(belongs == group) for group in range(len(names))], np.random.default_rng(SEED)
    drawn = [figure(np.concatenate([members[group] for group in chance.integers(0, len(names), len(names))])) for _ in range(ROUNDS)]
    value = figure(np.arange(len(groups)))
    return Measured(value, float(np.percentile(drawn, 2.5)), float(np.percentile(drawn, 97.5)), len(groups))


def macro_f1(true: Sequence[str], said: Sequence[str], weights: Weights | None = None) -> float:
    """The mean of the F1 of every label that occurs among the true ones, of which each counts as often as its weight says."""
    drawn = true if weights is None else [label for label, weight in zip(true, weights, strict=True) if weight]
    return float(f1_score(true, said, average="macro", labels=sorted(set(drawn)), zero_division=0.0, sample_weight=weights))


def accuracy(true: Sequence[str], said: Sequence[str]) -> float:
    return float(np.mean([a == b for a, b in zip(true, said, strict=True)]))


def kappa_of(order: Sequence[str]) -> Metric:
    """Quadratic weighted kappa over labels that have an order."""

    def kappa(true: Sequence[str], said: Sequence[str], weights: Weights | None = None) -> float:
        places, every = [[order.index(label) for label in labels] for labels in (true, said)], list(range(len(order)))
        return float(np.nan_to_num(cohen_kappa_score(*places, weights="quadratic", labels=every, sample_weight=weights)))

    return kappa
