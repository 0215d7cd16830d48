"""A programme with people in it: the real road and the real hand-off over SQLite, chat as shelves that messages are put on."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

from bot.perform import Mind
from coachbot.hand_off import HandOff, build_hand_off
from coachbot.road import Road, build_road
from coachbot.timekeeping import FreshNames
from coaching.casework import CaseFile
from coaching.concern import Concern
from coaching.delivery import Delivery, Found, Permanent, Refused, Sent, Unknowable
from coaching.message import Inbound, Kind, Outbound, Press
from coaching.participant import Address, Channel
from coaching.staff import Away, Role, Staff
from coaching.words import Words, plain
from handoff.desk import Answer, Place
from handoff.handback import HandBack
from handoff.ladder import Means
from handoff.posting import Way
from handoff.relay import Desk
from handoff.rota import Shift
from standins.clock import MovableClock
from storage.casework import SqlCasework
from storage.opening import Storage, open_storage
from tests.play import NOON
from tests.service import MIND, files

KEY = base64.b64encode(bytes(range(32))).decode()
COACHES_CHANNEL = Place(Means.SLACK, "T1", "C0COACHES")


@dataclass
class Shelf:
    """One channel's way out: what was sent lies there, in order. `down` refuses everything, `gone` names who has left."""

    channel: Channel
    sent: list[Outbound] = field(default_factory=list)
    down: bool = False
    gone: set[str] = field(default_factory=set)

    async def send(self, outbound: Outbound) -> Delivery:
        if outbound.address.person in self.gone:
            return Permanent("left", gone=True)
        if self.down:
            return Refused(1.0)
        self.sent.append(outbound)
        return Sent(outbound.settles or f"m{len(self.sent)}")

    async def look_for(self, outbound: Outbound) -> Found:
        return Unknowable()

    def to(self, person: str) -> list[str]:
        """What stands in somebody's chat, or in a place."""
        return [plain(each.text) for each in self.sent if person in (each.address.person, each.address.place)]


def coach(name: str, *roles: Role, rota: bool = False, **more: Any) -> Staff:
    addresses = (("slack", f"U{name.upper()}"), ("telegram", str(crc32(name.encode()))), ("email", f"{name}@example.org"))
    return replace(Staff(name, name.title(), frozenset(roles or {Role.COACH}), on_safety_rota=rota, addresses=addresses), **more)


@dataclass
class Office:
    """Where nurses write and coaches work."""

    storage: Storage
    clock: MovableClock
    road: Road
    hand_off: HandOff
    slack: Shelf
    telegram: Shelf
    staff: dict[str, Staff] = field(default_factory=dict)

    @property
    def casework(self) -> SqlCasework:
        return self.storage.casework

    @property
    def desk(self) -> Desk:
        return self.hand_off.desk

    async def hires(self, *people: Staff) -> None:
        for person in people:
            await self.casework.add_staff(person)
            self.staff[person.id] = person

    async def settle(self) -> None:
        """Everything that can be done now."""
        await self.road.drain()
        await self.hand_off.drain()
        await self.road.drain()

    async def rest(self) -> None:
        """A few seconds: a chat takes no more than one message a second."""
        await self.settle()
        await self.lasts(seconds=4)

    async def lasts(self, step: timedelta = timedelta(seconds=1), **span: float) -> None:
        """Time passes, and what falls due meanwhile is done when it does, at most once a `step`."""
        end = self.clock.now() + timedelta(**span)
        while self.clock.now() < end:
            self.clock.jump(min(max(await self._next(), self.clock.now() + step), end) - self.clock.now())
            await self.settle()

    async def _next(self) -> datetime:
        """The next moment at which anything is due; never less than a second away."""
        looks = [each.look_at for each in await self.cases() if each.look_at is not None]
        sends = [await self.road.notebook.next_due()]
        later = [each for each in (*looks, *sends) if each is not None and each > self.clock.now()]
        return min(later, default=self.clock.now() + timedelta(hours=1))

    def nurse(self, name: str = "UNURSE") -> Nurse:
        return Nurse(self, Address(Channel.SLACK, "T1", name, f"D{name}"))

    async def cases(self, concern: Concern | None = None) -> list[CaseFile]:
        return [each for each in await self.casework.open_files(100) if concern in (None, each.concern)]

    async def case(self) -> CaseFile:
        (only,) = await self.cases()
        return only

    async def hand_back(self, name: str, case: CaseFile, agreed: str = "We agreed on a break") -> Answer:
        return await self.desk.hand_back(self.staff[name], case.id, HandBack(Words(agreed)))


@dataclass
class Nurse:
    """Somebody who writes in Slack."""

    office: Office
    address: Address
    count: int = 0

    async def types(self, text: str) -> None:
        await self._does(Kind.TEXT, words=Words(text))

    async def presses(self, choice: str) -> None:
        question = next(each.id for each in reversed(self.office.slack.sent) if each.address.person == self.address.person and each.choices)
        await self.presses_on(question, choice)

    async def presses_on(self, question: str, choice: str) -> None:
        """A button of this message, however old it is."""
        await self._does(Kind.PRESS, press=Press(question, choice))

    async def edits(self, count: int, text: str) -> None:
        await self._does(Kind.EDITED, words=Words(text), about=self._key(count))

    async def _does(self, kind: Kind, **more: Any) -> None:
        self.count += 1
        inbound = Inbound(self.address, (self._key(self.count),), kind, self.office.clock.now(), **more)
        await self.office.road.inbox.receive([inbound])
        await self.office.rest()

    def _key(self, count: int) -> str:
        return f"{self.address.person}-{count}"

    @property
    def reads(self) -> list[str]:
        return self.office.slack.to(self.address.person)

    @property
    def heard(self) -> list[tuple[str, str]]:
        """Who said what (wording ids)."""
        sent = [each for each in self.office.slack.sent if each.address.person == self.address.person]
        return [(each.author, each.wording) for each in sent]


@asynccontextmanager
async def office(
    folder: Path, mind: Mind = MIND, ways: dict[Means, Way] | None = None, rota: tuple[str, ...] = (), lead: str = "Dr Lee"
) -> AsyncIterator[Office]:
    """An office with an empty staff list.

    `rota`: staff ids on duty round the clock, one after the other a week each. `lead`: who answers for safety, as the bot calls them.
    """
    clock = MovableClock(NOON)
    mind = replace(mind, programme=replace(mind.programme, staffed=True, safety_lead=lead))
    storage = await open_storage(*files(folder), KEY, clock=clock, names=FreshNames(), programme=mind.programme)
    slack, telegram = Shelf(Channel.SLACK), Shelf(Channel.TELEGRAM)
    outlets = {Channel.SLACK: slack, Channel.TELEGRAM: telegram}
    road = build_road(storage.notebook, mind, outlets, clock=clock, names=FreshNames())
    hand_off = build_hand_off(
        road,
        storage.casework,
        ways=ways,
        places=lambda: [COACHES_CHANNEL],
        accounts=lambda: {"slack": "T1"},
        shifts=lambda: shifts(rota, clock.now()),
    )
    try:
        yield Office(storage, clock, road, hand_off, slack, telegram)
    finally:
        await storage.close()


def shifts(rota: tuple[str, ...], now: datetime) -> list[Shift]:
    week = timedelta(days=7)
    return [Shift(name, now - timedelta(days=1) + place * week, now + timedelta(days=6) + place * week) for place, name in enumerate(rota)]


def away(now: datetime) -> tuple[Away, ...]:
    return (Away(now - timedelta(days=1)),)
