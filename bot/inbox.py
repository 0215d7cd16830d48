"""Receive: what a person did is committed here before any platform hears that it arrived, and danger is answered in the same commit."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any
from weakref import WeakValueDictionary

import structlog

from bot.lookout import Lookout, Seen
from coaching.concern import Alarm, Raised
from coaching.errors import NotStored
from coaching.message import Inbound
from coaching.notebook import Notebook
from coaching.ports import Cursor, Landmark, Receipt, Spool, Spooled
from coaching.words import Words

LONGEST = 40_000  # characters kept of one message: Slack's own limit, the largest of the channels
TOGETHER = 64  # spooled deliveries in one transaction
PATIENCE = 2.0  # seconds: Slack waits three in all
Person = tuple[str, str, str]  # channel, account, person
log = structlog.get_logger(__name__)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def unheard(_: Sequence[Inbound]) -> None:
    """Nobody else has to know what arrives."""


class Inbox:
    """The way in for every channel; carries out `coaching.ports.Intake`.

    `heard` is told what arrives before it is kept, `wake` is rung for every message, `hurry` where a safety text waits to go out.
    `patience`: seconds a commit may take before the message is spooled.
    """

    def __init__(
        self,
        notebook: Notebook,
        lookout: Lookout,
        *,
        heard: Callable[[Sequence[Inbound]], None] = unheard,
        wake: Callable[[], None],
        hurry: Callable[[], None] = lambda: None,
        at: Landmark,
        spool: Spool | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._notebook = notebook
        self._lookout = lookout
        self._heard = heard
        self._wake = wake
        self._hurry = hurry
        self._at = at
        self._spool = spool
        self._patience = patience
        self._emptier: asyncio.Task[bool] | None = None
        self._read_to: dict[str, str] = {}  # how far each channel has been read, as it is kept: in the database, or in the spool
        self._queues: WeakValueDictionary[Person, asyncio.Lock] = WeakValueDictionary()

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        """Take messages in, each once, and move the cursor with them. Returning means that they are kept; raises where they are not."""
        self._at("receive.arrived")
        self._heard(inbounds)
        seen = [self._lookout.look(storable(inbound)) for inbound in inbounds]
        people = sorted({(at.channel, at.account, at.person) for at in (inbound.address for inbound in inbounds)})
        receipts = await self._in_order(people, seen, cursor)
        if cursor is not None:
            self._read_to[cursor.name] = cursor.value
        self._at("receive.committed")
        self._wake()
        if any(each.raised for each in seen):
            self._hurry()
        self._at("receive.woken")
        return receipts

    async def _in_order(self, people: Sequence[Person], seen: Sequence[Seen], cursor: Cursor | None) -> list[Receipt]:
        """What one person does is kept in the order it came, even where two deliveries come at once and the first takes longer."""
        if not people:
            return await self._keep(seen, cursor)
        async with self._queue_of(people[0]):
            return await self._in_order(people[1:], seen, cursor)

    def _queue_of(self, person: Person) -> asyncio.Lock:
        return self._queues.get(person) or self._queues.setdefault(person, asyncio.Lock())

    async def _keep(self, seen: Sequence[Seen], cursor: Cursor | None) -> list[Receipt]:
        """In the database; while it is away, in the spool, behind whatever waits there already. What cannot wait is said all the same."""
        inbounds = [each.inbound for each in seen]
        try:
            if self._spool is None:
                return await self._notebook.take_in(inbounds, cursor, self._alarms(seen))
            if await self._caught_up(self._spool):
                return await self._within_patience(self._notebook.take_in(inbounds, cursor, self._alarms(seen)))
        except Exception as error:  # whatever keeps the database from taking it: it is kept, and the platform need not deliver again
            log.error("receive.database_away", error=type(error).__name__, cases=_named(seen))
            self._at("receive.failed")
            if self._spool is None:
                self._cry(seen, None)
                raise
        self._at("receive.away")
        self._cry(seen, self._spooled(inbounds, seen, cursor, self._spool))
        self._at("receive.spooled")
        return [Receipt.TAKEN] * len(inbounds)

    async def _within_patience(self, taking: Coroutine[Any, Any, list[Receipt]]) -> list[Receipt]:
        """What came of it; TimeoutError where it takes longer, and then it goes on all the same."""
        task = asyncio.create_task(taking)
        loop, waited = asyncio.get_running_loop(), asyncio.Event()
        timer = loop.call_later(self._patience, waited.set)
        task.add_done_callback(partial(_over, waited))
        try:
            await waited.wait()
        finally:
            timer.cancel()
        if not task.done():
            raise TimeoutError
        return task.result()

    def _alarms(self, seen: Sequence[Seen]) -> dict[int, Alarm]:
        return {place: alarm for place, each in enumerate(seen) if (alarm := self._lookout.alarm(each)) is not None}

    async def cursor(self, name: str) -> str | None:
        """How far a channel has been read: while the database is away, as it was kept last."""
        try:
            if name not in self._read_to or self._spool is None or self._spool.empty():
                async with asyncio.timeout(self._patience):
                    return await self._notebook.cursor(name)
        except Exception as error:
            if name not in self._read_to:
                raise
            log.warning("receive.cursor_from_memory", error=type(error).__name__)
        return self._read_to[name]

    async def finish(self) -> None:
        """Until every safety text that goes past the database has arrived or not."""
        await self._lookout.quiet()

    # -- the spool --------------------------------------------------------------------------------------------------------------

    def _spooled(self, inbounds: Sequence[Inbound], seen: Sequence[Seen], cursor: Cursor | None, spool: Spool) -> Spooled:
        try:
            return spool.put(inbounds, cursor, {place: each.raised for place, each in enumerate(seen) if each.raised is not None})
        except OSError as error:
            self._cry(seen, None)
            raise NotStored("Nothing was stored: neither the database nor the spool can be written. Look at the disk.") from error

    def _cry(self, seen: Sequence[Seen], spooled: Spooled | None) -> None:
        """What cannot wait for the database is said past it, and the spool is told what arrived."""
        arrived = {} if spooled is None else dict(spooled.raised)

        def mark(place: int, raised: Raised) -> None:
            arrived[place] = raised
            if spooled is not None and self._spool is not None:
                self._spool.put_again(replace(spooled, raised=dict(arrived)))

        for place, each in enumerate(seen):
            self._lookout.cry(each, self._notebook.home(each.inbound.address), partial(mark, place))

    async def _caught_up(self, spool: Spool) -> bool:
        """Whether nothing waits before this message. Who is taking in what waits is waited for a moment, and only by whoever began it."""
        if spool.empty():
            return True
        if self._emptier is not None and not self._emptier.done():
            return False
        done, _ = await asyncio.wait({self._begin_emptying()}, timeout=self._patience)
        return bool(done) and spool.empty()

    def _begin_emptying(self) -> asyncio.Task[bool]:
        if self._emptier is None or self._emptier.done():
            self._emptier = asyncio.create_task(self._emptied())
        return self._emptier

    async def empty_spool(self) -> bool:
        """Take in what is spooled, in its order; whether nothing is left. What was in the database already changes nothing."""
        return self._spool is None or await asyncio.shield(self._begin_emptying())

    async def _emptied(self) -> bool:
        spool = self._spool
        try:
            while spool is not None and (waiting := list(islice(spool.waiting(), TOGETHER))):
                if not await self._take_out(waiting, spool):
                    return False
        except OSError as error:
            log.error("spool.stuck", error=type(error).__name__)
            return False
        return True

    async def _take_out(self, waiting: Sequence[Spooled], spool: Spool) -> bool:
        """Whether these are out of the way: in the database, or set aside because the database will never take them.

        Together, so that what waits goes in as fast as what comes; one by one where that fails for another reason than the database.
        """
        await self._lookout.quiet()
        try:
            await self._take_in_again(waiting)
        except (NotStored, OSError) as error:
            log.error("spool.waits", error=type(error).__name__)
            for spooled in waiting:
                self._cry(self._seen_again(spooled), spooled)  # again, where it did not arrive before
            return False
        except Exception as error:
            if len(waiting) > 1:
                return await self._one_by_one(waiting, spool)
            self._set_aside(waiting[0], spool, error)
            return True
        for spooled in waiting:
            spool.done(spooled)
        self._wake()
        if any(spooled.raised for spooled in waiting):
            self._hurry()
        return True

    async def _one_by_one(self, waiting: Sequence[Spooled], spool: Spool) -> bool:
        for each in waiting:
            if not await self._take_out([each], spool):
                return False
        return True

    async def _take_in_again(self, waiting: Sequence[Spooled]) -> None:
        """In their order, as many in one transaction as move no more than one cursor."""
        for run in _runs(waiting):
            seen = [each for spooled in run for each in self._seen_again(spooled)]
            last = next((spooled.cursor for spooled in reversed(run) if spooled.cursor is not None), None)
            await self._notebook.take_in([each.inbound for each in seen], last, self._alarms(seen))

    def _set_aside(self, spooled: Spooled, spool: Spool, error: Exception) -> None:
        """One bad delivery must not keep every later one from being read; what cannot wait is said all the same."""
        seen = self._seen_again(spooled)
        log.error("spool.set_aside", delivery=spooled.name, error=type(error).__name__, cases=_named(seen))
        self._cry(seen, None)
        spool.set_aside(spooled)

    def _seen_again(self, spooled: Spooled) -> list[Seen]:
        return [Seen(inbound, self._known(spooled.raised.get(place), inbound)) for place, inbound in enumerate(spooled.inbounds)]

    def _known(self, raised: Raised | None, inbound: Inbound) -> Raised | None:
        return None if raised is None else self._lookout.as_known(raised, inbound)


def _over(waited: asyncio.Event, task: asyncio.Task[list[Receipt]]) -> None:
    """Nobody waits any longer. An error that comes after that is not printed: words may be in it."""
    waited.set()
    if not task.cancelled():
        task.exception()


def _runs(waiting: Sequence[Spooled]) -> Iterator[list[Spooled]]:
    """The deliveries in their order; a new run begins where a second cursor would move."""
    run: list[Spooled] = []
    for spooled in waiting:
        moved = {each.cursor.name for each in (*run, spooled) if each.cursor is not None}
        if len(moved) > 1:
            yield run
            run = []
        run.append(spooled)
    yield run


def _named(seen: Sequence[Seen]) -> list[str]:
    """The cases that wait with these messages: whoever reads the log may know before the database does."""
    cases = [each.raised.case for each in seen if each.raised is not None]
    return [f"{case.id} {case.concern} {case.urgency}" for case in cases]


def storable(inbound: Inbound) -> Inbound:
    """The message without what no database can hold, and no longer than `LONGEST`."""
    words = _clean(inbound.words)
    fields = {name: _clean(each) for name, each in inbound.fields.items()}
    return inbound if (words, fields) == (inbound.words, inbound.fields) else replace(inbound, words=words, fields=fields)


def _clean(words: Words) -> Words:
    return words if words.text.isascii() and "\x00" not in words.text and len(words.text) <= LONGEST else Words(_stored(words.text))


def _stored(text: str) -> str:
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text[:LONGEST])
