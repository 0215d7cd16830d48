"""What the people of the benchmark say: a WOOP to its stored plan, the same goal made SMART, and round again with a new one."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zlib import crc32

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
    """The `number`th message of a person, from 0. No two people write it to the letter alike: nothing is known from somebody else."""
    text = _written_by(person, ROUND[number % len(ROUND)])
    return Inbound(address_of(person), (f"telegram:4242:message:{person}:{number}",), Kind.TEXT, now, Words(text))


@cache
def _written_by(person: str, text: str) -> str:
    """The text with capitals of one's own, where it is more than a word."""
    signs = crc32(person.encode())
    return "".join(each.upper() if signs >> place % 32 & 1 else each for place, each in enumerate(text)) if " " in text else text
