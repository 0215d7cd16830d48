"""Adapting the encoder to how staff write: small low-rank changes to its upper layers, learnt from the training rows.

The lower layers stay as they are, so what they make of every row is computed once. Several heads are learnt at once and thrown away;
those that are used are fitted afterwards (`fitting`). One thread: the same rows give the same bytes on the same machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import torch
from safetensors.torch import save
from torch import Tensor, nn

from bot.nlu.adapter import FIRST, STRENGTH, changed_places
from bot.nlu.training.rows import Row, rows

EPOCHS, BATCH, RANK = 4, 32, 16
RATE, HEAD_RATE, WARMING = 1e-3, 2e-3, 0.1
LONGEST = 128  # tokens
SMOOTHING = 0.05
SHARP = 8.0  # what a vector of length 1 is multiplied by before a head
LEFT_OUT = 8  # one family in so many is kept from the adapter, so that bars can be set on rows it never saw
SEED = 1
Label = Callable[[Row], str]


@dataclass(frozen=True, slots=True)
class Subject:
    """Rows that share their heads. `heads`: by name, the label of a row. `weight` is that of their loss."""

    rows: Sequence[Row]
    heads: Mapping[str, Label]
    weight: float = 1.0


@dataclass(slots=True)
class Learner:
    """What is being learnt, and from what."""

    bert: Any
    subjects: Sequence[Subject]
    lower: dict[str, Tensor]  # by text, (tokens, dimensions)
    heads: nn.ModuleDict
    labels: dict[str, list[str]]
    weights: dict[str, Tensor]
    steps: Any = field(default=None)
    pace: Any = field(default=None)


def left_out(row: Row) -> bool:
    """Whether this row's family is one that the encoder is not adapted on."""
    return crc32(row["family"].encode()) % LEFT_OUT == 0


def subjects() -> list[Subject]:
    """Everything that is learnt at once."""

    def kept(name: str) -> list[Row]:
        return [row for row in rows(name) if not left_out(row)]

    danger: dict[str, Label] = {"concern": _column("concern"), "danger": lambda row: str(row["concern"] == "crisis")}
    letters = {f"smart_{place}": _letter(place) for place in range(5)}
    made = [Subject(kept("concern"), danger, 2.0), Subject(kept("smart"), letters, 5**-0.5)]
    made += [Subject(kept(name), {name: _column(name)}) for name in ("intent", "talk", "depth")]
    for step in ("wish", "outcome", "obstacle", "plan"):
        made.append(Subject([row for row in kept("woop") if row["step"] == step], {f"woop_{step}": _column("verdict")}))
    return made


def _column(name: str) -> Label:
    return lambda row: row[name]


def _letter(place: int) -> Label:
    return lambda row: row["letters"][place]


class Low(nn.Module):
    """A linear layer with a low-rank change beside it."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / layer.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, values: Tensor) -> Tensor:
        changed: Tensor = self.layer(values) + STRENGTH * (values @ self.down.T) @ self.up.T
        return changed


def adapt(model: Any, told: Callable[[str], None]) -> bytes:
    """The adapter's file, learnt from the training rows; `model` (a SentenceTransformer in float32) is used up by it."""
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    bert, learnt = model[0].auto_model, subjects()
    lower = _lower(model, sorted({row["text"] for subject in learnt for row in subject.rows}, key=len))
    told(f"{len(lower)} texts")
    changes = _changed(bert)
    learner = _learner(bert, learnt, lower, list(changes.values()))
    for epoch in range(EPOCHS):
        told(f"epoch {epoch + 1} of {EPOCHS}: loss {_epoch(learner, chance):.3f}")
    packed: bytes = save({f"{name}.{part}": getattr(low, part).detach().half() for name, low in changes.items() for part in ("down", "up")})
    return packed


def _changed(bert: Any) -> dict[str, Low]:
    """Put a change beside every layer that may have one; nothing else is learnt in the encoder."""
    for parameter in bert.parameters():
        parameter.requires_grad_(False)
    changes = {}
    for name, parent, attribute in list(changed_places(bert)):
        changes[name] = Low(getattr(parent, attribute))
        setattr(parent, attribute, changes[name])
    return changes


def _learner(bert: Any, learnt: Sequence[Subject], lower: dict[str, Tensor], changes: Sequence[Low]) -> Learner:
    labels = {head: sorted({label(row) for row in each.rows}) for each in learnt for head, label in each.heads.items()}
    width = next(iter(lower.values())).shape[1]
    heads = nn.ModuleDict({head: nn.Linear(width, len(names)) for head, names in labels.items()})
    weights = {head: _rare(each, label, labels[head]) for each in learnt for head, label in each.heads.items()}
    learner = Learner(bert, learnt, lower, heads, labels, weights)
    small = [parameter for low in changes for parameter in (low.down, low.up)]
    learner.steps = torch.optim.AdamW([{"params": small, "lr": RATE}, {"params": heads.parameters(), "lr": HEAD_RATE}], weight_decay=0.01)
    total = EPOCHS * sum(-(-len(each.rows) // BATCH) for each in learnt) + 1
    learner.pace = torch.optim.lr_scheduler.OneCycleLR(learner.steps, max_lr=[RATE, HEAD_RATE], total_steps=total, pct_start=WARMING)
    return learner


def _rare(subject: Subject, label: Label, names: Sequence[str]) -> Tensor:
    """Rare labels weigh more: by the root of how rare they are."""
    counts = [sum(label(row) == name for row in subject.rows) for name in names]
    return torch.tensor([(len(subject.rows) / len(names) / count) ** 0.5 for count in counts])


# -- what the lower layers make of the texts ------------------------------------------------------------------------------------


def _lower(model: Any, texts: Sequence[str]) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    model.eval()
    for start in range(0, len(texts), BATCH):
        found |= _lower_batch(model, texts[start : start + BATCH])
    return found


def _lower_batch(model: Any, texts: Sequence[str]) -> dict[str, Tensor]:
    tokens = model.tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    ids, mask = tokens["input_ids"], tokens["attention_mask"]
    with torch.inference_mode():
        values = model[0].auto_model.embeddings(input_ids=ids, token_type_ids=torch.zeros_like(ids))
        values = _through(model[0].auto_model.encoder.layer[:FIRST], values, mask.float())
    return {text: values[row, : int(mask[row].sum())].clone() for row, text in enumerate(texts)}


def _through(layers: Any, values: Tensor, mask: Tensor) -> Tensor:
    hidden = (1.0 - mask[:, None, None, :]) * -1e9
    for layer in layers:
        result = layer(values, attention_mask=hidden)
        values = result[0] if isinstance(result, tuple) else result
    return values


# -- one epoch ------------------------------------------------------------------------------------------------------------------


def _epoch(learner: Learner, chance: random.Random) -> float:
    """The mean loss of one pass over every row, in batches of like length and in an order of chance."""
    learner.bert.train()
    batches = [(each, batch) for each in learner.subjects for batch in _batches(learner, each, chance)]
    chance.shuffle(batches)
    return sum(_step(learner, subject, batch) for subject, batch in batches) / len(batches)


def _batches(learner: Learner, subject: Subject, chance: random.Random) -> list[list[Row]]:
    shuffled = chance.sample(list(subject.rows), len(subject.rows))
    ordered = sorted(shuffled, key=lambda row: len(learner.lower[row["text"]]) // 6)
    return [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]


def _step(learner: Learner, subject: Subject, batch: Sequence[Row]) -> float:
    vectors = _vectors(learner, batch)
    losses = [_loss(learner, head, [label(row) for row in batch], vectors) for head, label in subject.heads.items()]
    loss = subject.weight * torch.stack(losses).sum()
    learner.steps.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([each for group in learner.steps.param_groups[:1] for each in group["params"]], 1.0)
    learner.steps.step()
    learner.pace.step()
    return float(loss.detach())


def _vectors(learner: Learner, batch: Sequence[Row]) -> Tensor:
    """(rows, dimensions) of length 1: the mean of the upper layers' output."""
    lower = [learner.lower[row["text"]] for row in batch]
    values = torch.nn.utils.rnn.pad_sequence(lower, batch_first=True)
    mask = torch.nn.utils.rnn.pad_sequence([torch.ones(len(each)) for each in lower], batch_first=True)
    upper = _through(learner.bert.encoder.layer[FIRST:], values, mask)
    mean = (upper * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
    return torch.nn.functional.normalize(mean, dim=-1)


def _loss(learner: Learner, head: str, labels: Sequence[str], vectors: Tensor) -> Tensor:
    true = torch.tensor([learner.labels[head].index(label) for label in labels])
    said = learner.heads[head](SHARP * vectors)
    return torch.nn.functional.cross_entropy(said, true, weight=learner.weights[head], label_smoothing=SMOOTHING)
