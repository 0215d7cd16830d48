"""What a model is asked about, and what it is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.dialogs import hearing
from bot.dialogs.utterances import understood, utterances
from bot.nlu.reading import Question, Reading, RuleReader
from bot.nlu.utterance import Utterance
from coaching.concern import Watch
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from coaching.words import Words
from tests.play import HERE, NOON

UNWATCHED = Watch()
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
OUTCOME = Question("woop", "outcome", asked="What would be the best thing about it?", earlier={"wish": "take my break", "feasibility": "7"})


def inbound(text: str = "", kind: Kind = Kind.TEXT, **more: object) -> Inbound:
    return Inbound(Address(Channel.WEB, "", "a"), ("key",), kind, NOW, Words(text), **more)  # type: ignore[arg-type]


def asked(message: Inbound, question: Question | None = None, watch: Watch = UNWATCHED) -> tuple[Utterance, ...]:
    return utterances(message, RuleReader().read(message.words.text, question), question, watch)


@pytest.mark.parametrize("text", ["7", " 10 ", "help", "help now", "stop", "skip", "yes", "back", "", "  "])
def test_rules_alone_read_a_number_a_global_word_and_nothing(text: str):
    assert asked(inbound(text)) == ()


def test_rules_alone_read_a_button_and_what_is_no_words():
    assert asked(inbound(kind=Kind.PRESS, press=Press("q", "skip"))) == ()
    assert [asked(inbound("x", kind)) for kind in (Kind.UNREADABLE, Kind.DELETED, Kind.ARRIVED, Kind.LEFT, Kind.CAME_BACK)] == [()] * 5


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.EDITED])
def test_words_are_read_with_what_they_answer(kind: Kind):
    assert asked(inbound(" I'd get home early ", kind), OUTCOME) == (
        Utterance("I'd get home early", asked="What would be the best thing about it?", step="outcome", wish="take my break"),
    )


@pytest.mark.parametrize(
    ("flow", "step", "of_woop"),
    [("woop", "wish", "wish"), ("woop", "plan", "plan"), ("woop", "inner", "obstacle"), ("woop", "moment", ""), ("smart", "goal", "")],
)
def test_the_step_of_woop_is_named(flow: str, step: str, of_woop: str):
    (utterance,) = asked(inbound("some words"), Question(flow, step, asked="And?"))
    assert utterance.step == of_woop


def test_of_the_last_messages_only_what_spoke_of_crisis_counts():
    watch = Watch(recent=(("none", 0.9), ("crisis", 0.7), ("burnout", 0.8)))
    (utterance,) = asked(inbound("some words"), None, watch)
    assert utterance.recent == (0.0, 0.7, 0.0)


def test_a_long_message_is_cut_to_what_is_read():
    (utterance,) = asked(inbound("word " * 4000))
    assert len(utterance.text) == 2000


def test_every_field_of_a_form_is_read_for_itself():
    form = inbound(kind=Kind.FORM, fields={"wish": Words("take my break"), "outcome": Words(""), "plan": Words("say no")}, form="woop")
    assert [utterance.text for utterance in asked(form)] == ["take my break", "say no"]


def test_without_scores_the_reading_is_that_of_the_rules():
    reading = Reading(intent="snooze", minutes=30)
    message = inbound("in half an hour")
    assert understood(message, reading, asked(message), [None]) == reading


def test_nobodys_words_are_printed():
    assert "break" not in repr(asked(inbound("take my break"), OUTCOME))


@pytest.mark.parametrize(("sure", "word"), [(0.69, ""), (0.7, "stop"), (1.0, "stop")])
def test_nobody_is_stopped_by_a_guess(sure: float, word: str) -> None:
    inbound = Inbound(HERE, ("k",), Kind.TEXT, NOON, Words("i want to stop snapping at people"))
    assert hearing.hear(inbound, Reading(intent="stop", sure=sure), None).word == word
