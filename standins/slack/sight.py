"""What a person sees of messages, home pages and modals; and what of it Slack would bring to life as a mention, link or emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from standins.slack.workspace import Message

_REFERENCE = re.compile(r"<[@#!]?[^<>]+>")
_EMPHASIS = re.compile(r"(?<!\w)([*_~`])(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+|\b[\w.+-]+@[\w-]+\.\w+")


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: a button, or one option of a menu."""

    label: str
    action_id: str
    block_id: str
    value: str
    menu: bool = False


@dataclass(frozen=True, slots=True)
class Picker:
    """A calendar to pick a day from. `chosen` is the day it begins with."""

    placeholder: str
    action_id: str
    block_id: str
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One message as its reader sees it."""

    ts: str
    text: str
    buttons: tuple[str, ...]
    alive: tuple[str, ...]
    by: str
    edits: int = 0
    ephemeral: bool = False
    pickers: tuple[str, ...] = ()


def seen(message: Message) -> Seen:
    """A message on the screen."""
    return Seen(
        ts=message.ts,
        text=text_of(message.blocks) or unescaped(message.text),
        buttons=tuple(button.label for button in buttons_of(message.blocks)),
        alive=tuple(alive_in(message)),
        by=message.bot or message.user,
        edits=message.edits,
        ephemeral=bool(message.only_for),
        pickers=tuple(picker.placeholder for picker in pickers_of(message.blocks)),
    )


def text_of(blocks: list[Any]) -> str:
    """The running text of the blocks, a line each."""
    return "\n".join(filter(None, ("".join(_texts(block)) for block in blocks)))


def _texts(block: Mapping[str, Any]) -> Iterator[str]:
    match block.get("type"):
        case "rich_text":
            for section in block.get("elements", []):
                yield from (str(part.get("text", "")) for part in section.get("elements", []))
        case "section" | "header":
            yield _plain(block.get("text") or {})
        case "context":
            yield " ".join(_plain(element) for element in block.get("elements", []))
        case "input":
            yield _plain(block.get("label") or {})
        case _:
            pass


def _plain(text: Mapping[str, Any]) -> str:
    return unescaped(text.get("text", "")) if text.get("type") == "mrkdwn" else str(text.get("text", ""))


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def buttons_of(blocks: list[Any]) -> list[Button]:
    """Everything that can be pressed, in reading order."""
    return [button for block in blocks for element in _elements(block) for button in _buttons(block, element)]


def pickers_of(blocks: list[Any]) -> list[Picker]:
    """Every calendar, in reading order."""
    return [
        Picker(_plain(element.get("placeholder") or {}), element["action_id"], block.get("block_id", ""), element.get("initial_date", ""))
        for block in blocks
        for element in _elements(block)
        if element.get("type") == "datepicker"
    ]


def _elements(block: Mapping[str, Any]) -> list[Any]:
    found = block.get("elements", []) if block.get("type") == "actions" else [block.get("accessory")]
    return [element for element in found if element]


def _buttons(block: Mapping[str, Any], element: Mapping[str, Any]) -> Iterator[Button]:
    action, name = element.get("action_id", ""), block.get("block_id", "")
    if element.get("type") == "button":
        yield Button(element["text"]["text"], action, name, element.get("value", ""))
    for option in element.get("options", []):
        yield Button(option["text"]["text"], action, name, option["value"], menu=True)


# -- what comes to life --------------------------------------------------------------------------------------------------------


def alive_in(message: Message) -> Iterator[str]:
    """Mentions, links and emphasis that Slack would make of it; bold in rich text is ours and counts as none."""
    yield from _REFERENCE.findall(message.text)  # also the notification's text can mention
    if not message.blocks:
        yield from alive_in_markdown(message.text, message.mrkdwn)
    for block in message.blocks:
        yield from alive_in_block(block)


def alive_in_block(block: Any) -> Iterator[str]:
    """The same within one block, at any depth."""
    if isinstance(block, list):
        for part in block:
            yield from alive_in_block(part)
    if isinstance(block, Mapping):
        if block.get("type") in ("link", "user", "usergroup", "channel", "broadcast", "emoji", "date", "team"):
            yield str(dict(block))
        if block.get("type") == "mrkdwn":
            yield from alive_in_markdown(block.get("text", ""), True, verbatim=bool(block.get("verbatim")))
        if block.get("type") == "markdown":
            yield str(block.get("text"))
        for value in block.values():
            yield from alive_in_block(value)


def alive_in_markdown(text: str, mrkdwn: bool, verbatim: bool = False) -> Iterator[str]:
    """What Slack's own markup makes of a text."""
    yield from _REFERENCE.findall(text)
    yield from (found.group() for found in _EMPHASIS.finditer(text) if mrkdwn)
    yield from (found.group() for found in _ADDRESS.finditer(text) if not verbatim)
