"""The road, assembled: receive, read, decide, commit, send."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot import pace
from bot.dialogs.guarding import guarded, mask_of
from bot.dialogs.protocol import Protocol
from bot.dialogs.watching import calls_for_help, watch
from bot.inbox import Inbox, unheard
from bot.lookout import Lookout, Safety
from bot.outbox import Sender
from bot.perform import Mind, Performer
from coachbot.timekeeping import nowhere
from coaching.notebook import Notebook
from coaching.participant import Address, Channel
from coaching.ports import Clock, Glance, Landmark, Names, Outlet, Spool
from handoff import standing

Step = Callable[[], Awaitable[int]]
log = structlog.get_logger(__name__)

POLL = 1.0  # seconds between looks into the database when nobody wakes us (another process may have written)
HELD_UP = 0.2  # seconds until another look at what is due and does not go, as in a freeze
REST_AFTER_ERROR = 1.0  # seconds
LOOK_INTO_SPOOL = 30.0  # seconds


class Bell:
    """Wakes whoever waits for work."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._event.set()

    async def wait(self, seconds: float) -> None:
        """Until it rings, at most `seconds`. (`asyncio.wait_for` loses a cancellation that comes together with the ring.)"""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return
        finally:
            self._event.clear()


@dataclass(frozen=True, slots=True)
class Road:
    """Everything between a message and its answer. `cases` rings when something is said that a case may come of.

    `outlets` may gain channels while the service runs, and `watching` those that show the talk themselves. `rounds`: when each of its loops
    came round last without an error.
    """

    notebook: Notebook
    inbox: Inbox
    performer: Performer
    sender: Sender
    mind: Mind
    clock: Clock
    names: Names
    outlets: dict[Channel, Outlet]
    watching: dict[Channel, Callable[[Address], None]]
    work: Bell
    post: Bell
    stopping: asyncio.Event
    cases: Bell
    rounds: dict[str, datetime] = field(default_factory=dict)

    async def glance(self, address: Address, lines: int = 0) -> Glance:
        """Carries out `coaching.ports.Looking`."""
        return await self.notebook.glance((address.channel.value, address.account, address.person), lines)

    async def drain(self) -> None:
        """Do everything that can be done now: for replays and tests, where nothing else runs."""
        while await self.performer.perform_waiting() or await self.sender.send_due() or await self.performer.finish():
            pass

    async def perform_on(self) -> None:
        """Turn after turn, until it is told to stop."""
        await self._go_on(self.performer.perform_waiting, self.work, "perform")

    async def send_on(self) -> None:
        """Send after send, until it is told to stop."""
        await self._go_on(self.sender.send_due, self.post, "send", self._until_due)

    def stop(self) -> None:
        """Finish the step under way, and begin no other."""
        self.stopping.set()
        if self.mind.phraser is not None:
            self.mind.phraser.end()
        self.work.ring()
        self.post.ring()

    async def empty_spool_on(self) -> None:
        """Take in what was spooled while the database was away, from the start and for ever."""
        while True:
            await self.inbox.empty_spool()
            await asyncio.sleep(LOOK_INTO_SPOOL)

    async def _go_on(self, step: Step, bell: Bell, name: str, rest: Callable[[], Awaitable[float]] | None = None) -> None:
        while not self.stopping.is_set():
            try:
                done = await step()
                self.rounds[name] = self.clock.now()
                if done == 0:
                    await bell.wait(POLL if rest is None else await rest())
            except Exception as error:  # the database is away, for one: say so, rest, try again
                log.error("road.stumbled", at=name, error=type(error).__name__)
                await asyncio.sleep(REST_AFTER_ERROR)

    async def _until_due(self) -> float:
        due = await self.notebook.next_due()
        if due is None:
            return POLL
        wait = (due - self.clock.now()) / timedelta(seconds=1)
        return min(wait if wait > 0 else HELD_UP, POLL)


def build_road(
    notebook: Notebook,
    mind: Mind,
    outlets: Mapping[Channel, Outlet],
    *,
    clock: Clock,
    names: Names,
    at: Landmark = nowhere,
    spool: Spool | None = None,
    limits: Mapping[Channel, pace.Limits] = pace.OF,
) -> Road:
    """The road over a notebook; `outlets` are the channels that can be written to from this process."""
    work, post, cases, ways = Bell(), Bell(), Bell(), dict(outlets)
    watching: dict[Channel, Callable[[Address], None]] = {}
    sender = Sender(notebook, ways, clock=clock, gate=standing.may_send, at=at, limits=limits)
    lookout = Lookout(safety(mind, sender, clock), clock=clock, names=names, at=at)
    heard = mind.phraser.heard if mind.phraser else unheard
    return Road(
        notebook=notebook,
        inbox=Inbox(notebook, lookout, heard=heard, wake=work.ring, hurry=both(post, cases), at=at, spool=spool),
        performer=Performer(notebook, mind, clock=clock, names=names, at=at, wake=both(post, cases), more=work.ring, watching=watching),
        sender=sender,
        mind=mind,
        clock=clock,
        names=names,
        outlets=ways,
        watching=watching,
        work=work,
        post=post,
        stopping=asyncio.Event(),
        cases=cases,
    )


def both(one: Bell, other: Bell) -> Callable[[], None]:
    """Rings both."""

    def ring() -> None:
        one.ring()
        other.ring()

    return ring


def safety(mind: Mind, sender: Sender, clock: Clock) -> Safety:
    """What receive is given to keep people safe."""
    return Safety(
        guard=partial(guarded, mask=mask_of(mind.library, mind.programme.language)),
        watch=partial(watch, phrases=mind.phrases),
        calls=calls_for_help,
        protocol=Protocol(mind.library, mind.programme, lambda: clock.now().date()),
        say=sender.say_now,
        detectors=mind.detectors,
    )
