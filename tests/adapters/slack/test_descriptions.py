"""The stand-in, our calls and our manifests against the descriptions that others keep of Slack."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from bot.adapters.slack import manifest
from bot.adapters.slack.reading import FORM, Ours, read
from bot.adapters.slack.views import FORMS
from coaching.message import Choice, Shape
from standins.slack.delivery import Record
from standins.slack.methods import METHODS, UNDESCRIBED
from tests import platform_data
from tests.adapters.slack.conftest import World, until

FOLDER = Path(__file__).resolve().parents[3] / "slack"
SAMPLES = {
    "message": "events__MessagePayload",
    "message_changed": "events__MessageChangedPayload",
    "message_deleted": "events__MessageDeletedPayload",
    "file_share": "events__MessageFileSharePayload",
    "app_home_opened": "events__AppHomeOpenedPayload",
    "app_mention": "events__AppMentionPayload",
    "block_actions": "interactive-components__BlockActionPayload",
    "view_submission": "views__ViewSubmissionPayload",
    "/coach": "slash-commands__SlashCommandPayload",
}
UNCOMPARED = ("/blocks", "/elements", "/actions", "/is_enterprise_install")
NEWER = {"client_msg_id", "state", "response_url", "response_urls", "view", "is_enterprise_install", "enterprise"}
NEWER |= {"source_team", "user_team", "team"}
SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "im:history",
    "conversations.replies": "im:history",
    "auth.test": "",
    "views.open": "",
    "views.publish": "",
    "apps.connections.open": "",  # an app-level token with connections:write
}


DESK_SCOPES = {  # of the coaches' side
    "chat.postEphemeral": "chat:write",
    "conversations.members": "groups:read",  # of a public channel: channels:read
    "reactions.add": "reactions:write",
    "users.info": "users:read",
}

UNUSED = {"mpim:read"}  # the coaches' channel is no group message


def described() -> Any:
    return platform_data.load("slack/methods/web-api-methods-2026-08-20.json")


@pytest.mark.parametrize("name", sorted(METHODS))
def test_the_stand_in_takes_the_described_arguments(name: str) -> None:
    arguments = described()[name]["args"]
    method = METHODS[name]
    assert method.required | method.optional == set(arguments)
    assert method.required == {argument for argument, about in arguments.items() if about.get("required")}


async def walked(world: World) -> None:
    """Everything that the adapter ever calls and is delivered."""
    await world.slack.person("U2").shortcut("human")
    nurse = world.slack.person("U1")
    message = await nurse.says("hello")
    await nurse.edits(message, "hello there")
    await nurse.shares_file()
    await nurse.mentions(world.slack.channel("C0WARD", nurse), "hi")
    await nurse.deletes(message)
    await nurse.commands("/coach", "woop")
    await nurse.shortcut("form.woop")
    await nurse.submits({"wish": "sleep"})
    await nurse.opens_home()
    await until(lambda: nurse.home)
    asked = world.say("01Q", shape=Shape.CHOICE, choices=(Choice("yes", "Yes"),))
    sent = await world.outlet.send(asked)
    await nurse.presses("Yes")
    await world.outlet.send(world.say("01D", shape=Shape.DATE))
    await nurse.picks("2026-12-04")
    await world.outlet.look_for(asked)
    await world.outlet.look_for(world.say("01T", thread=sent.platform_id))  # type: ignore[union-attr]
    await world.outlet.send(world.say("01R", settles=sent.platform_id))  # type: ignore[union-attr]
    await world.slack.settled()


async def test_every_call_is_as_described(world: World) -> None:
    await walked(world)
    methods = described()
    assert {call.outcome for call in world.slack.calls} == {"ok"}
    for call in world.slack.calls:
        assert set(call.arguments) <= set(methods[call.method]["args"]) | UNDESCRIBED, call.method
    expected = set(SCOPES) if world.app.socket else set(SCOPES) - {"apps.connections.open"}
    assert {call.method for call in world.slack.calls} == expected


async def test_every_delivery_has_the_described_shape(http: World) -> None:
    await walked(http)
    seen = {shape_of(record): record.payload for record in http.slack.deliveries}
    assert set(SAMPLES) <= set(seen)
    for name, file in SAMPLES.items():
        sample = platform_data.load(f"slack/payload-samples/{file}.json")
        assert unknown_in(seen[name], sample) == [], name


def shape_of(record: Record) -> str:
    event = record.payload.get("event") or {}
    return str(event.get("subtype") or event.get("type") or record.payload.get("type") or record.payload["command"])


def unknown_in(payload: Any, sample: Any, path: str = "") -> list[str]:
    """Where the payload has a key that the sample does not know, or another kind of value."""
    if isinstance(payload, dict) and isinstance(sample, dict):
        known = {key: value for key, value in payload.items() if key not in NEWER and key != "metadata"}
        strange = [f"{path}/{key}" for key in known if key not in sample]
        return strange + [found for key in known if key in sample for found in unknown_in(known[key], sample[key], f"{path}/{key}")]
    if payload in (None, "", [], {}) or sample in (None, [], {}) or path.endswith(UNCOMPARED):
        return []
    if isinstance(payload, list) and isinstance(sample, list):
        return [found for part in payload for found in unknown_in(part, sample[0], f"{path}[]")]
    return [] if type(payload) is type(sample) else [f"{path} is {type(payload).__name__}"]


# -- manifests -----------------------------------------------------------------------------------------------------------------


def manifests() -> dict[str, Any]:
    return {name: manifest.load((FOLDER / name).read_text(encoding="utf-8")) for name in ("manifest.yaml", "manifest.socket.yaml")}


def test_the_socket_manifest_is_made_from_the_other() -> None:
    made = manifest.dump(manifest.socket_variant(manifests()["manifest.yaml"]))
    assert made == (FOLDER / "manifest.socket.yaml").read_text(encoding="utf-8")
    assert "https://" not in made
    assert manifests()["manifest.socket.yaml"]["settings"]["socket_mode_enabled"] is True


@pytest.mark.parametrize("name", ["manifest.yaml", "manifest.socket.yaml"])
@pytest.mark.parametrize("version", ["1.0.0", "2.0.0"])
def test_slack_would_take_the_manifests(name: str, version: str) -> None:
    schema = platform_data.load(f"slack/manifest/manifest.schema.{version}.json")
    assert not list(jsonschema.validators.validator_for(schema)(schema).iter_errors(manifests()[name]))


@pytest.mark.parametrize("name", ["manifest.yaml", "manifest.socket.yaml"])
def test_the_scopes_are_those_that_are_used(name: str) -> None:
    found = manifests()[name]
    events = platform_data.load("slack/events/events-2026-08-20.json")
    subscribed = found["settings"]["event_subscriptions"]["bot_events"]
    used = {*SCOPES.values(), *DESK_SCOPES.values()} - {""}
    by_events = {scope for event in subscribed for scope in events[event]["scopes"]}
    assert set(found["oauth_config"]["scopes"]["bot"]) == used | by_events - UNUSED | {"commands"}
    assert sorted(found["oauth_config"]["scopes"]["bot"]) == found["oauth_config"]["scopes"]["bot"]


def test_every_shortcut_and_command_is_read() -> None:
    features = manifests()["manifest.yaml"]["features"]
    names = [shortcut["callback_id"] for shortcut in features["shortcuts"]]
    assert {name.removeprefix(FORM) for name in names if name.startswith(FORM)} == set(FORMS)
    gesture = {"type": "shortcut", "user": {"id": "U1"}, "action_ts": "1764000000.000100"}
    read_ones = [read({**gesture, "callback_id": name}, Ours("T", "U0BOT"), datetime(2026, 11, 23, tzinfo=UTC)) for name in names]
    assert [name for name, inbound in zip(names, read_ones, strict=True) if inbound] == ["human", "help_now"]
    assert [command["command"] for command in features["slash_commands"]] == ["/coach"]
