"""`coachbot staff`: who works for a programme, as somebody types it."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coachbot import staffing
from coachbot.opening import master_key, open_notebook
from coachbot.settings import Settings, database_url, keys_url, read_settings
from coachbot.staff_options import changed, refuse
from coachbot.staff_shown import as_json, as_table
from coachbot.timekeeping import FreshNames, WallClock
from coaching.errors import CoachingError, StaffRefused
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.staff import Role, Staff
from coaching.words import Words
from tests.wiring.command import coachbot

NO_LEAD = "Nobody on the staff is a safety lead"
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
EVERYTHING = {
    "role": ["coach", "ethical_mentor"],
    "slack": "W012ABCDEF",
    "telegram": "4711000",
    "email": "ana@ward.example",
    "organisation": "Trust",
    "directorate": "Cancer",
    "team": "Ward 7",
    "profession": "nurse",
    "manages": ["Ward 8", "Ward 9"],
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


# -- as it is typed -------------------------------------------------------------------------------------------------------------


def test_everything_that_can_be_said_of_somebody_is_kept(tmp_path: Path) -> None:
    added = coachbot(tmp_path, "staff", "add", "Ana", *_options(EVERYTHING), "--untrained", "--safety-rota")
    assert (added.code, NO_LEAD in added.err) == (0, True)
    listed = coachbot(tmp_path, "staff", "list", "--json")
    ana = json.loads(listed.out)
    assert added.out == f"Ana is on the staff (coach, ethical_mentor). Id: {ana['id']}\n"
    assert {name: ana[name] for name in EVERYTHING} == EVERYTHING
    assert (ana["trained"], ana["safety_rota"], ana["away"], ana["left_at"], ana["line"]) == (False, True, [], "", [])


def test_a_refusal_is_a_sentence_and_ends_with_2(tmp_path: Path) -> None:
    assert coachbot(tmp_path, "staff", "add", "Ana", "--role", "coach", "--role", "researcher").refuses("one person cannot be both")


def _options(said: Mapping[str, Any]) -> list[str]:
    """As words of a command."""
    each = [(name, one) for name, value in said.items() for one in (value if isinstance(value, list) else [value])]
    return [word for name, one in each for word in (f"--{name.replace('_', '-')}", str(one))]


# -- what the commands do -------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """Of the sandbox, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACHBOT_DATA", str(tmp_path))
    return read_settings()


async def everybody(settings: Settings) -> dict[str, dict[str, Any]]:
    """By name."""
    staff, aliases, now = await staffing.everybody(settings)
    return {each.name: as_json(each, aliases, now) for each in staff}


def audited(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    with contextlib.closing(sqlite3.connect(folder / "coachbot.db")) as connection:
        rows = connection.execute("SELECT what, detail, participant_id FROM audit WHERE what LIKE 'staff.%' ORDER BY seq").fetchall()
    assert all(participant is None for _, _, participant in rows)
    return [(what, json.loads(detail)) for what, detail, _ in rows]


async def test_a_coach_comes_goes_away_returns_and_leaves(settings: Settings, tmp_path: Path) -> None:
    said, warned = await staffing.add(settings, "Ana Bell", {"role": ["coach", "supervisor"], "slack": "U012ABCDEF", "safety_rota": True})
    ana = said.split()[-1]
    assert NO_LEAD in warned
    assert len(await staffing.add(settings, "Lee", {"role": ["safety_lead"], "email": "Lee@Ward.Example"})) == 1
    assert await staffing.change(settings, "ana bell", {"telegram": "4711000", "slack": ""}) == ["Ana Bell is changed: slack, telegram."]
    assert await staffing.away(settings, ana, None, TODAY + 9 * DAY) == [f"Ana Bell is away from {TODAY} to {TODAY + 9 * DAY}."]
    people, _, now = await staffing.everybody(settings)
    heads, row, _ = [re.split("  +", line) for line in as_table(people, now).splitlines()]
    assert heads == ["id", "name", "roles", "safety rota", "reached by", "state"]
    assert row == [ana, "Ana Bell", "coach, supervisor", "yes", "telegram", "away"]
    assert await staffing.back(settings, ana.lower()) == ["Ana Bell is back."]
    assert (await everybody(settings))["Ana Bell"]["state"] == "here"
    assert await staffing.leave(settings, ana, TODAY + 30 * DAY) == [f"Ana Bell leaves after {TODAY + 30 * DAY}."]
    assert (await everybody(settings))["Ana Bell"]["state"] == "here"
    assert await staffing.leave(settings, ana, None) == ["Ana Bell has left."]
    assert {name: each["state"] for name, each in (await everybody(settings)).items()} == {"Ana Bell": "left", "Lee": "here"}
    assert (await everybody(settings))["Lee"]["email"] == "lee@ward.example"
    done = audited(tmp_path)
    assert [what.removeprefix("staff.") for what, _ in done] == ["added", "added", "changed", "away", "back", "left", "left"]
    assert done[0][1] == {"by": "command line", "roles": "coach supervisor", "staff": ana}
    assert done[2][1]["options"] == "slack telegram"


async def test_what_is_not_given_stays(settings: Settings) -> None:
    await staffing.add(settings, "Ana", EVERYTHING)
    was = (await everybody(settings))["Ana"]
    await staffing.change(settings, "Ana", {"trained": False, "topic": [""], "manages": ["Ward 9"], "name": "Ana Bell"})
    changes = {"name": "Ana Bell", "trained": False, "topic": [], "manages": ["Ward 9"]}
    assert (await everybody(settings))["Ana Bell"] == was | changes


async def test_participants_are_named_by_their_aliases(settings: Settings) -> None:
    async with open_notebook(
        database_url(settings), keys_url(settings), master_key(settings), clock=WallClock(), names=FreshNames()
    ) as opened:
        words = Inbound(Address(Channel.WEB, "a", "b", "c"), ("key",), Kind.TEXT, datetime.now(UTC), Words("hello"))
        await opened.notebook.take_in([words])
        (claim,) = await opened.notebook.claim(1, DAY)
        alias = claim.participant.alias
    tied = {"line": [alias], "conflict": [alias], "is_participant": alias}
    (_, *warned) = await staffing.add(settings, "Lee", {"role": ["safety_lead"], **tied})
    assert "Lee is the only safety lead" in warned[0]
    lee = (await everybody(settings))["Lee"]
    assert {name: lee[name] for name in tied} == tied
    await staffing.change(settings, "Lee", {"line": [""], "conflict": [""], "is_participant": ""})
    lee = (await everybody(settings))["Lee"]
    assert {name: lee[name] for name in tied} == {"line": [], "conflict": [], "is_participant": ""}


async def test_supervision_is_written_down(settings: Settings, tmp_path: Path) -> None:
    await staffing.add(settings, "Ana", {"role": ["coach"]})
    await staffing.add(settings, "Sue", {"role": ["supervisor"]})
    done = await staffing.supervised(settings, "Ana", 60, TODAY - 3 * DAY, "Sue")
    assert done == ["60 minutes of Ana with Sue are written down."]
    assert audited(tmp_path)[-1][0] == "staff.supervised"
    for who, minutes, on, by, sentence in (
        ("Ana", 60, TODAY - 3 * DAY, "Sue", "written down already"),
        ("Ana", 60, None, "Ana", "Nobody supervises themselves"),
        ("Sue", 60, None, "Ana", "Ana is no supervisor"),
        ("Ana", 0, None, "Sue", "--minutes is from 1 to 480"),
        ("Ana", 60, TODAY + 2 * DAY, "Sue", "still to come"),
    ):
        with pytest.raises(CoachingError, match=sentence):
            await staffing.supervised(settings, who, minutes, on, by)


async def test_what_is_refused_leaves_nothing_behind(settings: Settings, tmp_path: Path) -> None:
    await staffing.add(settings, "Ana", {"role": ["coach"], "slack": "U012ABCDEF"})
    before = await everybody(settings), audited(tmp_path)
    for refused, sentence in (
        (
            staffing.add(settings, "Ben", {"role": ["coach"], "slack": "U012ABCDEF"}),
            "one of the addresses of Ben is somebody else's already",
        ),
        (staffing.add(settings, "Ben", {"role": ["coach"], "conflict": ["green-owl"]}), "No participant is called green-owl"),
        (staffing.change(settings, "Ana", {"team": None}), "Nothing to change was given"),
        (staffing.change(settings, "Zoe", {"team": "x"}), "Zoe: nobody has this id or name"),
        (staffing.away(settings, "Ana", TODAY + DAY, TODAY), "--until is over before it begins"),
    ):
        with pytest.raises(CoachingError, match=sentence):
            await refused
    assert (await everybody(settings), audited(tmp_path)) == before
    await staffing.add(settings, "Ana", {"role": ["coach"]})
    with pytest.raises(CoachingError, match="Ana: several people have this id or name"):
        await staffing.leave(settings, "Ana", None)


# -- what is refused ------------------------------------------------------------------------------------------------------------


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


def test_an_authenticator_is_told_its_secret_once(tmp_path: Path) -> None:
    coachbot(tmp_path, "staff", "add", "Lee", "--role", "safety_lead")
    told = coachbot(tmp_path, "staff", "totp", "lee")
    secret = re.search(r"^otpauth://totp/Coachbot:Lee\?secret=([A-Z2-7]{32})&issuer=Coachbot$", told.out, re.MULTILINE)
    assert secret, told.out
    again = coachbot(tmp_path, "staff", "totp", "lee")
    assert secret[1] not in again.out
    assert secret[1] not in coachbot(tmp_path, "staff", "list", "--all", "--json").out
    assert coachbot(tmp_path, "staff", "totp", "lee", "--off").out == "Lee signs in without a number again.\n"
    assert coachbot(tmp_path, "staff", "totp", "nobody").refuses("nobody has this id or name")


def test_where_a_role_needs_an_authenticator_the_list_says_who_has_none(tmp_path: Path) -> None:
    def told(*words: str) -> str:
        ended = coachbot(tmp_path, "staff", *words, CONSOLE__SECOND_FACTOR="safety_lead, supervisor")
        return ended.out + ended.err

    assert "Lee cannot sign in by a code before they have an authenticator: coachbot staff totp " in told(
        "add", "Lee", "--role", "safety_lead"
    )
    assert "authenticator" not in told("add", "Ann", "--role", "coach")
    assert "cannot sign in" not in told("totp", "lee")
    off = told("totp", "lee", "--off")
    assert "Lee has no authenticator any more." in off
    assert "cannot sign in by a code" in off


def test_a_role_that_there_is_not_is_said(tmp_path: Path) -> None:
    ended = coachbot(tmp_path, "staff", "list", CONSOLE__SECOND_FACTOR="safety_lead,boss")
    assert ended.refuses("COACHBOT_CONSOLE__SECOND_FACTOR names boss, which is no role")
