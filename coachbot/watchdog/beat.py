"""What the service leaves behind every half minute, for a watchdog to find: a small file in the data folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

PATTERN = "heartbeat-*.json"  # one a process: its port stands for the star
LARGEST = 4096  # bytes of a heartbeat


@dataclass(frozen=True, slots=True)
class Beat:
    """When the event loop turned last, and when it was shown last that a message would be decided (None: not yet)."""

    at: datetime
    canary: datetime | None = None


def file_of(folder: Path, port: int) -> Path:
    return folder / PATTERN.replace("*", str(port))


def write_beat(path: Path, beat: Beat) -> None:
    """Whole or not at all. OSError where it cannot be written."""
    told = {"at": beat.at.isoformat(), "canary": beat.canary and beat.canary.isoformat()}
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f".{path.name}.new")
    new.write_text(json.dumps(told), "ascii")
    os.replace(new, path)


def beats_in(folder: Path) -> Mapping[str, Beat | None]:
    """Every heartbeat there by its file's name; None where it cannot be read. Whatever lies there, nothing is raised."""
    try:
        found: Iterable[Path] = sorted(folder.glob(PATTERN))
    except (OSError, RuntimeError):
        return {}
    return {path.stem: _beat(path) for path in found}


def _beat(path: Path) -> Beat | None:
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:  # a pipe that lies there must not be waited for
            told = json.loads(file.read(LARGEST))
        canary = told["canary"]
        return Beat(_moment(told["at"]), None if canary is None else _moment(canary))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no zone")
    return moment
