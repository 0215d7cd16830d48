"""Opening what is kept: both stores, the master key, and the lock that one service at a time may hold."""

from __future__ import annotations

import asyncio
import base64
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from pathlib import Path

import structlog
from filelock import FileLock, Timeout

from coachbot.settings import Settings, data_folder
from coachbot.timekeeping import nowhere
from coaching.errors import Busy, SettingsError
from coaching.ports import Clock, Landmark, Names
from coaching.programme import Programme
from storage.casework import SqlCasework
from storage.engine import address_of
from storage.notebook import SqlNotebook
from storage.opening import KeySource, Storage, open_storage, plainly
from storage.sealing import MasterKey
from storage.spool import FileSpool
from storage.upgrade import current
from storage.visits import SqlVisits

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """Both stores, open. `holder` names this process in the lock table."""

    storage: Storage
    holder: str
    url: str
    lock: FileLock | None

    @property
    def notebook(self) -> SqlNotebook:
        return self.storage.notebook

    @property
    def casework(self) -> SqlCasework:
        return self.storage.casework

    @property
    def visits(self) -> SqlVisits:
        return self.storage.visits

    def spool(self, names: Names) -> FileSpool:
        """Where messages wait while the database is away: a folder beside everything else that is kept."""
        return FileSpool(data_folder() / "spool", self.storage.service_key, names)

    async def begin_alone(self) -> None:
        """On a SQLite file: be the only service, and recover what an earlier one left behind. Busy where there is another.

        The lock ends with the process, however that ends. PostgreSQL is for several services at once: nothing to hold, and
        what one leaves behind is taken over when its leases end.
        """
        if self.lock is None:
            return
        _take(self.lock, self.url)
        await self.notebook.recover()
        await self.casework.recover()

    async def schema(self) -> str:
        """The revision the database stands at."""
        return await current(self.url) or "none"

    async def hold_role(self, role: str, lease: timedelta) -> None:
        """Be the only one in this role on this database until the lease ends. Busy where another process is."""
        await self.notebook.hold(role, self.holder, lease)

    async def keep_holding(self, role: str, lease: timedelta) -> None:
        """Renew the role for ever, three times a lease; Busy where another process has taken it over.

        While the database is away it goes on: nobody else can be told that the role is free, and what comes in must still be heard.
        """
        while True:
            await asyncio.sleep(lease.total_seconds() / 3)
            try:
                await self.hold_role(role, lease)
            except Busy:
                raise
            except Exception as error:
                log.warning("role.not_renewed", role=role, error=type(error).__name__)


class Claim(Enum):
    """When to be the only service on a SQLite file: with `begin_alone`; before anything is opened; or then only if it is free."""

    LATER = "later"
    FIRST = "first"
    IF_FREE = "if free"


@asynccontextmanager
async def open_notebook(
    url: str,
    keys_url: str,
    key: str | KeySource,
    *,
    clock: Clock,
    names: Names,
    at: Landmark = nowhere,
    programme: Programme | None = None,
    claim: Claim = Claim.LATER,
) -> AsyncIterator[Opened]:
    """Both stores for as long as the block lasts; `key` is the master key in base64. Busy where the claim cannot be had.

    Whoever finds the file claimed does not bring its schema up to date: another version may be at work on it.
    """
    lock = _lock_of(url)
    try:
        free = claim is Claim.LATER or _claimed(lock, url, claim)
        storage = await open_storage(url, keys_url, key, clock=clock, names=names, landmark=at, programme=programme, upgrading=free)
        try:
            yield Opened(storage, names.new(), url, lock)
        finally:
            await storage.close()
    finally:
        if lock is not None:
            lock.release(force=True)


def _lock_of(url: str) -> FileLock | None:
    address = address_of(url)
    return FileLock(f"{address.database}.lock", mode=0o600) if address.get_backend_name() == "sqlite" else None


def _claimed(lock: FileLock | None, url: str, claim: Claim) -> bool:
    try:
        if lock is not None:
            _take(lock, url)
    except Busy:
        if claim is Claim.FIRST:
            raise
        return False
    return True


def _take(lock: FileLock, url: str) -> None:
    with plainly(url, "COACHBOT_DATABASE_URL"):
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            stop_it = "stop it first (Ctrl-C, or SIGTERM)"
            raise Busy(f"Another coachbot already works on this database ({lock.lock_file}): {stop_it}.") from None


# -- the master key -------------------------------------------------------------------------------------------------------------


def master_key(settings: Settings) -> str | KeySource:
    """The key of the settings; for the sandbox, one made on first run and kept in the data folder."""
    return development_key if settings.master_key is None else settings.master_key.get_secret_value()


def development_key(new: bool) -> str:
    """The sandbox's own key. Only for new stores is one made: no other key opens the old ones."""
    path = development_key_path()
    try:
        if new and not path.exists():
            _make_development_key(path)
            log.warning("key.made", path=str(path), what="a development key; set COACHBOT_MASTER_KEY before anything here matters")
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        raise SettingsError(
            f"{path} is missing, and the key store cannot be opened without the key that it was made with: restore that file from "
            "its backup, or set COACHBOT_MASTER_KEY to the key that was used. Nothing was changed."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The development key {path} cannot be used ({error}): let this user read it, or restore it.") from None


def development_key_path() -> Path:
    return data_folder() / "development.key"


def _make_development_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(base64.b64encode(secrets.token_bytes(32)).decode())


def key_problems(settings: Settings) -> list[str]:
    """A sentence where the key that is set is not one."""
    if settings.master_key is None:
        return []
    try:
        MasterKey.read(settings.master_key.get_secret_value())
    except SettingsError as error:
        return [str(error)]
    return []
