"""Small hard facts about a message, for a model on top of the phrases."""

from __future__ import annotations

import pytest

from bot.nlu.concerns import CUES, cues
from bot.nlu.tidy import said


def present(text: str) -> set[str]:
    return {name for name, value in zip(CUES, cues(said(text), text), strict=True) if value}


def test_there_is_one_value_for_each_name() -> None:
    assert len(set(CUES)) == len(CUES) == len(cues(said("hello"), "hello"))


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("i want to die tonight lol", {"wish_dead", "acts", "meant", "to_come", "laughing", "first_person"}, {"patients", "denied"}),
        ("my patient wants to die", {"a_patient", "patients", "death_word"}, {"acts", "asks"}),
        ("i'm not suicidal, just tired", {"denied", "negated"}, {"acts", "suicide"}),
        ("my sister says she wants to kill herself", {"somebody_close", "reflexive_other", "self_danger_other"}, {"patients"}),
        ("this shift is killing me and i want to die", {"idiom", "wish_dead"}, {"handled"}),
        ("i w a n t to d i e", {"disguised", "acts"}, set()),
        ("im hungry 😩", {"pictures", "words_3"}, {"words_3_or_more"}),
        ("should i tell the wife?", {"question_mark", "asks_should", "ethical_dilemma"}, {"exclamation"}),
        ("i tried to kill myself ten years ago, got help, well now", {"long_past", "well_since", "denied"} - {"denied"}, {"acts"}),
    ],
)
def test_cues_of_a_message(text: str, there: set[str], absent: set[str]) -> None:
    found = present(text)
    assert there <= found
    assert not absent & found
