"""A second opinion: a classifier made on the spot, loaded by the real code, and asked only where the heads are in two minds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.nlu.labels import CONCERNS
from bot.nlu.scores import Scores
from bot.nlu.second import heard_again, second_opinion
from bot.nlu.utterance import Utterance
from coachbot.model.client import ChildModel, command
from coaching.errors import NoModel
from tests.model.parents import until

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "i", "am", "tired", "the", "ward", "is", "full", ".")
FOLLOWS = ("contradiction", "neutral", "entailment")


def small(folder: Path, labels: Sequence[str]) -> Path:
    """A one-layer classifier with random weights and a tokenizer of whole words, saved as `transformers` saves them."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(1)
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    size = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "vocab_size": len(WORDS)}
    named = dict(enumerate(labels))
    config = BertConfig(**size, id2label=named, label2id={label: place for place, label in named.items()})
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def scores(crisis: float) -> Scores:
    rest = dict.fromkeys(CONCERNS, 0.0) | {"crisis": crisis, "none": 1.0 - crisis}
    return Scores({"concern": rest, "urgency": {"emergency": 0.2, "urgent": 0.8}})


@dataclass
class Sure:
    """Is certain of one label, and remembers what it was asked."""

    label: str
    asked: list[str] = field(default_factory=list)

    def concerns(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        self.asked += texts
        return [{self.label: 1.0} for _ in texts]


def test_it_is_asked_where_the_first_is_in_two_minds_and_nowhere_else() -> None:
    other = Sure("none")
    told = heard_again(["calm", "unclear", "plain"], [scores(0.01), scores(0.40), scores(0.95)], other)
    assert other.asked == ["unclear"]
    assert [round(each.of("concern", "crisis"), 3) for each in told] == [0.01, 0.20, 0.95]
    assert told[1].of("concern", "none") == pytest.approx(0.8)
    assert told[1].of("urgency", "urgent") == 0.8


def test_nobody_is_asked_where_all_is_clear() -> None:
    assert heard_again(["calm"], [scores(0.01)], Sure("crisis")) == [scores(0.01)]
    assert heard_again([], [], Sure("crisis")) == []


@pytest.mark.parametrize("labels", [("none", "burnout", "crisis"), FOLLOWS], ids=["fine-tuned", "zero-shot"])
def test_the_real_loading_code_runs_on_one_made_on_the_spot(tmp_path: Path, labels: Sequence[str]) -> None:
    opinion = second_opinion(small(tmp_path / "small", labels))
    for told in opinion.concerns(["i am tired .", "", "the ward is full " * 400]):
        assert sum(told.values()) == pytest.approx(1.0, abs=1e-3)
        assert set(told) == set(labels if labels != FOLLOWS else CONCERNS)


def test_what_is_wrong_with_a_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoModel, match="cannot be loaded"):
        second_opinion(tmp_path)
    with pytest.raises(NoModel, match="no concerns of ours"):
        second_opinion(small(tmp_path / "small", ("good", "bad")))


@pytest.mark.timeout(240)
async def test_the_child_loads_it_and_says_so(tmp_path: Path) -> None:
    folder = small(tmp_path / "small", ("none", "burnout", "crisis"))
    child = ChildModel(command(second=str(folder)))
    child.start()
    try:
        await until(lambda: child.state()["layer"] == "model", 200.0)
        heard = await child.scores(Utterance("I am so tired of all of it"), 20.0)
        assert heard is not None
        assert sum(heard.by_head["concern"].values()) == pytest.approx(1.0, abs=1e-3)
        assert child.state()["second"] == "small"
    finally:
        await child.close()
