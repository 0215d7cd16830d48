"""Slack's own markup and plain words: out of what people type, and never into what we send."""

from __future__ import annotations

import re

SOMEONE = "@someone"
_REFERENCE = re.compile(r"<([^<>]*)>")
_ENTITY = re.compile(r"&(amp|lt|gt);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">"}
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def words_of(text: str) -> str:
    """What somebody typed: mentions and links as words, entities as characters, nothing that cannot be stored."""
    return storable(_ENTITY.sub(lambda found: _CHARACTERS[found[1]], _REFERENCE.sub(_spoken, text)))


def storable(text: str) -> str:
    """Without NUL and halves of surrogate pairs, which no database takes."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text.replace("\x00", ""))


def _spoken(found: re.Match[str]) -> str:
    inside = found[1]
    target, _, label = inside.partition("|")
    match inside[:1]:
        case "@":
            return SOMEONE
        case "#":
            return f"#{label or 'channel'}"
        case "!":
            return label or (SOMEONE if target.startswith("!subteam") else f"@{target[1:].partition('^')[0]}")
        case _:
            return label or target.removeprefix("mailto:").removeprefix("tel:")


def shown(text: str) -> str:
    """What may go to Slack as plain text: no control characters and no direction overrides."""
    return _UNSENDABLE.sub("", text)


def escaped(text: str) -> str:
    """The same for a text that Slack reads markup out of: `&`, `<` and `>` lose their meaning."""
    return shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
