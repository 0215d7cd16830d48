"""The adapter: the mean of several is one that changes every layer by the mean of their changes."""

from __future__ import annotations

import torch

from bot.nlu.training.adapting import mean_of


def test_the_mean_of_three_whose_first_is_a_mean_already():
    made = [{"0.x.down": torch.randn(rank, 6), "0.x.up": torch.randn(5, rank)} for rank in (2, 3, 2)]
    change = [each["0.x.up"] @ each["0.x.down"] for each in made]
    both = mean_of([mean_of(made[:2]), made[2]])
    assert torch.allclose(both["0.x.up"] @ both["0.x.down"], ((change[0] + change[1]) / 2 + change[2]) / 2, atol=1e-5)
