"""Whether a language model is asked at all: not for a while after it failed, and not more often than was agreed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Patience:
    """After so many failures in a row, or so many lines that could not be said, it rests: seconds, longer each time, the last for ever."""

    failures: int = 3
    refusals: int = 10
    rests: tuple[float, ...] = (30.0, 60.0, 120.0, 300.0, 600.0)


class Circuit:
    """Closed: it is asked. Open: it is not. After its rest one call tries it; where that goes well, it is closed again."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._failed = 0
        self._refused = 0
        self._opened = 0
        self._until: datetime | None = None
        self._trying = False

    def lets(self, now: datetime) -> bool:
        """Whether a call may begin now."""
        return self._until is None or (now >= self._until and not self._trying)

    def begin(self) -> None:
        self._trying = self._until is not None

    def worked(self) -> None:
        """Words came that may be said."""
        self._failed = self._refused = self._opened = 0
        self._until, self._trying = None, False

    def refused(self, now: datetime) -> None:
        """Words came that may not be said: it works, but for how long is that any use?"""
        self._failed, self._refused = 0, self._refused + 1
        self._close() if self._refused < self._patience.refusals else self._open(now)

    def failed(self, now: datetime) -> None:
        """No words came, or not in time."""
        self._failed += 1
        if self._failed >= self._patience.failures or self._until is not None:
            self._open(now)

    def left(self) -> None:
        """The call was given up for a reason that says nothing about the model."""
        self._trying = False

    def state(self) -> str:
        """closed, open, or trying."""
        return "closed" if self._until is None else "trying" if self._trying else "open"

    def _close(self) -> None:
        self._until, self._trying = None, False

    def _open(self, now: datetime) -> None:
        rests = self._patience.rests
        self._until = now + timedelta(seconds=rests[min(self._opened, len(rests) - 1)])
        self._opened, self._refused, self._trying = self._opened + 1, 0, False


class Budget:
    """How often it may be asked on one day (in UTC): in one conversation, and in all of this process."""

    def __init__(self, a_conversation: int, a_day: int) -> None:
        self._a_conversation = a_conversation
        self._a_day = a_day
        self._day: date | None = None
        self._calls: Counter[str] = Counter()

    def has(self, conversation: str, now: datetime) -> bool:
        """Whether another call is within it."""
        self._turn_the_day(now)
        return self._calls.total() < self._a_day and self._calls[conversation] < self._a_conversation

    def take(self, conversation: str) -> None:
        self._calls[conversation] += 1

    def taken(self, now: datetime) -> int:
        """Calls so far today."""
        self._turn_the_day(now)
        return self._calls.total()

    def _turn_the_day(self, now: datetime) -> None:
        if self._day != now.date():
            self._day, self._calls = now.date(), Counter()
