"""The app manifest for Socket Mode, made from the one for HTTP.

python -m bot.adapters.slack.manifest slack/manifest.yaml > slack/manifest.socket.yaml
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ADDRESSES = {"url", "request_url"}
HEADING = "# Made from manifest.yaml by bot.adapters.slack.manifest; change that one.\n"


def socket_variant(manifest: Any) -> Any:
    """The same app without any address of ours, and with Socket Mode on."""
    variant = _without_addresses(manifest)
    variant["settings"]["socket_mode_enabled"] = True
    return variant


def _without_addresses(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _without_addresses(value) for key, value in part.items() if key not in ADDRESSES}
    return [_without_addresses(value) for value in part] if isinstance(part, list) else part


def load(text: str) -> Any:
    return YAML(typ="safe").load(text)


def dump(manifest: Any) -> str:
    """As YAML, in the order of the source."""
    yaml, out = YAML(), io.StringIO()
    yaml.width = 1000
    yaml.dump(manifest, out)
    return HEADING + out.getvalue()


def main(arguments: Sequence[str]) -> None:
    sys.stdout.write(dump(socket_variant(load(Path(arguments[0]).read_text(encoding="utf-8")))))


if __name__ == "__main__":
    main(sys.argv[1:])
