"""The container image and its compose file keep what the README promises."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.house.source import PACKAGES, ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compose() -> Any:
    return YAML(typ="safe").load(ROOT / "compose.yaml")


def test_the_dockerfile_has_no_known_faults() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    ran = subprocess.run([hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_the_image_runs_as_nobody_in_particular_and_says_how_it_is() -> None:
    assert DOCKERFILE.count("\nFROM ") == 2
    assert re.search(r"^USER \d+:\d+$", DOCKERFILE, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK .*\\\n\s+CMD \[.*/healthz.*\]$", DOCKERFILE, re.MULTILINE)
    assert re.search(r'^ENTRYPOINT \[".*"\]\nCMD \["run"\]$', DOCKERFILE, re.MULTILINE)
    assert "COACHBOT_HTTP__HOST=0.0.0.0" in DOCKERFILE


def test_the_image_is_built_from_the_product_alone() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert "*" in ignored
    assert let_in == {*PACKAGES, "LICENSE", "README.md", "constraints.txt", "pyproject.toml"}


def test_torch_comes_first_and_is_the_same_everywhere() -> None:
    """The service's own install would bring the wheel for graphics cards."""
    (pinned,) = re.findall(r"^torch==\S+$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"TORCH := {pinned}\n" in makefile
    assert all(
        "$(TORCH)" in recipe.partition("-e ")[0] for recipe in re.findall(r"^\.venv/\.\w+: .*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    )
    assert DOCKERFILE.index(pinned) < DOCKERFILE.index("-c constraints.txt .")


def test_compose_starts_one_closed_service_on_sqlite(compose: Any) -> None:
    started = {name: service for name, service in compose["services"].items() if "profiles" not in service}
    assert list(started) == ["coachbot"]
    service = started["coachbot"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["volumes"] == ["data:/data", "keys:/keys"]
    assert "sqlite" in service["environment"]["COACHBOT_DATABASE_URL"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_compose_has_a_watchdog_that_sees_the_data_and_no_keys(compose: Any) -> None:
    watchdog = compose["services"]["watchdog"]
    assert (watchdog["command"], watchdog["profiles"], watchdog["restart"]) == (["watch"], ["watchdog"], "unless-stopped")
    assert (watchdog["read_only"], watchdog["cap_drop"], watchdog["volumes"]) == (True, ["ALL"], ["data:/data:ro"])
    assert watchdog["env_file"] == compose["services"]["coachbot"]["env_file"]


def test_compose_has_a_profile_with_postgresql_that_the_service_waits_for(compose: Any) -> None:
    postgres = compose["services"]["postgres"]
    assert (postgres["image"], postgres["profiles"]) == ("postgres:18", ["postgres"])
    assert compose["services"]["coachbot"]["depends_on"]["postgres"] == {"condition": "service_healthy", "required": False}
    assert set(compose["volumes"]) == {"data", "keys", "postgres"}
