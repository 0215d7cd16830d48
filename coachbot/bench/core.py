"""One core for everything that is measured."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_core() -> Iterator[str]:
    """Keep this process and its children on one core for as long as the block lasts; says what was done."""
    if not hasattr(os, "sched_setaffinity"):
        yield "not pinned: this system has no way to"
        return
    before = os.sched_getaffinity(0)
    chosen = max(before)
    os.sched_setaffinity(0, {chosen})
    try:
        yield f"pinned to one of {len(before)}"
    finally:
        os.sched_setaffinity(0, before)
