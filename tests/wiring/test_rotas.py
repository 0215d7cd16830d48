"""The keeper of the safety rota, with a calendar in a file, at a real address on this machine, and with shifts of the programme's own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from coachbot import rota_address, rotas
from coachbot.rotas import RotaKeeper
from coaching.cover import Duty, Opening
from coaching.programme import Programme
from coaching.staff import Role, Staff
from handoff.rota import on_duty
from standins.clock import MovableClock

MONDAY = datetime(2026, 5, 4, 12, tzinfo=UTC)
ANA = Staff("ana", "Ana Bell", frozenset({Role.COACH}), on_safety_rota=True, addresses=(("email", "ana@ward.example"),))
BEN = Staff("ben", "Ben", frozenset({Role.COACH}), on_safety_rota=True)


def calendar(*titles: str) -> str:
    times = "DTSTAMP:20260401T000000Z\r\nDTSTART:20260504T080000Z\r\nDTEND:20260504T200000Z\r\nRRULE:FREQ=DAILY;COUNT=3"
    events = "".join(f"BEGIN:VEVENT\r\nUID:{number}\r\n{times}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n" for number, title in enumerate(titles))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rota//EN\r\n{events}END:VCALENDAR\r\n"


@dataclass
class Shelf:
    """A calendar service: what it answers, and how often it was asked."""

    url: str = ""
    body: str = field(default_factory=lambda: calendar("On call: Ana Bell"))
    status: int = 200
    wait: float = 0.0
    asked: int = 0
    sent_on: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        await asyncio.sleep(self.wait)
        if self.sent_on and request.path == "/rota.ics":
            raise web.HTTPFound(self.sent_on)
        return web.Response(text=self.body, status=self.status, content_type="text/calendar")


@pytest.fixture
async def shelf() -> AsyncIterator[Shelf]:
    there = Shelf()
    app = web.Application()
    app.router.add_get("/{name}", there.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    there.url = f"http://127.0.0.1:{runner.addresses[0][1]}/rota.ics"
    yield there
    await runner.cleanup()


def keeper(calendar: str = "", *duties: Duty, staff: Sequence[Staff] = (ANA, BEN), clock: MovableClock | None = None) -> RotaKeeper:
    async def people() -> Sequence[Staff]:
        return staff

    return RotaKeeper(replace(Programme(), calendar=calendar, duties=duties), people, clock or MovableClock(MONDAY))


def duty_of(kept: RotaKeeper, now: datetime) -> list[str]:
    return [each.id for each in on_duty(kept.shifts(now), (ANA, BEN), now)]


async def test_a_calendar_at_an_address_is_read(shelf: Shelf) -> None:
    shelf.body = calendar("On call: Ana Bell", "On call: Zoe")
    kept = keeper(shelf.url)
    await kept.read()
    assert duty_of(kept, MONDAY) == ["ana"]
    assert duty_of(kept, MONDAY + timedelta(hours=9)) == []
    assert kept.unmatched == ("On call: Zoe",)
    assert (kept.stale, kept.read_at) == ("", MONDAY)
    assert kept.state() == {"shifts": 3, "unmatched": 1, "read_at": MONDAY.isoformat(), "stale": ""}


WRONG = {
    "away": {"status": 503},
    "gone": {"status": 404},
    "a web page": {"body": "<html>Sign in</html>"},
    "cut off": {"body": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"},
    "too slow": {"wait": 0.5},
    "too large": {"body": "BEGIN:VCALENDAR\r\n" + "X" * 5_000 + "\r\nEND:VCALENDAR"},
    "sent on to somebody without https": {"sent_on": "http://localhost.ward.example:1/rota.ics"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
async def test_the_last_good_rota_stands(shelf: Shelf, wrong: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rota_address, "WITHIN", 0.2)
    monkeypatch.setattr(rota_address, "LARGEST", 4_096)
    clock = MovableClock(MONDAY)
    kept = keeper(shelf.url, clock=clock)
    await kept.read()
    for name, value in wrong.items():
        setattr(shelf, name, value)
    clock.jump(timedelta(minutes=15))
    with capture_logs() as log:
        await kept.read()
    assert duty_of(kept, clock.now()) == ["ana"]
    assert kept.stale
    assert kept.read_at == MONDAY
    (line,) = log
    assert line["event"] == "rota.stale"
    assert shelf.url not in f"{line} {kept.stale}", "whoever has the address can read the calendar"
    shelf.status, shelf.body, shelf.wait, shelf.sent_on = 200, calendar("Ben"), 0.0, ""
    await kept.read()
    assert (duty_of(kept, clock.now()), kept.stale, kept.read_at) == (["ben"], "", clock.now())


async def test_an_address_that_sends_us_on_is_followed(shelf: Shelf) -> None:
    shelf.sent_on = "/other.ics"
    kept = keeper(shelf.url)
    await kept.read()
    assert (duty_of(kept, MONDAY), shelf.asked) == (["ana"], 2)


async def test_it_is_read_again_and_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotas, "EVERY", 0.01)
    kept = keeper(shelf.url)
    task = asyncio.create_task(kept.keep_on())
    async with asyncio.timeout(10):
        while shelf.asked < 3:  # noqa: ASYNC110 - the keeper has no event to wait for
            await asyncio.sleep(0.01)
    task.cancel()
    assert duty_of(kept, MONDAY) == ["ana"]


async def test_nobody_is_there(shelf: Shelf) -> None:
    kept = keeper("http://127.0.0.1:9/rota.ics")
    await kept.read()
    assert kept.shifts(MONDAY) == ()
    assert "gives no calendar now" in kept.stale
    assert kept.read_at is None


async def test_a_calendar_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "rota.ics"
    file.write_text(calendar("Ben"))
    kept = keeper(str(file))
    await kept.read()
    file.unlink()
    await kept.read()
    assert duty_of(kept, MONDAY) == ["ben"]
    assert "file of the rota cannot be read" in kept.stale


async def test_shifts_of_the_programmes_own() -> None:
    nights = tuple(Opening(day, time(20), time(8)) for day in range(7))
    once = Duty("ANA@ward.example", since=MONDAY, until=MONDAY + timedelta(hours=1))
    kept = keeper("", Duty("ben", nights), once, Duty("Zoe", nights))
    await kept.read()
    assert duty_of(kept, MONDAY) == ["ana"]
    assert duty_of(kept, MONDAY + timedelta(hours=10)) == ["ben"]  # 23:00 in London
    assert duty_of(kept, MONDAY + timedelta(days=30, hours=10)) == ["ben"]
    assert kept.unmatched == ("Zoe",)


async def test_a_name_that_two_people_have_is_nobodys() -> None:
    kept = keeper("", Duty("Ben", (Opening(0, time(), time()),)), staff=(BEN, replace(BEN, id="ben-2")))
    await kept.read()
    assert (kept.shifts(MONDAY), kept.unmatched) == ((), ("Ben",))


async def test_without_a_rota_there_is_nothing_to_read() -> None:
    kept = keeper()
    await kept.read()
    assert (kept.wanted, kept.shifts(MONDAY), kept.stale) == (False, (), "")


async def test_where_the_staff_cannot_be_read_the_last_rota_stands() -> None:
    kept = keeper("", Duty("Ben", (Opening(0, time(), time()),)))
    await kept.read()

    async def away() -> Sequence[Staff]:
        raise OSError("database")

    kept._staff = away
    await kept.read()
    assert duty_of(kept, MONDAY) == ["ben"]
    assert kept.stale == "The rota could not be read (OSError)."
