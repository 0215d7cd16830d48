"""The adapter: small low-rank changes to the encoder's layers, merged into its weights as it is loaded (LoRA; Hu and others, 2021).

It is learnt by `bot.nlu.training.adapting` and costs nothing when the encoder runs. It fits the shipped encoder only.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

FILE = "adapter.safetensors"
STRENGTH = 2.0  # of the change
PLACES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


def changed_places(bert: Any) -> Iterator[tuple[str, Any, str]]:
    """Every layer that may be changed: its name, its parent, and its attribute there."""
    for number, layer in enumerate(bert.encoder.layer):
        for place in PLACES:
            path, _, attribute = place.rpartition(".")
            yield f"{number}.{place}", layer.get_submodule(path), attribute


def there() -> bool:
    """Whether there is an adapter to merge."""
    return (files("bot.nlu") / FILE).is_file()


def merge(bert: Any) -> None:
    """Add the shipped adapter to the weights of an encoder in float32."""
    import torch
    from safetensors.torch import load

    changes = load((files("bot.nlu") / FILE).read_bytes())
    with torch.no_grad():
        for name, parent, attribute in changed_places(bert):
            down, up = changes[f"{name}.down"].float(), changes[f"{name}.up"].float()
            getattr(parent, attribute).weight += STRENGTH * up @ down
