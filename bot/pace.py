"""How fast a platform may be written to: leaky buckets on the injected clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from coaching.participant import Channel


@dataclass(frozen=True, slots=True)
class Limit:
    """`each` seconds between two sends in the long run, with `burst` sends at once."""

    each: float
    burst: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one channel: for a place (one chat), and for all of it together (None: no limit)."""

    place: Limit | None = None
    whole: Limit | None = None


# Telegram: about 30 a second overall of which a sixth is kept free for safety, one a second a chat; Slack: one a second a channel,
# both with short bursts (core.telegram.org/bots/faq, api.slack.com/apis/rate-limits). The browser and the terminal are ours.
OF: dict[Channel, Limits] = {
    Channel.TELEGRAM: Limits(place=Limit(1.0, 3), whole=Limit(1 / 25, 25)),
    Channel.SLACK: Limits(place=Limit(1.0, 3), whole=Limit(1 / 50, 50)),
}


@dataclass(slots=True)
class Pace:
    """The buckets of every place, as theoretical arrival times (GCRA, ITU-T I.371)."""

    next_free: dict[str, datetime] = field(default_factory=dict)

    def wait(self, key: str, limit: Limit, now: datetime) -> float:
        """Seconds until `key` may send; 0 when it may now, and then the send is counted."""
        ahead = timedelta(seconds=limit.each * (limit.burst - 1))
        arrival = max(self.next_free.get(key, now), now)
        if arrival - ahead > now:
            return (arrival - ahead - now).total_seconds()
        self.next_free[key] = arrival + timedelta(seconds=limit.each)
        return 0.0

    def forget_before(self, now: datetime) -> None:
        """Drop the places that are free again."""
        self.next_free = {key: at for key, at in self.next_free.items() if at > now}
