"""Fail the n-th operation of a turn, n = 1, 2, ... until it runs clean: whatever n, starting again makes everything good.

What is quick takes every other n; every n of every turn type is among the long tests.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from coaching.participant import Channel
from coaching.ports import Line
from standins.slack.delivery import Record
from standins.slack.sight import buttons_of
from tests.road.plug import Failed, Plug, Weathered
from tests.service import BOTH, Doctor, Nurse, World, files, until, world

Talk = list[tuple[str, str]]
Act = Callable[[Any], Awaitable[Record | None]]
ON = (Channel.SLACK, Channel.TELEGRAM)
TOGETHER = 16
AGAIN = "(sent again in case the first copy was lost)"
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


async def _nurse_says_it(nurse: Nurse) -> None:
    await nurse.person.says("I want to die")


async def _nurse_edits(nurse: Nurse) -> None:
    mine = [message for message in nurse.world.slack.space.direct(nurse.person.id).messages if message.user == nurse.person.id]
    await nurse.person.edits(mine[-1], "be less tired")


async def _nurse_presses(nurse: Nurse) -> Record:
    """Again and again the same button of the same message, whatever has come after it."""
    if nurse.person.id not in nurse.world.notes:
        question = [message for message in nurse.world.slack.posts(nurse.person.place) if buttons_of(message.blocks)][-1]
        nurse.world.notes[nurse.person.id] = question, next(each for each in buttons_of(question.blocks) if each.label == "6")
    return await nurse.person.press(*nurse.world.notes[nurse.person.id])


async def _nurse_sends_the_form(nurse: Nurse) -> Record:
    await _opens_the_form(nurse)
    return await nurse.person.submits(FORM)


async def _opens_the_form(nurse: Nurse) -> None:
    if nurse.person.modal is None:
        await nurse.person.shortcut("form.woop")
    await until(lambda: nurse.person.modal)


async def _nurse_links(nurse: Nurse) -> None:
    await nurse.person.says("Join")


def _saying(words: str) -> Act:
    async def does(doctor: Doctor) -> None:
        doctor.person.says(words)

    return does


async def _doctor_edits(doctor: Doctor) -> None:
    doctor.person.edits("be less tired")


async def _doctor_presses(doctor: Doctor) -> None:
    doctor.person.presses("6")


TYPES = {
    "reply": TurnType(WOOP, _nurse_replies, _saying("take my proper break on long days")),
    "edit": TurnType(WOOP, _nurse_edits, _doctor_edits),
    "button": TurnType((*WOOP, "take my proper break on long days"), _nurse_presses, _doctor_presses),
    "stop": TurnType(WOOP, _nurse_stops, _saying("stop")),
    "link": TurnType(("hello",), _nurse_links, _saying("Join")),
    "help now": TurnType(WOOP, _nurse_wants_help, _saying("help now")),
    "danger": TurnType(WOOP, _nurse_says_it, _saying("I want to die")),
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
    stride: int = 1
    ready: list[Nurse | Doctor] = field(default_factory=list)

    @property
    def type(self) -> TurnType:
        return TYPES[self.kind]

    async def run(self) -> list[str]:
        """Until the turn runs clean; every operation that was failed."""
        failed: list[str] = []
        expected = await self.undisturbed()
        while await self.disturbed(somebody := await self.somebody(), len(failed) * self.stride + 1):
            failed.append(self.plug.fired)
            await self.made_good(somebody, expected)
        return failed

    # -- people who stand where the turn begins --------------------------------------------------------------------------------

    async def somebody(self) -> Nurse | Doctor:
        if not self.ready:
            await self.prepare()
        person = self.ready.pop()
        if self.kind == "link":
            await self._a_code_for(person)
        return person

    async def prepare(self) -> None:
        """Many at once, which is quicker."""
        self.ready = [self.world.somebody(self.channel) for _ in range(TOGETHER)]
        for words in self.type.before:
            for person in self.ready:
                await says(person, words)
            await self.world.lasts(10)

    async def _a_code_for(self, person: Nurse | Doctor) -> None:
        """Somebody on the other platform asks for a code, and this person has typed it: only the yes is missing."""
        other = self.world.doctor() if self.channel is Channel.SLACK else self.world.nurse()
        await other.types("hello", "link")
        line = next(line for line in await other.talk() if line.wording == "link.code")
        await person.types(f"link {line.text.split('code is ')[1].split('.')[0]}")

    # -- the turn --------------------------------------------------------------------------------------------------------------

    async def act(self, somebody: Nurse | Doctor) -> Record | None:
        does = self.type.nurse_does if isinstance(somebody, Nurse) else self.type.doctor_does
        assert does is not None
        return await does(somebody)

    async def undisturbed(self) -> Talk:
        somebody = await self.somebody()
        await self.act(somebody)
        await self.world.lasts(30)
        return await told(somebody)

    async def disturbed(self, somebody: Nurse | Doctor, number: int) -> bool:
        """The turn, with its n-th operation failing; whether it had so many."""
        if self.kind == "form" and isinstance(somebody, Nurse):
            await _opens_the_form(somebody)
        self.plug.arm(number)
        record = await self.act(somebody)
        await until(lambda: self.plug.fired or self.world.telegram_is_quiet())
        for step in (self.world.road.performer.perform_waiting, *[self.world.road.sender.send_due] * 2):
            if not self.plug.killed:
                await _tried(step)
        await self._start_again()
        if record is not None and not record.acked():  # Slack shows that it did not work, and people try again
            await self.act(somebody)
        return bool(self.plug.fired)

    async def _start_again(self) -> None:
        killed = self.plug.killed
        if killed:
            await self.world.life.platforms.stop_receiving()
        self.plug.rest()
        if killed:
            await self.world.restarts(self.plug)

    # -- afterwards ------------------------------------------------------------------------------------------------------------

    async def made_good(self, somebody: Nurse | Doctor, expected: Talk) -> None:
        """Nothing lost, nothing doubled, nothing waiting."""
        await self.world.lasts(400)  # Slack's last retry comes after 361 s
        now = await told(somebody)
        twice = self.kind == "button" and now[-1:] == [("bot", "press.closed")]  # pressed again, for want of an answer
        assert (pressed_once(now) if twice else now) == expected, self.plug.fired
        self.all_arrived(somebody, [line for line in await somebody.talk() if line.author == "bot"])
        assert await self.world.nothing_waits(), self.plug.fired

    def all_arrived(self, somebody: Nurse | Doctor, lines: list[Line]) -> None:
        """Every line of the bot for this person is on their screen: once, or perhaps a second time, marked.

        In Telegram that is any line whose fate is unknown; anywhere the lines of *help now* that went out past the database.
        """
        here = [line.text for line in lines if line.outbound and line.outbound.address.channel is self.channel]
        once, again = ([text for text in somebody.reads if (AGAIN in text) is marked] for marked in (False, True))
        for text in set(here):
            longer = [other for other in here if text in other and other != text]  # one may begin as another, with more before it
            first, second = (sum(text in read and not any(other in read for other in longer) for read in reads) for reads in (once, again))
            assert first <= here.count(text) <= first + second, (self.plug.fired, text)
        assert not again or self.channel is Channel.TELEGRAM or self.kind == "help now", self.plug.fired


async def told(somebody: Nurse | Doctor) -> Talk:
    """The transcript: wording ids, and words as they were said, but for codes: each is another."""
    return [(line.author, line.wording or ("link" if line.text.startswith("link ") else line.text)) for line in await somebody.talk()]


def pressed_once(talk: Talk) -> Talk:
    """Without the second press and what it was told. Both may have waited together, so it stands where it was pressed."""
    last = max(place for place, (author, _) in enumerate(talk) if author == "participant")
    return [*talk[:last], *talk[last + 1 : -1]]


async def says(somebody: Nurse | Doctor, words: str) -> None:
    if isinstance(somebody, Nurse):
        await somebody.person.says(words)
    else:
        somebody.person.says(words)


async def _tried(step: Callable[[], Awaitable[int]]) -> None:
    """One round of the service's own loops, which say what went wrong and go on."""
    try:
        await step()
    except Failed:
        return


async def sweep(urls: tuple[str, str], kind: str, channel: Channel, plug: Plug, stride: int, *ways: str) -> list[str]:
    used = BOTH if kind == "link" else {channel.value.title()}
    async with world(urls, *ways, used=used, alive=False) as here:
        here.slack.chaos, here.telegram.chaos = Weathered(plug), Weathered(plug)
        await here.born(plug)
        failed = await Sweep(here, plug, kind, channel, stride).run()
        print(f"{kind} on {channel}: {len(failed)} operations")
        return failed


# -- on both platforms and both databases ---------------------------------------------------------------------------------------

PART = "turn types that exist"
STAGES = {"receive", "take_in", "claim", "turn", "writer"}  # that every turn passes
EVERY = [(kind, channel) for kind, type in TYPES.items() for channel in ON if channel is Channel.SLACK or type.doctor_does]
KILLED = [
    ("reply", Channel.SLACK),
    ("button", Channel.TELEGRAM),
    ("link", Channel.SLACK),
    ("help now", Channel.TELEGRAM),
    ("form", Channel.SLACK),
]
STUMBLES = [("edit", Channel.SLACK), ("stop", Channel.TELEGRAM)]


def these_and_long(quick: list[tuple[str, Channel]]) -> list[Any]:
    """These with every other operation; and among the long tests every operation of every turn type on every platform."""
    return [*(pytest.param(*pair, 2) for pair in quick), *(pytest.param(*pair, 1, marks=pytest.mark.long) for pair in EVERY)]


def all_along(failed: list[str], stride: int) -> bool:
    """Whether operations of every stage were failed; every other one may miss stages that have one alone."""
    missed = STAGES - {step.partition(".")[0] for step in failed}
    return len(missed) < stride * 2 - 1


@pytest.fixture(autouse=True)
def no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading them takes longer than a turn, at each of some hundred starts; nothing here is encrypted."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


@pytest.mark.shows("A3", part=PART)
@pytest.mark.parametrize(("kind", "channel", "stride"), these_and_long(KILLED))
async def test_killed_at_any_operation(tmp_path: Path, kind: str, channel: Channel, stride: int) -> None:
    failed = await sweep(files(tmp_path), kind, channel, Plug(kills=True), stride)
    assert all_along(failed, stride)


@pytest.mark.shows("A3", part=PART)
@pytest.mark.parametrize(("kind", "channel", "stride"), these_and_long(STUMBLES))
async def test_any_operation_fails_and_the_service_goes_on(tmp_path: Path, kind: str, channel: Channel, stride: int) -> None:
    failed = await sweep(files(tmp_path), kind, channel, Plug(kills=False), stride, "http", "webhook")
    assert all_along(failed, stride)


@pytest.mark.pg
@pytest.mark.shows("A3", part=PART)
@pytest.mark.parametrize(("kind", "channel", "stride"), these_and_long([("button", Channel.SLACK)]))
async def test_killed_at_any_operation_on_postgresql(tmp_path: Path, postgres_url: str, kind: str, channel: Channel, stride: int) -> None:
    failed = await sweep((postgres_url, files(tmp_path)[1]), kind, channel, Plug(kills=True), stride)
    assert all_along(failed, stride)
