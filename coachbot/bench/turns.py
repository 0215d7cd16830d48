"""`coachbot bench turns`: every figure beside its bar, measured in one run, on one core, on databases that are thrown away."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from coachbot.bench.alone import measure_alone
from coachbot.bench.core import one_core
from coachbot.bench.figures import Figure, processor, versions
from coachbot.bench.history import measure_history
from coachbot.bench.sheets import record
from coachbot.bench.start import measure_start
from coachbot.bench.throughput import on_postgres, on_sqlite
from coachbot.logs import start_logging
from coachbot.mind import sandbox_mind

PAIRS_A_SECOND = 8  # of blocks that are compared


def measure(seconds: float, postgres: str) -> dict[str, Any]:
    """Everything; `seconds` for each measurement of throughput, `postgres` an empty database or nothing."""
    start_logging("WARNING")
    with one_core() as core, tempfile.TemporaryDirectory(prefix="coachbot-bench-") as folder:
        figures = asyncio.run(_measured(Path(folder), seconds, postgres))
    return {
        "figures": figures,
        "core": core,
        "processor": processor(),
        "versions": versions(),
        "all_hold": all(figure.get("holds", True) for figure in figures),
    }


async def _measured(folder: Path, seconds: float, postgres: str) -> list[Figure]:
    mind = sandbox_mind()
    start = await measure_start(folder)
    sheets, thinking = await record(folder, mind)
    return [
        *await on_sqlite(folder, seconds, mind, sheets, thinking),
        *await on_postgres(postgres, folder, seconds, mind, sheets),
        *await measure_alone(folder, seconds, mind, sheets),
        *await measure_history(folder, max(int(seconds * PAIRS_A_SECOND), 1), mind),
        *start,
    ]
