"""What a coach carries, and how they say that they are, is nothing that whoever manages a programme gets to see."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import combinations

import pytest

from coaching.staff import Caps, Entry, Load, Pulse, Role, Staff, Supervised
from coaching.words import Words
from console.pages import PREFIX
from console.ways import HOME
from handoff.welfare import Record
from tests.console.test_matrix import FIELDS, rows
from tests.console.world import BY_ROLE, NOON, MemoryWelfare, World, furnished, labels, seal_in

MANAGER = BY_ROLE[Role.PROGRAMME_MANAGER]
OTHERS = [
    frozenset(each) for size in (0, 1, 2) for each in combinations([role for role in Role if role is not Role.PROGRAMME_MANAGER], size)
]
PLANTED = Record(
    Load(71, 72, 73, 74.1, 7751.1, 76.1, NOON - timedelta(days=400), NOON - timedelta(days=900), NOON - timedelta(hours=1)),
    Caps(), (9131.1,) * 8, (Supervised(NOON - timedelta(days=9), 77.1),), (Pulse(NOON - timedelta(days=3), 9, 9, 0),), 11, 1,
    care_since=NOON - timedelta(hours=1),
)  # fmt: skip
WORDS = "Marmalade at dawn"
KINDS = ("strain.", "supervision.strain.", "overdue.", "after.since", "week.care")
SIGNS = [words for name, words in labels().items() if name.removeprefix(PREFIX).startswith(KINDS) and "{" not in words]
SECRETS = ("9131.1", "7751.1", "77.1", "76.1", "74.1", WORDS, *SIGNS)


@dataclass
class WatchedWelfare(MemoryWelfare):
    """Remembers whose record and whose log were looked at."""

    records: dict[str, Record] = field(default_factory=dict)
    log: dict[str, list[Entry]] = field(default_factory=dict)
    looked_at: set[str] = field(default_factory=set)

    async def record(self, person: Staff, now: datetime) -> Record:
        self.looked_at.add(person.id)
        return await super().record(person, now)

    async def entries(self, staff_id: str) -> list[Entry]:
        self.looked_at.add(staff_id)
        return await super().entries(staff_id)


class Watched(World):
    """Every coach carries something; it is remembered whose record was looked at."""

    def __init__(self) -> None:
        super().__init__()
        furnished(self)
        self.welfare: WatchedWelfare = WatchedWelfare()
        for name in ("amina", "ben"):
            self.welfare.records[name] = PLANTED
            self.welfare.log[name] = [Entry("e1", NOON, "went", Words(WORDS))]
        self.app = self.made(self.means)

    async def told(self, person: Staff) -> str:
        """Everything that every route answers this person, one after the other."""
        self.roll.people = [person if each.id == person.id else each for each in self.roll.people]
        browser = await self.signed_in(person)
        seal, said = seal_in(browser.get(HOME, follow_redirects=True).text), ""
        ends = ("sign_out", "sign_out_everywhere", "events")
        for name, method, path in rows(self):
            if name not in ends:
                said += browser.request(method, path, data={"seal": seal} | FIELDS if method == "POST" else None).text
        return said


@pytest.mark.shows("U41", side="no manager sees load, signs, numbers or log: the console's routes")
@pytest.mark.parametrize("others", OTHERS, ids=lambda roles: " ".join(sorted(roles)) or "nothing else")
async def test_a_manager_sees_nothing_of_any_coach_on_any_route_whatever_else_they_are(others: frozenset[Role]):
    world = Watched()
    said = await world.told(replace(MANAGER, roles=frozenset({Role.PROGRAMME_MANAGER}) | others))
    assert [secret for secret in SECRETS if secret in said] == []
    assert world.welfare.looked_at <= {MANAGER.id}


async def test_a_supervisor_who_manages_nothing_sees_load_and_signs_and_nothing_of_the_log():
    world = Watched()
    said = await world.told(BY_ROLE[Role.SUPERVISOR])
    assert {"9131.1", "77.1", "7751.1"} <= {secret for secret in SECRETS if secret in said}
    assert WORDS not in said
    assert {"amina", "ben"} <= world.welfare.looked_at
