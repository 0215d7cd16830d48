"""Looking at a message as it arrives: at every part of it, in memory, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable

from bot.nlu.commands import command_in
from bot.nlu.tidy import said
from coaching.concern import Signal, most_serious
from coaching.message import Inbound


def watch(inbound: Inbound, phrases: Callable[[str], Signal]) -> Signal:
    """The most serious signal of its words, its caption or the fields of its form."""
    return most_serious(phrases(text) for text in _texts(inbound))


def calls_for_help(inbound: Inbound) -> bool:
    """Whether it is *help now*, pressed or said: answered with the lines whatever else fails."""
    pressed = inbound.press is not None and inbound.press.choice == "help_now"
    return pressed or any(command_in(said(text), text) == "help_now" for text in _texts(inbound))


def _texts(inbound: Inbound) -> list[str]:
    return [words.text for words in (inbound.words, *inbound.fields.values()) if words.text]
