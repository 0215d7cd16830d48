"""A Bot API server on loopback, with the delivery rules of the real one.

Differences, on purpose: arguments it does not know are refused, where Telegram ignores them; a webhook may be plain HTTP on
loopback. Time is the clock's, except that a long poll and an answer wait in real seconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from aiohttp import web

from standins.chaos import Chaos, Fault, Weather, spoil
from standins.clock import MovableClock
from standins.telegram.chats import Chat, Shown, Topic
from standins.telegram.markup import keyboard, parse
from standins.telegram.methods import Refusal, bad_request, method_named, read_arguments
from standins.telegram.people import Person
from standins.telegram.updates import Updates
from standins.telegram.webhook import Webhook

TOKEN = "4242424242:AAStandInTokenOfNobodyAtAll-0123456789"
POLL_ENDED = "terminated by other getUpdates request; make sure that only one bot instance is running"
HAS_WEBHOOK = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
NAME = "coachbot_standin_bot"
LONGEST_POLL = 50.0
SENDS = {"sendMessage", "editMessageText", "editMessageReplyMarkup"}


@dataclass(frozen=True, slots=True)
class Call:
    """One request that a client made, at `at` seconds of the clock; `done` tells whether it was carried out."""

    method: str
    arguments: dict[str, Any]
    at: float
    fault: Fault | None
    done: bool
    frozen: bool  # it came although the client had been told to wait


class TelegramStandIn:
    """Use as `async with TelegramStandIn() as telegram:`; `telegram.base` is the address for clients."""

    def __init__(self, clock: MovableClock | None = None, *, token: str = TOKEN, port: int = 0) -> None:
        self.clock = clock or MovableClock()
        self.token = token
        self.port = port
        self.chaos = Chaos()
        self.updates = Updates(self.clock)
        self.webhook = Webhook(self.updates, self.clock)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.calls: list[Call] = []
        self.presses: list[str] = []
        self.answered: dict[str, str] = {}  # press → what was shown to the person
        self.commands: dict[str, list[dict[str, str]]] = {}  # language → commands
        self.me: dict[str, Any] = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Coachbot",
            "username": "coachbot_standin_bot",
        }
        self._messages = 100
        self._frozen: dict[int, float] = {}
        self._polls: list[asyncio.Event] = []
        self._runner: web.AppRunner | None = None

    # -- the server ------------------------------------------------------------------------------------------------------------

    async def __aenter__(self) -> TelegramStandIn:
        app = web.Application(client_max_size=4 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await self.up()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.webhook.stop()
        for ended in self._polls:
            ended.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def up(self) -> None:
        """Listen (again), on the same port."""
        assert self._runner is not None
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = int(self._runner.addresses[0][1])

    async def down(self) -> None:
        """Stop listening: connections are refused."""
        assert self._runner is not None
        for site in list(self._runner.sites):
            await site.stop()
        for connection in list(self._runner.server.connections if self._runner.server else ()):
            if connection.transport is not None:
                connection.transport.abort()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # -- for tests -------------------------------------------------------------------------------------------------------------

    def person(self, name: str, *, started: bool = True) -> Person:
        """Somebody new; `started`: they have opened the chat before, so that the bot may write."""
        number = 1_000_001 + len(self.people)
        chat = self.chats.setdefault(number, Chat(number, "private", name, known=started))
        return self.people.setdefault(number, Person(self, number, name, chat))

    def group(self, title: str, *, forum: bool = False, may_manage: bool = True) -> Chat:
        """A group that the bot is in; a `forum` has topics, which the bot makes where it `may_manage` them."""
        number = -1_001_000_000_000 - len(self.chats)
        return self.chats.setdefault(number, Chat(number, "supergroup", title, known=True, forum=forum, may_manage=may_manage))

    def tell(self, kind: str, body: dict[str, Any], chat: int) -> dict[str, Any]:
        """Let the bot know; the update as it will get it."""
        update = self.updates.add(kind, body, chat)
        self.webhook.pump()
        return update

    def again(self, update: Mapping[str, Any], times: int = 1) -> None:
        """Deliver an update once more, under its old number."""
        body = next(value for key, value in update.items() if key != "update_id")
        chat = body.get("chat") or (body.get("message") or {}).get("chat") or {}
        for _ in range(times):
            self.updates.put(dict(update), int(chat.get("id", 0)))
        self.webhook.pump()

    def tells(self, raw: Any, chat: int = 0) -> None:
        """Let the bot have anything at all for an update (an object gets a number, if it has none)."""
        if isinstance(raw, dict) and "update_id" not in raw:
            raw = {"update_id": self.updates.next_id} | raw
            self.updates.next_id += 1
        self.updates.put(raw, chat)
        self.webhook.pump()

    def now(self) -> int:
        return int(self.clock.now().timestamp())

    def next_message(self) -> int:
        self._messages += 1
        return self._messages

    def called(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        return [call for call in self.calls if call.method == method]

    @property
    def impatient(self) -> list[Call]:
        """Calls made into a chat inside the time for which the client had been told to wait."""
        return [call for call in self.calls if call.frozen]

    # -- answering -------------------------------------------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        fault: Fault | None = None
        try:
            self._known_token(request)
            method = method_named(request.match_info["method"])
            arguments = read_arguments(method, await _sent(request))
            fault = self.chaos.take(method)
            self._note(method, arguments, fault)
            answer = await self._weathered(method, arguments, fault)
        except Refusal as refusal:
            return web.json_response(refusal.answer(), status=refusal.code)
        if fault is not None and (fault.done() or not _spoken(fault)):
            return await spoil(request, fault, answer)
        return web.json_response(answer)

    async def _weathered(self, method: str, arguments: dict[str, Any], fault: Fault | None) -> dict[str, Any]:
        if fault is not None and _spoken(fault):
            raise self._refusal(arguments, fault)
        if fault is not None and not fault.done():
            return {}
        return {"ok": True, "result": await self._do(method, arguments)}

    def _known_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise Refusal(401, "Unauthorized")

    def _note(self, method: str, arguments: dict[str, Any], fault: Fault | None) -> None:
        frozen = method in SENDS and self.clock.passed() < self._frozen.get(arguments.get("chat_id", 0), 0.0)
        done = fault is None or fault.done()
        self.calls.append(Call(method, arguments, self.clock.passed(), fault, done, frozen))

    def _refusal(self, arguments: dict[str, Any], fault: Fault) -> Refusal:
        if fault.weather is Weather.LIMITED:
            wait = max(1, int(fault.wait))
            self._frozen[arguments.get("chat_id", 0)] = self.clock.passed() + wait
            return Refusal(429, f"Too Many Requests: retry after {wait}", wait)
        if fault.weather is Weather.ERROR:
            return Refusal(fault.status, fault.error)
        return Refusal(fault.status, "Internal Server Error")

    async def _do(self, method: str, arguments: dict[str, Any]) -> Any:
        match method:
            case "getUpdates":
                return await self._get_updates(arguments)
            case "setWebhook" | "deleteWebhook" | "getWebhookInfo":
                return await self._webhook(method, arguments)
            case "sendMessage":
                return self._send_message(arguments)
            case "editMessageText" | "editMessageReplyMarkup":
                return self._edit_message(arguments)
            case "deleteMessage" | "sendChatAction" | "getChat":
                return self._in_chat(method, arguments)
            case "answerCallbackQuery":
                return self._answer_press(arguments)
            case "setMessageReaction":
                reactions = arguments.get("reaction") or [{"emoji": ""}]
                self._chat(arguments["chat_id"]).reactions[arguments["message_id"]] = reactions[0]["emoji"]
                return True
            case "createForumTopic" | "editForumTopic" | "closeForumTopic" | "reopenForumTopic":
                return self._topic(method, arguments)
            case "setMyCommands":
                self.commands[arguments.get("language_code", "")] = arguments["commands"]
                return True
            case _:
                return self.me

    # -- updates ---------------------------------------------------------------------------------------------------------------

    async def _get_updates(self, arguments: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook.url:
            raise Refusal(409, f"Conflict: {HAS_WEBHOOK}")
        if "allowed_updates" in arguments:
            self.updates.allowed = arguments["allowed_updates"]
        ended = asyncio.Event()
        for older in self._polls:
            older.set()
        self._polls.append(ended)
        try:
            return await self._poll(arguments, ended)
        finally:
            self._polls.remove(ended)

    async def _poll(self, arguments: dict[str, Any], ended: asyncio.Event) -> list[dict[str, Any]]:
        self.updates.confirm(arguments.get("offset", 0))
        found = self.updates.head(arguments.get("limit", 100))
        wait = min(float(arguments.get("timeout", 0)), LONGEST_POLL)
        if not found and wait > 0:
            news, end = asyncio.ensure_future(self.updates.news.wait()), asyncio.ensure_future(ended.wait())
            try:
                await asyncio.wait({news, end}, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
            finally:
                news.cancel()
                end.cancel()
            found = self.updates.head(arguments.get("limit", 100))
        if ended.is_set():
            raise Refusal(409, f"Conflict: {POLL_ENDED}")
        return found

    async def _webhook(self, method: str, arguments: dict[str, Any]) -> Any:
        if method == "getWebhookInfo":
            told = {"url": self.webhook.url, "has_custom_certificate": False, "pending_update_count": len(self.updates.waiting)}
            return told | ({"last_error_message": self.webhook.last_error} if self.webhook.last_error else {})
        await self.webhook.stop()
        if arguments.get("drop_pending_updates"):
            self.updates.waiting.clear()
        if url := arguments.get("url", ""):
            self.updates.allowed = arguments.get("allowed_updates", self.updates.allowed)
            for poll in self._polls:
                poll.set()
            self.webhook.set(url, arguments.get("secret_token", ""), arguments.get("max_connections", 40))
        return True

    # -- messages --------------------------------------------------------------------------------------------------------------

    def _chat(self, number: int | None) -> Chat:
        if number not in self.chats:
            raise bad_request("chat not found")
        return self.chats[number].open()

    def _send_message(self, arguments: dict[str, Any]) -> dict[str, Any]:
        chat = self._chat(arguments["chat_id"])
        parsed = parse(arguments["text"], arguments.get("parse_mode", ""))
        buttons = keyboard(arguments.get("reply_markup"))
        shown = Shown(self.next_message(), self.now(), parsed.text.strip(), parsed.entities, buttons)
        if thread := arguments.get("message_thread_id", 0):
            shown.topic = chat.topic(thread).id
        shown.answers = (arguments.get("reply_parameters") or {}).get("message_id", 0)
        chat.shown.append(shown)
        return chat.message(shown, self.me)

    def _edit_message(self, arguments: dict[str, Any]) -> dict[str, Any]:
        chat = self._chat(arguments.get("chat_id"))
        shown = chat.find(arguments.get("message_id"))
        if shown is None:
            raise bad_request("message to edit not found")
        after = shown.text, shown.entities
        if "text" in arguments:
            parsed = parse(arguments["text"], arguments.get("parse_mode", ""))
            after = parsed.text.strip(), parsed.entities
        buttons = keyboard(arguments.get("reply_markup"))
        if (shown.text, shown.entities, shown.keyboard) == (*after, buttons):
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same"
                " as a current content and reply markup of the message"
            )
        (shown.text, shown.entities), shown.keyboard = after, buttons
        shown.edits += 1
        return chat.message(shown, self.me, edited=self.now())

    def _topic(self, method: str, arguments: dict[str, Any]) -> Any:
        chat = self._chat(arguments["chat_id"])
        if not chat.forum:
            raise bad_request("the chat is not a forum")
        if not chat.may_manage:
            raise bad_request("not enough rights to create a topic")
        if method == "createForumTopic":
            topic = Topic(self.next_message(), arguments["name"])
            chat.topics[topic.id] = topic
            return {"message_thread_id": topic.id, "name": topic.name, "icon_color": 7322096}
        topic = chat.topic(arguments["message_thread_id"])
        before = topic.name, topic.open
        topic.name = arguments.get("name", topic.name)
        topic.open = {"closeForumTopic": False, "reopenForumTopic": True}.get(method, topic.open)
        if (topic.name, topic.open) == before:
            raise bad_request("TOPIC_NOT_MODIFIED")
        return True

    def _in_chat(self, method: str, arguments: dict[str, Any]) -> Any:
        chat = self._chat(arguments["chat_id"])
        if method == "getChat":
            return chat.face() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {}}
        if method == "sendChatAction":
            chat.actions.append(arguments["action"])
            return True
        shown = chat.find(arguments["message_id"])
        if shown is None:
            raise bad_request("message to delete not found")
        shown.deleted = True
        return True

    def _answer_press(self, arguments: dict[str, Any]) -> bool:
        press = arguments["callback_query_id"]
        if press not in self.presses:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self.answered[press] = arguments.get("text", "")
        return True


async def _sent(request: web.Request) -> dict[str, Any]:
    """The arguments, from wherever the client put them."""
    if request.content_type == "application/json":
        return dict(request.query) | dict(await request.json())
    return dict(request.query) | dict(await request.post())


def _spoken(fault: Fault) -> bool:
    """Whether the platform itself refuses, in its own words."""
    return fault.weather in (Weather.LIMITED, Weather.ERROR) or (fault.weather is Weather.BROKEN and fault.status < 502)
