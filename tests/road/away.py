"""Ways for a database to be away: somebody else holds the file, the disk is full, the server is gone or says nothing."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, make_url

from tests.service import World


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another process writes to the file, and goes on writing."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def full(here: World, spool: Path) -> AsyncIterator[None]:
    """Nothing more fits on the disk: neither into the database nor into the spool."""
    database = here.life.opened.notebook._database

    def now(connection: Connection) -> int:
        return int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())

    async def at_most(pages: int) -> None:
        await database.do(lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").all())

    await at_most(await database.do(now))
    await asyncio.to_thread(spool.write_text, "a file where the folder should be")
    yield
    await asyncio.to_thread(spool.unlink)
    await at_most(1 << 30)


class Wire:
    """The way to a PostgreSQL server, which can be cut, or fall silent."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._flowing = asyncio.Event()
        self.port = 0

    @property
    def url(self) -> str:
        """The server behind this wire."""
        there = self._url.set(host="127.0.0.1", port=self.port, query={})
        return there.render_as_string(hide_password=False)

    async def mend(self) -> None:
        self._flowing.set()
        if self._server is None:
            self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Nobody is there, and everything under way is lost."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._open):
            writer.transport.abort()

    def hush(self) -> None:
        """Everything is taken, and nothing is answered."""
        self._flowing.clear()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        socket = f"{self._url.query['host']}/.s.PGSQL.5432"
        there, back = await asyncio.open_unix_connection(socket)
        self._open |= {writer, back}
        try:
            await asyncio.gather(self._pass(reader, back), self._pass(there, writer))
        finally:
            self._open -= {writer, back}

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                await self._flowing.wait()
                writer.write(data)
                await writer.drain()
        writer.close()
