"""What somebody did, as the coaches' side has to know it: where, on which message, in answer to which. Never raises on any JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.adapters.telegram.reading import Json, number_at, part, press_id, text_at, update_id
from coaching.words import Words

MESSAGE, EDIT, PRESS, JOINED, OTHER = "message", "edit", "press", "joined", "other"
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
FORWARDED = ("forward_origin", "forward_date", "forward_from", "forward_sender_name", "via_bot", "is_automatic_forward")
MEMBERS = {"member", "administrator", "restricted"}


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done in one chat.

    `private`: a chat with one person alone. `message` is the id of what was written or edited, or of what carries the button pressed.
    `answers` is the message that it is a reply to, -1 where that is in another chat, 0 where it is none. `people`: who has joined.
    """

    what: str
    chat: int
    person: int
    private: bool
    key: str
    message: int = 0
    words: Words = Words()
    sent_at: datetime = NO_TIME
    answers: int = 0
    forwarded: bool = False
    is_text: bool = False
    data: str = ""
    people: tuple[int, ...] = ()

    @property
    def of_message(self) -> str:
        """The key of the message that was edited."""
        return self.key.partition(":edit:")[0]


def act(update: object, *, bot: int, now: datetime) -> Act | None:
    """What an update tells; None where it tells nothing of a person in a chat."""
    if press := part(update, "callback_query"):
        return _press(press, update, bot)
    for name, what in (("message", MESSAGE), ("edited_message", EDIT)):
        if message := part(update, name):
            return _message(message, what, update, bot, now)
    change = part(update, "chat_member")
    return _change(change, bot) if change else None


def _press(press: Json, update: object, bot: int) -> Act | None:
    message, person, name = part(press, "message"), number_at(part(press, "from"), "id"), press_id(update)
    chat = _chat(message)
    if person is None or chat is None or not name:
        return None
    key, data = f"telegram:{bot}:press:{name}", text_at(press, "data")
    return Act(PRESS, chat, person, _private(message, person), key, number_at(message, "message_id") or 0, data=data)


def _message(message: Json, what: str, update: object, bot: int, now: datetime) -> Act | None:
    sender, chat, number = part(message, "from"), _chat(message), number_at(message, "message_id")
    person = number_at(sender, "id")
    if chat is None or not number or person is None or sender.get("is_bot") is True:
        return None
    key = f"telegram:{bot}:message:{chat}:{number}"
    if what == EDIT:
        key += f":edit:{number_at(message, 'edit_date') or 0}:{update_id(update) or 0}"
    joined = tuple(_people(message))
    text, seconds = text_at(message, "text"), number_at(message, "date") or 0
    return Act(
        JOINED if joined else what,
        chat,
        person,
        _private(message, person),
        key,
        number,
        Words(text or text_at(message, "caption")),
        datetime.fromtimestamp(seconds, UTC) if 0 < seconds < 2**33 else now,
        _answers(message),
        any(message.get(name) for name in FORWARDED),
        bool(text),
        people=joined,
    )


def _change(change: Json, bot: int) -> Act | None:
    """Somebody is a member of a group now."""
    chat, after, before = _chat(change), part(change, "new_chat_member"), part(change, "old_chat_member")
    person = number_at(part(after, "user"), "id")
    came = text_at(after, "status") in MEMBERS and text_at(before, "status") not in MEMBERS
    if chat is None or person is None or not came or part(after, "user").get("is_bot") is True:
        return None
    key = f"telegram:{bot}:joined:{chat}:{person}:{number_at(change, 'date') or 0}"
    return Act(JOINED, chat, person, False, key, people=(person,))


def _people(message: Json) -> Iterator[int]:
    came = message.get("new_chat_members")
    for each in came if isinstance(came, list) else ():
        number = number_at(each, "id")
        if number is not None and part({"user": each}, "user").get("is_bot") is not True:
            yield number


def _answers(message: Json) -> int:
    if message.get("external_reply"):
        return -1
    return number_at(part(message, "reply_to_message"), "message_id") or 0


def _chat(message: Json) -> int | None:
    """The id of a chat; those of groups are below zero."""
    number = part(message, "chat").get("id")
    return number if type(number) is int and abs(number) < 2**53 else None


def _private(message: Json, person: int) -> bool:
    return part(message, "chat").get("type") == "private" and _chat(message) == person
