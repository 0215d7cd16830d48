"""The curve that the bars of `bot.nlu.merging` are read off: rows that neither the adapter nor the head has seen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bot.nlu.embedder import Encoder
from bot.nlu.heads import HEADS
from bot.nlu.training.adapting import left_out
from bot.nlu.training.fitting import lessons, matrix_of, weights_of
from bot.nlu.training.rows import Row

BARS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
GROUPS: tuple[tuple[str, Callable[[Row], bool]], ...] = (
    ("crisis, explicit", lambda row: row["concern"] == "crisis" and row["form"] == "explicit"),
    ("crisis, indirect", lambda row: row["concern"] == "crisis" and row["form"] == "indirect"),
    ("harmless", lambda row: row["concern"] == "none" and row["form"] == "benign"),
    ("hard negative", lambda row: row["concern"] == "none" and row["form"] != "benign"),
    ("another concern", lambda row: row["concern"] not in ("crisis", "none", "")),
    ("an ordinary day", lambda row: row["concern"] == ""),
)


def curve(encoder: Encoder, heat: float) -> list[str]:
    """A line a bar: the share of each group whose probability of crisis is above it."""
    lesson = lessons()["concern"]
    seen, unseen = ([row for row in lesson.rows if left_out(row) is out] for out in (False, True))
    labels = np.array([row["concern"] or "none" for row in seen])
    weights, bias = weights_of("concern", matrix_of("concern", seen, encoder), labels)
    raw = (matrix_of("concern", unseen, encoder) @ weights + bias) / heat
    danger = _softmax(raw)[:, HEADS["concern"].labels.index("crisis")]
    names = [f"{name} ({sum(map(belongs, unseen))})" for name, belongs in GROUPS]
    return ["bar   " + "  ".join(names), *(_line(bar, unseen, danger) for bar in BARS)]


def _line(bar: float, unseen: list[Row], danger: NDArray[np.float64]) -> str:
    shares = [np.mean([danger[place] >= bar for place, row in enumerate(unseen) if belongs(row)] or [np.nan]) for _, belongs in GROUPS]
    return f"{bar:<5} " + "  ".join(f"{share:.3f}" for share in shares)


def _softmax(raw: NDArray[np.float64]) -> NDArray[np.float64]:
    shifted = np.exp(raw - raw.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))
