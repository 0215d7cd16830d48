"""A notebook that can be away, a direct way out that can be closed, and the inbox between them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.dialogs.guarding import guarded
from bot.dialogs.protocol import Protocol
from bot.dialogs.watching import calls_for_help, watch
from bot.inbox import Inbox
from bot.lookout import Lookout, Safety
from bot.nlu.concerns import phrase_signal
from bot.nlu.identifiers import Masked, masked
from coachbot.replay import SetClock
from coachbot.timekeeping import FreshNames, nowhere
from coaching.concern import Alarm
from coaching.errors import NotStored
from coaching.message import Inbound, Kind, Outbound
from coaching.notebook import NO_ALARMS
from coaching.participant import Address, Channel
from coaching.ports import Cursor, Receipt
from coaching.programme import Programme
from coaching.words import Words
from storage.sealing import DataKey
from storage.spool import FileSpool
from tests.play import LIBRARY

NOW = datetime(2026, 6, 1, 3, tzinfo=UTC)
KEY = DataKey("service", "", AESGCM(base64.b64decode("A" * 43 + "=")))


class Flickering:
    """A notebook that can be away; remembers what it took, each key once."""

    def __init__(self) -> None:
        self.away = False
        self.transactions = 0
        self.refuses: set[str] = set()
        self.taken: list[str] = []
        self.words: list[str] = []
        self.cursors: dict[str, str] = {}
        self.alarms: list[Alarm] = []

    def home(self, address: Address) -> tuple[str, str]:
        return "GB", "en-GB"

    async def cursor(self, name: str) -> str | None:
        if self.away:
            raise NotStored("away")
        return self.cursors.get(name)

    async def take_in(
        self, inbounds: Sequence[Inbound], cursor: Cursor | None = None, alarms: Mapping[int, Alarm] = NO_ALARMS
    ) -> list[Receipt]:
        if self.away:
            raise NotStored("away")
        self.transactions += 1
        if self.refuses & {inbound.words.text for inbound in inbounds}:
            raise ValueError("never")
        receipts = [self._take(place, inbound, alarms) for place, inbound in enumerate(inbounds)]
        if cursor:
            self.cursors[cursor.name] = cursor.value
        return receipts

    def _take(self, place: int, inbound: Inbound, alarms: Mapping[int, Alarm]) -> Receipt:
        if inbound.keys[0] in self.taken:
            return Receipt.KNOWN
        self.taken.append(inbound.keys[0])
        self.words.append(inbound.words.text)
        self.alarms += [alarms[place]] if place in alarms else []
        return Receipt.TAKEN


def said(key: str, words: str = "woop", channel: Channel = Channel.SLACK) -> Inbound:
    return Inbound(Address(channel, "T1", "U1", "D1"), (key,), Kind.TEXT, NOW, Words(words))


@dataclass
class Way:
    """The direct way out: what was said past the database, and whether it arrives."""

    open: bool = True
    said: list[Outbound] = field(default_factory=list)

    async def say(self, outbound: Outbound, comes_again: bool = False) -> bool:
        self.said.append(outbound)
        return self.open


def inbox(
    notebook: Flickering,
    folder: Path,
    way: Way | None = None,
    clock: SetClock | None = None,
    mask: Callable[[str], Masked] = masked,
) -> Inbox:
    names = FreshNames()
    safety = Safety(
        guard=partial(guarded, mask=mask),
        watch=partial(watch, phrases=phrase_signal),
        calls=calls_for_help,
        protocol=Protocol(LIBRARY, Programme(), NOW.date),
        say=(way or Way()).say,
    )
    lookout = Lookout(safety, clock=clock or SetClock(NOW), names=names, at=nowhere)
    spool = FileSpool(folder / "spool", KEY, names)
    return Inbox(notebook, lookout, wake=lambda: None, at=nowhere, spool=spool, patience=0.05)  # type: ignore[arg-type]
