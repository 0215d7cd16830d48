"""Adapting the encoder to how staff write: small low-rank changes to its layers, learnt from the training rows.

It is done twice, a little differently, and the mean is kept ("model soups"; Wortsman and others, 2022): better than either on rows that
neither has seen. The shipped one is the mean of four, two of them learnt when there were fewer rows (ADR 21). Several heads are learnt
at once and thrown away; those that are used are fitted afterwards (`fitting`). What people say on an ordinary day, in the rows of the
other sets, is learnt as calm. Some rows are misspelt as they are learnt, so that a slip of the thumb means nothing. One thread: the
same rows give the same bytes on the same machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import torch
from safetensors.torch import load, save
from torch import Tensor, nn

from bot.nlu.adapter import STRENGTH, changed_places
from bot.nlu.concerns import phrase_signal
from bot.nlu.training.rows import Row, rows
from bot.nlu.training.slips import slipped
from coaching.concern import CALM

EPOCHS, BATCH, RANK = 4, 32, 32
RATE, HEAD_RATE, WARMING = 1e-3, 2e-3, 0.1
LONGEST = 128  # tokens
SMOOTHING = 0.05
SHARP = 8.0  # what a vector of length 1 is multiplied by before a head
SLIPS = 0.3  # of the rows are misspelt
LEFT_OUT = 8  # one family in so many is kept from the adapter, so that bars can be set on rows it never saw
SEED = 1
NOT_ORDINARY = ("talk_to_human", "out_of_scope", "help")  # intents
UNTOLD = ""  # the label of a row that a head does not learn from
Label = Callable[[Row], str]


@dataclass(frozen=True, slots=True)
class Subject:
    """Rows that are learnt together. `heads`: by name, the label of a row. `weight` is that of their loss."""

    rows: Sequence[Row]
    heads: Mapping[str, Label]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """One way of learning: the share of values dropped on the way, and what intents and talk weigh."""

    dropped: float
    others: float


RUNS = (Run(0.1, 1.0), Run(0.2, 2.0))  # what they agree on is what the rows say


@dataclass(slots=True)
class Learner:
    """What is being learnt, and from what."""

    model: Any
    subjects: Sequence[Subject]
    heads: nn.ModuleDict
    labels: dict[str, list[str]]
    weights: dict[str, Tensor]
    small: list[nn.Parameter]
    steps: Any = field(default=None)
    pace: Any = field(default=None)


def left_out(row: Row) -> bool:
    """Whether this row's family is one that the encoder is not adapted on."""
    return crc32(row["family"].encode()) % LEFT_OUT == 0


def ordinary(row: Row) -> bool:
    """Whether a row of another set is one of an ordinary day: what a coach hears, with nothing in it that a person should know of."""
    return row["intent"] not in NOT_ORDINARY and phrase_signal(row["text"]) == CALM


def subjects(others: float) -> list[Subject]:
    """Everything that is learnt at once; `others` is what intents and talk weigh."""
    letters = {f"smart_{place}": _letter(place) for place in range(5)}
    made = [Subject(_kept("concern"), _danger(_column("concern")), 2.0), _with_calm(_kept("smart"), letters, 5**-0.5)]
    made += [_with_calm(_kept(name), {name: _column(name)}, others) for name in ("intent", "talk")]
    made.append(Subject(_kept("depth"), {"depth": _column("depth")}))
    for step in ("wish", "outcome", "obstacle", "plan"):
        made.append(_with_calm([row for row in _kept("woop") if row["step"] == step], {f"woop_{step}": _column("verdict")}))
    return made


def _kept(name: str) -> list[Row]:
    return [row for row in rows(name) if not left_out(row)]


def _with_calm(found: Sequence[Row], heads: Mapping[str, Label], weight: float = 1.0) -> Subject:
    calm = {row.place for row in found if ordinary(row)}
    return Subject(found, {**heads, **_danger(lambda row: "none" if row.place in calm else UNTOLD)}, weight)


def _danger(concern: Label) -> dict[str, Label]:
    """Which concern it is, and apart from that whether it is danger to the speaker."""

    def danger(row: Row) -> str:
        return UNTOLD if concern(row) == UNTOLD else str(concern(row) == "crisis")

    return {"concern": concern, "danger": danger}


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


def adapt(opened: Callable[[], Any], told: Callable[[str], None], before: bytes = b"") -> bytes:
    """The adapter's file, learnt from the training rows. `opened` gives a fresh SentenceTransformer in float32 for each run.

    `before` is the file of an earlier one: then it is the mean of that and of what is learnt now.
    """
    made = mean_of([_learnt(opened(), run, told) for run in RUNS])
    if before:
        made = mean_of([load(before), made])
    packed: bytes = save({name: values.half() for name, values in made.items()})
    return packed


def mean_of(adapters: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """One adapter whose changes are the mean of theirs: its rank is the sum of their ranks."""
    found = {}
    for name in adapters[0]:
        along = 0 if name.endswith(".down") else 1
        share = 1.0 if name.endswith(".down") else 1.0 / len(adapters)
        found[name] = torch.cat([share * each[name] for each in adapters], along)
    return found


def _learnt(model: Any, run: Run, told: Callable[[str], None]) -> dict[str, Tensor]:
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    learnt = subjects(run.others)
    changes = beside(model[0].auto_model)
    for each in model.modules():
        if isinstance(each, nn.Dropout):
            each.p = run.dropped
    learner = _learner(model, learnt, [parameter for low in changes.values() for parameter in (low.down, low.up)])
    told(f"{sum(len(subject.rows) for subject in learnt)} rows")
    for epoch in range(EPOCHS):
        told(f"epoch {epoch + 1} of {EPOCHS}: loss {_epoch(learner, chance):.3f}")
    return {f"{name}.{part}": getattr(low, part).detach() for name, low in changes.items() for part in ("down", "up")}


def beside(bert: Any) -> dict[str, Low]:
    """Put a change beside every layer that may have one; nothing else is learnt in the encoder."""
    for parameter in bert.parameters():
        parameter.requires_grad_(False)
    changes = {}
    for name, parent, attribute in list(changed_places(bert)):
        changes[name] = Low(getattr(parent, attribute))
        setattr(parent, attribute, changes[name])
    return changes


def _learner(model: Any, learnt: Sequence[Subject], small: list[nn.Parameter]) -> Learner:
    labels: dict[str, set[str]] = {}
    for each in learnt:
        for head, label in each.heads.items():
            labels.setdefault(head, set()).update(label(row) for row in each.rows)
    names = {head: sorted(found - {UNTOLD}) for head, found in labels.items()}
    width = model[0].auto_model.config.hidden_size
    heads = nn.ModuleDict({head: nn.Linear(width, len(found)) for head, found in names.items()})
    learner = Learner(model, learnt, heads, names, {head: _rare(learnt, head, found) for head, found in names.items()}, small)
    learner.steps = torch.optim.AdamW([{"params": small, "lr": RATE}, {"params": heads.parameters(), "lr": HEAD_RATE}], weight_decay=0.01)
    total = EPOCHS * sum(-(-len(each.rows) // BATCH) for each in learnt) + 1
    learner.pace = torch.optim.lr_scheduler.OneCycleLR(learner.steps, max_lr=[RATE, HEAD_RATE], total_steps=total, pct_start=WARMING)
    return learner


def _rare(learnt: Sequence[Subject], head: str, names: Sequence[str]) -> Tensor:
    """Rare labels weigh more: by the root of how rare they are."""
    said = [each.heads[head](row) for each in learnt if head in each.heads for row in each.rows]
    told = len(said) - said.count(UNTOLD)
    return torch.tensor([(told / len(names) / said.count(name)) ** 0.5 for name in names])


# -- one epoch ------------------------------------------------------------------------------------------------------------------


def _epoch(learner: Learner, chance: random.Random) -> float:
    """The mean loss of one pass over every row, in batches of like length and in an order of chance."""
    learner.model.train()
    batches = [(each, batch) for each in learner.subjects for batch in _batches(each, chance)]
    chance.shuffle(batches)
    return sum(_step(learner, subject, batch, chance) for subject, batch in batches) / len(batches)


def _batches(subject: Subject, chance: random.Random) -> list[list[Row]]:
    shuffled = chance.sample(list(subject.rows), len(subject.rows))
    ordered = sorted(shuffled, key=lambda row: len(row["text"]) // 24)
    return [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]


def _step(learner: Learner, subject: Subject, batch: Sequence[Row], chance: random.Random) -> float:
    texts = [slipped(row["text"], chance) if chance.random() < SLIPS else row["text"] for row in batch]
    vectors = _vectors(learner.model, texts)
    losses = [_loss(learner, head, [label(row) for row in batch], vectors) for head, label in subject.heads.items()]
    loss = subject.weight * torch.stack(losses).sum()
    learner.steps.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(learner.small, 1.0)
    learner.steps.step()
    learner.pace.step()
    return float(loss.detach())


def _vectors(model: Any, texts: Sequence[str]) -> Tensor:
    """(texts, dimensions) of length 1: the mean of the encoder's output."""
    tokens = model.tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = model[0].auto_model(**tokens).last_hidden_state.float()
    mask = tokens["attention_mask"].float()
    return nn.functional.normalize((found * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)


def _loss(learner: Learner, head: str, labels: Sequence[str], vectors: Tensor) -> Tensor:
    places = [place for place, label in enumerate(labels) if label != UNTOLD]
    if not places:
        return vectors.sum() * 0.0
    true = torch.tensor([learner.labels[head].index(labels[place]) for place in places])
    said = learner.heads[head](SHARP * vectors[places])
    return nn.functional.cross_entropy(said, true, weight=learner.weights[head], label_smoothing=SMOOTHING)
