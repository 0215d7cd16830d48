"""A second opinion, where somebody has one: a classifier in a folder, asked where the heads are in two minds about danger.

A sequence classifier of `transformers`: either it was fine-tuned on concerns (its labels are names of ours, `crisis` and `none` too),
or it says whether one sentence follows from another (a label `entailment`), and is asked with a sentence a concern ("zero shot"; Yin and
others, 2019).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from bot.nlu.embedder import OFFLINE
from bot.nlu.labels import CONCERNS
from bot.nlu.scores import Scores
from coaching.concern import HOLDING
from coaching.errors import NoModel

LEAST, MOST = 0.05, 0.80  # of a concern that holds: below and above, the heads are sure enough
SHARE = 0.5  # of its say
LONGEST = 512  # tokens; a folder whose tokenizer names no length would read what its model cannot hold
ENTAILMENT = "entailment"
SENTENCES: Mapping[str, str] = {
    "crisis": "The writer may harm or kill themselves.",
    "safeguarding": "Somebody may be hurt or abused.",
    "patient_safety": "A patient was harmed or is at risk through care.",
    "mistreatment": "The writer is bullied, harassed or discriminated against.",
    "ethical_dilemma": "The writer does not know what is right to do at work.",
    "burnout": "The writer is worn out by work.",
    "trauma": "The writer is shaken by a death or a terrible event.",
    "substance_use": "The writer drinks or takes drugs to cope.",
    "clinical_question": "The writer asks for medical or legal advice.",
    "bot_frustration": "The writer is annoyed with the chatbot.",
    "wants_human": "The writer wants to talk to a person.",
    "none": "The writer talks of an ordinary day.",
}
Classify = Callable[[Sequence[str]], list[Mapping[str, float]]]


class Second(Protocol):
    """Who is asked again."""

    def concerns(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """For each text the probability of each concern it knows; they sum to 1."""
        ...


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """A loaded classifier. `name` is that of its folder."""

    name: str
    classify: Classify

    def concerns(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        return self.classify(texts)


def in_two_minds(scores: Scores) -> bool:
    """Whether a concern that holds is neither ruled out nor sure."""
    return any(LEAST <= scores.of("concern", concern) < MOST for concern in HOLDING)


def heard_again(texts: Sequence[str], first: Sequence[Scores], second: Second) -> list[Scores]:
    """The scores, with the mean of both opinions on the concern where the first is in two minds."""
    places = [place for place, scores in enumerate(first) if in_two_minds(scores)]
    told = list(first)
    for place, opinion in zip(places, second.concerns([texts[place] for place in places]) if places else [], strict=True):
        told[place] = _mean(first[place], opinion)
    return told


def _mean(first: Scores, opinion: Mapping[str, float]) -> Scores:
    concern = {name: (1 - SHARE) * was + SHARE * opinion.get(name, 0.0) for name, was in first.by_head["concern"].items()}
    return replace(first, by_head={**first.by_head, "concern": concern})


def second_opinion(folder: Path) -> SecondOpinion:
    """The classifier of a folder, nothing fetched. NoModel where it cannot be loaded, or its labels are not ours."""
    os.environ.update(OFFLINE)
    try:
        model, tokenizer = _opened(folder)
    except Exception as error:
        needs = "it needs config.json, model.safetensors and a tokenizer"
        raise NoModel(f"The second opinion in {folder} cannot be loaded ({type(error).__name__}): {needs}.") from None
    labels = {str(label).lower() for label in model.config.id2label.values()}
    if ENTAILMENT in labels:
        return SecondOpinion(folder.name, _zero_shot(model, tokenizer))
    if {"crisis", "none"} <= labels <= set(CONCERNS):
        return SecondOpinion(folder.name, _fine_tuned(model, tokenizer))
    raise NoModel(
        f"The labels of the second opinion in {folder} are no concerns of ours, nor `{ENTAILMENT}`: name them in its config.json."
    )


def _opened(folder: Path) -> tuple[Any, Any]:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer
    from transformers.utils import logging as told

    told.set_verbosity_error()
    told.disable_progress_bar()
    model = AutoModelForSequenceClassification.from_pretrained(str(folder), local_files_only=True, use_safetensors=True)
    tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    tokenizer.model_max_length = min(tokenizer.model_max_length, getattr(model.config, "max_position_embeddings", LONGEST), LONGEST)
    return model.eval(), tokenizer


def _fine_tuned(model: Any, tokenizer: Any) -> Classify:
    from transformers import pipeline

    ask = pipeline("text-classification", model=model, tokenizer=tokenizer, device=-1)

    def classify(texts: Sequence[str]) -> list[Mapping[str, float]]:
        found = ask(list(texts), top_k=None, truncation=True)
        return [{each["label"].lower(): float(each["score"]) for each in one} for one in found]

    return classify


def _zero_shot(model: Any, tokenizer: Any) -> Classify:
    from transformers import pipeline

    ask = pipeline("zero-shot-classification", model=model, tokenizer=tokenizer, device=-1)
    named = {sentence: name for name, sentence in SENTENCES.items()}

    def classify(texts: Sequence[str]) -> list[Mapping[str, float]]:
        found = [ask(text or ".", list(named), hypothesis_template="{}") for text in texts]
        return [{named[label]: float(score) for label, score in zip(one["labels"], one["scores"], strict=True)} for one in found]

    return classify
