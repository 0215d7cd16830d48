"""Slack, wired to the road: loaded after the service is live."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.client import close_client, open_client
from bot.adapters.slack.desk import SlackDesk
from bot.adapters.slack.desk_blocks import desk_blocks
from bot.adapters.slack.desk_gap import EVERY, DeskGap
from bot.adapters.slack.desk_way import SlackWay
from bot.adapters.slack.gap import gap_fill
from bot.adapters.slack.outlet import SlackOutlet
from bot.adapters.slack.rooms import Rooms
from coachbot.hand_off import HandOff
from coachbot.mind import labels, notices
from coachbot.opening import Opened
from coachbot.road import Road
from coachbot.settings import Settings
from coaching.participant import Channel
from coaching.ports import Cursor
from handoff.ladder import Means
from handoff.outsiders import Outsiders

log = structlog.get_logger(__name__)

ASK_WHY = 3.0  # seconds between questions why Slack does not let us in
TOKEN_ERRORS = {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
OVERLAP = timedelta(minutes=10)  # read again before the last known moment: clocks differ, and what is known changes nothing


class SlackPart:
    """One app in one workspace, over HTTP and, with an app token, over Socket Mode."""

    def __init__(self, settings: Settings, road: Road, opened: Opened, hand_off: HandOff | None = None) -> None:
        self._settings = settings.slack
        self._road = road
        self._opened = opened
        self._hand_off = hand_off
        self._clients: list[AsyncWebClient] = []
        self._app: SlackApp | None = None
        self._why = ""
        self._desk_gap: DeskGap | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, receive: bool) -> None:
        assert self._settings.bot_token is not None
        client = await self._client(self._settings.bot_token.get_secret_value())
        rooms = Rooms(client)
        library, programme = self._road.mind.library, self._road.mind.programme
        texts = labels(library, programme.language, "slack.")
        self._road.outlets[Channel.SLACK] = SlackOutlet(
            client,
            self._road.clock,
            help_now=texts["slack.help_now"],
            again_mark=texts["slack.again"],
            pick_day=texts["slack.pick_day"],
            rooms=rooms,
        )
        self._road.post.ring()
        desk = None if self._hand_off is None else self._desk(self._hand_off, client, texts, rooms)
        if receive:
            self._app = await self._listening(client, texts, rooms, "\n".join(notices(library, programme)), desk)
            await self._app.start()
            self._tasks.append(asyncio.create_task(self._ask_why(client, self._app)))
            if self._hand_off is not None and desk is not None:
                self._desk_gap = DeskGap(client, self._hand_off.work, rooms, self._app.deliver, desk.meets)
                self._tasks.append(asyncio.create_task(self._read_desks_on()))

    def _desk(self, hand_off: HandOff, client: AsyncWebClient, texts: Mapping[str, str], rooms: Rooms) -> SlackDesk:
        """The coaches' side: their way out, and what they do."""
        outlet = SlackOutlet(client, self._road.clock, help_now="", again_mark=texts["slack.again"], rooms=rooms, shows=desk_blocks)
        hand_off.ways[Means.SLACK] = SlackWay(client, outlet, rooms)
        hand_off.posts.ring()
        outsiders = Outsiders(hand_off.work, hand_off.ways)
        channel = self._settings.coach_channel
        return SlackDesk(client, hand_off.desk, hand_off.work, outsiders, outlet, self._road, texts, self._may_be_danger, channel)

    def _may_be_danger(self, text: str) -> bool:
        return self._road.mind.phrases(text).acts

    async def _ask_why(self, client: AsyncWebClient, app: SlackApp) -> None:
        """While Slack does not let us in: what it says, for `/readyz` and the log."""
        await asyncio.sleep(ASK_WHY)
        while not app.ready.is_set():
            self._why, before = await _refusal(client), self._why
            if self._why and self._why != before:
                log.error("slack.refused", what=self._why)
            await asyncio.sleep(ASK_WHY)

    async def _listening(
        self, client: AsyncWebClient, texts: Mapping[str, str], rooms: Rooms, note: str, desk: SlackDesk | None
    ) -> SlackApp:
        secret, token = self._settings.signing_secret, self._settings.app_token
        return SlackApp(
            client,
            self._road.inbox,
            self._road,
            self._road.clock,
            texts,
            signing_secret=secret.get_secret_value() if secret else "",
            app_client=await self._client(token.get_secret_value()) if token else None,
            note=note,
            rooms=rooms,
            opened=self._fill_gap,
            desk=desk,
        )

    async def _client(self, token: str) -> AsyncWebClient:
        client = await open_client(token, self._settings.api_base)
        self._clients.append(client)
        return client

    async def _fill_gap(self) -> None:
        """Read what was written while nobody listened, from a little before the last moment somebody did."""
        ours = self._app.ours if self._app else None
        assert ours is not None
        name, now = f"slack:{ours.team}:listening", self._road.clock.now()
        last = await self._road.inbox.cursor(name)
        if last is not None:
            places = await self._opened.notebook.places(Channel.SLACK.value)
            since = datetime.fromisoformat(last) - OVERLAP
            filled = await gap_fill(self._clients[0], self._road.inbox, ours, places, since, self._road.clock)
            log.info("slack.gap_filled", found=filled.found, unread=len(filled.unread))
            await self.read_desks(whole=True)
        await self._road.inbox.receive([], Cursor(name, now.isoformat()))

    async def _read_desks_on(self) -> None:
        """Again and again: nothing says so when Slack has lost a delivery."""
        assert self._app is not None
        await self._app.ready.wait()
        while True:
            try:
                await self.read_desks()
            except Exception as error:  # the database is away, for one
                log.error("slack.desk_gap_stumbled", error=type(error).__name__)
            await asyncio.sleep(EVERY)

    async def read_desks(self, *, whole: bool = False) -> int:
        """Take in what coaches wrote and Slack did not deliver; how many messages that were. `whole`: from their claims on."""
        ours = self._app.ours if self._app else None
        return 0 if ours is None or self._desk_gap is None else await self._desk_gap.fill(ours, whole=whole)

    async def answer(self, request: Request) -> Response:
        if self._app is None:
            return Response(status_code=404)
        response: Response = await self._app.route.endpoint(request)
        return response

    async def stop_receiving(self) -> None:
        for task in self._tasks:
            task.cancel()
        if self._app is not None:
            await self._app.stop()

    async def close(self) -> None:
        for client in self._clients:
            await close_client(client)

    def state(self) -> Mapping[str, Any]:
        if self._app is None:
            return {"mode": "sending only"}
        if not self._app.ready.is_set():
            return {"mode": "listening", "wrong": self._why or "Slack cannot be reached"}
        socket = self._app.socket
        return {"mode": "http"} if socket is None else _socket_state(socket.connected)


async def _refusal(client: AsyncWebClient) -> str:
    """Why Slack does not accept us, or nothing where it cannot be asked."""
    try:
        await client.auth_test()
    except SlackApiError as error:
        name = re.sub(r"[^a-z_]", "", str(error.response.get("error")))[:40]
        if name in TOKEN_ERRORS:
            return f"Slack does not accept COACHBOT_SLACK__BOT_TOKEN ({name}): copy it again from the app's page OAuth & Permissions."
        return f"Slack refuses: {name}."
    except Exception:
        return ""
    return ""


def _socket_state(connected: bool) -> Mapping[str, Any]:
    return {"mode": "socket"} if connected else {"mode": "socket", "wrong": "no socket to Slack"}


def make(settings: Settings, road: Road, opened: Opened, hand_off: HandOff | None = None) -> SlackPart:
    return SlackPart(settings, road, opened, hand_off)
