"""Sealing: participants' words as AES-256-GCM cells, keyed hashes where something must be found without being readable.

A cell is one byte of format, twelve random bytes of nonce, and the ciphertext with its tag. Its associated data is
`table|column|row id|key id`: a cell moved to another row or column, cut short or with a bit turned does not open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import weakref
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from coaching.errors import CoachingError, SettingsError
from coaching.participant import Address

FORMAT = b"\x01"
NONCE = 12  # bytes, as NIST SP 800-38D recommends for GCM
TAG = 16  # bytes
DRAWN = 256  # nonces at a time
_POOLS: weakref.WeakSet[Nonces] = weakref.WeakSet()
KEY = 32  # bytes


class BrokenSeal(CoachingError):
    """A sealed cell does not open: it was changed, moved or cut, or its key is gone. Restore the row from a backup."""


class Nonces:
    """Random nonces, drawn from the machine many at a time (each draw alone costs more than the sealing).

    A forked process throws away what its parent had drawn. Taking one is atomic: threads may share this.
    """

    def __init__(self) -> None:
        self._drawn: list[bytes] = []
        _POOLS.add(self)

    def forget(self) -> None:
        self._drawn = []

    def take(self) -> bytes:
        try:
            return self._drawn.pop()
        except IndexError:
            pool = os.urandom(NONCE * DRAWN)
            self._drawn.extend(pool[place : place + NONCE] for place in range(NONCE, len(pool), NONCE))
            return pool[:NONCE]


def _forget_all() -> None:
    for pool in _POOLS:
        pool.forget()


os.register_at_fork(after_in_child=_forget_all)


@dataclass(frozen=True, slots=True)
class DataKey:
    """One participant's key for their own words."""

    id: str
    participant_id: str
    cipher: AESGCM = field(repr=False)
    nonces: Nonces = field(repr=False, default_factory=Nonces)

    def seal(self, table: str, column: str, row: str, plain: bytes) -> bytes:
        nonce = self.nonces.take()
        return FORMAT + nonce + self.cipher.encrypt(nonce, plain, f"{table}|{column}|{row}|{self.id}".encode())

    def open(self, table: str, column: str, row: str, cell: bytes) -> bytes:
        """The plain bytes, or BrokenSeal."""
        if len(cell) < 1 + NONCE + TAG or cell[:1] != FORMAT:
            raise BrokenSeal(f"{table}.{column} of {row} is not a whole sealed cell. Restore the row from a backup.")
        try:
            return self.cipher.decrypt(cell[1 : 1 + NONCE], cell[1 + NONCE :], f"{table}|{column}|{row}|{self.id}".encode())
        except InvalidTag:
            raise BrokenSeal(f"{table}.{column} of {row} was changed, moved or cut. Restore the row from a backup.") from None


@dataclass(frozen=True, slots=True)
class MasterKey:
    """The key that wraps all others. It comes from the settings and is never stored beside what it opens."""

    id: str
    cipher: AESGCM = field(repr=False)

    @classmethod
    def read(cls, text: str) -> MasterKey:
        """From base64 of 32 bytes; SettingsError where it is not that. Its id is a fingerprint."""
        try:
            key = base64.b64decode(text.strip(), altchars=b"-_" if set("-_") & set(text) else None, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != KEY:
            raise SettingsError("COACHBOT_MASTER_KEY must be base64 of exactly 32 random bytes: openssl rand -base64 32")
        return cls(hashlib.sha256(b"coachbot master key|" + key).hexdigest()[:16], AESGCM(key))

    def wrap(self, key: bytes, owner: str) -> bytes:
        nonce = os.urandom(NONCE)
        return FORMAT + nonce + self.cipher.encrypt(nonce, key, f"data_key|wrapped|{owner}|{self.id}".encode())

    def unwrap(self, wrapped: bytes, owner: str) -> bytes:
        """The key's bytes; BrokenSeal where this is not its master key, or the row was changed."""
        try:
            return self.cipher.decrypt(wrapped[1 : 1 + NONCE], wrapped[1 + NONCE :], f"data_key|wrapped|{owner}|{self.id}".encode())
        except (InvalidTag, ValueError):
            raise BrokenSeal(f"The data key of {owner or 'the service'} does not open with this COACHBOT_MASTER_KEY.") from None


class Indexes:
    """Keyed hashes (HMAC-SHA256) under subkeys of the service's root key, and a key for what belongs to no participant yet."""

    def __init__(self, root: bytes) -> None:
        self._address = _subkey(root, b"address")
        self._delivery = _subkey(root, b"delivery")
        self._code = _subkey(root, b"code")
        self.service = DataKey("service", "", AESGCM(_subkey(root, b"service cells")))

    def identity(self, key: tuple[str, str, str]) -> bytes:
        """The blind index of (channel, account, person)."""
        return _keyed(self._address, "\0".join(key))

    def delivery(self, address: Address, key: str) -> bytes:
        """Of a platform's own id of a message, which is unique within the channel and account; 16 bytes."""
        return _keyed(self._delivery, f"{address.channel.value}\0{address.account}\0{key}")[:16]

    def code(self, kind: str, code: str) -> bytes:
        """Of a one-time code or a visit's token; `kind` keeps them apart."""
        return _keyed(self._code, f"{kind}\0{code}")


def _keyed(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256")


def _subkey(root: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY, salt=None, info=b"coachbot|" + purpose).derive(root)
