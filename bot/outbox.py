"""Send: the gate, the limits, and an honest word on what became of each message."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot import pace
from coaching.capabilities import OF
from coaching.delivery import Absent, Ambiguous, Delivery, Found, Permanent, Refused, Sent, Unknowable
from coaching.message import Lane, Outbound
from coaching.notebook import Fate, Notebook, Parcel, Posted
from coaching.participant import Channel
from coaching.ports import Clock, Landmark, Outlet

LEASE = timedelta(seconds=60)  # longer than any outlet's own time limit
BATCH = 32
TRIES = 12  # refusals that count, until a message is given up: with the back-off below about ten minutes
LONGEST_WAIT = 60.0  # seconds
LOADING = timedelta(minutes=2)  # platforms are loaded after the service is live: until then their messages wait
LOOK_AGAIN = 1.0  # seconds
AT_ONCE = 5.0  # seconds that a try past the outbox may take
Gate = Callable[[str, Lane], bool]
log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Frozen:
    """Places and channels that asked us to wait, until when."""

    until: dict[str, datetime] = field(default_factory=dict)

    def hold(self, key: str, until: datetime) -> None:
        self.until[key] = max(until, self.until.get(key, until))

    def keys(self, now: datetime) -> frozenset[str]:
        self.until = {key: until for key, until in self.until.items() if until > now}
        return frozenset(self.until)

    def of(self, parcel: Parcel, now: datetime) -> datetime | None:
        held = [self.until[key] for key in (parcel.address_id, parcel.outbound.address.channel.value) if key in self.until]
        latest = max(held, default=now)
        return latest if latest > now else None


class Sender:
    """The only writer to the network. `gate` says, at the moment of sending, whether a lane may speak."""

    def __init__(
        self,
        notebook: Notebook,
        outlets: Mapping[Channel, Outlet],
        *,
        clock: Clock,
        gate: Gate,
        at: Landmark,
        limits: Mapping[Channel, pace.Limits] = pace.OF,
    ) -> None:
        self._notebook = notebook
        self._outlets = outlets
        self._clock = clock
        self._gate = gate
        self._at = at
        self._pace = pace.Pace()
        self._limits = limits
        self._frozen = Frozen()
        self._since = clock.now()
        self._past: dict[str, asyncio.Future[str]] = {}  # said past the outbox: the platform's id, or nothing
        self._comes_again: Counter[tuple[Channel, str, str, str]] = Counter()  # said past it, and to be said by a turn as well

    async def send_due(self, limit: int = BATCH) -> int:
        """Send what is due now, one message a conversation; how many were taken out of the outbox."""
        parcels = await self._notebook.due(limit, LEASE, self._frozen.keys(self._clock.now()))
        self._at("send.claimed")
        await asyncio.gather(*(self._deal_with(parcel) for parcel in parcels))
        return len(parcels)

    async def say_now(self, outbound: Outbound, comes_again: bool = False) -> bool:
        """One try past the outbox, for what keeps somebody safe while the database is away; whether the platform has it. Never fails.

        It keeps its id: when the outbox comes to the same message it is not said again, by this process or where the platform knows.
        `comes_again`: a turn will say the same under another id, with the buttons of its place; that copy is marked as the second.
        """
        said = self._past[outbound.id] = asyncio.get_running_loop().create_future()
        platform_id = ""
        try:
            platform_id = await self._tried(outbound)
        finally:
            said.set_result(platform_id)
        if comes_again and platform_id:
            self._comes_again[_heading(outbound)] += 1
        return bool(platform_id)

    async def _tried(self, outbound: Outbound) -> str:
        """The platform's id of what was sent, or nothing."""
        outlet = self._outlets.get(outbound.address.channel)
        if outlet is None or not OF[outbound.address.channel].carries:
            return ""
        try:
            async with asyncio.timeout(AT_ONCE):
                delivery = await outlet.send(outbound)
        except Exception as error:
            log.error("send.now_failed", channel=outbound.address.channel.value, error=type(error).__name__)
            return ""
        if not isinstance(delivery, Sent):
            log.error("send.now_failed", channel=outbound.address.channel.value, error=type(delivery).__name__)
            return ""
        return delivery.platform_id or outbound.id

    async def _deal_with(self, parcel: Parcel) -> None:
        outcome = await self._said_past(parcel) or self._kept_in(parcel) or await self._send(parcel)
        self._freeze(outcome)
        self._at("send.answered")
        await self._notebook.posted([outcome])
        self._at("send.recorded")

    def _freeze(self, outcome: Posted) -> None:
        if outcome.freeze and outcome.not_before is not None:
            self._frozen.hold(outcome.freeze, outcome.not_before)

    async def _said_past(self, parcel: Parcel) -> Posted | None:
        """It went out past the outbox already, or is just doing so."""
        said = self._past.get(parcel.outbound.id)
        platform_id = "" if said is None else await said
        return Posted(parcel, Fate.SENT, self._clock.now(), platform_id=platform_id) if platform_id else None

    def _kept_in(self, parcel: Parcel) -> Posted | None:
        """Why this parcel does not go out now, if anything keeps it."""
        now = self._clock.now()
        if parcel.address_gone:
            return _given_up(parcel, now, "no way to this address")
        if parcel.expires_at is not None and parcel.expires_at <= now:
            return Posted(parcel, Fate.EXPIRED, now, why="too late to be of use")
        if parcel.outbound.address.channel not in self._outlets:
            return put_back(parcel, now, LOOK_AGAIN) if now < self._since + LOADING else _given_up(parcel, now, "no way to this channel")
        if not self._gate(parcel.standing, parcel.lane):
            return Posted(parcel, Fate.HELD, now, why=f"the conversation is {parcel.standing}")
        if parcel.doubtful and parcel.lane is Lane.NUDGE:
            return Posted(parcel, Fate.UNCONFIRMED, now, why="its fate is unknown, and a nudge is never sent again")
        return self._slowed(parcel, now)

    def _slowed(self, parcel: Parcel, now: datetime) -> Posted | None:
        until = self._frozen.of(parcel, now)
        wait = 0.0 if until is None else (until - now).total_seconds()
        wait = wait or self._paced(parcel, now)
        return put_back(parcel, now, wait) if wait > 0 else None

    def _paced(self, parcel: Parcel, now: datetime) -> float:
        limits = self._limits.get(parcel.outbound.address.channel, pace.Limits())
        if limits.place is not None and (wait := self._pace.wait(parcel.address_id, limits.place, now)) > 0:
            return wait
        if limits.whole is None or parcel.lane is Lane.SAFETY:
            return 0.0
        return self._pace.wait(parcel.outbound.address.channel.value, limits.whole, now)

    async def _send(self, parcel: Parcel) -> Posted:
        outlet = self._outlets[parcel.outbound.address.channel]
        found = await self._look(outlet, parcel.outbound) if parcel.doubtful else Absent()
        if isinstance(found, Sent):
            return Posted(parcel, Fate.SENT, self._clock.now(), platform_id=found.platform_id)
        marked = parcel.doubtful and isinstance(found, Unknowable) and not parcel.outbound.settles
        self._at("send.before")
        heading = _heading(parcel.outbound)
        second = heading in self._comes_again
        delivery = await outlet.send(replace(parcel.outbound, again=marked or second))
        if second and isinstance(delivery, Sent):
            self._comes_again -= Counter([heading])
        self._at("send.after")
        return after(replace(parcel, doubtful=marked), delivery, self._clock.now())

    async def _look(self, outlet: Outlet, outbound: Outbound) -> Found:
        if outbound.settles or not OF[outbound.address.channel].history:
            return Unknowable()
        return await outlet.look_for(outbound)


def _heading(outbound: Outbound) -> tuple[Channel, str, str, str]:
    """To whom, and what: two messages with the same heading say the same."""
    at = outbound.address
    return at.channel, at.account, at.person, outbound.wording


def after(parcel: Parcel, delivery: Delivery, now: datetime) -> Posted:
    """What the outbox is told of a delivery. Ambiguous is looked into, or sent once more, marked; twice ambiguous is unconfirmed."""
    match delivery:
        case Sent(platform_id):
            return Posted(parcel, Fate.SENT, now, platform_id=platform_id)
        case Refused(wait, scope, attempt):
            return _refused(parcel, now, wait, scope, attempt)
        case Ambiguous(why):
            return _ambiguous(parcel, now, why)
        case Permanent(why, gone):
            return replace(_given_up(parcel, now, why), address_gone=gone)


def _refused(parcel: Parcel, now: datetime, wait: float, scope: str, attempt: bool) -> Posted:
    if not attempt:
        freeze = parcel.outbound.address.channel.value if scope else parcel.address_id
        return replace(put_back(parcel, now, wait), freeze=freeze)
    tries = parcel.attempts + 1
    if tries >= TRIES and parcel.lane not in (Lane.SAFETY, Lane.COACH):
        return _given_up(parcel, now, "refused too often")
    return replace(put_back(parcel, now, max(wait, min(2.0 ** (tries - 1), LONGEST_WAIT))), attempts=tries)


def _ambiguous(parcel: Parcel, now: datetime, why: str) -> Posted:
    if parcel.outbound.settles:  # an edit may be repeated as often as it takes
        return _refused(parcel, now, 1.0, "", True)
    if parcel.lane is Lane.NUDGE or parcel.doubtful:
        return Posted(parcel, Fate.UNCONFIRMED, now, attempts=parcel.attempts + 1, why=why)
    return replace(put_back(parcel, now, 1.0), doubtful=True, attempts=parcel.attempts + 1)


def put_back(parcel: Parcel, now: datetime, wait: float) -> Posted:
    """Back into the outbox for `wait` seconds."""
    return Posted(parcel, Fate.WAITING, now, not_before=now + timedelta(seconds=wait), attempts=parcel.attempts, doubtful=parcel.doubtful)


def _given_up(parcel: Parcel, now: datetime, why: str) -> Posted:
    """It cannot arrive here; what keeps somebody safe goes to another of their addresses."""
    return Posted(parcel, Fate.FAILED, now, why=why, attempts=parcel.attempts, reroute=parcel.lane is Lane.SAFETY)
