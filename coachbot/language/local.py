"""The parent's side of a language model from a folder: a child that generates, one thing at a time. Its libraries are loaded there."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import Process
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import structlog

from coachbot.children import kill, started
from coaching.errors import NoWords
from coaching.phrasing import Prompt

CHILD = (sys.executable, "-P", "-m", "coachbot.language.child")
LONGEST = 256 * 1024  # bytes of one line between the two
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: a child not ready after `loading`, or silent for `hung` after its time, is ended. `rests` go before each new start."""

    loading: float = 300.0
    hung: float = 10.0
    rests: tuple[float, ...] = (1.0, 10.0, 60.0, 300.0)


class LocalModel:
    """Carries out `coaching.phrasing.LanguageModel` with a child that is started anew when it dies.

    While it works on one prompt, or is not ready, it is `missing`: nobody waits in a queue for a line that nobody needs.
    """

    kind = "local"

    def __init__(self, folder: Path, child: Sequence[str] = CHILD, limits: Limits | None = None) -> None:
        self.name = folder.name
        self.missing = "not started"
        self._command = (*child, str(folder))
        self._limits = limits or Limits()
        self._keeping: asyncio.Task[None] | None = None
        self._writer: StreamWriter | None = None
        self._answer: asyncio.Future[dict[str, Any]] | None = None
        self._process: Process | None = None

    def start(self) -> None:
        """Start the child, and keep one alive until `close`."""
        self.missing = "loading"
        self._keeping = asyncio.create_task(self._keep(), name="language")

    async def close(self) -> None:
        """End the child."""
        self.missing = "stopped"
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)

    async def complete(self, prompt: Prompt, within: float) -> str:
        if self.missing or self._writer is None:
            raise NoWords(self.missing or "not ready")
        self.missing = "busy"
        answer = self._answer = asyncio.get_running_loop().create_future()
        self._writer.write(_line({**asdict(prompt), "within": within}))
        watch = asyncio.get_running_loop().call_later(within + self._limits.hung, self._give_up)
        answer.add_done_callback(lambda _: watch.cancel())
        told = await asyncio.shield(answer)
        words = told.get("words")
        if not isinstance(words, str):
            raise NoWords(str(told.get("failed", "garbled"))[:40])
        return words

    # -- the child --------------------------------------------------------------------------------------------------------------

    async def _keep(self) -> None:
        failures = 0
        while True:
            try:
                async with started(self._command, OFFLINE, "language", longest=LONGEST, apart=True) as (
                    self._process,
                    reader,
                    self._writer,
                ):
                    failures = await self._live(reader, failures)
            except Exception as error:  # whatever ended it, another one is started
                log.error("language.lost", error=type(error).__name__)
            finally:
                self._over()
            if failures < 0:
                return
            self.missing = "to be started again"
            await asyncio.sleep(self._limits.rests[min(failures, len(self._limits.rests) - 1)])
            failures += 1
            self.missing = "loading"

    async def _live(self, reader: StreamReader, failures: int) -> int:
        """Until the child ends: how many failures there have been, or -1 where it says that it will never be ready."""
        async with asyncio.timeout(self._limits.loading):
            first = await _read(reader)
        if "wrong" in first:
            self.missing = str(first["wrong"])
            log.error("language.none", why=self.missing)
            return -1
        if "ready" not in first:
            return failures
        self.missing = ""
        while told := await _read(reader):
            if self._answer is not None and not self._answer.done():
                self._answer.set_result(told)
            self.missing, failures = "", 0
        return failures

    def _over(self) -> None:
        self._writer = self._process = None
        if self._answer is not None and not self._answer.done():
            self._answer.set_result({"failed": "lost"})

    def _give_up(self) -> None:
        """It is silent long after its time: end it, and another is started."""
        if self._process is not None:
            kill(self._process)


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode() + b"\n"


async def _read(reader: StreamReader) -> dict[str, Any]:
    """What the child says next; nothing once it has ended, or says what it never would."""
    try:
        told = json.loads(await reader.readline())
    except (ValueError, ConnectionError):
        return {}
    return told if isinstance(told, dict) else {}
