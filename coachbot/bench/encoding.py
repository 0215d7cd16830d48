"""One reading beside one plain `SentenceTransformer.encode` in 32-bit numbers: the same message by both, one right after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import islice

from bot.nlu.merging import merged
from bot.nlu.reading import Question, Reading, RuleReader
from bot.nlu.utterance import Utterance
from coachbot.bench.figures import Figure, at_most, middle, percentile, plain
from coachbot.bench.messages import mix, questions
from coachbot.model.loading import Loaded

ROUNDS = 5
EACH = 60  # messages a round
RULES = 5_000  # messages read by rules alone
RULE_READER = RuleReader()


def measure_rules() -> list[Figure]:
    """Milliseconds of a reading by rules alone, the phrases of danger among them."""
    took = [_timed(by_rules, utterance) for utterance in mix()[:RULES]]
    return [
        plain("a reading by rules alone, p50", percentile(took, 0.5) * 1000, "ms"),
        at_most("a reading by rules alone, p99", percentile(took, 0.99) * 1000, 1, "ms"),
    ]


def measure_reading(loaded: Loaded, encode: Callable[[str], object], bar: float) -> list[Figure]:
    """Milliseconds of both in the middle, and the ratio. The bot's own questions are known already, as they are in a talk."""
    loaded.scores([Utterance("", asked=question) for question in questions()])
    messages = iter(mix())
    rounds = [_round(loaded, encode, list(islice(messages, EACH))) for _ in range(ROUNDS)]
    ratios = [reading / encoding for reading, encoding in rounds]
    return [
        plain("SentenceTransformer.encode of one message, float32, p50", middle(encoding for _, encoding in rounds) * 1000, "ms"),
        plain(f"a whole reading, {loaded.dtype}, p50", middle(reading for reading, _ in rounds) * 1000, "ms"),
        at_most(f"a whole reading, {loaded.dtype}, of one plain encode", middle(ratios), bar, "ratio"),
    ]


def _round(loaded: Loaded, encode: Callable[[str], object], messages: Sequence[Utterance]) -> tuple[float, float]:
    pairs = [(_timed(lambda each: whole(loaded, each), one), _timed(lambda each: encode(each.text), one)) for one in messages]
    return middle(reading for reading, _ in pairs), middle(encoding for _, encoding in pairs)


def whole(loaded: Loaded, utterance: Utterance) -> object:
    """The rules, all heads, and both put together."""
    return merged(by_rules(utterance), loaded.scores([utterance])[0], utterance)


def by_rules(utterance: Utterance) -> Reading:
    """The rules alone."""
    return RULE_READER.read(utterance.text, Question(asked=utterance.asked))


def _timed(work: Callable[[Utterance], object], utterance: Utterance) -> float:
    began = time.perf_counter()
    work(utterance)
    return time.perf_counter() - began
