"""The heads: small linear classifiers over the embedding of a message, its hashed words and letters, and what the rules say.

A head is a weight for every feature and label, fitted by `bot.nlu.training.fitting`; the file is read here and never unpickled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load
from scipy.sparse import csr_matrix, hstack

from bot.nlu import labels
from bot.nlu.features import SIZE, Vectors, grams, hints_of
from bot.nlu.utterance import Utterance

FILE = "heads.safetensors"
DIMENSIONS = 384  # of the encoder
WEIGHT = {"asked": 0.5, "grams": 1.0, "hints": 0.7, "near": 1.0}  # of each block beside the embedding of the message


@dataclass(frozen=True, slots=True)
class Shape:
    """What one head is: its labels, and whether it sees the question that the message answers and the earlier answers."""

    labels: tuple[str, ...]
    asked: bool = False
    near: bool = False
    many: bool = False  # each label is a yes or no of its own


HEADS: Mapping[str, Shape] = {
    "concern": Shape(labels.CONCERNS, asked=True),
    "urgency": Shape(("emergency", "urgent")),
    "today": Shape(("urgent", "soon")),  # of patient_safety
    "kind": Shape(("self_danger_other", "domestic", "child_or_adult", "threat")),
    "intent": Shape(labels.INTENTS, asked=True),
    "smart": Shape(labels.SMART, many=True),
    "woop.wish": Shape(labels.WOOP["wish"]),
    "woop.outcome": Shape(labels.WOOP["outcome"], near=True),
    "woop.obstacle": Shape(labels.WOOP["obstacle"], near=True),
    "woop.plan": Shape(labels.WOOP["plan"], near=True),
    "talk": Shape(labels.TALK, asked=True),
    "depth": Shape(labels.DEPTH, asked=True),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The embeddings of a batch of messages: (n, dimensions) each; a row of zeros where there is nothing."""

    texts: Vectors
    asked: Vectors
    wishes: Vectors
    obstacles: Vectors


def features(head: str, utterances: Sequence[Utterance], seen: Seen, hashed: csr_matrix) -> csr_matrix:
    """(n, features) of one head; every head has its own, in a fixed order."""
    shape = HEADS[head]
    blocks: list[csr_matrix] = [csr_matrix(seen.texts), WEIGHT["grams"] * hashed]
    if shape.asked:
        blocks.append(csr_matrix(WEIGHT["asked"] * seen.asked))
    told = hints_of(head, utterances, {})
    if told.size:
        blocks.append(csr_matrix(WEIGHT["hints"] * told))
    if shape.near:
        blocks.append(csr_matrix(WEIGHT["near"] * _near(seen)))
    return hstack(blocks, format="csr", dtype=np.float32)


def _near(seen: Seen) -> Vectors:
    """(n, 2): how near each message is to the wish, and to the obstacle, as a cosine."""
    near = [np.sum(seen.texts * other, axis=1) for other in (seen.wishes, seen.obstacles)]
    return np.stack(near, axis=1).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Head:
    """One fitted head: its weights by block, (features, labels) each; `heat` divides the raw scores so that they are calibrated."""

    columns: slice  # of the blocks that all heads share
    bias: Vectors
    heat: float
    asked: Vectors | None
    hints: Vectors | None
    near: Vectors | None


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads at once: the two large blocks are multiplied in one go for all of them."""

    texts: Vectors  # (dimensions, all labels)
    grams: Vectors  # (2 * SIZE, all labels)
    heads: Mapping[str, Head]

    def scores(self, utterances: Sequence[Utterance], seen: Seen, hashed: csr_matrix) -> dict[str, Vectors]:
        """By head, (n, labels): probabilities; of one label out of all, or, of a head of many, of each for itself."""
        shared = seen.texts @ self.texts + WEIGHT["grams"] * (hashed @ self.grams)
        near, told = _near(seen), partial(hints_of, utterances=utterances, known={})
        return {name: self._one(name, seen, shared, told, near) for name in self.heads}

    def _one(self, name: str, seen: Seen, shared: Vectors, told: Callable[[str], Vectors], near: Vectors) -> Vectors:
        head = self.heads[name]
        raw = shared[:, head.columns] + head.bias
        if head.asked is not None:
            raw = raw + WEIGHT["asked"] * (seen.asked @ head.asked)
        if head.hints is not None:
            raw = raw + WEIGHT["hints"] * (told(name) @ head.hints)
        if head.near is not None:
            raw = raw + WEIGHT["near"] * (near @ head.near)
        return _probabilities(raw / head.heat, many=HEADS[name].many)


def _probabilities(raw: Vectors, *, many: bool) -> Vectors:
    if many:
        return np.asarray(1.0 / (1.0 + np.exp(-raw)), dtype=np.float32)
    shifted = np.exp(raw - raw.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), dtype=np.float32)


def shipped_heads() -> Heads:
    """The heads in the repository."""
    return unpacked(load((files("bot.nlu") / FILE).read_bytes()))


def unpacked(arrays: Mapping[str, NDArray[np.generic]]) -> Heads:
    """Heads from the arrays of their file."""
    names = [name for name in HEADS if f"{name}.weights" in arrays]
    parts = {name: _split(name, arrays[f"{name}.weights"].astype(np.float32)) for name in names}
    heads, start = {}, 0
    for name in names:
        width = parts[name]["texts"].shape[1]
        bias, heat = arrays[f"{name}.bias"].astype(np.float32), float(arrays[f"{name}.heat"][0])
        rest = [parts[name].get(block) for block in ("asked", "hints", "near")]
        heads[name] = Head(slice(start, start + width), bias, heat, *rest)
        start += width
    texts, hashed = (np.concatenate([parts[name][block] for name in names], axis=1) for block in ("texts", "grams"))
    return Heads(texts, hashed, heads)


def _split(name: str, weights: Vectors) -> dict[str, Vectors]:
    """The rows of one head's weights by block, in the order of `features`."""
    shape, dimensions = HEADS[name], DIMENSIONS
    sizes = {"texts": dimensions, "grams": 2 * SIZE, "asked": dimensions if shape.asked else 0}
    sizes |= {"hints": hints_of(name, [Utterance("")], {}).shape[1], "near": 2 if shape.near else 0}
    parts, start = {}, 0
    for block, size in sizes.items():
        if size:
            parts[block] = weights[start : start + size]
        start += size
    return parts


def hashed_of(utterances: Sequence[Utterance]) -> csr_matrix:
    """The hashed words and letters of a batch."""
    return grams([utterance.text for utterance in utterances])
