"""Very many open cases: the queue page of ten thousand, and a thousand that are to be looked at in the same moment."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import time as time_of
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from starlette.applications import Starlette

from bot.perform import Mind
from coachbot import console_part
from coachbot.hand_off import build_hand_off
from coachbot.opening import Opened
from coachbot.road import Road, build_road
from coachbot.settings import Settings
from coachbot.timekeeping import FreshNames
from coaching.cover import Cover, Opening
from coaching.participant import Address, Channel
from coaching.staff import Role, Staff
from tests.crowd import copied, open_cases
from tests.service import MIND, files
from tests.storage.people import Store, open_at, person, text

MANY, LOOKS = 10_000, 20
DUE, A_SECOND = 1_000, 20  # cases, messages
BLOCKED = 0.05  # seconds for which the loop may be at one thing
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
    page = ""
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080", cookies={"login": token}) as browser:
        for _ in range(LOOKS):
            began, before = time.perf_counter(), time.process_time()
            answer = await browser.get("/console/queue")
            took.append(time.perf_counter() - began)
            worked.append(time.process_time() - before)
            assert answer.status_code == 200
            page = answer.text
    return sorted(took), sorted(worked), page


def told(seconds: list[float]) -> str:
    return f"{seconds[0] * 1000:.0f} ms at best, {seconds[len(seconds) // 2] * 1000:.0f} p50, {seconds[-1] * 1000:.0f} longest"


@pytest.mark.shows("U6", side="the queue page with 10,000 open cases")
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
    finally:
        await store.storage.close()


# -- a thousand due at once -----------------------------------------------------------------------------------------------------


class Loop:
    """How long the event loop was at one thing: the work of its own thread between two looks at the clock."""

    def __init__(self) -> None:
        self.at_one_go = list[float]()

    async def watch(self) -> None:
        while True:
            before = time.thread_time()
            await asyncio.sleep(0.001)
            self.at_one_go.append(time.thread_time() - before)


async def talk(road: Road, store: Store, took: list[float]) -> None:
    """Somebody new writes, twenty times a second, and has the answer decided and written."""
    number = 0
    while True:
        number += 1
        began = time.perf_counter()
        await road.inbox.receive([text(person(f"new{number}"), "hello", store.clock.now())])
        await road.performer.perform_waiting()
        took.append(time.perf_counter() - began)
        await asyncio.sleep(max(0.0, 1 / A_SECOND - (time.perf_counter() - began)))


@pytest.mark.shows("F4", side="1,000 cases due at once do not hold up those who talk")
async def test_a_thousand_cases_are_due_in_the_same_moment(tmp_path: Path) -> None:
    store = await open_at(*files(tmp_path))
    road = build_road(store.notebook, staffed(), {}, clock=store.clock, names=FreshNames())
    tender = build_hand_off(road, store.storage.casework).tender
    for each in (*COACHES, LEAD):
        await store.storage.casework.add_staff(each)
    await open_cases(store, [person(f"p{number}") for number in range(DUE)])
    loop, took = Loop(), list[float]()
    beside = [asyncio.create_task(loop.watch()), asyncio.create_task(talk(road, store, took))]
    began, worked = time.perf_counter(), time.process_time()
    looked = 0
    while done := await tender.tend_due():
        looked += done
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    for task in beside:
        task.cancel()
    await asyncio.gather(*beside, return_exceptions=True)
    longest, took = max(loop.at_one_go), sorted(took)
    print(f"{looked} cases in {seconds:.1f} s ({worked:.1f} s of work); the loop at one thing for {longest * 1000:.0f} ms at most")
    print(f"{len(took)} messages meanwhile: {told(took)}")
    assert looked == DUE
    assert longest <= BLOCKED
    await store.storage.close()


def staffed() -> Mind:
    """With cover hours, so that routes are counted in them."""
    cover = Cover(tuple(Opening(day, time_of(8), time_of(18)) for day in range(5)), ZoneInfo("Europe/London"))
    return replace(MIND, programme=replace(MIND.programme, staffed=True, safety_lead="Dr Lee", cover=cover))
