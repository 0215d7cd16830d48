"""While the database is away, what people write waits on the disk, sealed, and is taken in when it is back."""

from __future__ import annotations

from pathlib import Path

import pytest

from coaching.errors import NotStored
from coaching.ports import Cursor, Receipt
from tests.wiring.away import Flickering, inbox, said


async def test_nothing_is_refused_while_the_database_is_away(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    notebook.away = True
    assert await way_in.receive([said("1")], Cursor("telegram", "7")) == [Receipt.TAKEN]
    assert await way_in.receive([said("2")]) == [Receipt.TAKEN]
    assert notebook.taken == []
    notebook.away = False
    await way_in.receive([said("3")])
    assert notebook.taken == ["1", "2", "3"], "order is kept: what waits goes in first"
    assert notebook.cursors == {"telegram": "7"}


async def test_what_waits_survives_a_restart_and_is_sealed(tmp_path: Path) -> None:
    notebook = Flickering()
    notebook.away = True
    await inbox(notebook, tmp_path).receive([said("1", "the gravel pit")])
    (file,) = (tmp_path / "spool").iterdir()
    assert b"gravel" not in file.read_bytes()
    notebook.away = False
    assert await inbox(notebook, tmp_path).empty_spool()
    assert notebook.taken == ["1"]
    assert list((tmp_path / "spool").iterdir()) == []


async def test_what_waits_goes_in_as_fast_as_what_comes(tmp_path: Path) -> None:
    """One by one it would never catch up: new messages wait behind it as long as anything does."""
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    notebook.away = True
    for number in range(100):
        await way_in.receive([said(f"{number:03}")], Cursor("telegram", str(number)) if number % 2 else None)
    await way_in.receive([said("100")], Cursor("another", "7"))
    notebook.away = False
    assert await way_in.empty_spool()
    assert notebook.taken == sorted(notebook.taken)
    assert (len(notebook.taken), notebook.transactions, notebook.cursors) == (101, 3, {"telegram": "99", "another": "7"})


async def test_one_bad_delivery_does_not_keep_the_others_out(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    notebook.away = True
    await way_in.receive([said("1", "poison")])
    await way_in.receive([said("2")])
    notebook.away, notebook.refuses = False, {"poison"}
    assert await way_in.empty_spool()
    assert notebook.taken == ["2"]
    assert [file.suffix for file in (tmp_path / "spool").iterdir()] == [".unreadable"], "it is kept for a person to look at"


async def test_a_file_that_was_tampered_with_is_set_aside(tmp_path: Path) -> None:
    notebook = Flickering()
    notebook.away = True
    way_in = inbox(notebook, tmp_path)
    await way_in.receive([said("1")])
    (file,) = (tmp_path / "spool").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    notebook.away = False
    assert await way_in.empty_spool()
    assert notebook.taken == []
    assert [each.suffix for each in (tmp_path / "spool").iterdir()] == [".unreadable"]


async def test_with_nowhere_to_keep_it_the_platform_must_deliver_again(tmp_path: Path) -> None:
    notebook = Flickering()
    notebook.away = True
    (tmp_path / "spool").write_text("a file where the folder should be")
    with pytest.raises(NotStored):
        await inbox(notebook, tmp_path).receive([said("1")])
    assert (tmp_path / "spool").is_file()


async def test_what_another_process_leaves_in_the_folder_is_found_when_it_is_looked_into(tmp_path: Path) -> None:
    """An empty folder is not looked through for every message."""
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    await way_in.receive([said("1")])
    notebook.away = True
    await inbox(notebook, tmp_path).receive([said("2")])
    notebook.away = False
    assert await way_in.empty_spool()
    await way_in.receive([said("3")])
    assert notebook.taken == ["1", "2", "3"]


async def test_a_folder_that_cannot_be_looked_into_does_not_count_as_empty(tmp_path: Path) -> None:
    """Something may wait there: nothing is taken in ahead of it, and the platform delivers again."""
    notebook = Flickering()
    (tmp_path / "spool").write_text("a file where the folder should be")
    way_in = inbox(notebook, tmp_path)
    with pytest.raises(NotStored):
        await way_in.receive([said("1")])
    assert not await way_in.empty_spool()
    assert notebook.taken == []
