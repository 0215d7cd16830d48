"""From a typed line to an Inbound."""

from __future__ import annotations

from datetime import datetime

from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words


def address(person: str) -> Address:
    """Where somebody at a keyboard is: on this machine, under the name they gave."""
    return Address(Channel.TERMINAL, "local", person, person)


def said(line: str, person: str, key: str, now: datetime) -> Inbound:
    """A line, as typed; an empty first line is how somebody arrives."""
    return Inbound(address(person), (key,), Kind.TEXT, now, Words(line))


def arrived(person: str, key: str, now: datetime) -> Inbound:
    """Somebody opens the chat."""
    return Inbound(address(person), (key,), Kind.ARRIVED, now)
