"""Opening both stores: schemas brought up to date, keys read, and what carries out the ports handed over."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, select
from sqlalchemy.exc import DBAPIError

from coaching.errors import SettingsError
from coaching.ports import Clock, Landmark, Names
from coaching.programme import Programme
from storage.casework import SqlCasework
from storage.engine import Work, address_of, open_database, quiet
from storage.keyring import Keyring, has_root
from storage.logins import SqlLogins
from storage.notebook import SqlNotebook
from storage.reviews import SqlReviews
from storage.sealing import DataKey, MasterKey
from storage.tables import participant
from storage.upgrade import KEYRING, WORDS, Schema, current, head, upgrade
from storage.visits import SqlVisits
from storage.welfare import SqlWelfare

KeySource = Callable[[bool], str]  # the master key in base64, told whether the stores are new


@dataclass(frozen=True, slots=True)
class Storage:
    """What the road writes to. `close` ends it: what is queued is finished, locks are let go."""

    notebook: SqlNotebook
    visits: SqlVisits
    logins: SqlLogins
    welfare: SqlWelfare
    casework: SqlCasework
    reviews: SqlReviews
    service_key: DataKey  # seals what belongs to no participant yet, such as the spool

    async def close(self) -> None:
        await self.notebook.close()


async def open_storage(
    url: str,
    keys_url: str,
    master_key: str | KeySource,
    *,
    clock: Clock,
    names: Names,
    landmark: Landmark = quiet,
    programme: Programme | None = None,
    upgrading: bool = True,
) -> Storage:
    """Both stores at their newest schema. SettingsError: an address, the master key, or a schema this version does not know.

    `master_key` may be a function: it is asked for a key to new stores only once they are there and can be used. Without
    `upgrading` (somebody else works on the stores) a schema that is not the newest is refused.
    """
    key = master_key if callable(master_key) else lambda _new: master_key
    new = await _are_new(url, keys_url)
    master = None if new else MasterKey.read(key(False))
    for address, schema in ((url, WORDS), (keys_url, KEYRING)):
        await _made_ready(address, schema, upgrading)
    keyring = Keyring(open_database(keys_url), master or MasterKey.read(key(True)), clock, names)
    try:
        indexes = await keyring.root()
    except BaseException:
        await keyring.close()
        raise
    database = open_database(url, landmark)
    notebook = SqlNotebook(database, keyring, indexes, clock=clock, names=names, landmark=landmark, programme=programme)
    casework = SqlCasework(database, keyring, indexes, clock=clock, names=names, landmark=landmark)
    visits, logins = SqlVisits(database, indexes, clock=clock, names=names), SqlLogins(database, indexes, clock=clock)
    welfare = SqlWelfare(database, indexes.service, names=names)
    reviews = SqlReviews(database, keyring, indexes.service)
    return Storage(notebook, visits, logins, welfare, casework, reviews, indexes.service)


async def _made_ready(url: str, schema: Schema, upgrading: bool) -> None:
    with plainly(url, schema.setting):
        make_room(url)
        if upgrading:
            await upgrade(url, schema)
        elif await current(url, schema) != head(schema):
            raise SettingsError(
                f"The database at {place_of(url)} ({schema.setting}) has another schema than this version, and a service works on it: "
                "stop that service, then start this version. Nothing was changed."
            )


# -- whether anything is there already ------------------------------------------------------------------------------------------


async def _are_new(url: str, keys_url: str) -> bool:
    """Whether no key has been made yet. SettingsError where there are participants whose keys are lost: a new root key would
    make them all unknown."""
    if await _finds(keys_url, KEYRING, has_root):
        return False
    if await _finds(url, WORDS, _has_participants):
        raise SettingsError(
            f"The key store at {place_of(keys_url)} (COACHBOT_KEYS_URL) is missing or empty, but the database at {place_of(url)} "
            "(COACHBOT_DATABASE_URL) has participants, and nobody's history can be read without its keys: "
            "restore the key store from its backup, then start again. Nothing was changed."
        )
    return True


async def _finds(url: str, schema: Schema, work: Work[bool]) -> bool:
    """What a look at the store finds; nothing is made where nothing is."""
    with plainly(url, schema.setting):
        if not _may_be_there(url):
            return False
        database = open_database(url)
        try:
            return await database.look(work)
        finally:
            await database.close()


def _may_be_there(url: str) -> bool:
    address = address_of(url)
    return address.get_backend_name() != "sqlite" or os.path.lexists(str(address.database))


def _has_participants(connection: Connection) -> bool:
    there = inspect(connection).has_table(participant.name)
    return there and connection.execute(select(participant.c.id).limit(1)).first() is not None


# -- files, and what is said of them --------------------------------------------------------------------------------------------


def make_room(url: str) -> None:
    """The folder that a SQLite file will lie in, and the file itself, which nobody else may read."""
    address = address_of(url)
    if address.get_backend_name() == "sqlite" and address.database:
        path = Path(address.database)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def place_of(url: str) -> str:
    """Where a store is, without a password."""
    address = address_of(url)
    sqlite = address.get_backend_name() == "sqlite"
    return str(address.database) if sqlite else f"{address.host or 'the local socket'}:{address.port or 5432}/{address.database or ''}"


@contextmanager
def plainly(url: str, setting: str) -> Iterator[None]:
    """Whatever keeps a store from being opened, as a SettingsError that says where and what to do."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, (OSError, DBAPIError)) and not type(error).__module__.startswith("asyncpg"):
            raise
        sqlite = address_of(url).get_backend_name() == "sqlite"
        what_to_do = (
            "see that its folder can be written to and that the file is this service's database, or restore it from its backup"
            if sqlite
            else "see that the server runs and that the address, the name and the password are right"
        )
        raise SettingsError(f"The database at {place_of(url)} ({setting}) cannot be opened: {_reason(error)}; {what_to_do}.") from None


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    told = (getattr(cause, "strerror", None) or str(cause) or type(cause).__name__).splitlines()[0]
    return re.sub(r"^<class '[^']*'>: ", "", told).rstrip(".")
