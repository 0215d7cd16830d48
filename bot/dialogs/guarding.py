"""Masking a message as it arrives: nothing of it is stored before this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.dialogs import crisis
from bot.dialogs.library import Library
from bot.nlu.commands import link_code
from bot.nlu.identifiers import KINDS, Masked, masked
from coaching.message import Inbound
from coaching.words import Words

LIKE_A_CODE = ("postcode",)  # what a mistyped code for linking may look like, which has to be read to be refused


def mask_of(library: Library, language: str) -> Callable[[str], Masked]:
    """What masks one text: with the marks of the wording, and without touching the numbers of the crisis lines."""
    words = library.words(language)
    marks = {kind: words[f"guard.mark.{kind}"].variants[0].source for kind in KINDS}
    spare = frozenset(number for country in library.countries.values() for number in crisis.numbers(country))
    return partial(masked, marks=marks, spare=spare)


def guarded(inbound: Inbound, mask: Callable[[str], Masked] = masked) -> Inbound:
    """The message with every text in it masked: words, caption, the fields of a form."""
    words = mask(inbound.words.text)
    fields = {name: mask(part.text) for name, part in inbound.fields.items()}
    kinds = dict.fromkeys(kind for each in (words, *fields.values()) for kind in each.kinds)
    if not kinds or (tuple(kinds) == LIKE_A_CODE and link_code(inbound.words.text)):
        return inbound
    return replace(
        inbound,
        words=Words(words.text),
        fields={name: Words(part.text) for name, part in fields.items()},
        masked=tuple(dict.fromkeys((*inbound.masked, *kinds))),
    )
