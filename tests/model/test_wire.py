"""What goes over the wire between parent and child, and what is no part of it."""

from __future__ import annotations

import json

import pytest

from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coachbot.model import wire

ODD = "caf\u00e9 \u0000 \ud800 \U0001f469\u200d\u2695\ufe0f \u202e" + "x" * 5000


@pytest.mark.parametrize("text", ["", "hello", ODD])
def test_an_utterance_comes_out_as_it_went_in(text: str):
    utterance = Utterance(text, "And?", "outcome", "a wish", recent=(0.0, 0.25))
    sent = wire.request(7, 12.5, utterance)
    length = wire.length_of(sent[: wire.HEAD.size])
    frame = wire.frame_of(sent[wire.HEAD.size :])
    assert length == len(sent) - wire.HEAD.size
    assert (frame["id"], frame["until"], wire.utterance_of(frame)) == (7, 12.5, utterance)


def test_scores_come_out_as_they_went_in():
    table = {"talk": {"change": 0.1234567890123, "sustain": 0.0}}
    frame = wire.frame_of(wire.framed({"id": 1, "scores": table})[wire.HEAD.size :])
    assert wire.scores_of(frame) == Scores(table)
    assert wire.scores_of({"id": 1, "failed": "ValueError"}) is None


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff\xfe", b"null"])
def test_what_is_no_frame_is_garbled(body: bytes):
    with pytest.raises(wire.Garbled):
        wire.frame_of(body)


def test_a_length_that_nobody_sends_is_garbled():
    with pytest.raises(wire.Garbled):
        wire.length_of(b"\xff\xff\xff\xff")


@pytest.mark.parametrize("scores", [1, {"a": 1}, {"a": {"b": "c"}}, {"a": {"b": None}}, {"a": {"b": float("inf")}}, None])
def test_scores_that_are_none_are_garbled(scores: object):
    with pytest.raises(wire.Garbled):
        wire.scores_of(json.loads(json.dumps({"id": 1, "scores": scores})))


@pytest.mark.parametrize("frame", [{}, {"utterance": 3}, {"utterance": {"words": "hello"}}, {"utterance": {}}])
def test_an_utterance_that_is_none_is_garbled(frame: wire.Frame):
    with pytest.raises(wire.Garbled):
        wire.utterance_of(frame)


@pytest.mark.parametrize("frame", [{}, {"id": "7"}, {"id": None}])
def test_an_answer_to_nothing_is_garbled(frame: wire.Frame):
    with pytest.raises(wire.Garbled):
        wire.number_of(frame)
