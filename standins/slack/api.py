"""The Web API: what each method does to the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from standins.slack.blocks import mistakes, mistakes_of_view
from standins.slack.methods import yes
from standins.slack.workspace import BOT, BOT_USER, TEAM, Conversation, Message, View, Workspace

Answer = dict[str, Any]
Arguments = Mapping[str, Any]


class Refusal(Exception):
    """Slack's own error, by name."""


class Api:
    """The methods, by name. `posted`, `changed` and `gone` are told of messages, as the app's own subscriptions would be."""

    def __init__(self, space: Workspace, link: Callable[[], str]) -> None:
        self.space = space
        self.link = link
        self.deduplicates = True  # by client_msg_id
        self.keeps_metadata = True
        self.most_in_a_page = 999  # 15 for an app under the limits of 2025
        self.told: list[tuple[str, Message]] = []
        self._known: dict[str, str] = {}
        self.methods: dict[str, Callable[[Arguments], Answer]] = {
            "auth.test": self.auth_test,
            "chat.postMessage": self.post,
            "chat.update": self.update,
            "chat.delete": self.delete,
            "chat.postEphemeral": self.post_ephemeral,
            "conversations.open": self.open,
            "conversations.history": self.history,
            "conversations.replies": self.replies,
            "conversations.members": self.members,
            "views.open": self.open_view,
            "views.update": self.update_view,
            "views.publish": self.publish,
            "users.info": self.user,
            "reactions.add": self.react,
            "apps.connections.open": lambda _: {"url": self.link()},
        }

    def carry_out(self, method: str, arguments: Arguments) -> Answer:
        """The answer, in Slack's own shape."""
        try:
            return {"ok": True} | self.methods[method](arguments)
        except Refusal as refusal:
            return {"ok": False, "error": str(refusal)}

    def auth_test(self, _: Arguments) -> Answer:
        return {"url": "https://coach.slack.com/", "team": "Coach", "user": "coach", "team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT}

    # -- messages --------------------------------------------------------------------------------------------------------------

    def post(self, arguments: Arguments) -> Answer:
        place, known = self._place(str(arguments["channel"])), str(arguments.get("client_msg_id") or "")
        if known and self.deduplicates and known in self._known:
            raise Refusal("duplicate_client_msg_id")
        _check(arguments)
        message = self.space.add(self._message(place.id, arguments))
        self._known[known] = message.ts
        self.told.append(("posted", message))
        return {"channel": place.id, "ts": message.ts, "message": message.as_json()}

    def _message(self, channel: str, arguments: Arguments) -> Message:
        return Message(
            ts=self.space.stamp(),
            channel=channel,
            user=BOT_USER,
            bot=BOT,
            text=str(arguments.get("text") or ""),
            blocks=arguments.get("blocks") or [],
            thread=str(arguments.get("thread_ts") or ""),
            client_msg_id=str(arguments.get("client_msg_id") or ""),
            metadata=arguments.get("metadata") if self.keeps_metadata else None,
            mrkdwn=yes(arguments.get("mrkdwn", True)),
        )

    def update(self, arguments: Arguments) -> Answer:
        place = self._place(str(arguments["channel"]))
        message = self._own(place.id, str(arguments["ts"]), "cant_update_message")
        _check(arguments)
        if len(str(arguments.get("text") or "")) > 4000:
            raise Refusal("msg_too_long")
        message.text = str(arguments.get("text") or message.text)
        message.blocks = arguments.get("blocks", message.blocks)
        message.metadata = arguments.get("metadata") or message.metadata
        message.edits += 1
        return {"channel": place.id, "ts": message.ts, "text": message.text}

    def delete(self, arguments: Arguments) -> Answer:
        message = self._own(str(arguments["channel"]), str(arguments["ts"]), "cant_delete_message")
        message.deleted = True
        return {"channel": message.channel, "ts": message.ts}

    def post_ephemeral(self, arguments: Arguments) -> Answer:
        place = self._place(str(arguments["channel"]))
        if str(arguments["user"]) not in place.members:
            raise Refusal("user_not_in_channel")
        _check(arguments)
        message = self._message(place.id, arguments)
        message.only_for = str(arguments["user"])
        self.space.add(message)
        return {"message_ts": message.ts}

    def _own(self, channel: str, ts: str, refusal: str) -> Message:
        message = self.space.find(channel, ts)
        if message is None or message.only_for:
            raise Refusal("message_not_found")
        if message.user != BOT_USER:
            raise Refusal(refusal)
        return message

    def _place(self, channel: str) -> Conversation:
        """Where to write: a conversation's id, or a person's, whose direct message is meant."""
        if channel in self.space.users:
            channel = self.space.direct(channel).id
        place = self.space.conversations.get(channel)
        if place is None:
            raise Refusal("channel_not_found")
        if place.archived:
            raise Refusal("is_archived")
        if BOT_USER not in place.members:
            raise Refusal("not_in_channel")
        if place.kind() == "im" and place.members & self.space.inactive:
            raise Refusal("user_disabled")
        return place

    # -- conversations ---------------------------------------------------------------------------------------------------------

    def open(self, arguments: Arguments) -> Answer:
        user = str(arguments.get("users") or "")
        if user not in self.space.users:
            raise Refusal("user_not_found")
        if user in self.space.inactive:
            raise Refusal("user_disabled")
        return {"channel": {"id": self.space.direct(user).id}}

    def history(self, arguments: Arguments) -> Answer:
        place = self._place(str(arguments["channel"]))
        top = [message for message in place.messages if not message.thread or message.thread == message.ts]
        return self._page([message for message in top if not message.deleted and not message.only_for], arguments)

    def replies(self, arguments: Arguments) -> Answer:
        place, thread = self._place(str(arguments["channel"])), str(arguments["ts"])
        found = [message for message in place.messages if thread in (message.ts, message.thread) and not message.deleted]
        found = [message for message in found if not message.only_for]
        if not found:
            raise Refusal("thread_not_found")
        return self._page(found, arguments, root=thread)

    def members(self, arguments: Arguments) -> Answer:
        """One page of who is in a conversation."""
        everybody = sorted(self._place(str(arguments["channel"])).members)
        start, size = int(str(arguments.get("cursor") or "0")), int(arguments.get("limit") or 100)
        more = start + size < len(everybody)
        return {"members": everybody[start : start + size], "response_metadata": {"next_cursor": str(start + size) if more else ""}}

    def _page(self, messages: list[Message], arguments: Arguments, root: str = "") -> Answer:
        """One page, newest first; of a thread its `root`, whatever its age, and then the oldest first."""
        oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or "inf")
        inclusive = yes(arguments.get("inclusive"))
        within = [m for m in messages if oldest < float(m.ts) < latest or (inclusive and float(m.ts) in (oldest, latest))]
        start = int(str(arguments.get("cursor") or "0"))
        size = min(int(arguments.get("limit") or 100), self.most_in_a_page)
        newest = within[::-1]
        if root:
            newest = [m for m in messages if m.ts == root] + [m for m in within if m.ts != root]
        shown = [message.as_json(yes(arguments.get("include_all_metadata"))) for message in newest[start : start + size]]
        more = start + size < len(newest)
        return {"messages": shown, "has_more": more, "response_metadata": {"next_cursor": str(start + size) if more else ""}}

    # -- views and people ------------------------------------------------------------------------------------------------------

    def open_view(self, arguments: Arguments) -> Answer:
        user = self.space.pulled(str(arguments.get("trigger_id")))
        if user.startswith("!"):
            raise Refusal(user[1:])
        return self._shown(self.space.modals, user, arguments["view"], self.space.new_id("V"))

    def update_view(self, arguments: Arguments) -> Answer:
        name = str(arguments.get("view_id") or "")
        current = next((view for view in self.space.modals.values() if view.id == name), None)
        if current is None:
            raise Refusal("not_found")
        if arguments.get("hash") and arguments["hash"] != current.as_json()["hash"]:
            raise Refusal("hash_conflict")
        return self._shown(self.space.modals, current.user, arguments["view"], name, current.edition + 1)

    def publish(self, arguments: Arguments) -> Answer:
        user = str(arguments["user_id"])
        if user not in self.space.users:
            raise Refusal("user_not_found")
        before = self.space.homes.get(user)
        return self._shown(self.space.homes, user, arguments["view"], f"V-home-{user}", before.edition + 1 if before else 1)

    def _shown(self, shelf: dict[str, View], user: str, body: Any, name: str, edition: int = 1) -> Answer:
        if found := mistakes_of_view(body):
            raise Refusal(f"invalid_arguments: {'; '.join(found)}")
        shelf[user] = View(name, user, body, edition)
        return {"view": shelf[user].as_json()}

    def user(self, arguments: Arguments) -> Answer:
        user = str(arguments["user"])
        if user not in self.space.users:
            raise Refusal("user_not_found")
        name, kind = self.space.users[user], self.space.kinds.get(user, "")
        flags = {"is_bot": kind == "bot", "is_restricted": kind == "guest", "is_ultra_restricted": False, "is_stranger": kind == "connect"}
        team = TEAM if kind != "connect" else "T0OTHER"
        return {"user": {"id": user, "team_id": team, "name": name, "deleted": user in self.space.inactive, **flags}}

    def react(self, arguments: Arguments) -> Answer:
        message = self.space.find(self._place(str(arguments["channel"])).id, str(arguments["timestamp"]))
        if message is None:
            raise Refusal("message_not_found")
        if str(arguments["name"]) in message.reactions:
            raise Refusal("already_reacted")
        message.reactions.append(str(arguments["name"]))
        return {}


def _check(arguments: Arguments) -> None:
    """What Slack would not show."""
    blocks = arguments.get("blocks") or []
    if not blocks and not arguments.get("text"):
        raise Refusal("no_text")
    if mistakes(blocks):
        raise Refusal("invalid_blocks")
    metadata = arguments.get("metadata")
    if metadata is not None and set(metadata) != {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_format")
