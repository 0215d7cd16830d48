"""The turn: claim, read, decide, and write it all down at once. What waits for a language model does so apart from the others."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from bot import page
from bot.dialogs import hearing, turn_taking
from bot.dialogs.library import Library
from bot.dialogs.turn_taking import Turn
from bot.nlu.reading import GoalJudge, Reader, Reading
from bot.phrasing.phraser import Phraser
from coaching.effects import Effect, Note, RedeemLink, Say
from coaching.errors import MovedOn
from coaching.notebook import Claim, Notebook, Page
from coaching.ports import Clock, Landmark, Names
from coaching.programme import Programme, Surroundings

LEASE = timedelta(seconds=30)
BATCH = 32
TRIES = 3  # turns that failed with an error before a message is set aside

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mind:
    """Everything a decision is made with, none of it changing while the service runs. `phraser` has no part in deciding."""

    library: Library
    reader: Reader
    judge: GoalJudge
    programme: Programme
    phraser: Phraser | None = None


class Performer:
    """Takes waiting messages, one a conversation, and turns each into a page of the notebook.

    `wake` is rung when something is to be sent, `more` when a conversation that waited for a language model is free again.
    """

    def __init__(
        self,
        notebook: Notebook,
        mind: Mind,
        *,
        clock: Clock,
        names: Names,
        at: Landmark,
        wake: Callable[[], None] = lambda: None,
        more: Callable[[], None] = lambda: None,
    ) -> None:
        self._notebook = notebook
        self._mind = mind
        self._clock = clock
        self._names = names
        self._at = at
        self._wake = wake
        self._more = more
        self._apart: set[asyncio.Task[None]] = set()  # turns that wait for a language model

    async def perform_waiting(self, limit: int = BATCH) -> int:
        """One turn in each of up to `limit` conversations that wait; how many were claimed."""
        claims = await self._notebook.claim(limit, LEASE)
        if not claims:
            return 0
        self._at("turn.claimed")
        await asyncio.gather(*(self._guarded(claim, self._turn(claim)) for claim in claims))
        self._wake()
        return len(claims)

    async def finish(self) -> int:
        """Until the turns that wait for a language model are written; how many there were."""
        apart = list(self._apart)
        await asyncio.gather(*apart)
        return len(apart)

    async def _guarded(self, claim: Claim, turn: Coroutine[Any, Any, None]) -> None:
        try:
            await turn
        except MovedOn:
            log.info("turn.moved_on", conversation=claim.conversation.id)
            await self._notebook.put_back(claim, "moved on")
        except Exception as error:  # a message that cannot be handled must not stop the others
            log.error("turn.failed", conversation=claim.conversation.id, tries=claim.tries + 1, error=_where(error))
            await self._notebook.put_back(claim, type(error).__name__)

    async def _turn(self, claim: Claim) -> None:
        if claim.tries >= TRIES:
            sorry = Turn(claim.conversation, page.apology("trouble.set_aside"))
            await self._notebook.write_turn(self._page(claim, sorry, aside="could not be handled"))
            return
        surroundings = self._surroundings(claim)
        reading = self._read(claim, surroundings)
        turn = self._decide(claim, reading, surroundings)
        self._at("turn.decided")
        redeem = next((effect for effect in turn.effects if isinstance(effect, RedeemLink)), None)
        if redeem is not None and await self._notebook.join(claim, redeem.code):
            return
        if redeem is not None:
            turn = replace(turn, effects=tuple(redeem.refused if effect is redeem else effect for effect in turn.effects))
        if not self._phrases(claim, reading, turn):
            await self._write(claim, turn)

    def _read(self, claim: Claim, surroundings: Surroundings) -> Reading:
        return hearing.read(claim.inbound, self._mind.reader, self._mind.library.question(claim.conversation, surroundings))

    def _decide(self, claim: Claim, reading: Reading, surroundings: Surroundings) -> Turn:
        mind = self._mind
        turn = turn_taking.decide(mind.library, claim.conversation, claim.inbound, reading, surroundings, mind.judge, self._names)
        return _while_unreadable(claim, turn) if claim.unreadable else turn

    async def _write(self, claim: Claim, turn: Turn) -> None:
        await self._notebook.write_turn(self._page(claim, turn))
        self._at("turn.written")

    def _phrases(self, claim: Claim, reading: Reading, turn: Turn) -> bool:
        """Whether a language model is asked about this turn. It is written apart then, so that nobody else waits for it."""
        phraser = self._mind.phraser
        say = None if phraser is None else phraser.wanted(claim, reading, turn)
        if phraser is None or say is None:
            return False
        task = asyncio.create_task(self._write_apart(claim, self._write_phrased(claim, turn, say, phraser)))
        self._apart.add(task)
        task.add_done_callback(self._apart.discard)
        return True

    async def _write_apart(self, claim: Claim, turn: Coroutine[Any, Any, None]) -> None:
        """Nobody waits for this turn: where even putting it back fails, its lease ends and it is claimed again."""
        try:
            await self._guarded(claim, turn)
        except Exception as error:  # the database is away, for one
            log.error("turn.not_put_back", conversation=claim.conversation.id, error=type(error).__name__)

    async def _write_phrased(self, claim: Claim, turn: Turn, say: Say, phraser: Phraser) -> None:
        await self._write(claim, await phraser.phrased(claim, turn, say))
        self._wake()
        self._more()

    def _surroundings(self, claim: Claim) -> Surroundings:
        now = self._clock.now()
        today = now.astimezone(ZoneInfo(claim.participant.zone)).date()
        return Surroundings(claim.participant, claim.inbound.address, self._mind.programme, now, today, claim.goals)

    def _page(self, claim: Claim, turn: Turn, aside: str = "") -> Page:
        return page.write(claim, turn.conversation, turn.effects, self._mind.library, self._clock, self._names, aside=aside)


def _while_unreadable(claim: Claim, turn: Turn) -> Turn:
    """The stored state waits for a person: safety words are still answered, everything else with an apology."""
    note = Note("state.unreadable", {"why": claim.unreadable})
    if any(_is_safety(effect) for effect in turn.effects):
        return Turn(claim.conversation, (*turn.effects, note))
    return Turn(claim.conversation, (*page.apology("trouble.unreadable"), note))


def _where(error: BaseException) -> str:
    """The kind of error and the place it was raised: never its message, which may hold somebody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}" if frames else type(error).__name__


def _is_safety(effect: Effect) -> bool:
    return getattr(effect, "lane", None) == 0
