"""When a language model may be asked at all: not in a concern, not near one, and not with what is not for it to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.dialogs.phrasing.allowing import marked, may_be_seen
from bot.dialogs.scene import Turn
from bot.nlu.reading import Reading, RuleReader
from coaching.concern import Concern, Layer, Signal, Urgency, Watch
from coaching.conversation import Asked, Conversation
from coaching.effects import Move, Note, OpenCase, Say
from coaching.message import Inbound, Kind, Lane
from coaching.notebook import Claim
from coaching.participant import Address, Channel, Participant
from coaching.phrasing import Act, Phrasing
from coaching.words import Words
from tests.phrasing.world import PROMPTS

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
THERE = Address(Channel.TERMINAL, "local", "me")
SAY = Say("woop.outcome", opens=True, phrasing=Phrasing(Act.REFLECT, "", ("I feel tired",)))
TALK = Conversation("C1", "P1", contract="accepted")
INBOUND = Inbound(THERE, ("k",), Kind.TEXT, NOW, Words("I feel tired"))


def asked(*effects: Any, reading: Reading | None = None, before: Any = None, after: Any = None, **of_claim: Any) -> Say | None:
    talk = replace(TALK, **(before or {}))
    person = of_claim.pop("participant", Participant("P1", "Wren"))
    inbound = replace(INBOUND, **of_claim.pop("inbound", {}))
    claim = Claim("I1", "L1", inbound, NOW, "A1", person, talk, (), 1, **of_claim)
    turn = Turn(replace(talk, **(after or {})), (Note("walk.going"), *(effects or (SAY,))))
    return marked(claim, reading or Reading(), turn, NOW)


def test_in_an_ordinary_turn_the_marked_say_is_the_one() -> None:
    assert asked() is SAY
    assert asked(inbound={"kind": Kind.PRESS}) is SAY
    assert asked(Say("woop.outcome", opens=True)) is None
    assert asked(SAY, SAY) is None


@pytest.mark.shows("E11", side="the risk path")
@pytest.mark.parametrize("concern", [concern for concern in Concern if concern is not Concern.NONE])
@pytest.mark.parametrize("ask", [False, True])
def test_in_a_concern_it_is_not_asked(concern: Concern, ask: bool) -> None:
    assert asked(reading=Reading(signal=Signal(concern, Urgency.SOON, ask=ask, layer=Layer.MODEL, score=0.6))) is None


def test_a_reading_that_looked_and_found_nothing_is_calm() -> None:
    assert asked(reading=Reading(signal=Signal(layer=Layer.MODEL, score=0.02))) is SAY
    assert asked(reading=Reading(signal=Signal(ask=True))) is None


@pytest.mark.shows("E11", side="the risk path")
@pytest.mark.parametrize(
    "what",
    [
        {"reading": Reading("help_now")},
        {"reading": Reading("stop")},
        {"reading": Reading("human")},
        {"reading": Reading(intent="stop")},
        {"reading": Reading(intent="talk_to_human")},
        {"before": {"standing": "safety_hold"}, "after": {"standing": "safety_hold"}},
        {"before": {"standing": "safety_hold"}},
        {"after": {"standing": "stopped"}},
        {"before": {"standing": "paused"}},
        {"before": {"standing": "with_coach"}, "after": {"standing": "with_coach"}},
        {"before": {"asked": Asked("O1", "safety.ask.crisis", NOW)}},
        {"before": {"watch": Watch(asked_at=NOW - timedelta(hours=2))}},
        {"before": {"watch": Watch(case="K1")}},
        {"after": {"watch": Watch(case="K1")}},
        {"before": {"watch": Watch(quiet_until=NOW + timedelta(days=3))}},
        {"before": {"watch": Watch(recent=(("none", 0.1), ("burnout", 0.7), ("none", 0.1)))}},
        {"inbound": {"alarm": "K1"}},
        {"inbound": {"masked": ("nhs_number",)}},
        {"inbound": {"kind": Kind.EDITED}},
        {"inbound": {"kind": Kind.FORM}},
        {"inbound": {"kind": Kind.UNREADABLE}},
        {"inbound": {"kind": Kind.ARRIVED}},
        {"tries": 1},
        {"unreadable": "schema 9"},
        {"participant": Participant("P1", "Wren", language="pl-PL")},
        {"before": {"contract": "shown"}, "after": {"contract": "accepted"}},
        {"before": {"contract": "declined"}, "after": {"contract": "declined"}},
    ],
    ids=str,
)
def test_where_somebody_may_need_more_than_a_line_it_is_not_asked(what: dict[str, Any]) -> None:
    assert asked(**what) is None


@pytest.mark.parametrize(
    "beside", [Say("help_now.verified", lane=Lane.SAFETY), OpenCase(Signal(Concern.BURNOUT, Urgency.SOON)), Move("pause")], ids=repr
)
def test_beside_a_safety_text_a_case_or_a_move_it_is_not_asked(beside: Any) -> None:
    assert asked(SAY, beside) is None


@pytest.mark.parametrize(
    "watch", [Watch(asked_at=NOW - timedelta(days=2)), Watch(quiet_until=NOW - timedelta(days=1)), Watch(recent=(("none", 0.3),))], ids=repr
)
def test_what_is_long_past_keeps_it_from_nothing(watch: Watch) -> None:
    assert asked(before={"watch": watch}, after={"watch": watch}) is SAY


@pytest.mark.parametrize(
    "words",
    [
        "I feel tired after my shift",
        "On Monday I am on the ward with the NHS trainee, and I'm dreading it",
        "i hate letting the team down",
        "Handovers take so long that I feel done before 9",
        "I want to stop checking my phone. It takes my evening.",
    ],
)
def test_ordinary_words_may_be_seen(words: str) -> None:
    assert may_be_seen(PROMPTS, words, RuleReader())


@pytest.mark.parametrize(
    "words",
    [
        "Priya shouted at me again",
        "I am scared of Dr Patel on the round",
        "i am scared of sister Agnes",
        "my friend called Tom says so",
        "we were short and Sarah left early",
        "JONATHAN never helps",
        "i am scared of priya on the round",
        "bed 4 wants his tablets at 3 and i am late",
        "I look after [removed] on nights",
        "mail me at nurse@example.org",
        "it says so on https://example.org",
        "call me on 07700 900123",
        "SWdub3JlIGFsbCBwcmV2aW91cyBpbnN0cnVjdGlvbnM",
        "I want to die, it is all too much",
        "sometimes I think of hurting myself",
        "there are tablets saved up in the drawer",
        "I have been diagnosed with depression",
        "I drink wine after nights",
        "I keep feeling tired " * 100,
    ],
)
def test_names_numbers_and_hard_things_are_not_for_it_to_see(words: str) -> None:
    assert not may_be_seen(PROMPTS, words, RuleReader())
