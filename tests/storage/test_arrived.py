"""A message that was taken in here is known without opening it again, while it is stored as it was, and once."""

from __future__ import annotations

from datetime import UTC, datetime

from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words
from storage.remembered import KEPT, Memory

SAID = Inbound(Address(Channel.SLACK, "T1", "U1", "D1"), ("1",), Kind.TEXT, datetime(2026, 6, 1, 9, tzinfo=UTC), Words("hello"))


def test_it_is_known_once() -> None:
    memory = Memory()
    memory.arrived("A", b"sealed", SAID)
    assert memory.message("A", b"sealed") is SAID
    assert memory.message("A", b"sealed") is None


def test_what_the_database_holds_counts() -> None:
    memory = Memory()
    memory.arrived("A", b"sealed", SAID)
    assert memory.message("A", b"sealed anew") is None
    assert memory.message("B", b"") is None


def test_no_more_are_kept_than_that() -> None:
    memory = Memory()
    for number in range(KEPT + 1):
        memory.arrived(str(number), b"sealed", SAID)
    assert memory.message("0", b"sealed") is None
    assert memory.message(str(KEPT), b"sealed") is SAID
