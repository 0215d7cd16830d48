"""In a hold the bot says fixed safety texts only, whatever is done, and only the way that is meant leads out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogs.holding import BUTTONS
from coaching.effects import Note, OpenCase, Say, SayLater, Settle, TakeBack
from coaching.message import Inbound, Kind, Lane, Press
from coaching.state import decode, encode, encode_walk
from coaching.words import Words
from handoff.standing import may_send
from tests.dialogs.positions import standing_at
from tests.dialogs.states import in_a_hold, says, signal
from tests.play import HERE, NOON, REAL, Player

FIXED = ("safety.", "help_now.", "unreadable.")
TYPED = """
    hi | woop | smart | 7 | thanks | bye | later | pause | back | skip | change | why | goals | menu | link | link K7P2QX | resume
    | carry on | human | privacy | my data | complain | help | help now | SOS | stop | start again | yes | no | not sure | I'm safe
    | I'm not safe | not what I meant | leave on time twice a week | be less knackered | this is useless | ... | 🌧 | whatever | I'm not | ok
"""
TYPINGS = st.sampled_from([*(each.strip() for each in TYPED.split("|")), "", "\x00", "\ud800", "a" * 300])
PRESSINGS = st.sampled_from(sorted({*BUTTONS, "carry_on", "go_on", "start_again", "help_now", "woop", "ask_no", "contract_ok", "menu"}))
SPOKEN = st.sampled_from(
    [("crisis", "urgent", ""), ("crisis", "emergency", ""), ("safeguarding", "urgent", "domestic"), ("burnout", "soon", "")]
)
DOINGS = st.one_of(TYPINGS, PRESSINGS.map(lambda choice: ("press", choice)), SPOKEN.map(lambda spoke: ("speak", *spoke)))


def do(player: Player, doing: str | tuple[str, ...]) -> None:
    if isinstance(doing, str):
        player.types(doing)
    elif doing[0] == "press":
        player.presses(doing[1], "some question")
    else:
        says(player, "whatever it was", signal(*doing[1:]))


@pytest.mark.shows("H07")
@settings(max_examples=200, deadline=None)
@given(st.lists(DOINGS, min_size=1, max_size=25))
def test_whatever_is_done_in_a_hold_is_met_with_a_safety_text_and_leaves_the_exercise_alone(doings: list[str | tuple[str, ...]]) -> None:
    player = standing_at("woop", 1, "plan")
    before = player.walk
    in_a_hold(player)
    for doing in doings:
        was = player.conversation
        do(player, doing)
        assert decode(encode(player.conversation)) == player.conversation
        if player.conversation.standing == "with_bot":
            assert was.watch.hold == "safe"
            assert player.said[0] == "safety.back"
            break
        assert player.said
        assert all(name.startswith(FIXED) for said in player.said for name in said.split(" [")[0].split(" + "))
        assert all(may_send(player.conversation.standing, effect.lane) for effect in player.effects if isinstance(effect, Say | Settle))
        assert player.walk == before
        assert any("999" in text for text in player.texts) or player.said[0].startswith("safety.who")
    assert player.walk is not None
    assert player.walk.answers == before.answers


@pytest.mark.parametrize("way", ["woop", "carry on", "resume", "menu", "yes", "start again", "go on", "smart", "[carry_on]"])
def test_only_safe_and_asking_to_go_on_leads_out(way: str) -> None:
    player = standing_at("woop", 1, "plan")
    in_a_hold(player)
    for asked in ("woop", "carry on", "menu", "resume", "[carry_on]"):
        player.presses("carry_on") if asked.startswith("[") else player.types(asked)
        assert player.conversation.standing == "safety_hold"
    player.presses("safe")
    assert player.conversation.standing == "safety_hold"
    player.presses("carry_on") if way.startswith("[") else player.types(way)
    assert player.conversation.standing == "with_bot"
    assert [said.split()[0] for said in player.said] == ["safety.back", "woop.plan"]
    assert not player.cases
    assert Note("hold.released", {"by": "participant"}) in player.effects


def test_the_case_stays_open_and_nudges_stay_held_after_it() -> None:
    player = Player()
    player.arrives = {"alarm": "CASE7"}
    player.types("I want to die")
    player.presses("not_meant")
    player.types("carry on")
    watch = player.conversation.watch
    assert (watch.hold, watch.case) == ("", "CASE7")
    assert watch.quiet_until is not None
    assert watch.quiet_until >= NOON + timedelta(days=7)


@pytest.mark.parametrize(("spoke", "choice"), [(("crisis",), "not_safe"), (("safeguarding", "urgent", "threat"), "someone_not")])
def test_not_safe_is_an_emergency(spoke: tuple[str, ...], choice: str) -> None:
    player = Player()
    says(player, "whatever it was", signal(*spoke))
    player.presses(choice)
    assert player.cases[0].endswith("emergency")
    assert "Please call 999 now" in player.texts[0]
    player.presses("safe")
    player.presses("not_safe")
    assert player.conversation.watch.hold == "on"
    assert player.cases[0].endswith("emergency")


def test_not_safe_on_an_old_card_begins_a_hold_again() -> None:
    player = standing_at("woop", 1, "plan")
    player.presses("safe", "last week")
    assert player.said == ["press.closed [help_now]"]
    player.presses("not_safe", "last week")
    assert player.said[0].startswith("safety.crisis.emergency")
    assert player.conversation.standing == "safety_hold"


def test_stop_stops_and_starting_again_is_back_in_the_hold() -> None:
    player = standing_at("woop", 1, "plan")
    in_a_hold(player)
    player.types("stop")
    assert player.conversation.standing == "stopped"
    player.types("resume")
    assert player.conversation.standing == "safety_hold"
    player.types("stop")
    player.presses("safe", "the card")
    assert player.conversation.standing == "safety_hold"
    assert player.conversation.watch.hold == "safe"


def test_a_card_is_shown_before_its_question_is_closed_in_place() -> None:
    player = Player()
    says(player, "make it stop", signal("crisis", ask=True))
    player.takes(Inbound(HERE, ("k",), Kind.PRESS, NOON, press=Press(player.asked.outbound, "ask_yes"), platform_id="p1"))
    kinds = [type(effect) for effect in player.effects if isinstance(effect, Say | Settle)]
    assert kinds == [Say, Settle]
    assert all(effect.lane is Lane.SAFETY for effect in player.effects if isinstance(effect, Say | Settle))


def test_a_conversation_joined_in_a_hold_loses_no_exercise() -> None:
    player = Player()
    in_a_hold(player)
    stored = encode_walk(standing_at("smart", 1, "relevant").walk).decode()
    player.takes(Inbound(HERE, ("k",), Kind.ARRIVED, NOON, what="joined", fields={"walk": Words(stored)}))
    assert player.said[0].startswith("safety.hold")
    assert player.walk.flow == "smart"


# -- what is said later ---------------------------------------------------------------------------------------------------------


def later(player: Player) -> dict[str, timedelta]:
    return {effect.say.wording: effect.after for effect in player.effects if isinstance(effect, SayLater)}


def test_without_an_answer_the_lines_come_after_ten_minutes() -> None:
    player = Player()
    says(player, "make it stop", signal("crisis", ask=True))
    assert later(player) == {"safety.no_answer": timedelta(minutes=10)}


@pytest.mark.parametrize("done", ["yes", "no", "hi", "7", "stop", "help now", "[ask_skip]", "(voice)"])
def test_whatever_they_do_takes_that_back(done: str) -> None:
    player = Player()
    says(player, "make it stop", signal("crisis", ask=True))
    (name,) = player.later
    if done.startswith("["):
        player.presses(done.strip("[]"))
    elif done.startswith("("):
        player.does(done.strip("()"))
    else:
        player.types(done)
    assert TakeBack(name) in player.effects
    assert not player.later


def test_coming_back_to_the_chat_is_no_answer() -> None:
    player = Player()
    says(player, "make it stop", signal("crisis", ask=True))
    player.does("arrived")
    assert player.said == ["safety.ask.crisis.unquoted [ask_yes ask_no ask_unsure ask_skip help_now]"]
    assert list(player.later.values()) == ["safety.no_answer"]


def test_one_kind_line_a_day_later_only_where_it_was_agreed() -> None:
    player = Player()
    in_a_hold(player)
    assert later(player) == {}
    agreed = Player(programme=replace(REAL, follow_up=True))
    in_a_hold(agreed)
    assert later(agreed) == {"safety.follow_up": timedelta(hours=24)}
    in_a_hold(agreed)
    assert later(agreed) == {}
    agreed.types("stop")
    assert not agreed.later


def test_nothing_is_sent_to_somebody_for_whom_it_is_not_safe() -> None:
    player = Player(programme=replace(REAL, follow_up=True))
    says(player, "he hits me", signal("safeguarding", kind="domestic"))
    player.presses("contact_not")
    assert not player.later
    assert Note("hold.answered", {"answer": "contact_not"}) in player.effects
    assert player.conversation.watch.quiet_until is not None
    assert player.conversation.watch.quiet_until > NOON + timedelta(days=300)


def test_every_message_that_speaks_of_danger_is_told_to_the_case() -> None:
    player = Player()
    for _ in range(3):
        in_a_hold(player)
        assert sum(isinstance(effect, OpenCase) for effect in player.effects) == 1
