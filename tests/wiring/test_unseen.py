"""The whole service, with everything wired: whoever manages a programme gets nothing of a coach's load, signs, numbers or log."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from starlette.routing import Mount, Route

from coachbot import cases, staff_shown
from coachbot.sandbox import COACH
from coachbot.service import ROLES, Service, _service
from coachbot.settings import read_settings
from coaching.staff import Pulse, Role, Staff, Supervised
from coaching.words import Words
from tests.storage.people import NAMES

WORDS = "Marmalade at dawn"
HOURS, SHOWN = 77.1, "78.1"  # the sandbox has an hour of its own
MANAGER = Staff("mona", "Mona", frozenset({Role.PROGRAMME_MANAGER, Role.SUPERVISOR}))
SUPERVISOR = Staff("sue", "Sue", frozenset({Role.SUPERVISOR}))
PROMPT = "differently"


@pytest.fixture
async def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[Service]:
    """The sandbox's, with a coach who has kept a log, a pulse and a sitting."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACHBOT_DATA", str(tmp_path))
    monkeypatch.setenv("COACHBOT_MODEL__ON", "false")
    async with _service(read_settings(), ROLES, []) as service:
        storage, now = service.opened.storage, service.road.clock.now()
        for person in (MANAGER, SUPERVISOR):
            await storage.casework.add_staff(person)
        await storage.casework.add_supervision(COACH, Supervised(now - timedelta(days=1), HOURS), "sue")
        await storage.welfare.add_pulse(COACH, Pulse(now, 9, 9, 0))
        await storage.welfare.add_entry(COACH, PROMPT, Words(WORDS), now)
        yield service


async def everything_told(service: Service, person: Staff) -> tuple[int, str]:
    """What every route of the service answers this person; how many those were."""
    token = NAMES.code(32)
    await service.opened.storage.logins.begin(token, person.id)
    app = service.server.config.app
    asked, said = 0, ""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),  # type: ignore[arg-type]
        base_url="http://127.0.0.1:8080",
        cookies={"login": token},
        headers={"sec-fetch-site": "same-origin"},
    ) as browser:
        for route in app.routes:  # type: ignore[union-attr]
            assert isinstance(route, Route | Mount)
            if isinstance(route, Route) and not route.path.endswith(("events", "sign-out", "everywhere")):
                for method in (route.methods or set()) - {"HEAD"}:
                    asked += 1
                    said += (await browser.request(method, re.sub(r"\{[^}]*\}", "1", route.path))).text
    return asked, said


@pytest.mark.shows("U41", side="no manager sees load, signs, numbers or log: the whole service")
async def test_no_route_of_the_service_tells_a_manager(service: Service):
    asked, said = await everything_told(service, MANAGER)
    assert asked > 25
    assert [secret for secret in (WORDS, SHOWN) if secret in said] == []
    _, to_supervisor = await everything_told(service, SUPERVISOR)
    assert (SHOWN in to_supervisor, WORDS in to_supervisor) == (True, False)


@pytest.mark.shows("U41", side="no manager sees load, signs, numbers or log: what is exported")
async def test_nothing_that_is_exported_holds_any_of_it(service: Service):
    now = service.road.clock.now()
    people = await service.opened.casework.staff()
    told = staff_shown.as_table(people, now) + json.dumps([staff_shown.as_json(each, {}, now) for each in people])
    told += json.dumps([cases.as_json(each) for each in await service.opened.notebook.cases(closed=True)])
    assert "Sam Sandbox" in told
    names = ("pulse", "energy", "meaning", "load", "strain", "log", "supervis(?!or)", "after_care", "practice", WORDS, f"{HOURS}")
    assert [name for name in names if re.search(name, told)] == []
