"""What coaches wrote while Slack did not deliver: read out of the threads of the cases that they hold, and handed in as if delivered."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.fates import CALL_ERRORS, delivery_of
from bot.adapters.slack.reading import STAMP, Ours, read, word
from bot.adapters.slack.rooms import Rooms
from coaching.casework import CaseFile
from coaching.delivery import Permanent, Refused
from handoff.desk import Work
from handoff.ladder import Means

EVERY = 60.0  # seconds between two rounds
MOST = 20  # places that are read in one round: Slack allows fifty such calls a minute
CASES = 1_000  # that are looked through for the ones held here
PAGES, PAGE = 10, 200
HANDED = 2_000  # messages that are known to have been handed in
OVERLAP = timedelta(minutes=10)  # read again before the last message seen: what is known changes nothing
Deliver = Callable[[dict[str, Any]], Awaitable[bool]]
Message = Mapping[str, Any]
Key = tuple[str, str]  # person and thread
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody who has a case writes: the thread of the case, or (without one) beside all threads. Nothing before `since` counts."""

    person: str
    thread: str
    since: datetime

    @property
    def key(self) -> Key:
        return self.person, self.thread


@dataclass(frozen=True, slots=True)
class Occasion:
    """What Slack would have delivered, and the key under which it is known."""

    payload: dict[str, Any]
    key: str


class DeskGap:
    """Hands in what `deliver`, the way that deliveries take, does not know yet. What is known by its key changes nothing.

    `met` hears in each round who of Slack is on the staff.
    """

    def __init__(self, client: AsyncWebClient, work: Work, rooms: Rooms, deliver: Deliver, met: Callable[[Collection[str]], None]) -> None:
        self._client, self._work, self._rooms, self._deliver, self._met = client, work, rooms, deliver, met
        self._seen: dict[Key, datetime] = {}  # the last message there
        self._read_at: dict[Key, datetime] = {}
        self._spots: dict[Key, Spot] = {}  # of the round before
        self._handed: deque[str] = deque(maxlen=HANDED)
        self._rest_until = work.clock.now()

    async def fill(self, ours: Ours, *, whole: bool = False) -> int:
        """Read every place once, the longest unread first; how many messages were handed in. `whole`: from the claim on."""
        people = {each.id: dict(each.addresses).get(Means.SLACK, "") for each in await self._work.casework.staff()}
        self._met(set(people.values()))
        if self._work.clock.now() < self._rest_until:
            return 0
        spots = await self._wanted(people)
        self._seen = {} if whole else {spot.key: self._seen[spot.key] for spot in spots if spot.key in self._seen}
        self._read_at = {spot.key: self._read_at.get(spot.key, spot.since) for spot in spots}
        found = 0
        for spot in sorted(spots, key=lambda each: self._read_at[each.key])[:MOST]:
            self._read_at[spot.key] = self._work.clock.now()
            count = await self._read(spot, ours)
            if count is None:
                break
            found += count
        if found:
            log.info("slack.desk_gap_filled", found=found)
        return found

    async def _wanted(self, people: Mapping[str, str]) -> list[Spot]:
        """Every place where somebody holds a case now, and once more those where they did in the round before."""
        files = [(file, people.get(file.held_by, "")) for file in await self._work.casework.open_files(CASES)]
        found = [spot for file, person in files if person and file.desk == Means.SLACK for spot in await self._spots_of(file, person)]
        now = {spot.key: spot for spot in sorted(found, key=lambda each: each.since, reverse=True)}
        before, self._spots = self._spots, now
        return list({**before, **now}.values())

    async def _spots_of(self, file: CaseFile, person: str) -> list[Spot]:
        since = (file.held_at or file.opened_at) - OVERLAP
        root = await self._work.casework.root(file.id, Means.SLACK, person)
        return [Spot(person, thread, since) for thread in {root, ""}]

    async def _read(self, spot: Spot, ours: Ours) -> int | None:
        """How many were new there; None where nothing more can be asked now."""
        since = self._seen.get(spot.key)
        try:
            place = await self._rooms.of(spot.person)
            messages = await self._messages(place, spot.thread, spot.since if since is None else max(since - OVERLAP, spot.since))
        except CALL_ERRORS as error:
            return self._unread(error)
        found = 0
        for message in messages:
            count = await self._hand_in(message, place, ours)
            if count is None:  # it could not be kept: it comes again, before what came after it
                return None
            found += count
            self._seen[spot.key] = _time_of(message)
        return found

    def _unread(self, error: Exception) -> int | None:
        log.warning("slack.desk_not_read", why=type(error).__name__)
        delivery = delivery_of(error)
        if isinstance(delivery, Permanent):  # of this place alone
            return 0
        if isinstance(delivery, Refused):
            self._rest_until = self._work.clock.now() + timedelta(seconds=delivery.wait)
        return None

    async def _messages(self, place: str, thread: str, since: datetime) -> list[Message]:
        """Oldest first."""
        found: list[Message] = []
        wanted: dict[str, Any] = {"channel": place, "oldest": f"{since.timestamp():.6f}", "limit": PAGE}
        call = self._client.conversations_replies if thread else self._client.conversations_history
        wanted |= {"ts": thread} if thread else {}
        cursor: str | None = None
        for _ in range(PAGES):
            answer: Any = await call(**wanted, cursor=cursor)
            found += [each for each in answer["messages"] if STAMP.fullmatch(word(each, "ts"))]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                break
        return sorted(found, key=lambda each: float(each["ts"]))

    async def _hand_in(self, message: Message, place: str, ours: Ours) -> int | None:
        """How many of a message and its last edit were new; None where they could not be kept."""
        new = [each for each in _occasions(message, place, ours) if await self._is_new(each)]
        for each in new[:1]:  # new with its edit it is handed in once, as it reads now
            if not await self._deliver(each.payload):
                return None
            self._handed.append(each.key)
        for each in new[1:]:
            await self._work.casework.took(each.key)
        return len(new[:1])

    async def _is_new(self, occasion: Occasion) -> bool:
        return occasion.key not in self._handed and await self._work.casework.delivered(occasion.key) is None


def _occasions(message: Message, place: str, ours: Ours) -> Iterator[Occasion]:
    """A person's message and its latest edit, in the shape of deliveries."""
    where = {"channel": place, "channel_type": "im"}
    events = [{**message, **where}]
    if message.get("edited"):
        events += [{"type": "message", "subtype": "message_changed", "message": message, **where}]
    for event in events:
        payload = {"type": "event_callback", "team_id": ours.team, "event": event}
        inbound = read(payload, ours, _time_of(message))
        if inbound is not None:
            yield Occasion(payload, inbound.keys[0])


def _time_of(message: Message) -> datetime:
    return datetime.fromtimestamp(float(message["ts"]), UTC)
