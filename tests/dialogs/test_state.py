"""What is stored comes back the same, and what cannot be read is said to be so."""

import json
from datetime import UTC, date, datetime

import pytest

from coaching.concern import Watch
from coaching.conversation import Answer, Asked, Conversation, Walk
from coaching.errors import UnreadableState
from coaching.goal import ActionStep, Goal, SmartRecord, WoopRecord
from coaching.message import Choice, Lane, Outbound, Shape
from coaching.participant import Address, Channel
from coaching.state import decode, decode_goal, decode_outbound, decode_walk, encode, encode_goal, encode_outbound, encode_walk
from coaching.words import Span

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ANSWERS = {"wish": Answer("leave on time \ud800 \U0001f600"), "feasible": Answer(7), "important": Answer(None, "empty", "ok", "a lot")}
WALK = Walk("woop", 1, "outcome", NOON, ANSWERS, {"wish": 2}, ("wish", "feasible"), ("external",), "G1")
OPEN = Asked("O1", "woop.outcome", NOON, Shape.SCALE, (Choice("keep", "Keep it"),), 0, 10, (Span("Well: "), Span("this", True)))
WATCH = Watch("on", "crisis", NOON, "ab12", "CASE7", NOON, {"burnout": NOON}, (("burnout", 0.5), ("none", 0.0)), {"safety.no_answer": "O2"})
TALK = Conversation("C1", "P1", 3, 2, "paused", "accepted", WALK, (WALK, WALK), OPEN, {"menu": 2}, watch=WATCH)
GOAL = Goal(
    "G1",
    "leave on time",
    "woop",
    WoopRecord(wish="leave on time", system_barriers=("no staff",), overrides=("wish",)),
    SmartRecord(raw="leave", due=date(2026, 6, 1), letters=("specific",)),
    (ActionStep("S1", "pack my bag", due=date(2026, 5, 3)),),
    notes=(("wish", "a lot"),),
)
MESSAGE = Outbound("O1", Address(Channel.SLACK, "T1", "U1", "D1"), Lane.SAFETY, (Span("Hi"),), Shape.CHOICE, (Choice("a", "A"),))


def test_everything_comes_back_the_same():
    assert decode(encode(TALK)) == TALK
    assert decode(encode(Conversation("C1", "P1"))) == Conversation("C1", "P1")
    assert decode_walk(encode_walk(WALK).decode()) == WALK
    assert decode_goal(encode_goal(GOAL)) == GOAL
    assert decode_outbound(encode_outbound(MESSAGE)) == MESSAGE


def test_a_state_from_before_there_was_a_watch_reads_as_nothing_remembered():
    plain = json.loads(encode(TALK))
    del plain["watch"]
    assert decode(json.dumps(plain)).watch == Watch()


@pytest.mark.parametrize("damaged", [b"", b"{", b"null", b"[]", b"{}", b'{"schema": 1}', "é".encode(), b"\xff", b'{"schema": 99}'])
def test_what_cannot_be_read_is_refused(damaged):
    with pytest.raises(UnreadableState):
        decode(damaged)


@pytest.mark.parametrize("key", ["id", "version", "walk", "asked", "heard", "parked", "watch"])
def test_a_wrong_value_anywhere_is_refused(key):
    plain = json.loads(encode(TALK)) | {key: 1.5}
    with pytest.raises(UnreadableState):
        decode(json.dumps(plain))
