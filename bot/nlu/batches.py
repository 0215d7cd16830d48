"""Texts put into batches of like length: all in one batch are padded to its longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

BATCH = 32  # texts in one pass at most
LONGER = 1.4  # times its shortest, and
ALLOWANCE = 25  # characters on top, may the longest of a batch be


def alike(lengths: Sequence[int], most: int = BATCH) -> Iterator[list[int]]:
    """The places of texts of such lengths (characters), in batches of at most `most`, the shortest first."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if batch and (len(batch) == most or lengths[place] > LONGER * lengths[batch[0]] + ALLOWANCE):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
