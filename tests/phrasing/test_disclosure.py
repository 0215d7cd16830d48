"""Where a language model has a part in what is said, people are told so before they begin, and whenever they ask who can read this."""

from __future__ import annotations

import pytest

from coaching.programme import Programme
from tests.phrasing.world import LIBRARY
from tests.play import Player

OURS = {where: LIBRARY.words("en-GB")[f"phrasing.{where}"].variants[0].source for where in ("local", "address")}


@pytest.mark.parametrize("where", ["local", "address"])
def test_it_is_said_with_the_first_line_and_when_somebody_asks(where: str) -> None:
    player = Player(programme=Programme(phrasing=where))
    player.types("hi")
    assert player.texts[0].endswith(OURS[where])
    player.types("who can read this?")
    assert player.said[:2] == ["privacy.who", f"phrasing.{where}"]


@pytest.mark.shows("U15", part="off")
def test_without_one_there_is_nothing_to_say() -> None:
    player = Player()
    player.types("hi")
    assert player.texts[0].endswith("Going on means OK.")
    player.types("who can read this?")
    assert player.said[0] == "privacy.who"
    assert not any(each.startswith("phrasing.") for each in player.said)
