"""Whether the service lives, and who is to hear that it does not: decided from what is shown, at the moment that is given."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from coachbot.watchdog.beat import Beat

SILENT, DEAF, OVER, TEST = "silent", "deaf", "over", "test"  # no heartbeat; one, but no message would be decided; well again; asked for


@dataclass(frozen=True, slots=True)
class Limits:
    """Domain 3.7: a heartbeat of 120 s, a canary of six minutes; the look, and the call, are within the six.

    `asleep`: a watchdog that has not looked for so long was asleep itself, and begins again.
    """

    silent: timedelta = timedelta(seconds=120)
    deaf: timedelta = timedelta(seconds=345)
    again: timedelta = timedelta(hours=1)
    retry: timedelta = timedelta(seconds=60)
    asleep: timedelta = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: `kind`, the process it is wrong with ("" where there is none at all), and since when nothing is known of it."""

    kind: str
    which: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell by one means. `number` counts them within an outage."""

    means: str
    finding: Finding
    number: int

    @property
    def id(self) -> str:
        """The same for a second copy, and for nothing else."""
        return f"watchdog-{int(self.finding.since.timestamp())}-{self.finding.kind}-{self.number}"


@dataclass(slots=True)
class _Told:
    """How far one means has come in this outage."""

    times: int = 0
    at: datetime | None = None
    tried_at: datetime | None = None

    def is_due(self, now: datetime, limits: Limits, *, once: bool) -> bool:
        if self.at is not None and self.at == self.tried_at:
            return not once and now - self.at >= limits.again
        return self.tried_at is None or now - self.tried_at >= limits.retry


@dataclass(slots=True)
class _Outage:
    """What is being told, and how far that is. `ends`: when it is over, until when that is tried to be told."""

    finding: Finding
    told: dict[str, _Told] = field(default_factory=dict)
    ends: datetime | None = None

    def over(self, ends: datetime) -> _Outage:
        """Whoever has heard of it hears that it is over; there is nothing to say to the others."""
        heard = {means: _Told() for means, told in self.told.items() if told.times}
        return _Outage(Finding(OVER, self.finding.which, self.finding.since), heard, ends)

    def is_done(self, now: datetime) -> bool:
        return self.ends is not None and (now >= self.ends or all(told.times for told in self.told.values()))


class Watch:
    """Remembers what it saw last of each process, and what it has told by each means: once an outage, then every hour, and its end."""

    def __init__(self, means: Collection[str], began: datetime, limits: Limits) -> None:
        self._means = tuple(means)
        self._limits = limits
        self._began = self._looked = began
        self._beats: dict[str, datetime] = {}
        self._canaries: dict[str, datetime] = {}
        self._outage: _Outage | None = None

    def look(self, beats: Mapping[str, Beat | None], now: datetime) -> tuple[Notice, ...]:
        """What is to be told now. What became of it is to be handed to `told`."""
        if self._outage is None and abs(now - self._looked) > self._limits.asleep:
            self._began = now
        self._looked = now
        self._remember(beats, now)
        self._outage = self._next(self._worst(now), now)
        return () if self._outage is None else self._due(self._outage, now)

    def told(self, notice: Notice, now: datetime, arrived: bool) -> None:
        """What became of a notice; one that did not arrive is tried again in a minute."""
        if self._outage is None or notice.finding != self._outage.finding:
            return
        told = self._outage.told[notice.means]
        told.tried_at = now
        if arrived:
            told.times, told.at = told.times + 1, now

    # -- what is seen -----------------------------------------------------------------------------------------------------------

    def _remember(self, beats: Mapping[str, Beat | None], now: datetime) -> None:
        """What cannot be read, and what is not there any more, stands as it was seen last. Nothing counts that is still to come."""
        for name, beat in beats.items():
            self._beats.setdefault(name, self._began)
            if beat is not None and beat.at - now <= self._limits.silent:
                self._beats[name] = beat.at
                if beat.canary is not None and beat.canary - now <= self._limits.silent:
                    self._canaries[name] = beat.canary

    def _worst(self, now: datetime) -> Finding | None:
        """Silent before deaf, and the longest of each. Before the watchdog began, nothing is held against anybody."""
        seen = self._beats or {"": self._began}
        silent = [Finding(SILENT, name, self._since(at)) for name, at in seen.items()]
        deaf = [Finding(DEAF, name, self._since(self._canaries.get(name, self._began))) for name in seen]
        late = [each for each in silent if now - each.since > self._limits.silent]
        late = late or [each for each in deaf if now - each.since > self._limits.deaf]
        return min(late, key=lambda each: each.since, default=None)

    def _since(self, at: datetime) -> datetime:
        return at if self._outage is not None else max(at, self._began)

    # -- what is told -----------------------------------------------------------------------------------------------------------

    def _next(self, found: Finding | None, now: datetime) -> _Outage | None:
        """The outage as it is after this look. One that changes its kind is the same outage."""
        outage = self._outage
        if found is not None:
            return outage if outage is not None and outage.ends is None else _Outage(found)
        if outage is not None and outage.ends is None:
            outage = outage.over(now + self._limits.again)
        return None if outage is None or outage.is_done(now) else outage

    def _due(self, outage: _Outage, now: datetime) -> tuple[Notice, ...]:
        if outage.ends is None:
            for means in self._means:
                outage.told.setdefault(means, _Told())
        once = outage.ends is not None
        due = ((means, told) for means, told in outage.told.items() if told.is_due(now, self._limits, once=once))
        return tuple(Notice(means, outage.finding, told.times + 1) for means, told in due)
