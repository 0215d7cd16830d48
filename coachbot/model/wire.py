"""What parent and child say to each other: frames of four bytes of length, the most significant first, and as many of JSON.

The child's first frame is {"ready": {"encoder", "dtype", …}} or {"wrong": a sentence}. Then {"id", "until", "utterance"} is answered by
{"id", "scores"} or {"id", "failed": the kind of error}; `until` is a moment of the machine's monotonic clock, which both share.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coaching.errors import CoachingError

LONGEST = 1_000_000  # bytes of one frame
HEAD = struct.Struct(">I")
Frame = dict[str, Any]


class Garbled(CoachingError):
    """What came over the wire is nothing that parent and child say: the child is started anew."""


def framed(frame: Mapping[str, Any]) -> bytes:
    """A frame as bytes; ValueError where a number in it is none."""
    body = json.dumps(frame, allow_nan=False, separators=(",", ":")).encode()
    return HEAD.pack(len(body)) + body


def length_of(head: bytes) -> int:
    """Bytes of the body that follows; Garbled where it would be too long to be one."""
    (length,) = HEAD.unpack(head)
    if length > LONGEST:
        raise Garbled
    return int(length)


def frame_of(body: bytes) -> Frame:
    """The frame of a body."""
    try:
        frame = json.loads(body)
    except ValueError:
        raise Garbled from None
    if not isinstance(frame, dict):
        raise Garbled
    return frame


def request(number: int, until: float, utterance: Utterance) -> bytes:
    """One message to be scored, as bytes."""
    return framed({"id": number, "until": until, "utterance": asdict(utterance)})


def utterance_of(frame: Frame) -> Utterance:
    """The message of a request."""
    try:
        fields = dict(frame["utterance"])
        return Utterance(**{**fields, "recent": tuple(fields.get("recent", ()))})
    except (KeyError, TypeError, ValueError):
        raise Garbled from None


def names_of(frame: Frame) -> dict[str, str]:
    """What the child that is ready has loaded."""
    ready = frame["ready"]
    if not isinstance(ready, dict):
        raise Garbled
    return {str(name): str(value) for name, value in ready.items()}


def number_of(frame: Frame) -> int:
    """Which request a frame answers."""
    number = frame.get("id")
    if not isinstance(number, int):
        raise Garbled
    return number


def scores_of(frame: Frame) -> Scores | None:
    """The scores of an answer, or None where scoring failed."""
    if "failed" in frame:
        return None
    try:
        heads = {head: {label: float(share) for label, share in table.items()} for head, table in frame["scores"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Garbled from None
    if not all(math.isfinite(share) for table in heads.values() for share in table.values()):
        raise Garbled
    return Scores(heads)
