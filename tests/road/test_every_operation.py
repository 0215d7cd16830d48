"""Fail the n-th operation of a turn, n = 1, 2, ... until it runs clean: whatever n, starting again makes everything good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coaching.participant import Channel
from standins.slack.delivery import Record
from tests.road.plug import Failed, Plug, Weathered
from tests.service import Doctor, Nurse, World, files, until, world

Talk = list[tuple[str, str]]
Act = Callable[[Any], Awaitable[Record | None]]
WOOP = ("hello", "woop", "be less knackered")
FORM = {
    "wish": "take my proper break on long days",
    "outcome": "I get home with something left for my kids",
    "obstacle": "I feel guilty leaving the others",
    "moment": "about one, when Jo says you go",
    "plan": "say back at half past and walk",
}


# -- the turn types that exist --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TurnType:
    """What was said before, and the one thing that is done now."""

    before: tuple[str, ...]
    nurse_does: Act
    doctor_does: Act | None = None


async def _nurse_replies(nurse: Nurse) -> None:
    await nurse.person.says("take my proper break on long days")


async def _nurse_stops(nurse: Nurse) -> None:
    await nurse.person.says("stop")


async def _nurse_wants_help(nurse: Nurse) -> None:
    await nurse.person.says("help now")


async def _nurse_edits(nurse: Nurse) -> None:
    mine = [message for message in nurse.world.slack.space.direct(nurse.person.id).messages if message.user == nurse.person.id]
    await nurse.person.edits(mine[-1], "be less tired")


async def _nurse_presses(nurse: Nurse) -> Record:
    return await nurse.person.presses("6")


async def _nurse_sends_the_form(nurse: Nurse) -> Record:
    if nurse.person.modal is None:
        await nurse.person.shortcut("form.woop")
    await until(lambda: nurse.person.modal)
    return await nurse.person.submits(FORM)


async def _nurse_links(nurse: Nurse) -> None:
    await nurse.person.says(f"link {nurse.world.notes[nurse.person.id]}")


def _saying(words: str) -> Act:
    async def does(doctor: Doctor) -> None:
        doctor.person.says(words)

    return does


async def _doctor_edits(doctor: Doctor) -> None:
    doctor.person.edits("be less tired")


async def _doctor_presses(doctor: Doctor) -> None:
    doctor.person.presses("6")


async def _doctor_links(doctor: Doctor) -> None:
    doctor.person.says(f"link {doctor.world.notes[str(doctor.person.id)]}")


TYPES = {
    "reply": TurnType(WOOP, _nurse_replies, _saying("take my proper break on long days")),
    "edit": TurnType(WOOP, _nurse_edits, _doctor_edits),
    "button": TurnType((*WOOP, "take my proper break on long days"), _nurse_presses, _doctor_presses),
    "stop": TurnType(WOOP, _nurse_stops, _saying("stop")),
    "link": TurnType(("hello",), _nurse_links, _doctor_links),
    "help now": TurnType(WOOP, _nurse_wants_help, _saying("help now")),
    "form": TurnType(("hello",), _nurse_sends_the_form),
}


# -- the sweep ------------------------------------------------------------------------------------------------------------------


@dataclass
class Sweep:
    """One turn type on one platform, in one world, a new person for each n."""

    world: World
    plug: Plug
    kind: str
    channel: Channel

    @property
    def type(self) -> TurnType:
        return TYPES[self.kind]

    async def run(self) -> list[str]:
        """Until the turn runs clean; every operation that was failed."""
        expected, failed = await self.undisturbed(), []
        for number in range(1, 500):
            somebody = await self.somebody()
            if not await self.disturbed(somebody, number):
                assert len(failed) >= 10, failed
                return failed
            failed.append(self.plug.fired)
            await self.made_good(somebody, expected)
        raise AssertionError("the turn never ran clean")

    async def somebody(self) -> Nurse | Doctor:
        """Somebody who stands where the turn begins."""
        person = self.world.somebody(self.channel)
        for words in self.type.before:
            await person.types(words)
        if self.kind == "link":
            await self._a_code_for(person)
        return person

    async def _a_code_for(self, person: Nurse | Doctor) -> None:
        """Somebody on the other platform asks for the code that this person will redeem."""
        other = self.world.doctor() if self.channel is Channel.SLACK else self.world.nurse()
        await other.types("hello", "link")
        line = next(line for line in await other.talk() if line.wording == "link.code")
        self.world.notes[str(person.person.id)] = line.text.split("code is ")[1].split(".")[0]

    async def act(self, somebody: Nurse | Doctor) -> Record | None:
        does = self.type.nurse_does if isinstance(somebody, Nurse) else self.type.doctor_does
        assert does is not None
        return await does(somebody)

    async def undisturbed(self) -> Talk:
        somebody = await self.somebody()
        await self.act(somebody)
        await self.world.lasts(30)
        return await self.told(somebody)

    async def disturbed(self, somebody: Nurse | Doctor, number: int) -> bool:
        """The turn, with its n-th operation failing; whether it had so many."""
        if self.kind == "form":
            await somebody.person.shortcut("form.woop")  # type: ignore[union-attr]
            await until(lambda: somebody.person.modal)  # type: ignore[union-attr]
        self.plug.arm(number)
        record = await self.act(somebody)
        await until(lambda: self.plug.fired or self.world._telegram_is_quiet())
        for step in (self.world.road.performer.perform_waiting, *[self.world.road.sender.send_due] * 2):
            if not (self.plug.fired and self.plug.kills):
                await _tried(step)
        if self.plug.fired and self.plug.kills:
            await self.world.life.platforms.stop_receiving()
        self.plug.rest()
        if self.plug.fired and self.plug.kills:
            await self.world.restarts(self.plug)
        if record is not None and not record.acked():  # Slack shows that it did not work, and people try again
            await self.act(somebody)
        return bool(self.plug.fired)

    async def made_good(self, somebody: Nurse | Doctor, expected: Talk) -> None:
        """Nothing lost, nothing doubled, nothing waiting."""
        await self.world.lasts(400)  # Slack's last retry comes after 361 s
        told = await self.told(somebody)
        late = [("bot", "press.closed")] if self.kind == "button" else []
        assert told == expected or (late and told[-1:] == late and told[:-2] == expected), (self.plug.fired, told, expected)
        await self.all_arrived(somebody)
        assert await self.world.nothing_waits(), self.plug.fired

    async def told(self, somebody: Nurse | Doctor) -> Talk:
        lines = await somebody.talk()
        return [(line.author, line.wording or line.text) for line in lines]

    async def all_arrived(self, somebody: Nurse | Doctor) -> None:
        """Every line of the bot for this person is on their screen: in Slack once, in Telegram a marked copy more at most."""
        mark = "(sent again in case the first copy was lost)"
        here = [line.text for line in await somebody.talk() if line.author == "bot" and line.outbound and line.outbound.address.channel is self.channel]
        plain = [text for text in somebody.reads if mark not in text]
        for text in set(here):
            first, again = [sum(text in read for read in reads) for reads in (plain, set(somebody.reads) - set(plain))]
            assert first <= here.count(text) <= first + again, (self.plug.fired, text, first, again)
            assert not again or self.channel is Channel.TELEGRAM, (self.plug.fired, text)


async def _tried(step: Callable[[], Awaitable[int]]) -> None:
    """One round of the service's own loops, which say what went wrong and go on."""
    try:
        await step()
    except Failed:
        return


async def sweep(urls: tuple[str, str], kind: str, channel: Channel, plug: Plug, *ways: str) -> list[str]:
    both = kind == "link"
    used = {"Slack", "Telegram"} if both else {"Slack" if channel is Channel.SLACK else "Telegram"}
    async with world(urls, *ways, used=used, alive=False) as here:
        here.slack.chaos, here.telegram.chaos = Weathered(plug), Weathered(plug)
        await here.born(plug)
        return await Sweep(here, plug, kind, channel).run()


ON_TELEGRAM = [kind for kind, type in TYPES.items() if type.doctor_does]
PAIRS = [(kind, Channel.SLACK) for kind in TYPES] + [(kind, Channel.TELEGRAM) for kind in ON_TELEGRAM]


@pytest.mark.shows("A3", part="turn types that exist")
@pytest.mark.parametrize(("kind", "channel"), PAIRS)
async def test_killed_at_any_operation(tmp_path: Path, kind: str, channel: Channel) -> None:
    failed = await sweep(files(tmp_path), kind, channel, Plug(kills=True))
    print(f"{kind} on {channel}: {len(failed)} operations")
    assert "writer.before_commit" in failed
