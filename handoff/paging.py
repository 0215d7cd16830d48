"""Which means of telling the staff are alive, as far as is known: a small memory of how their last tries went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.ports import Clock
from handoff.ladder import TRY_AGAIN, Means

LONGEST = timedelta(minutes=5)  # a means is tried again by then, whatever it said


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the last try of a means went that told something of the means itself. Until `dead_until` it is not tried."""

    at: datetime
    why: str = ""
    dead_until: datetime | None = None


class Health:
    """How the means fared last: one that is known to be dead stays so for 60 seconds, then it is tried again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pulses: dict[Means, Pulse] = {}

    def told(self, means: Means, delivery: Delivery, now: datetime) -> None:
        """What became of something that was sent by this means, to whomever."""
        before = self._pulses.get(means)
        self._pulses[means] = _pulse(delivery, now, again=before is not None and bool(before.why))

    def alive(self, configured: Iterable[Means]) -> frozenset[Means]:
        """Those of them that are not known to be dead: for `handoff.ladder.Around.alive`."""
        now = self._clock.now()
        return frozenset(means for means in configured if not self._is_dead(means, now))

    def state(self, configured: Iterable[Means]) -> Mapping[str, str]:
        """Facts for whoever looks after the service: each means, and how it is."""
        now = self._clock.now()
        return {means.value: self._how(means, now) for means in sorted(configured)}

    def _is_dead(self, means: Means, now: datetime) -> bool:
        pulse = self._pulses.get(means)
        return pulse is not None and pulse.dead_until is not None and now < pulse.dead_until

    def _how(self, means: Means, now: datetime) -> str:
        pulse = self._pulses.get(means)
        if pulse is None:
            return "not used yet"
        return f"{'dead' if self._is_dead(means, now) else 'failed'}: {pulse.why}" if pulse.why else "alive"


def _pulse(outcome: Delivery, now: datetime, *, again: bool) -> Pulse:
    """Whoever answered is alive, also where this address, or this moment, was refused. `again`: the last try failed too."""
    match outcome:
        case Sent() | Permanent() | Refused(scope="", attempt=False):
            return Pulse(now)
        case Refused(scope="") if not again:  # the place's own business, perhaps
            return Pulse(now, "refused")
        case Refused(wait=wait):
            rest = min(max(TRY_AGAIN, timedelta(seconds=wait)), LONGEST)
            return Pulse(now, "refused", now + rest)
        case Ambiguous(why=why):
            return Pulse(now, why, now + TRY_AGAIN)
