"""Functions are short: a few lines in the middle, none over thirty."""

from __future__ import annotations

import ast
import re
import statistics
import sys

from tests.house.source import Function, product

LONGEST = 30


def body_lines(function: Function) -> int:
    """Lines of the body, the docstring aside."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_function_is_over_thirty_lines() -> None:
    lengths = {f"{source.place(node)} {node.name}": body_lines(node) for source in product() for node in source.functions()}
    report(sorted(lengths.values()))
    assert not {place: lines for place, lines in lengths.items() if lines > LONGEST}


def report(lengths: list[int]) -> None:
    """Shown with `pytest -s` or on failure."""
    if lengths:
        middle, tall = statistics.median(lengths), lengths[int(len(lengths) * 0.9)]
        print(f"{len(lengths)} functions: median {middle:g} lines, 90th percentile {tall}, longest {lengths[-1]}", file=sys.stderr)


def test_no_question_to_a_person_sits_in_the_code() -> None:
    """Words live in content/; the command line and the stand-ins speak to people at a keyboard."""
    inner = [source for source in product() if source.module.split(".")[0] not in ("coachbot", "standins")]
    texts = [(source.place(node), node.value) for source in inner for node in ast.walk(source.tree) if isinstance(node, ast.Constant)]
    assert not [place for place, text in texts if isinstance(text, str) and asks(text)]


def asks(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][\w ,'’-]+\?", text)) and len(text.split()) > 3
