"""The command line: whatever is wrong is said in a sentence, with 2, and never as a stack trace."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from coachbot.listening import listening
from coachbot.settings import Http
from coaching.errors import SettingsError
from tests.wiring.command import coachbot


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    """A content folder whose second line is in Latin-1."""
    folder = tmp_path / "content"
    (folder / "flows").mkdir(parents=True)
    (folder / "flows" / "woop.v1.yaml").write_bytes("flow: woop\ntitle: café\n".encode("latin-1"))
    return folder


# -- files ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("content", "check"), ("play", "woop")])
def test_content_that_is_not_utf_8_names_its_line(latin: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert coachbot(tmp_path, *words, "--folder", str(latin)).refuses("flows/woop.v1.yaml, line 2", "UTF-8")


@pytest.mark.parametrize("words", [("content", "check"), ("play", "woop")])
def test_a_content_folder_that_is_not_there(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert coachbot(tmp_path, *words, "--folder", str(tmp_path / "nowhere")).refuses("nowhere cannot be read: No such file")


def test_a_replay_of_nothing(tmp_path: Path) -> None:
    assert coachbot(tmp_path, "replay", "nowhere.jsonl").refuses("nowhere.jsonl cannot be read")


def test_settings_that_are_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"COACHBOT_LOG_LEVEL=\xff\n")
    assert coachbot(tmp_path, "config", "check").refuses(".env", "UTF-8")


def test_every_problem_and_every_other_setting_in_one_go(tmp_path: Path) -> None:
    ended = coachbot(tmp_path, "config", "check", HTTP__PORT="abc", KEYS_URL="hello", DATABSE_URL="x")
    assert ended.refuses("COACHBOT_HTTP__PORT", "COACHBOT_KEYS_URL", "COACHBOT_DATABASE_URL is probably meant")
    assert "COACHBOT_HTTP__HOST=127.0.0.1" in ended.out


# -- the port -------------------------------------------------------------------------------------------------------------------


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert coachbot(tmp_path, "run", HTTP__PORT=port).refuses(f"COACHBOT_HTTP__PORT {port} is taken")
    assert list(tmp_path.iterdir()) == [], "no key and no database of a start that was refused"


def test_a_host_that_is_not_here(tmp_path: Path) -> None:
    assert coachbot(tmp_path, "run", HTTP__HOST="192.0.2.1").refuses("COACHBOT_HTTP__HOST 192.0.2.1 is no address of this machine")


def test_a_host_that_is_no_name() -> None:
    with pytest.raises(SettingsError, match="COACHBOT_HTTP__HOST"), listening(Http(host="no such host", port=0)):
        pass


def test_the_name_of_this_machine_is_listened_at() -> None:
    with listening(Http(host="localhost", port=0)) as sockets:
        assert sockets
    assert all(sock.fileno() == -1 for sock in sockets)


# -- at the keyboard ------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("F2", side="every screen of the terminal")
def test_help_now_stands_under_whatever_asks_something(tmp_path: Path) -> None:
    ended = coachbot(tmp_path, "play", "woop", typed="leave on time twice a week\nhelp now\nleave\n")
    assert ended.code == 0, ended.err
    assert ended.out.count("(In danger? Type: help now)") == 4
    assert "call 999" in ended.out
