"""What turns write, recorded at the door of the database while the product talks: the baselines write the very same rows.

Every row is as the product made it (same columns, same sealed cells, same number); only ids and platform keys are made fresh
for each turn, so that a sheet can be written again and again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, TypeVar

from coachbot.bench.ours import KEY, open_ours
from coachbot.bench.talk import ROUND
from storage.engine import Database, Work
from storage.tables import address, conversation, participant
from storage.units import intake, turns
from storage.units.turns import Leaf

T = TypeVar("T")
Row = dict[str, Any]
ROUNDS = 2  # of talk that are played: the first has what only newcomers have, the second is written by the baselines


@dataclass(frozen=True, slots=True)
class Sheet:
    """One turn: what the intake inserts, and what the turn changes and inserts. `keys`: platform ids of the message."""

    inbox: Row
    keys: int
    values: Row
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Talker:
    """Somebody for a baseline: the rows that a newcomer has."""

    participant: Row
    conversation: Row
    address: Row


@dataclass(slots=True)
class Recording:
    """A database that notes what is written through it, and otherwise does what the one behind it does."""

    behind: Database
    arrivals: list[intake.Arrival] = field(default_factory=list)
    written: list[tuple[Row, Leaf]] = field(default_factory=list)

    @property
    def postgresql(self) -> bool:
        return self.behind.postgresql

    async def do(self, work: Work[T]) -> T:
        if isinstance(work, partial) and work.func is intake.take_in:
            self.arrivals += work.keywords["arrivals"]
        if isinstance(work, partial) and work.func is turns.write_turn:
            self.written.append((work.keywords["values"], work.keywords["leaf"]))
        return await self.behind.do(work)

    async def look(self, work: Work[T]) -> T:
        return await self.behind.look(work)

    async def close(self) -> None:
        await self.behind.close()
