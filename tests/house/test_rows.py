"""`make rows` says what each promise's tests did, and nothing kinder than that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = """
import pytest

@pytest.mark.shows("A1", side="one of two")
@pytest.mark.parametrize("number", [1, 2])
def test_whole(number): assert number

@pytest.mark.shows("A3", "A10", part="turns that exist")
def test_part(): assert True

@pytest.mark.long
@pytest.mark.shows("A3")
def test_long(): assert True

@pytest.mark.shows("A2")
@pytest.mark.parametrize("number", [0, 1, 2])
def test_fails(number): assert number

@pytest.mark.shows("B2")
def test_skipped(): pytest.skip("not here")

@pytest.fixture
def broken(): raise OSError

@pytest.mark.shows("U13")
def test_error(broken): assert broken

def test_shows_nothing(): assert False
"""


def rows(folder: Path, wanted: str, *arguments: str) -> tuple[list[str], int]:
    (folder / "test_tiny.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = long\naddopts = -m 'not long'\n")
    environment = {**os.environ, "ROWS": wanted, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.rows", *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ran.stdout.splitlines(), ran.returncode


@pytest.mark.parametrize("arguments", [(), ("-n", "2")], ids=["one process", "two processes"])
def test_every_row_has_its_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    lines, code = rows(tmp_path, "", *arguments)
    assert lines == [
        "A1 passed 2",
        "A2 failed 1 of 3",
        "A3 passed 2 (part: turns that exist)",
        "A10 passed 1 (part: turns that exist)",
        "B2 skipped 1",
        "U13 failed 1 of 1",
    ]
    assert code == 1


def test_only_the_rows_asked_for(tmp_path: Path) -> None:
    assert rows(tmp_path, "B2 A3 A1") == (["A1 passed 2", "A3 passed 2 (part: turns that exist)", "B2 skipped 1"], 0)


def test_a_row_without_a_test_is_missing(tmp_path: Path) -> None:
    assert rows(tmp_path, "A1 A9") == (["A1 passed 2", "A9 no test"], 1)


def test_a_file_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "test_broken.py").write_text("import nowhere_to_be_found\n")
    assert rows(tmp_path, "A1")[1] == 1
