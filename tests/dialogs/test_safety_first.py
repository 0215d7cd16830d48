"""Help is one word or one press away in every state, and what may mean danger is answered first in all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.dialogs import holding
from coaching.concern import Watch
from coaching.effects import MarkLine, Move, Note, OpenCase, Say
from coaching.message import Inbound, Kind, Lane
from coaching.participant import Participant
from coaching.words import Words
from tests.dialogs.positions import standing_at
from tests.dialogs.states import OVER, STATES, as_it_is, in_a_hold, in_state, says, signal, stopped
from tests.play import HERE, NOON, REAL, Player

WAYS = ["help now", "SOS", "/help", "🆘", "HELP NOW!!"]
IDS = [name for name, _ in STATES]
Start = Callable[[], Player]
Over = Callable[[Player], None]


@pytest.fixture(params=[start for _, start in STATES], ids=IDS)
def start(request: pytest.FixtureRequest) -> Start:
    made: Start = request.param
    return made


@pytest.fixture(params=OVER, ids=[over.__name__ for over in OVER])
def over(request: pytest.FixtureRequest) -> Over:
    laid: Over = request.param
    return laid


def shows_the_lines(player: Player) -> bool:
    shown = "\n".join(player.texts)
    return "999" in shown and "116 123" in shown


# -- help now -------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("F2", side="every state that exists")
@pytest.mark.shows("H02", part="the button and the words")
def test_help_now_in_every_state_by_every_way(start: Start, over: Over) -> None:
    for way in [*WAYS, "(press)"]:
        player = in_state(start, over)
        before = player.walk
        player.presses("help_now", "") if way == "(press)" else player.types(way)
        assert shows_the_lines(player), (way, player.said)
        assert player.walk == before
        assert not player.cases
        assert all(effect.lane is Lane.SAFETY for effect in player.effects if isinstance(effect, Say)) or way == "/help"


def test_help_now_is_noted() -> None:
    player = Player()
    player.types("help now")
    assert Note("help_now", {"in": "with_bot"}) in player.effects
    in_a_hold(player)
    player.types("help now")
    assert Note("help_now", {"in": "safety_hold"}) in player.effects


# -- danger ---------------------------------------------------------------------------------------------------------------------

DANGER = [
    ("crisis", "urgent", ""),
    ("crisis", "emergency", ""),
    *[("safeguarding", "urgent", kind) for kind in ("", "self_danger_other", "domestic", "child_or_adult", "threat")],
]


@pytest.mark.shows("U29", "F2", part="every state that exists; arms come with the trial")
@pytest.mark.shows("H16")
@pytest.mark.parametrize("danger", DANGER, ids=[".".join(filter(None, each)) for each in DANGER])
def test_danger_is_answered_in_the_same_turn_in_every_state(start: Start, danger: tuple[str, str, str]) -> None:
    for over in OVER:
        player = in_state(start, over)
        before, already = player.walk, player.conversation.watch.hold == "on"
        says(player, "whatever it was", signal(*danger))
        (card,) = player.said
        assert card.startswith("safety."), over.__name__
        assert "call 999" in player.texts[0]
        assert [case.split()[0] for case in player.cases] == [".".join(filter(None, (danger[0], danger[2])))]
        assert player.conversation.standing == "safety_hold"
        assert player.walk == before
        assert already or card.split()[0].startswith((f"safety.{danger[0]}", "safety.hold"))


@pytest.mark.shows("U29", part="the turn; what happens on receipt is shown elsewhere")
def test_what_raised_an_alarm_on_arrival_is_held_and_said_once(start: Start, over: Over) -> None:
    player = in_state(start, over)
    player.signal, player.arrives = signal("crisis"), {"alarm": "CASE7"}
    assert player.types("I want to die") == []
    assert player.conversation.standing == "safety_hold"
    assert player.conversation.watch.case == "CASE7"
    assert not player.cases
    player.types("1")
    assert player.said == ["safety.safe [carry_on not_safe help_now]"]


def test_an_alarm_holds_even_where_the_turn_reads_it_otherwise(start: Start) -> None:
    player = start()
    player.arrives = {"alarm": "CASE7"}
    assert player.types("(masked)") == []
    assert player.conversation.standing == "safety_hold"


@pytest.mark.shows("U29", "F2", part="every state that exists; arms come with the trial")
def test_the_straight_question_is_asked_in_every_state(start: Start) -> None:
    for over in OVER:
        player = in_state(start, over)
        if player.conversation.watch.hold or player.conversation.watch.asked_at:
            continue
        before = player.walk
        asked = says(player, "I just want it to stop", signal("crisis", ask=True, evidence="want it to stop"))
        assert asked == ["safety.ask.crisis [ask_yes ask_no ask_unsure ask_skip help_now]"], over.__name__
        assert player.cases == ["crisis urgent review"]
        assert player.walk == before
        assert player.conversation.standing != "safety_hold"
        player.presses("ask_yes")
        assert player.conversation.standing == "safety_hold"
        assert player.cases == ["crisis urgent"]


def test_what_else_was_reported_does_not_wait_for_the_answer(start: Start) -> None:
    player = start()
    player.beside = signal("patient_safety")
    says(player, "gave the wrong dose, and I just want it to stop", signal("crisis", ask=True, evidence="want it to stop"))
    assert player.cases == ["patient_safety urgent", "crisis urgent review"]
    player.presses("ask_no")
    assert player.cases == []


def test_an_old_yes_is_a_yes(start: Start, over: Over) -> None:
    player = in_state(start, over)
    player.presses("ask_yes", "a question of last week")
    assert player.conversation.standing in ("safety_hold", "stopped")
    assert player.said[0].startswith("safety.")


# -- edits, forms, captions ------------------------------------------------------------------------------------------------------


def edited(player: Player, words: str) -> list[str]:
    return player.takes(Inbound(HERE, ("k2",), Kind.EDITED, NOON, words=Words(words), about="k1"))


def test_risk_that_an_edit_adds_is_acted_on(start: Start, over: Over) -> None:
    player = in_state(start, over)
    player.signal = signal("crisis")
    assert edited(player, "I want to die")[0].startswith("safety.")
    assert player.conversation.standing == "safety_hold"
    assert MarkLine("k1", "I want to die") in player.effects


def test_an_edit_that_is_unclear_is_asked_about() -> None:
    player = standing_at("woop", 1, "obstacle")
    player.signal = signal("crisis", ask=True)
    assert edited(player, "make it stop") == ["safety.ask.crisis.unquoted [ask_yes ask_no ask_unsure ask_skip help_now]"]


def test_any_other_edit_stays_silent_in_a_hold() -> None:
    player = standing_at("woop", 1, "obstacle")
    in_a_hold(player)
    assert edited(player, "I want to dye my hair") == []
    assert player.conversation.standing == "safety_hold"
    assert edited(player, "help now")[0].startswith("help_now.")


def test_a_form_and_a_caption_are_heard() -> None:
    player = Player()
    player.signal = signal("crisis")
    player.fills("woop", wish="leave on time", obstacle="I want to die")
    assert player.conversation.standing == "safety_hold"
    other = Player()
    other.signal = signal("crisis")
    other.does("photo", words=Words("I want to die"))
    assert other.conversation.standing == "safety_hold"


def test_what_left_or_was_deleted_says_nothing_and_changes_no_hold() -> None:
    player = Player()
    in_a_hold(player)
    for kind in ("deleted", "left", "came_back"):
        assert player.does(kind) == []
    assert player.conversation.standing == "safety_hold"


# -- the same for everybody -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("country", ["GB", "IE", "US", "AU", "NZ", "CA", "", "ZZ"])
def test_the_numbers_are_those_of_the_country(country: str) -> None:
    player = Player(participant=Participant("P1", "Wren", country=country))
    emergency = player.library.country(country).emergency
    for over in (in_a_hold, stopped):
        over(player)
        says(player, "I want to die", signal("crisis", "emergency"))
        assert emergency in player.texts[0]
    other = Player(participant=Participant("P1", "Wren", country=country))
    other.types("nie mogę tak dłużej")
    assert other.said == ["safety.language [help_now]"]
    assert emergency in other.texts[0]


def test_checked_numbers_are_not_called_unchecked() -> None:
    player = Player(programme=REAL)
    in_a_hold(player)
    assert "not been checked" not in player.texts[0]
    player.types("help now")
    assert player.said[0].startswith("help_now.verified")
    grown_old = Player(programme=replace(REAL, verified_on={"GB": NOON.date().replace(year=2025)}))
    in_a_hold(grown_old)
    assert "not been checked" in grown_old.texts[0]


def test_ten_messages_are_remembered_without_their_words() -> None:
    player = Player()
    for number in range(15):
        says(player, f"message {number}", signal("burnout", "soon") if number in (3, 7) else signal("none", "none"))
    assert player.conversation.watch.recent == (("burnout", 1.0), *[("none", 1.0)] * 7)
    assert "message" not in str(player.conversation.watch)
    before = player.conversation.watch
    player.presses("help_now", "")
    assert player.conversation.watch == before
    for _ in range(8):
        player.types("hi")
    assert player.conversation.watch.recent == ()


def test_a_calm_talk_has_no_trace_of_any_of_this() -> None:
    player = in_state(lambda: standing_at("woop", 1, "wish"), as_it_is)
    player.types("leave on time twice a week")
    assert not [effect for effect in player.effects if isinstance(effect, Note | Move | OpenCase)]
    assert player.conversation.watch == Watch()
    assert not holding.BUTTONS & {choice.id for choice in player.asked.choices}
