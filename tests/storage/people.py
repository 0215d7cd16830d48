"""People who write, pages that answer them, and a clock that is moved by hand."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from coachbot.timekeeping import FreshNames
from coaching.conversation import Walk
from coaching.message import Inbound, Kind, Lane, Outbound
from coaching.notebook import Claim, Fate, NewLine, Page, Parcel, Posted, Posting
from coaching.participant import Address, Channel
from coaching.words import Words, plain, text_of
from storage.opening import Storage, open_storage

MASTER = base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
LEASE = timedelta(seconds=30)
NAMES = FreshNames()


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def move(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@dataclass
class Store:
    """One open storage, its clock and where it lies."""

    storage: Storage
    clock: HandClock
    url: str
    keys_url: str

    @property
    def notebook(self) -> Any:
        return self.storage.notebook

    @property
    def file(self) -> Path:
        return Path(self.url.removeprefix("sqlite:///"))

    async def say(self, who: Address, *texts: str) -> None:
        """The person writes, one message after the other."""
        await self.notebook.take_in([text(who, each, self.clock.now()) for each in texts])

    async def claim(self, limit: int = 10) -> list[Claim]:
        claims: list[Claim] = await self.notebook.claim(limit, LEASE)
        return claims

    async def due(self, limit: int = 10, frozen: Sequence[str] = ()) -> list[Parcel]:
        parcels: list[Parcel] = await self.notebook.due(limit, LEASE, frozen)
        return parcels

    async def turn(self, who: Address, said: str, *answers: str | Outbound, **page: Any) -> Claim:
        """A message, and the turn that answers it."""
        await self.say(who, said)
        (claim,) = await self.claim()
        await self.notebook.write_turn(answer(claim, self.clock.now(), *answers, **page))
        return claim

    async def send_all(self) -> list[str]:
        """What goes out, in its order; every message arrives."""
        sent = []
        while parcels := await self.due():
            sent += [plain(parcel.outbound.text) for parcel in parcels]
            await self.notebook.posted([Posted(parcel, Fate.SENT, self.clock.now(), f"p{parcel.id}") for parcel in parcels])
        return sent


async def open_at(url: str, keys_url: str, clock: HandClock | None = None, **more: Any) -> Store:
    clock = clock or HandClock()
    return Store(await open_storage(url, keys_url, MASTER, clock=clock, names=NAMES, **more), clock, url, keys_url)


def person(name: str, channel: Channel = Channel.TELEGRAM, place: str = "") -> Address:
    return Address(channel, "account", name, place or f"place of {name}")


def text(who: Address, words: str, at: datetime, *keys: str, **more: Any) -> Inbound:
    return Inbound(who, keys or (NAMES.new(),), Kind.TEXT, at, Words(words), **more)


def said(who: Address, words: str, lane: Lane = Lane.REPLY, **more: Any) -> Outbound:
    return Outbound(NAMES.new(), who, lane, text_of(words), wording="test.words", **more)


def answer(claim: Claim, at: datetime, *answers: str | Outbound, **more: Any) -> Page:
    """The page of a turn that keeps what was said and answers it."""
    outbounds = [said(claim.inbound.address, each) if isinstance(each, str) else each for each in answers]
    lines = [NewLine(claim.name, "participant", claim.inbound.words, at, key=claim.inbound.keys[0])] if claim.inbound.keys else []
    lines += [NewLine(NAMES.new(), "bot", Words(plain(each.text)), at, each.wording, "hash", outbound=each) for each in outbounds]
    before = claim.conversation
    after = replace(more.pop("state", before), version=before.version + 1, turn=before.turn + 1)
    postings = tuple(Posting(each, None) for each in outbounds)
    return Page(claim, after, tuple(lines), postings, **more)


def walk(at: datetime) -> Walk:
    return Walk("woop", 1, "woop.wish", at, trail=("woop.wish",))
