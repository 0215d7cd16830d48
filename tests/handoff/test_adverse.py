"""The log of adverse events: what a form may say, and an export that no spreadsheet carries out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coaching.words import Words
from handoff.adverse import COLUMNS, LONGEST, earlier, exported, filled, guarded, latest
from tests.console.world import FAINTED, LOG

TODAY = date(2026, 11, 24)
FORM = {
    "on": "2026-11-19",
    "happened": " Fell \n asleep ",
    "seriousness": "hospital",
    "expectedness": "not_yet",
    "relatedness": "possible",
    "action": "GP told",
    "reported_to": "",
}


def test_a_form_makes_an_event():
    event = filled(FAINTED, FORM, TODAY)
    assert event is not None
    assert (event.on, event.happened.text, event.action.text, event.reported_to.text) == (date(2026, 11, 19), "Fell asleep", "GP told", "")
    assert (event.seriousness, event.expectedness, event.relatedness) == ("hospital", "not_yet", "possible")


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": ""}, {"on": "19.11.2026"}, {"on": "2026-11-25"}, {"happened": " \n "}, {"happened": "x" * (LONGEST + 1)},
        {"reported_to": "x" * (LONGEST + 1)}, {"seriousness": ""}, {"expectedness": "perhaps"}, {"relatedness": "not_serious"},
    ],
)  # fmt: skip
def test_what_a_form_may_not_say(wrong: dict[str, str]):
    assert filled(FAINTED, FORM | wrong, TODAY) is None
    assert filled(FAINTED, {}, TODAY) is None


def test_a_correction_follows_on_and_the_first_stays():
    assert latest(LOG) == [LOG[1]]
    assert earlier(LOG, 1) == [LOG[0]]
    rows = exported(LOG, {"dele": "Dele"})
    assert rows[0] == COLUMNS
    assert [row[:5] for row in rows[1:]] == [("1", "1", "no", "2026-11-19", "Wren 2"), ("1", "2", "yes", "2026-11-19", "Wren 2")]
    assert rows[2][-3:] == ("Sponsor, on the next day", "Dele", "2026-11-24T12:00:00+00:00")


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2+x", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\uff1d1", "|calc", "%0a"])
def test_no_cell_begins_a_formula(cell: str):
    event = replace(FAINTED, happened=Words(cell), action=Words(cell), reported_to=Words(cell), alias=cell)
    row = exported([event], {"dele": cell})[1]
    assert [each for each in row if cell in each] == [f"'{cell}"] * 5


@pytest.mark.parametrize("cell", ["", "Rested - went home", "1", "a=b", "'quoted'"])
def test_other_cells_are_left_as_they_are(cell: str):
    assert guarded(cell) == cell
