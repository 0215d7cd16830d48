"""What else a message says: read against every step that is still open, in order, and kept where it fits."""

from __future__ import annotations

from bot.dialogs import walks
from bot.dialogs.checks import spotted
from bot.dialogs.flow import Flow, Step
from bot.dialogs.replies import Ear
from coaching.conversation import Walk


def read_ahead(flow: Flow, walk: Walk, step: Step, words: str, ear: Ear, *, kept: bool) -> Walk:
    """The walk with every later open step filled that these words answer too.

    `kept` tells that the words are already kept as the answer to `step`. Reading stops at the first step that others hang on
    and that is still open: an obstacle is never filled before an outcome.
    """
    for later in flow.order:
        if walks.closed(walk, later.name):
            continue
        found = None if later.name == step.name else spotted(later, walk, words, ear, kept=kept)
        if found is None and later.again:
            return walk
        if found is not None:
            walk, kept = walks.given(walk, later.name, found), True
    return walk
