"""The real clock, real chance and real names: the only place that asks the machine for any of them."""

from __future__ import annotations

import random
import secrets
import time
from datetime import UTC, datetime

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: sorts as it counts, nothing looks like anything else
_CODE = "ACDEFGHJKMNPQRTUVWXY34679"


class WallClock:
    """The machine's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class RealDice:
    """The machine's chance."""

    def below(self, sides: int) -> int:
        return secrets.randbelow(sides)


class FreshNames:
    """Ids of 26 characters: 48 bits of milliseconds, then 80 random bits (the ULID layout), later ones sorting later.

    As ULIDs may, those of one millisecond count up from its first: only their last two characters are made anew.
    """

    def __init__(self) -> None:
        self._random = random.Random(secrets.randbits(256))
        self._last = 0
        self._stem = ""  # how the last id began, without what its last ten bits say

    def new(self) -> str:
        """A new id; two made in the same millisecond still sort in the order they were made."""
        now = time.time_ns() // 1_000_000
        value = self._last + 1 if now <= self._last >> 80 else now << 80 | self._random.getrandbits(80)
        if value >> 10 != self._last >> 10:
            self._stem = _base32(value >> 10, 24)
        self._last = value
        return self._stem + _PAIRS[value & 1023]

    def code(self, length: int) -> str:
        """Unguessable, and easy to read out: 25 letters and digits, so about 4.6 bits a character."""
        code = "".join(secrets.choice(_CODE) for _ in range(length))
        return code if any(sign.isdigit() for sign in code) else self.code(length)  # a digit tells a code from a word


_PAIRS = tuple(high + low for high in _ALPHABET for low in _ALPHABET)


def _base32(value: int, signs: int) -> str:
    return "".join([_PAIRS[(value >> shift) & 1023] for shift in range(5 * signs - 10, -1, -10)])


def nowhere(step: str) -> None:
    """A landmark that nobody watches."""
