"""The encoder in whole numbers: made once, accepted where it means the same, used where it is as it was made."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.embedder import checked, encoded, nearness, opened, shipped_folder
from bot.nlu.utterance import Utterance
from coachbot.model.export import MEAN, NotAccepted, accepted, export
from coachbot.model.loading import load_model
from tests.wiring.command import coachbot

pytestmark = pytest.mark.filterwarnings("ignore")
TEXTS = ("hello", "I want to take my proper break on long days", "cba today, 3rd nite in a row", "word " * 600, "", "caf\u00e9 \U0001f600")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("fast") / "model"
    assert MEAN <= export(checked(shipped_folder()), target) <= 1.0
    assert sorted(path.name for path in target.iterdir()) == ["fast.json", "fast.onnx"]
    return target


def copied(exported: Path, target: Path) -> Path:
    for path in exported.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    return target


def test_a_graph_that_means_something_else_is_not_accepted():
    assert accepted(0.995) == 0.995
    with pytest.raises(NotAccepted, match=r"0\.9812, and 0\.99 is the least"):
        accepted(0.98123)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_its_vectors_are_near_at_every_length_alone_and_together(exported: Path):
    from bot.nlu.fast import FastEncoder

    fast, exact = FastEncoder(exported, shipped_folder()), encoded(opened(shipped_folder()), TEXTS)
    alone = np.concatenate([fast.encode([text]) for text in TEXTS])
    assert nearness(exact, fast.encode(TEXTS)).min() > 0.96
    assert nearness(exact, alone).min() > 0.96
    assert np.linalg.norm(alone, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-3)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_it_is_used_where_it_was_exported_and_only_then(exported: Path, tmp_path: Path):
    assert load_model(fast=str(exported)).named() == {"encoder": "all-MiniLM-L6-v2", "dtype": "int8"}
    assert load_model(dtype="float32", fast=str(exported)).dtype == "float32"
    assert load_model(fast=str(tmp_path)).dtype != "int8"


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("fast.onnx", b"something else", "not as it was made"),
        ("fast.json", b"{", "cannot be read"),
        ("fast.json", json.dumps({"graph": "0", "encoder": "0", "longest": 256}).encode(), "another encoder"),
    ],
)
def test_one_that_is_not_as_it_was_made_is_not_used_and_that_is_said(exported: Path, tmp_path: Path, file: str, content: bytes, why: str):
    folder = copied(exported, tmp_path)
    (folder / file).write_bytes(content)
    loaded = load_model(fast=str(folder))
    assert loaded.dtype != "int8"
    assert why in loaded.named()["slow"]
    assert loaded.scores([Utterance("hello")])[0].by_head


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shadow = tmp_path / "shadow" / "onnxscript"
    shadow.mkdir(parents=True)
    (shadow / "__init__.py").write_text("raise ModuleNotFoundError(name='onnxscript')", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(shadow.parent))
    assert coachbot(tmp_path, "model", "export").refuses("onnxscript is not installed", "coachbot[fast]")
    assert not (tmp_path / "model").exists()
