"""Telegram's HTML and its keyboards, as strict as the platform is."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from standins.telegram.methods import bad_request

LONGEST = 4_096  # of a text, after entities
LONGEST_DATA = 64  # bytes of callback_data
LONGEST_ROW = 8
MOST_BUTTONS = 100
TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^>]*)>?")


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class Parsed:
    """Plain text with the runs that stand out."""

    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)


def parse(text: str, mode: str) -> Parsed:
    """What a text shows; refused where Telegram refuses it."""
    if mode and mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    parsed = _html(text) if mode else Parsed(text)
    if not parsed.text.strip():
        raise bad_request("message text is empty")
    if units(parsed.text) > LONGEST:
        raise bad_request("message is too long")
    return parsed


def _html(text: str) -> Parsed:
    parsed, open_tags, at = Parsed(), list[tuple[str, int]](), 0
    for tag in _TAG.finditer(text):
        parsed.text += html.unescape(text[at : tag.start()])
        at = tag.end()
        _take(tag, text, parsed, open_tags)
    parsed.text += html.unescape(text[at:])
    if open_tags:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return parsed


def _take(tag: re.Match[str], text: str, parsed: Parsed, open_tags: list[tuple[str, int]]) -> None:
    closing, name = tag[1], tag[2].lower()
    where = f"at byte offset {len(text[: tag.start()].encode())}"
    if not closing:
        if name not in TAGS or not tag[0].endswith(">"):
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{name}" {where}')
        open_tags.append((name, units(parsed.text)))
        return
    if not open_tags or open_tags[-1][0] != name:
        raise bad_request(f"can't parse entities: Unmatched end tag {where}")
    _, began = open_tags.pop()
    parsed.entities.append({"type": TAGS[name], "offset": began, "length": units(parsed.text) - began})


@dataclass(frozen=True, slots=True)
class Button:
    """A button as the person sees it, and what pressing it sends."""

    label: str
    data: str


Keyboard = tuple[tuple[Button, ...], ...]


def keyboard(markup: Any) -> Keyboard:
    """An inline keyboard; refused where Telegram refuses it. Nothing else is known here."""
    if not markup:
        return ()
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list):
        raise bad_request("object expected as reply markup")
    shown = tuple(tuple(_button(button) for button in row) for row in rows if row)
    if sum(map(len, shown)) > MOST_BUTTONS or any(len(row) > LONGEST_ROW for row in shown):
        raise bad_request("reply markup is too long")
    return shown


def _button(button: Any) -> Button:
    if not isinstance(button, dict) or set(button) - {"text", "callback_data"} or not str(button.get("text") or "").strip():
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = str(button.get("callback_data") or "")
    if not 1 <= len(data.encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return Button(str(button["text"]), data)


def as_markup(shown: Keyboard) -> dict[str, Any]:
    """The keyboard as it comes back with a message."""
    return {"inline_keyboard": [[{"text": button.label, "callback_data": button.data} for button in row] for row in shown]}
