"""What a start loads: nothing of the platforms, which come once the service is live."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

HEAVY = {"aiogram", "aiohttp", "asyncpg", "numpy", "slack_bolt", "slack_sdk", "torch"}
LARGEST = 120  # megabytes
ASKED = """
import sys, coachbot.service
from pathlib import Path
print(*sys.modules)
status = Path("/proc/self/status")
print(status.read_text() if status.exists() else "")
"""


def test_a_start_loads_no_platform_and_stays_small() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, timeout=60, check=True)
    loaded, _, status = done.stdout.partition("\n")
    assert not HEAVY & set(loaded.split())
    if Path("/proc/self/status").exists():
        (kilobytes,) = re.findall(r"VmHWM:\s+(\d+)", status)
        assert int(kilobytes) / 1024 <= LARGEST
