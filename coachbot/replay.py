"""Conversations from a file, through the whole road, on a throw-away database and a clock that only they move."""

from __future__ import annotations

import base64
import json
import os
import random
import tempfile
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.adapters.terminal.outlet import Screen
from bot.perform import Mind
from coachbot.mind import sandbox_mind
from coachbot.opening import open_notebook
from coachbot.road import Road, build_road
from coachbot.timekeeping import FreshNames
from coaching.errors import CoachingError
from coaching.goal import Goal
from coaching.message import Inbound, Kind, Outbound, Press, Shape
from coaching.notebook import CaseSeen
from coaching.participant import Address, Channel
from coaching.ports import Line
from coaching.words import Words

BETWEEN = timedelta(seconds=30)  # of the virtual clock, from one message to the next
START = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
ALL = 10_000  # lines of one transcript
KEY = base64.b64encode(bytes(32)).decode()  # of databases that are thrown away


@dataclass(slots=True)
class SetClock:
    """A clock that stands until it is moved."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def pass_by(self, time: timedelta) -> None:
        self.at += time


class SeededNames(FreshNames):
    """Names from a seed and a clock that stands: the same replay gives the same ids."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._random = random.Random(seed)
        self._count = 0

    def new(self) -> str:
        self._count += 1
        return f"{self._count:010d}{self._random.getrandbits(64):016x}".upper()

    def code(self, length: int) -> str:
        return "".join(self._random.choice("ACDEFGHJKMNPQRTUVWXY34679") for _ in range(length))


class ReplayError(CoachingError):
    """A line of the replay file cannot be used; the message says which and how to mend it."""


def conversations(text: str) -> Iterable[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _conversation(number, line)


def _conversation(number: int, line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReplayError(f"Line {number} is not JSON: {error.msg}. Write one object a line.") from None
    if not isinstance(told, dict) or not isinstance(told.get("messages"), list):
        raise ReplayError(f'Line {number} needs "id" and "messages", a list of what the participant says.')
    return told


@asynccontextmanager
async def throwaway_road(start: datetime = START, *, seed: int = 1, mind: Mind | None = None) -> AsyncIterator[tuple[Road, SetClock]]:
    """A road over an empty SQLite database that ends with the block, in the sandbox programme."""
    clock, names = SetClock(start), SeededNames(seed)
    with tempfile.TemporaryDirectory(prefix="coachbot-replay-", dir=_memory()) as folder:
        place = Path(folder)
        urls = f"sqlite:///{place / 'coachbot.db'}", f"sqlite:///{place / 'keys.db'}"
        async with open_notebook(*urls, KEY, clock=clock, names=names) as opened:
            outlets = {channel: _Shown(channel) for channel in Channel}
            yield build_road(opened.notebook, mind or sandbox_mind(), outlets, clock=clock, names=names), clock


def _memory() -> str | None:
    """A folder in memory where there is one: what is thrown away need not reach a disk."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class _Shown(Screen):
    """An outlet whose messages arrive at once."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel


async def replay(text: str) -> AsyncIterator[dict[str, Any]]:
    """Run every conversation of the file; one result an object, in the file's order."""
    async with throwaway_road() as (road, clock):
        for number, told in enumerate(conversations(text), 1):
            clock.at = _start(told)
            yield await _run(road, clock, told, number)


def _start(told: Mapping[str, Any]) -> datetime:
    try:
        start = datetime.fromisoformat(str(told["now"])) if "now" in told else START
    except ValueError:
        raise ReplayError(f'"now" of {told.get("id")} is not a time: write it as 2026-06-01T09:00:00+01:00.') from None
    return (start if start.tzinfo else start.replace(tzinfo=UTC)).astimezone(UTC)


async def _run(road: Road, clock: SetClock, told: Mapping[str, Any], number: int) -> dict[str, Any]:
    address = _address(told, number)
    for count, message in enumerate(told["messages"]):
        clock.pass_by(BETWEEN)
        last = await road.glance(address, 1)
        await road.inbox.receive([_inbound(message, address, f"replay:{number}:{count}", clock.now(), last.lines)])
        await road.drain()
    return await _result(road, address, told)


def _address(told: Mapping[str, Any], number: int) -> Address:
    name = str(told.get("channel", Channel.TERMINAL))
    if name not in {channel.value for channel in Channel}:
        raise ReplayError(f'"channel" of {told.get("id")} is {name}: use {", ".join(Channel)}.')
    return Address(Channel(name), "replay", f"person-{number}", f"place-{number}")


def _inbound(message: object, address: Address, key: str, now: datetime, last: tuple[Line, ...]) -> Inbound:
    """A string is said; {"press": label or id} presses a button of the last message; {"voice": true} and its like cannot be read."""
    if isinstance(message, str):
        return Inbound(address, (key,), Kind.TEXT, now, Words(message))
    if isinstance(message, dict) and "press" in message:
        return Inbound(address, (key,), Kind.PRESS, now, press=_press(str(message["press"]), last), platform_id="pressed")
    if isinstance(message, dict) and isinstance(message.get("text"), str):
        return Inbound(address, (key,), Kind.TEXT, now, Words(message["text"]))
    raise ReplayError('A message is a string, {"text": "…"} or {"press": "…"}.')


def _press(wanted: str, last: tuple[Line, ...]) -> Press:
    asked = next((line.outbound for line in reversed(last) if line.outbound), None)
    if asked is None:
        return Press("", wanted)
    named = {choice.label.lower(): choice.id for choice in asked.choices}
    return Press(asked.id, named.get(wanted.lower(), wanted))


async def _result(road: Road, address: Address, told: Mapping[str, Any]) -> dict[str, Any]:
    glance = await road.glance(address, ALL)
    cases = await road.notebook.cases((address.channel.value, address.account, address.person), closed=True)
    goals = [_plain(goal) for goal in glance.goals]
    stored = {
        "goals": goals,
        "action_steps": [{"goal": goal["id"], **step} for goal in goals for step in goal["steps"]],
        "reflections": [],
        "ties": [],
        "cases": [_case(case) for case in cases],
        "nudges": [],
    }
    return {"id": told.get("id"), "transcript": [_line(line) for line in glance.lines], "stored": stored}


def _plain(goal: Goal) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(asdict(goal), default=str))
    return told


def _case(case: CaseSeen) -> dict[str, str]:
    return {"concern": case.concern, "urgency": case.urgency, "kind": case.kind, "source": case.source, "state": case.state}


def _line(line: Line) -> dict[str, Any]:
    said = {"from": line.author, "wording": line.wording or None, "text": line.text}
    return {**said, "buttons": _buttons(line.outbound) if line.outbound else []}


def _buttons(outbound: Outbound) -> list[str]:
    scale = [str(number) for number in range(outbound.low, outbound.high + 1)] if outbound.shape is Shape.SCALE else []
    return [*scale, *(choice.label for choice in outbound.choices)]


def as_talk(result: Mapping[str, Any]) -> str:
    """One result for reading: who said what, and what is kept."""
    talk = [f"{line['from']}: {line['text']}{_shown_buttons(line['buttons'])}" for line in result["transcript"]]
    kept = [f"kept: {goal['text']}" for goal in result["stored"]["goals"]]
    cases = [f"case: {case['concern']}, {case['urgency']}, {case['state']}" for case in result["stored"]["cases"]]
    return "\n".join((f"== {result['id']}", *talk, *kept, *cases, ""))


def _shown_buttons(buttons: list[str]) -> str:
    return f"  [{' | '.join(buttons)}]" if buttons else ""
