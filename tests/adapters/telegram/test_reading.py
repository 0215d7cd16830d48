"""From what Telegram delivers to what a person did."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.adapters.telegram.pressing import UNKNOWN, pack, unpack
from bot.adapters.telegram.reading import COMMANDS, press_id, read
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from standins.clock import START
from standins.telegram import Person, TelegramStandIn
from standins.telegram.people import KINDS as SENT_KINDS
from tests.adapters.telegram.world import QUESTION

BOT = 42
NOW = START


@pytest.fixture
def telegram() -> TelegramStandIn:
    """Not serving: only the people are needed."""
    return TelegramStandIn()


@pytest.fixture
def amina(telegram: TelegramStandIn) -> Person:
    return telegram.person("Amina")


def taken(update: object) -> Inbound:
    inbound = read(update, bot=BOT, now=NOW)
    assert inbound is not None
    return inbound


def test_a_text(amina: Person) -> None:
    update = amina.says("be less knackered")
    message = update["message"]["message_id"]
    inbound = taken(update)
    assert inbound.address == Address(Channel.TELEGRAM, "42", str(amina.id), str(amina.id))
    assert inbound.keys == (f"telegram:42:message:{amina.id}:{message}",)
    assert (inbound.kind, inbound.words.text, inbound.sent_at) == (Kind.TEXT, "be less knackered", START)


def test_a_start_link(amina: Person) -> None:
    inbound = taken(amina.starts("Zm9vYmFy_-1"))
    assert (inbound.kind, inbound.words.text) == (Kind.ARRIVED, "Zm9vYmFy_-1")
    assert taken(amina.starts()).words.text == ""


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("/helpnow", "help now"),
        ("/HelpNow@coachbot_standin_bot", "help now"),
        ("/mydata", "my data"),
        ("/woop", "woop"),
        ("/woop be less knackered", "woop be less knackered"),
        ("/stop", "stop"),
        ("/unknown thing", "/unknown thing"),
        ("/", "/"),
        ("and/or", "and/or"),
        ("I feel /stop", "I feel /stop"),
        ("  two  blanks ", "  two  blanks "),
    ],
)
def test_commands_are_the_words_they_stand_for(amina: Person, typed: str, read_as: str) -> None:
    inbound = taken(amina.says(typed))
    assert (inbound.kind, inbound.words.text) == (Kind.TEXT, read_as)


def test_every_command_can_be_in_telegrams_menu() -> None:
    assert all(name.isascii() and name == name.lower() and len(name) <= 32 for name in COMMANDS)


@pytest.mark.parametrize("kind", sorted(SENT_KINDS))
def test_what_cannot_be_read_is_named(amina: Person, kind: str) -> None:
    inbound = taken(amina.sends(kind, caption="see this"))
    assert inbound.kind is Kind.UNREADABLE
    assert inbound.what in {"voice", "photo", "sticker", "file", "other"}
    assert inbound.words.text == "see this"


def test_a_voice_message_is_a_voice_message(amina: Person) -> None:
    assert [taken(update).what for update in (amina.sends_voice(), amina.sends_photo(), amina.sends_sticker())] == [
        "voice",
        "photo",
        "sticker",
    ]


@pytest.mark.parametrize("service", ["pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "gift"])
def test_what_telegram_itself_says_is_nobodys_message(amina: Person, service: str) -> None:
    message = amina.says("x")["message"]
    del message["text"]
    assert read({"update_id": 1, "message": message | {service: {"some": "thing"}}}, bot=BOT, now=NOW) is None


# -- edits ---------------------------------------------------------------------------------------------------------------------


def test_an_edit_refers_to_its_message(telegram: TelegramStandIn, amina: Person) -> None:
    first = taken(amina.says("be less tired"))
    edit = taken(amina.edits("I can't go on"))
    assert (edit.kind, edit.about, edit.words.text) == (Kind.EDITED, first.keys[0], "I can't go on")
    assert edit.keys[0] != first.keys[0]


@pytest.mark.shows("C6", side="Telegram: an edit is told as one")
def test_two_edits_in_one_second_are_two(amina: Person) -> None:
    amina.says("one")
    updates = [amina.edits("two"), amina.edits("three")]
    assert len({taken(update).keys for update in updates}) == 2
    assert len({taken(update).keys for update in (updates[0], updates[0])}) == 1


def test_an_edit_without_words_is_nothing(amina: Person) -> None:
    message = amina.sends("location")["message"] | {"edit_date": 1_795_424_400}
    assert read({"update_id": 5, "edited_message": message}, bot=BOT, now=NOW) is None


# -- presses -------------------------------------------------------------------------------------------------------------------


def pressed(person: Person, **changes: Any) -> dict[str, Any]:
    message = {"message_id": 77, "chat": person.chat.face(), "date": 0}
    press = {"id": "4001", "from": person.face(), "message": message, "chat_instance": "1", "data": pack(Press(QUESTION, "yes"))}
    return {"update_id": 9, "callback_query": press | changes}


def test_a_press(amina: Person) -> None:
    inbound = taken(pressed(amina))
    assert (inbound.kind, inbound.press, inbound.platform_id) == (Kind.PRESS, Press(QUESTION, "yes"), "77")
    assert (inbound.keys, inbound.sent_at) == (("telegram:42:press:4001",), NOW)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "p",
        "p:",
        "p::",
        "p:a",
        "p:a:b:c",
        "q:a:b",
        "p:a b:c",
        "p:a:\x00",
        "p:\ud800:x",
        "p:" + "x" * 61 + ":y",
        "{}",
        "p:é:x",
        None,
        7,
        {},
    ],
)
def test_a_forged_press_belongs_to_no_question(amina: Person, data: object) -> None:
    assert taken(pressed(amina, data=data)).press == UNKNOWN


def test_a_press_goes_there_and_back_within_64_bytes() -> None:
    press = Press(QUESTION, "x" * 35)
    assert (unpack(pack(press)), len(pack(press))) == (press, 64)
    with pytest.raises(ValueError, match="too long"):
        pack(Press(QUESTION, "x" * 36))


def test_somebody_elses_press_in_a_group_says_nothing_but_is_answered(telegram: TelegramStandIn, amina: Person) -> None:
    group = telegram.group("Ward 7")
    update = pressed(amina, message={"message_id": 77, "chat": group.face(), "date": 0})
    assert read(update, bot=BOT, now=NOW) is None
    assert press_id(update) == "4001"


def test_a_press_without_a_message_is_nothing(amina: Person) -> None:
    update = pressed(amina, inline_message_id="x")
    del update["callback_query"]["message"]
    assert read(update, bot=BOT, now=NOW) is None


# -- who, where and when -------------------------------------------------------------------------------------------------------


def test_blocked_and_unblocked(amina: Person) -> None:
    assert taken(amina.blocks()).kind is Kind.LEFT
    assert taken(amina.unblocks()).kind is Kind.CAME_BACK


def test_no_word_in_public(telegram: TelegramStandIn, amina: Person) -> None:
    group = telegram.group("Ward 7")
    updates = [amina.says("/start@coachbot_standin_bot", group), amina.says("I can't go on", group), amina.sends("voice", chat=group)]
    assert [read(update, bot=BOT, now=NOW) for update in updates] == [None, None, None]


@pytest.mark.parametrize(
    "kind", ["channel_post", "edited_channel_post", "business_message", "inline_query", "poll_answer", "chat_member", "new"]
)
def test_other_kinds_are_nothing(amina: Person, kind: str) -> None:
    assert read({"update_id": 1, kind: amina.says("x")["message"]}, bot=BOT, now=NOW) is None


def test_bots_are_nobody(amina: Person) -> None:
    message = amina.says("x")["message"]
    assert read({"update_id": 1, "message": message | {"from": amina.face() | {"is_bot": True}}}, bot=BOT, now=NOW) is None


def test_somebody_in_another_persons_chat_is_nobody(amina: Person) -> None:
    message = amina.says("x")["message"]
    assert read({"update_id": 1, "message": message | {"from": amina.face() | {"id": 999}}}, bot=BOT, now=NOW) is None


@pytest.mark.shows("A11", part="Telegram: keys")
def test_the_same_update_id_after_a_reset_is_another_message(amina: Person) -> None:
    first, second = amina.says("one"), amina.says("two")
    second["update_id"] = first["update_id"]
    assert not set(taken(first).keys) & set(taken(second).keys)


@pytest.mark.parametrize("date", [0, -1, 10**15, 10**400, 1.5, "1795424400", None, True])
def test_an_impossible_date_is_now(amina: Person, date: object) -> None:
    message = amina.says("x")["message"] | {"date": date}
    assert taken({"update_id": 1, "message": message}).sent_at == NOW


def test_a_late_delivery_keeps_its_time(amina: Person) -> None:
    update = amina.says("x")
    later = read(update, bot=BOT, now=NOW + timedelta(hours=23))
    assert later is not None
    assert later.sent_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
