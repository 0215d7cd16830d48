"""`coachbot nlu beside`: our way of understanding, measured on two public sets that lie in a folder: `clinc150/` and `smartspan/`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from bot.nlu import adapter
from bot.nlu.embedder import opened, shipped_folder, unadapted
from bot.nlu.features import Vectors
from bot.nlu.training import clinc, smartspan
from bot.nlu.training.layered import layered
from bot.nlu.training.nearing import near
from bot.nlu.training.smartspan import SPLITS, Goal
from coachbot.nlu.exam import Figure
from coaching.errors import CoachingError

CLINC, SMARTSPAN = "clinc150/data_full.json", "smartspan"
WHENCE = "CLINC150 is `data` of clinc/oos-eval; SMARTSpan is `SMARTSpan` of IvaBojic/SMARTMiner, its `_classify` files without that ending"
PLAIN_DRAWS = 5  # of ten examples an intent, where nothing is tuned
Told = Callable[[str], None]


class NoSet(CoachingError):
    """A public set cannot be read; the message names the file and where it comes from."""


def measured(folder: Path, draws: int, adapted: bool, told: Told) -> list[Figure]:
    """Every figure; `draws` of ten examples an intent are tuned on, a few minutes each. NoSet, NoModel."""
    parts, splits = _clinc(folder), _splits(folder)
    kept = _Kept(partial(layered, _model(adapted)), told)
    result = smartspan.judged(splits, kept.encode)
    return [
        Figure("SMARTSpan, F1 of SMART", smartspan.f1_of_smart(result), 0.91, 0.935),
        Figure("SMARTSpan, three classes, macro-F1", smartspan.f1_of_three(result), 0.80, 0.85),
        *_frozen(parts, kept.encode),
        *_tuned(parts, draws, adapted, told),
    ]


def _model(adapted: bool) -> Any:
    return opened(shipped_folder()) if adapted and adapter.there() else unadapted()


def _frozen(parts: Mapping[str, Sequence[clinc.Pair]], encode: Callable[[Sequence[str]], Vectors]) -> list[Figure]:
    few = [clinc.asked(clinc.drawn(parts[clinc.LEARNT], seed), parts, encode) for seed in range(PLAIN_DRAWS)]
    everything = clinc.asked(parts[clinc.LEARNT], parts, encode)
    return [
        Figure("CLINC150, ten an intent", clinc.accuracy(few), 0.905, 0.93),
        Figure("CLINC150, ten an intent: out of scope, AUROC", clinc.parting(few), 0.97, 0.975),
        Figure("CLINC150, all examples: out of scope, AUROC", clinc.parting([everything]), 0.97, 0.975),
    ]


def _tuned(parts: Mapping[str, Sequence[clinc.Pair]], draws: int, adapted: bool, told: Told) -> list[Figure]:
    few = [_tuned_once(parts, seed, adapted, told) for seed in range(draws)]
    if not few:
        return []
    return [
        Figure("CLINC150, ten an intent, tuned on them", clinc.accuracy(few), 0.905, 0.93),
        Figure("CLINC150, ten, tuned: out of scope, AUROC", clinc.parting(few), 0.97, 0.975),
    ]


def _tuned_once(parts: Mapping[str, Sequence[clinc.Pair]], seed: int, adapted: bool, told: Told) -> clinc.Answers:
    learnt, model = clinc.drawn(parts[clinc.LEARNT], seed), _model(adapted)
    near(model, [text for text, _ in learnt], [intent for _, intent in learnt], seed, told)
    answers = clinc.asked(learnt, parts, partial(layered, model))
    told(f"draw {seed + 1}: {answers.right.mean():.4f} right")
    return answers


class _Kept:
    """An encoder that keeps every vector: the same messages are asked about after every draw."""

    def __init__(self, encode: Callable[[Sequence[str]], Vectors], told: Told) -> None:
        self._encode, self._told = encode, told
        self._known: dict[str, Any] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        if new := sorted(set(texts) - self._known.keys()):
            self._told(f"{len(new)} texts to encode")
            self._known |= dict(zip(new, self._encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


# -- the files ------------------------------------------------------------------------------------------------------------------


def _clinc(folder: Path) -> dict[str, list[clinc.Pair]]:
    found = json.loads(_text(folder / CLINC))
    return {part: [(text, intent) for text, intent in found[part]] for part in (clinc.LEARNT, clinc.ASKED, clinc.OUTSIDE)}


def _splits(folder: Path) -> dict[int, tuple[list[Goal], list[Goal]]]:
    """What each split learns from (its training and validation parts) and is asked (its test part)."""
    return {split: (_goals(folder, split, "train") + _goals(folder, split, "valid"), _goals(folder, split, "test")) for split in SPLITS}


def _goals(folder: Path, split: int, part: str) -> list[Goal]:
    lines = [json.loads(line) for line in _text(folder / SMARTSPAN / f"split_{split}_{part}.jsonl").splitlines() if line.strip()]
    return [Goal(line["id"], line["goal"], _met(*line["label"])) for line in lines]


def _met(specific: int, measurable: int, attainable: int) -> tuple[bool, bool, bool]:
    return bool(specific), bool(measurable), bool(attainable)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        where = (
            "CLINC150 is clinc/oos-eval, data/; SMARTSpan is IvaBojic/SMARTMiner, SMARTSpan/ (its …_classify files, without that ending)"
        )
        raise NoSet(f"{file} cannot be read ({error.strerror}). {where}.") from None
