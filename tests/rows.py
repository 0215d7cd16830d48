"""Which promises the tests show: `python -m tests.rows [PYTEST ARGUMENTS]`, all of them or those named in ROWS.

A test that shows a row of the catalogue ("A1"), a user goal ("U13") or a hazard ("H07") is marked
`@pytest.mark.shows("A1", "U13")`. Where a row is shown only in part so far, its tests say which: `part="turns that exist"`. Where a
test is one of several that show the whole row together, it says which side it looks from: `side="Telegram"`. A line a row is printed.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

import pytest

MARK = "shows(*rows, part=None, side=None): the rows of the catalogue, user goals or hazards that this test shows"
OUTCOMES = ("passed", "skipped", "failed")  # a later one outweighs an earlier one


# -- the plugin: every test report carries the rows that its test shows --------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rows", default="", help="run only the tests that show one of these rows")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARK)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note the rows on each test, and leave out the tests that show none of the wanted ones."""
    for item in items:
        item.user_properties += [("shows", shown) for shown in shown_by(item)]
    if wanted := set(config.getoption("--rows").split()):
        out = [item for item in items if not wanted & {row for row, _ in shown_by(item)}]
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


def shown_by(item: pytest.Item) -> Iterator[tuple[str, str]]:
    """Each row that a test shows, with the part that it shows ("" for the whole)."""
    for mark in item.iter_markers("shows"):
        yield from ((row, mark.kwargs.get("part") or "") for row in mark.args)


# -- the tally -----------------------------------------------------------------------------------------------------------------


@dataclass
class Row:
    """What became of the tests that show one row."""

    name: str
    outcomes: dict[str, str] = field(default_factory=dict)  # test → outcome
    parts: set[str] = field(default_factory=set)

    def add(self, test: str, outcome: str, part: str) -> None:
        self.outcomes[test] = max(outcome, self.outcomes.get(test, outcome), key=OUTCOMES.index)
        self.parts |= {part} - {""}

    def line(self) -> str:
        part = f" (part: {'; '.join(sorted(self.parts))})" if self.parts else ""
        return f"{self.name} {self.verdict()}{part}"

    def verdict(self) -> str:
        passed, skipped, failed = (list(self.outcomes.values()).count(outcome) for outcome in OUTCOMES)
        if failed:
            return f"failed {failed} of {len(self.outcomes)}"
        counts = [f"{outcome} {count}" for outcome, count in (("passed", passed), ("skipped", skipped)) if count]
        return ", ".join(counts) or "no test"

    def holds(self) -> bool:
        return bool(self.outcomes) and "failed" not in self.outcomes.values()


class Tally:
    """Collects the reports of a run, a Row for each row that is wanted (where none is named: each that is shown)."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.wanted = set(wanted)
        self.rows: dict[str, Row] = {name: Row(name) for name in self.wanted}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for row, part in (cast(tuple[str, str], value) for key, value in report.user_properties if key == "shows"):
            if not self.wanted or row in self.wanted:
                self.rows.setdefault(row, Row(row)).add(report.nodeid, report.outcome, part)

    def sorted(self) -> list[Row]:
        return sorted(self.rows.values(), key=lambda row: in_order(row.name))


def in_order(name: str) -> tuple[str, int]:
    """A2 before A10 before B1."""
    found = re.fullmatch(r"([A-Z]+)(\d+)", name)
    return (found[1], int(found[2])) if found else (name, 0)


def main(arguments: list[str]) -> int:
    """Run the tests; the lines go to standard output, what pytest says to standard error."""
    wanted = os.environ.get("ROWS", "").split()
    tally = Tally(wanted)
    with contextlib.redirect_stdout(sys.stderr):
        code = pytest.main(["-p", "tests.rows", "-m", "shows", f"--rows={' '.join(wanted)}", *arguments], plugins=[tally])
    rows = tally.sorted()
    for row in rows:
        print(row.line())
    ran = code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    return 0 if ran and rows and all(row.holds() for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
