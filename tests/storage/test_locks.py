"""Process locks: a second poller, or a second service on one file, is told who is first."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from coaching.errors import Busy
from tests.storage.people import Store, open_at

MINUTE = timedelta(minutes=1)


@pytest.mark.shows("B2")
async def test_a_second_one_is_refused_until_the_first_is_gone(store: Store):
    other = await open_at(store.url, store.keys_url, store.clock)
    await store.notebook.hold("run", "first:1", MINUTE)
    with pytest.raises(Busy, match="first:1"):
        await other.notebook.hold("run", "second:2", MINUTE)
    await other.notebook.hold("telegram", "second:2", MINUTE)
    store.clock.move(50)
    await store.notebook.hold("run", "first:1", MINUTE)  # renewed
    store.clock.move(50)
    with pytest.raises(Busy):
        await other.notebook.hold("run", "second:2", MINUTE)
    store.clock.move(11)  # the first has died
    await other.notebook.hold("run", "second:2", MINUTE)
    with pytest.raises(Busy, match="second:2"):
        await store.notebook.hold("run", "first:1", MINUTE)
    await other.storage.close()
    await store.notebook.hold("run", "first:1", MINUTE)


async def test_of_many_at_once_one_wins(store: Store):
    holds = (store.notebook.hold("run", f"process:{n}", MINUTE) for n in range(8))
    results = await asyncio.gather(*holds, return_exceptions=True)
    assert results.count(None) == 1
    assert sum(isinstance(result, Busy) for result in results) == 7
