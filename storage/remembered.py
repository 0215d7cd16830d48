"""What was written here last, remembered: a message that came in here, and the next turn, need not be read from the rows again.

The database has the last word: what is remembered counts only while the stored version, state and key are still the same ones.
Goals change with the version of their conversation and never without it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from coaching.conversation import Conversation
from coaching.goal import Goal
from coaching.message import Inbound
from storage.sealing import DataKey

KEPT = 1000  # conversations


@dataclass(frozen=True, slots=True)
class Remembered:
    """A conversation after its turn: the sealed state as it stands in the row, the same state open, and the person's goals."""

    version: int
    sealed: bytes
    key: str
    conversation: Conversation
    goals: tuple[Goal, ...]


class Memory:
    """The conversations written last. Safe to ask from the writer's thread."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Remembered] = OrderedDict()
        self._arrived: OrderedDict[str, tuple[bytes, Inbound]] = OrderedDict()

    def of(self, row: Any) -> Remembered | None:
        """What is known of the conversation in a row of `turns.claim`, if that is how it is stored."""
        known = self._known.get(row.conversation_id)
        return known if known is not None and (known.version, known.sealed) == (row.version, row.state) else None

    def keep(self, after: Conversation, sealed: bytes, goals: tuple[Goal, ...], key: DataKey) -> None:
        """A turn was committed."""
        self._known[after.id] = Remembered(after.version, sealed, key.id, after, goals)
        self._known.move_to_end(after.id)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def arrived(self, name: str, sealed: bytes, inbound: Inbound) -> None:
        """A message was committed."""
        self._arrived[name] = sealed, inbound
        while len(self._arrived) > KEPT:
            self._arrived.popitem(last=False)

    def message(self, name: str, sealed: bytes) -> Inbound | None:
        """The message of an inbox row, if it was taken in here and is stored as it was; it is asked for once, and forgotten."""
        was, inbound = self._arrived.pop(name, (b"", None))
        return inbound if was == sealed else None

    def forget(self, conversation: str) -> None:
        self._known.pop(conversation, None)


def changed(before: tuple[Goal, ...], written: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """The goals after some were written: in place where they were known, else at the end, as they are read back."""
    if not written:
        return before
    if before and len(written) == 1 and written[0].id == before[-1].id:  # the one being worked on
        return (*before[:-1], *written)
    return tuple(({goal.id: goal for goal in before} | {goal.id: goal for goal in written}).values())
