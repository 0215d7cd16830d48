"""The tests themselves: each asserts something, and each promise it names is one that can be named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.source import Source, written_tests

ROW = re.compile(r"[A-H]\d+|U\d+")
CHECKS = re.compile(r"\bassert\b|raises|warns|\bplay|expect|check|must|holds|verify|same_|\.run\(|pytest\.fail")


def marks(source: Source) -> Iterator[ast.Call]:
    """Every `pytest.mark.shows(...)`."""
    calls = (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))
    return (node for node in calls if ast.unparse(node.func) == "pytest.mark.shows")


def test_every_promise_named_is_a_row() -> None:
    named = [(source.place(mark), ast.literal_eval(row)) for source in written_tests() for mark in marks(source) for row in mark.args]
    assert not [(place, row) for place, row in named if not ROW.fullmatch(row)]


def test_a_mark_names_at_least_one_row() -> None:
    assert not [source.place(mark) for source in written_tests() for mark in marks(source) if not mark.args]


def test_every_test_asserts_something() -> None:
    written = [(source.place(node), node) for source in written_tests() for node in source.functions() if node.name.startswith("test")]
    assert not [place for place, node in written if not CHECKS.search(ast.unparse(node))]
