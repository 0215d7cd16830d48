"""Receive: what a person did is committed here before any platform hears that it arrived."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from weakref import WeakValueDictionary

import structlog

from coaching.errors import NotStored
from coaching.message import Inbound
from coaching.notebook import Notebook
from coaching.ports import Cursor, Landmark, Receipt, Spool, Spooled
from coaching.words import Words

LONGEST = 40_000  # characters kept of one message: Slack's own limit, the largest of the channels
PATIENCE = 2.0  # seconds: Slack waits three in all
log = structlog.get_logger(__name__)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def unheard(_: Sequence[Inbound]) -> None:
    """Nobody else has to know what arrives."""


class Inbox:
    """The way in for every channel; carries out `coaching.ports.Intake`.

    `heard` is told what arrives, before it is kept. `patience`: seconds a commit may take before it is spooled.
    """

    def __init__(
        self,
        notebook: Notebook,
        *,
        heard: Callable[[Sequence[Inbound]], None] = unheard,
        wake: Callable[[], None],
        at: Landmark,
        spool: Spool | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._notebook = notebook
        self._heard = heard
        self._wake = wake
        self._at = at
        self._spool = spool
        self._patience = patience
        self._emptying = asyncio.Lock()
        self._queues: WeakValueDictionary[tuple[str, str, str], asyncio.Lock] = WeakValueDictionary()

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        """Take messages in, each once, and move the cursor with them. Returning means that they are kept; raises where they are not."""
        self._at("receive.arrived")
        self._heard(inbounds)
        clean = [storable(inbound) for inbound in inbounds]
        async with self._in_order(clean):
            receipts = await self._notebook.take_in(clean, cursor) if self._spool is None else await self._keep(clean, cursor, self._spool)
        self._at("receive.committed")
        self._wake()
        self._at("receive.woken")
        return receipts

    @asynccontextmanager
    async def _in_order(self, inbounds: Sequence[Inbound]) -> AsyncIterator[None]:
        """What one person does is kept in the order it came, even where two deliveries come at once and the first takes longer."""
        people = {(at.channel, at.account, at.person) for at in (inbound.address for inbound in inbounds)}
        async with AsyncExitStack() as stack:
            for person in sorted(people):
                await stack.enter_async_context(self._queues.setdefault(person, asyncio.Lock()))
            yield

    async def _keep(self, inbounds: list[Inbound], cursor: Cursor | None, spool: Spool) -> list[Receipt]:
        """In the database; while it is away, in the spool, behind whatever waits there already."""
        try:
            if spool.empty() or await self.empty_spool():
                async with asyncio.timeout(self._patience):
                    return await asyncio.shield(self._notebook.take_in(inbounds, cursor))
        except Exception as error:  # whatever keeps the database from taking it: it is kept, and the platform need not deliver again
            log.error("receive.database_away", error=type(error).__name__)
        try:
            spool.put(inbounds, cursor)
        except OSError as error:
            raise NotStored("Nothing was stored: neither the database nor the spool can be written. Look at the disk.") from error
        return [Receipt.TAKEN] * len(inbounds)

    async def empty_spool(self) -> bool:
        """Take in what is spooled, in its order; whether nothing is left. What was in the database already changes nothing."""
        if self._spool is None:
            return True
        async with self._emptying:
            for spooled in self._spool.waiting():
                if not await self._take_out(spooled, self._spool):
                    return False
        return True

    async def _take_out(self, spooled: Spooled, spool: Spool) -> bool:
        """Whether this delivery is out of the way: in the database, or set aside because the database will never take it."""
        try:
            await self._notebook.take_in(spooled.inbounds, spooled.cursor)
        except (NotStored, OSError) as error:
            log.error("spool.waits", error=type(error).__name__)
            return False
        except Exception as error:  # one bad delivery must not keep every later one from being read
            log.error("spool.set_aside", delivery=spooled.name, error=type(error).__name__)
            spool.set_aside(spooled)
            return True
        spool.done(spooled)
        self._wake()
        return True

    async def cursor(self, name: str) -> str | None:
        """How far a channel has been read, as committed."""
        return await self._notebook.cursor(name)


def storable(inbound: Inbound) -> Inbound:
    """The message without what no database can hold, and no longer than `LONGEST`."""
    fields = {name: _clean(words) for name, words in inbound.fields.items()}
    return replace(inbound, words=_clean(inbound.words), fields=fields)


def _clean(words: Words) -> Words:
    return Words(_UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", words.text[:LONGEST]))
