"""Fitting the heads from the rows: convex, without chance, so the same rows give the same bytes on the same machine.

On one thread: sums that several threads share out come in another order, and a solver that stops near the best place stops elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from scipy.optimize import minimize_scalar
from scipy.sparse import diags
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.nlu.embedder import Encoder, seen_by
from bot.nlu.features import SIZE
from bot.nlu.heads import DIMENSIONS, HEADS, features, hashed_of
from bot.nlu.training.adapting import left_out, ordinary
from bot.nlu.training.rows import Row, rows

STRENGTH = {"concern": 0.3, "intent": 20.0, "talk": 2.0, "depth": 5.0}  # inverse of the regularisation, where it is not the usual
HASHED = {"intent": 0.6}  # how much less a head hears of hashed words and letters, where it is not as much
AS_THEY_COME = ("concern", "intent")  # how rare a label is belongs to what a probability of it means
USUAL = 10.0
ORDINARY = ("intent", "smart", "woop", "talk")
STEPS = 600  # at most, of the solver
Sparse = Any  # a csr_matrix of (rows, features)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one head learns from: its rows, and the label of each (or a row of yes and no)."""

    rows: Sequence[Row]
    labels: NDArray[np.object_] | NDArray[np.bool_]


def lessons() -> dict[str, Lesson]:
    """What every head learns from the training rows."""
    made = {name: _one_label(take()) for name, take in _ROWS.items()}
    return made | {"smart": _letters(rows("smart"))}


def _one_label(pairs: list[tuple[Row, str]]) -> Lesson:
    return Lesson([row for row, _ in pairs], np.array([label for _, label in pairs], dtype=object))


def _letters(found: list[Row]) -> Lesson:
    met = [["SMART"[place] == sign for place, sign in enumerate(row["letters"])] for row in found]
    order = [0, 1, 4, 2, 3]  # the letters in the order of labels.SMART
    return Lesson(found, np.array(met, dtype=bool).reshape(-1, 5)[:, order])


def _column(name: str, column: str) -> Callable[[], list[tuple[Row, str]]]:
    return lambda: [(row, row[column]) for row in rows(name)]


def _woop(step: str) -> Callable[[], list[tuple[Row, str]]]:
    return lambda: [(row, row["verdict"]) for row in rows("woop") if row["step"] == step]


def _urgency() -> list[tuple[Row, str]]:
    return [(row, row["urgency"]) for row in rows("concern") if row["urgency"] in HEADS["urgency"].labels]


def _today() -> list[tuple[Row, str]]:
    return [(row, row["urgency"]) for row in rows("concern") if row["concern"] == "patient_safety"]


def _kind() -> list[tuple[Row, str]]:
    return [(row, row["form"]) for row in rows("concern") if row["concern"] == "safeguarding"]


def _concern() -> list[tuple[Row, str]]:
    """The rows of the set, and what people say to a coach on an ordinary day: the other sets, where no phrase finds a concern."""
    calm = [row for name in ORDINARY for row in rows(name) if ordinary(row)]
    return [(row, row["concern"]) for row in rows("concern")] + [(row, "none") for row in calm]


_ROWS: Mapping[str, Callable[[], list[tuple[Row, str]]]] = {
    "concern": _concern,
    "urgency": _urgency,
    "today": _today,
    "kind": _kind,
    "intent": _column("intent", "intent"),
    "talk": _column("talk", "talk"),
    "depth": _column("depth", "depth"),
    **{f"woop.{step}": _woop(step) for step in ("wish", "outcome", "obstacle", "plan")},
}


def fit_all(encoder: Encoder, told: Callable[[str], None], only: str = "") -> bytes:
    """Every head from its rows (or `only` this one), as the bytes of their file."""
    arrays: dict[str, NDArray[np.generic]] = {}
    with threadpool_limits(limits=1):
        for name, lesson in lessons().items():
            if only in ("", name):
                told(f"{name}: {len(lesson.rows)} rows")
                arrays |= _fitted(name, lesson, matrix_of(name, lesson.rows, encoder))
    packed: bytes = save(arrays)
    return packed


def matrix_of(name: str, found: Sequence[Row], encoder: Encoder) -> Sparse:
    utterances = [row.utterance for row in found]
    return features(name, utterances, seen_by(encoder, utterances), hashed_of(utterances))


def _fitted(name: str, lesson: Lesson, matrix: Sparse) -> dict[str, NDArray[np.generic]]:
    fit = _fit_many if HEADS[name].many else weights_of
    weights, bias = fit(name, matrix, lesson.labels)
    heat = np.array([_heat(name, *_unseen(name, lesson, matrix))], dtype=np.float32)
    return {
        f"{name}.weights": np.ascontiguousarray(weights, dtype=np.float16),
        f"{name}.bias": bias.astype(np.float32),
        f"{name}.heat": heat,
    }


Fitted = tuple[NDArray[np.float64], NDArray[np.float64]]


def weights_of(name: str, matrix: Sparse, labels: NDArray[np.generic]) -> Fitted:
    """Weights (features, labels) in the head's own order of labels."""
    scale = _scale(name, matrix.shape[1])
    model = _solver(name).fit(matrix @ diags(scale), labels.astype(str))
    coefficients = model.coef_ * scale
    order = [list(model.classes_).index(label) for label in HEADS[name].labels]
    if len(order) == 2:  # the solver gives one column for two labels
        weights, bias = np.vstack([-coefficients[0], coefficients[0]]) / 2, np.array([-model.intercept_[0], model.intercept_[0]]) / 2
        return weights[order].T, bias[order]
    return coefficients[order].T, model.intercept_[order]


def _scale(name: str, width: int) -> NDArray[np.float32]:
    """What each feature is multiplied by while a head is fitted; its weights are of the features as they come."""
    scale = np.ones(width, dtype=np.float32)
    scale[DIMENSIONS : DIMENSIONS + 2 * SIZE] = HASHED.get(name, 1.0)
    return scale


def _fit_many(name: str, matrix: Sparse, labels: NDArray[np.generic]) -> Fitted:
    models = [_solver(name).fit(matrix, labels[:, column]) for column in range(labels.shape[1])]
    return np.stack([model.coef_[0] for model in models], axis=1), np.array([model.intercept_[0] for model in models])


def _solver(name: str) -> LogisticRegression:
    weight = None if name in AS_THEY_COME else "balanced"
    return LogisticRegression(C=STRENGTH.get(name, USUAL), max_iter=STEPS, class_weight=weight, solver="lbfgs", tol=1e-4)


def _unseen(name: str, lesson: Lesson, matrix: Sparse) -> tuple[NDArray[np.float64], NDArray[np.generic]]:
    """Raw scores, and labels, of the rows that the adapter has not seen, by a head that has not seen them either."""
    out = np.array([left_out(row) for row in lesson.rows])
    fit = _fit_many if HEADS[name].many else weights_of
    weights, bias = fit(name, matrix[~out], lesson.labels[~out])
    return matrix[out] @ weights + bias, lesson.labels[out]


def _heat(name: str, raw: NDArray[np.float64], labels: NDArray[np.generic]) -> float:
    """What to divide raw scores by so that probabilities mean what they say: temperature scaling (Guo and others, 2017)."""
    found = minimize_scalar(lambda heat: _loss(name, raw / heat, labels), bounds=(0.2, 5.0), method="bounded")
    return round(float(found.x), 4)


def _loss(name: str, raw: NDArray[np.float64], labels: NDArray[np.generic]) -> float:
    if HEADS[name].many:
        signed = np.where(labels, raw, -raw)
        return float(np.mean(np.logaddexp(0.0, -signed)))
    columns = [HEADS[name].labels.index(str(label)) for label in labels]
    top = raw.max(axis=1)
    total = top + np.log(np.exp(raw - top[:, None]).sum(axis=1))
    return float(np.mean(total - raw[np.arange(len(columns)), columns]))
