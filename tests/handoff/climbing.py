"""A case and the people around it, played forward in time: the ladder is looked at, what is due is told, and each means answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.staff import Away, Role, Staff
from handoff.hours import Cover, Opening
from handoff.ladder import PARTICIPANT, Around, Climb, Due, Fate, Look, Means, People, Told, look
from handoff.rules import Route, Within

MONDAY = datetime(2026, 5, 4, 9, tzinfo=UTC)  # ten in London
COVER = Cover(tuple(Opening(day, time(9), time(17)) for day in range(5)), ZoneInfo("Europe/London"))
CRISIS = Route("safety_rota", Within.LADDER, overrides=True)
URGENT = Route("safety_lead", Within.HOUR, overrides=True)
ASKED = Route("coach_pool", Within.NEXT_DAY, overrides=False)
ROUTES = (
    CRISIS,
    URGENT,
    ASKED,
    Route("safety_lead", Within.NEXT_DAY, overrides=True),
    Route("coach_pool", Within.THREE_DAYS, overrides=False),
)
STAFF_MEANS = (Means.SLACK, Means.TELEGRAM, Means.EMAIL, Means.PAGER)
ALL = frozenset(STAFF_MEANS)
ADDRESSES = (("slack", "U1"), ("telegram", "1"), ("email", "a@ward.example"))


def person(name: str, *roles: Role, addresses: tuple[tuple[str, str], ...] = ADDRESSES) -> Staff:
    return Staff(name, name.title(), frozenset(roles or {Role.COACH}), on_safety_rota=True, addresses=addresses)


ANA, BEN = person("ana"), person("ben")
SUE, LEE = person("sue", Role.SUPERVISOR), person("lee", Role.SAFETY_LEAD)
PEOPLE = People((ANA,), (BEN,), (SUE,), (LEE,))
ON_LEAVE = (Away(MONDAY - timedelta(days=1)),)


def after(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def nothing_fails(due: Due, now: datetime) -> Fate:
    return Fate.SENT


@dataclass
class World:
    """`answers` is what becomes of a telling; None: no answer comes."""

    climb: Climb = field(default_factory=lambda: Climb(CRISIS, MONDAY))
    people: People = PEOPLE
    alive: frozenset[Means] = ALL
    answers: Callable[[Due, datetime], Fate] = nothing_fails
    looks: list[tuple[datetime, Look]] = field(default_factory=list)

    def look(self, now: datetime) -> Look:
        """Look once, and do what is due."""
        found = look(self.climb, Around(self.people, self.alive, COVER, now))
        told = tuple(Told(each.rung, each.whom, each.means, now, self.fate(each, now)) for each in found.due)
        self.climb = replace(self.climb, told=(*self.climb.told, *told), incident=self.climb.incident or found.opens_incident)
        if found.lets_go and self.climb.claim:
            self.climb = replace(self.climb, since=now, left=self.climb.claim.by, claim=None)
        self.looks.append((now, found))
        return found

    def fate(self, due: Due, now: datetime) -> Fate:
        """A notice in the console waits until it is seen, and nobody looks."""
        if due.means is Means.CONSOLE:
            return Fate.WAITING
        return Fate.SENT if due.whom == PARTICIPANT else self.answers(due, now)

    def run(self, until: datetime, since: datetime | None = None) -> World:
        """Look as often as the ladder asks to be looked at, and a second after every answer that came."""
        now = since or self.climb.since
        while now <= until:
            found = self.look(now)
            if found.again is None:
                return self
            answered = any(each.whom != PARTICIPANT and each.means is not Means.CONSOLE for each in found.due) or found.lets_go
            now = now + timedelta(seconds=1) if answered else max(found.again, now + timedelta(seconds=1))
        return self

    def story(self) -> list[str]:
        """Every look in which something was due, in minutes from the beginning, a line a person or wording."""
        lines = []
        for now, found in self.looks:
            minutes = round((now - MONDAY).total_seconds() / 60, 1)
            lines += [f"{minutes:g} {line}" for line in spoken(found.due)]
            lines += [f"{minutes:g} incident"] if found.opens_incident else []
        return lines

    def paged(self) -> list[Told]:
        return [each for each in self.climb.told if each.whom != PARTICIPANT and each.fate is Fate.SENT]

    def said(self) -> list[tuple[datetime, str]]:
        return [(now, each.says) for now, found in self.looks for each in found.due if each.whom == PARTICIPANT]


def spoken(due: Iterable[Due]) -> list[str]:
    """`whom by means, means: wording`, a line a person and wording, in order."""
    lines: dict[tuple[str, str], list[str]] = {}
    for each in due:
        lines.setdefault((each.whom, each.says), []).append(each.means.value)
    return [f"{whom}: {says}" if whom == PARTICIPANT else f"{whom} by {', '.join(by)}: {says}" for (whom, says), by in lines.items()]
