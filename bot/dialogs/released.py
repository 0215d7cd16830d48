"""Flows that are released: their files never change again, because people are in the middle of them and trials cite them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from bot.dialogs.flow import Flow
from bot.dialogs.problems import Problem

FILE = "flows/RELEASED"  # a line a flow: its hash, two spaces, the name of its file


def changed(flows: Iterable[Flow], released: str) -> Iterator[Problem]:
    """Every flow that is not what was released."""
    hashes = {flow.file: flow.hash for flow in flows}
    for number, line in enumerate(released.splitlines(), 1):
        mark, _, name = line.partition("  ")
        path = f"flows/{name.strip()}"
        if not mark or mark.startswith("#"):
            continue
        if path not in hashes:
            sentence = f"{name} was released and is gone. Put it back: people may be in the middle of it."
            yield Problem(FILE, number, sentence, strands=True)
        elif hashes[path] != mark:
            sentence = f"{name} was released and has been changed since. Put it back, and make the change in a new version."
            yield Problem(path, 1, sentence, strands=True)


def hash_of(text: str) -> str:
    """The hash under which a flow file is released."""
    return hashlib.sha256(text.encode()).hexdigest()
