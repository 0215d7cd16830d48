"""The model for commands: loaded in this process, with nothing printed but what the command itself prints."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from coachbot.nlu.read import Scorer
from coaching.errors import NoModel


def quiet_model(second: str = "") -> Scorer | None:
    """The shipped model, or None where it cannot be had: then everything is read by rules, and that is said on standard error.

    `second` is the folder of a second opinion.
    """
    from coachbot.model.loading import load_model

    try:
        return load_model("", "auto", second=second)
    except NoModel as error:
        print(f"By rules alone: {error}", file=sys.stderr)
        return None


def fit(told: Callable[[str], None]) -> None:
    """Fit every head and write the file beside the code."""
    from bot.nlu.embedder import TorchEncoder, checked, shipped_folder
    from bot.nlu.heads import FILE
    from bot.nlu.training.fitting import fit_all

    place = Path(str(files("bot.nlu") / FILE))
    place.write_bytes(fit_all(TorchEncoder(checked(shipped_folder()), "float32"), told))
    told(f"Written: {place.name}, {place.stat().st_size:,} bytes.")


def bars() -> list[str]:
    """The curve of the concern head, a line a bar."""
    from bot.nlu.embedder import TorchEncoder, checked, shipped_folder
    from bot.nlu.heads import shipped_heads
    from bot.nlu.training.bars import curve

    return curve(TorchEncoder(checked(shipped_folder()), "float32"), shipped_heads().heads["concern"].heat)


def adapt(told: Callable[[str], None], beside: bool = False) -> None:
    """Learn the adapter anew and write the file beside the code; the heads are to be fitted after it.

    `beside`: what is written is the mean of what was there and what is learnt.
    """
    from bot.nlu import adapter
    from bot.nlu.embedder import unadapted
    from bot.nlu.training.adapting import adapt as learn

    place = Path(str(files("bot.nlu") / adapter.FILE))
    place.write_bytes(learn(unadapted, told, place.read_bytes() if beside else b""))
    told(f"Written: {place.name}, {place.stat().st_size:,} bytes.")
