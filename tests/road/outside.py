"""What survives the service: a platform on disk, which delivers until it is told, and remembers everything it was sent."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coaching.delivery import Absent, Delivery, Found, Sent, Unknowable
from coaching.message import Inbound, Kind, Outbound
from coaching.participant import Address, Channel
from coaching.words import Words, plain

SENT_AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """One message of one chat."""

    chat: int
    number: int
    words: str

    @property
    def key(self) -> str:
        return f"message:{self.chat}:{self.number}"

    def inbound(self, channel: Channel) -> Inbound:
        return Inbound(address_of(self.chat, channel), (self.key,), Kind.TEXT, SENT_AT, Words(self.words))


def address_of(chat: int, channel: Channel) -> Address:
    return Address(channel, "outside", f"person-{chat}", f"place-{chat}")


class Journal:
    """Lines appended to a file, each whole or absent, whatever happens to the writer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, *facts: object) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, (json.dumps(facts) + "\n").encode())
        finally:
            os.close(handle)

    def lines(self) -> list[list[str]]:
        return [json.loads(line) for line in self.path.read_text().splitlines()] if self.path.exists() else []


class Platform:
    """Delivers in order within a chat, again and again until acknowledged; keeps what it was sent."""

    def __init__(self, folder: Path, channel: Channel, said: Sequence[Said]) -> None:
        self.channel = channel
        self.said = said
        self.acknowledged = Journal(folder / "acknowledged")
        self.posted = Journal(folder / "posted")

    def undelivered(self) -> Iterator[list[Said]]:
        """What each chat still has to deliver, oldest first."""
        known = {key for (key,) in self.acknowledged.lines()}
        waiting: dict[int, list[Said]] = defaultdict(list)
        for message in self.said:
            if message.key not in known:
                waiting[message.chat].append(message)
        yield from waiting.values()

    def copies(self) -> dict[str, list[bool]]:
        """Of each message of ours: whether each copy that arrived was marked as sent again."""
        found: dict[str, list[bool]] = defaultdict(list)
        for outbound_id, _chat, _text, again in self.posted.lines():
            found[outbound_id].append(bool(again))
        return found


class DiskOutlet:
    """The way to that platform. With `history` it can look for what it sent; with `keyed` a second copy of an id is swallowed."""

    def __init__(self, platform: Platform, *, history: bool, keyed: bool) -> None:
        self.channel = platform.channel
        self._platform = platform
        self._history = history
        self._keyed = keyed

    async def send(self, outbound: Outbound) -> Delivery:
        known = self._keyed and outbound.id in self._platform.copies()
        if not known:
            self._platform.posted.add(outbound.id, outbound.address.place, plain(outbound.text), outbound.again)
        return Sent(f"platform-{outbound.id}")

    async def look_for(self, outbound: Outbound) -> Found:
        if not self._history:
            return Unknowable()
        return Sent(f"platform-{outbound.id}") if outbound.id in self._platform.copies() else Absent()
