"""The stand-in and the adapter against a description of the Bot API by others (skipped where there is none)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.telegram.reading import KINDS, WHAT
from standins.telegram.methods import METHODS
from standins.telegram.people import KINDS as SENT_KINDS
from tests.platform_data import load

OURS = {"str": "String", "int": "Integer", "bool": "Boolean"}
ENVELOPE = """message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot sender_tag date
guest_query_id business_connection_id chat forward_origin is_topic_message is_automatic_forward reply_to_message external_reply quote
reply_to_story reply_to_checklist_task_id reply_to_poll_option_id via_bot guest_bot_caller_user guest_bot_caller_chat edit_date
has_protected_content is_from_offline is_paid_post media_group_id author_signature paid_star_count text entities link_preview_options
suggested_post_info effect_id caption caption_entities show_caption_above_media has_media_spoiler reply_markup receiver_user
ephemeral_message_id"""
SERVICE = """new_chat_members left_chat_member chat_owner_left chat_owner_changed new_chat_title new_chat_photo delete_chat_photo
group_chat_created supergroup_chat_created channel_chat_created message_auto_delete_timer_changed migrate_to_chat_id
migrate_from_chat_id pinned_message successful_payment refunded_payment users_shared chat_shared gift unique_gift gift_upgrade_sent
connected_website write_access_allowed passport_data proximity_alert_triggered boost_added chat_background_set checklist_tasks_done
checklist_tasks_added direct_message_price_changed forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened
general_forum_topic_hidden general_forum_topic_unhidden giveaway_created giveaway_winners giveaway_completed managed_bot_created
paid_message_price_changed poll_option_added poll_option_deleted suggested_post_approved suggested_post_approval_failed
suggested_post_declined suggested_post_paid suggested_post_refunded video_chat_scheduled video_chat_started video_chat_ended
video_chat_participants_invited web_app_data community_chat_added community_chat_removed"""


def described() -> Any:
    return load("telegram/bot-api-10.1.min.json")


@pytest.mark.parametrize("method", sorted(METHODS))
def test_methods_and_arguments_are_the_bot_apis(method: str) -> None:
    fields = {field["name"]: field for field in described()["methods"][method].get("fields", [])}
    for name, argument in METHODS[method].items():
        assert name in fields, f"{method} has no argument {name}"
        assert OURS.get(argument.kind) in (None, *fields[name]["types"])
    required = {name for name, argument in METHODS[method].items() if argument.required}
    assert required == {name for name, field in fields.items() if field["required"]}


def test_the_kinds_of_updates_are_the_bot_apis() -> None:
    fields = {field["name"] for field in described()["types"]["Update"]["fields"]}
    assert set(KINDS) <= fields


@pytest.mark.parametrize("description", ["bot-api-10.1.min.json", "aiogram-schema-10.2.min.json"])
def test_every_field_of_a_message_is_content_or_known_not_to_be(description: str) -> None:
    told = load(f"telegram/{description}")
    if "items" in told:
        messages = [item for group in told["items"] for item in group["children"] if item["name"] == "Message"]
        fields = {field["name"] for field in messages[0]["annotations"]}
    else:
        fields = {field["name"] for field in told["types"]["Message"]["fields"]}
    assert fields - set(WHAT) - set(ENVELOPE.split()) - set(SERVICE.split()) == set()
    assert set(WHAT) - {"giveaway"} <= fields


def test_what_the_stand_ins_people_send_is_shaped_like_the_bot_apis() -> None:
    types = described()["types"]
    message = {field["name"]: field["types"][0] for field in types["Message"]["fields"]}
    for kind, value in SENT_KINDS.items():
        shape = types[message[kind].removeprefix("Array of ")]
        sent = value[0] if isinstance(value, list) else value
        known = {field["name"]: field["required"] for field in shape["fields"]}
        assert set(sent) <= set(known), kind
        assert {name for name, required in known.items() if required} <= set(sent), kind
