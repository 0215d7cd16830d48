"""Somebody who uses Slack: what they do, and what they see."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

import standins.slack.events as events
from standins.slack.delivery import Record
from standins.slack.server import Server
from standins.slack.sight import Button, Seen, buttons_of, pickers_of, seen, text_of
from standins.slack.workspace import APP, BOT_USER, TEAM, Message, View

NAMESPACE = uuid.UUID("5d0cf2c5-3a6f-4a52-9f52-2b9a4f2f1f10")  # of the ids that a person's own client would make up


class Person:
    """One person's hands and eyes. Every act returns once Slack has made its first tries at delivering it."""

    def __init__(self, slack: Server, user: str) -> None:
        self.slack, self.id = slack, user
        self.errors: dict[str, str] = {}  # of the last modal submitted: block → what is wrong
        self.troubles: list[str] = []  # gestures that the app did not answer in time: Slack says so to the person

    @property
    def place(self) -> str:
        """The direct message with the app."""
        return self.slack.space.direct(self.id).id

    # -- writing ---------------------------------------------------------------------------------------------------------------

    async def says(self, text: str, where: str = "", thread: str = "", **more: Any) -> Message:
        """Type a message, in the direct message with the app unless `where` names another place."""
        space, place = self.slack.space, where or self.place
        name = str(uuid.uuid5(NAMESPACE, f"{self.id}:{next(space.number)}"))
        message = Message(space.stamp(), place, self.id, text, thread=thread, client_msg_id=name, **more)
        space.channel(place, self.id)
        root = space.find(place, thread) if thread else None
        space.add(message)
        parent = {"parent_user_id": root.user} if root else {}
        await self.slack.tell(events.posted(message, space.conversations[place].kind()) | parent)
        return message

    async def joins(self, channel: str) -> Record:
        """Come into a channel."""
        self.slack.space.channel(channel, self.id)
        return await self.slack.tell(events.joined(self.id, channel, self.slack.space.stamp()))

    async def shares_file(self, name: str = "shift.jpg", mimetype: str = "image/jpeg", text: str = "") -> Message:
        """Share a file, with or without words."""
        file = {"id": self.slack.space.new_id("F"), "name": name, "mimetype": mimetype, "filetype": name.rpartition(".")[2]}
        return await self.says(text, subtype="file_share", files=[file])

    async def mentions(self, where: str, text: str) -> Message:
        """Mention the app in a channel: it gets the message, and the mention as well."""
        message = await self.says(f"<@{BOT_USER}> {text}", where)
        body = events.posted(message, "channel") | {"type": "app_mention"}
        body.pop("channel_type")
        await self.slack.tell(body)
        return message

    async def edits(self, message: Message, text: str) -> Record:
        """Change a message of their own."""
        before = message.as_json()
        message.edits, message.edited_ts, message.text = message.edits + 1, self.slack.space.stamp(), text
        kind = self.slack.space.conversations[message.channel].kind()
        return await self.slack.tell(events.changed(message, before, kind, message.edited_ts))

    async def unfurls(self, message: Message) -> Record:
        """Slack adds a preview to a message: it changes, its text does not."""
        body = events.changed(message, message.as_json(), "im", self.slack.space.stamp())
        body["message"]["attachments"] = [{"id": 1, "title": "A page"}]
        return await self.slack.tell(body)

    async def deletes(self, message: Message) -> Record:
        """Delete a message of their own."""
        message.deleted = True
        kind = self.slack.space.conversations[message.channel].kind()
        return await self.slack.tell(events.deleted(message, kind, self.slack.space.stamp()))

    # -- pressing --------------------------------------------------------------------------------------------------------------

    async def presses(self, label: str, on: str = "", where: str = "") -> Record:
        """Press a button (or pick an option) of the newest message that has it, or of the message with this `ts`."""
        for message in reversed(self._messages(where)):
            found = [button for button in buttons_of(message.blocks) if button.label == label]
            if found and on in ("", message.ts):
                return await self.press(message, found[0])
        raise LookupError(label)

    async def picks(self, day: str | None, on: str = "") -> Record:
        """Pick a day (2026-12-04) from the calendar of the newest message that has one, or of the message with this `ts`."""
        for message in reversed(self._messages()):
            found = pickers_of(message.blocks)
            if found and on in ("", message.ts):
                return await self._act(message, events.picked(found[0], day, self.slack.space.stamp()))
        raise LookupError("calendar")

    async def press(self, message: Message, button: Button) -> Record:
        """Press this button of this message, whether it is still there or not."""
        return await self._act(message, events.action(button, self.slack.space.stamp()))

    async def _act(self, message: Message, action: Mapping[str, Any]) -> Record:
        space = self.slack.space
        container = {"type": "message", "message_ts": message.ts, "channel_id": message.channel, "is_ephemeral": False}
        container |= {"thread_ts": message.thread} if message.thread else {}
        return await self._gesture(
            events.gesture(space, "block_actions", self.id)
            | {
                "container": container,
                "channel": {"id": message.channel, "name": "directmessage"},
                "message": message.as_json(),
                "state": {"values": {}},
                "response_url": self._response_url(message.channel),
                "actions": [action],
            }
        )

    async def presses_at_home(self, label: str) -> Record:
        """Press a button of the home page."""
        return await self._presses_in(self.slack.space.homes[self.id], label)

    async def presses_in_the_form(self, label: str) -> Record:
        """Press a button of the open modal."""
        return await self._presses_in(self.slack.space.modals[self.id], label)

    async def _presses_in(self, view: View, label: str) -> Record:
        button = next(button for button in buttons_of(view.body["blocks"]) if button.label == label)
        return await self._gesture(
            events.gesture(self.slack.space, "block_actions", self.id)
            | {
                "container": {"type": "view", "view_id": view.id},
                "view": view.as_json(),
                "actions": [events.action(button, self.slack.space.stamp())],
            }
        )

    async def opens_home(self) -> Record:
        """Look at the app's home."""
        return await self._opens("home")

    async def opens_messages(self) -> Record:
        """Look at the messages with the app."""
        return await self._opens("messages")

    async def _opens(self, tab: str) -> Record:
        space = self.slack.space
        return await self.slack.tell(events.opened(self.id, tab, space.stamp(), space.homes.get(self.id)))

    async def commands(self, command: str, text: str = "", where: str = "") -> Record:
        """Type a slash command; the answer, if any, is shown to this person only."""
        place = where or self.place
        record = await self.slack.courier.deliver("slash_commands", self._command(command, text, place))
        self._noticed(record)
        if isinstance(answer := record.answer(), Mapping) and (answer.get("text") or answer.get("blocks")):
            self.slack.show_to(place, self.id, answer)
        return record

    def _command(self, command: str, text: str, place: str) -> dict[str, str]:
        return {
            "token": events.TOKEN,
            "team_id": TEAM,
            "team_domain": "coach",
            "channel_id": place,
            "channel_name": "directmessage" if place.startswith("D") else "general",
            "user_id": self.id,
            "user_name": self.slack.space.users[self.id],
            "command": command,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self._response_url(place),
            "trigger_id": self.slack.space.trigger(self.id),
        }

    async def shortcut(self, name: str) -> Record:
        """Use a global shortcut by its callback id."""
        space = self.slack.space
        body = {"callback_id": name, "action_ts": space.stamp()}
        return await self._gesture(events.gesture(space, "shortcut", self.id) | body)

    async def submits(self, values: Mapping[str, str], view: View | None = None) -> Record:
        """Fill in the open modal (block id → words) and submit it."""
        view = view or self.slack.space.modals[self.id]
        state = {block: _state(view, block, value) for block, value in values.items()}
        body = {"view": view.as_json(state), "response_urls": []}
        record = await self._gesture(events.gesture(self.slack.space, "view_submission", self.id) | body)
        if record.acked():
            self._after(record.answer() or {})
        return record

    def _after(self, answer: Mapping[str, Any]) -> None:
        """What the answer to a submission does to the modal."""
        self.errors = dict(answer.get("errors") or {})
        if not self.errors:
            self.slack.space.modals.pop(self.id, None)

    async def closes(self) -> None:
        """Close the open modal; the app hears of it only where it asked to, and never with what was typed."""
        view = self.slack.space.modals.pop(self.id)
        if view.body.get("notify_on_close"):
            body = {"view": view.as_json(), "is_cleared": False}
            await self._gesture(events.gesture(self.slack.space, "view_closed", self.id) | body)

    async def _gesture(self, payload: Mapping[str, Any]) -> Record:
        record = await self.slack.courier.deliver("interactive", payload)
        self._noticed(record)
        return record

    def _noticed(self, record: Record) -> None:
        if not record.acked() and not record.lost:
            self.troubles.append(str(record.payload.get("type") or record.payload.get("command")))

    def _response_url(self, place: str) -> str:
        return self.slack.url.replace("/api/", f"/response/{place}/{self.id}")

    # -- seeing ----------------------------------------------------------------------------------------------------------------

    def _messages(self, where: str = "") -> list[Message]:
        place = self.slack.space.conversations.get(where or self.place)
        messages = place.messages if place else []
        return [message for message in messages if not message.deleted and message.only_for in ("", self.id)]

    @property
    def sees(self) -> list[Seen]:
        """What the app has written in the direct message, as it looks now."""
        return self.sees_in(self.place)

    def sees_in(self, where: str) -> list[Seen]:
        """What the app has written in this place, for all or for this person only."""
        return [seen(message) for message in self._messages(where) if message.user == BOT_USER]

    @property
    def home(self) -> str:
        """The text of the home page."""
        home = self.slack.space.homes.get(self.id)
        return text_of(home.body["blocks"]) if home else ""

    @property
    def home_buttons(self) -> list[str]:
        home = self.slack.space.homes.get(self.id)
        return [button.label for button in buttons_of(home.body["blocks"])] if home else []

    @property
    def modal(self) -> View | None:
        """The modal that is open."""
        return self.slack.space.modals.get(self.id)


def _state(view: View, block: str, value: str) -> dict[str, Any]:
    """The value of one input, under the action id that the view gave it."""
    found = next(one for one in view.body["blocks"] if one.get("block_id") == block)
    kind = found["element"]["type"]
    given = {"selected_option": {"value": value}} if kind == "static_select" else {"value": value or None}
    return {found["element"]["action_id"]: {"type": kind, **given}}
