"""The methods that the stand-in knows, with their arguments; everything else is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


class Refusal(Exception):
    """The Bot API says no: `code` and `description` as it words them; `wait` is `parameters.retry_after`."""

    def __init__(self, code: int, description: str, wait: int = 0) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.wait = wait

    def answer(self) -> dict[str, Any]:
        told: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return told | ({"parameters": {"retry_after": self.wait}} if self.wait else {})


def bad_request(why: str) -> Refusal:
    return Refusal(400, f"Bad Request: {why}")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: `kind` is str, int, bool or json."""

    kind: str
    required: bool


def _arguments(written: str) -> dict[str, Argument]:
    """From "chat_id:int! text:str": name, kind, and ! where it must be there."""
    parts = (part.partition(":") for part in written.split())
    return {name: Argument(kind.rstrip("!"), kind.endswith("!")) for name, _, kind in parts}


_SHOWN = "parse_mode:str entities:json link_preview_options:json reply_markup:json"
_SENT = "disable_notification:bool protect_content:bool reply_parameters:json message_thread_id:int"
_TOPIC = "chat_id:int! message_thread_id:int!"
METHODS: dict[str, dict[str, Argument]] = {
    "getMe": {},
    "getUpdates": _arguments("offset:int limit:int timeout:int allowed_updates:json"),
    "setWebhook": _arguments("url:str! max_connections:int allowed_updates:json drop_pending_updates:bool secret_token:str"),
    "deleteWebhook": _arguments("drop_pending_updates:bool"),
    "getWebhookInfo": {},
    "sendMessage": _arguments(f"chat_id:int! text:str! {_SHOWN} {_SENT}"),
    "editMessageText": _arguments(f"chat_id:int message_id:int text:str {_SHOWN}"),
    "editMessageReplyMarkup": _arguments("chat_id:int message_id:int reply_markup:json"),
    "deleteMessage": _arguments("chat_id:int! message_id:int!"),
    "answerCallbackQuery": _arguments("callback_query_id:str! text:str show_alert:bool cache_time:int"),
    "setMyCommands": _arguments("commands:json! scope:json language_code:str"),
    "sendChatAction": _arguments("chat_id:int! action:str!"),
    "getChat": _arguments("chat_id:int!"),
    "setMessageReaction": _arguments("chat_id:int! message_id:int! reaction:json is_big:bool"),
    "createForumTopic": _arguments("chat_id:int! name:str! icon_color:int icon_custom_emoji_id:str"),
    "editForumTopic": _arguments(f"{_TOPIC} name:str icon_custom_emoji_id:str"),
    "closeForumTopic": _arguments(_TOPIC),
    "reopenForumTopic": _arguments(_TOPIC),
}
NAMES = {name.lower(): name for name in METHODS}  # the Bot API does not mind capitals


def method_named(name: str) -> str:
    if name.lower() not in NAMES:
        raise Refusal(404, "Not Found: method not found")
    return NAMES[name.lower()]


def read_arguments(method: str, sent: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments as Python values; unknown, missing and ill-typed ones are refused."""
    known = METHODS[method]
    if unknown := sorted(set(sent) - set(known)):
        raise bad_request(f"unknown argument {unknown[0]} of {method}")
    if missing := [name for name, argument in known.items() if argument.required and sent.get(name) in (None, "")]:
        raise bad_request("message text is empty" if missing == ["text"] else f"argument {missing[0]} is required")
    return {name: _value(name, known[name].kind, value) for name, value in sent.items()}


def _value(name: str, kind: str, value: Any) -> Any:
    try:
        return _READERS[kind](value)
    except (ValueError, TypeError):
        raise bad_request(f"can't parse {name}") from None


def _truth(value: Any) -> bool:
    return str(value).lower() in ("true", "1")


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


_READERS: dict[str, Callable[[Any], Any]] = {"str": str, "int": int, "bool": _truth, "json": _json}
