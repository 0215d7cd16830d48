"""A child as `coachbot.language.local` starts one, with no model in it: the folder's name says how it behaves."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from coachbot.language.child import serve


def load(folder: str) -> Any:
    way = Path(folder).name
    if way == "broken":
        raise OSError("no model here")
    if way == "slow-to-load":
        time.sleep(30)

    def complete(asked: dict[str, Any]) -> str:
        if "die now" in asked["ask"]:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hang" in asked["ask"]:
            time.sleep(30)
        if "fail" in asked["ask"]:
            raise ValueError(asked["ask"])
        if "environment" in asked["ask"]:
            return json.dumps({name: os.environ[name] for name in os.environ if "COACHBOT" in name or "OFFLINE" in name})
        time.sleep(0.3 if "slowly" in asked["ask"] else 0)
        return f"You said: {asked['ask']}"

    return complete


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[2])) as connection:
        serve(connection, lambda: load(sys.argv[1]))
