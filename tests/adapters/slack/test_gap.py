"""What Slack never delivered is read out of the history."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.adapters.slack.gap import gap_fill
from coaching.message import Kind
from standins.chaos import Fault, Weather
from tests.adapters.slack.conftest import World


async def fill(world: World, *places: str) -> tuple[int, tuple[str, ...]]:
    assert world.app.ours
    since = world.clock.now() - timedelta(hours=17)
    filled = await gap_fill(world.client, world.store, world.app.ours, places, since, world.clock)
    return filled.found, filled.unread


@pytest.mark.shows("A9", part="gap-fill of known direct messages")
async def test_an_outage_without_replay_is_made_good(http: World) -> None:
    nurses = [http.slack.person(f"U{number}") for number in range(1, 6)]
    await nurses[0].says("before")
    http.slack.outage()
    for number in range(500):
        await nurses[number % 5].says(f"meanwhile {number}")
        await http.clock.move(120)
    http.slack.back()
    await nurses[0].says("after")
    assert len(http.store.taken) == 2
    assert await fill(http, *(nurse.place for nurse in nurses)) == (500, ())
    assert sorted(http.store.words()) == sorted(["before", "after", *(f"meanwhile {number}" for number in range(500))])
    first = [words for words in http.store.words() if words.startswith("meanwhile") and int(words.split()[1]) % 5 == 0]
    assert first == sorted(first, key=lambda words: int(words.split()[1]))
    assert await fill(http, *(nurse.place for nurse in nurses)) == (0, ())


async def test_what_was_delivered_live_is_known_under_the_same_keys(http: World) -> None:
    nurse = http.slack.person("U1")
    message = await nurse.says("one")
    await nurse.edits(message, "one and a half")
    await nurse.shares_file()
    await http.outlet.send(http.say())
    assert await fill(http, nurse.place) == (0, ())


async def test_an_edit_that_was_missed_is_found(http: World) -> None:
    nurse = http.slack.person("U1")
    message = await nurse.says("I am fine")
    http.slack.outage()
    await nurse.edits(message, "I am not fine")
    assert await fill(http, nurse.place) == (1, ())
    assert http.store.taken[-1].kind is Kind.EDITED
    assert http.store.taken[-1].words.text == "I am not fine"


async def test_a_place_that_cannot_be_read_is_named(http: World) -> None:
    one, two = http.slack.person("U1"), http.slack.person("U2")
    http.slack.outage()
    await one.says("one")
    await two.says("two")
    http.slack.chaos.next("conversations.history", Fault(Weather.LIMITED, wait=60))
    assert await fill(http, one.place, two.place) == (1, (one.place,))
    http.slack.api.most_in_a_page = 15
    assert await fill(http, one.place, "D404") == (1, ("D404",))
