"""The model: the encoder and its heads, put together. Lives in a process of its own, or in a command that reads a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.embedder import Encoder, seen_by
from bot.nlu.heads import HEADS, Heads, hashed_of
from bot.nlu.scores import Scores
from bot.nlu.second import Second, heard_again
from bot.nlu.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Model:
    """Scores for a batch of messages, in one pass through the encoder; with a second opinion where there is one and it is wanted."""

    encoder: Encoder
    heads: Heads
    second: Second | None = None

    def scores(self, utterances: Sequence[Utterance]) -> list[Scores]:
        """One Scores a message, in their order; none for none."""
        if not utterances:
            return []
        found = self.heads.scores(utterances, seen_by(self.encoder, utterances), hashed_of(utterances))
        first = [
            Scores({name: dict(zip(HEADS[name].labels, map(float, table[row]), strict=True)) for name, table in found.items()})
            for row in range(len(utterances))
        ]
        return first if self.second is None else heard_again([utterance.text for utterance in utterances], first, self.second)
