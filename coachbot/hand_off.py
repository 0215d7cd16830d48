"""The hand-off, assembled: the desk's use cases, the tending of cases, and the posts to the staff."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import structlog

from bot.dialogs.guarding import mask_of
from bot.nlu.identifiers import Masked
from coachbot.road import REST_AFTER_ERROR, Bell, Road, Step, both
from coachbot.settings import Settings
from coaching.casework import CaseFile, Casework, DeskParcel
from coaching.delivery import Delivery, Refused, Sent
from coaching.message import Outbound
from coaching.participant import Channel
from coaching.ports import Outlet
from handoff.desk import CHANNELS, Place, Work
from handoff.ladder import Means
from handoff.paging import Health
from handoff.posting import TICK, TICKED, Poster, Way
from handoff.relay import Desk
from handoff.rota import Shift
from handoff.tending import Tender

PAUSE = 0.5  # seconds between looks at what is due, where nobody rings
LOADING = 1.0  # seconds until a platform that is not open yet is tried again
Watcher = Callable[[CaseFile, CaseFile], None]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ChatWay:
    """A desk in a chat: what it shows goes out as any message does; of a case one thread, its card edited in place."""

    outlets: Mapping[Channel, Outlet]
    channel: Channel
    threads: bool

    async def show(self, parcel: DeskParcel) -> Delivery:
        outlet = self.outlets.get(self.channel)
        if parcel.post.what == TICK and parcel.post.outbound.wording == TICKED:
            return Sent("")  # only what did not arrive is told here
        return Refused(LOADING) if outlet is None else await outlet.send(as_sent(parcel, self.threads))


def as_sent(parcel: DeskParcel, threads: bool) -> Outbound:
    """The post as it goes out: under the first one about its case, or in the place of an earlier card; a tick as a line."""
    post, root = parcel.post, parcel.root
    outbound = replace(post.outbound, again=parcel.doubtful, settles="")
    if post.what == "card":
        return replace(outbound, settles=root)
    return replace(outbound, address=replace(outbound.address, thread=root)) if threads and root else outbound


@dataclass(slots=True)
class HandOff:
    """Everything between a case and the people who answer it.

    `ways` may gain means while the service runs; `watching` hear of every case that was written, as it was and as it is.
    """

    road: Road
    work: Work
    desk: Desk
    tender: Tender
    poster: Poster
    ways: dict[Means, Way]
    posts: Bell
    accounts: dict[str, str]  # ours, by means, as platforms are opened
    health: Health
    watching: list[Watcher]

    def watched(self, watcher: Watcher) -> None:
        """Tell this one too."""
        self.watching.append(watcher)

    def state(self) -> Mapping[str, str]:
        """Every means there is, and how it fared last: for `/readyz`."""
        return self.health.state(_open_ways(self.ways, self.road))

    async def drain(self) -> None:
        """Do everything that can be done now: for tests, where nothing else runs."""
        while await self.tender.tend_due() + await self.poster.post_due():
            await self.road.drain()

    async def tend_on(self) -> None:
        """Look after open cases, until it is told to stop."""
        await self._go_on(self._tend, self.road.cases, "tend")

    async def post_on(self) -> None:
        """Post after post, until it is told to stop."""
        await self._go_on(self.poster.post_due, self.posts, "desk")

    async def _tend(self) -> int:
        done = await self.tender.tend_due()
        if done:
            self.posts.ring()
        return done

    async def _go_on(self, step: Step, bell: Bell, name: str) -> None:
        while not self.road.stopping.is_set():
            try:
                done = await step()
                self.road.rounds[name] = self.road.clock.now()
                if done == 0:
                    await bell.wait(PAUSE)
            except Exception as error:  # the database is away, for one
                log.error("hand_off.stumbled", at=name, error=type(error).__name__)
                await asyncio.sleep(REST_AFTER_ERROR)


def build_hand_off(
    road: Road,
    casework: Casework,
    *,
    ways: Mapping[Means, Way] | None = None,
    places: Callable[[], Sequence[Place]] = tuple,
    accounts: Callable[[], Mapping[str, str]] = dict,
    shifts: Callable[[], Sequence[Shift]] = tuple,
    link: Callable[[CaseFile], str] = lambda file: "",
) -> HandOff:
    """The hand-off over a road. Chat is a way wherever its outlet is open; mail and pager come with `ways`."""
    posts, mind, ours = Bell(), road.mind, dict[str, str]()
    health = Health(road.clock)
    known: dict[Means, Way] = {means: ChatWay(road.outlets, CHANNELS[means], means is Means.SLACK) for means in CHANNELS}
    known |= dict(ways or {})
    masked = mask_of(mind.library, mind.programme.language)

    watching: list[Watcher] = []
    work = Work(
        casework,
        mind.library,
        mind.programme,
        road.clock,
        road.names,
        mask=partial(_masked, masked),
        places=places,
        accounts=lambda: {**accounts(), **ours},
        shifts=shifts,
        alive=lambda: health.alive(_open_ways(known, road)),
        link=link,
        wake=road.post.ring,
        tend=both(road.cases, posts),
        changed=partial(_tell, watching),
        phrases=mind.phrases,
        detectors=mind.detectors,
    )
    poster = Poster(casework, known, clock=road.clock, told=health.told, worded=work.worded)
    return HandOff(road, work, Desk(work), Tender(work), poster, known, posts, ours, health, watching)


def _tell(watching: Sequence[Watcher], was: CaseFile, after: CaseFile) -> None:
    for watcher in watching:
        watcher(was, after)


def places_of(settings: Settings) -> list[Place]:
    """Where several of the staff read, as the settings say."""
    channel, group, token = settings.slack.coach_channel, settings.telegram.coach_group, settings.telegram.token
    places = [Place(Means.SLACK, "", channel)] if channel else []
    return [*places, Place(Means.TELEGRAM, token.get_secret_value().partition(":")[0], group)] if group and token else places


def link_of(address: str, file: CaseFile) -> str:
    """Where a case is taken in the console."""
    return f"{address}/console/case/{file.number}"


def _open_ways(ways: Mapping[Means, Way], road: Road) -> dict[Means, Way]:
    return {means: way for means, way in ways.items() if means not in CHANNELS or CHANNELS[means] in road.outlets}


def _masked(mask: Callable[[str], Masked], text: str) -> tuple[str, bool]:
    found = mask(text)
    return found.text, bool(found.kinds)
