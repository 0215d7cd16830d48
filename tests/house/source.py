"""The project's own source, read as text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "browser", "coachbot", "coaching", "console", "content", "handoff", "research", "scheduler", "standins", "storage")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file: its name as a module, its tree."""

    module: str
    path: Path
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def place(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"

    def imports(self) -> set[str]:
        """Every module imported anywhere in the file; `from a.b import c` counts as a.b and a.b.c. Type checking aside."""
        aside = {id(inner) for node in ast.walk(self.tree) if for_types(node) for inner in ast.walk(node)}
        return {name for node in ast.walk(self.tree) if id(node) not in aside for name in imported(node)} - {self.module}


def for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def product() -> tuple[Source, ...]:
    """Everything that is shipped, but for migrations, which are history."""
    paths = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return tuple(read(path) for path in paths if "migrations" not in path.parts)


@cache
def written_tests() -> tuple[Source, ...]:
    return tuple(read(path) for path in sorted((ROOT / "tests").rglob("test_*.py")))


def read(path: Path) -> Source:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return Source(module, path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))
