"""The model from a folder: a child of its own, asked one thing at a time, done without while it is not there, started anew when it dies."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from coachbot.language.local import Limits, LocalModel
from coaching.errors import NoWords
from coaching.phrasing import Prompt
from tests.house.source import ROOT

psutil: Any = pytest.importorskip("psutil")
SMALL = (sys.executable, "-P", str(Path(__file__).with_name("small_child.py")))
QUICK = Limits(loading=5.0, hung=0.2, rests=(0.05,))


def asking(text: str) -> Prompt:
    return Prompt("Write one line.", text, 20)


@asynccontextmanager
async def living(tmp_path: Path, way: str = "small", limits: Limits = QUICK) -> AsyncIterator[LocalModel]:
    model = LocalModel(tmp_path / way, SMALL, limits)
    model.start()
    try:
        yield model
    finally:
        await model.close()


async def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - the child has no event of ours
            await asyncio.sleep(0.01)


async def test_it_is_ready_after_a_while_and_answers(tmp_path: Path) -> None:
    async with living(tmp_path) as model:
        assert (model.kind, model.name, model.missing) == ("local", "small", "loading")
        with pytest.raises(NoWords, match="loading"):
            await model.complete(asking("too soon"), 1)
        await until(lambda: not model.missing)
        assert await model.complete(asking("hello"), 1) == "You said: hello"
        assert model.missing == ""


async def test_it_does_one_thing_at_a_time_and_nobody_queues(tmp_path: Path) -> None:
    async with living(tmp_path) as model:
        await until(lambda: not model.missing)
        first = asyncio.create_task(model.complete(asking("slowly"), 1))
        await until(lambda: model.missing == "busy")
        with pytest.raises(NoWords, match="busy"):
            await model.complete(asking("me too"), 1)
        assert await first == "You said: slowly"


async def test_what_was_given_up_is_not_taken_for_the_next_answer(tmp_path: Path) -> None:
    async with living(tmp_path) as model:
        await until(lambda: not model.missing)
        call = asyncio.create_task(model.complete(asking("slowly, for nobody"), 1))
        await until(lambda: model.missing == "busy")
        call.cancel()
        await until(lambda: not model.missing)
        assert await model.complete(asking("hello"), 1) == "You said: hello"


async def test_one_that_fails_on_a_prompt_goes_on_and_says_the_kind_alone(tmp_path: Path) -> None:
    async with living(tmp_path) as model:
        await until(lambda: not model.missing)
        with pytest.raises(NoWords, match=r"^ValueError$"):
            await model.complete(asking("fail"), 1)
        assert await model.complete(asking("hello"), 1) == "You said: hello"


@pytest.mark.parametrize("end", ["die now", "hang"])
async def test_one_that_dies_or_hangs_is_started_anew(tmp_path: Path, end: str) -> None:
    async with living(tmp_path) as model:
        await until(lambda: not model.missing)
        with pytest.raises(NoWords, match="lost"):
            await model.complete(asking(end), 0.1)
        await until(lambda: not model.missing)
        assert await model.complete(asking("hello"), 1) == "You said: hello"


async def test_one_that_says_it_never_will_be_ready_is_not_tried_again(tmp_path: Path) -> None:
    async with living(tmp_path, "broken") as model:
        await until(lambda: "no text-generation model" in model.missing)
        await asyncio.sleep(0.2)
        assert "OSError" in model.missing
        assert not _children()


async def test_one_that_is_not_ready_in_time_is_ended_and_tried_again(tmp_path: Path) -> None:
    async with living(tmp_path, "slow-to-load", Limits(loading=0.5, rests=(5.0,))) as model:
        await until(lambda: model.missing == "to be started again")
        assert not _children()


async def test_it_knows_none_of_our_secrets_and_reaches_for_no_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACHBOT_LLM__KEY", "sk-secret")
    async with living(tmp_path) as model:
        await until(lambda: not model.missing)
        known = json.loads(await model.complete(asking("environment"), 1))
        assert known == {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}


async def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    async with living(tmp_path) as model:
        await until(lambda: not model.missing)
        (child,) = _children()
    assert not child.is_running()


def _children() -> list[Any]:
    return [each for each in psutil.Process().children() if "small_child" in " ".join(each.cmdline())]


LOADED = """
import sys, asyncio
from pathlib import Path
from coachbot.mind import make_mind, shipped_library
from coachbot.phrasing import make_phraser
from coachbot.settings import Llm
from coachbot.timekeeping import WallClock
from bot.nlu.reading import RuleReader
made = make_phraser(Llm({how}), RuleReader(), WallClock())
names = ("torch", "transformers", "openai", "aiohttp", "coachbot.language.local", "coachbot.language.address")
print(*sorted(name for name in names if name in sys.modules))
"""


@pytest.mark.shows("U15", part="off")
@pytest.mark.parametrize(
    ("how", "loaded"),
    [
        ("", ""),
        ("path='/some/folder'", "coachbot.language.local"),
        ("url='http://127.0.0.1:1/v1', model='m'", "aiohttp coachbot.language.address"),
    ],
)
def test_the_parent_loads_only_what_is_set_up_and_never_a_models_library(how: str, loaded: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED.format(how=how)], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT)
    assert done.stdout.strip() == loaded


# -- a real one, as small as they come ------------------------------------------------------------------------------------------


def tiny_model(folder: Path, *, chats: bool) -> Path:
    """A two-layer model with random weights and a tokenizer of whole words, saved as `transformers` saves them."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    torch.manual_seed(1)
    plain = ("<unk>", "<s>", "</s>", "you", "feel", "tired", "want", "rest", "the", "of", "and", "to", ".")
    known = {word: number for number, word in enumerate(plain)}
    words = Tokenizer(models.WordLevel(known, unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="<unk>", bos_token="<s>", eos_token="</s>", pad_token="</s>")
    if chats:
        tokenizer.chat_template = "{% for message in messages %}{{ message['content'] }} {% endfor %}"
    size: Any = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "vocab_size": len(known)}
    LlamaForCausalLM(LlamaConfig(**size, max_position_embeddings=512)).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.mark.long
@pytest.mark.parametrize("chats", [True, False])
async def test_the_real_loading_code_runs_on_a_tiny_model_made_on_the_spot(tmp_path: Path, chats: bool) -> None:
    model = LocalModel(tiny_model(tmp_path / "tiny", chats=chats), limits=Limits(loading=120.0))
    model.start()
    try:
        await until(lambda: model.missing != "loading", 120.0)
        assert model.missing == ""
        said = await model.complete(asking("you feel tired"), 8)
        assert isinstance(said, str)
        assert 0 < len(said.split()) <= 20
        assert "Write one line" not in said
    finally:
        await model.close()


@pytest.mark.long
async def test_a_folder_that_holds_no_such_model_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "pytorch_model.bin").write_bytes(os.urandom(64))
    model = LocalModel(tmp_path, limits=Limits(loading=120.0))
    model.start()
    try:
        await until(lambda: model.missing != "loading", 120.0)
        assert model.missing.startswith("The folder holds no text-generation model")
    finally:
        await model.close()
