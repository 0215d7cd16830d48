"""What a single turn does with buttons, forms, edits, arrivals and states, beyond what transcripts show."""

from dataclasses import replace

import pytest

from coaching.conversation import Answer, Conversation, Walk
from coaching.effects import KeepGoal, MarkAddress, MarkLine, RedeemLink, Say, Settle
from coaching.errors import UnknownStep
from coaching.message import Inbound, Kind, Lane
from coaching.participant import Participant
from coaching.state import encode, encode_walk
from coaching.words import Words
from tests.dialogs.positions import standing_at
from tests.play import HERE, NOON, Player


def at(step: str, flow: str = "woop") -> Player:
    return standing_at(flow, 1, step)


# -- buttons --------------------------------------------------------------------------------------------------------------------


def test_a_button_of_the_open_question_is_the_answer_and_settles():
    player = at("picture")
    player.presses("pictured")
    assert player.effects[0] == Settle("I pictured it")
    assert player.walk.answers["picture"] == Answer("pictured")


@pytest.mark.parametrize("typed", ["I pictured it", "i pictured it!", "1"])
def test_its_words_or_its_number_typed_are_the_same(typed: str):
    player = at("picture")
    player.types(typed)
    assert player.walk.answers["picture"] == Answer("pictured")
    assert not any(isinstance(effect, Settle) for effect in player.effects)


def test_a_number_is_a_button_too():
    player = at("feasible")
    player.presses("7")
    assert (player.effects[0], player.walk.answers["feasible"]) == (Settle("7"), Answer(7))


@pytest.mark.parametrize(("choice", "question"), [("pictured", "long ago"), ("woop", "long ago"), ("7", "long ago"), ("nonsense", None)])
def test_any_other_button_has_no_effect(choice: str, question: str | None):
    player = at("picture")
    before = player.conversation
    assert player.presses(choice, question) == ["press.closed"]
    assert (player.walk, player.asked) == (before.walk, before.asked)


def test_a_button_pressed_twice_has_no_second_effect():
    player = at("picture")
    old = player.asked.outbound
    player.presses("pictured", old)
    after = player.walk
    assert player.presses("pictured", old) == ["press.closed"]
    assert player.walk == after


@pytest.mark.parametrize("choice", ["help_now", "stop", "human", "carry_on", "pause"])
def test_some_buttons_work_from_any_age(choice: str):
    player = at("picture")
    assert player.presses(choice, "long ago") != ["press.closed"]


def test_a_home_page_button_belongs_to_no_question():
    assert Player().presses("woop", "") == ["contract.open [contract_ok contract_no privacy]", "woop.wish"]


# -- safety and states ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("standing", ["with_bot", "paused", "stopped"])
@pytest.mark.parametrize("contract", ["none", "shown", "accepted", "declined"])
@pytest.mark.parametrize("by", ["words", "button"])
def test_help_now_works_in_every_state_and_nothing_follows_it(standing: str, contract: str, by: str):
    player = Player(stored=encode(Conversation("C1", "P1", standing=standing, contract=contract)))
    said = player.types("help now") if by == "words" else player.presses("help_now", "long ago")
    assert [each.split()[0] for each in said] == ["help_now.unverified"]
    assert "999" in player.texts[0]
    assert "116 123" in player.texts[0]
    assert [effect.lane for effect in player.effects if isinstance(effect, Say)] == [Lane.SAFETY]
    assert (player.conversation.standing, player.conversation.contract) == (standing, contract)


@pytest.mark.parametrize(
    ("country", "number"), [("GB", "999"), ("IE", "112"), ("US", "988"), ("AU", "13 11 14"), ("NZ", "1737"), ("XX", "116 123")]
)
def test_the_lines_are_those_of_the_country(country: str, number: str):
    player = Player(participant=Participant("P1", "Wren", country=country))
    player.types("help now")
    assert number in player.texts[0]


@pytest.mark.parametrize("contract", ["none", "shown", "accepted", "declined"])
def test_stop_stops_whatever_was_agreed(contract: str):
    player = Player(stored=encode(Conversation("C1", "P1", contract=contract)))
    assert player.types("stop") == ["stop.done [start_again help_now]"]
    assert player.conversation.standing == "stopped"


def test_no_to_the_contract_stores_nothing_more():
    player = Player()
    player.types("hi")
    player.types("no")
    player.types("take my break on long days")
    assert player.walk is None
    assert player.asked.wording == "contract.open"


# -- what is said again ---------------------------------------------------------------------------------------------------------


def test_edits_and_deletions_are_marked_and_not_answered():
    player = at("outcome")
    assert player.does("edited", about="K1", words=Words("I meant this")) == []
    assert player.effects == (MarkLine("K1", "I meant this"),)
    assert player.does("deleted", about="K1") == []
    assert player.effects == (MarkLine("K1", None),)


def test_an_address_that_leaves_and_comes_back_is_marked():
    player = at("outcome")
    player.does("left")
    assert player.effects == (MarkAddress(gone=True),)
    player.does("came_back")
    assert player.effects == (MarkAddress(gone=False),)


def test_somebody_known_is_welcomed_back_at_the_same_question():
    assert at("outcome").does("arrived") == ["common.welcome_back + woop.outcome"]


def test_a_start_code_is_redeemed_after_a_yes():
    player = Player()
    player.does("arrived", words=Words("K7P2QX"))
    player.types("yes")
    assert player.effects[0] == RedeemLink("K7P2QX", Say("link.refused"))


def joined(player: Player, walk: Walk) -> list[str]:
    fields = {"walk": Words(encode_walk(walk).decode())}
    return player.takes(Inbound(HERE, ("k",), Kind.ARRIVED, NOON, fields=fields, what="joined"))


def test_a_walk_that_comes_with_a_join_is_adopted():
    other = at("outcome").walk
    player = Player(stored=encode(Conversation("C1", "P1", contract="accepted")))
    assert joined(player, other) == ["link.joined", "woop.outcome"]
    assert player.walk == other


def test_beside_one_under_way_it_is_kept_aside():
    player, other = at("goal", "smart"), at("outcome").walk
    assert joined(player, other) == ["link.joined", "smart.goal"]
    assert player.conversation.parked == (other,)


# -- forms ----------------------------------------------------------------------------------------------------------------------


def test_a_form_fills_several_steps_each_checked():
    player = Player(stored=encode(Conversation("C1", "P1", contract="accepted")))
    player.fills("woop", wish="take my break on long days", feasible="7", important="8", outcome="dinner with my husband")
    assert player.said == ["woop.picture [pictured]"]
    assert [player.walk.answers[name].value for name in ("wish", "feasible", "outcome")] == [
        "take my break on long days",
        7,
        "dinner with my husband",
    ]


def test_a_form_cannot_fill_an_obstacle_before_an_outcome():
    player = Player(stored=encode(Conversation("C1", "P1", contract="accepted")))
    player.fills("woop", wish="take my break on long days", obstacle="the rota")
    assert player.walk.answers["obstacle"].how == "earlier"
    for said in ("7", "8", "dinner with my husband", "I see it"):
        player.types(said)
    assert player.said == ["woop.picture.heard + common.still_this + woop.obstacle [still_this]"]
    assert player.presses("still_this") == ["woop.obstacle.external.heard + woop.inner [nothing_in_me]"]


def test_something_outside_in_a_form_is_never_turned_into_a_failing():
    player = Player(stored=encode(Conversation("C1", "P1", contract="accepted")))
    player.fills(
        "woop", wish="take my break on long days", outcome="dinner with my husband", obstacle="there's never enough staff", plan="walk"
    )
    assert player.said == ["woop.inner [nothing_in_me]"]
    assert player.types("I feel guilty") == ["woop.inner.heard + woop.feasible [0..10]"]


def test_a_form_for_smart_asks_only_for_what_is_missing():
    player = Player(stored=encode(Conversation("C1", "P1", contract="accepted")))
    player.fills("smart", goal="I will ask one question in every MDT this month", relevant="patients matter")
    assert player.said == ["smart.confirm [thats_it change_something]"]
    assert "because patients matter." in player.texts[0]


def test_what_is_not_usable_in_a_form_is_asked_for_with_its_repair():
    player = Player(stored=encode(Conversation("C1", "P1", contract="accepted")))
    assert player.fills("woop", wish="be better") == ["woop.wish.vague"]


def test_a_form_is_the_beginning_for_somebody_new():
    assert Player().fills("smart", goal="be better") == ["contract.open [contract_ok contract_no privacy]", "smart.specific"]


# -- versions -------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("U14")
@pytest.mark.parametrize("change", [{"version": 99}, {"flow": "gone"}, {"step": "gone"}])
def test_an_unknown_version_or_step_is_said_and_never_restarted(change: dict[str, object]):
    player = at("outcome")
    conversation = player.conversation
    player.stored = encode(replace(conversation, walk=replace(player.walk, **change)))
    with pytest.raises(UnknownStep):
        player.types("dinner with my husband")
    assert player.types("help now") == ["help_now.unverified [carry_on]"]
    assert player.types("stop") == ["stop.done [start_again help_now]"]


@pytest.mark.shows("U14")
def test_a_walk_finishes_in_the_version_it_was_begun_in():
    player = at("confidence")
    library = player.library
    flow = replace(library.latest("woop"), version=2)
    player.library = replace(library, flows={**library.flows, ("woop", 2): flow}, newest={**library.newest, "woop": 2})
    player.types("7")
    assert any(isinstance(effect, KeepGoal) for effect in player.effects)
    player.types("woop")
    assert player.walk.version == 2


# -- nagging --------------------------------------------------------------------------------------------------------------------


def test_a_good_answer_with_a_hint_is_nudged_once_only():
    player = at("outcome")
    player.types("more sleep, more time with the kids, and a proper dinner")
    assert player.said == ["woop.outcome.several"]
    player.types("no")
    assert player.walk.answers["outcome"].value == "more sleep, more time with the kids, and a proper dinner"
    assert player.walk.step == "picture"


def test_four_empty_messages_leave_the_step():
    player = at("outcome")
    for _ in range(3):
        assert player.types("...") == ["common.not_caught + woop.outcome"]
    assert player.types("...") == ["common.moved_on + woop.picture [pictured]"]


def test_after_three_repairs_the_words_stand():
    player = at("plan")
    for words in ("I won't check my email", "I won't open email", "I won't look at email", "I won't read email"):
        player.types(words)
    assert player.walk.answers["plan"].how == "accepted"
    assert player.walk.repairs["plan"] == 3
