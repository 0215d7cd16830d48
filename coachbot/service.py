"""The running service: one process, its parts, the model's child, and an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from typing import Any

import structlog
import uvicorn
from sse_starlette.sse import AppStatus
from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.adapters.terminal.outlet import Screen
from bot.nlu.reading import RuleReader
from coachbot import console_part, health, web_part
from coachbot.appointed import people_ready
from coachbot.canary import Canary
from coachbot.hand_off import HandOff, build_hand_off, link_of, places_of
from coachbot.heart import Heart
from coachbot.listening import listening
from coachbot.logs import start_logging
from coachbot.memory import keep_for_good
from coachbot.mind import make_mind, shipped_library
from coachbot.model.client import ChildModel, NoChild, command
from coachbot.opening import Claim, Opened, master_key, open_notebook
from coachbot.phrasing import make_phraser
from coachbot.platforms import Platforms
from coachbot.readiness import all_problems, programme_of
from coachbot.road import Road, build_road
from coachbot.rotas import RotaKeeper
from coachbot.settings import Settings, data_folder, database_url, fast_folder, keys_url, public_url
from coachbot.timekeeping import FreshNames, WallClock
from coachbot.watchdog.beat import file_of
from coaching.errors import SettingsError
from coaching.participant import Channel
from handoff.rota import Shift

log = structlog.get_logger(__name__)

ROLES = frozenset({"receive", "work", "send", "desk"})
FINISHING = {"http", "work", "send", "tend", "desk"}  # parts that are let finish what they are at
DRAIN = 4.0  # seconds given to what is under way when the service is told to stop, and again to what waits


@dataclass(slots=True)
class Service:
    """What runs: the road, the web server, and the platforms, which are loaded after it is live."""

    settings: Settings
    roles: frozenset[str]
    opened: Opened
    road: Road
    server: uvicorn.Server
    sockets: list[socket.socket]
    platforms: Platforms
    understanding: ChildModel | NoChild
    heart: Heart
    rota: RotaKeeper
    hand_off: HandOff
    tasks: list[asyncio.Task[Any]] = field(default_factory=list)

    def start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self.tasks.append(asyncio.create_task(work, name=name))


class QuietServer(uvicorn.Server):
    """uvicorn without its own signal handlers: the service stops its parts in its own order."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(settings: Settings, roles: frozenset[str] = frozenset()) -> None:
    """Run until SIGTERM or SIGINT; then take nothing more in, finish what is under way, and close. SettingsError before it starts."""
    start_logging(settings.log_level)
    problems = [*all_problems(settings), *(f"There is no role {role}: use {', '.join(sorted(ROLES))}." for role in roles - ROLES)]
    if problems:
        raise SettingsError("\n".join(problems))
    with listening(settings.http) as sockets:
        await _serve(settings, roles or ROLES, sockets)


async def _serve(settings: Settings, roles: frozenset[str], sockets: list[socket.socket]) -> None:
    async with _service(settings, roles, sockets) as service:
        _start(service)
        await _until_told_to_stop(service)
        await _stop(service)


@contextlib.asynccontextmanager
async def _service(settings: Settings, roles: frozenset[str], sockets: list[socket.socket]) -> AsyncIterator[Service]:
    clock, names, library = WallClock(), FreshNames(), shipped_library()
    programme = replace(programme_of(settings, library), phrasing=settings.llm.where)
    stores = database_url(settings), keys_url(settings), master_key(settings)
    async with open_notebook(*stores, clock=clock, names=names, programme=programme, claim=Claim.FIRST) as opened:
        await opened.begin_alone()
        rota = RotaKeeper(programme, opened.casework.staff, clock)
        await people_ready(programme, opened.casework, rota, clock, names)
        understanding = _understanding(settings, roles)
        phraser = make_phraser(settings.llm, RuleReader(), clock) if "work" in roles else None
        mind, spool = make_mind(library, programme, understanding, phraser), opened.spool(names)
        road = build_road(opened.notebook, mind, {Channel.TERMINAL: Screen()}, clock=clock, names=names, spool=spool)
        web = web_part.make(settings, road, opened)
        road.outlets[Channel.WEB] = web.outlet
        hand_off = build_hand_off(
            road,
            opened.casework,
            places=partial(places_of, settings),
            shifts=partial(_shifts, rota, clock),
            link=partial(link_of, public_url(settings)),
        )
        platforms, console = Platforms(settings, road, opened, hand_off), console_part.make(settings, road, opened, hand_off)
        heart = Heart(file_of(data_folder(), settings.http.port), Canary(road, opened, roles), clock)
        checks = health.routes(road, opened.schema, platforms, understanding, heart, rota, hand_off)
        app = Starlette(routes=[*checks, *platforms.routes(), *console, *web.routes])
        yield Service(settings, roles, opened, road, _server(app), sockets, platforms, understanding, heart, rota, hand_off)


def _understanding(settings: Settings, roles: frozenset[str]) -> ChildModel | NoChild:
    """The model's child, not started yet; none where it is switched off, or where nobody here reads messages."""
    if not settings.model.on:
        return NoChild("switched off by COACHBOT_MODEL__ON")
    if "work" not in roles:
        return NoChild("not this process's role")
    model = settings.model
    return ChildModel(command(model.path, model.dtype, str(fast_folder(settings)), model.second))


def _shifts(rota: RotaKeeper, clock: WallClock) -> Sequence[Shift]:
    return rota.shifts(clock.now())


def _server(app: ASGIApp) -> uvicorn.Server:
    return QuietServer(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
            server_header=False,
        )
    )


def _start(service: Service) -> None:
    road = service.road
    service.start(service.server.serve(sockets=service.sockets), "http")
    service.start(road.empty_spool_on(), "spool")
    service.start(service.rota.keep_on(), "rota")
    if "work" in service.roles:
        service.start(road.perform_on(), "work")
    if "send" in service.roles:
        service.start(road.send_on(), "send")
    service.start(service.heart.beat_on(), "heartbeat")
    service.start(service.heart.sing_on(), "canary")
    if "desk" in service.roles:
        service.start(service.hand_off.tend_on(), "tend")
        service.start(service.hand_off.post_on(), "desk")
    service.start(_announce(service), "announce")


async def _announce(service: Service) -> None:
    """Say that it is live, and only then load the model, in its child, and the platforms: their libraries take seconds."""
    while not service.server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    print(f"Ready: {public_url(service.settings)}", flush=True)
    service.understanding.start()
    if service.road.mind.phraser is not None:
        service.road.mind.phraser.model.start()
    keep_for_good()
    await _open_other_ways(service)
    await service.platforms.open(receive="receive" in service.roles)
    keep_for_good()


async def _open_other_ways(service: Service) -> None:
    """Mail and the pager, where they are set: their libraries are loaded now."""
    settings = service.settings
    if settings.smtp.host or settings.paging.url:
        calling = await asyncio.to_thread(import_module, "coachbot.calling")
        service.hand_off.ways.update(calling.other_ways(settings, service.road.mind.library, service.road.clock))
        service.hand_off.posts.ring()


async def _until_told_to_stop(service: Service) -> None:
    """Until a signal, or until a part ends that never should: its error then ends the service."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    waiting = asyncio.create_task(stop.wait())
    lasting = [task for task in service.tasks if task.get_name() != "announce"]
    done, _ = await asyncio.wait([waiting, *lasting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    for task in done & set(lasting):
        log.error("service.part_ended", part=task.get_name())
        task.result()


async def _stop(service: Service) -> None:
    """Nothing more in; what is under way finishes, what waits is done as far as time allows, the rest waits for the next start."""
    log.info("service.stopping")
    await service.platforms.stop_receiving()
    AppStatus.should_exit = True  # open streams of the browser chat end now; the library looks for a signal that we handle ourselves
    service.server.should_exit = True
    service.road.stop()
    working = [task for task in service.tasks if task.get_name() in FINISHING]
    await asyncio.wait(working, timeout=DRAIN)
    for task in service.tasks:
        task.cancel()
    await asyncio.gather(*service.tasks, return_exceptions=True)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(DRAIN):
            await service.road.inbox.finish()
            await service.road.drain()
    if service.road.mind.phraser is not None:
        await service.road.mind.phraser.model.close()
    await service.understanding.close()
    await service.platforms.close()
