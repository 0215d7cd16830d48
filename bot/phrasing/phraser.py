"""The phraser: what a decision left open to a language model is asked of it, judged, and said; or our own wording is."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog

from bot.dialogs.phrasing import allowing, judging
from bot.dialogs.phrasing.prompts import Prompts
from bot.dialogs.scene import Turn
from bot.nlu.reading import Reader, Reading
from bot.phrasing.circuit import Budget, Circuit, Patience
from coaching.effects import Note, Say
from coaching.errors import NoWords
from coaching.message import Inbound
from coaching.notebook import Claim
from coaching.participant import Address
from coaching.phrasing import LanguageModel, Phrased, Phrasing, Prompt
from coaching.ports import Clock

Place = tuple[str, str, str]
REMEMBERED = 20_000  # people whose newest message is known

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds from asking to our own wording, all in all; calls a day in a conversation and in this process; calls at once."""

    within: float = 8.0
    a_conversation: int = 20
    a_day: int = 2_000
    at_once: int = 4
    patience: Patience = field(default_factory=Patience)


class Phraser:
    """Asks a language model on behalf of a turn that is decided already. It never changes what was decided, and never fails."""

    def __init__(self, model: LanguageModel, prompts: Prompts, reader: Reader, *, clock: Clock, limits: Limits | None = None) -> None:
        self.model = model
        self._prompts = prompts
        self._reader = reader
        self._clock = clock
        self._limits = limits or Limits()
        self._circuit = Circuit(self._limits.patience)
        self._budget = Budget(self._limits.a_conversation, self._limits.a_day)
        self._newest: OrderedDict[Place, str] = OrderedDict()
        self._pending: dict[Place, asyncio.Future[None]] = {}
        self._ended = False

    # -- whether ----------------------------------------------------------------------------------------------------------------

    def wanted(self, claim: Claim, reading: Reading, turn: Turn) -> Say | None:
        """What the model is to be asked about in this turn, if anything. Where it is nothing, the turn is as it is."""
        say = allowing.marked(claim, reading, turn, self._clock.now())
        if say is None or say.phrasing is None or not self._is_newest(claim.inbound) or not self._may_ask(claim):
            return None
        seen = all(allowing.may_be_seen(self._prompts, words, self._reader) for words in say.phrasing.words)
        return say if seen else None

    def _may_ask(self, claim: Claim) -> bool:
        now = self._clock.now()
        free = not self._ended and not self.model.missing and len(self._pending) < self._limits.at_once
        return free and self._circuit.lets(now) and self._budget.has(claim.conversation.id, now)

    def _is_newest(self, inbound: Inbound) -> bool:
        """Whether they have said nothing since: what they said next is not kept waiting."""
        return self._newest.get(_place(inbound.address), inbound.keys[0]) == inbound.keys[0]

    # -- asking -----------------------------------------------------------------------------------------------------------------

    async def phrased(self, claim: Claim, turn: Turn, say: Say) -> Turn:
        """The turn with the model's words in it and a row for the audit, or as it was."""
        if say.phrasing is None or not self._may_ask(claim):
            return turn
        said, note = await self._line(claim, say, say.phrasing)
        effects = tuple(said if effect is say else effect for effect in turn.effects)
        return replace(turn, effects=(*effects, *note))

    async def _line(self, claim: Claim, say: Say, phrasing: Phrasing) -> tuple[Say, tuple[Note, ...]]:
        self._circuit.begin()
        self._budget.take(claim.conversation.id)
        before = self._clock.now()
        try:
            text = judging.tidied(await self._asked(_place(claim.inbound.address), self._prompts.prompt(phrasing)))
        except NoWords as error:
            return say, self._without(str(error), phrasing)
        except Exception as error:  # whatever is wrong with it, our own wording is said
            return say, self._without(type(error).__name__, phrasing)
        why = judging.refusal(self._prompts, phrasing, text) or self._heard_as(text)
        if why:
            return say, self._refused(why, phrasing)
        self._circuit.worked()
        took = int((self._clock.now() - before) / timedelta(milliseconds=1))
        note = self._note("phrasing.said", phrasing, wording=say.wording, took_ms=took)
        return replace(say, phrased=Phrased(text, self.model.name)), (note,)

    async def _asked(self, place: Place, prompt: Prompt) -> str:
        """The model's words, in time and before the next message; NoWords where there are none."""
        hurried = self._pending[place] = asyncio.get_running_loop().create_future()
        call = asyncio.ensure_future(self.model.complete(prompt, self._limits.within))
        call.add_done_callback(_read_off)
        try:
            await asyncio.wait({call, hurried}, timeout=self._limits.within, return_when=asyncio.FIRST_COMPLETED)
            if call.done() and not call.cancelled():
                return call.result()
            raise NoWords("cancelled" if call.done() else "hurried" if hurried.done() else "timeout")
        finally:
            call.cancel()
            if self._pending.get(place) is hurried:
                del self._pending[place]

    def _heard_as(self, text: str) -> str:
        """A line that our own reading would be alarmed by is not said."""
        reading = self._reader.read(text, None)
        return "" if allowing.is_calm(reading.signal) and reading.command != "help_now" else judging.RISK

    # -- what came of it --------------------------------------------------------------------------------------------------------

    def _without(self, why: str, phrasing: Phrasing) -> tuple[Note, ...]:
        if why == "hurried":
            self._circuit.left()
            return ()
        self._circuit.failed(self._clock.now())
        log.warning("phrasing.failed", why=why, model=self.model.name, circuit=self._circuit.state())
        return (self._note("phrasing.failed", phrasing, why=why),)

    def _refused(self, why: str, phrasing: Phrasing) -> tuple[Note, ...]:
        self._circuit.refused(self._clock.now())
        what = "phrasing.suppressed" if judging.is_grave(why) else "phrasing.refused"
        log.warning(what, why=why, model=self.model.name)
        return (self._note(what, phrasing, why=why),)

    def _note(self, what: str, phrasing: Phrasing, **more: str | int) -> Note:
        return Note(what, {"act": phrasing.act.value, "model": self.model.name, "prompts": self._prompts.mark, **more})

    # -- giving way -------------------------------------------------------------------------------------------------------------

    def heard(self, inbounds: Iterable[Inbound]) -> None:
        """Somebody says something: whatever is being asked about them is given up, so that they are not kept waiting."""
        for inbound in inbounds:
            place = _place(inbound.address)
            self._newest[place] = inbound.keys[0]
            self._newest.move_to_end(place)
            _give_up(self._pending.get(place))
        while len(self._newest) > REMEMBERED:
            self._newest.popitem(last=False)

    def end(self) -> None:
        """Nothing more is asked, and what is being asked is given up: the service stops."""
        self._ended = True
        for pending in self._pending.values():
            _give_up(pending)

    def state(self) -> Mapping[str, str | int]:
        """For `/readyz`."""
        today = self._budget.taken(self._clock.now())
        told: dict[str, str | int] = {"kind": self.model.kind, "circuit": self._circuit.state(), "calls_today": today}
        return {**told, "missing": self.model.missing} if self.model.missing else told


def _place(address: Address) -> Place:
    return address.channel.value, address.account, address.person


def _give_up(pending: asyncio.Future[None] | None) -> None:
    if pending is not None and not pending.done():
        pending.set_result(None)


def _read_off(call: asyncio.Future[str]) -> None:
    """A call that nobody waits for any more may end as it likes."""
    if not call.cancelled():
        call.exception()
