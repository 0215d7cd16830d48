"""Receive: what a person did is committed here before any platform hears that it arrived."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from coaching.message import Inbound
from coaching.notebook import Notebook
from coaching.ports import Cursor, Landmark, Receipt
from coaching.words import Words

LONGEST = 40_000  # characters kept of one message: Slack's own limit, the largest of the channels
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Inbox:
    """The way in for every channel; carries out `coaching.ports.Intake`."""

    def __init__(self, notebook: Notebook, *, wake: Callable[[], None], at: Landmark) -> None:
        self._notebook = notebook
        self._wake = wake
        self._at = at

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        """Take messages in, each once, and move the cursor with them. Returning means committed; raises where nothing was stored."""
        self._at("receive.arrived")
        receipts = await self._notebook.take_in([storable(inbound) for inbound in inbounds], cursor)
        self._at("receive.committed")
        self._wake()
        self._at("receive.woken")
        return receipts

    async def cursor(self, name: str) -> str | None:
        """How far a channel has been read, as committed."""
        return await self._notebook.cursor(name)


def storable(inbound: Inbound) -> Inbound:
    """The message without what no database can hold, and no longer than `LONGEST`."""
    fields = {name: _clean(words) for name, words in inbound.fields.items()}
    return replace(inbound, words=_clean(inbound.words), fields=fields)


def _clean(words: Words) -> Words:
    return Words(_UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", words.text[:LONGEST]))
