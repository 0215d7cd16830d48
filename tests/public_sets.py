"""Public sets to measure ourselves on: found where they lie, else those tests skip and say why.

`COACHBOT_PUBLIC_SETS` names the folder (it holds `clinc150/` and `smartspan/`); without it, one that lies beside the checkout is used.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coachbot.nlu.beside import CLINC, SMARTSPAN

MISSING = "no public sets here: set COACHBOT_PUBLIC_SETS to the folder that holds clinc150/ and smartspan/"


def folder() -> Path:
    """Where the sets lie; skips the test where they do not."""
    named = os.environ.get("COACHBOT_PUBLIC_SETS")
    above = (parent / "shared" / "data" for parent in Path(__file__).resolve().parents)
    found = next((path for path in ([Path(named)] if named else above) if (path / CLINC).is_file() and (path / SMARTSPAN).is_dir()), None)
    if found is None:
        pytest.skip(MISSING)
    return found
