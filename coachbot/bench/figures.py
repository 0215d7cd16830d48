"""A figure beside its bar, and the whole list for reading."""

from __future__ import annotations

import platform
import sqlite3
import statistics
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

Figure = dict[str, Any]  # name, value, unit; where there is something to hold: bar, holds
LIBRARIES = ("coachbot", "sqlalchemy", "aiosqlite", "asyncpg", "cryptography")


def plain(name: str, value: float, unit: str) -> Figure:
    """A figure that is only told."""
    return {"name": name, "value": rounded(value), "unit": unit}


def at_least(name: str, value: float, bar: float, unit: str) -> Figure:
    return {**plain(name, value, unit), "bar": f"at least {bar:g}", "holds": value >= bar}


def at_most(name: str, value: float, bar: float, unit: str) -> Figure:
    return {**plain(name, value, unit), "bar": f"at most {bar:g}", "holds": value <= bar}


def skipped(name: str, why: str) -> Figure:
    return {"name": name, "value": None, "unit": why}


def rounded(value: float) -> float:
    """Three figures, and whole numbers from a hundred on."""
    return float(f"{value:.3g}") if abs(value) < 100 else float(round(value))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def middle(values: Iterable[float]) -> float:
    return statistics.median(values)


def versions(libraries: Sequence[str] = LIBRARIES) -> dict[str, str]:
    """Of everything that the figures depend on."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in libraries},
    }


def processor() -> str:
    """The processor's name, as far as the machine tells it."""
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
    except OSError:
        told = []
    named = (line.partition(":")[2].strip() for line in told if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def as_text(measured: dict[str, Any]) -> str:
    """Everything `measure` gave, a line a figure."""
    about = [
        f"{name}: {', '.join(f'{key} {each}' for key, each in told.items()) if isinstance(told, dict) else told}"
        for name, told in measured.items()
        if name != "figures"
    ]
    return "\n".join([*map(_line, measured["figures"]), "", *about])


def _line(figure: Figure) -> str:
    value = "skipped" if figure["value"] is None else f"{figure['value']:,g}"
    verdict = "" if "holds" not in figure else f"{figure['bar']}: {'holds' if figure['holds'] else 'FALLS SHORT'}"
    return f"{figure['name']:<58} {value:>10} {figure['unit']:<14} {verdict}".rstrip()
