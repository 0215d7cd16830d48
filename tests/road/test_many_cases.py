"""The queue page where ten thousand people wait."""

from __future__ import annotations

import time

import httpx
import pytest
from starlette.applications import Starlette

from coachbot import console_part
from coachbot.hand_off import build_hand_off
from coachbot.opening import Opened
from coachbot.road import build_road
from coachbot.settings import Settings
from coachbot.timekeeping import FreshNames
from coaching.participant import Address, Channel
from coaching.staff import Role, Staff
from tests.crowd import copied, open_cases
from tests.service import MIND
from tests.storage.people import Store, open_at

MANY, LOOKS = 10_000, 20
AT_MOST = 0.2  # seconds
COACHES = [Staff(f"coach{number}", f"Coach {number}", frozenset({Role.COACH})) for number in range(20)]
LEAD = Staff("lead", "Lee Lead", frozenset({Role.SAFETY_LEAD, Role.SUPERVISOR}), on_safety_rota=True)


def console(store: Store) -> Starlette:
    """The console over this store, as the service makes it."""
    road = build_road(store.notebook, MIND, {}, clock=store.clock, names=FreshNames())
    hand_off = build_hand_off(road, store.storage.casework)
    opened = Opened(store.storage, "a test", store.url, None)
    return Starlette(routes=list(console_part.make(Settings(), road, opened, hand_off)))


async def looks_at(app: Starlette, store: Store, person: Staff) -> tuple[list[float], list[float], str]:
    """How long each look at the queue took at the server, how much of it this process worked (seconds, sorted), and the page."""
    token = f"token of {person.id}".replace(" ", "-")
    await store.storage.logins.begin(token, person.id)
    transport, took, worked = httpx.ASGITransport(app), list[float](), list[float]()
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080", cookies={"login": token}) as browser:
        for _ in range(LOOKS):
            began, before = time.perf_counter(), time.process_time()
            answer = await browser.get("/console/queue")
            took.append(time.perf_counter() - began)
            worked.append(time.process_time() - before)
            assert answer.status_code == 200
    return sorted(took), sorted(worked), answer.text


@pytest.mark.pg
def told(seconds: list[float]) -> str:
    return f"{seconds[0] * 1000:.0f} ms at best, {seconds[len(seconds) // 2] * 1000:.0f} p50, {seconds[-1] * 1000:.0f} longest"


@pytest.mark.shows("U6", part="the queue page with 10,000 open cases")
async def test_ten_thousand_wait(urls: tuple[str, str]) -> None:
    store = await open_at(*urls)
    try:
        for person in (*COACHES, LEAD):
            await store.storage.casework.add_staff(person)
        await open_cases(store, [Address(Channel.SLACK, "T1", "UANN", "DANN")])
        await copied(store, MANY, [each.id for each in COACHES])
        app = console(store)
        for person in (COACHES[0], LEAD):
            took, worked, page = await looks_at(app, store, person)
            print(f"{store.url.split(':')[0]}: queue page {told(took)}, of which the server worked {told(worked)}")
            assert page.count("data-row") >= 100
            assert took[0] <= AT_MOST, "undisturbed by what else runs on the machine"
            assert worked[LOOKS // 2] <= AT_MOST / 2
        assert page.count('class="mine') == 0
    finally:
        await store.storage.close()
