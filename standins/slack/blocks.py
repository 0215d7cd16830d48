"""Whether Slack would take these blocks: the limits that its documentation states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MOST = {"message": 50, "modal": 100, "home": 100}
TEXTS = {"section": 3000, "header": 150, "context": 3000}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
KINDS = {"section", "actions", "context", "divider", "header", "input", "rich_text", "image", "markdown"}


def mistakes(blocks: Any, surface: str = "message") -> list[str]:
    """Everything that is wrong, in no words that anybody but a test reads."""
    if not isinstance(blocks, list):
        return ["blocks is no list"]
    found = ["too many blocks"] if len(blocks) > MOST[surface] else []
    ids = [block.get("block_id") for block in blocks if isinstance(block, dict) and block.get("block_id")]
    found += ["block_id twice"] if len(ids) != len(set(ids)) else []
    for block in blocks:
        found += [f"{block.get('type')}: {mistake}" for mistake in _of_block(block, surface)]
    return found


def _of_block(block: Any, surface: str) -> Iterator[str]:
    kind = block.get("type")
    if kind not in KINDS or (kind == "input" and surface == "message"):
        yield "unknown here"
    if len(block.get("block_id", "")) > 255:
        yield "block_id too long"
    if kind in ("section", "header"):
        yield from _of_text(block.get("text"), TEXTS[kind])
    if kind == "actions":
        yield from _of_elements(block.get("elements", []))
    if kind == "input":
        yield from _of_text(block.get("label"), 2000)
        yield from _of_elements([block.get("element", {})])
    if kind == "rich_text" and not any(_rich(block)):
        yield "no text"
    if kind == "rich_text" and any(not part.get("text") for part in _rich(block) if part.get("type") == "text"):
        yield "empty text"


def _rich(block: Any) -> Iterator[Any]:
    for section in block.get("elements", []):
        yield from section.get("elements", [])


def _of_text(text: Any, most: int) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in ("plain_text", "mrkdwn") or not text.get("text"):
        yield "no text"
    elif len(text["text"]) > most:
        yield "text too long"


def _of_elements(elements: list[Any]) -> Iterator[str]:
    if not 1 <= len(elements) <= 25:
        yield "number of elements"
    names = [element.get("action_id") for element in elements]
    if len(names) != len(set(names)) or any(len(name or "") > 255 for name in names):
        yield "action_id twice or too long"
    for element in elements:
        if element.get("type") == "button":
            yield from _of_text(element.get("text"), 75)
        if element.get("type") == "datepicker":
            yield from _of_picker(element)
        if len(element.get("value", "")) > 2000 or len(element.get("options", [])) > 100:
            yield "value or options too long"


def _of_picker(element: Any) -> Iterator[str]:
    if "placeholder" in element:
        yield from _of_text(element["placeholder"], 150)
    if not _DATE.fullmatch(element.get("initial_date", "2026-12-04")):
        yield "initial_date is no date"
    if "value" in element:
        yield "a datepicker has no value"


def mistakes_of_view(view: Any) -> list[str]:
    """The same for a modal or a home page."""
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        return ["no view"]
    found = mistakes(view.get("blocks"), view["type"])
    if view["type"] == "modal":
        found += list(_of_text(view.get("title"), 24))
        has_input = any(block.get("type") == "input" for block in view.get("blocks", []))
        found += ["no submit"] if has_input and not view.get("submit") else []
    found += ["private_metadata too long"] if len(view.get("private_metadata") or "") > 3000 else []
    return found
