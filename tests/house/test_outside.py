"""What could not be run is counted in one clear line."""

from __future__ import annotations

import pytest

from tests.outside import not_run_here


def skipped(mark: str, reason: str) -> pytest.TestReport:
    return pytest.TestReport("test", ("file", 1, "test"), {mark: 1}, "skipped", ("file", 1, f"Skipped: {reason}"), "setup")


def test_it_names_each_part_with_its_reason() -> None:
    reports = [skipped("browser", "no Chromium"), *[skipped("pg", "set COACHBOT_TEST_PG=1")] * 2, skipped("long", "tired")]
    assert not_run_here(reports) == "NOT RUN HERE: 1 browser tests (no Chromium), 2 PostgreSQL tests (set COACHBOT_TEST_PG=1)"


def test_it_is_silent_where_everything_ran() -> None:
    assert not_run_here([]) == ""
