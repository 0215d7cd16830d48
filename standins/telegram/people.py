"""The people at the other end, for tests: they write, press, send what cannot be read, edit, block and come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from standins.telegram.chats import Chat, Shown
from standins.telegram.methods import Refusal

Update = dict[str, Any]


class Platform(Protocol):
    """What a person needs of the stand-in."""

    me: dict[str, Any]
    presses: list[str]
    answered: dict[str, str]

    def now(self) -> int: ...

    def next_message(self) -> int: ...

    def tell(self, kind: str, body: Update, chat: int) -> Update: ...


BLOCKED = Refusal(403, "Forbidden: bot was blocked by the user")
DEACTIVATED = Refusal(403, "Forbidden: user is deactivated")
FILE = {"file_id": "AgADBAAD", "file_unique_id": "AQAD", "file_size": 2_048}
PICTURE = FILE | {"width": 320, "height": 240}
KINDS: dict[str, Any] = {
    "voice": FILE | {"duration": 4, "mime_type": "audio/ogg"},
    "photo": [PICTURE],
    "sticker": PICTURE | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "\N{CAT FACE}"},
    "document": FILE | {"file_name": "rota.pdf", "mime_type": "application/pdf"},
    "video": PICTURE | {"duration": 9},
    "video_note": FILE | {"length": 240, "duration": 9},
    "audio": FILE | {"duration": 200},
    "animation": PICTURE | {"duration": 2},
    "location": {"latitude": 51.5, "longitude": -0.12},
    "contact": {"phone_number": "+440000000", "first_name": "Kim"},
    "dice": {"emoji": "\N{GAME DIE}", "value": 3},
    "poll": {"id": "1", "question": "Tea", "options": [], "total_voter_count": 0, "type": "regular"}
    | dict.fromkeys(("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False),
}


@dataclass
class Person:
    """Somebody with Telegram on their phone. Everything they do returns the update that the bot gets."""

    telegram: Platform
    id: int
    name: str
    chat: Chat
    said: list[dict[str, Any]] = field(default_factory=list)

    # -- what they see -------------------------------------------------------------------------------------------------------

    @property
    def sees(self) -> list[Shown]:
        """The bot's messages in the private chat, as they look now."""
        return [shown for shown in self.chat.shown if not shown.deleted]

    @property
    def reads(self) -> list[str]:
        return [shown.text for shown in self.sees]

    @property
    def spinning(self) -> list[str]:
        """Presses whose button still turns, because nobody answered them."""
        return [press for press in self.telegram.presses if press not in self.telegram.answered]

    # -- what they do ----------------------------------------------------------------------------------------------------------

    def starts(self, payload: str = "") -> Update:
        """Open the chat, or follow a link `t.me/bot?start=payload`."""
        self.chat.known = True
        if self.chat.refusal is not None:
            self.unblocks()
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, chat: Chat | None = None) -> Update:
        """Write a text, in the private chat or in a group."""
        command = text.split()[0] if text.startswith("/") and text.split() else ""
        entities = [{"type": "bot_command", "offset": 0, "length": len(command)}] if command else []
        return self._message({"text": text} | ({"entities": entities} if entities else {}), chat)

    def sends(self, kind: str, caption: str = "", chat: Chat | None = None) -> Update:
        """Send something that is not text: one of KINDS."""
        return self._message({kind: KINDS[kind]} | ({"caption": caption} if caption else {}), chat)

    def replies(self, text: str, message_id: int, chat: Chat | None = None, author: dict[str, Any] | None = None) -> Update:
        """Answer a message of a chat; `author` is whose it is, the bot where nothing is said."""
        place = chat or self.chat
        answered = {"message_id": message_id, "from": author or self.telegram.me, "chat": place.face(), "date": self.telegram.now()}
        return self._message({"text": text, "reply_to_message": answered | {"text": ""}}, chat)

    def forwards(self, text: str) -> Update:
        """Forward a text of the bot into the private chat."""
        origin = {"type": "user", "sender_user": self.telegram.me, "date": self.telegram.now()}
        return self._message({"text": text, "forward_origin": origin, "forward_date": self.telegram.now()}, None)

    def joins(self, group: Chat) -> Update:
        """Come into a group: the bot sees a message of the platform's there and, as an admin, who is a member now."""
        change = {"chat": group.face(), "from": self.face(), "date": self.telegram.now()}
        states = {"old_chat_member": "left", "new_chat_member": "member"}
        member = {name: {"user": self.face(), "status": status} for name, status in states.items()}
        self.telegram.tell("chat_member", change | member, group.id)
        return self._message({"new_chat_members": [self.face()]}, group)

    def presses_in(self, group: Chat, label: str) -> Update:
        """Press a button of the newest message of a group that has it."""
        shown = next((one for one in reversed(group.shown) if label in one.labels), None)
        if shown is None:
            raise LookupError(f"{self.name} sees no button {label!r} in the group")
        return self.presses_data(shown.data_of(label), shown, group)

    def sends_voice(self) -> Update:
        return self.sends("voice")

    def sends_photo(self, caption: str = "") -> Update:
        return self.sends("photo", caption)

    def sends_sticker(self) -> Update:
        return self.sends("sticker")

    def edits(self, text: str, message_id: int | None = None) -> Update:
        """Change an earlier text (the last one). The same text again is one of Telegram's invisible edits."""
        message = next(said for said in reversed(self.said) if message_id in (None, said["message_id"]))
        message |= {"text": text, "edit_date": self.telegram.now()}
        return self.telegram.tell("edited_message", dict(message), message["chat"]["id"])

    def presses(self, label: str, message_id: int | None = None) -> Update:
        """Press a button by its label: on the newest message that has it, or on the given one."""
        shown = [one for one in reversed(self.chat.shown) if label in one.labels and message_id in (None, one.message_id)]
        if not shown:
            raise LookupError(f"{self.name} sees no button {label!r}; the newest keyboard is {self._newest_labels()}")
        return self.presses_data(shown[0].data_of(label), shown[0])

    def presses_data(self, data: str, shown: Shown, chat: Chat | None = None) -> Update:
        """Press a button as it was once shown: an old one, somebody else's, or a forged one."""
        place = chat or self.chat
        number = str(4_000_000_000 + len(self.telegram.presses))
        self.telegram.presses.append(number)
        press = {"id": number, "from": self.face(), "chat_instance": "1", "data": data}
        return self.telegram.tell("callback_query", press | {"message": place.message(shown, self.telegram.me)}, place.id)

    def blocks(self) -> Update:
        return self._membership("member", "kicked", BLOCKED)

    def unblocks(self) -> Update:
        return self._membership("kicked", "member", None)

    def deactivates(self) -> None:
        """Delete the account: no update tells of it, sends fail."""
        self.chat.refusal = DEACTIVATED

    # -- as the Bot API tells it -----------------------------------------------------------------------------------------------

    def face(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "en"}

    def _message(self, content: dict[str, Any], chat: Chat | None) -> Update:
        place = chat or self.chat
        message = {"message_id": self.telegram.next_message(), "from": self.face(), "chat": place.face(), "date": self.telegram.now()}
        message |= content
        self.said.append(message)
        return self.telegram.tell("message", dict(message), place.id)

    def _membership(self, old: str, new: str, refusal: Refusal | None) -> Update:
        self.chat.refusal = refusal
        change: dict[str, Any] = {"chat": self.chat.face(), "from": self.face(), "date": self.telegram.now()}
        states = {"old_chat_member": old, "new_chat_member": new}
        change |= {name: {"user": self.telegram.me, "status": status} for name, status in states.items()}
        return self.telegram.tell("my_chat_member", change, self.chat.id)

    def _newest_labels(self) -> list[str]:
        return next((shown.labels for shown in reversed(self.chat.shown) if shown.keyboard), [])
