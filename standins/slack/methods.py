"""The Web API methods the stand-in knows, with their arguments (as Slack describes them) and what is checked of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

UNDESCRIBED = {"team_id", "client_msg_id"}  # Bolt adds the first to every call; Slack takes the second and does not describe it
JSON_VALUES = {"blocks", "attachments", "metadata", "view"}  # texts of JSON in a form, plain JSON in a JSON body


@dataclass(frozen=True, slots=True)
class Method:
    """One method's arguments."""

    required: frozenset[str]
    optional: frozenset[str]
    level: str = "bot"  # whose token it takes: bot or app


def _method(required: str = "", optional: str = "", level: str = "bot") -> Method:
    return Method(frozenset(required.split()), frozenset(optional.split()), level)


_POST = "as_user attachments blocks icon_emoji icon_url link_names markdown_text metadata parse text thread_ts username"
_HISTORY = "cursor include_all_metadata inclusive latest limit oldest"

METHODS: dict[str, Method] = {
    "auth.test": _method(),
    "chat.postMessage": _method("channel", f"{_POST} current_draft_last_updated_ts mrkdwn reply_broadcast unfurl_links unfurl_media"),
    "chat.update": _method(
        "channel ts",
        "as_user attachments blocks file_ids link_names markdown_text metadata parse reply_broadcast text unfurled_attachments",
    ),
    "chat.delete": _method("channel ts", "as_user"),
    "chat.postEphemeral": _method("channel user", _POST),
    "conversations.open": _method("", "channel prevent_creation return_im users"),
    "conversations.history": _method("channel", _HISTORY),
    "conversations.members": _method("channel", "cursor limit"),
    "conversations.replies": _method("channel ts", _HISTORY),
    "views.open": _method("view", "interactivity_pointer trigger_id"),
    "views.update": _method("view", "external_id hash view_id"),
    "views.publish": _method("user_id view", "hash interactivity_pointer"),
    "reactions.add": _method("channel name timestamp"),
    "users.info": _method("user", "include_locale"),
    "apps.connections.open": _method(level="app"),
}


def error_in(name: str, arguments: Mapping[str, Any]) -> str:
    """The name of the error that Slack answers, or nothing."""
    method = METHODS.get(name)
    if method is None:
        return "unknown_method"
    if set(arguments) - method.required - method.optional - UNDESCRIBED:
        return "invalid_arg_name"
    missing = {key for key in method.required if arguments.get(key) in (None, "")}
    return "invalid_arguments" if missing else ""


def from_form(form: Mapping[str, str]) -> dict[str, Any]:
    """Arguments that came as a form or a query; the token is none of them."""
    return {key: _value(key, text) for key, text in form.items() if key != "token"}


def _value(key: str, text: str) -> Any:
    try:
        return json.loads(text) if key in JSON_VALUES else text
    except ValueError:
        return text


def yes(value: object) -> bool:
    """A boolean argument, however it was sent."""
    return value in (True, 1, "1", "true", "True")
