"""What turns write, recorded at the door of the database while the product talks: the baselines write the very same rows.

Every row is as the product made it (same columns, same sealed cells, same number); only ids and platform keys are made fresh
for each turn, so that a sheet can be written again and again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from bot.perform import Mind
from coachbot.bench.ours import open_ours
from coachbot.bench.talk import ROUND, address_of
from coachbot.bench.thinking import Thinking, thinking_of
from coaching.errors import CoachingError
from storage.engine import Database, Work
from storage.units import intake, turns
from storage.units.turns import Leaf

T = TypeVar("T")


class TalkOutOfDate(CoachingError):
    """What the people of the benchmark say no longer fits what they are asked."""


Row = dict[str, Any]
ROUNDS = 2  # of talk that are played: the first has what only newcomers have, the second is written by the baselines


@dataclass(frozen=True, slots=True)
class Sheet:
    """One turn: what the intake inserts, and what the turn changes and inserts."""

    arrival: intake.Arrival
    values: Row
    leaf: Leaf


@dataclass(slots=True)
class Recording:
    """A database that notes what is written through it, and otherwise does what the one behind it does."""

    behind: Database
    arrivals: list[intake.Arrival] = field(default_factory=list)
    written: list[tuple[Row, Leaf]] = field(default_factory=list)

    @property
    def postgresql(self) -> bool:
        return self.behind.postgresql

    async def do(self, work: Work[T], *, durable: bool = True) -> T:
        if isinstance(work, partial) and work.func is intake.take_in:
            self.arrivals += work.keywords["arrivals"]
        if isinstance(work, partial) and work.func is intake.take_in_all:
            self.arrivals += [arrival for arrivals in work.keywords["items"] for arrival in arrivals]
        if isinstance(work, partial) and work.func is turns.write_turns:
            self.written += [(page.values, page.leaf) for page in work.keywords["items"]]
        return await self.behind.do(work, durable=durable)

    async def look(self, work: Work[T]) -> T:
        return await self.behind.look(work)

    async def close(self) -> None:
        await self.behind.close()


async def record(folder: Path, mind: Mind) -> tuple[list[Sheet], Thinking]:
    """The sheets of one round of talk, of somebody who has been round before, and what its turns think."""
    recordings: list[Recording] = []

    def door(database: Database) -> Recording:
        recordings.append(Recording(database))
        return recordings[-1]

    async with open_ours(folder, "sheets", mind, door=door) as ours:
        claims = ours.notebook.claims = []
        await ours.turns(["somebody"], ROUNDS * len(ROUND))
        kept = await ours.road.glance(address_of("somebody"))
    if len(kept.goals) != ROUNDS or kept.doing:
        raise TalkOutOfDate("The talk of the benchmark does not end in stored goals any more: mend coachbot/bench/talk.py.")
    (noted,) = recordings
    sheets = [Sheet(arrival, *written) for arrival, written in zip(noted.arrivals, noted.written, strict=True)]
    return sheets[-len(ROUND) :], thinking_of(ours.road, claims[-len(ROUND) :])


# -- sheets as rows of the baselines --------------------------------------------------------------------------------------------


IDS = {
    "inbox": ("id", "participant_id", "conversation_id", "address_id"),
    "line": ("id", "participant_id"),
    "outbox": ("id", "participant_id", "conversation_id", "address_id"),
    "goal": ("id", "participant_id"),
    "action_step": ("id", "participant_id", "goal_id"),
    "audit": ("id", "participant_id"),
}
COPIED = {
    "inbox": ("received_at", "sealed", "state"),
    "line": ("author", "at", "words", "outbound", "wording", "content_hash", "what", "key"),
    "outbox": ("lane", "state", "sealed", "created_at", "expires_at"),
    "goal": ("flow", "status", "sealed", "created_at", "changed_at"),
    "action_step": ("place", "sealed", "due", "size_minutes", "confidence", "status"),
    "audit": ("at", "what", "detail"),
}
STATE = ("version", "turn", "standing", "state", "schema")  # of the conversation, as a turn leaves it
NEWCOMER = {
    "participant": ("id", "alias", "country", "language", "zone", "created_at"),
    "conversation": ("id", "participant_id", "standing", "schema"),
    "address": ("id", "participant_id", "conversation_id", "blind", "channel", "sealed", "created_at"),
}


def columns(table: str) -> tuple[str, ...]:
    """Of the rows of a `Turn`, in their order."""
    return IDS[table] + COPIED[table]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of one person as tuples, ready to be written, in the order of `columns`."""

    person: str  # the id of their participant, conversation and address alike
    inbox: tuple[Any, ...]
    keys: list[tuple[bytes, str]]
    state: tuple[Any, ...]  # in the order of `STATE`
    now: Any
    lines: list[tuple[Any, ...]]
    postings: list[tuple[Any, ...]]
    goals: list[tuple[Any, ...]]  # new, or written again
    steps: list[tuple[Any, ...]]  # all that the goals have now
    audit: list[tuple[Any, ...]]


class Writing:
    """Makes turns from sheets. With `sqlite`, moments and days are the text that the product's column type makes of them."""

    def __init__(self, sheets: Sequence[Sheet], *, sqlite: bool) -> None:
        self._sheets = sheets
        self._names = count(1)
        self._turns: dict[str, int] = {}
        self._things: dict[tuple[str, int, str], str] = {}
        self._adapt = _as_text if sqlite else _as_it_is

    def turn(self, person: str) -> Turn:
        """The person's next turn."""
        done = self._turns[person] = self._turns.get(person, 0) + 1
        sheet = self._sheets[(done - 1) % len(self._sheets)]
        name, leaf = self._name(), sheet.leaf
        known = partial(self._thing, person, (done - 1) // len(self._sheets))
        return Turn(
            person=person,
            inbox=(name, person, person, person, *self._copy("inbox", sheet.arrival.row)),
            keys=[(os.urandom(len(key)), name) for key in sheet.arrival.keys],
            state=(done, done, *(sheet.values[column] for column in ("standing", "state_sealed", "schema"))),
            now=self._adapt(sheet.values["now"]),
            lines=[(self._name(), person, *self._copy("line", row)) for row in leaf.lines],
            postings=[(self._name(), person, person, person, *self._copy("outbox", row)) for row in leaf.postings],
            goals=[(known(row["id"]), person, *self._copy("goal", row)) for row in leaf.goals],
            steps=[(known(row["id"]), person, known(row["goal_id"]), *self._copy("action_step", row)) for row in leaf.steps],
            audit=[(self._name(), person, *self._copy("audit", row)) for row in leaf.audit],
        )

    def newcomer(self, person: str) -> list[tuple[str, tuple[Any, ...]]]:
        """Rows that a person has before their first turn: table, values in the order of `NEWCOMER`."""
        now = self._adapt(self._sheets[0].values["now"])
        return [
            ("participant", (person, person, "GB", "en-GB", "Europe/London", now)),
            ("conversation", (person, person, "with_bot", 0)),
            ("address", (person, person, person, os.urandom(32), "telegram", os.urandom(120), now)),
        ]

    def _name(self) -> str:
        return f"{next(self._names):026}"

    def _thing(self, person: str, round_of_talk: int, recorded: str) -> str:
        """The id of a goal or a step: written again within a round of talk it is the same one."""
        return self._things.setdefault((person, round_of_talk, recorded), self._name())

    def _copy(self, table: str, row: Row) -> list[Any]:
        return [self._adapt(row[column]) for column in COPIED[table]]


def _as_it_is(value: Any) -> Any:
    return value


def _as_text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(" ", "microseconds")[:26]
    return value.isoformat() if isinstance(value, date) else value
