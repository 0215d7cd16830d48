"""The figures as they were last written down: none may fall below them unseen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from coachbot.nlu.exam import Figure

FILE = "floors.json"
GIVE = 0.005  # another processor rounds a few readings another way


def floors() -> Mapping[str, float]:
    """By the name of a figure, its value when it was written down."""
    found: Mapping[str, float] = json.loads((files("bot.nlu.training") / FILE).read_text("utf-8"))
    return found


def keep(found: Iterable[Figure]) -> None:
    """Write these figures down, beside the rows."""
    values = {figure.name: round(figure.measured.value, 4) for figure in found}
    Path(str(files("bot.nlu.training") / FILE)).write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", "utf-8")


def fallen(found: Iterable[Figure], below: Mapping[str, float]) -> list[str]:
    """A line for every figure that is worse than it was."""
    return [
        f"{figure.name}: {figure.measured.value:.4f}, and it was {below[figure.name]:.4f}."
        for figure in found
        if figure.name in below and _worse(figure, below[figure.name])
    ]


def _worse(figure: Figure, floor: float) -> bool:
    value = figure.measured.value
    return value > floor + GIVE if figure.most else value < floor - GIVE
