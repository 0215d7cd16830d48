"""Imports point down only, and never round in a circle (docs/architecture.md)."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.house.source import PACKAGES, ROOT, product

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
LAYERS = next(contract["layers"] for contract in LINTER["contracts"] if contract["id"] == "floors")
ROOMS = [room.strip(" ()") for layer in LAYERS for room in layer.replace("|", ":").split(":")]
FRAMEWORKS = {
    "aiogram",
    "aiohttp",
    "aiosmtplib",
    "alembic",
    "asyncpg",
    "jinja2",
    "slack_bolt",
    "slack_sdk",
    "sqlalchemy",
    "starlette",
    "uvicorn",
}
OUTER = ("bot.adapters", "browser", "coachbot", "console", "scheduler.clockwork", "standins", "storage")
PURE = (*LAYERS[-3].replace("(", "").replace(")", "").split(" : "), "coaching")
IMPURE = {"asyncio", "logging", "random", "secrets", "socket", "sqlite3", "structlog", "subprocess", "threading", "time", "uuid"}


def inside(module: str, rooms: tuple[str, ...] | list[str]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def tops(modules: set[str]) -> set[str]:
    return {module.split(".")[0] for module in modules}


def test_the_contracts_hold() -> None:
    ran = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_every_package_is_under_contract() -> None:
    assert set(LINTER["root_packages"]) == {package for package in PACKAGES if (ROOT / package / "__init__.py").exists()}


def test_every_module_is_on_a_floor() -> None:
    modules = {source.module for source in product()}
    passages = {"bot", "handoff", "scheduler", "research"}  # packages whose rooms lie on several floors
    assert not [module for module in modules if not inside(module, [*ROOMS, "content"]) and module not in passages]


def test_the_vocabulary_needs_nothing_but_the_standard_library() -> None:
    allowed = sys.stdlib_module_names | {"coaching"}
    vocabulary = [source for source in product() if inside(source.module, ["coaching"])]
    assert not [(source.module, found) for source in vocabulary if (found := tops(source.imports()) - allowed)]


def test_frameworks_stay_on_the_outer_floors() -> None:
    inner = [source for source in product() if not inside(source.module, OUTER)]
    assert not [(source.module, found) for source in inner if (found := tops(source.imports()) & FRAMEWORKS)]


def test_decisions_are_pure() -> None:
    pure = [source for source in product() if inside(source.module, PURE)]
    assert not [(source.module, found) for source in pure if (found := tops(source.imports()) & IMPURE)]


def test_no_module_goes_round_in_a_circle() -> None:
    modules = {source.module for source in product()}
    assert not circle({source.module: source.imports() & modules for source in product()})


def circle(graph: dict[str, set[str]]) -> str:
    """One way round, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return " -> ".join(error.args[1])
    return ""
