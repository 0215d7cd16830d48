"""What is in a package folder is shipped with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import PACKAGES, ROOT

SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
PATTERNS: dict[str, list[str]] = SETUPTOOLS["package-data"]
SCRATCH = {"__pycache__", ".mypy_cache", ".ruff_cache"}


def files(package: str) -> Iterator[Path]:
    found = (path for path in (ROOT / package).rglob("*") if path.is_file() and not SCRATCH & set(path.parts))
    return (path for path in found if path.suffix != ".pyc")


def as_data(package: str) -> set[Path]:
    return {path for pattern in (*PATTERNS.get(package, []), *PATTERNS["*"]) for path in (ROOT / package).glob(pattern)}


def as_module(path: Path) -> bool:
    """A module is shipped where every folder above it is a package."""
    folders = path.relative_to(ROOT).parents
    return path.suffix == ".py" and all((ROOT / folder / "__init__.py").exists() for folder in folders if folder.name)


def test_every_file_of_a_package_is_shipped() -> None:
    left_out = [path for package in PACKAGES for path in files(package) if path not in as_data(package) and not as_module(path)]
    assert not [str(path.relative_to(ROOT)) for path in left_out]


def test_every_package_is_found() -> None:
    assert {name for name in SETUPTOOLS["packages"]["find"]["include"] if "." not in name} == set(PACKAGES)
