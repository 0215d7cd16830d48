"""Opening what is kept: what is lost or cannot be used is said in a sentence, and nothing is changed."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, text

from coachbot.opening import Claim, open_notebook
from coachbot.timekeeping import FreshNames, WallClock
from coaching.errors import Busy, SettingsError
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words
from storage.engine import open_database
from storage.opening import plainly
from storage.tables import data_key
from tests.wiring.command import coachbot

KEY = "A" * 43 + "="
NURSE = Address(Channel.TERMINAL, "local", "me", "me")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where a fresh pair of stores may lie: two files, or one PostgreSQL database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/coachbot.db", f"sqlite:///{tmp_path}/keys.db"
    else:
        url = request.getfixturevalue("postgres_url")
        yield url, url


async def said_once(urls: tuple[str, str]) -> None:
    async with open_notebook(*urls, KEY, clock=WallClock(), names=FreshNames()) as opened:
        await opened.notebook.take_in([Inbound(NURSE, ("1",), Kind.TEXT, WallClock().now(), Words("hello"))])


# -- lost keys ------------------------------------------------------------------------------------------------------------------


async def test_lost_keys_are_not_replaced_in_silence(urls: tuple[str, str]) -> None:
    await said_once(urls)
    keys = open_database(urls[1])
    await keys.do(lambda connection: connection.execute(delete(data_key)))
    await keys.close()
    with pytest.raises(SettingsError, match=r"COACHBOT_KEYS_URL.*restore the key store from its backup.*Nothing was changed"):
        await said_once(urls)
    keys = open_database(urls[1])
    assert await keys.look(lambda connection: connection.execute(text("SELECT count(*) FROM data_key")).scalar_one()) == 0
    await keys.close()


def test_a_deleted_key_file_stops_the_chat_and_is_not_made_anew(tmp_path: Path) -> None:
    assert coachbot(tmp_path, "chat", typed="hello\n").code == 0
    lost = [file.rename(tmp_path / f"lost.{file.name}") for file in tmp_path.glob("keys.db*")]
    assert coachbot(tmp_path, "chat", typed="hello\n").refuses(str(tmp_path / "keys.db"), "restore the key store")
    assert not (tmp_path / "keys.db").exists()
    for file in lost:
        file.rename(tmp_path / file.name.removeprefix("lost."))
    assert coachbot(tmp_path, "chat", typed="hello\n").code == 0
    with sqlite3.connect(tmp_path / "coachbot.db") as words:
        assert words.execute("SELECT count(*) FROM participant").fetchone() == (1,)
    words.close()


def test_a_deleted_development_key_is_missed_and_not_made_anew(tmp_path: Path) -> None:
    assert coachbot(tmp_path, "chat").code == 0
    (tmp_path / "development.key").unlink()
    assert coachbot(tmp_path, "chat").refuses("development.key is missing", "restore that file")
    assert not (tmp_path / "development.key").exists()


# -- what cannot be opened ------------------------------------------------------------------------------------------------------


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "coachbot.db").write_text("a letter to the ward manager, " * 100)
    assert coachbot(tmp_path, "chat").refuses("coachbot.db (COACHBOT_DATABASE_URL) cannot be opened: file is not a database")
    assert not (tmp_path / "development.key").exists()


def test_a_file_where_the_data_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert coachbot(tmp_path / "data", "chat").refuses("COACHBOT_DATABASE_URL", "cannot be opened")


def test_a_folder_that_nobody_can_make(tmp_path: Path) -> None:
    assert coachbot(tmp_path, "chat", DATABASE_URL="sqlite:////proc/nowhere/coachbot.db").refuses("/proc/nowhere", "cannot be opened")


def test_a_folder_without_rights() -> None:
    told = "cannot be opened: Permission denied; see that its folder can be written to"
    with pytest.raises(SettingsError, match=told), plainly("sqlite:////locked/coachbot.db", "COACHBOT_DATABASE_URL"):
        raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("command", ["run", "chat"])
def test_postgresql_that_is_away(tmp_path: Path, command: str) -> None:
    url = "postgresql://coach:hunter2@127.0.0.1:1/coachbot"
    ended = coachbot(tmp_path, command, DATABASE_URL=url, KEYS_URL=url, HTTP__PORT="0")
    assert ended.refuses("127.0.0.1:1/coachbot", "see that the server runs")
    assert "hunter2" not in ended.out + ended.err


@pytest.mark.pg
async def test_a_database_that_postgresql_does_not_have(postgres_url: str) -> None:
    url = postgres_url.replace("/test_", "/nobody_made_")
    with pytest.raises(SettingsError, match=r"nobody_made_.*does not exist; see that"):
        await said_once((url, url))


# -- files of one's own, and one service ----------------------------------------------------------------------------------------


def test_new_files_are_nobody_elses_to_read(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert coachbot(folder, "chat", typed="hello\n").code == 0
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir() if file.is_file()}
    assert {"coachbot.db", "keys.db", "development.key"} <= set(modes)
    assert set(modes.values()) == {0o600}, modes
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_the_lock_comes_before_the_schema(tmp_path: Path) -> None:
    """Somebody else works on the file: a service changes nothing, and a chat does not bring it to another schema."""
    urls = f"sqlite:///{tmp_path}/coachbot.db", f"sqlite:///{tmp_path}/keys.db"
    async with open_notebook(*urls, KEY, clock=WallClock(), names=FreshNames(), claim=Claim.FIRST):
        with sqlite3.connect(tmp_path / "coachbot.db") as words:
            words.execute("UPDATE alembic_version SET version_num = '0000'")
        words.close()
        with pytest.raises(Busy, match="Another coachbot"):
            async with open_notebook(*urls, KEY, clock=WallClock(), names=FreshNames(), claim=Claim.FIRST):
                pass
        with pytest.raises(SettingsError, match=r"another schema than this version.*Nothing was changed"):
            async with open_notebook(*urls, KEY, clock=WallClock(), names=FreshNames(), claim=Claim.IF_FREE):
                pass
