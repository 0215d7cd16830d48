"""A small real world behind the adapter: an inbox in memory that takes each message once, and a few ways to look at things."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.adapters.telegram.month import Names
from bot.adapters.telegram.outlet import Phrases
from coaching.errors import NotStored
from coaching.message import Choice, Inbound, Lane, Outbound, Shape
from coaching.participant import Address, Channel
from coaching.ports import Cursor, Receipt
from coaching.words import Span, text_of
from standins.telegram import Person, TelegramStandIn

AGAIN = "(sent again in case the first copy was lost)"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMES = Names(MONTHS, ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
PHRASES = Phrases(help_now="Help now", again=AGAIN, names=NAMES)
QUESTION = "01KAQ0W6Z3M8N5V7XH2YJ4T9RC"  # as long as an id is


@dataclass
class Inbox:
    """Carries out `coaching.ports.Intake`. `out` fails so many times before anything is stored; `after` right after it."""

    taken: list[Inbound] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    cursors: dict[str, str] = field(default_factory=dict)
    out: int = 0
    after: int = 0

    async def receive(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        if self.out:
            self.out -= 1
            raise NotStored("the database is away")
        receipts = [self._take(inbound) for inbound in inbounds]
        if cursor is not None:
            self.cursors[cursor.name] = cursor.value
        if self.after:
            self.after -= 1
            raise KeyboardInterruptedHere
        return receipts

    async def cursor(self, name: str) -> str | None:
        return self.cursors.get(name)

    def _take(self, inbound: Inbound) -> Receipt:
        if self.keys & set(inbound.keys):
            return Receipt.KNOWN
        self.keys |= set(inbound.keys)
        self.taken.append(inbound)
        return Receipt.TAKEN

    @property
    def texts(self) -> list[str]:
        return [inbound.words.text for inbound in self.taken]


class KeyboardInterruptedHere(Exception):
    """The plug was pulled: everything after the commit is gone."""


async def until(true: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - there is nothing to wait for but the truth
            await asyncio.sleep(0.002)


async def call(telegram: TelegramStandIn, method: str, **arguments: Any) -> dict[str, Any]:
    """One call as any client would make it; the answer as it is."""
    async with aiohttp.ClientSession() as session, session.post(f"{telegram.base}/bot{telegram.token}/{method}", json=arguments) as got:
        told: dict[str, Any] = await got.json()
        return told


def address_of(person: Person, telegram: TelegramStandIn) -> Address:
    return Address(Channel.TELEGRAM, str(telegram.me["id"]), str(person.id), str(person.id))


def say(person: Person, telegram: TelegramStandIn, text: str | tuple[Span, ...] = "Hello", **more: Any) -> Outbound:
    """A message of ours to somebody."""
    spans = text_of(text) if isinstance(text, str) else text
    return Outbound(more.pop("id", QUESTION), address_of(person, telegram), more.pop("lane", Lane.REPLY), spans, **more)


def ask(person: Person, telegram: TelegramStandIn, *labels: str, **more: Any) -> Outbound:
    """A question with buttons."""
    choices = tuple(Choice(f"choice_{number}", label) for number, label in enumerate(labels))
    return say(person, telegram, "What would help?", shape=Shape.CHOICE, choices=choices, **more)
