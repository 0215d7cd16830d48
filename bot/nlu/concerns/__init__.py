"""What a message spoke of, by deterministic phrases: always on, in memory, under a millisecond.

Each concern's phrases are in the file of its name; `crisis_hints` has those that only point there. `net` holds
what no phrase finds. `deciding` puts everything together.
"""

from __future__ import annotations

from bot.nlu.concerns.cues import CUES, cues
from bot.nlu.concerns.deciding import phrase_signal, signal_in
from bot.nlu.concerns.straight import answers_straight

VERSION = "phrases-6"  # changes with what the phrases find; every decision is noted with it

__all__ = ["CUES", "VERSION", "answers_straight", "cues", "phrase_signal", "signal_in"]
