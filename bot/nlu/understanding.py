"""The port to the language model: a second opinion on one message, in time or not at all."""

from __future__ import annotations

from typing import Protocol

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance


class Understanding(Protocol):
    """A model that may be away, late or broken, and never says so by raising."""

    async def scores(self, utterance: Utterance, within: float) -> Scores | None:
        """What the model makes of the message; None where there is no answer `within` so many seconds."""
        ...
