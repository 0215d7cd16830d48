"""Tests that need something which is not on every machine: skipped there, and counted loudly."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests import browser, postgres

OUTSIDE = {"browser": ("browser tests", browser.missing), "pg": ("PostgreSQL tests", postgres.missing)}
BY_FIXTURE = {"browser": "browser", "postgres": "pg", "postgres_url": "pg"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the fixture has the mark."""
    for item in items:
        for mark in {mark for fixture, mark in BY_FIXTURE.items() if fixture in getattr(item, "fixturenames", ())}:
            item.add_marker(mark)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what cannot run here."""
    for mark, (_, missing) in OUTSIDE.items():
        if item.get_closest_marker(mark) and (reason := missing()):
            pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in one line what was not run here, and why."""
    if line := not_run_here(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(line, yellow=True, bold=True)


def not_run_here(skipped: list[pytest.TestReport]) -> str:
    """`NOT RUN HERE: 3 browser tests (no Chromium), ...`, or nothing where everything ran."""
    counts = Counter((mark, reason_of(report)) for report in skipped for mark in OUTSIDE if mark in report.keywords)
    parts = [f"{count} {OUTSIDE[mark][0]} ({reason})" for (mark, reason), count in sorted(counts.items())]
    return f"NOT RUN HERE: {', '.join(parts)}" if parts else ""


def reason_of(report: pytest.TestReport) -> str:
    return report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else "skipped"
