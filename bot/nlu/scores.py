"""What the model makes of one message: for every head a probability for every label. Plain values: they cross a process border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """`by_head` maps a head to its labels' probabilities; of `smart` each is a yes of its own, of the others they sum to 1."""

    by_head: Mapping[str, Mapping[str, float]]

    def of(self, head: str, label: str) -> float:
        """The probability of a label; 0 where the head is not there."""
        return self.by_head.get(head, {}).get(label, 0.0)

    def best(self, head: str) -> tuple[str, float]:
        """The likeliest label and its probability; ("", 0) where the head is not there."""
        found = self.by_head.get(head)
        return max(found.items(), key=lambda pair: pair[1]) if found else ("", 0.0)
