"""The stand-in itself: one workspace with one app, served on loopback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

import standins.slack.events as events
from standins.chaos import Chaos, Fault, Weather, spoil
from standins.clock import MovableClock
from standins.slack.api import Api
from standins.slack.delivery import Attempt, Courier, Record
from standins.slack.methods import METHODS, error_in, from_form
from standins.slack.sockets import Sockets
from standins.slack.workspace import BOT_USER, Message, Workspace

BOT_TOKEN, APP_TOKEN = "xoxb-stand-in", "xapp-stand-in"
SECRET = "stand-in-signing-secret"
TOKENS = {"bot": BOT_TOKEN, "app": APP_TOKEN}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Web API, and what was answered ("ok", Slack's error, or the weather)."""

    method: str
    arguments: Mapping[str, Any]
    at: float  # seconds passed on the clock
    outcome: str


class Server:
    """The workspace on its port, with no people in it yet."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.space = Workspace(clock)
        self.sockets = Sockets()
        self.courier = Courier(clock, SECRET, self.sockets)
        self.api = Api(self.space, self._ticket)
        self.chaos = Chaos()
        self.calls: list[Call] = []
        self.echoes = True  # the app's own messages come back to it as events
        self.tokens = dict(TOKENS)
        self.url = ""  # ends in /api/
        self._runner: web.AppRunner | None = None

    # -- start and stop --------------------------------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes([web.route("*", "/api/{method}", self._call), web.get("/link", self.sockets.accept)])
        app.add_routes([web.post("/response/{place}/{user}", self._respond)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}/api/"
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.courier.close()
        await self.sockets.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _ticket(self) -> str:
        return self.url.replace("http://", "ws://").replace("/api/", "/link?ticket=once")

    # -- weather ----------------------------------------------------------------------------------------------------

    def listen_at(self, url: str) -> None:
        """Deliver by signed HTTP to this URL."""
        self.courier.url = url

    def pause(self) -> None:
        """Hold deliveries back until `resume`."""
        self.courier.paused = True

    async def resume(self) -> None:
        await self.courier.resume()

    def outage(self) -> None:
        """Deliver nothing of what happens until `back`, not even later: it stays in history only."""
        self.courier.gone_out = True

    def back(self) -> None:
        self.courier.gone_out = False

    def archive(self, place: str) -> None:
        self.space.conversations[place].archived = True

    def sign_out(self) -> None:
        """The app's tokens are good no more."""
        self.tokens = {}

    # -- deliveries ------------------------------------------------------------------------------------------------------------

    async def tell(self, body: Mapping[str, Any], wait: bool = True) -> Record:
        """Deliver an event."""
        return await self.courier.deliver("events_api", events.event(self.space, body), wait)

    async def redeliver(self, record: Record, number: int = 1, over: str = "") -> Attempt:
        """The same delivery once more, acknowledged or not; over "http" or "socket" where both are open."""
        return await self.courier.attempt(record.kind, record.payload, number, record, over)

    async def twin(self, message: Message) -> Record:
        """The same gesture as a second message: another `ts` and event id, the same client_msg_id."""
        copy = Message(self.space.stamp(), message.channel, message.user, message.text, client_msg_id=message.client_msg_id)
        return await self.tell(events.posted(copy, self.space.conversations[message.channel].kind()))

    async def connect(self, message: Message, team: str = "T0OTHER") -> Record:
        """The same message delivered for another workspace, as Slack Connect does."""
        body = events.posted(message, self.space.conversations[message.channel].kind())
        return await self.courier.deliver("events_api", events.event(self.space, body, team))

    async def bot_says(self, place: str, text: str) -> Record:
        """Another app writes."""
        message = self.space.add(Message(self.space.stamp(), place, "U0OTHERBOT", text, bot="B0OTHER", subtype="bot_message"))
        return await self.tell(events.posted(message, self.space.conversations[place].kind()))

    async def settled(self) -> None:
        """Wait until no delivery is under way."""
        await self.courier.settled()

    # -- what happened ---------------------------------------------------------------------------------------------------------

    @property
    def deliveries(self) -> list[Record]:
        return self.courier.records

    def posts(self, place: str = "") -> list[Message]:
        """Every message of the app that reached the workspace, in order."""
        places = [self.space.conversations[place]] if place else list(self.space.conversations.values())
        found = [message for one in places for message in one.messages if message.user == BOT_USER and not message.only_for]
        return sorted(found, key=lambda message: float(message.ts))

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    # -- serving ---------------------------------------------------------------------------------------------------------------

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, arguments = request.match_info["method"], await _arguments(request)
        fault = self.chaos.take(method)
        if fault is not None and not fault.done():
            self._note(method, arguments, fault.error or str(fault.weather))
            return await self._refused(request, fault)
        answer = self._answer(request, method, arguments)
        self._note(method, arguments, str(fault.weather) if fault else answer.get("error", "ok"))
        await self._echo()
        return await spoil(request, fault, answer) if fault else web.json_response(answer)

    async def _refused(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        match fault.weather:
            case Weather.LIMITED:
                headers = {"Retry-After": str(int(fault.wait))}
                return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
            case Weather.ERROR:
                return web.json_response({"ok": False, "error": fault.error})
            case _:
                return await spoil(request, fault, {})

    def _answer(self, request: web.Request, method: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        level = METHODS[method].level if method in METHODS else "bot"
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token != self.tokens.get(level):
            return {"ok": False, "error": "invalid_auth" if token else "not_authed"}
        if error := error_in(method, arguments):
            return {"ok": False, "error": error}
        return self.api.carry_out(method, arguments)

    def _note(self, method: str, arguments: Mapping[str, Any], outcome: str) -> None:
        self.calls.append(Call(method, arguments, self.clock.passed(), outcome))

    async def _echo(self) -> None:
        told, self.api.told = self.api.told, []
        for _, message in told if self.echoes else []:
            kind = self.space.conversations[message.channel].kind()
            await self.tell(events.posted(message, kind), wait=False)

    async def _respond(self, request: web.Request) -> web.Response:
        """A response_url: something for one person to see, or for everybody."""
        answer, place, user = await request.json(), request.match_info["place"], request.match_info["user"]
        self.show_to(place, user, answer)
        return web.Response(text="ok")

    def show_to(self, place: str, user: str, answer: Mapping[str, Any]) -> None:
        """The app's direct answer to a gesture: ephemeral unless it says otherwise."""
        message = Message(self.space.stamp(), place, BOT_USER, str(answer.get("text") or ""), bot="B0BOT")
        message.blocks = answer.get("blocks") or []
        message.only_for = "" if answer.get("response_type") == "in_channel" else user
        self.space.channel(place, user)
        self.space.add(message)


async def _arguments(request: web.Request) -> dict[str, Any]:
    """A JSON body, a form or a query: Slack takes them all."""
    query = from_form(dict(request.query))
    if request.content_type == "application/json":
        body = await request.json()
        return query | {key: value for key, value in body.items() if key != "token"}
    return query | from_form({key: str(value) for key, value in (await request.post()).items()})
