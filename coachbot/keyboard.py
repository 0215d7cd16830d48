"""`coachbot chat` and `coachbot play`: a person, or a coach who tries a flow, at this machine's keyboard."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import typer

from bot.adapters.terminal.app import Keyboard
from bot.adapters.terminal.outlet import Screen
from bot.dialogs.loading import load
from coachbot.logs import start_logging
from coachbot.mind import content_files, labels, make_mind, shipped_library
from coachbot.opening import Claim, Opened, master_key, open_notebook
from coachbot.readiness import all_problems, programme_of
from coachbot.replay import throwaway_road
from coachbot.road import Road, build_road
from coachbot.settings import Settings, database_url, keys_url
from coachbot.timekeeping import FreshNames, WallClock
from coaching.errors import Busy, SettingsError
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.programme import Programme
from coaching.words import Words

QUIET = "CRITICAL"  # whoever talks here is shown no line of a log: one of them could be about them


async def chat(settings: Settings, name: str) -> None:
    """Talk, with what was said before still there. Beside a running service, the service answers."""
    start_logging(QUIET)
    if problems := all_problems(settings):
        raise SettingsError("\n".join(problems))
    clock, names, library = WallClock(), FreshNames(), shipped_library()
    programme = programme_of(settings, library)
    stores = database_url(settings), keys_url(settings), master_key(settings)
    async with open_notebook(*stores, clock=clock, names=names, programme=programme, claim=Claim.IF_FREE) as opened:
        mind = make_mind(library, programme)
        road = build_road(opened.notebook, mind, {Channel.TERMINAL: Screen()}, clock=clock, names=names)
        workers = await _workers(opened, road)
        await _keyboard(road, name).talk(_typed())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)


async def _workers(opened: Opened, road: Road) -> list[asyncio.Task[None]]:
    """Our own workers, unless a running service holds the database and does the work."""
    try:
        await opened.begin_alone()
    except Busy:
        return []
    works = (road.perform_on(), road.send_on())
    return [asyncio.create_task(work) for work in works]


def _keyboard(road: Road, name: str) -> Keyboard:
    help_now = labels(road.mind.library, road.mind.programme.language, "terminal.")["terminal.help_now"]
    return Keyboard(
        road.inbox,
        road,
        person=name,
        clock=road.clock,
        names=road.names,
        write=_write,
        colour=sys.stdout.isatty(),
        help_now=help_now,
    )


def _write(text: str) -> None:
    typer.echo(f"\n{text}\n")


async def _typed() -> AsyncIterator[str]:
    """Lines as they are typed, until the end of input or the word `leave`."""
    while True:
        line = await asyncio.to_thread(_line)
        if line is None or line.strip().lower() == "leave":
            return
        yield line


def _line() -> str | None:
    if sys.stdin.isatty():
        sys.stdout.write("> ")
        sys.stdout.flush()
    return sys.stdin.readline() or None


async def play(flow: str, folder: Path | None) -> None:
    """Walk one flow from its first question, on a throw-away database, with the shipped content or a folder of one's own."""
    start_logging(QUIET)
    library = load(content_files(folder))
    if flow not in library.newest:
        raise SettingsError(f"There is no flow {flow}: the flows are {', '.join(sorted(library.newest))}.")
    async with throwaway_road(mind=make_mind(library, Programme())) as (road, _clock):
        keyboard = _keyboard(road, "player")
        await road.inbox.receive([_first(flow, road)])
        works = [asyncio.create_task(road.perform_on()), asyncio.create_task(road.send_on())]
        await keyboard.talk_on(_typed())
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)


def _first(flow: str, road: Road) -> Inbound:
    address = Address(Channel.TERMINAL, "local", "player", "player")
    return Inbound(address, ("play:first",), Kind.TEXT, road.clock.now(), Words(flow))
