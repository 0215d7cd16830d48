"""What the people of the benchmark say: a WOOP to its stored plan, the same goal made SMART, and round again with a new one."""

from __future__ import annotations

from datetime import datetime

from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words

WOOP = (
    "woop",
    "taking my proper break on long days",
    "6",
    "8",
    "I'd get home with something left for my kids",
    "sitting on the floor doing lego, not snapping at them",
    "I feel guilty leaving the others",
    'about 1, when Jo says "you go"',
    'say "back at half past" and walk',
    "8",
)
SMART = (
    "smart",
    "on 3 of my next 4 long days",
    "yes",
    "ask Jo to cover my bay",
    "after handover in the staff room",
    "8",
)
ROUND = (*WOOP, *SMART)


def address_of(person: str) -> Address:
    return Address(Channel.TELEGRAM, "4242", person, person)


def message(person: str, number: int, now: datetime) -> Inbound:
    """The `number`th message of a person, from 0."""
    return Inbound(address_of(person), (f"telegram:4242:message:{person}:{number}",), Kind.TEXT, now, Words(ROUND[number % len(ROUND)]))
