"""Joining two talks: asked first, and no code is tried without a yes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coaching.effects import RedeemLink, Say
from coaching.message import Inbound, Kind
from coaching.words import Words
from tests.dialogs.positions import PLACES, standing_at
from tests.play import HERE, NOON, Player

SURE = "link.sure [join_now join_no]"
REDEEM = RedeemLink("K7P2QX", Say("link.refused"))


def redeemed(player: Player) -> list[str]:
    return [effect.code for effect in player.effects if isinstance(effect, RedeemLink)]


@pytest.mark.parametrize("yes", ["Join", "join", "yes", "1"])
def test_only_a_yes_tries_the_code(yes: str) -> None:
    player = standing_at("woop", 1, "outcome")
    assert player.types("link K7P2QX") == [SURE]
    assert not redeemed(player)
    player.types(yes)
    assert REDEEM in player.effects


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_at_every_step_a_no_leaves_everything_as_it_was(place: tuple[str, int, str]) -> None:
    player = standing_at(*place)
    before, asked = player.conversation, player.asked
    player.types("link K7P2QX")
    player.presses("join_no")
    assert player.walk == before.walk
    assert (player.asked.wording, player.asked.choices) == (asked.wording, asked.choices)


def test_a_refused_code_is_followed_by_the_question_that_was_open() -> None:
    player = standing_at("woop", 1, "outcome")
    player.types("link K7P2QX")
    assert player.presses("join_now") == ["link.refused", "woop.outcome"]
    assert player.conversation.joining == ""


@pytest.mark.parametrize("no", ["No", "no thanks", "2"])
def test_a_no_goes_on_where_it_was(no: str) -> None:
    player = standing_at("woop", 1, "outcome")
    player.types("link K7P2QX")
    assert player.types(no) == ["woop.outcome"]
    assert not redeemed(player)
    assert player.conversation.joining == ""


def test_other_words_answer_nothing_and_are_asked_again() -> None:
    player = standing_at("woop", 1, "outcome")
    player.types("link K7P2QX")
    assert player.types("dinner with my kids") == [f"common.choose_one + {SURE}"]
    assert "outcome" not in player.walk.answers


def test_a_global_word_is_answered_and_the_old_button_is_closed() -> None:
    player = standing_at("woop", 1, "outcome")
    player.types("link K7P2QX")
    question = player.asked.outbound
    assert player.types("privacy") == ["privacy.who", "woop.outcome"]
    assert player.presses("join_now", question) == ["press.closed"]


def test_a_start_code_is_asked_about_too_before_the_contract() -> None:
    player = Player()
    assert player.does("arrived", words=Words("K7P2QX")) == [SURE]
    player.presses("join_now")
    assert REDEEM in player.effects
    assert player.said[-1].startswith("contract.open")
    assert player.conversation.contract == "shown"


def test_after_five_codes_a_day_no_more_are_tried() -> None:
    player = standing_at("woop", 1, "outcome")
    for _ in range(5):
        player.types("link K7P2QX")
        player.types("join")
    assert player.types("link K7P2QX") == ["link.enough", "woop.outcome"]
    player.now = replace(player, now=player.now.replace(day=player.now.day + 1)).now
    assert player.types("link K7P2QX") == [SURE]


# -- edits and captions ---------------------------------------------------------------------------------------------------------


def edited(player: Player, words: str) -> list[str]:
    return player.takes(Inbound(HERE, ("k",), Kind.EDITED, NOON, words=Words(words), about="k1"))


def test_an_edit_to_help_now_or_stop_is_answered() -> None:
    player = standing_at("woop", 1, "outcome")
    assert edited(player, "help now")[0].startswith("help_now.")
    assert edited(player, "stop")[0].startswith("stop.done")
    assert player.conversation.standing == "stopped"
    assert edited(player, "help now")[0].startswith("help_now.")


@pytest.mark.parametrize("words", ["dinner with my kids", "why", "link K7P2QX", ""])
def test_any_other_edit_stays_silent(words: str) -> None:
    player = standing_at("woop", 1, "outcome")
    assert edited(player, words) == []
    assert len(player.effects) == 1


@pytest.mark.parametrize("what", ["photo", "file"])
def test_a_caption_is_the_message(what: str) -> None:
    player = standing_at("woop", 1, "outcome")
    said = player.does(what, words=Words("dinner with my husband while it's hot"))
    assert said[0] == f"unreadable.{what}"
    assert player.walk.answers["outcome"].value == "dinner with my husband while it's hot"


def test_a_caption_of_help_now_is_answered_at_once() -> None:
    player = standing_at("woop", 1, "outcome")
    assert player.does("photo", words=Words("help now"))[0].startswith("help_now.")


@pytest.mark.parametrize("words", ["help", "human", "help now"])
def test_whoever_stopped_and_asks_for_help_gets_the_lines(words: str) -> None:
    player = standing_at("woop", 1, "outcome")
    player.types("stop")
    assert player.types(words)[0].startswith("help_now.")
    assert player.types("hello")[0].startswith("stop.still")
