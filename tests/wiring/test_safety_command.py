"""`coachbot safety`: figures without words, and the log of adverse events for the sponsor."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coachbot.opening import master_key, open_notebook
from coachbot.settings import database_url, keys_url, read_settings
from coachbot.timekeeping import FreshNames, WallClock
from coaching.notebook import AuditRow
from coaching.safety_review import AdverseEvent, Expectedness, Relatedness, Seriousness
from coaching.words import Words
from tests.wiring.command import coachbot

NAMES = FreshNames()
JUDGED = (Seriousness.NOT_SERIOUS, Expectedness.EXPECTED, Relatedness.UNRELATED)


async def log(happened: str) -> None:
    settings, clock = read_settings(), WallClock()
    stores = database_url(settings), keys_url(settings), master_key(settings)
    async with open_notebook(*stores, clock=clock, names=NAMES) as opened:
        words, nothing = Words(happened), Words("")
        event = AdverseEvent(NAMES.new(), 0, 1, date(2026, 11, 20), "", words, *JUDGED, nothing, nothing, "lee", clock.now())
        await opened.storage.reviews.add_event(event, AuditRow(NAMES.new(), clock.now(), "event.recorded", {}))


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("COACHBOT_DATA", str(tmp_path))
    return tmp_path


def test_a_week_in_figures(folder: Path) -> None:
    told = json.loads(coachbot(folder, "safety", "review", "--week", "2026-W01", "--json").out)
    assert (told["week"], told["messages"], told["questions_in_1000"], told["drawn"]) == ("2026-W01", None, None, 0)
    assert told["verdicts"] == dict.fromkeys(("right", "should_have_asked", "should_not_have_asked", "should_have_alarmed"), 0)
    assert "straight questions: fewer than 5 people" in coachbot(folder, "safety", "review").out


@pytest.mark.parametrize("week", ["2026", "9999-W01"])
def test_what_is_no_week_is_refused(folder: Path, week: str) -> None:
    year, number, _ = datetime.now(UTC).isocalendar()
    assert coachbot(folder, "safety", "review", "--week", week).refuses(f"--week {week} is no week so far", f"{year}-W{number:02}")


def test_the_log_is_taken_out_once_and_no_cell_is_a_formula(folder: Path) -> None:
    asyncio.run(log('=HYPERLINK("http://evil.example")'))
    file = folder / "events.csv"
    assert "1 adverse event." in coachbot(folder, "safety", "events").out
    assert coachbot(folder, "safety", "events", "--export", str(file)).code == 0
    head, row = csv.reader(file.read_text("utf-8").splitlines())
    assert dict(zip(head, row, strict=True))["what_happened"] == '\'=HYPERLINK("http://evil.example")'
    assert file.stat().st_mode & 0o077 == 0
    assert coachbot(folder, "safety", "events", "--export", str(file)).refuses("name a file that is not there yet")
    with contextlib.closing(sqlite3.connect(folder / "coachbot.db")) as connection:
        assert connection.execute("SELECT count(*) FROM audit WHERE what = 'events.exported'").fetchone() == (1,)
