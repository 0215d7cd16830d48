"""Texts of like length go together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.batches import ALLOWANCE, BATCH, LONGER, alike


@given(st.lists(st.integers(0, 3000)))
def test_every_text_is_in_one_batch_and_none_is_padded_to_much_more_than_itself(lengths: list[int]):
    batches = list(alike(lengths))
    assert sorted(place for batch in batches for place in batch) == list(range(len(lengths)))
    assert all(0 < len(batch) <= BATCH for batch in batches)
    assert all(lengths[batch[-1]] <= LONGER * lengths[batch[0]] + ALLOWANCE for batch in batches)


def test_the_shortest_go_first():
    assert list(alike([900, 3, 12, 5])) == [[1, 3, 2], [0]]
