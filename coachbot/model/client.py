"""The parent's side: a child that scores messages, asked in time or done without. Nothing here loads what the child needs."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coachbot.model.life import Life, Limits, Lost
from coaching.errors import NoModel

log = structlog.get_logger(__name__)

CHILD = (sys.executable, "-P", "-m", "coachbot.model.child")


@dataclass(frozen=True, slots=True)
class Rests:
    """Seconds before each new start, the last again and again, so that at most four starts fall into a minute.

    After a life in which the child was ready for `sound` seconds they begin anew.
    """

    before: tuple[float, ...] = (1.0, 10.0, 20.0, 40.0, 60.0)
    sound: float = 60.0


LIMITS, RESTS = Limits(), Rests()


def command(folder: str = "", dtype: str = "auto", fast: str = "", second: str = "") -> tuple[str, ...]:
    """How the child is started: `load_model`'s arguments; the descriptor of its socket comes last."""
    return (*CHILD, folder, dtype, fast, second)


@dataclass(frozen=True, slots=True)
class NoChild:
    """In place of the model where there is none: rules alone read."""

    why: str

    def start(self) -> None:
        return None

    async def close(self) -> None:
        return None

    async def scores(self, utterance: Utterance, within: float) -> Scores | None:
        return None

    def state(self) -> Mapping[str, Any]:
        return {"layer": "rules", "why": self.why}


class ChildModel:
    """Carries out `bot.nlu.understanding.Understanding` with a child that is started anew whenever it dies."""

    def __init__(self, child: Sequence[str], limits: Limits = LIMITS, rests: Rests = RESTS) -> None:
        self._child = child
        self._limits = limits
        self._rests = rests
        self._life: Life | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._why = "not started"
        self._restarts = 0
        self._late = 0

    def start(self) -> None:
        """Start the child, and keep one alive until `close`."""
        self._life = Life(self._limits)
        self._keeping = asyncio.create_task(self._keep(self._life), name="understanding")

    async def close(self) -> None:
        """End the child; from now on there is no answer."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
        self._why = "stopped"

    async def scores(self, utterance: Utterance, within: float) -> Scores | None:
        """What the model makes of the message, or None: it is not there, not ready in time, behind, or cannot score this."""
        life = self._life
        if life is None:
            return None
        with contextlib.suppress(TimeoutError):
            if not life.behind:
                async with asyncio.timeout(within):
                    return await life.scores(utterance, asyncio.get_running_loop().time() + within)
        self._late += 1
        return None

    def state(self) -> Mapping[str, Any]:
        """For `/readyz`: which layer reads, why it is not the model, and how often it was not there."""
        life = self._life
        named = life.named if life else {}
        why = self._why if life is None else "loading" if not named else "behind" if life.behind else ""
        names = {"encoder": "", "dtype": "", **named}
        return {"layer": "rules" if why else "model", "why": why, **names, "restarts": self._restarts, "late": self._late}

    async def _keep(self, life: Life) -> None:
        failures = 0
        while True:
            try:
                await life.live(self._child)
            except NoModel as wrong:  # this does not pass: it waits for a person and the next start
                self._why = str(wrong)
                log.error("understanding.none", why=self._why)
                return
            except Exception as error:  # whatever ended it, another one is started
                self._why = f"to be started again: {error}" if isinstance(error, Lost) else type(error).__name__
            finally:
                self._life = None
            failures = 1 if self._was_sound(life) else failures + 1
            log.error("understanding.lost", why=self._why, failures=failures)
            await asyncio.sleep(self._rests.before[min(failures, len(self._rests.before)) - 1])
            self._restarts += 1
            life = self._life = Life(self._limits)

    def _was_sound(self, life: Life) -> bool:
        return bool(life.since) and asyncio.get_running_loop().time() - life.since >= self._rests.sound
