"""What Telegram delivers, as an `Inbound`; or None for what is not a person talking to us in private. Never raises on any JSON.

Keys: a message is named by (chat, message id), an edit by its date and update id as well, a press by its own id. The update id
alone names nothing: Telegram starts again at a random number, perhaps a lower one, after a week without updates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.adapters.telegram.month import is_turn
from bot.adapters.telegram.pressing import unpack
from coaching.message import Inbound, Kind
from coaching.participant import Address, Channel
from coaching.words import Words

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")  # what we ask Telegram for
COMMANDS = {
    "help": "help",
    "helpnow": "help now",
    "help_now": "help now",
    "human": "human",
    "woop": "woop",
    "smart": "smart",
    "goals": "goals",
    "privacy": "privacy",
    "mydata": "my data",
    "my_data": "my data",
    "pause": "pause",
    "later": "later",
    "stop": "stop",
    "back": "back",
    "skip": "skip",
    "change": "change",
    "why": "why",
    "complain": "complain",
    "link": "link",
}
WHAT = {  # what cannot be read → the name we have for it
    "voice": "voice",
    "audio": "voice",
    "photo": "photo",
    "live_photo": "photo",
    "sticker": "sticker",
    "document": "file",
    "video": "file",
    "video_note": "file",
    "animation": "file",
    "paid_media": "file",
    **dict.fromkeys(
        ("checklist", "contact", "dice", "game", "giveaway", "invoice", "location", "poll", "rich_message", "story", "venue"), "other"
    ),
}
MEMBERSHIPS = {"kicked": Kind.LEFT, "member": Kind.CAME_BACK}
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.ASCII | re.DOTALL)
_PRESS_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_FIRST_BOT = datetime(2015, 6, 24, tzinfo=UTC)  # no date of Telegram's is older than its bots
_LARGEST = 2**53  # of any id (core.telegram.org/bots/api: "at most 52 significant bits")

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Context:
    """Which bot reads, which update, and when."""

    bot: int
    update: int
    now: datetime

    def key(self, *parts: object) -> str:
        return ":".join(str(part) for part in ("telegram", self.bot, *parts))


def read(update: object, *, bot: int, now: datetime) -> Inbound | None:
    """One update. `bot` is the bot's id; `now` stands in where Telegram gives no time, or an impossible one."""
    context = _Context(bot, update_id(update) or 0, now)
    if message := part(update, "message"):
        return _message(message, context)
    if edited := part(update, "edited_message"):
        return _edit(edited, context)
    if press := part(update, "callback_query"):
        return _press(press, context)
    if change := part(update, "my_chat_member"):
        return _membership(change, context)
    return None


def update_id(update: object) -> int | None:
    """The number that the cursor goes by."""
    return number_at(update, "update_id")


def press_id(update: object) -> str:
    """The id by which a press is answered, wherever it was made; nothing where there is none."""
    found = text_at(part(update, "callback_query"), "id")
    return found if _PRESS_ID.fullmatch(found) else ""


# -- the four kinds ------------------------------------------------------------------------------------------------------------


def _message(message: Json, context: _Context) -> Inbound | None:
    address, key = _private(message, context), _message_key(message, context)
    if address is None or not key:
        return None
    sent_at = _time(message, "date", context)
    if text := text_at(message, "text"):
        kind, words = _said(text)
        return Inbound(address, (key,), kind, sent_at, Words(words))
    what = next((name for content, name in WHAT.items() if message.get(content)), "")
    if not what:
        return None
    return Inbound(address, (key,), Kind.UNREADABLE, sent_at, Words(text_at(message, "caption")), what=what)


def _said(text: str) -> tuple[Kind, str]:
    """A command as the words it stands for; what we do not know stays as it was written."""
    found = _COMMAND.fullmatch(text.strip())
    if found is None:
        return Kind.TEXT, text
    command, rest = found[1].lower(), (found[2] or "").strip()
    if command == "start":
        return Kind.ARRIVED, rest
    return Kind.TEXT, f"{COMMANDS[command]} {rest}".strip() if command in COMMANDS else text


def _edit(message: Json, context: _Context) -> Inbound | None:
    address, about = _private(message, context), _message_key(message, context)
    words = text_at(message, "text") or text_at(message, "caption")
    if address is None or not about or not words:
        return None
    key = f"{about}:edit:{number_at(message, 'edit_date') or 0}:{context.update}"
    return Inbound(address, (key,), Kind.EDITED, _time(message, "edit_date", context), Words(words), about=about)


def _press(press: Json, context: _Context) -> Inbound | None:
    name, message = text_at(press, "id"), part(press, "message")
    address = _private({**message, "from": press.get("from")}, context)
    if address is None or not _PRESS_ID.fullmatch(name) or is_turn(text_at(press, "data")):
        return None
    carried = unpack(text_at(press, "data"))
    shown = str(number_at(message, "message_id") or "")
    return Inbound(address, (context.key("press", name),), Kind.PRESS, context.now, press=carried, platform_id=shown)


def _membership(change: Json, context: _Context) -> Inbound | None:
    address = _private(change, context)
    kind = MEMBERSHIPS.get(text_at(part(change, "new_chat_member"), "status"))
    if address is None or kind is None:
        return None
    key = context.key("member", address.place, number_at(change, "date") or 0, context.update)
    return Inbound(address, (key,), kind, _time(change, "date", context))


# -- reading fields that may be anything ---------------------------------------------------------------------------------------


def _private(body: Json, context: _Context) -> Address | None:
    """Who wrote, where that is one person alone with us: no group, no channel, no bot."""
    sender, chat = part(body, "from"), part(body, "chat")
    person, place = number_at(sender, "id"), number_at(chat, "id")
    if chat.get("type") != "private" or person is None or person != place or sender.get("is_bot") is True:
        return None
    return Address(Channel.TELEGRAM, str(context.bot), str(person), str(place))


def _message_key(message: Json, context: _Context) -> str:
    number = number_at(message, "message_id")
    return context.key("message", number_at(part(message, "chat"), "id"), number) if number else ""


def _time(body: Json, name: str, context: _Context) -> datetime:
    seconds = number_at(body, name) or 0
    latest = context.now + timedelta(days=1)
    return datetime.fromtimestamp(seconds, UTC) if _FIRST_BOT.timestamp() < seconds < latest.timestamp() else context.now


def part(body: object, name: str) -> Json:
    found = body.get(name) if isinstance(body, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def text_at(body: object, name: str) -> str:
    found = body.get(name) if isinstance(body, Mapping) else None
    return found if isinstance(found, str) else ""


def number_at(body: object, name: str) -> int | None:
    found = body.get(name) if isinstance(body, Mapping) else None
    return found if type(found) is int and 0 <= found < _LARGEST else None
