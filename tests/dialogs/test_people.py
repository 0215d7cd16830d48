"""A person is asked for from everywhere, nothing is shared before a yes, and while somebody is there the bot is silent."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogs import returning, sharing, with_coach
from coaching.concern import Watch
from coaching.effects import Approve, EndCase, Note, PassOn, Rate, Say
from coaching.message import Lane
from handoff import approvals, standing
from handoff.brief import STRIKABLE, Approval, Wants
from tests.dialogs.positions import PLACES, standing_at
from tests.dialogs.states import OVER, STATES, in_state, says, signal
from tests.play import REAL, WEEK, Player

PEOPLE = replace(REAL, staffed=True, cover=WEEK)
FREELY = "is there somebody on the team I could talk this through with"
IDS = [f"{name}.{step}" for name, _, step in PLACES]


def by_word(player: Player) -> list[str]:
    return player.types("human")


def by_button(player: Player) -> list[str]:
    return player.presses("human")


def freely(player: Player) -> list[str]:
    return says(player, FREELY, signal("wants_human", "soon"))


WAYS: tuple[Callable[[Player], list[str]], ...] = (by_word, by_button, freely)


@pytest.fixture(params=PLACES, ids=IDS)
def player(request: pytest.FixtureRequest) -> Player:
    found = standing_at(*request.param)
    found.programme = PEOPLE
    return found


# -- asking -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("U7", side="the dialogue, where there are people")
@pytest.mark.parametrize("way", WAYS)
def test_from_every_step_a_person_is_asked_for_and_the_step_is_asked_again(player: Player, way: Callable[[Player], list[str]]) -> None:
    before, asked = player.walk, player.asked
    way(player)
    assert "wants_human soon" in player.cases
    assert (player.conversation.standing, player.asked.wording) == (standing.WAITING, sharing.SHARE)
    player.presses("share_it")
    player.presses("skip")
    assert (player.walk.step, player.walk.answers) == (before.step, before.answers)
    assert (player.asked.wording, [each.id for each in player.asked.choices]) == (asked.wording, [each.id for each in asked.choices])


@pytest.mark.shows("U7", side="the dialogue, where there are people")
@pytest.mark.parametrize("over", OVER, ids=lambda over: over.__name__)
@pytest.mark.parametrize(("name", "start"), STATES, ids=[name for name, _ in STATES])
def test_from_every_state_a_person_is_asked_for(name: str, start, over) -> None:
    player = in_state(start, over)
    player.programme = PEOPLE
    way = WAYS[(len(name) + OVER.index(over)) % len(WAYS)]
    held = player.conversation.watch.hold
    said = way(player)
    if held:  # somebody is asked for already, by the protocol
        assert said, name
        assert all(effect.lane is Lane.SAFETY for effect in player.done(Say))
        return
    assert "wants_human soon" in player.cases, name
    assert player.conversation.standing == standing.WAITING


@pytest.mark.shows("U7", part="where there is nobody to ask; arms come with the trial")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "start"), STATES, ids=[name for name, _ in STATES])
def test_where_nobody_is_there_that_is_said(name: str, start, way) -> None:
    player = start()
    said = way(player)
    assert any(each.startswith("human.not_yet") for each in said), name
    assert (player.cases, player.conversation.standing) == ([], standing.WITH_BOT)


@pytest.mark.parametrize("word", ["never mind", "I don't need a person any more", "cancel the coach", "no need for a person now"])
def test_whoever_needs_nobody_any_more_says_so(player: Player, word: str) -> None:
    before = player.asked.wording
    player.types("human")
    player.types(word)
    assert player.done(EndCase) == [EndCase("wants_human", "cancelled")]
    assert (player.conversation.standing, player.conversation.sharing, player.asked.wording) == (standing.WITH_BOT, None, before)


def test_nothing_is_called_off_where_nobody_is_waited_for(player: Player) -> None:
    player.types("I don't need a coach")
    assert not player.done(EndCase)


# -- what they may read -----------------------------------------------------------------------------------------------------------


def approved(player: Player) -> Approval:
    return approvals.decode(player.done(Approve)[-1].approval.text.encode())


def waiting(words: str = FREELY) -> Player:
    player = standing_at("woop", 1, "outcome")
    player.programme = PEOPLE
    says(player, words, signal("wants_human", "soon"))
    return player


def test_a_yes_covers_what_was_shown_and_nothing_else() -> None:
    player = waiting()
    player.presses("share_it")
    assert (approved(player).quote.text, approved(player).left_out) == (FREELY, frozenset(STRIKABLE) - {"quote"})
    player.presses("wants_challenge")
    assert (approved(player).wants, approved(player).left_out) == (Wants.CHALLENGE, frozenset(STRIKABLE) - {"quote", "wants"})


def test_a_no_shares_nothing_and_takes_an_earlier_yes_back() -> None:
    player = waiting()
    player.presses("share_it")
    player.types("human")
    player.presses("share_nothing")
    assert (approved(player).quote.text, approved(player).left_out) == ("", frozenset(STRIKABLE))


@pytest.mark.parametrize(
    "answer", ["my matron shouts at me on every round", "hmm", "later", "privacy", "menu", "woop", "help now", "7", "change"]
)
def test_nothing_is_shared_without_a_yes(answer: str) -> None:
    player = waiting()
    player.types(answer)
    assert not player.done(Approve)


def test_at_most_one_question_is_asked_at_a_time() -> None:
    player = waiting()
    for press in ["leave_out", "add_words", "back", "share_it", "wants_listen"]:
        player.presses(press)
        assert sum(effect.opens for effect in player.done(Say)) == 1


def test_what_was_not_decided_is_not_kept() -> None:
    player = waiting()
    player.types("smart")
    player.types("hello")
    assert player.conversation.sharing is None


def test_danger_in_what_is_to_be_read_is_danger() -> None:
    player = waiting()
    player.presses("change_words")
    says(player, "I want to end it all", signal("crisis"))
    assert player.cases == ["crisis urgent"]
    assert player.conversation.standing == standing.SAFETY_HOLD


# -- while a person is there ------------------------------------------------------------------------------------------------------

DOES = [
    "hello there",
    "human",
    "woop",
    "stuck",
    "7",
    "privacy",
    "help",
    "later",
    "skip",
    "back",
    "never mind",
    "link K7P2QX",
    "resume",
    "yes",
]
PRESSES = ["carry_on", "menu", "goals", "human", "privacy", "complain", "contract_no", "pictured", "share_it", "earlier_no"]
SENDS = ["photo", "voice", "file"]


def own_words(player: Player) -> list[Say]:
    """What the bot said of its own, safety texts apart, and that a complaint was passed on."""
    return [say for say in player.done(Say) if say.lane is not Lane.SAFETY and not say.wording.startswith("complain.with_person")]


@pytest.mark.shows("U1", side="the dialogue says nothing")
@pytest.mark.parametrize("over", OVER, ids=lambda over: over.__name__)
@pytest.mark.parametrize(("name", "start"), STATES, ids=[name for name, _ in STATES])
def test_all_is_passed_on_and_nothing_is_said(name: str, start, over) -> None:
    player = in_state(start, over)
    player.programme = PEOPLE
    if (player.conversation.standing, "claim") not in standing.MOVES:
        assert player.conversation.standing == standing.STOPPED
        return
    player.moves("claim")
    before = player.conversation
    for turn in range(6):
        what = [*DOES, *PRESSES][(len(name) + OVER.index(over) * 6 + turn) % len([*DOES, *PRESSES])]
        (player.presses if what in PRESSES else player.types)(what)
        assert (own_words(player), len(player.done(PassOn))) == ([], 1), (name, what)
    for what in SENDS:
        assert (player.does(what), len(player.done(PassOn))) == ([], 1)
    after = player.conversation
    assert (after.walk, after.parked, after.contract, after.standing) == (before.walk, before.parked, before.contract, standing.WITH_COACH)


@pytest.mark.parametrize("old", ["ask_no", "contact_not", "contact_ok", "safe", "all_safe", "not_meant"])
def test_an_old_button_of_a_safety_text_gets_a_line_and_is_no_word_to_the_person(old: str) -> None:
    player = standing_at("woop", 1, "outcome")
    player.programme = PEOPLE
    player.moves("claim")
    before = player.conversation
    assert player.presses(old, "long ago") == ["press.closed.person [help_now back_to_bot]"]
    assert (player.done(PassOn), player.cases, player.conversation.walk, player.asked) == ([], [], before.walk, before.asked)
    assert (player.types("are you there?"), len(player.done(PassOn))) == ([], 1)
    player.presses(with_coach.BACK)
    assert before.asked is not None
    assert (player.conversation.standing, player.asked.wording) == (standing.WITH_BOT, before.asked.wording)


def test_a_no_to_the_question_that_is_open_is_for_the_bot_that_asked_it() -> None:
    player = standing_at("woop", 1, "outcome")
    player.programme = PEOPLE
    says(player, "I see no way out", replace(signal("crisis"), ask=True))
    player.moves("claim")
    assert player.presses("ask_no") == ["safety.ask.no [help_now]"]
    assert player.done(PassOn) == []


def test_with_the_bot_an_old_no_leaves_the_step_as_it_is() -> None:
    player = standing_at("woop", 1, "outcome")
    asked = player.asked
    assert player.presses("ask_no", "long ago") == ["press.closed [help_now]"]
    assert player.asked == asked


MOVES = ("claim", "hand_back", "hand_back_to_wait")
SPOKEN = [None, None, signal("crisis"), signal("burnout"), signal("wants_human", "soon"), signal("patient_safety")]
ALSO = ["stop", "help now", "start again", "back to the bot"]


@pytest.mark.shows("U1", side="the dialogue says nothing")
@pytest.mark.parametrize("seed", range(50))
def test_in_any_order_the_bot_is_silent_while_a_person_is_there(seed: int) -> None:
    player, dice = standing_at(*PLACES[seed % len(PLACES)]), random.Random(seed)
    player.programme = PEOPLE
    for _ in range(20):
        possible = [move for move in MOVES if (player.conversation.standing, move) in standing.MOVES]
        if possible and dice.random() < 0.3:
            player.moves(dice.choice(possible))
            continue
        player.signal = dice.choice(SPOKEN) or player.signal
        does = player.types if dice.random() < 0.5 else player.presses
        does(dice.choice([*DOES, *PRESSES, *ALSO]))
        if player.conversation.standing == standing.WITH_COACH:
            assert not own_words(player)


@pytest.mark.parametrize(
    "text", ["back to the bot", "can I go back to the bot please", "back to bot", "talk to the bot instead", "back_to_bot"]
)
def test_back_to_the_bot_is_heard_in_words_and_from_the_button(player: Player, text: str) -> None:
    before, asked = player.walk, player.asked.wording
    player.moves("claim")
    (player.presses if text == with_coach.BACK else player.types)(text)
    assert (player.conversation.standing, player.walk, player.asked.wording) == (standing.WITH_BOT, before, asked)
    assert player.done(PassOn)
    assert Note("handed_back", {"by": "participant"}) in player.effects


def test_an_answer_about_earlier_talk_is_written_down(player: Player) -> None:
    player.moves("claim")
    assert player.presses("earlier_yes") == []
    assert Note("earlier.answered", {"answer": "yes"}) in player.effects


@pytest.mark.parametrize("text", ["the bot is useless", "I spoke to a robot", "to the bottom of it", "back to work tomorrow"])
def test_other_words_are_for_the_person(text: str) -> None:
    player = standing_at("woop", 1, "outcome")
    player.programme = PEOPLE
    player.moves("claim")
    assert (player.types(text), player.conversation.standing) == ([], standing.WITH_COACH)


# -- back with the bot ------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("U6", side="the dialogue's side")
@pytest.mark.parametrize("answer", ["yes", "carry on", "ok", "go on"])
def test_the_paused_step_is_asked_again_with_its_answers(player: Player, answer: str) -> None:
    before, asked = player.walk, player.asked
    player.moves("claim")
    player.types("thank you for coming")
    player.moves("hand_back")
    player.hears("handed_back", coach="Sam", rate="yes")
    assert player.asked.wording == returning.TALKED
    player.types(answer)
    player.types("4")
    assert player.done(Rate) == [Rate(4)]
    assert (player.walk.step, player.walk.answers) == (before.step, before.answers)
    assert (player.asked.wording, [each.id for each in player.asked.choices]) == (asked.wording, [each.id for each in asked.choices])


def rating() -> Player:
    """Asked how it was."""
    player = standing_at("woop", 1, "outcome")
    player.hears("handed_back", rate="yes")
    player.presses("carry_on")
    assert player.asked.wording == returning.RATE
    return player


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("quite good", 4),
        ("really helped", 5),
        ("four", 4),
        ("👍", 4),
        ("👎", 1),
        ("⭐⭐⭐", 3),
        ("four stars", 4),
        ("very good, thanks", 5),
        ("not very helpful", 2),
        ("it was awful", 1),
        ("so-so", 3),
        ("she was lovely", 5),
    ],
)
def test_how_it_was_is_read_in_words_where_they_are_plain(said: str, score: int) -> None:
    player = rating()
    player.types(said)
    assert (player.done(Rate), player.asked.wording) == ([Rate(score)], "woop.outcome")
    assert "outcome" not in player.walk.answers


@pytest.mark.parametrize("said", ["0", "6", "9", "fine", "ok", "yes", "not a 5", "good, but too short", "we talked about my breaks"])
def test_what_is_not_plain_is_asked_once_more_and_not_again(said: str) -> None:
    player = rating()
    assert player.types(said) == ["people.rate.once_more [1..5 skip]"]
    assert player.types("why") == ["people.rate.once_more.why", "people.rate.once_more [1..5 skip]"]
    player.types(said)
    assert (player.done(Rate), player.asked.wording) == ([], "woop.outcome")
    assert "outcome" not in player.walk.answers


@pytest.mark.parametrize("said", ["no", "later", "thanks", "skip", "no thanks"])
def test_whoever_would_rather_not_say_how_it_was_is_not_asked_again(said: str) -> None:
    player = rating()
    player.types(said)
    assert (player.done(Rate), player.asked.wording) == ([], "woop.outcome")


def test_the_second_time_a_number_or_a_word_is_taken_as_the_first_time() -> None:
    for said, score in (("4", 4), ("really good", 5)):
        player = rating()
        player.types("hm")
        player.types(said)
        assert player.done(Rate) == [Rate(score)]


def test_how_it_was_is_not_asked_after_danger() -> None:
    player = standing_at("woop", 1, "outcome")
    says(player, "I want to end it all", signal("crisis"))
    player.moves("claim")
    player.moves("hand_back")
    player.hears("released", held="yes", rate="yes")
    assert player.asked.wording == returning.GENTLY
    player.presses("carry_on")
    assert player.asked.wording == "woop.outcome"
    assert (player.conversation.watch.hold, player.conversation.watch.about) == ("", "")


@pytest.mark.parametrize("what", ["handed_back", "closed", "released", "nobody"])
@pytest.mark.parametrize("state", [standing.STOPPED, standing.WITH_COACH])
def test_nothing_is_said_to_whoever_has_stopped_or_is_with_somebody(what: str, state: str) -> None:
    player = standing_at("woop", 1, "outcome")
    player.moves({standing.STOPPED: "stop", standing.WITH_COACH: "claim"}[state])
    assert (player.hears(what, held="yes", rate="yes"), player.conversation.standing) == ([], state)


def test_a_hold_stays_on_where_another_case_of_danger_was_closed() -> None:
    player = standing_at("woop", 1, "outcome")
    says(player, "I want to end it all", signal("crisis"))
    player.moves("release")
    assert player.hears("released", concern="safeguarding") == []
    assert (player.conversation.standing, player.conversation.watch.hold) == (standing.SAFETY_HOLD, "on")
    player.moves("release")
    assert player.hears("released", concern="crisis") == ["people.released [carry_on later help_now]"]


def test_a_hold_that_came_while_a_person_was_there_is_on_when_they_have_gone() -> None:
    player = standing_at("woop", 1, "outcome")
    player.moves("claim")
    says(player, "I want to end it all", signal("crisis"))
    player.moves("hand_back")
    player.hears("handed_back", rate="yes")
    assert player.conversation.standing == standing.SAFETY_HOLD
    assert player.conversation.watch.hold


# -- once a week ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "again"), [(1, False), (24 * 6, False), (24 * 7, True), (24 * 20, True)])
def test_nobody_watches_is_said_in_the_first_message_of_a_week(hours: int, again: bool) -> None:
    player = Player(programme=PEOPLE)  # a Monday, at noon
    assert "week.nobody_live" in " ".join(player.types("hi"))
    player.now += timedelta(hours=hours)
    assert ("week.nobody_live" in " ".join(player.types("hi"))) is again


def test_it_is_not_said_where_nobody_could_watch_nor_in_a_hold() -> None:
    assert "week" not in " ".join(Player().types("hi"))
    player = Player(programme=PEOPLE)
    said = says(player, "I want to end it all", signal("crisis"))
    assert "week" not in " ".join(said)
    assert player.conversation.watch != Watch()


def test_the_buttons_that_a_desk_offers_are_labelled() -> None:
    labels = [Player().library.label("en-GB", each) for each in (with_coach.BACK, *with_coach.EARLIER, *sharing.CHOICES)]
    assert all(labels)
