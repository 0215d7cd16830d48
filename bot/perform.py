"""The turn: claim, read, decide, and write it all down at once. What waits for a language model does so apart from the others."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from bot import page
from bot.dialogs import hearing, protocol, turn_taking
from bot.dialogs.cards import Addressee
from bot.dialogs.library import Library
from bot.dialogs.turn_taking import Turn
from bot.dialogs.utterances import judge_of, understood, utterances
from bot.lookout import UNSEEN
from bot.nlu.concerns import phrase_signal
from bot.nlu.reading import GoalJudge, Question, Reader, Reading
from bot.nlu.understanding import Understanding
from bot.phrasing.phraser import Phraser
from coaching.concern import Concern, Detail, Signal
from coaching.effects import Effect, Note, OpenCase, RedeemLink, Say
from coaching.errors import MovedOn
from coaching.notebook import Claim, Notebook, Page
from coaching.participant import Address, Channel
from coaching.ports import Clock, Landmark, Names
from coaching.programme import Programme, Surroundings

LEASE = timedelta(seconds=30)
BATCH = 32
READING = 1.5  # seconds that a model may take over a message; rules alone have read it by then
TRIES = 3  # turns that failed with an error before a message is set aside
NOBODY: Mapping[Channel, Callable[[Address], None]] = {}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mind:
    """Everything a decision is made with. None of it changes while the service runs; only the model may come, be late, and go.

    `phraser` has no part in deciding: it is asked about what is decided already.
    """

    library: Library
    reader: Reader
    judge: GoalJudge
    programme: Programme
    phrases: Callable[[str], Signal] = phrase_signal  # what a message spoke of, as receive and the reader hear it
    detectors: str = ""  # who looks for concerns, with their versions, as the audit names them
    understanding: Understanding | None = None
    phraser: Phraser | None = None


class Performer:
    """Takes waiting messages, one a conversation, and turns each into a page of the notebook.

    `wake` is rung when something is to be sent, `more` when a conversation that waited for a language model is free again; `watching`
    tells a channel that shows the talk itself when there is more of it, even where nothing is sent.
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
        watching: Mapping[Channel, Callable[[Address], None]] = NOBODY,
    ) -> None:
        self._notebook = notebook
        self._mind = mind
        self._clock = clock
        self._names = names
        self._at = at
        self._wake = wake
        self._more = more
        self._watching = watching
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

    async def rehearsed(self, claim: Claim) -> Page:
        """What would be written of a message; nothing is, and no language model is asked."""
        around = self._surroundings(claim)
        reading, judge, note = await self._read(claim, around)
        turn = self._decide(claim, reading, judge, around)
        return self._page(claim, Turn(turn.conversation, (*turn.effects, *note)))

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
            await self._notebook.write_turn(self._page(claim, await self._last_word(claim), aside="could not be handled"))
            return
        around = self._surroundings(claim)
        reading, judge, note = await self._read(claim, around)
        turn = self._decide(claim, reading, judge, around)
        self._at("turn.decided")
        redeem = next((effect for effect in turn.effects if isinstance(effect, RedeemLink)), None)
        if redeem is not None and await self._notebook.join(claim, redeem.code):
            return
        if redeem is not None:
            turn = replace(turn, effects=tuple(redeem.refused if effect is redeem else effect for effect in turn.effects))
        turn = Turn(turn.conversation, (*turn.effects, *note))
        if not self._phrases(claim, reading, turn):
            await self._write(claim, turn)

    async def _read(self, claim: Claim, around: Surroundings) -> tuple[Reading, GoalJudge, tuple[Note, ...]]:
        """What the message means, who judges goals in it, and the audit's row: one for every message in which something is said."""
        before = self._clock.now()
        question = self._mind.library.question(claim.conversation, around)
        reading = hearing.read(claim.inbound, self._mind.reader, question)
        reading, judge = await self._asked(claim, reading, question)
        took = (self._clock.now() - before) / timedelta(milliseconds=1)
        if not page.says_something(claim.inbound):
            return reading, judge, ()
        decided = protocol.decision(reading.signal, "turn", self._mind.detectors, took)
        return reading, judge, (Note("safety.decision", {**decided, **_whose_line(claim)}),)

    async def _asked(self, claim: Claim, reading: Reading, question: Question | None) -> tuple[Reading, GoalJudge]:
        """The reading by rules, and what the model adds to it where there is one and it answers in time."""
        mind, inbound = self._mind, claim.inbound
        if mind.understanding is None:
            return reading, mind.judge
        asked = utterances(inbound, reading, question, claim.conversation.watch)
        heard = await asyncio.gather(*(mind.understanding.scores(utterance, READING) for utterance in asked))
        return understood(inbound, reading, asked, heard), judge_of(inbound, asked, heard, mind.judge)

    def _decide(self, claim: Claim, reading: Reading, judge: GoalJudge, around: Surroundings) -> Turn:
        turn = turn_taking.decide(self._mind.library, claim.conversation, claim.inbound, reading, around, judge, self._names)
        return _while_unreadable(claim, turn) if claim.unreadable else turn

    async def _last_word(self, claim: Claim) -> Turn:
        """Of a message that could not be handled: an apology; but danger is answered whatever else fails, and a person looks at it."""
        if claim.inbound.alarm:
            return Turn(claim.conversation)
        try:
            reading, _, note = await self._read(claim, self._surroundings(claim))
        except Exception as error:
            log.error("turn.not_read", conversation=claim.conversation.id, error=_where(error))
            reading, note = Reading(signal=UNSEEN), ()
        signal = reading.signal
        if not signal.acts and signal is not UNSEEN and reading.command != "help_now":
            return Turn(claim.conversation, (*page.apology("trouble.set_aside"), *note))
        say = protocol.say(self._addressee(claim), signal)
        case = () if signal.concern is Concern.NONE else (OpenCase(signal, review=not signal.acts),)
        return Turn(claim.conversation, (say, *case, *note))

    def _addressee(self, claim: Claim) -> Addressee:
        person, around = claim.participant, self._surroundings(claim)
        return Addressee(self._mind.library, around.programme, person.country, person.language, around.today)

    async def _write(self, claim: Claim, turn: Turn) -> None:
        await self._notebook.write_turn(self._page(claim, turn))
        self._at("turn.written")
        here = claim.inbound.address
        if tell := self._watching.get(here.channel):
            tell(here)

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
        return Surroundings(
            claim.participant, claim.inbound.address, self._mind.programme, now, today, claim.goals, self._mind.phraser is not None
        )

    def _page(self, claim: Claim, turn: Turn, aside: str = "") -> Page:
        return page.write(claim, turn.conversation, turn.effects, self._mind.library, self._clock, self._names, aside=aside)


def _while_unreadable(claim: Claim, turn: Turn) -> Turn:
    """The stored state waits for a person: safety words are still answered, everything else with an apology."""
    note = Note("state.unreadable", {"why": claim.unreadable})
    if claim.inbound.alarm:  # answered as it was received
        return Turn(claim.conversation, (note,))
    if any(_is_safety(effect) for effect in turn.effects):
        return Turn(claim.conversation, (*turn.effects, note))
    return Turn(claim.conversation, (*page.apology("trouble.unreadable"), note))


def _whose_line(claim: Claim) -> Detail:
    """For the weekly safety review: the line that was looked at, if it is one and raised nothing on receipt; whether it may be drawn."""
    line = "" if claim.inbound.kind in page.SILENT or claim.inbound.alarm else claim.name
    return {"message": line, "consented": claim.conversation.contract == "accepted"}


def _where(error: BaseException) -> str:
    """The kind of error and the place it was raised: never its message, which may hold somebody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}" if frames else type(error).__name__


def _is_safety(effect: Effect) -> bool:
    return getattr(effect, "lane", None) == 0
