"""Points in time, on Wednesday 11 March 2026."""

from datetime import date

import pytest

from bot.nlu.dates import time_bound
from tests.nlu.table import rows

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(("kind", "start", "due", "recurring", "text"), [pytest.param(*row, id=row[-1]) for row in rows("date")])
def test_the_time_that_is_named(kind: str, start: str, due: str, recurring: str, text: str):
    found = time_bound(text, TODAY)
    told = ("-", None, None, False) if found is None else (found.kind, found.start, found.due, found.recurring)
    assert told == (kind, _day(start), _day(due), recurring == "yes")


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 12, 31), date(2026, 1, 31)])
@pytest.mark.parametrize("text", [row[-1] for row in rows("date")] + ["by 31 June", "on the 31st", "for 999 years", "by 30/2"])
def test_no_day_of_the_year_is_too_much(today: date, text: str):
    found = time_bound(text, today)
    assert found is None or found.due is None or found.due >= today or "/26" in text


def test_the_evidence_is_as_written():
    found = time_bound("On MY next 4 long days, until 30 June", TODAY)
    assert found is not None
    assert found.evidence == "On MY next 4 long days, until 30 June"


def test_a_misspelt_day_is_found():
    found = time_bound("by firday", TODAY)
    assert found is not None
    assert found.due == date(2026, 3, 13)
