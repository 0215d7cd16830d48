"""Masking a message as it arrives: nothing of it is stored before this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from coaching.message import Inbound
from coaching.words import Words


class Masked(Protocol):
    """A text with its identifiers masked in place, and their kinds."""

    @property
    def text(self) -> str: ...

    @property
    def kinds(self) -> tuple[str, ...]: ...


def guarded(inbound: Inbound, mask: Callable[[str], Masked]) -> Inbound:
    """The message with every text in it masked: words, caption, the fields of a form."""
    words = mask(inbound.words.text)
    fields = {name: mask(part.text) for name, part in inbound.fields.items()}
    kinds = dict.fromkeys(kind for masked in (words, *fields.values()) for kind in masked.kinds)
    return replace(
        inbound, words=Words(words.text), fields={name: Words(part.text) for name, part in fields.items()}, masked=(*inbound.masked, *kinds)
    )


@dataclass(frozen=True, slots=True)
class AsItIs:
    """A text in which nothing is masked."""

    text: str
    kinds: tuple[str, ...] = ()
