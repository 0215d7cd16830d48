"""What keeps the service from starting is said in one go, in plain words, and no secret is shown."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachbot.programmes import read_programme
from coachbot.readiness import all_problems
from coachbot.settings import read_settings, shown
from coaching.errors import SettingsError

TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
TODAY = datetime(2026, 6, 1, tzinfo=UTC).date()
PROGRAMME = """
name: ward-7
title: Ward 7
country: GB
language: en-GB
safety_lead: {name: "On-call lead", contact: "ext. 4321"}
cover_hours: Mon-Fri 9-17
crisis_lines_verified_on: {GB: 2026-05-01}
"""


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACHBOT_DATA", str(tmp_path))


def set_all(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(f"COACHBOT_{name}", value)


def test_nothing_set_is_a_sandbox_that_may_start() -> None:
    assert all_problems(read_settings()) == []


def test_the_sandbox_does_not_talk_to_a_real_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN)
    (problem,) = all_problems(read_settings())
    assert "COACHBOT_PROGRAMME" in problem
    assert "Telegram" in problem


def test_the_sandbox_talks_to_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_BASE="http://127.0.0.1:8099")
    set_all(monkeypatch, SLACK__BOT_TOKEN="xoxb-1", SLACK__SIGNING_SECRET="s", SLACK__API_BASE="http://localhost:8098/api/")
    assert all_problems(read_settings()) == []


def test_everything_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN, TELEGRAM__WEBHOOK_URL="https://x", SLACK__APP_TOKEN="xapp-1", MASTER_KEY="short")
    found = "\n".join(all_problems(read_settings()))
    for name in ("COACHBOT_TELEGRAM__WEBHOOK_SECRET", "COACHBOT_SLACK__BOT_TOKEN", "COACHBOT_PROGRAMME", "COACHBOT_MASTER_KEY"):
        assert name in found


def test_a_value_that_cannot_be_read_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, HTTP__PORT="eighty")
    with pytest.raises(SettingsError, match="COACHBOT_HTTP__PORT"):
        read_settings()


def test_secrets_are_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN, DATABASE_URL="postgresql://coach:hunter2@db/coachbot", MASTER_KEY="x" * 44)
    printed = "\n".join(f"{name}={value}" for name, value in shown(read_settings()).items())
    assert TOKEN not in printed
    assert "hunter2" not in printed
    assert "x" * 44 not in printed
    assert "postgresql://coach:" in printed


# -- the programme file ---------------------------------------------------------------------------------------------------------


def programme(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "programme.yaml"
    path.write_text(text)
    return path


def test_a_programme_whose_lines_are_verified_starts(tmp_path: Path) -> None:
    read = read_programme(programme(tmp_path, PROGRAMME), TODAY, {"GB"}, {"en-GB"})
    assert (read.name, read.country, read.sandbox) == ("ward-7", "GB", False)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("2026-05-01", "2025-11-30"), "not checked in the last 180 days"),
        (("{GB: 2026-05-01}", "{}"), "not checked in the last 180 days"),
        (("{GB: 2026-05-01}", "{GB: 2026-07-01}"), "not checked"),
        (("country: GB", "country: FR"), "no crisis lines for the country FR"),
        (("language: en-GB", "language: cy"), "no wording for the language cy"),
        (("cover_hours: Mon-Fri 9-17", 'cover_hours: ""'), "cover_hours is missing"),
        (('safety_lead: {name: "On-call lead", contact: "ext. 4321"}', ""), "safety_lead is missing"),
        (("title: Ward 7", "title: Ward 7\nzone: Europe/Londn"), "Europe/Londn"),
        (("title: Ward 7", "title: Ward 7\nward: 7"), "ward"),
        (("name: ward-7", "name: [broken"), "not YAML"),
    ],
)
def test_a_programme_that_could_hurt_somebody_does_not_start(tmp_path: Path, change: tuple[str, str], sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        read_programme(programme(tmp_path, PROGRAMME.replace(*change)), TODAY, {"GB"}, {"en-GB"})


def test_a_programme_needs_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_all(monkeypatch, PROGRAMME=str(programme(tmp_path, PROGRAMME.replace("2026-05-01", str(datetime.now(UTC).date())))))
    (problem,) = all_problems(read_settings())
    assert "COACHBOT_MASTER_KEY" in problem
