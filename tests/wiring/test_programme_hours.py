"""Cover hours and shifts as a programme file writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coachbot.programme_hours import clock_time, weekdays
from coachbot.programmes import read_programme
from coaching.cover import Cover, Duty, Opening
from coaching.errors import SettingsError
from coaching.programme import Programme
from handoff.hours import covered

TODAY = date(2026, 6, 1)
HEAD = """
name: ward-7
title: Ward 7
safety_lead: {name: "On-call lead", contact: "ext. 4321"}
crisis_lines_verified_on: {GB: 2026-05-01}
"""
HOURS = 'cover_hours: [{days: Monday to Friday, from: "09:00", to: "17:00"}]\n'
NINE, FIVE = time(9), time(17)


def read(tmp_path: Path, text: str) -> Programme:
    path = tmp_path / "programme.yaml"
    path.write_text(HEAD + text)
    return read_programme(path, TODAY, {"GB"}, {"en-GB"})


DAYS = [
    ("Monday", [0]),
    ("mon", [0]),
    ("Mondays", [0]),
    ("Monday to Friday", [0, 1, 2, 3, 4]),
    ("Mon-Fri", [0, 1, 2, 3, 4]),
    ("Friday to Monday", [0, 4, 5, 6]),
    ("Monday, Wednesday and Friday", [0, 2, 4]),
    ("Mon-Tue, Sat", [0, 1, 5]),
    (["Monday", "Thursday to Saturday"], [0, 3, 4, 5]),
    ("every day", [0, 1, 2, 3, 4, 5, 6]),
    ("daily", [0, 1, 2, 3, 4, 5, 6]),
]


@pytest.mark.parametrize(("given", "days"), DAYS, ids=str)
def test_days(given: object, days: list[int]) -> None:
    assert weekdays(given) == tuple(days)


@pytest.mark.parametrize("given", ["", "T", "Montag", "weekdays", "Mon-Wed-Fri", 1, None, ["Monday", 2]], ids=str)
def test_no_days(given: object) -> None:
    with pytest.raises(ValueError, match="write them as Monday, Monday to Friday, or every day"):
        weekdays(given)


@pytest.mark.parametrize(
    ("given", "told"), [("09:00", NINE), ("9", NINE), (9, NINE), ("17.30", time(17, 30)), ("0:05", time(0, 5)), ("24:00", time())], ids=str
)
def test_times(given: object, told: time) -> None:
    assert clock_time(given) == told


@pytest.mark.parametrize("given", ["", "nine", "25:00", "24:01", "09:60", "9:5", -9, True, None, 9.5], ids=str)
def test_no_times(given: object) -> None:
    with pytest.raises(ValueError, match="no time of day"):
        clock_time(given)


def test_cover_hours_are_in_the_programmes_zone_and_spare_closed_days(tmp_path: Path) -> None:
    saturday = '  - {days: Saturday, from: 10, to: "24:00"}\n'
    text = HOURS.replace("[", "\n  - ").replace("]", "") + saturday + "closed_days: [2026-12-25]\nzone: Europe/Dublin\n"
    programme = read(tmp_path, text)
    week = (*(Opening(day, NINE, FIVE) for day in range(5)), Opening(5, time(10), time()))
    assert programme.cover == Cover(week, ZoneInfo("Europe/Dublin"), frozenset({date(2026, 12, 25)}))
    assert programme.staffed
    assert covered(programme.cover, datetime(2026, 6, 6, 22, 59, tzinfo=UTC))  # midnight in Dublin is not there yet
    assert not covered(programme.cover, datetime(2026, 12, 25, 12, tzinfo=UTC))


def test_one_opening_needs_no_list(tmp_path: Path) -> None:
    programme = read(tmp_path, 'cover_hours: {days: every day, from: "00:00", to: "24:00"}\npeople: false\n')
    assert programme.cover is not None
    assert covered(programme.cover, datetime(2026, 6, 6, 3, tzinfo=UTC))
    assert not programme.staffed


def test_a_rota_of_shifts(tmp_path: Path) -> None:
    rota = """rota:
  - {who: Ana Bell, days: Monday to Tuesday, from: "20:00", to: "08:00"}
  - {who: ben@ward.example, since: "2026-07-01 08:00", until: 2026-07-01 20:00:00}
"""
    programme = read(tmp_path, HOURS + rota)
    nights = tuple(Opening(day, time(20), time(8)) for day in (0, 1))
    once = Duty("ben@ward.example", since=datetime(2026, 7, 1, 7, tzinfo=UTC), until=datetime(2026, 7, 1, 19, tzinfo=UTC))
    assert programme.duties == (Duty("Ana Bell", nights), once)
    assert programme.calendar == ""


def test_a_rota_in_a_file_lies_beside_the_programme(tmp_path: Path) -> None:
    (tmp_path / "rota.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    assert read(tmp_path, HOURS + "rota: rota.ics\n").calendar == str(tmp_path / "rota.ics")


def test_a_rota_at_an_address_is_not_shown(tmp_path: Path) -> None:
    programme = read(tmp_path, HOURS + "rota: webcal://calendar.example.org/secret-4711/rota.ics\n")
    assert programme.calendar.endswith("rota.ics")
    assert "4711" not in repr(programme)


WRONG = [
    (
        "cover_hours: Mon-Fri 9-17\n",
        'a list of days and times now, and not a sentence; write it as [{days: Monday to Friday, from: "09:00"',
    ),
    ("", "cover_hours is missing: say when somebody is there"),
    ("cover_hours: []\n", "cover_hours is missing: say when somebody is there"),
    ("cover_hours: [{days: Funday, from: 9, to: 17}]\n", "cover_hours.0.days: Funday are no days"),
    ("cover_hours: [{days: Monday, from: nine, to: 17}]\n", "cover_hours.0.from: nine is no time of day"),
    ("cover_hours: [{days: Monday, from: 9}]\n", "cover_hours.0.to: Field required"),
    ("cover_hours: [{days: Monday, from: 9, to: 17, at: 3}]\n", "cover_hours.0.at"),
    (HOURS + "closed_days: [Christmas]\n", "closed_days"),
    (HOURS + "zone: Europe/Londn\n", "the zone Europe/Londn is not known"),
    (HOURS + "rota: nowhere.ics\n", "no file that can be read"),
    (HOURS + "rota: http://calendar.example.org/secret-4711/rota.ics\n", "rota must begin with https://"),
    (HOURS + "rota: https:///secret-4711/rota.ics\n", "rota is no web address"),
    (HOURS + "rota: [{days: Monday, from: 9, to: 17}]\n", "who: Field required"),
    (HOURS + "rota: [{who: Ana, days: Monday, from: 9}]\n", "a shift comes every week, as {who: Ana Bell, days: Monday to Friday"),
    (HOURS + "rota: [{who: Ana}]\n", "or once, as {who: Ana Bell, since:"),
    (HOURS + 'rota: [{who: Ana, days: Monday, from: 9, to: 17, since: "2026-07-01 08:00"}]\n', "a shift comes every week"),
    (HOURS + 'rota: [{who: Ana, since: "2026-07-01 20:00", until: "2026-07-01 08:00"}]\n', "a shift ends after it begins"),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_what_cannot_be_meant_is_said_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read(tmp_path, text)
    told = str(refused.value)
    assert sentence in told
    assert "4711" not in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    "wrong",
    [{}, {"weekly": (Opening(0, NINE, FIVE),), "since": datetime(2026, 6, 1, tzinfo=UTC), "until": datetime(2026, 6, 2, tzinfo=UTC)}],
)
def test_a_duty_is_weekly_or_once(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="every week, or has a beginning"):
        Duty("ana", **wrong)  # type: ignore[arg-type]
