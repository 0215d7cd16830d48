"""One reading beside one plain `SentenceTransformer.encode` in 32-bit numbers: the same messages by both, block by block.

(One by one, each would find the processor's memory full of the other's weights, which is no child's case.)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import islice

from bot.nlu.concerns import phrase_signal
from bot.nlu.merging import merged
from bot.nlu.reading import Question, Reading, RuleReader
from bot.nlu.utterance import Utterance
from coachbot.bench.figures import Figure, at_most, middle, percentile, plain
from coachbot.bench.messages import mix, questions
from coachbot.model.loading import Loaded

ROUNDS = 5
EACH, BLOCK = 60, 20  # messages a round, and by one before the other has its turn
RULES = 5_000  # messages read by rules alone, after as many others: phrases are made when they are first needed
RULE_READER = RuleReader()


def measure_rules() -> list[Figure]:
    """Milliseconds of the phrases alone, and of a whole reading by rules alone."""
    messages = mix()
    for utterance in messages[RULES : 2 * RULES]:
        by_rules(utterance)
    phrases = [_timed(lambda each: phrase_signal(each.text), utterance) for utterance in messages[:RULES]]
    rules = [_timed(by_rules, utterance) for utterance in messages[:RULES]]
    return [
        at_most("phrases alone, p99", percentile(phrases, 0.99) * 1000, 1, "ms"),
        plain("a reading by rules alone, p50", percentile(rules, 0.5) * 1000, "ms"),
        plain("a reading by rules alone, p99", percentile(rules, 0.99) * 1000, "ms"),
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
    readings, encodings = list[float](), list[float]()
    for start in range(0, len(messages), BLOCK):
        block = messages[start : start + BLOCK]
        readings += [_timed(lambda each: whole(loaded, each), utterance) for utterance in block]
        encodings += [_timed(lambda each: encode(each.text), utterance) for utterance in block]
    return middle(readings), middle(encodings)


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
