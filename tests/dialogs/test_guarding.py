"""The guard of receive: every text of a message, the marks of the wording, and the crisis lines left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.dialogs import crisis
from bot.dialogs.guarding import guarded, mask_of
from bot.nlu.concerns import phrase_signal
from bot.nlu.identifiers import KINDS
from bot.nlu.reading import RuleReader
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words
from tests.play import LIBRARY

MASK = mask_of(LIBRARY, "en-GB")
SAID = Inbound(Address(Channel.SLACK, "T1", "U1", "D1"), ("1",), Kind.TEXT, datetime(2026, 6, 1, 9, tzinfo=UTC))
EXAMPLES = {
    "nhs_number": "nhs no 999 526 0182",
    "national_id": "QQ 12 34 56 C",
    "mrn": "mrn 4471920",
    "name_bed": "Mrs Jones in bed 4",
    "birth_date": "dob 3.9.36",
    "phone": "07700 900142",
    "email": "sue.harte@gmail.com",
    "postcode": "LS9 7TF",
}


@pytest.mark.shows("E9", part="guard: every part of every message")
def test_words_captions_and_the_fields_of_a_form_are_masked_and_the_kinds_told() -> None:
    inbound = replace(
        SAID,
        kind=Kind.FORM,
        words=Words("visit LS9 7TF with mrs jones bed 4"),
        fields={"wish": Words("ring 07700 900142"), "outcome": Words("she sleeps"), "plan": Words("ring 07700 900142 at 6")},
    )
    kept = guarded(inbound, MASK)
    assert kept.words.text == "visit [address] with [a patient]"
    assert {name: words.text for name, words in kept.fields.items()} == {
        "wish": "ring [number]",
        "outcome": "she sleeps",
        "plan": "ring [number] at 6",
    }
    assert set(kept.masked) == {"name_bed", "postcode", "phone"}
    assert len(kept.masked) == 3
    assert replace(kept, words=inbound.words, fields=inbound.fields, masked=()) == inbound


def test_guarding_twice_is_guarding_once() -> None:
    once = guarded(replace(SAID, words=Words(", ".join(EXAMPLES.values()))), MASK)
    assert set(once.masked) == set(KINDS)
    assert guarded(once, MASK) == once


def test_a_message_without_identifiers_is_the_same() -> None:
    said = replace(SAID, words=Words("bed 4 again, 12 hrs, no break"))
    assert guarded(said, MASK) == said


def test_the_numbers_of_the_crisis_lines_stay() -> None:
    numbers = [line.number for country in LIBRARY.countries.values() for line in country.lines]
    assert {"116123", "85258"} <= {number for country in LIBRARY.countries.values() for number in crisis.numbers(country)}
    assert len(numbers) > 5
    for number in numbers:
        assert MASK(f"I rang {number} last night").kinds == (), number


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_is_an_answer_like_any_other(kind: str) -> None:
    """It is no command, no number, no cry for help and no identifier."""
    mark = MASK(EXAMPLES[kind]).text
    assert "[" in mark
    reading = RuleReader().read(mark, None)
    assert (reading.command, reading.intent, reading.number) == (None, "content", None)
    assert not phrase_signal(mark).acts
    assert MASK(mark).kinds == ()


def test_who_wants_to_die_is_still_a_patient() -> None:
    assert MASK("Mrs Jones in bed 4 wants to die").text == "[a patient] wants to die"
    assert not phrase_signal("[a patient] wants to die").acts


@pytest.mark.parametrize("code", ["V439NY6", "a63ehu6"])
def test_a_mistyped_code_for_linking_is_read_though_it_looks_like_a_postcode(code: str) -> None:
    said = replace(SAID, words=Words(f"link {code}"))
    assert guarded(said, MASK) is said
    assert guarded(replace(said, words=Words(f"she lives at {code}")), MASK).masked == ("postcode",)
