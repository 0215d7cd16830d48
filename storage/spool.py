"""The spool: where messages go while the database is away. One sealed file a delivery, written through to the disk."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog

from coaching.message import Inbound
from coaching.ports import Cursor, Names, Spooled
from storage.letters import decode_inbound, encode_inbound
from storage.sealing import BrokenSeal, DataKey

log = structlog.get_logger(__name__)

SUFFIX = ".spooled"
SET_ASIDE = ".unreadable"


class FileSpool:
    """Carries out `coaching.ports.Spool` in a folder. `key` belongs to the service: the participants' own are in the store that is away."""

    def __init__(self, folder: Path, key: DataKey, names: Names) -> None:
        self._folder = folder
        self._key = key
        self._names = names

    def put(self, inbounds: Sequence[Inbound], cursor: Cursor | None) -> None:
        """Returning means that it is on the disk. OSError where it is not."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = self._names.new()
        plain = json.dumps([[encode_inbound(inbound).decode("ascii") for inbound in inbounds], _mark(cursor)])
        _write_through(self._folder / f"{name}{SUFFIX}", self._key.seal("spool", "delivery", name, plain.encode("ascii")))

    def waiting(self) -> Iterator[Spooled]:
        """Everything spooled, oldest first; a file that does not open is renamed, logged and passed over."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            try:
                yield self._read(path)
            except (BrokenSeal, ValueError, KeyError) as error:
                log.error("spool.unreadable", file=path.name, error=type(error).__name__)
                path.rename(path.with_suffix(SET_ASIDE))

    def done(self, spooled: Spooled) -> None:
        """It is in the database now."""
        (self._folder / f"{spooled.name}{SUFFIX}").unlink(missing_ok=True)

    def set_aside(self, spooled: Spooled) -> None:
        """Keep it, but out of the way: a person has to look at it."""
        path = self._folder / f"{spooled.name}{SUFFIX}"
        path.rename(path.with_suffix(SET_ASIDE))

    def empty(self) -> bool:
        """Asked for every message."""
        try:
            with os.scandir(self._folder) as entries:
                return not any(entry.name.endswith(SUFFIX) for entry in entries)
        except FileNotFoundError:
            return True

    def _read(self, path: Path) -> Spooled:
        name = path.name.removesuffix(SUFFIX)
        letters, mark = json.loads(self._key.open("spool", "delivery", name, path.read_bytes()))
        inbounds = tuple(decode_inbound(letter.encode("ascii")) for letter in letters)
        return Spooled(name, inbounds, Cursor(*mark) if mark else None)


def _mark(cursor: Cursor | None) -> list[str] | None:
    return None if cursor is None else [cursor.name, cursor.value]


def _write_through(path: Path, content: bytes) -> None:
    """The file whole or not at all, and its name, on the disk itself."""
    half = path.with_suffix(".half")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
