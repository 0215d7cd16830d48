"""YAML read as text: every value stays the string that was written (`no` is "no"), and every one knows its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.dialogs.problems import Problem, unread

NOT_YAML = "This line cannot be read as YAML: check the spaces at its start and quotation marks."
NOT_UTF8 = "This line has signs that cannot be read. Save the file as UTF-8."
_NOT_UTF8 = re.compile(r"[\ufffd\ud800-\udfff\x00]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value, as written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple[Tree, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Names and what they hold. `twice` are names written a second time."""

    entries: Mapping[str, Tree]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)
    twice: tuple[tuple[str, int], ...] = ()


Tree = Leaf | Row | Branch


def read(text: str, file: str) -> tuple[Branch, list[Problem]]:
    """The file as a tree; where it is not YAML, an empty one and the problem with its line."""
    strange = _NOT_UTF8.search(text)
    if strange:
        return Branch({}, 1), [unread(file, text.count("\n", 0, strange.start()) + 1, NOT_UTF8)]
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        return Branch({}, 1), [unread(file, _line_of(error), NOT_YAML)]
    tree = Branch({}, 1) if node is None else _tree(node)
    if isinstance(tree, Branch):
        return tree, [_twice(file, name, line) for branch in _branches(tree) for name, line in branch.twice]
    return Branch({}, 1), [Problem(file, tree.line, "The file should hold names, each with a colon after it.", strands=True)]


def text_in(tree: Tree | None, otherwise: str = "") -> str:
    """The value, or `otherwise` where there is none."""
    return tree.text if isinstance(tree, Leaf) else otherwise


def texts_in(tree: Tree | None) -> tuple[str, ...]:
    """The values of a list; a single value is a list of one."""
    if isinstance(tree, Leaf):
        return (tree.text,)
    return tuple(text_in(item) for item in tree.items) if isinstance(tree, Row) else ()


def pairs_in(tree: Tree | None) -> dict[str, str]:
    """Names and values one level deep."""
    return {name: text_in(value) for name, value in tree.entries.items()} if isinstance(tree, Branch) else {}


def _line_of(error: YAMLError) -> int:
    if not isinstance(error, MarkedYAMLError):
        return 1
    unclosed = "quoted" in (error.context or "")  # what counts is where it was opened
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _twice(file: str, name: str, line: int) -> Problem:
    return Problem(file, line, f'"{name}" is written twice here. Keep one of the two.', strands=True)


def _branches(tree: Tree) -> Iterator[Branch]:
    if isinstance(tree, Branch):
        yield tree
    inner = tree.entries.values() if isinstance(tree, Branch) else tree.items if isinstance(tree, Row) else ()
    for each in inner:
        yield from _branches(each)


def _tree(node: Node) -> Tree:
    line = node.start_mark.line + 1
    if isinstance(node, MappingNode):
        return _branch(node, line)
    if isinstance(node, SequenceNode):
        return Row(tuple(_tree(item) for item in node.value), line)
    return Leaf(str(node.value) if isinstance(node, ScalarNode) else "", line)


def _branch(node: MappingNode, line: int) -> Branch:
    entries: dict[str, Tree] = {}
    lines: dict[str, int] = {}
    twice: list[tuple[str, int]] = []
    for key, value in node.value:
        name = str(key.value)
        if name in entries:
            twice.append((name, key.start_mark.line + 1))
        entries.setdefault(name, _tree(value))
        lines.setdefault(name, key.start_mark.line + 1)
    return Branch(entries, line, lines, tuple(twice))
