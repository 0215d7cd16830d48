"""The command line as people use it: a process of its own, a folder of its own, and nothing of anybody's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """How a command ended, and everything that it said."""

    code: int
    out: str
    err: str

    def refuses(self, *sentences: str) -> bool:
        """Whether it ended with 2, saying all this, and without a stack trace."""
        assert "Traceback" not in self.out + self.err, self.err
        assert self.code == 2, self
        for sentence in sentences:
            assert sentence in self.err, self.err
        return True


def surroundings(folder: Path, **settings: str) -> dict[str, str]:
    """The environment with these settings alone; `COACHBOT_DATA` is the folder unless it is set."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACHBOT_")}
    return env | {"COACHBOT_DATA": str(folder)} | {f"COACHBOT_{name}": value for name, value in settings.items()}


def coachbot(folder: Path, *words: str, typed: str = "", **settings: str) -> Ended:
    """Run a command to its end; it has half a minute."""
    done = subprocess.run(
        [sys.executable, "-m", "coachbot", *words],
        env=surroundings(folder, **settings),
        cwd=folder if folder.is_dir() else folder.parent,
        input=typed,
        capture_output=True,
        text=True,
        timeout=30,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
