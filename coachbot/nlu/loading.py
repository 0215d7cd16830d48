"""The model for commands: loaded in this process, with nothing printed but what the command itself prints."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from bot.nlu.model import Model


def quiet_model() -> Model | None:
    """The shipped model, or None where it cannot be had: then everything is read by rules, and that is said on standard error."""
    from bot.nlu.embedder import NoModel, shipped_encoder
    from bot.nlu.heads import shipped_heads

    try:
        return Model(shipped_encoder(), shipped_heads())
    except NoModel as error:
        print(f"By rules alone: {error}", file=sys.stderr)
        return None


def fit(told: Callable[[str], None]) -> None:
    """Fit every head and write the file beside the code."""
    from bot.nlu.embedder import shipped_encoder
    from bot.nlu.heads import FILE
    from bot.nlu.training.fitting import fit_all

    place = Path(str(files("bot.nlu") / FILE))
    place.write_bytes(fit_all(shipped_encoder("float32"), told))
    told(f"Written: {place.name}, {place.stat().st_size:,} bytes.")
