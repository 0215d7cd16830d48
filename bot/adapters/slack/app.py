"""Slack's side of the service: everything is stored before it is acknowledged, over HTTP and over Socket Mode."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

import structlog
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.slack.client import QUIET
from bot.adapters.slack.desk import SlackDesk
from bot.adapters.slack.fates import CALL_ERRORS
from bot.adapters.slack.reading import FORM, HOME, Origin, Ours, read, word
from bot.adapters.slack.rooms import Rooms
from bot.adapters.slack.signature import genuine
from bot.adapters.slack.socket import Ack, Socket
from bot.adapters.slack.views import FORMS, check, form, home
from coaching.errors import SettingsError
from coaching.message import Inbound
from coaching.participant import Address, Channel
from coaching.ports import Clock, Intake, Looking

PATH = "/slack/events"
LARGEST = 1 << 20  # bytes of a body
ROOM_WITHIN = 0.8  # seconds to ask which direct message is a person's; the outlet asks again
FORM_ACTION = re.compile(re.escape(HOME + FORM) + ".+")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: before the second try to reach Slack (doubled each time), between pings, and for a commit (Slack waits three)."""

    pause: float = 0.5
    heartbeat: float = 10.0
    patience: float = 2.0


USUAL = Pace()


class SlackApp:
    """One app in one workspace.

    `labels` are texts by id (`views.needed`); `note` stands on every home page ("not verified"); `forms` are the steps that a
    modal asks. With `app_client` (an app-level token) deliveries come over Socket Mode as well as over the `route`. `opened` is
    called with every new socket, to fill the gap before it. `desk` is the coaches' side, where there is one.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        intake: Intake,
        looking: Looking,
        clock: Clock,
        labels: Mapping[str, str],
        *,
        signing_secret: str = "",
        app_client: AsyncWebClient | None = None,
        note: str = "",
        forms: Mapping[str, Sequence[str]] = FORMS,
        rooms: Rooms | None = None,
        opened: Callable[[], Awaitable[None]] | None = None,
        desk: SlackDesk | None = None,
        pace: Pace = USUAL,
    ) -> None:
        check(labels, forms)
        if not signing_secret and app_client is None:
            raise SettingsError("Slack needs COACHBOT_SLACK__SIGNING_SECRET (HTTP) or COACHBOT_SLACK__APP_TOKEN (Socket Mode).")
        self._client, self._intake, self._looking, self._clock = client, intake, looking, clock
        self._labels, self._note, self._forms, self._secret = labels, note, forms, signing_secret
        self._rooms, self._opened, self._pace, self._desk = rooms or Rooms(client), opened, pace, desk
        self.ours: Ours | None = None
        self.ready = asyncio.Event()
        self.socket = Socket(app_client, self._envelope, self._made_good, pace.heartbeat, pace.pause) if app_client else None
        self.route = Route(PATH, self._post, methods=["POST"])
        self._tasks: set[asyncio.Future[Any]] = set()
        self._storing: set[asyncio.Future[bool]] = set()
        self._bolt = self._listeners()

    # -- start and stop --------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Learn who we are, then listen; where Slack cannot be reached yet, it goes on trying."""
        self._spawn(self._begin())

    async def _begin(self) -> None:
        pause = self._pace.pause
        while self.ours is None:
            try:
                answer = await self._client.auth_test()
                self.ours = Ours(str(answer["team_id"]), str(answer["user_id"]), str(answer.get("bot_id") or ""))
            except CALL_ERRORS as error:
                log.warning("slack.not_reached", why=type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)
        self.ready.set()
        self._look_round()
        if self.socket is not None:
            self._spawn(self.socket.run())

    async def stop(self) -> None:
        """Finish what is being stored and let the connection go."""
        if self._storing:
            await asyncio.wait(set(self._storing), timeout=5.0)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _spawn(self, work: Awaitable[Any]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Future[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("slack.task_failed", why=type(error).__name__)

    def _look_round(self) -> None:
        if self._desk is not None and self.ours is not None:
            self._spawn(self._desk.look_round(self.ours))

    async def _made_good(self) -> None:
        self._look_round()
        if self._opened is not None:
            self._spawn(self._opened())

    async def deliver(self, payload: dict[str, Any]) -> bool:
        """Take something in as if Slack had delivered it just now; whether it is kept."""
        return (await self._take(payload)).status == 200

    # -- deliveries ------------------------------------------------------------------------------------------------------------

    async def _post(self, request: Request) -> Response:
        """Slack's HTTP side. Nobody but Slack gets past the signature; what cannot be stored comes again."""
        try:
            body = await _capped(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        headers = request.headers
        stamps, proofs = headers.getlist("x-slack-request-timestamp"), headers.getlist("x-slack-signature")
        if not genuine(self._secret, stamps, proofs, body, self._clock.now()):
            return Response(status_code=401)
        payload = payload_of(body)
        if payload is None:
            return Response(status_code=400)
        answer = await self._take(payload)
        return Response(answer.body, answer.status, headers=answer.first_headers_without_set_cookie())

    async def _envelope(self, envelope: Mapping[str, Any]) -> tuple[bool, Ack]:
        """Socket Mode's side: whether to acknowledge, and with what."""
        payload = envelope.get("payload")
        answer = await self._take(payload if isinstance(payload, dict) else {})
        return answer.status == 200, _carried(answer)

    async def _take(self, payload: dict[str, Any]) -> BoltResponse:
        """Store first; only then does anything answer.

        This stands before Bolt, not inside it: Bolt reads a request's context before its first middleware, and an odd shape
        would end there, unstored.
        """
        if self.ours is None:
            return BoltResponse(status=503)
        inbound = read(payload, self.ours, self._clock.now())
        answer = await self._at_the_desk(payload, inbound, self.ours)
        if answer is not None:
            return answer
        if inbound is not None and not await self._stored(inbound):
            return BoltResponse(status=503)
        return await self._answered(payload) if _wants_answer(payload) else BoltResponse(status=200)

    async def _at_the_desk(self, payload: dict[str, Any], inbound: Inbound | None, ours: Ours) -> BoltResponse | None:
        """Its answer where it is the coaches' side's; what that could not write down comes again."""
        if self._desk is None:
            return None
        try:
            return await self._desk.take(payload, inbound, ours, self._spawn)
        except Exception as error:  # whatever the store raises: its message may hold a person's words
            log.error("slack.desk_not_stored", why=type(error).__name__)
            return BoltResponse(status=503)

    async def _stored(self, inbound: Inbound) -> bool:
        """Whether it is committed. A commit that takes too long may still come; Slack delivers again and it is known then."""
        work = asyncio.ensure_future(self._receive(inbound))
        self._storing.add(work)
        work.add_done_callback(self._storing.discard)
        done, _ = await asyncio.wait({work}, timeout=self._pace.patience)
        return bool(done) and work.result()

    async def _receive(self, inbound: Inbound) -> bool:
        try:
            await self._intake.receive([await self._placed(inbound)])
        except Exception as error:  # whatever the store raises: its message may hold a person's words
            log.error("slack.not_stored", why=type(error).__name__)
            return False
        return True

    async def _placed(self, inbound: Inbound) -> Inbound:
        """With the direct message to answer in, as far as Slack says so in time."""
        address = inbound.address
        if address.place:
            self._rooms.seen(address.person, address.place)
            return inbound
        with contextlib.suppress(*CALL_ERRORS):
            async with asyncio.timeout(ROOM_WITHIN):
                return replace(inbound, address=replace(address, place=await self._rooms.of(address.person)))
        return inbound

    async def _answered(self, payload: dict[str, Any]) -> BoltResponse:
        """Bolt finds who answers. It never fails a delivery that is stored already."""
        try:
            answer = await self._bolt.async_dispatch(AsyncBoltRequest(body=payload, mode="socket_mode"))
        except Exception as error:
            log.error("slack.not_answered", why=type(error).__name__)
            return BoltResponse(status=200)
        return answer if answer.status == 200 else BoltResponse(status=200)

    # -- what a gesture is answered with ---------------------------------------------------------------------------------------

    def _listeners(self) -> AsyncApp:
        async def ourselves() -> AuthorizeResult:
            """Who we are is known from the start; nothing is asked for each delivery."""
            ours = self.ours or Ours("", "")
            token = self._client.token
            return AuthorizeResult(enterprise_id=None, team_id=ours.team, bot_user_id=ours.user, bot_id=ours.bot, bot_token=token)

        bolt = AsyncApp(
            name="coachbot",
            client=self._client,
            logger=QUIET,
            authorize=ourselves,
            process_before_response=True,
            request_verification_enabled=False,  # done before, and not for sockets
            ignoring_self_events_enabled=False,
            ssl_check_enabled=False,
        )
        bolt.event("app_home_opened")(self._home_opened)
        bolt.action(FORM_ACTION)(self._form_wanted)
        for flow in self._forms:
            bolt.shortcut(f"{FORM}{flow}")(self._form_wanted)
        bolt.command(re.compile(".*"))(self._commanded)
        return bolt

    async def _home_opened(self, event: dict[str, Any]) -> None:
        if word(event, "tab") == "home":
            self._spawn(self.publish_home(word(event, "user")))

    async def _form_wanted(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A trigger lives three seconds: the form is opened before anything else."""
        await ack()
        named = word(body, "callback_id") or word(body["actions"][0], "action_id").removeprefix(HOME)
        flow, person = named.removeprefix(FORM), word(body, "user", "id")
        if flow not in self._forms:
            return
        try:
            async with asyncio.timeout(ROOM_WITHIN):
                place = await self._rooms.of(person)
        except CALL_ERRORS:
            place = ""
        await self._open(word(body, "trigger_id"), form(flow, self._forms[flow], self._labels, Origin(place=place)))

    async def _open(self, trigger: str, view: View) -> None:
        try:
            await self._client.views_open(trigger_id=trigger, view=view)
        except CALL_ERRORS as error:
            log.warning("slack.form_not_opened", why=type(error).__name__)

    async def _commanded(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """In a channel only its author sees that the command was taken; the answer goes to the direct message."""
        direct = word(body, "channel_name") == "directmessage"
        await (ack() if direct else ack(text=self._labels["slack.command.taken"], response_type="ephemeral"))

    async def publish_home(self, person: str) -> bool:
        """Show this person's home page as things stand now."""
        if self.ours is None or not person:
            return False
        try:
            glance = await self._looking.glance(Address(Channel.SLACK, self.ours.team, person))
            await self._client.views_publish(user_id=person, view=home(glance, self._labels, self._note, self._forms))
        except (*CALL_ERRORS, SlackObjectFormationError) as error:
            log.warning("slack.home_not_published", why=type(error).__name__)
            return False
        return True


# -- parts ---------------------------------------------------------------------------------------------------------------------


async def _capped(request: Request) -> bytes | None:
    """The body, or None where it is too large; no more of it is read than that."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)


def payload_of(body: bytes) -> dict[str, Any] | None:
    """A body as a mapping: JSON, a form with JSON in `payload`, or a form. None for everything else."""
    try:
        text = body.decode("utf-8")
        if not text.startswith("{"):
            form = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=100))
            if "payload" not in form:
                return form or None
            text = form["payload"]
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _wants_answer(payload: Mapping[str, Any]) -> bool:
    """Whether more is to be said than that it was taken."""
    match word(payload, "type"):
        case "url_verification":
            return True
        case "event_callback":
            return word(payload, "event", "type") == "app_home_opened"
        case "block_actions":
            actions = payload.get("actions")
            return isinstance(actions, list) and bool(actions) and FORM_ACTION.fullmatch(word(actions[0], "action_id")) is not None
        case "shortcut":
            return word(payload, "callback_id").startswith(FORM)
        case _:
            return bool(word(payload, "command"))


def _carried(answer: BoltResponse) -> Ack:
    """What goes back with the acknowledgement of an envelope."""
    try:
        found = json.loads(answer.body) if answer.body else None
    except ValueError:
        return {"text": answer.body}
    return found if isinstance(found, dict) else None
