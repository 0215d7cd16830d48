"""`coachbot bench reading`: what understanding a message costs, each figure beside its baseline, in one run, on one core."""

from __future__ import annotations

import asyncio
from typing import Any

from coachbot.bench.asking import measure_asking
from coachbot.bench.core import one_core
from coachbot.bench.encoding import measure_reading, measure_rules
from coachbot.bench.figures import Figure, processor, skipped, versions
from coachbot.logs import start_logging

LIBRARIES = ("coachbot", "torch", "transformers", "sentence-transformers", "scikit-learn")
DEFAULT, FAST = 1.0, 0.4  # of one plain encode
INT8 = "int8"


def measure(seconds: float, fast: str) -> dict[str, Any]:
    """Everything; `seconds` for the child under load, `fast` the folder of the fast encoder. NoModel where there is none to measure."""
    start_logging("WARNING")
    with one_core() as core:
        asking = asyncio.run(measure_asking(seconds))  # first: the model's libraries are not in this process yet
        figures = [*asking, *measure_rules(), *_in_this_process(fast)]
    return {
        "figures": figures,
        "core": core,
        "processor": processor(),
        "versions": versions(LIBRARIES),
        "all_hold": all(figure.get("holds", True) for figure in figures),
    }


def _in_this_process(fast: str) -> list[Figure]:
    from bot.nlu.embedder import opened, shipped_folder
    from coachbot.model.loading import load_model

    exact = opened(shipped_folder(), "float32")

    def encode(text: str) -> object:
        return exact.encode(text, normalize_embeddings=True, show_progress_bar=False)

    figures = measure_reading(load_model(), encode, DEFAULT)
    quick = load_model(fast=fast)
    if quick.dtype != INT8:
        return [*figures, skipped(f"a whole reading, {INT8}, of one plain encode", quick.slow or "`coachbot model export` makes it")]
    return [*figures, *measure_reading(quick, encode, FAST)]
