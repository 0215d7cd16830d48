"""The memory of a process that runs for months."""

from __future__ import annotations

import gc

YOUNG = 5_000  # objects made before the collector looks at the youngest: a turn makes some hundred and leaves no rings


def keep_for_good() -> None:
    """What is loaded by now stays: the collector need not look through all of it (25 ms, in which nobody is answered) again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
