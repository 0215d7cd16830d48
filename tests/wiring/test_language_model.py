"""The running service with a language model, and without: what `/readyz` says of it, and what the service itself never loads."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx2
import pytest

from standins.llm import KEY, LanguageStandIn
from tests.road.running import running


async def told(address: str) -> dict[str, Any]:
    async with httpx2.AsyncClient() as client:
        answer = (await client.get(f"{address}/readyz")).json()
        assert answer["ready"] is True
        found: dict[str, Any] = answer["language_model"]
        return found


@pytest.mark.shows("U15", part="off")
async def test_it_is_off_unless_it_is_set_up(tmp_path: Path) -> None:
    async with running(tmp_path, COACHBOT_MODEL__ON="false") as address:
        assert await told(address) == {"kind": "off"}


async def test_one_at_an_address_is_told_with_its_circuit(tmp_path: Path) -> None:
    async with LanguageStandIn() as model:
        named = {"COACHBOT_LLM__URL": model.url, "COACHBOT_LLM__MODEL": "small", "COACHBOT_LLM__KEY": KEY}
        async with running(tmp_path, COACHBOT_MODEL__ON="false", **named) as address:
            assert await told(address) == {"kind": "address", "circuit": "closed", "calls_today": 0}
    assert model.asked == []


@pytest.mark.long
async def test_one_in_a_folder_is_loaded_by_a_child_and_where_it_cannot_be_the_service_goes_on(tmp_path: Path) -> None:
    (folder := tmp_path / "model").mkdir()
    (folder / "config.json").write_text("{}")
    async with running(tmp_path, COACHBOT_MODEL__ON="false", COACHBOT_LLM__PATH=str(folder)) as address:
        async with asyncio.timeout(90):
            while (state := await told(address))["missing"] in ("not started", "loading"):  # noqa: ASYNC110 - the child has no event
                await asyncio.sleep(0.2)
        assert state["kind"] == "local"
        assert state["missing"].startswith("The folder holds no text-generation model")
        assert "libtorch" not in await asyncio.to_thread(_loaded, tmp_path)


def _loaded(folder: Path) -> str:
    """What the service in this folder has in its memory, by files."""
    (service,) = [command.parent for command in Path("/proc").glob("[0-9]*/cmdline") if _serves(command, folder)]
    return (service / "maps").read_text()


def _serves(command: Path, folder: Path) -> bool:
    """Whether this is the service that works in this folder."""
    try:
        return b"-m\0coachbot\0run" in command.read_bytes() and (command.parent / "cwd").resolve() == folder
    except OSError:
        return False
