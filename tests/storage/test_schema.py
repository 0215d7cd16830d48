"""The schema: up, down, and what a newer one does to an older version."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coaching.errors import SettingsError
from storage.engine import open_database
from storage.upgrade import KEYRING, WORDS, Schema, check, current, downgrade, head, upgrade


@pytest.mark.parametrize("schema", [WORDS, KEYRING], ids=["words", "keys"])
async def test_up_and_down_and_nothing_differs(urls: tuple[str, str], schema: Schema):
    url = urls[schema is KEYRING]
    assert await current(url, schema) is None
    for _ in range(2):
        await upgrade(url, schema)
        await upgrade(url, schema)
        assert await current(url, schema) == head(schema)
        await check(url, schema)
        await downgrade(url, schema)
        assert await current(url, schema) is None


async def test_an_unknown_newer_schema_is_refused(urls: tuple[str, str]):
    await upgrade(urls[0])
    database = open_database(urls[0])
    await database.do(lambda connection: connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(SettingsError, match="COACHBOT_DATABASE_URL is at schema 9999"):
        await upgrade(urls[0])


async def test_it_works_from_any_folder(tmp_path: Path):
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        await upgrade("sqlite:///here.db")
    finally:
        os.chdir(before)
    assert (tmp_path / "here.db").exists()


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_an_address_that_cannot_be_used_says_so(url: str):
    with pytest.raises(SettingsError, match="sqlite:///coachbot"):
        open_database(url)
