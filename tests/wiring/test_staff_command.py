"""`coachbot staff`: who works for a programme, as somebody types it."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coachbot.staff_options import changed, refuse
from coaching.errors import StaffRefused
from coaching.staff import Role, Staff
from tests.wiring.command import Ended, coachbot

NO_LEAD = "Nobody on the staff is a safety lead"
TODAY = datetime.now(UTC).date()


def staff(folder: Path, *words: str) -> Ended:
    return coachbot(folder, "staff", *words)


def everybody(folder: Path, *words: str) -> dict[str, dict[str, Any]]:
    """By name."""
    told = [json.loads(line) for line in staff(folder, "list", "--json", *words).out.splitlines()]
    return {each["name"]: each for each in told}


def audited(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    with sqlite3.connect(folder / "coachbot.db") as connection:
        rows = connection.execute("SELECT what, detail, participant_id FROM audit WHERE what LIKE 'staff.%' ORDER BY seq").fetchall()
    assert all(participant is None for _, _, participant in rows)
    return [(what, json.loads(detail)) for what, detail, _ in rows]


def test_a_coach_comes_goes_away_returns_and_leaves(tmp_path: Path) -> None:
    assert staff(tmp_path, "list").out == "Nobody is on the staff yet: coachbot staff add NAME --role coach.\n"
    added = staff(tmp_path, "add", "Ana Bell", "--role", "coach", "--role", "supervisor", "--slack", "U012ABCDEF", "--safety-rota")
    assert (added.code, NO_LEAD in added.err) == (0, True)
    ana = added.out.split()[-1]
    assert added.out == f"Ana Bell is on the staff (coach, supervisor). Id: {ana}\n"
    lead = staff(tmp_path, "add", "Lee", "--role", "safety_lead", "--email", "Lee@Ward.Example")
    assert (lead.code, lead.err) == (0, "")
    assert staff(tmp_path, "change", "ana bell", "--telegram", "4711000", "--slack", "").code == 0
    until = TODAY + timedelta(days=9)
    assert staff(tmp_path, "away", ana, "--until", str(until)).out == f"Ana Bell is away from {TODAY} to {until}.\n"
    heads, row, _ = [line.split("  ") for line in staff(tmp_path, "list").out.splitlines()]
    assert [each.strip() for each in heads if each.strip()] == ["id", "name", "roles", "safety rota", "reached by", "state"]
    assert [each.strip() for each in row if each.strip()] == [ana, "Ana Bell", "coach, supervisor", "yes", "telegram", "away"]
    assert staff(tmp_path, "back", ana.lower()).out == "Ana Bell is back.\n"
    assert everybody(tmp_path)["Ana Bell"]["state"] == "here"
    assert staff(tmp_path, "leave", ana, "--on", str(TODAY + timedelta(days=30))).out.startswith("Ana Bell leaves after")
    assert staff(tmp_path, "leave", ana).out == "Ana Bell has left.\n"
    assert (list(everybody(tmp_path)), list(everybody(tmp_path, "--all"))) == (["Lee"], ["Ana Bell", "Lee"])
    done = audited(tmp_path)
    whats = ["added", "added", "changed", "away", "back", "left", "left"]
    assert [what for what, _ in done] == [f"staff.{each}" for each in whats]
    assert done[0][1] == {"by": "command line", "roles": "coach supervisor", "staff": ana}
    assert done[2][1]["options"] == "slack telegram"


def test_everything_that_can_be_said_of_somebody_is_kept(tmp_path: Path) -> None:
    coachbot(tmp_path, "chat", typed="hello\nI want to die\n")
    alias = coachbot(tmp_path, "cases").out.splitlines()[1].split()[1]
    said = {
        "role": ["coach", "ethical_mentor"],
        "slack": "W012ABCDEF",
        "telegram": "4711000",
        "email": "ana@ward.example",
        "organisation": "Trust",
        "directorate": "Cancer",
        "team": "Ward 7",
        "profession": "nurse",
        "manages": ["Ward 8", "Ward 9"],
        "line": [alias],
        "conflict": [alias],
        "is_participant": alias,
        "language": ["en-GB", "fil"],
        "knows": ["midwife"],
        "topic": ["rest"],
        "shift": ["nights"],
        "rung": "senior",
        "soft_cap": 3,
        "hard_cap": 4,
        "heavy_cap": 2,
        "live_cap": 1,
    }
    words = [
        part
        for name, value in said.items()
        for each in (value if isinstance(value, list) else [value])
        for part in (_option(name), str(each))
    ]
    assert staff(tmp_path, "add", "Ana", *words, "--untrained", "--safety-rota").code == 0
    ana = everybody(tmp_path)["Ana"]
    told = {name: ana[name] for name in said}
    assert told == said
    assert (ana["trained"], ana["safety_rota"], ana["away"], ana["left_at"]) == (False, True, [], "")
    staff(tmp_path, "change", "Ana", "--trained", "--topic", "", "--manages", "Ward 9", "--is-participant", "", "--name", "Ana Bell")
    new = everybody(tmp_path)["Ana Bell"]
    changes = {"name": "Ana Bell", "trained": True, "topic": [], "manages": ["Ward 9"], "is_participant": ""}
    assert new == ana | changes


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def test_supervision_is_written_down(tmp_path: Path) -> None:
    staff(tmp_path, "add", "Ana", "--role", "coach")
    staff(tmp_path, "add", "Sue", "--role", "supervisor")
    day = TODAY - timedelta(days=3)
    done = staff(tmp_path, "supervised", "Ana", "--minutes", "60", "--on", str(day), "--by", "Sue")
    assert done.out == "60 minutes of Ana with Sue are written down.\n"
    assert audited(tmp_path)[-1][0] == "staff.supervised"
    for words, sentence in (
        (("Ana", "--minutes", "60", "--on", str(day), "--by", "Sue"), "written down already"),
        (("Ana", "--minutes", "60", "--by", "Ana"), "Nobody supervises themselves"),
        (("Sue", "--minutes", "60", "--by", "Ana"), "Ana is no supervisor"),
        (("Ana", "--minutes", "0", "--by", "Sue"), "--minutes is from 1 to 480"),
        (("Ana", "--minutes", "60", "--on", str(TODAY + timedelta(days=2)), "--by", "Sue"), "still to come"),
    ):
        assert staff(tmp_path, "supervised", *words).refuses(sentence)


def test_what_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    staff(tmp_path, "add", "Ana", "--role", "coach", "--slack", "U012ABCDEF")
    before = everybody(tmp_path), audited(tmp_path)
    for words, sentence in (
        (("add", "Ben", "--role", "coach", "--slack", "U012ABCDEF"), "one of the addresses of Ben is somebody else's already"),
        (("add", "Ben", "--role", "coach", "--conflict", "green-owl"), "No participant is called green-owl"),
        (("add", "Ben", "--role", "coach", "--role", "researcher"), "one person cannot be both"),
        (("change", "Ana"), "Nothing to change was given"),
        (("change", "Zoe", "--team", "x"), "Zoe: nobody has this id or name"),
        (("away", "Ana", "--since", "2026-05-02", "--until", "2026-05-01"), "--until is over before it begins"),
    ):
        assert staff(tmp_path, *words).refuses(sentence)
    staff(tmp_path, "add", "Ana", "--role", "coach")
    assert staff(tmp_path, "leave", "Ana").refuses("Ana: several people have this id or name")
    assert (before[0].keys(), before[1]) == (everybody(tmp_path).keys(), audited(tmp_path)[:-1])


NOBODY = Staff("new", "Ana Bell", frozenset())
REFUSED = [
    ({}, "--role is missing"),
    ({"role": ["coach", "researcher"]}, "A researcher sees nothing that could tell who somebody is"),
    ({"role": ["programme_manager", "supervisor"]}, "A programme manager sees nothing"),
    ({"role": ["programme_manager"], "safety_rota": True}, "one person cannot be both"),
    ({"role": ["coach"], "slack": "ana.bell"}, "ana.bell is no Slack member id"),
    ({"role": ["coach"], "slack": "C012ABCDEF"}, "is no Slack member id: it begins with U or W"),
    ({"role": ["coach"], "telegram": "@ana"}, "@ana is no Telegram id"),
    ({"role": ["coach"], "telegram": "-1001234567890"}, "is no Telegram id"),
    ({"role": ["coach"], "email": "ana.ward.example"}, "is no e-mail address"),
    ({"role": ["coach"], "email": "ana@ward.example, ben@ward.example"}, "is no e-mail address"),
    ({"role": ["coach"], "email": "a" * 250 + "@x.org"}, "is no e-mail address"),
    ({"role": ["coach"], "name": ""}, "A name has 1 to 120 letters"),
    ({"role": ["coach"], "name": "<!channel>"}, "A name has 1 to 120 letters"),
    ({"role": ["coach"], "name": "Ana\nBell"}, "A name has 1 to 120 letters"),
    ({"role": ["coach"], "language": ["English"]}, "English is no language"),
    ({"role": ["coach"], "language": [""]}, "--language is missing"),
    ({"role": ["coach"], "team": "x" * 81}, "is too long: 80 letters"),
    ({"role": ["coach"], "soft_cap": 9}, "the soft one is not above the hard one"),
    ({"role": ["coach"], "live_cap": -1}, "Caps are from 0 to 100"),
]


@pytest.mark.parametrize(("given", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_nobody_is_on_the_staff_so(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(StaffRefused) as refused:
        refuse(changed(NOBODY, given, {}))
    assert sentence in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(StaffRefused) as refused:
        refuse(changed(NOBODY, {"slack": "ana", "telegram": "ana", "email": "ana"}, {}))
    assert len(str(refused.value).splitlines()) == 4


@pytest.mark.parametrize(
    "roles", [["coach", "supervisor", "admin"], ["researcher"], ["researcher", "programme_manager"], ["admin"]], ids=str
)
def test_who_may_be_both(roles: list[str]) -> None:
    assert refuse(changed(NOBODY, {"role": roles}, {})).roles == {Role(each) for each in roles}
