"""Words of one's own death or of hurting oneself are met with the lines, whatever is open and however they come."""

from __future__ import annotations

import pytest

from coaching.message import Inbound, Kind
from coaching.words import Words
from tests.dialogs.positions import PLACES, standing_at
from tests.play import HERE, LIBRARY, NOON, Player

CARDS = ("safety.crisis", "safety.hold", "help_now.")
GRAVE = ["I want to die", "I am going to kill myself", "I keep thinking about hurting myself", "I need help now"]


@pytest.mark.parametrize("words", GRAVE)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_at_every_step(place: tuple[str, int, str], words: str) -> None:
    player = standing_at(*place)
    before = player.walk
    assert player.types(words)[0].split()[0].startswith(CARDS)
    assert player.walk == before


@pytest.mark.parametrize("words", GRAVE)
def test_before_the_contract_and_after_stopping(words: str) -> None:
    player = Player()
    assert player.types(words)[0].startswith(CARDS)
    player.types("stop")
    assert player.types(words)[0].startswith(CARDS)


def test_in_a_form_a_caption_or_an_edit() -> None:
    player = Player()
    assert player.fills("woop", wish="leave on time twice a week", obstacle="I want to die")[0].startswith(CARDS)
    assert player.does("photo", words=Words("I want to die"))[0].startswith(CARDS)
    edit = Inbound(HERE, ("k",), Kind.EDITED, NOON, words=Words("I want to die"), about="k1")
    assert player.takes(edit)[0].startswith(CARDS)


@pytest.mark.parametrize("heard", ["woop.wish.heard", "woop.obstacle.heard", "woop.inner.heard"])
def test_what_is_said_after_an_answer_praises_nothing(heard: str) -> None:
    assert [variant.source for variant in LIBRARY.words("en-GB")[heard].variants] == ["Thank you."]
