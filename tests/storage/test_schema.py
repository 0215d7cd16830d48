"""The schema: up, down, and what a newer one does to an older version."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from coaching.errors import SettingsError
from storage.engine import open_database
from storage.migrating import check, downgrade
from storage.upgrade import KEYRING, WORDS, Schema, current, head, on, upgrade


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


@pytest.mark.parametrize("schema", [WORDS, KEYRING], ids=["words", "keys"])
async def test_made_at_once_it_is_as_the_revisions_make_it(urls: tuple[str, str], schema: Schema):
    url = urls[schema is KEYRING]
    made = []
    for to in ("head", head(schema)):  # at once; revision by revision
        await upgrade(url, schema, to)
        await check(url, schema)
        made.append(await on(url, named))
        assert await current(url, schema) == head(schema)
        await downgrade(url, schema)
    assert made[0] == made[1]


def named(connection: Connection) -> set[tuple[str, ...]]:
    """Everything of a schema that has a name, with its columns."""
    seen = inspect(connection)
    found: set[tuple[str, ...]] = {
        (table, column["name"], str(column["nullable"])) for table in seen.get_table_names() for column in seen.get_columns(table)
    }
    found |= {(table, str(each["name"])) for table in seen.get_table_names() for each in seen.get_indexes(table)}
    triggers = {"sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'", "postgresql": "SELECT tgname FROM pg_trigger"}
    return found | {("trigger", row[0]) for row in connection.exec_driver_sql(triggers[connection.dialect.name]) if "audit" in row[0]}


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
