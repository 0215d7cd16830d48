"""Hard things that are no danger: their words once, no answer lost, and the step is there when they want it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from coaching.effects import Say
from coaching.message import Lane
from coaching.participant import Participant
from coaching.words import Words
from tests.dialogs.positions import PLACES, standing_at
from tests.dialogs.states import OVER, in_a_hold, says, signal
from tests.play import LIBRARY, NOON, REAL, Player

SERIOUS = ["patient_safety", "mistreatment", "trauma", "substance_use", "burnout", "ethical_dilemma"]
LIGHT = ["clinical_question", "wants_human", "bot_frustration"]
STOPS = ["patient_safety", "trauma"]


@pytest.mark.parametrize("concern", SERIOUS)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_words_come_at_every_step_and_no_answer_is_lost(place: tuple[str, int, str], concern: str) -> None:
    player = standing_at(*place)
    before = player.walk
    first = says(player, "this is what happened", signal(concern, "soon"))[0]
    assert first.startswith(LIBRARY.rules[concern].says)
    assert "help_now" in first
    kept: Any = before if not before.answers else player.walk or player.conversation.parked[-1]
    assert (kept.flow, kept.step) == (before.flow, before.step)
    assert {name: kept.answers[name] for name in before.answers} == before.answers
    player.presses("carry_on", "some question")
    assert player.asked.wording.startswith(("woop.", "smart.", "menu."))


@pytest.mark.parametrize("concern", STOPS)
def test_coaching_stops_and_begins_again_only_when_asked(concern: str) -> None:
    player = standing_at("woop", 1, "plan")
    answers = player.walk.answers
    assert says(player, "it was awful", signal(concern, "soon")) == [f"concern.{concern} [go_on human help_now]"]
    assert player.conversation.walk is None
    assert not player.types("shaken tbh")[0].startswith("woop.")
    player.presses("go_on")
    assert player.walk.answers == answers
    assert player.asked.wording == "woop.plan"


@pytest.mark.parametrize("concern", SERIOUS)
def test_words_are_said_once_in_some_hours(concern: str) -> None:
    player = standing_at("woop", 1, "plan")
    says(player, "this is what happened", signal(concern, "soon"))
    again = says(player, "and there is more", signal(concern, "soon"))
    assert not again[0].startswith(LIBRARY.rules[concern].says)
    player.now += timedelta(hours=LIBRARY.rules[concern].again_hours)
    assert says(player, "and again", signal(concern, "soon"))[0].startswith(LIBRARY.rules[concern].says)


@pytest.mark.parametrize("concern", ["mistreatment", "trauma", "substance_use"])
def test_more_of_it_is_heard_and_is_no_answer(concern: str) -> None:
    player = standing_at("woop", 1, "obstacle")
    before = player.walk
    says(player, "this is what happened", signal(concern, "soon"))
    player.presses("go_on") if player.walk is None else player.presses("carry_on")
    assert says(player, "he did it again", signal(concern, "soon"))[0].startswith("concern.again + woop.obstacle")
    assert player.walk == before


@pytest.mark.parametrize("concern", SERIOUS)
def test_they_are_said_to_somebody_who_has_stopped_too(concern: str) -> None:
    player = standing_at("woop", 1, "plan")
    player.types("stop")
    assert says(player, "this is what happened", signal(concern, "soon")) == [f"concern.{concern} [start_again help_now]"]
    assert player.conversation.standing == "stopped"


@pytest.mark.parametrize("concern", LIGHT)
def test_light_ones_are_not(concern: str) -> None:
    player = standing_at("woop", 1, "plan")
    player.types("stop")
    assert says(player, "xyz", signal(concern, "none")) == ["stop.still [start_again help_now]"]


@pytest.mark.parametrize("concern", [*SERIOUS, *LIGHT])
def test_no_hold_follows_and_none_ends(concern: str) -> None:
    for over in OVER:
        player = standing_at("woop", 1, "plan")
        over(player)
        standing = player.conversation.standing
        asked = player.asked.wording.startswith("safety.ask.") if player.asked else False
        says(player, "xyz", signal(concern, "soon"))
        if standing == "safety_hold":
            assert player.said[0].startswith("safety.")
            assert player.conversation.standing == "safety_hold"
        elif asked:
            assert player.said[0].startswith(("safety.unclear", "concern.", "human."))
        else:
            assert player.conversation.standing != "safety_hold"


def test_stop_and_help_now_win_over_them() -> None:
    player = standing_at("woop", 1, "plan")
    assert says(player, "stop", signal("burnout", "soon")) == ["stop.done [start_again help_now]"]
    player.types("start again")
    assert says(player, "help now", signal("burnout", "soon"))[0].startswith("help_now.")


def test_a_person_is_asked_for_besides() -> None:
    player = standing_at("woop", 1, "plan")
    said = says(player, "can I talk to a person", signal("burnout", "soon"))
    assert [each.split()[0] for each in said] == ["concern.burnout", "human.not_yet"]


@pytest.mark.shows("H12", part="who is told is said")
def test_who_is_told_is_said_as_it_is() -> None:
    nobody, somebody = Player(), Player(programme=REAL)
    for player in (nobody, somebody):
        says(player, "the wrong dose", signal("patient_safety"))
    assert "This is a test set-up, so nobody else is told." in nobody.texts[0]
    assert "I have left a note for Sam Okafor that a worry about care came up." in somebody.texts[0]
    untold = Player(programme=REAL)
    says(untold, "running on empty", signal("burnout", "soon"))
    assert "Sam Okafor" not in untold.texts[0]


def test_a_programme_names_its_own_people() -> None:
    player = Player(programme=REAL)
    says(player, "the wrong dose", signal("patient_safety"))
    assert "your Freedom to Speak Up guardian, or whoever takes worries at work (Jo Bell, 4321)" in player.texts[0]


def test_a_country_without_such_lines_is_spoken_to_in_plain_words() -> None:
    player = Player(participant=Participant("P1", "Wren", country="NZ"))
    says(player, "my mum died", signal("trauma", "soon"))
    assert "a helpline near you" in player.texts[0]
    assert "{" not in player.texts[0]


def test_nudges_rest_after_a_loss() -> None:
    player = Player()
    says(player, "my mum died", signal("trauma", "soon"))
    assert player.conversation.watch.quiet_until is not None
    assert player.conversation.watch.quiet_until > NOON + timedelta(days=7)


@pytest.mark.parametrize("concern", SERIOUS)
def test_their_words_go_first_out_of_the_door(concern: str) -> None:
    player = Player()
    says(player, "xyz", signal(concern, "soon"))
    assert next(effect for effect in player.effects if isinstance(effect, Say)).lane is Lane.SAFETY


def test_fed_up_twice_in_a_week_is_a_case() -> None:
    player = Player()
    for days, opened in ((0, []), (3, ["bot_frustration none"]), (20, [])):
        player.now = NOON + timedelta(days=days)
        says(player, "useless", signal("bot_frustration", "none"))
        assert player.cases == opened


# -- what was masked, what cannot be read ------------------------------------------------------------------------------------------


@pytest.mark.shows("U30", side="the line that says why")
def test_what_was_masked_is_said_once_before_the_answer() -> None:
    player = standing_at("woop", 1, "obstacle")
    player.arrives = {"masked": ("nhs_number", "phone")}
    said = player.types("I feel guilty about ▇▇▇")
    assert [each.split()[0] for each in said] == ["guard.masked", "woop.obstacle.heard"]
    assert "guard.masked" not in player.types("when the bleep goes")


def test_in_danger_nobody_is_told_about_masks() -> None:
    player = standing_at("woop", 1, "obstacle")
    player.arrives = {"masked": ("phone",)}
    assert len(says(player, "I want to die", signal("crisis"))) == 1
    player.arrives = {"masked": ("phone",)}
    assert len(player.types("call ▇▇▇")) == 1


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_another_language_is_met_kindly_and_the_question_stays(place: tuple[str, int, str]) -> None:
    player = standing_at(*place)
    before, asked = player.walk, player.asked
    assert player.types("nie mogę tak dłużej") == ["safety.language [help_now]"]
    assert "999" in player.texts[0]
    assert (player.walk, player.asked) == (before, asked)


def test_words_with_a_picture_may_be_in_another_language_too() -> None:
    player = standing_at("woop", 1, "wish")
    assert player.does("photo", words=Words("nie mogę tak dłużej")) == ["safety.language [help_now]"]


def test_a_form_in_another_language_is_kept_and_it_is_said() -> None:
    player = standing_at("woop", 1, "wish")
    said = player.fills("woop", wish="take my break on long days", outcome="byłoby mi lżej i miałabym siłę dla dzieci")
    assert said[0] == "safety.language [help_now]"
    assert len(said) > 1
    assert "lżej" in str(player.walk.answers["outcome"].value)
    assert "safety.language [help_now]" not in player.fills("woop", wish="take my break", outcome="dinner with my husband")


def test_a_number_is_no_other_language() -> None:
    player = standing_at("woop", 1, "feasible")
    assert player.types("7")[0].startswith("woop.")
    in_a_hold(player)
    assert player.types("nie mogę tak dłużej")[0].startswith("safety.hold")


# -- beside something worse --------------------------------------------------------------------------------------------------------


def test_unsafe_care_told_in_a_hold_is_reported_and_the_hold_text_is_said() -> None:
    player = Player()
    in_a_hold(player)
    assert says(player, "and I gave the wrong dose", signal("patient_safety"))[0].startswith("safety.hold")
    assert player.cases == ["patient_safety urgent"]


@pytest.mark.parametrize("told", ["no, but I gave the wrong dose tonight", "the dose was wrong"])
def test_unsafe_care_told_in_answer_to_the_straight_question_is_answered_too(told: str) -> None:
    player = standing_at("woop", 1, "plan")
    says(player, "make it stop", signal("crisis", ask=True))
    said = says(player, told, signal("patient_safety"))
    if player.conversation.standing == "safety_hold":
        assert player.cases == ["crisis urgent"]
        return
    assert [each.split()[0] for each in said][-1] == "concern.patient_safety"
    assert player.cases == ["patient_safety urgent"]
