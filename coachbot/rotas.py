"""The keeper of the safety rota: reads the programme's shifts at the start and every quarter of an hour, and keeps the last good ones."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from coachbot import forms
from coaching.cover import Cover, Duty
from coaching.errors import UnreadableRota
from coaching.ports import Clock
from coaching.programme import Programme
from coaching.staff import Staff
from handoff.hours import stretches
from handoff.rota import Shift

log = structlog.get_logger(__name__)

EVERY = 15 * 60.0  # seconds
PATIENCE = 60.0  # seconds for one reading, all in all
BACK, AHEAD = timedelta(days=2), timedelta(days=35)  # what part of the rota is kept
Roster = Callable[[], Awaitable[Sequence[Staff]]]


class RotaKeeper:
    """Who has which shift, as it was last read.

    A reading that fails changes nothing: the last good one stands, and `stale` says since when and why. The staff are matched anew with
    each reading, so a new name counts a quarter of an hour later at most. `unmatched` are titles, or names, that nobody on the staff has.
    """

    def __init__(self, programme: Programme, staff: Roster, clock: Clock) -> None:
        self._programme = programme
        self._staff = staff
        self._clock = clock
        self._shifts: tuple[Shift, ...] = ()
        self._wrong = ""
        self.unmatched: tuple[str, ...] = ()
        self.read_at: datetime | None = None

    @property
    def wanted(self) -> bool:
        """Whether the programme has a rota at all."""
        return bool(self._programme.calendar or self._programme.duties)

    @property
    def stale(self) -> str:
        """Why the rota is not as fresh as it could be; nothing where it is."""
        return self._wrong

    def shifts(self, now: datetime) -> tuple[Shift, ...]:
        """Everything on the rota that is not over."""
        return tuple(each for each in self._shifts if each.until > now)

    async def read(self) -> None:
        """Read it now. Never raises for what is wrong with the rota."""
        try:
            async with asyncio.timeout(PATIENCE):
                self._shifts, self.unmatched = await self._found()
        except Exception as error:  # the database, a library, the network: the last good rota stands
            self._wrong = str(error) if isinstance(error, UnreadableRota) else f"The rota could not be read ({type(error).__name__})."
            log.error("rota.stale", since=self.read_at.isoformat() if self.read_at else "never read", what=self._wrong)
            return
        self.read_at, self._wrong = self._clock.now(), ""
        log.info("rota.read", shifts=len(self._shifts), unmatched=len(self.unmatched))

    async def keep_on(self) -> None:
        """Read again every quarter of an hour, for ever."""
        while True:
            await asyncio.sleep(EVERY)
            await self.read()

    def state(self) -> Mapping[str, Any]:
        """Facts for `/readyz`. A stale rota keeps nothing from being ready: the ladder goes on to whoever answers for safety."""
        read = self.read_at.isoformat() if self.read_at else None
        return {"shifts": len(self.shifts(self._clock.now())), "unmatched": len(self.unmatched), "read_at": read, "stale": self._wrong}

    async def _found(self) -> tuple[tuple[Shift, ...], tuple[str, ...]]:
        now, programme = self._clock.now(), self._programme
        staff = [each for each in await self._staff() if each.left_at is None or now < each.left_at]
        if programme.calendar:
            return await _of_calendar(programme, staff, now)
        return of_duties(programme.duties, staff, programme.zone, now)


async def _of_calendar(programme: Programme, staff: Sequence[Staff], now: datetime) -> tuple[tuple[Shift, ...], tuple[str, ...]]:
    """In a thread: reading a large calendar takes its time, and so does loading what reads it."""
    text = await _text(programme.calendar)
    return await asyncio.to_thread(_of_text, text, staff, programme.zone, now)


def _of_text(text: str, staff: Sequence[Staff], zone: str, now: datetime) -> tuple[tuple[Shift, ...], tuple[str, ...]]:
    from coachbot.rota_calendar import Window, read_rota

    rota = read_rota(text, staff, Window(now - BACK, now + AHEAD, zone))
    return rota.shifts, rota.unmatched


async def _text(calendar: str) -> str:
    if forms.is_address(calendar):
        fetched = (await asyncio.to_thread(_fetching))(forms.web_form(calendar))
        return await fetched
    try:
        return await asyncio.to_thread(Path(calendar).read_text, "utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableRota(f"The file of the rota cannot be read ({type(error).__name__}): put it back, or name another.") from None


def _fetching() -> Callable[[str], Awaitable[str]]:
    from coachbot.rota_address import fetched

    return fetched


# -- shifts that stand in the programme file ------------------------------------------------------------------------------------


def of_duties(duties: Sequence[Duty], staff: Sequence[Staff], zone: str, now: datetime) -> tuple[tuple[Shift, ...], tuple[str, ...]]:
    """The shifts of the coming weeks, and the names that nobody on the staff has, or several people have."""
    found, unmatched = [], []
    for duty in duties:
        called = named(duty.who, staff)
        if len(called) != 1:
            unmatched.append(duty.who)
            continue
        found += [Shift(called[0].id, since, until) for since, until in _times(duty, zone, now)]
    return tuple(sorted(found, key=lambda each: (each.since, each.until, each.staff_id))), tuple(dict.fromkeys(unmatched))


def named(who: str, staff: Sequence[Staff]) -> list[Staff]:
    """Whose id, name or e-mail this is."""
    return [each for each in staff if who.casefold() in (each.id.casefold(), each.name.casefold(), _email(each))]


def _email(person: Staff) -> str:
    return dict(person.addresses).get("email", "").casefold()


def _times(duty: Duty, zone: str, now: datetime) -> list[tuple[datetime, datetime]]:
    if duty.since is not None and duty.until is not None:
        return [(duty.since, duty.until)]
    coming = stretches(Cover(duty.weekly, ZoneInfo(zone)), now - BACK)
    return [(each.since, each.until) for each in takewhile(lambda each: each.since < now + AHEAD, coming)]
