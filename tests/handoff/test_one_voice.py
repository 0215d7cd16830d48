"""One voice: from the line that says who has come until the talk is handed back, nothing of the bot's goes out."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from coaching.casework import CaseFile, CasePage
from coaching.delivery import Delivery
from coaching.errors import MovedOn
from coaching.message import Inbound, Kind, Lane, Outbound
from coaching.words import Words, plain
from handoff.handback import HandBack
from tests.handoff.office import Nurse, Office, Shelf, coach, office

JOINED, BACK = "desk.to.joined", ("handback.", "desk.to.passed_on", "desk.to.closed", "people.back")
SAFETY = (Lane.SAFETY, Lane.LATER)
STEPS = 14
ROUNDS, MANY = 30, 2_000
TOGETHER = 3  # nurses at once
AN_OFFICE = 30  # times in one office: everybody who ever coached there is weighed at each choice


class SlowShelf(Shelf):
    """A platform that takes its time, a little more or less each time."""

    chance: random.Random

    async def send(self, outbound: Outbound) -> Delivery:
        for _ in range(self.chance.randrange(4)):
            await asyncio.sleep(0)
        return await super().send(outbound)


@dataclass
class Bout:
    """One nurse with one coach, and everything that may happen to them."""

    here: Office
    nurse: Nurse
    coach: str
    chance: random.Random
    said: int = 0
    wrote: list[str] = field(default_factory=list)

    def doings(self) -> list[Callable[[], Awaitable[object]]]:
        road, hand_off = self.here.road, self.here.hand_off
        steps = [road.performer.perform_waiting, road.sender.send_due, hand_off.tender.tend_due, hand_off.poster.post_due]
        return [self._says, self._says, self._nudged, self._claims, self._claims, self._replies, self._replies, self._back, *steps, *steps]

    async def _says(self) -> None:
        self.said += 1
        text = self.chance.choice(["woop", "be on time", "can i talk to a person", "later", "why", "8", "my own goal"])
        inbound = Inbound(self.nurse.address, (f"{self.nurse.address.person}-{self.said}",), Kind.TEXT, self.here.clock.now(), Words(text))
        await self.here.road.inbox.receive([inbound])

    async def _nudged(self) -> None:
        """Something that nobody asked for is put into the outbox, as a nudge will be."""
        case = await self._case()
        if case is not None:
            say = self.here.hand_off.work.telling(case, "common.hello")
            _, posting = self.here.hand_off.work.line(case, self.nurse.address, say, lane=Lane.NUDGE)
            with suppress(MovedOn):
                await self.here.casework.write_case(CasePage(case, case, postings=(posting,)))

    async def _case(self) -> CaseFile | None:
        who = await self._who()
        return next((each for each in await self.here.cases() if each.participant.id == who), None)

    async def _who(self) -> str:
        book = self.here.storage.casework._book
        found = await book.find([("slack", "T1", self.nurse.address.person)])
        return next((entry.participant_id for entry in found.values()), "")

    async def _claims(self) -> None:
        case = await self._case()
        if case is not None:
            await self.here.desk.claim(self.here.staff[self.coach], case.id, "slack")

    async def _replies(self) -> None:
        case = await self._case()
        if case is None:
            return
        words = f"word {len(self.wrote)} from {self.coach} to {self.nurse.address.person}"
        if (await self.here.desk.reply(self.here.staff[self.coach], case.id, Words(words))).done:
            self.wrote.append(words)

    async def _back(self) -> None:
        case = await self._case()
        if case is not None and case.held_by:
            await self.here.desk.hand_back(self.here.staff[self.coach], case.id, HandBack(Words("what we agreed")))


def talked_over(sent: list[Outbound]) -> list[str]:
    """Lines of the bot's own between the line that says who has come and the one with which it ends, in one person's chat."""
    person, wrong = False, []
    for each in sent:
        if each.wording.startswith(JOINED):
            person = True
        elif each.wording.startswith(BACK):
            person = False
        elif person and each.author == "bot" and each.lane not in SAFETY and each.lane is not Lane.COACH:
            wrong.append(each.wording)
    return wrong


@pytest.mark.shows("U9")
@pytest.mark.shows("B5", "U1", side="one voice, and nothing to a wrong chat")
@pytest.mark.parametrize("rounds", [ROUNDS, pytest.param(MANY, marks=[pytest.mark.long, pytest.mark.timeout(3000)])])
async def test_the_bot_is_silent_while_a_person_has_the_conversation(tmp_path: Path, rounds: int):
    seen, chance = {"joined": 0, "words": 0}, random.Random(rounds)
    for first in range(0, rounds // TOGETHER, AN_OFFICE):
        (folder := tmp_path / str(first)).mkdir()
        async with office(folder) as here:
            slow = SlowShelf(here.slack.channel)
            slow.chance = chance
            here.slack = here.road.outlets[slow.channel] = slow
            for each in range(first, min(first + AN_OFFICE, rounds // TOGETHER)):
                await played(here, each, chance, seen)
    assert seen["joined"] > rounds / 4, "people came often enough for this to show anything"
    assert seen["words"] > rounds / 4


async def played(here: Office, number: int, chance: random.Random, seen: dict[str, int]) -> None:
    """Some nurses and as many coaches, everything at once and in any order; then what each of them was sent."""
    here.slack.sent.clear()
    bouts = []
    for place in range(TOGETHER):
        name = f"c{number}x{place}"
        await here.hires(coach(name))
        bouts.append(Bout(here, here.nurse(f"UN{number}X{place}"), name, chance))
    for bout in bouts:
        await bout.nurse.types("can i talk to a person")
    for _ in range(STEPS):
        now = [chance.choice(chance.choice(bouts).doings()) for _ in range(chance.randrange(1, 5))]
        await asyncio.gather(*(doing() for doing in now))
        here.clock.jump(timedelta(seconds=chance.choice([0, 0.2, 1.1, 3])))
    await here.rest()
    for bout in bouts:
        check(here, bout, bouts, seen)


def check(here: Office, bout: Bout, bouts: list[Bout], seen: dict[str, int]) -> None:
    mine = [each for each in here.slack.sent if each.address.person == bout.nurse.address.person]
    assert talked_over(mine) == []
    said = [plain(each.text) for each in mine if each.author != "bot"]
    assert [each for each in said if f"to {bout.nurse.address.person}" not in each and "word " in each] == []
    assert sum("word " in each for each in said) == len(bout.wrote), "every word arrived, once, and here"
    assert all(each.author == bout.coach.title() for each in mine if each.author != "bot"), "under the name of whoever wrote it"
    others = [plain(each.text) for each in here.slack.sent if each.address.person == f"U{bout.coach.upper()}"]
    assert not any(other.nurse.address.person in each for each in others for other in bouts)
    seen["joined"] += sum(each.wording.startswith(JOINED) for each in mine)
    seen["words"] += len(bout.wrote)
