"""What several layers of the encoder make of a text: each layer's mean output, side by side.

The lower layers keep words, the upper ones what is meant; a head that sees both knows more from few examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from bot.nlu.batches import alike
from bot.nlu.features import Vectors

LAYERS = (2, 4, 6)  # 0 is what goes into the first
LONGEST = 128  # tokens


def layered(model: Any, texts: Sequence[str]) -> Vectors:
    """(n, layers × dimensions), each row of length 1, in the order of the texts; `model` is a SentenceTransformer."""
    model.eval()
    parts: dict[int, Vectors] = {}
    for places in alike([len(text) for text in texts]):
        with torch.inference_mode():
            found = means(model, [texts[place] for place in places], LAYERS)
        side_by_side = torch.cat(found, dim=1) / len(LAYERS) ** 0.5
        parts |= dict(zip(places, side_by_side.numpy(), strict=True))
    return np.stack([parts[place] for place in range(len(texts))])


def means(model: Any, texts: Sequence[str], layers: Sequence[int]) -> list[Tensor]:
    """For each layer (n, dimensions) of length 1: the mean of its output over a text's tokens."""
    tokens = model.tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
    mask = tokens["attention_mask"].float()[:, :, None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = model[0].auto_model(**tokens, output_hidden_states=True).hidden_states
    return [nn.functional.normalize((found[layer].float() * mask).sum(1) / mask.sum(1), dim=-1) for layer in layers]
