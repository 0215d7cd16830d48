"""The turn: claim, read, decide, and write it all down at once."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import structlog

from bot import page
from bot.dialogs import hearing, turn_taking
from bot.dialogs.library import Library
from bot.dialogs.turn_taking import Turn
from bot.dialogs.utterances import understood, utterances
from bot.nlu.reading import GoalJudge, Question, Reader, Reading
from bot.nlu.understanding import Understanding
from coaching.effects import Effect, Note, RedeemLink
from coaching.errors import MovedOn
from coaching.notebook import Claim, Notebook, Page
from coaching.ports import Clock, Landmark, Names
from coaching.programme import Programme, Surroundings

LEASE = timedelta(seconds=30)
BATCH = 32
READING = 1.5  # seconds that a model may take over a message; rules alone have read it by then
TRIES = 3  # turns that failed with an error before a message is set aside

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mind:
    """Everything a decision is made with. None of it changes while the service runs; only the model may come, be late, and go."""

    library: Library
    reader: Reader
    judge: GoalJudge
    programme: Programme
    understanding: Understanding | None = None


class Performer:
    """Takes waiting messages, one a conversation, and turns each into a page of the notebook."""

    def __init__(
        self, notebook: Notebook, mind: Mind, *, clock: Clock, names: Names, at: Landmark, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._notebook = notebook
        self._mind = mind
        self._clock = clock
        self._names = names
        self._at = at
        self._wake = wake

    async def perform_waiting(self, limit: int = BATCH) -> int:
        """One turn in each of up to `limit` conversations that wait; how many were claimed."""
        claims = await self._notebook.claim(limit, LEASE)
        if not claims:
            return 0
        self._at("turn.claimed")
        await asyncio.gather(*(self._perform(claim) for claim in claims))
        self._wake()
        return len(claims)

    async def _perform(self, claim: Claim) -> None:
        try:
            await self._turn(claim)
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
        turn = await self._decide(claim)
        self._at("turn.decided")
        redeem = next((effect for effect in turn.effects if isinstance(effect, RedeemLink)), None)
        if redeem is not None and await self._notebook.join(claim, redeem.code):
            return
        if redeem is not None:
            turn = replace(turn, effects=tuple(redeem.refused if effect is redeem else effect for effect in turn.effects))
        await self._notebook.write_turn(self._page(claim, turn))
        self._at("turn.written")

    async def _decide(self, claim: Claim) -> Turn:
        mind, surroundings = self._mind, self._surroundings(claim)
        reading = await self._read(claim, mind.library.question(claim.conversation, surroundings))
        turn = turn_taking.decide(mind.library, claim.conversation, claim.inbound, reading, surroundings, mind.judge, self._names)
        return _while_unreadable(claim, turn) if claim.unreadable else turn

    async def _read(self, claim: Claim, question: Question | None) -> Reading:
        """By rules always; and by the model where there is one and it answers in time."""
        mind, inbound = self._mind, claim.inbound
        reading = hearing.read(inbound, mind.reader, question)
        if mind.understanding is None:
            return reading
        asked = utterances(inbound, reading, question, claim.conversation.watch)
        heard = await asyncio.gather(*(mind.understanding.scores(utterance, READING) for utterance in asked))
        return understood(inbound, reading, asked, heard)

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
