"""One child from its start to its end: what is asked of it, what it answers, and how its parent sees that it is no good any more."""

from __future__ import annotations

import asyncio
import contextlib
from asyncio import Future, StreamReader, StreamWriter
from asyncio.subprocess import Process
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import structlog

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coachbot.children import LEAVE, kill, started
from coachbot.model import wire
from coaching.errors import CoachingError, NoModel

log = structlog.get_logger(__name__)

ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class Lost(CoachingError):
    """The child has ended, or had to be ended; it is started anew, and until it is ready rules alone read the messages."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: a child not ready after `loading`, or silent for `hung` with something to answer, is ended; looked at every `pulse`."""

    loading: float = 180.0
    hung: float = 10.0
    pulse: float = 1.0


class Life:
    """One child. `behind`: an answer is late and nothing has come since, so nobody need wait for another. `since`: ready since then."""

    def __init__(self, limits: Limits) -> None:
        self.named: dict[str, str] = {}
        self.behind = False
        self.since = 0.0
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        self._began = self._heard_at = self._loop.time()
        self._awake = asyncio.Event()  # ready, or over
        self._numbers = count()
        self._waiting: dict[int, Future[Scores | None]] = {}
        self._sent: dict[int, float] = {}  # what the child has not answered, though nobody may wait for it any more
        self._writer: StreamWriter | None = None
        self._why = ""

    async def live(self, child: Sequence[str]) -> None:
        """Until it ends, which is always a Lost, or NoModel where the child says that it will never be ready."""
        async with started(child, ONE_THREAD, "understanding") as (process, reader, self._writer):
            watching = asyncio.create_task(self._watch(process))
            try:
                await self._listen(reader)
            except (asyncio.IncompleteReadError, OSError):
                raise Lost(self._why or await _ending(process)) from None
            except wire.Garbled:
                raise Lost("it said what it never would") from None
            finally:
                watching.cancel()
                self._end()

    async def scores(self, utterance: Utterance, until: float) -> Scores | None:
        """The child's answer once it is ready; None where it ends before, or cannot score this. Cancel when it is no use any more."""
        await self._awake.wait()
        if self._writer is None:
            return None
        number = next(self._numbers)
        future: Future[Scores | None] = self._loop.create_future()
        self._waiting[number] = future
        self._sent[number] = self._loop.time()
        self._writer.write(wire.request(number, until, utterance))
        try:
            return await future
        except asyncio.CancelledError:
            self.behind = True
            raise
        finally:
            del self._waiting[number]

    async def _listen(self, reader: StreamReader) -> None:
        while True:
            length = wire.length_of(await reader.readexactly(wire.HEAD.size))
            self._hear(wire.frame_of(await reader.readexactly(length)))
            await asyncio.sleep(0)  # whoever got this answer goes on with it before the next is read, and so does everybody else

    def _hear(self, frame: wire.Frame) -> None:
        self._heard_at, self.behind = self._loop.time(), False
        if "wrong" in frame:
            raise NoModel(str(frame["wrong"]))
        if "ready" in frame:
            self.named, self.since = wire.names_of(frame), self._loop.time()
            self._awake.set()
            return
        number = wire.number_of(frame)
        self._sent.pop(number, None)
        future = self._waiting.get(number)
        if future is not None and not future.done():
            future.set_result(wire.scores_of(frame))

    async def _watch(self, process: Process) -> None:
        """End the child when it is no good any more; its parent then hears it end."""
        while not self._why:
            await asyncio.sleep(self._limits.pulse)
            now = self._loop.time()
            if not self.since and now - self._began > self._limits.loading:
                self._why = "it was not ready in time"
            if self._sent and now - max(self._heard_at, min(self._sent.values())) > self._limits.hung:
                self._why = "it was silent"
        kill(process)

    def _end(self) -> None:
        self._writer = None
        self._awake.set()
        for future in self._waiting.values():
            if not future.done():
                future.set_result(None)


async def _ending(process: Process) -> str:
    """How it ended, of itself."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LEAVE):
            code = await process.wait()
            return f"it was ended by signal {-code}" if code < 0 else f"it ended with {code}"
    return "it closed the wire"
