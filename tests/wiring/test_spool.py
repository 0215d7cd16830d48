"""While the database is away, what people write waits on the disk, sealed, and is taken in when it is back."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.inbox import Inbox
from coachbot.timekeeping import FreshNames, nowhere
from coaching.errors import NotStored
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.ports import Cursor, Receipt
from coaching.words import Words
from storage.sealing import DataKey
from storage.spool import FileSpool

NOW = datetime(2026, 6, 1, 3, tzinfo=UTC)
KEY = DataKey("service", "", AESGCM(base64.b64decode("A" * 43 + "=")))


class Flickering:
    """A notebook that can be away; remembers what it took, each key once."""

    def __init__(self) -> None:
        self.away = False
        self.refuses: set[str] = set()
        self.taken: list[str] = []
        self.cursors: dict[str, str] = {}

    async def take_in(self, inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        if self.away:
            raise NotStored("away")
        if self.refuses & {inbound.words.text for inbound in inbounds}:
            raise ValueError("never")
        fresh = [inbound for inbound in inbounds if inbound.keys[0] not in self.taken]
        self.taken += [inbound.keys[0] for inbound in fresh]
        if cursor:
            self.cursors[cursor.name] = cursor.value
        return [Receipt.TAKEN if inbound in fresh else Receipt.KNOWN for inbound in inbounds]


def said(key: str, words: str = "I can't go on like this") -> Inbound:
    return Inbound(Address(Channel.SLACK, "T1", "U1", "D1"), (key,), Kind.TEXT, NOW, Words(words))


def inbox(notebook: Flickering, folder: Path) -> Inbox:
    spool = FileSpool(folder / "spool", KEY, FreshNames())
    return Inbox(notebook, wake=lambda: None, at=nowhere, spool=spool)  # type: ignore[arg-type]


async def test_nothing_is_refused_while_the_database_is_away(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    notebook.away = True
    assert await way_in.receive([said("1")], Cursor("telegram", "7")) == [Receipt.TAKEN]
    assert await way_in.receive([said("2")]) == [Receipt.TAKEN]
    assert notebook.taken == []
    notebook.away = False
    await way_in.receive([said("3")])
    assert notebook.taken == ["1", "2", "3"], "order is kept: what waits goes in first"
    assert notebook.cursors == {"telegram": "7"}


async def test_what_waits_survives_a_restart_and_is_sealed(tmp_path: Path) -> None:
    notebook = Flickering()
    notebook.away = True
    await inbox(notebook, tmp_path).receive([said("1", "the gravel pit")])
    (file,) = (tmp_path / "spool").iterdir()
    assert b"gravel" not in file.read_bytes()
    notebook.away = False
    assert await inbox(notebook, tmp_path).empty_spool()
    assert notebook.taken == ["1"]
    assert list((tmp_path / "spool").iterdir()) == []


async def test_one_bad_delivery_does_not_keep_the_others_out(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    notebook.away = True
    await way_in.receive([said("1", "poison")])
    await way_in.receive([said("2")])
    notebook.away, notebook.refuses = False, {"poison"}
    assert await way_in.empty_spool()
    assert notebook.taken == ["2"]
    assert [file.suffix for file in (tmp_path / "spool").iterdir()] == [".unreadable"], "it is kept for a person to look at"


async def test_a_file_that_was_tampered_with_is_set_aside(tmp_path: Path) -> None:
    notebook = Flickering()
    notebook.away = True
    way_in = inbox(notebook, tmp_path)
    await way_in.receive([said("1")])
    (file,) = (tmp_path / "spool").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    notebook.away = False
    assert await way_in.empty_spool()
    assert notebook.taken == []
    assert [each.suffix for each in (tmp_path / "spool").iterdir()] == [".unreadable"]


async def test_with_nowhere_to_keep_it_the_platform_must_deliver_again(tmp_path: Path) -> None:
    notebook = Flickering()
    notebook.away = True
    (tmp_path / "spool").write_text("a file where the folder should be")
    with pytest.raises(NotStored):
        await inbox(notebook, tmp_path).receive([said("1")])
    assert (tmp_path / "spool").is_file()
