"""What keeps the service from starting is said in one go, in plain words, and no secret is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
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
cover_hours: [{days: Mon-Fri, from: "09:00", to: "17:00"}]
crisis_lines_verified_on: {GB: 2026-05-01}
contacts: {ftsu: "Jo Bell, 4321"}
safety_follow_up: true
"""


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACHBOT_DATA", str(tmp_path))


def set_all(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(f"COACHBOT_{name}", value)


def set_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both platforms, on this machine."""
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_BASE="http://127.0.0.1:8099")
    set_all(monkeypatch, SLACK__BOT_TOKEN="xoxb-1", SLACK__SIGNING_SECRET="s", SLACK__API_BASE="http://localhost:8098/api/")


def test_nothing_set_is_a_sandbox_that_may_start() -> None:
    assert all_problems(read_settings()) == []


def test_the_sandbox_does_not_talk_to_a_real_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN)
    (problem,) = all_problems(read_settings())
    assert "COACHBOT_PROGRAMME" in problem
    assert "Telegram" in problem


def test_the_sandbox_talks_to_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    set_stand_ins(monkeypatch)
    assert all_problems(read_settings()) == []


def test_everything_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN, TELEGRAM__WEBHOOK_URL="https://x", SLACK__APP_TOKEN="xapp-1", MASTER_KEY="short")
    found = "\n".join(all_problems(read_settings()))
    for name in ("COACHBOT_TELEGRAM__WEBHOOK_SECRET", "COACHBOT_SLACK__BOT_TOKEN", "COACHBOT_PROGRAMME", "COACHBOT_MASTER_KEY"):
        assert name in found


def test_a_value_that_cannot_be_read_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, HTTP__PORT="eighty")
    settings = read_settings()
    (problem,) = all_problems(settings)
    assert problem.startswith("COACHBOT_HTTP__PORT cannot be used")
    assert "COACHBOT_HTTP__PORT" not in shown(settings)


def test_one_value_that_cannot_be_read_hides_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, HTTP__PORT="abc", HTTP__HOST="0.0.0.0", PROGRAMME="nowhere.yaml", LOG_LEVEL="LOUD", KEYS_URL="hello")
    settings = read_settings()
    found = "\n".join(all_problems(settings))
    for name in ("COACHBOT_HTTP__PORT", "COACHBOT_PROGRAMME", "COACHBOT_LOG_LEVEL", "COACHBOT_KEYS_URL"):
        assert name in found
    assert shown(settings)["COACHBOT_HTTP__HOST"] == "0.0.0.0"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://coach:hunter2@db/coachbot"),
        ("DATABASE_URL", "postgresql://coach:hunter2@db:port/coachbot"),
        ("KEYS_URL", "hello"),
        ("LOG_LEVEL", "LOUD"),
        ("HTTP__PORT", "70000"),
        ("HTTP__PUBLIC_URL", "foo"),
        ("HTTP__PUBLIC_URL", "https://"),
        ("HTTP__PUBLIC_URL", "http://[coachbot"),
        ("TELEGRAM__API_BASE", "http://127.0.0.1:8099/bot"),
        ("TELEGRAM__API_BASE", "127.0.0.1"),
        ("SLACK__API_BASE", "https://slack.com/"),
        ("SLACK__API_BASE", "https://slack.com/api"),
        ("DATABSE_URL", "sqlite:///other.db"),
        ("HTTP__PROT", "8080"),
    ],
)
def test_a_value_that_cannot_be_meant_is_said(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    set_all(monkeypatch, **{name: value})
    (problem,) = all_problems(read_settings())
    assert problem.startswith(f"COACHBOT_{name}")
    assert "hunter2" not in problem


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM__TOKEN", "123456-hunter2"),
        ("TELEGRAM__TOKEN", "my-bot:hunter2"),
        ("TELEGRAM__WEBHOOK_SECRET", "hunter2 and a space"),
        ("TELEGRAM__WEBHOOK_URL", "ftp://hospital.example/telegram/webhook"),
        ("TELEGRAM__WEBHOOK_URL", "http://hospital.example/telegram/webhook"),
        ("SLACK__BOT_TOKEN", "xoxp-hunter2"),
        ("SLACK__APP_TOKEN", "xoxb-hunter2"),
    ],
)
def test_a_token_of_another_form_is_said_and_never_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    set_all(monkeypatch, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_BASE="http://127.0.0.1:8099", TELEGRAM__WEBHOOK_SECRET="secret")
    set_all(monkeypatch, SLACK__BOT_TOKEN="xoxb-1", SLACK__SIGNING_SECRET="s", SLACK__API_BASE="http://localhost:8098/api/")
    set_all(monkeypatch, **{name: value})
    (problem,) = all_problems(read_settings())
    assert problem.startswith(f"COACHBOT_{name}")
    assert "hunter2" not in problem


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK__COACH_CHANNEL", "C012ABCDEF"),
        ("SLACK__COACH_CHANNEL", "G012ABCDEF"),
        ("TELEGRAM__COACH_GROUP", "-1001234567890"),
        ("TELEGRAM__COACH_GROUP", "-4711"),
    ],
)
def test_where_the_coaches_are_is_shown_and_needs_its_platform(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    set_all(monkeypatch, **{name: value})
    (problem,) = all_problems(read_settings())
    assert problem.startswith(f"COACHBOT_{name} is set without COACHBOT_{name.partition('_')[0]}__")
    set_stand_ins(monkeypatch)
    assert all_problems(read_settings()) == []
    assert shown(read_settings())[f"COACHBOT_{name}"] == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK__COACH_CHANNEL", "#coaches"),
        ("SLACK__COACH_CHANNEL", "U012ABCDEF"),
        ("TELEGRAM__COACH_GROUP", "1001234567890"),
        ("TELEGRAM__COACH_GROUP", "-coaches"),
        ("TELEGRAM__COACH_GROUP", "@coaches"),
    ],
)
def test_a_place_of_another_form_is_none_of_the_coaches(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    set_stand_ins(monkeypatch)
    set_all(monkeypatch, **{name: value})
    (problem,) = all_problems(read_settings())
    assert problem.startswith(f"COACHBOT_{name} is a ")


def test_a_webhook_on_this_machine_needs_no_https(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TELEGRAM__WEBHOOK_URL="http://127.0.0.1:8080/telegram/webhook", TELEGRAM__WEBHOOK_SECRET="secret")
    assert all_problems(read_settings()) == []


def test_a_misspelt_variable_is_told_its_nearest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("export COACHBOT_MASTER_KEYS=x\nCOACHBOT_HTTP__PORT=9\n# COACHBOT_OLD=1\n")
    set_all(monkeypatch, SLACK_BOT_TOKEN="xoxb-1", WEATHER="fine")
    found = all_problems(read_settings())
    assert [problem.split()[0] for problem in found] == ["COACHBOT_MASTER_KEYS", "COACHBOT_SLACK_BOT_TOKEN", "COACHBOT_WEATHER"]
    assert "COACHBOT_MASTER_KEY is probably meant" in found[0]
    assert "COACHBOT_SLACK__BOT_TOKEN is probably meant" in found[1]


def test_names_that_others_read_are_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, TEST_PG="1", PLATFORM_DATA="x", PORT="tcp://10.0.0.1:80")
    set_all(monkeypatch, SERVICE_HOST="10.0.0.1", PORT_80_TCP_ADDR="10.0.0.1")
    assert all_problems(read_settings()) == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://coach@db/x?password=hunter2",
        "postgresql://coach:a/hunter2@db/x",
        "coach:hunter2@db",
        "postgresql://db/x?a=b&sslpassword=hunter2",
    ],
)
def test_no_password_of_an_address_is_shown(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    set_all(monkeypatch, DATABASE_URL=url)
    settings = read_settings()
    assert "hunter2" not in "\n".join([*shown(settings).values(), *all_problems(settings)])


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
    assert (read.safety_lead, read.contacts, read.follow_up) == ("On-call lead", {"ftsu": "Jo Bell, 4321"}, True)


def test_nothing_follows_where_it_was_not_agreed(tmp_path: Path) -> None:
    unsaid = PROGRAMME.replace("safety_follow_up: true\n", "")
    assert not read_programme(programme(tmp_path, unsaid), TODAY, {"GB"}, {"en-GB"}).follow_up


@pytest.mark.parametrize(("day", "good"), [("2026-05-01", True), ("2026-10-28", True), ("2026-10-29", False), ("2026-04-30", False)])
def test_checked_numbers_grow_old(tmp_path: Path, day: str, good: bool) -> None:
    read = read_programme(programme(tmp_path, PROGRAMME), TODAY, {"GB"}, {"en-GB"})
    assert read.verified("GB", date.fromisoformat(day)) is good
    assert not read.verified("IE", date.fromisoformat(day))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("2026-05-01", "2025-11-30"), "not checked in the last 180 days"),
        (("{GB: 2026-05-01}", "{}"), "not checked in the last 180 days"),
        (("{GB: 2026-05-01}", "{GB: 2026-07-01}"), "not checked"),
        (("country: GB", "country: FR"), "no crisis lines for the country FR"),
        (("language: en-GB", "language: cy"), "no wording for the language cy"),
        (('cover_hours: [{days: Mon-Fri, from: "09:00", to: "17:00"}]', 'cover_hours: ""'), "cover_hours is missing"),
        (('safety_lead: {name: "On-call lead", contact: "ext. 4321"}', ""), "safety_lead is missing"),
        (("title: Ward 7", "title: Ward 7\nzone: Europe/Londn"), "Europe/Londn"),
        (("title: Ward 7", "title: Ward 7\nward: 7"), "ward"),
        (('ftsu: "Jo Bell, 4321"', 'matron: "Jo Bell, 4321"'), "contacts names matron, which nothing shows. Known: ftsu"),
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


# -- the language model ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text("{}")
    return tmp_path / "model"


def test_a_language_model_on_this_machine_may_be_used_in_the_sandbox(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    set_all(monkeypatch, LLM__URL="http://127.0.0.1:8000/v1", LLM__MODEL="small", LLM__KEY="sk-hunter2")
    settings = read_settings()
    assert all_problems(settings) == []
    assert settings.llm.where == "address"
    assert shown(settings)["COACHBOT_LLM__KEY"] == "**********"
    assert "hunter2" not in str(shown(settings))
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"COACHBOT_LLM__{name}")
    set_all(monkeypatch, LLM__PATH=str(folder))
    assert all_problems(read_settings()) == []
    assert read_settings().llm.where == "local"


def test_without_its_settings_there_is_none() -> None:
    assert read_settings().llm.where == ""


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"PATH": "{folder}", "URL": "http://127.0.0.1:8000/v1", "MODEL": "small"}, "both set"),
        ({"URL": "http://127.0.0.1:8000/v1"}, "without COACHBOT_LLM__MODEL"),
        ({"MODEL": "small"}, "set COACHBOT_LLM__URL too"),
        ({"KEY": "sk-hunter2"}, "set COACHBOT_LLM__URL too"),
        ({"PATH": "/nowhere/at/all"}, "no config.json"),
        ({"URL": "llm.example.org", "MODEL": "small"}, "no web address"),
        ({"URL": "https://me:hunter2@127.0.0.1/v1", "MODEL": "small"}, "has a name or a password in it"),
        ({"URL": "https://llm.example.org/v1", "MODEL": "small"}, "the sandbox talks to nobody real (the language model)"),
        ({"URL": "http://127.0.0.1:8000/v1", "MODEL": "small", "CALLS_A_DAY": "-1"}, "COACHBOT_LLM__CALLS_A_DAY cannot be used"),
        ({"URl": "http://127.0.0.1:8000/v1", "MODLE": "small"}, "COACHBOT_LLM__MODEL is probably meant"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_of_a_language_model_is_said(
    monkeypatch: pytest.MonkeyPatch, folder: Path, settings: dict[str, str], says: str
) -> None:
    set_all(monkeypatch, **{f"LLM__{name}": value.format(folder=folder) for name, value in settings.items()})
    found = all_problems(read_settings())
    assert any(says in problem for problem in found), found
    assert "hunter2" not in "".join(found)


def test_peoples_words_go_over_https_or_no_further_than_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(PROGRAMME)
    set_all(monkeypatch, PROGRAMME="programme.yaml", MASTER_KEY="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    set_all(monkeypatch, LLM__URL="http://llm.example.org/v1", LLM__MODEL="large")
    assert any("must begin with https://" in problem for problem in all_problems(read_settings()))
    set_all(monkeypatch, LLM__URL="https://llm.example.org/v1")
    assert not [problem for problem in all_problems(read_settings()) if "LLM" in problem or "language model" in problem]


MAIL = {"SMTP__HOST": "127.0.0.1", "SMTP__SENDER": "coachbot@hospital.example"}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"SMTP__TLS": "none", "SMTP__PORT": "1025"},
        {"SMTP__NAME": "mailer", "SMTP__PASSWORD": "hunter2", "SMTP__TLS": "implicit"},
        {"WATCHDOG__TO": "lead@hospital.example, on-call@hospital.example"},
        {"PAGING__URL": "http://127.0.0.1:9/page", "PAGING__SECRET": "hunter2"},
    ],
)
def test_staff_can_be_told_by_mail_and_pager_on_this_machine(monkeypatch: pytest.MonkeyPatch, more: dict[str, str]) -> None:
    set_all(monkeypatch, **MAIL, **more)
    settings = read_settings()
    assert all_problems(settings) == []
    assert "hunter2" not in str(shown(settings))


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ("SMTP__SENDER", {"SMTP__HOST": "127.0.0.1"}),
        ("SMTP__HOST", {"SMTP__SENDER": "coachbot@hospital.example"}),
        ("SMTP__HOST", {"SMTP__PORT": "25"}),
        ("SMTP__PASSWORD", MAIL | {"SMTP__NAME": "mailer"}),
        ("SMTP__NAME", MAIL | {"SMTP__PASSWORD": "hunter2"}),
        ("SMTP__TLS", MAIL | {"SMTP__TLS": "maybe"}),
        ("SMTP__HOST", MAIL | {"SMTP__HOST": "smtp://127.0.0.1:25"}),
        ("SMTP__SENDER", MAIL | {"SMTP__SENDER": "Coachbot <coachbot@hospital.example>"}),
        ("SMTP__SENDER", MAIL | {"SMTP__SENDER": "coachbot@hospital.example\nBcc: x@hospital.example"}),
        ("PAGING__URL", {"PAGING__SECRET": "hunter2"}),
        ("PAGING__URL", {"PAGING__URL": "127.0.0.1"}),
        ("PAGING__URL", {"PAGING__URL": "http://name:hunter2@127.0.0.1/"}),
        ("PAGING__SECRET", {"PAGING__URL": "http://127.0.0.1/", "PAGING__SECRET": "hunter2\r\nX: y"}),
        ("WATCHDOG__TO", {"WATCHDOG__TO": "lead@hospital.example"}),
        ("WATCHDOG__TO", MAIL | {"WATCHDOG__TO": "lead@hospital.example, the lead"}),
    ],
)
def test_half_a_means_is_said_before_it_is_needed(monkeypatch: pytest.MonkeyPatch, names: str, values: dict[str, str]) -> None:
    set_all(monkeypatch, **values)
    first, *others = all_problems(read_settings())
    assert f"COACHBOT_{names}" in first
    assert all(problem.startswith("COACHBOT_PROGRAMME") for problem in others)  # what is no address is none on this machine either
    assert "hunter2" not in first


@pytest.mark.parametrize(
    ("says", "values"),
    [
        ("COACHBOT_SMTP__TLS", MAIL | {"SMTP__HOST": "smtp.hospital.example", "SMTP__TLS": "none"}),
        ("COACHBOT_PAGING__URL", {"PAGING__URL": "http://pager.hospital.example/"}),
    ],
)
def test_nothing_leaves_this_machine_unencrypted(monkeypatch: pytest.MonkeyPatch, says: str, values: dict[str, str]) -> None:
    set_all(monkeypatch, **values)
    assert any(problem.startswith(says) for problem in all_problems(read_settings()))


@pytest.mark.parametrize("values", [MAIL | {"SMTP__HOST": "smtp.hospital.example"}, {"PAGING__URL": "https://pager.hospital.example/"}])
def test_the_sandbox_calls_nobody_real(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    set_all(monkeypatch, **values)
    (problem,) = all_problems(read_settings())
    assert problem.startswith("COACHBOT_PROGRAMME")
