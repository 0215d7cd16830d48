"""Plain JSON as it is kept: written fast, read back strictly."""

from __future__ import annotations

import json

import orjson

from coaching.state import Plain, ascii_json

_read_anything = json.JSONDecoder().decode


def to_json(plain: Plain) -> bytes:
    """As bytes of UTF-8, without spaces. A lone surrogate in somebody's words survives: what holds one is written as pure ascii."""
    try:
        return orjson.dumps(plain)
    except orjson.JSONEncodeError:
        return ascii_json(plain)


def from_json(stored: bytes | str) -> Plain:
    """Back again. ValueError where it is no JSON."""
    try:
        return orjson.loads(stored)
    except orjson.JSONDecodeError:  # a lone surrogate, for one
        return _read_anything(stored if isinstance(stored, str) else stored.decode("utf-8"))
