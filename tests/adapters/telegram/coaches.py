"""A ward and its coaches in Telegram: the real service over the stand-in, people at both ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coaching.casework import CaseFile
from coaching.staff import Role, Staff
from standins.telegram import Person
from standins.telegram.chats import Chat, Shown
from tests.service import COACHES, MIND, Doctor, World, files, world


@dataclass
class Coach:
    """Somebody on the staff, with Telegram on their phone."""

    here: Ward
    person: Person
    staff: Staff

    @property
    def reads(self) -> list[str]:
        return self.person.reads

    def post(self, part: str) -> Shown:
        """The newest post with these words in it."""
        return next(shown for shown in reversed(self.person.sees) if part in shown.text)

    async def claims(self, number: int = 1) -> None:
        """By the button of the card in the group."""
        shown = next(each for each in reversed(self.here.group.shown) if f"Case {number}" in each.text)
        self.person.presses_data(shown.data_of("Claim"), shown, self.here.group)
        await self.here.rests()

    async def types(self, text: str) -> int:
        return await self._done(self.person.says(text))

    async def replies(self, part: str, text: str) -> int:
        """A Telegram reply to the newest post with these words."""
        return await self._done(self.person.replies(text, self.post(part).message_id))

    async def presses(self, label: str, part: str = "") -> str:
        """A button, under the newest post that has it (and these words); what is shown for it."""
        shown = next(each for each in reversed(self.person.sees) if label in each.labels and part in each.text)
        self.person.presses_data(shown.data_of(label), shown)
        await self.here.rests()
        return self.toast

    @property
    def toast(self) -> str:
        """What the last press was answered with."""
        telegram = self.here.world.telegram
        return telegram.answered[telegram.presses[-1]]

    async def edits(self, message: int, text: str) -> None:
        self.person.edits(text, message)
        await self.here.rests()

    async def _done(self, update: dict[str, Any]) -> int:
        await self.here.rests()
        return int(update["message"]["message_id"])


@dataclass
class Ward:
    """Doctors write, coaches answer."""

    world: World
    group: Chat
    coaches: dict[str, Coach] = field(default_factory=dict)

    async def hires(self, name: str, *roles: Role, started: bool = True, **more: Any) -> Coach:
        person = self.world.telegram.person(name, started=started)
        who = Staff(name.lower(), name, frozenset(roles or {Role.COACH}), addresses=(("telegram", str(person.id)),), **more)
        await self.world.life.opened.casework.add_staff(who)
        return self.coaches.setdefault(name, Coach(self, person, who))

    async def rests(self, seconds: float = 10.0) -> None:
        await self.world.lasts(seconds)

    async def asks(self, doctor: Doctor) -> None:
        """Ask for a person, and rest until somebody comes."""
        await doctor.types("hi")
        await doctor.presses(doctor.buttons[0])
        await doctor.types("can i talk to a real person please")

    async def doctor(self, name: str = "") -> Doctor:
        """Somebody who has asked for a person."""
        made = self.world.doctor(name)
        await self.asks(made)
        return made

    async def cases(self) -> list[CaseFile]:
        found = await self.world.life.opened.casework.open_files(100)
        return sorted(found, key=lambda file: file.number)


@asynccontextmanager
async def ward(folder: Path, *, forum: bool = True, may_manage: bool = True, by: str = "polling") -> AsyncIterator[Ward]:
    """A programme with a coaches' group, and nobody on the staff yet."""
    async with world(files(folder), "http", by, used={"Telegram"}, alive=False) as here:
        here.mind = replace(MIND, programme=replace(MIND.programme, staffed=True, safety_lead="Dr Lee"))
        group = here.telegram.group(COACHES, forum=forum, may_manage=may_manage)
        await here.born()
        yield Ward(here, group)
