"""Looking at a message as it arrives: at every part of it, in memory, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.nlu.commands import command_in
from bot.nlu.tidy import said
from coaching.concern import CALM, Concern, Signal
from coaching.message import Inbound

_ORDER = list(Concern)


def watch(inbound: Inbound, phrases: Callable[[str], Signal]) -> Signal:
    """The most serious signal of its words, its caption or the fields of its form."""
    return most_serious(phrases(text) for text in _texts(inbound))


def calls_for_help(inbound: Inbound) -> bool:
    """Whether it is *help now*, pressed or said: answered with the lines whatever else fails."""
    pressed = inbound.press is not None and inbound.press.choice == "help_now"
    return pressed or any(command_in(said(text), text) == "help_now" for text in _texts(inbound))


def most_serious(signals: Iterable[Signal]) -> Signal:
    """The one that a person has to know of first: what acts before what asks, then by concern, then by urgency."""
    return min(signals, key=lambda signal: (not signal.acts, _ORDER.index(signal.concern), signal.urgency.rank), default=CALM)


def _texts(inbound: Inbound) -> list[str]:
    return [words.text for words in (inbound.words, *inbound.fields.values()) if words.text]
