"""The plug pulled at every step of the notebook: what was committed is there, what was not is as if it had never begun."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sqlite3
from pathlib import Path

import pytest

from coaching.notebook import Fate, Posted
from coaching.words import plain
from tests.storage.people import Store, answer, open_at, person, text

STEPS = (
    *("take_in.keys_made", "take_in.keys_row", "take_in.people", "take_in.inbox_row", "claim.read", "claim.leased"),
    *("turn.state", "turn.lines", "turn.outbox", "turn.closed", "due.read", "due.leased", "posted.row"),
    *("writer.begun", "writer.unit_done", "writer.before_commit", "writer.committed", "writer.resolved"),
)
KEY = "the one message"


async def live(store: Store) -> None:
    """One message, all the way."""
    await store.notebook.take_in([text(person("ann"), "hello", store.clock.now(), KEY)])
    for claim in await store.claim():
        await store.notebook.write_turn(answer(claim, store.clock.now(), "answer"))
    while parcels := await store.due():
        await store.notebook.posted([Posted(parcel, Fate.SENT, store.clock.now(), "p") for parcel in parcels])


def until(folder: str, step: str, times: int) -> None:
    """Live until `step` has been reached so often, and die there."""
    left = [times]

    def pull(at: str) -> None:
        left[0] -= at == step
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    async def main() -> None:
        store = await open_at(f"sqlite:///{folder}/words.db", f"sqlite:///{folder}/keys.db", landmark=pull)
        await live(store)

    asyncio.run(main())


@pytest.mark.shows("A4")
@pytest.mark.parametrize("step", STEPS)
async def test_after_the_plug_was_pulled(tmp_path: Path, step: str):
    process = multiprocessing.get_context("spawn").Process(target=until, args=(str(tmp_path), step, 1))
    process.start()
    await asyncio.to_thread(process.join)
    assert process.exitcode == -signal.SIGKILL
    store = await open_at(f"sqlite:///{tmp_path}/words.db", f"sqlite:///{tmp_path}/keys.db")
    await store.notebook.recover()
    await live(store)  # the platform delivers again, and what stands goes on
    lines = (await store.notebook.glance(("telegram", "account", "ann"), 9)).lines
    assert [line.text for line in lines] == ["hello", "answer"]
    assert lines[1].outbound is not None
    assert plain(lines[1].outbound.text) == "answer"
    backlog = await store.notebook.backlog()
    assert (backlog.inbox, backlog.outbox, backlog.set_aside) == (0, 0, 0)
    await store.storage.close()
    check = sqlite3.connect(tmp_path / "words.db")
    assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()
