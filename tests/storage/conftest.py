"""Stores on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.storage.people import Store, open_at


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where a fresh pair of stores may lie: two files, or one PostgreSQL database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/words.db", f"sqlite:///{tmp_path}/keys.db"
    else:
        url = request.getfixturevalue("postgres_url")
        yield url, url


@pytest.fixture
async def store(urls: tuple[str, str]) -> AsyncIterator[Store]:
    opened = await open_at(*urls)
    yield opened
    await opened.storage.close()


@pytest.fixture
async def file_store(tmp_path: Path) -> AsyncIterator[Store]:
    """On SQLite only."""
    opened = await open_at(f"sqlite:///{tmp_path}/words.db", f"sqlite:///{tmp_path}/keys.db")
    yield opened
    await opened.storage.close()
