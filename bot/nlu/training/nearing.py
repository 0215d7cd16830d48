"""Tuning the encoder on a few examples a label: small low-rank changes, learnt so that examples of one label lie near each other.

The loss is supervised contrast (SupCon; Khosla and others, 2020); the changes are those of the adapter. One thread: the same examples give
the same encoder on the same machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from bot.nlu.training.adapting import beside
from bot.nlu.training.layered import means

EPOCHS, RATE, WARMING = 8, 1e-3, 0.1
TOGETHER, GROUPS = 5, 25  # examples of one label that stand in a batch together; such groups in a batch
SHARP = 1 / 0.07  # what a cosine is multiplied by
NEVER = -1e4  # instead of the cosine of a text with itself


def near(model: Any, texts: Sequence[str], labels: Sequence[str], seed: int, told: Callable[[str], None]) -> None:
    """Change `model` (a SentenceTransformer in float32) in place."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    small = [parameter for low in beside(model[0].auto_model).values() for parameter in (low.down, low.up)]
    steps = torch.optim.AdamW(small, lr=RATE, weight_decay=0.01)
    total = EPOCHS * len(list(_batches(labels, chance)))
    pace = torch.optim.lr_scheduler.OneCycleLR(steps, max_lr=RATE, total_steps=total + 1, pct_start=WARMING)
    model.train()
    for epoch in range(EPOCHS):
        for places in _batches(labels, chance):
            vectors = means(model, [texts[place] for place in places], [-1])[0]
            _step(contrast(vectors, [labels[place] for place in places]), small, steps)
            pace.step()
        told(f"tuning, pass {epoch + 1} of {EPOCHS}")
    model.eval()


def _step(loss: Tensor, small: list[nn.Parameter], steps: Any) -> None:
    steps.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(small, 1.0)
    steps.step()


def _batches(labels: Sequence[str], chance: random.Random) -> Iterator[list[int]]:
    """Places of examples: every one once, in groups of one label."""
    groups = []
    for label in sorted(set(labels)):
        places = [place for place, each in enumerate(labels) if each == label]
        groups += _pieces(chance.sample(places, len(places)), TOGETHER)
    chance.shuffle(groups)
    for some in _pieces(groups, GROUPS):
        yield [place for group in some for place in group]


def _pieces(found: list[Any], size: int) -> list[list[Any]]:
    return [found[start : start + size] for start in range(0, len(found), size)]


def contrast(vectors: Tensor, labels: Sequence[str]) -> Tensor:
    """How far the vectors (n, dimensions; of length 1) are from lying nearest to those of their own label."""
    places = torch.tensor([sorted(set(labels)).index(label) for label in labels])
    itself = torch.eye(len(labels), dtype=torch.bool)
    scores = (SHARP * vectors @ vectors.T).masked_fill(itself, NEVER)
    same = (places[:, None] == places[None, :]) & ~itself
    shares = scores - torch.logsumexp(scores, dim=1, keepdim=True)
    found = same.any(dim=1)
    return -((shares * same).sum(1)[found] / same.sum(1)[found]).mean()
