"""What a message raises as it arrives, before anything is stored; and how its safety text goes out where nothing can be stored."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.dialogs import protocol
from coaching.capabilities import OF
from coaching.concern import CALM, Alarm, Card, Case, Concern, Raised, Signal, Urgency
from coaching.message import Inbound, Outbound
from coaching.participant import Address
from coaching.ports import Clock, Landmark, Names
from coaching.words import Words

KEPT = 1000  # messages remembered that could not be stored
HIDDEN = Words("[…]")  # what is kept of a text that could not be masked
UNSEEN = Signal(Concern.CRISIS, Urgency.URGENT, ask=True)  # nobody could look: the lines, and a person looks at the message later

CardMaker = Callable[[Signal, Address, str, str, str, bool], Card]  # `bot.dialogs.protocol.Protocol`
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Safety:
    """What receive is given to keep people safe.

    `guard` masks identifiers, `watch` looks at the message as it was written, `calls` says whether it is *help now*, `protocol` makes
    the text, `say` sends it past the database and tells whether it arrived (it hears whether a turn will say the same again).
    `detectors` names those who look, with their versions.
    """

    guard: Callable[[Inbound], Inbound]
    watch: Callable[[Inbound], Signal]
    calls: Callable[[Inbound], bool]
    protocol: CardMaker
    say: Callable[[Outbound, bool], Awaitable[bool]]
    detectors: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One message as it may be stored, and what it raised."""

    inbound: Inbound
    raised: Raised | None = None


@dataclass(frozen=True, slots=True)
class Cry:
    """A safety text on its way past the database: the task gives the card that arrived, or None."""

    raised: Raised | None
    task: asyncio.Task[Card | None]


class Lookout:
    """Looks at every message as it arrives. Remembers what it said past the database, so that nobody is told twice."""

    def __init__(self, safety: Safety, *, clock: Clock, names: Names, at: Landmark) -> None:
        self._safety = safety
        self._clock = clock
        self._names = names
        self._at = at
        self._cries: OrderedDict[tuple[str, str, str], Cry] = OrderedDict()
        self._told: dict[tuple[str, str, str, Concern], datetime] = {}

    # -- looking ----------------------------------------------------------------------------------------------------------------

    def look(self, inbound: Inbound) -> Seen:
        """The message masked, with what it raised. Never fails: what cannot be masked is hidden, what nobody can read counts as danger."""
        before = self._cries.get(_delivery(inbound))
        if before is not None and before.raised is not None:
            return Seen(self._masked(inbound), self.as_known(before.raised, inbound))
        return Seen(self._masked(inbound), self._raised(inbound))

    def alarm(self, seen: Seen) -> Alarm | None:
        """What is raised in the transaction that takes it in, if anything."""
        raised, address = seen.raised, seen.inbound.address
        if raised is None:
            return None
        case = raised.case

        def card(country: str, language: str, last: datetime | None) -> Card:
            again = last is not None and case.opened_at - last < protocol.AGAIN_WITHIN
            return self._safety.protocol(_signal(case), address, raised.text_id, country, language, again)

        return Alarm(raised, card)

    def as_known(self, raised: Raised, inbound: Inbound) -> Raised:
        """With what is known by now of its text, which went out past the database."""
        if raised.said is not None or not OF[inbound.address.channel].carries:
            return raised
        cry = self._cries.get(_delivery(inbound))
        said = cry.task.result() if cry is not None and cry.task.done() else None
        return replace(raised, said=said, doubtful=said is None)

    def _masked(self, inbound: Inbound) -> Inbound:
        try:
            return self._safety.guard(inbound)
        except Exception as error:
            log.error("receive.not_masked", error=type(error).__name__)
            return replace(inbound, words=HIDDEN, fields=dict.fromkeys(inbound.fields, HIDDEN))

    def _raised(self, inbound: Inbound) -> Raised | None:
        now = self._clock.now()
        signal = self._watched(inbound)
        if not signal.acts and signal is not UNSEEN:
            return None
        took = (self._clock.now() - now) / timedelta(milliseconds=1)
        new = self._names.new
        case = Case(new(), signal.concern, signal.urgency, signal.kind, signal.layer, now, review=not signal.acts)
        return Raised(case, new(), protocol.decision(signal, "receive", self._safety.detectors, took))

    def _watched(self, inbound: Inbound) -> Signal:
        try:
            return self._safety.watch(inbound)
        except Exception as error:
            log.error("receive.not_watched", error=type(error).__name__)
            return UNSEEN

    # -- past the database ------------------------------------------------------------------------------------------------------

    def cry(self, seen: Seen, home: tuple[str, str], mark: Callable[[Raised], None]) -> None:
        """Send the safety text past the database, in the background; `mark` is told once it arrived.

        Nothing is said where the message raised nothing and does not call for help, or where its text has arrived or is on its way.
        """
        name = _delivery(seen.inbound)
        if not self._unsaid(seen) or self._is_said(name):
            return
        self._cries[name] = Cry(seen.raised, asyncio.create_task(self._say(seen, home, mark)))
        while len(self._cries) > KEPT:
            self._cries.popitem(last=False)

    def _unsaid(self, seen: Seen) -> bool:
        """Whether there is a text to say, and a way for it. (Where there is none, the page shows the lines by itself.)"""
        if not OF[seen.inbound.address.channel].carries:
            return False
        return self._calls(seen) if seen.raised is None else seen.raised.said is None

    def _is_said(self, name: tuple[str, str, str]) -> bool:
        """Whether it arrived, or is on its way."""
        cry = self._cries.get(name)
        return cry is not None and (not cry.task.done() or cry.task.result() is not None)

    async def quiet(self) -> None:
        """Until nothing is on its way past the database; each try is bounded."""
        if tasks := [cry.task for cry in self._cries.values() if not cry.task.done()]:
            await asyncio.wait(tasks)

    def _calls(self, seen: Seen) -> bool:
        try:
            return self._safety.calls(seen.inbound)
        except Exception as error:
            log.error("receive.not_watched", error=type(error).__name__)
            return True

    async def _say(self, seen: Seen, home: tuple[str, str], mark: Callable[[Raised], None]) -> Card | None:
        """The card, if it arrived. Never fails."""
        try:
            card = self._card(seen, home)
            arrived = await self._safety.say(card.outbound, seen.raised is None)
            self._at("receive.cried")
            if arrived and seen.raised is not None:
                self._note(seen, seen.raised, card)
                mark(replace(seen.raised, said=card))
                self._at("receive.marked")
            return card if arrived else None
        except Exception as error:
            log.error("receive.not_cried", error=type(error).__name__)
            return None

    def _card(self, seen: Seen, home: tuple[str, str]) -> Card:
        alarm = self.alarm(seen)
        if alarm is None:
            address = seen.inbound.address
            return self._safety.protocol(CALM, address, self._names.new(), *home, False)
        return alarm.card(*home, self._told.get(self._whose(seen, alarm.raised)))

    def _whose(self, seen: Seen, raised: Raised) -> tuple[str, str, str, Concern]:
        at = seen.inbound.address
        return at.channel.value, at.account, at.person, raised.case.concern

    def _note(self, seen: Seen, raised: Raised, card: Card) -> None:
        if not card.again:
            self._told[self._whose(seen, raised)] = raised.case.opened_at


def _signal(case: Case) -> Signal:
    """What a case was opened for; where it is only to be looked at, nothing is acted on."""
    return Signal(case.concern, case.urgency, case.kind, ask=case.review, layer=case.source)


def _delivery(inbound: Inbound) -> tuple[str, str, str]:
    return inbound.address.channel.value, inbound.address.account, inbound.keys[0] if inbound.keys else ""
