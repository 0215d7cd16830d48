"""How good a reading is: the figures that are reported, each with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn.metrics import cohen_kappa_score, f1_score

ROUNDS = 1_000  # of the bootstrap
SEED = 7
Metric = Callable[[Sequence[str], Sequence[str]], float]
Places = NDArray[np.int64]


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
    """A figure over labels, with its interval by bootstrap over rows (percentiles, seeded)."""
    if not true:
        return Measured(float("nan"), float("nan"), float("nan"), 0)
    rows, chance = len(true), np.random.default_rng(SEED)
    told, heard = np.array(true), np.array(said)
    drawn = [_of(metric, told, heard, chance.integers(0, rows, rows)) for _ in range(ROUNDS)]
    return Measured(metric(true, said), float(np.percentile(drawn, 2.5)), float(np.percentile(drawn, 97.5)), rows)


def of_groups(figure: Callable[[Places], float], groups: Sequence[str]) -> Measured:
    """A figure of the rows in such places; its interval draws whole groups again, for rows of one group go together."""
    names, belongs = np.unique(np.array(groups), return_inverse=True)
    members, chance = [np.flatnonzero(belongs == group) for group in range(len(names))], np.random.default_rng(SEED)
    drawn = [figure(np.concatenate([members[group] for group in chance.integers(0, len(names), len(names))])) for _ in range(ROUNDS)]
    value = figure(np.arange(len(groups)))
    return Measured(value, float(np.percentile(drawn, 2.5)), float(np.percentile(drawn, 97.5)), len(groups))


def _of(metric: Metric, true: NDArray[np.str_], said: NDArray[np.str_], places: NDArray[np.int64]) -> float:
    return metric(true[places].tolist(), said[places].tolist())


def macro_f1(true: Sequence[str], said: Sequence[str]) -> float:
    """The mean of the F1 of every label that occurs among the true ones."""
    return float(f1_score(true, said, average="macro", labels=sorted(set(true)), zero_division=0.0))


def accuracy(true: Sequence[str], said: Sequence[str]) -> float:
    return float(np.mean([a == b for a, b in zip(true, said, strict=True)]))


def kappa_of(order: Sequence[str]) -> Metric:
    """Quadratic weighted kappa over labels that have an order."""

    def kappa(true: Sequence[str], said: Sequence[str]) -> float:
        places = [[order.index(label) for label in labels] for labels in (true, said)]
        return float(np.nan_to_num(cohen_kappa_score(*places, weights="quadratic", labels=list(range(len(order))))))

    return kappa
