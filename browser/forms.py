"""Forms, read no further than they may be."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from coaching.errors import CoachingError

FIELDS = 32

Form = dict[str, str]

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class TooLarge(CoachingError):
    """The form is larger than we read; send less at once."""


async def form_of(request: Request, largest: int) -> Form:
    """The fields of an urlencoded body, cleaned; nothing where it is no such form. TooLarge above so many bytes."""
    body = await capped(request, largest)
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace", max_num_fields=FIELDS)
    except ValueError:
        return {}
    return {name: clean(value) for name, value in pairs}


async def capped(request: Request, largest: int) -> bytes:
    """The body, read no further than the cap."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > largest:
            raise TooLarge
        chunks.append(chunk)
    return b"".join(chunks)


def clean(text: str) -> str:
    """Without what no database or page can hold: control characters go, half characters become a mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNPRINTABLE.sub("", lines))
