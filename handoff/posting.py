"""What a desk shows, on its way there: a private post to whoever holds the case at that moment, and an honest word on what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from coaching.casework import Casework, DeskFate, DeskParcel
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.ports import Clock
from coaching.words import Text
from handoff.ladder import Means

LEASE = timedelta(seconds=60)
BATCH = 32
TICK, TICKED = "tick", "desk.tick.sent"  # the post that tells of words of the staff, and what it says of those that arrived
TRIES = 6  # of a talk; an alert is tried once by each means, and the ladder decides on the next; a card until it stands
LONGEST_WAIT = 60.0  # seconds
log = structlog.get_logger(__name__)


class Way(Protocol):
    """One means' way to the staff. It never raises for what the other side answers."""

    async def show(self, parcel: DeskParcel) -> Delivery: ...


class Poster:
    """The only one who writes to the staff. `told` hears how each means fared; `worded` has the words of a tick, which brings none."""

    def __init__(
        self, casework: Casework, ways: Mapping[Means, Way], *, clock: Clock, told: Told, worded: Callable[[str], Text] = lambda name: ()
    ) -> None:
        self._casework = casework
        self._ways = ways
        self._clock = clock
        self._told = told
        self._worded = worded
        self._frozen: dict[tuple[str, str], datetime] = {}  # places that have told us to wait, until when

    async def post_due(self, limit: int = BATCH) -> int:
        """Send what is due now, in each place in order; how many posts that were."""
        now = self._clock.now()
        self._frozen = {place: until for place, until in self._frozen.items() if now < until}
        parcels = await self._casework.desk_due(now, limit, now + LEASE)
        await asyncio.gather(*(self._deal_with(parcel) for parcel in parcels))
        return len(parcels)

    async def _deal_with(self, parcel: DeskParcel) -> None:
        fate = self._kept_in(parcel) or await self._shown(parcel)
        if fate.state == "failed":
            log.error("desk.not_shown", case=parcel.case_id, what=parcel.post.what, means=parcel.post.means, staff=parcel.post.staff_id)
        await self._casework.desk_posted([fate])

    def _kept_in(self, parcel: DeskParcel) -> DeskFate | None:
        """Words of a participant go to whoever holds their case now, and to nobody else."""
        post, now = parcel.post, self._clock.now()
        if post.private and parcel.holder != post.staff_id:
            return DeskFate(parcel, "held", now, why="somebody else has the case")
        if Means(post.means) not in self._ways:
            return DeskFate(parcel, "failed", now, why="no way there")
        until = self._frozen.get(_place(parcel))
        return None if until is None or until <= now else _put_off(parcel, now, (until - now).total_seconds())

    async def _shown(self, parcel: DeskParcel) -> DeskFate:
        means = Means(parcel.post.means)
        try:
            delivery = await self._ways[means].show(self._with_words(parcel))
        except Exception as error:  # a way out that breaks must not stop the others
            log.error("desk.broken", means=means.value, error=type(error).__name__)
            delivery = Refused(1.0)
        now = self._clock.now()
        if isinstance(delivery, Refused) and not delivery.attempt:
            self._frozen[_place(parcel)] = now + timedelta(seconds=delivery.wait)
        self._told(means, delivery, now)
        return fate_of(parcel, delivery, now)

    def _with_words(self, parcel: DeskParcel) -> DeskParcel:
        outbound = parcel.post.outbound
        if outbound.text or not outbound.wording:
            return parcel
        return replace(parcel, post=replace(parcel.post, outbound=replace(outbound, text=self._worded(outbound.wording))))


class Told(Protocol):
    """Hears how a means fared."""

    def __call__(self, means: Means, delivery: Delivery, now: datetime) -> None: ...


def fate_of(parcel: DeskParcel, delivery: Delivery, now: datetime) -> DeskFate:
    """What is written down of a delivery. An alert that did not arrive is not tried again here: the ladder looks for another way.

    Where a place only says wait it does both: the ladder looks for another way at once, and the alert goes there when it may. What a
    participant said is never left in doubt: it is shown again, and where that comes to nothing it has failed.
    """
    match delivery:
        case Sent(platform_id):
            return DeskFate(parcel, "sent", now, platform_id)
        case Refused(wait, _, False):
            return _put_off(parcel, now, wait)
        case Refused(wait):
            return _again(parcel, now, wait, parcel.attempts + 1)
        case Ambiguous(why) if parcel.post.private and parcel.doubtful:
            return _again(parcel, now, 1.0, parcel.attempts + 1)
        case Ambiguous(why):
            if parcel.doubtful or parcel.post.what == "alert":
                return DeskFate(parcel, "unconfirmed", now, why=why)
            return DeskFate(parcel, "waiting", now, not_before=now + timedelta(seconds=1), attempts=parcel.attempts + 1, doubtful=True)
        case Permanent(why):
            return DeskFate(parcel, "failed", now, why=why)


def _put_off(parcel: DeskParcel, now: datetime, wait: float) -> DeskFate:
    """The place says wait: that is no attempt."""
    until = now + timedelta(seconds=wait)
    return DeskFate(parcel, "waiting", now, not_before=until, attempts=parcel.attempts, doubtful=parcel.doubtful)


def _place(parcel: DeskParcel) -> tuple[str, str]:
    at = parcel.post.outbound.address
    return parcel.post.means, at.place or at.person


def _again(parcel: DeskParcel, now: datetime, wait: float, attempts: int) -> DeskFate:
    if parcel.post.what == "alert" or (attempts >= TRIES and parcel.post.what != "card"):
        return DeskFate(parcel, "unconfirmed" if parcel.post.what == "alert" else "failed", now, why="refused")
    pause = max(wait, min(2.0 ** min(attempts, TRIES), LONGEST_WAIT))
    return DeskFate(parcel, "waiting", now, not_before=now + timedelta(seconds=pause), attempts=attempts, doubtful=parcel.doubtful)
