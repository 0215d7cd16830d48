"""The letters of SMART, by rules, on goals as staff write them."""

from datetime import date

import pytest

from bot.nlu.goals.smart import Letters, letters
from tests.nlu.table import SITTINGS, rows, share

TODAY = date(2026, 3, 11)
NAMES = ("specific", "measurable", "assignable", "relevant", "time_based")


def labelled(sitting: str) -> list[tuple[str, Letters]]:
    return [(flags, letters(text, TODAY)) for flags, text in rows(f"{sitting}/smart")]


@pytest.mark.shows("U11", side="own labelled rows")
@pytest.mark.parametrize("sitting", SITTINGS)
@pytest.mark.parametrize(("place", "letter"), list(enumerate(NAMES)))
def test_each_letter_agrees_with_the_labels(sitting: str, place: int, letter: str):
    judged = labelled(sitting)
    assert share([getattr(found, letter) == (flags[place] != "-") for flags, found in judged]) >= 0.9


@pytest.mark.shows("U11", side="the thirty goals of the coaching specification")
@pytest.mark.parametrize(("vague", "repaired"), [pytest.param(*pair, id=pair[0]) for pair in rows("thirty_goals")])
def test_a_vague_goal_lacks_what_its_repair_has(vague: str, repaired: str):
    assert "specific" not in letters(vague, TODAY).met
    assert letters(repaired, TODAY).missing == (() if "so I get home" in repaired else ("relevant",))


def test_missing_letters_come_in_the_order_in_which_they_are_asked():
    assert letters("more confidence", TODAY).missing == ("specific", "measurable", "time_based", "assignable", "relevant")


def test_evidence_is_what_the_person_wrote():
    goal = "I will ask Jo for feedback after 3 ward rounds by 30 June, because I want to grow"
    found = letters(goal, TODAY)
    assert set(found.evidence) == set(NAMES)
    assert all(part in goal for part in found.evidence.values())
    assert found.time is not None
    assert found.time.due == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("goal", "due"),
    [
        ("finish it by 3 March 2025", date(2025, 3, 3)),
        ("finish it by 3/3/25", date(2025, 3, 3)),
        ("finish it by March 2025", date(2025, 3, 31)),
        ("finish it by February 2026", date(2026, 2, 28)),
        ("finish it by the end of january 2026", date(2026, 1, 31)),
        ("finish it by 2026-01-31", date(2026, 1, 31)),
        ("finish it by the end of 2025", date(2025, 12, 31)),
        ("finish it by February", date(2027, 2, 28)),
    ],
)
def test_a_date_behind_us_is_told_as_such_where_the_year_was_said(goal: str, due: date):
    time = letters(goal, TODAY).time
    assert time is not None
    assert time.due == due


@pytest.mark.parametrize("words", ["because", "cos", "no", "because no", "because reasons", "because I said so", "because it is"])
def test_a_joining_word_is_no_reason(words: str):
    assert not letters(words, TODAY).relevant
    assert not letters(f"I will ring two patients by Friday {words}", TODAY).relevant


@pytest.mark.parametrize(
    ("goal", "letter", "met"),
    [
        pytest.param("We will trial a new sheet for 4 weeks", "assignable", False, id="we is not I"),
        pytest.param("I'll get the team to use the sheet", "assignable", False, id="getting others to do it"),
        pytest.param("better handovers", "assignable", False, id="a bare noun"),
        pytest.param("morale from 4 to 7", "measurable", True, id="a number on a quality can be measured"),
        pytest.param("morale from 4 to 7", "specific", False, id="a number on a quality names no behaviour"),
        pytest.param("I will speak up in MDT", "measurable", False, id="it simply goes on"),
        pytest.param("I will read back in every handover", "time_based", False, id="every handover is no time"),
        pytest.param("I will read back on every shift", "time_based", True, id="every shift is on the rota"),
        pytest.param("Finish my audit by my ARCP", "time_based", True, id="an event of one's own"),
        pytest.param("Finish my audit because of my appraisal", "relevant", True, id="a reason, however obvious"),
    ],
)
def test_what_was_decided_about_letters(goal: str, letter: str, met: bool):
    assert getattr(letters(goal, TODAY), letter) is met
