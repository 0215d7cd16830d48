"""Deliveries as Slack writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from standins.slack.sight import Button, Picker
from standins.slack.workspace import APP, BOT_USER, TEAM, Message, View, Workspace

TOKEN = "verification-token"


def event(space: Workspace, body: Mapping[str, Any], team: str = TEAM) -> dict[str, Any]:
    """An event in its envelope."""
    return {
        "token": TOKEN,
        "team_id": team,
        "api_app_id": APP,
        "event": dict(body),
        "type": "event_callback",
        "event_id": space.new_id("Ev"),
        "event_time": int(space.clock.now().timestamp()),
        "authorizations": [{"enterprise_id": None, "team_id": team, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": team != TEAM,
        "event_context": "4-context",
    }


def posted(message: Message, kind: str) -> dict[str, Any]:
    """Somebody wrote."""
    return message.as_json() | {"channel": message.channel, "channel_type": kind, "event_ts": message.ts}


def joined(user: str, channel: str, ts: str) -> dict[str, Any]:
    """Somebody has come into a channel that the app is in."""
    kind = "G" if channel.startswith("G") else "C"
    return {"type": "member_joined_channel", "user": user, "channel": channel, "channel_type": kind, "team": TEAM, "event_ts": ts}


def changed(message: Message, before: Mapping[str, Any], kind: str, ts: str) -> dict[str, Any]:
    """A message is not what it was."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": message.as_json() | {"source_team": TEAM, "user_team": TEAM},
        "previous_message": dict(before),
        "channel": message.channel,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel_type": kind,
    }


def deleted(message: Message, kind: str, ts: str) -> dict[str, Any]:
    """A message is gone."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": message.as_json(),
        "channel": message.channel,
        "hidden": True,
        "deleted_ts": message.ts,
        "ts": ts,
        "event_ts": ts,
        "channel_type": kind,
    }


def opened(user: str, tab: str, ts: str, home: View | None) -> dict[str, Any]:
    """Somebody looks at the app's home or its messages."""
    view = {"view": home.as_json()} if home and tab == "home" else {}
    return {"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": tab, "event_ts": ts, **view}


def gesture(space: Workspace, kind: str, user: str) -> dict[str, Any]:
    """What every interaction carries."""
    return {
        "type": kind,
        "user": {"id": user, "username": space.users.get(user, user), "name": space.users.get(user, user), "team_id": TEAM},
        "api_app_id": APP,
        "token": TOKEN,
        "trigger_id": space.trigger(user),
        "team": {"id": TEAM, "domain": "coach"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def picked(picker: Picker, day: str | None, ts: str) -> dict[str, Any]:
    """A day picked from a calendar, or (None) taken out again. It carries no value: the block says what it belongs to."""
    base = {"type": "datepicker", "action_id": picker.action_id, "block_id": picker.block_id, "action_ts": ts, "selected_date": day}
    return base | ({"initial_date": picker.chosen} if picker.chosen else {})


def action(button: Button, ts: str) -> dict[str, Any]:
    """One button pressed, or one option picked."""
    base = {"action_id": button.action_id, "block_id": button.block_id, "action_ts": ts}
    label = {"type": "plain_text", "text": button.label, "emoji": True}
    if button.menu:
        return base | {"type": "static_select", "selected_option": {"text": label, "value": button.value}}
    return base | {"type": "button", "text": label, "value": button.value}
