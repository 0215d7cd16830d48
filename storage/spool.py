"""The spool: where messages go while the database is away. One sealed file a delivery, written through to the disk."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import structlog

from coaching.concern import Raised
from coaching.errors import UnreadableState
from coaching.message import Inbound
from coaching.ports import Cursor, Names, Spooled
from storage.letters import decode_inbound, decode_raised, encode_inbound, encode_raised
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
        self._known_empty = False

    def put(self, inbounds: Sequence[Inbound], cursor: Cursor | None, raised: Mapping[int, Raised]) -> Spooled:
        """Returning means that it is on the disk. OSError where it is not."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        spooled = Spooled(self._names.new(), tuple(inbounds), cursor, raised)
        self._write(spooled)
        return spooled

    def put_again(self, spooled: Spooled) -> None:
        """The same delivery with more known of it, unless it has gone on meanwhile."""
        if self._path(spooled.name).exists():
            self._write(spooled)

    def _write(self, spooled: Spooled) -> None:
        self._known_empty = False
        letters = [encode_inbound(inbound).decode() for inbound in spooled.inbounds]
        raised = [[place, encode_raised(each)] for place, each in spooled.raised.items()]
        plain = json.dumps([letters, _mark(spooled.cursor), raised])
        _write_through(self._path(spooled.name), self._key.seal("spool", "delivery", spooled.name, plain.encode()))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{SUFFIX}"

    def waiting(self) -> Iterator[Spooled]:
        """Everything spooled, oldest first; a file that does not open is renamed, logged and passed over."""
        paths = self._paths()
        self._known_empty = not paths
        for path in paths:
            try:
                yield self._read(path)
            except (BrokenSeal, UnreadableState, ValueError, KeyError, TypeError) as error:
                log.error("spool.unreadable", file=path.name, error=type(error).__name__)
                path.rename(path.with_suffix(SET_ASIDE))

    def done(self, spooled: Spooled) -> None:
        """It is in the database now."""
        self._path(spooled.name).unlink(missing_ok=True)

    def set_aside(self, spooled: Spooled) -> None:
        """Keep it, but out of the way: a person has to look at it."""
        path = self._path(spooled.name)
        path.rename(path.with_suffix(SET_ASIDE))

    def empty(self) -> bool:
        """Asked for every message, so an empty folder stays known as empty until something is put in here, or `waiting` finds something."""
        self._known_empty = self._known_empty or not self._paths()
        return self._known_empty

    def _paths(self) -> list[Path]:
        """Oldest first. OSError where the folder cannot be looked into: that is not the same as empty."""
        try:
            with os.scandir(self._folder) as entries:
                return sorted(self._folder / entry.name for entry in entries if entry.name.endswith(SUFFIX))
        except FileNotFoundError:
            return []

    def _read(self, path: Path) -> Spooled:
        name = path.name.removesuffix(SUFFIX)
        letters, mark, *more = json.loads(self._key.open("spool", "delivery", name, path.read_bytes()))
        inbounds = tuple(decode_inbound(letter.encode()) for letter in letters)
        raised = {place: decode_raised(each) for place, each in (more[0] if more else [])}
        return Spooled(name, inbounds, Cursor(*mark) if mark else None, raised)


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
