"""What a start loads: nothing of the platforms, which come once the service is live, and nothing of the model, which is its child's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PLATFORMS = {"aiogram", "aiohttp", "asyncpg", "slack_bolt", "slack_sdk"}
OF_THE_CHILD = {"numpy", "onnxruntime", "safetensors", "scipy", "sentence_transformers", "sklearn", "tokenizers", "torch", "transformers"}
LARGEST = 120  # megabytes
ASKED = """
import sys, coachbot.service, coachbot.model.client
from pathlib import Path
print(*sys.modules)
status = Path("/proc/self/status")
print(status.read_text() if status.exists() else "")
"""


def test_a_start_loads_no_platform_and_no_model_and_stays_small() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, timeout=60, check=True)
    loaded, _, status = done.stdout.partition("\n")
    assert not (PLATFORMS | OF_THE_CHILD) & set(loaded.split())
    if Path("/proc/self/status").exists():
        (kilobytes,) = re.findall(r"VmHWM:\s+(\d+)", status)
        assert int(kilobytes) / 1024 <= LARGEST
