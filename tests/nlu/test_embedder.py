"""Vectors of messages: what is encoded, what is remembered, and what the real encoder makes of odd texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from bot.nlu.embedder import DTYPES, NEAR, Remembering, TorchEncoder, checked, encoded, nearness, opened, seen_by, shipped_folder
from bot.nlu.features import Vectors
from bot.nlu.utterance import Utterance

TEXTS = ("hello", "I want to take my proper break on long days", "cba today, 3rd nite in a row", "word " * 600, "")


@dataclass
class Letters:
    """An encoder by the length of a text; it notes what it is given."""

    given: list[str] = field(default_factory=list, repr=False)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.given += texts
        return np.array([[len(text), text.count("a")] for text in texts], dtype=np.float32)


def test_what_stands_twice_is_encoded_once():
    letters = Letters()
    seen = seen_by(letters, [Utterance("a break", asked="a wish?", wish="rest"), Utterance("rest", asked="a wish?")])
    assert sorted(letters.given) == ["a break", "a wish?", "rest"]
    assert seen.texts.tolist() == [[7, 2], [4, 0]]
    assert seen.asked.tolist() == [[7, 1]] * 2
    assert seen.wishes.tolist() == [[4, 0], [0, 0]]
    assert seen.obstacles.tolist() == [[0, 0]] * 2


def test_where_there_are_no_words_at_all_there_are_zeros_of_the_right_width():
    assert seen_by(Letters(), [Utterance(""), Utterance("")]).texts.tolist() == [[0, 0]] * 2


def test_what_was_encoded_before_is_remembered():
    letters = Letters()
    encoder = Remembering(letters, kept=2)
    assert encoder.encode(["a", "bb", "a"]).tolist() == [[1, 1], [2, 0], [1, 1]]
    assert encoder.encode(["bb", "a"]).tolist() == [[2, 0], [1, 1]]
    assert letters.given == ["a", "bb"]


def test_only_the_newest_are_remembered_and_none_that_are_long():
    letters = Letters()
    encoder = Remembering(letters, kept=2)
    for text in ("a", "b", "a", "c", "a", "b", "long " * 100, "long " * 100):
        encoder.encode([text])
    assert letters.given == ["a", "b", "c", "b", "long " * 100, "long " * 100]
    assert encoder.encode([]).shape == (0, 0)


def test_no_words_are_kept_in_what_is_remembered():
    encoder = Remembering(Letters())
    encoder.encode(["the words of somebody"])
    assert "words" not in repr(vars(encoder))


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_a_text_has_one_vector_whatever_is_encoded_with_it():
    model = opened(checked(shipped_folder()))
    together = encoded(model, TEXTS)
    alone = np.concatenate([encoded(model, [text]) for text in TEXTS])
    assert together.dtype == np.float32
    assert np.abs(together - alone).max() < 1e-5
    assert np.isfinite(encoded(model, ["\ud800", "\x00", "\U0001f469\u200d\u2695\ufe0f"])).all()


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_the_kind_of_number_that_is_chosen_means_the_same():
    chosen = TorchEncoder(shipped_folder())
    assert chosen.dtype in DTYPES
    exact = TorchEncoder(shipped_folder(), "float32")
    assert nearness(exact.encode(TEXTS), chosen.encode(TEXTS)).min() >= NEAR
