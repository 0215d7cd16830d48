"""Opening both stores: schemas brought up to date, keys read, and what carries out the ports handed over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coaching.ports import Clock, Landmark, Names
from coaching.programme import Programme
from storage.engine import address_of, open_database, quiet
from storage.keyring import Keyring
from storage.notebook import SqlNotebook
from storage.sealing import DataKey, MasterKey
from storage.upgrade import KEYRING, WORDS, upgrade
from storage.visits import SqlVisits


@dataclass(frozen=True, slots=True)
class Storage:
    """What the road writes to. `close` ends it: what is queued is finished, locks are let go."""

    notebook: SqlNotebook
    visits: SqlVisits
    service_key: DataKey  # seals what belongs to no participant yet, such as the spool

    async def close(self) -> None:
        await self.notebook.close()


async def open_storage(
    url: str,
    keys_url: str,
    master_key: str,
    *,
    clock: Clock,
    names: Names,
    landmark: Landmark = quiet,
    programme: Programme | None = None,
) -> Storage:
    """Both stores at their newest schema. SettingsError: an address, the master key, or a schema this version does not know."""
    master = MasterKey.read(master_key)
    for address, schema in ((url, WORDS), (keys_url, KEYRING)):
        make_room(address)
        await upgrade(address, schema)
    keyring = Keyring(open_database(keys_url), master, clock, names)
    try:
        indexes = await keyring.root()
    except BaseException:
        await keyring.close()
        raise
    database = open_database(url, landmark)
    notebook = SqlNotebook(database, keyring, indexes, clock=clock, names=names, landmark=landmark, programme=programme)
    return Storage(notebook, SqlVisits(database, indexes, clock=clock, names=names), indexes.service)


def make_room(url: str) -> None:
    """The folder that a SQLite file will lie in."""
    address = address_of(url)
    if address.get_backend_name() == "sqlite" and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
