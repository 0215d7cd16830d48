"""What people write to the benchmark of readings: the rows kept back, a mix of all sets, each in answer to a question of the bot's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, cycle, zip_longest

from bot.nlu.training.rows import rows
from bot.nlu.utterance import Utterance
from coachbot.mind import labels, shipped_library

SETS = ("concern", "intent", "smart", "woop", "talk", "depth")
LANGUAGE = "en-GB"
ASKED = ("woop.", "smart.")  # wordings that people answer


def by_set() -> dict[str, list[Utterance]]:
    """The messages of each set, each once; the question is one of the bot's own, which it asks again and again."""
    return {name: list(_answers(name)) for name in SETS}


def mix() -> list[Utterance]:
    """All sets in turn, so that any stretch of it is mixed."""
    every = chain.from_iterable(zip_longest(*by_set().values()))
    return list({utterance.text: utterance for utterance in every if utterance is not None}.values())


def questions() -> list[str]:
    """The bot's own questions."""
    library = shipped_library()
    return [source for start in ASKED for source in labels(library, LANGUAGE, start).values()]


def _answers(name: str) -> Iterator[Utterance]:
    texts = {row["text"]: row.utterance for row in [*rows(name, "heldback"), *rows(name)]}
    for utterance, question in zip(texts.values(), cycle(questions()), strict=False):
        yield replace(utterance, asked=question, wish="", outcome="", obstacle="", prompt="")
