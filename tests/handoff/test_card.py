"""A card in a place that several people read: never a word of the participant, nor what the case is about."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.concern import Urgency
from handoff.brief import WORDINGS as OF_BRIEFS
from handoff.card import CaseCard, shown
from handoff.speech import waited
from tests.handoff.desks import SPEECH, ago, read
from tests.play import NOON

CARD = CaseCard(12, "Mo", Urgency.URGENT, ago(0.125))


@pytest.mark.shows("U5", side="the card")
def test_there_is_no_field_that_could_hold_words_or_a_concern() -> None:
    assert [each.name for each in fields(CaseCard)] == ["number", "alias", "urgency", "opened_at", "held_by", "ended_at"]
    reasons = [SPEECH.says(name) for name in OF_BRIEFS if name.startswith("case.reason.")]
    assert not [reason for reason in reasons if reason in read(shown(CARD, NOON, SPEECH))]


@pytest.mark.parametrize(
    ("card", "wording", "choices", "told"),
    [
        (CARD, "card.waiting", ("claim", "pass_on", "not_me"), {"12", "Mo", "urgent", "3 h"}),
        (replace(CARD, held_by="Ann"), "card.held", (), {"12", "Mo", "urgent", "Ann"}),
        (replace(CARD, held_by="Ann", ended_at=NOON), "card.ended", (), {"12", "Mo", "3 h"}),
    ],
)
def test_what_it_tells(card: CaseCard, wording: str, choices: tuple[str, ...], told: set[str]) -> None:
    said = shown(card, NOON + timedelta(days=9) if card.ended_at else NOON, SPEECH)
    assert (said.wording, said.choices) == (wording, choices)
    assert not [each for each in told if each not in read(said)]


@settings(max_examples=200)
@given(st.text(max_size=300), st.sampled_from(list(Urgency)), st.integers(-90, 10**7))
def test_a_card_is_one_short_line_whatever_the_alias(alias: str, urgency: Urgency, waiting: int) -> None:
    text = read(shown(CaseCard(1, alias, urgency, NOON - timedelta(seconds=waiting)), NOON, SPEECH))
    assert len(text.splitlines()) == 1
    assert len(text.split()) <= 15


@pytest.mark.parametrize(
    ("minutes", "said"), [(-5, "0 min"), (0, "0 min"), (59, "59 min"), (60, "1 h"), (47 * 60 + 59, "47 h"), (48 * 60, "2 days")]
)
def test_how_long_ago(minutes: int, said: str) -> None:
    assert waited(NOON - timedelta(minutes=minutes), NOON, SPEECH) == said
