"""Descriptions of the platforms by others, for contract tests: found where they lie, else those tests skip and say why.

`COACHBOT_PLATFORM_DATA` names the folder (it holds `slack/` and `telegram/`); without it, one that lies beside the checkout is used.
"""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import Any

import pytest

MISSING = "no platform descriptions here: set COACHBOT_PLATFORM_DATA to the folder that holds them"


@functools.cache
def folder() -> Path | None:
    """Where the descriptions lie, or None."""
    if named := os.environ.get("COACHBOT_PLATFORM_DATA"):
        return Path(named)
    above = (parent / "shared" / "platform" for parent in Path(__file__).resolve().parents)
    return next((path for path in above if path.is_dir()), None)


def load(name: str) -> Any:
    """A JSON file by its path in the folder, e.g. `slack/methods/….json`; skips the test where there is none."""
    found = folder()
    if found is None or not (found / name).is_file():
        pytest.skip(MISSING)
    return json.loads((found / name).read_text(encoding="utf-8"))
