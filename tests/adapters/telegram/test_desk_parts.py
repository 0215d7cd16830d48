"""The parts of the coaches' side by themselves: what an update tells, texts in pieces, marks on buttons, and what a desk is asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.adapters.telegram.acts import act
from bot.adapters.telegram.marks import Mark, read_mark, write_mark
from bot.adapters.telegram.pressing import UNKNOWN, pack, unpack
from bot.adapters.telegram.rendering import parted
from coaching.message import Press
from coaching.words import Span, Words, plain
from handoff import asking
from handoff.asking import Asked, Waiting
from tests.adapters.telegram.world import QUESTION

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
HUMAN = {"id": 5, "is_bot": False}
CHAT = {"id": 5, "type": "private"}
HELLO = {"message_id": 9, "from": HUMAN, "chat": CHAT, "text": "hello", "date": 1_795_000_000}


@pytest.mark.parametrize("broken", [None, 7, "x", [], {}, {"id": "5"}, {"id": True}, {"id": 2**60}, {"id": None}])
@pytest.mark.parametrize("place", ["from", "chat", "reply_to_message", "new_chat_members", "message_id", "date", "text"])
@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query", "chat_member"])
def test_no_update_breaks_the_reading(kind: str, place: str, broken: Any):
    body = HELLO | {"id": "1", "message": HELLO, "new_chat_member": {"user": HUMAN, "status": "member"}} | {place: broken}
    found = act({"update_id": 3, kind: body}, bot=1, now=NOW)
    assert found is None or found.chat == 5


def test_a_message_of_another_person_in_a_private_chat_is_not_private():
    found = act({"update_id": 3, "message": HELLO | {"from": {"id": 6}}}, bot=1, now=NOW)
    assert found is not None
    assert not found.private


@pytest.mark.parametrize("room", [40, 41, 97])
def test_a_text_in_parts_is_the_same_text(room: int):
    text = (Span("Somebody: ", strong=True), Span("a wordofmorethanfortylettersthatfitsnowhereatallintooneofthem and on " * 9))
    parts = parted(text, room)
    assert "".join(plain(part) for part in parts) == plain(text)
    assert all(len(plain(part)) <= room for part in parts)


def test_pairs_of_units_are_never_cut():
    (first, *_) = parted((Span("\N{GRINNING FACE}" * 50),), 41)
    assert plain(first) == "\N{GRINNING FACE}" * 20


def test_a_mark_is_no_press_and_a_press_is_no_mark():
    mark = Mark(QUESTION, "tomorrow")
    assert read_mark(write_mark(mark)) == mark
    assert unpack(write_mark(mark)) == UNKNOWN
    assert read_mark(pack(Press(QUESTION, "claim"))) is None
    assert read_mark("d:" + "x" * 80 + ":y") is None
    assert read_mark("d:<b>:y") is None


def test_what_is_asked_is_read_as_it_was_written():
    asked = Asked("q", asking.HAND_BACK, "case", {"agreed": Words("a break")}, (Waiting("k:1", Words("hi"), NOW),))
    assert asking.decode(asking.encode(asked)) == asked
    assert asked.step == "next_step"
    assert asking.answered(asking.answered(asked, Words("")), Words("Friday")).step == ""
    assert "a break" not in repr(asked)


@pytest.mark.parametrize(
    "stored", [b"", b"[]", b"{}", b'{"id":1}', b'{"id":"q","what":"dance","case":"","given":{},"waiting":[]}', b"\xff"]
)
def test_what_this_version_cannot_read_asks_nothing(stored: bytes):
    assert asking.decode(stored) is None
