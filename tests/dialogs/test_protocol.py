"""What receive knows of a message before it is stored: the most serious part of it, masked, and the text that answers it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.dialogs import protocol
from bot.dialogs.guarding import guarded
from bot.dialogs.watching import calls_for_help, watch
from bot.nlu.identifiers import Masked
from coaching.concern import CALM, Concern, Layer, Signal, Urgency, most_serious
from coaching.message import Inbound, Kind, Lane, Press
from coaching.programme import Programme
from coaching.words import Words, plain
from tests.play import HERE, LIBRARY, NOON

CRISIS = Signal(Concern.CRISIS, Urgency.URGENT, layer=Layer.PHRASE, score=1.0)
NOW = replace(CRISIS, urgency=Urgency.EMERGENCY)
UNSURE = replace(CRISIS, ask=True)
THREAT = Signal(Concern.SAFEGUARDING, Urgency.EMERGENCY, "threat", layer=Layer.PHRASE)
TIRED = Signal(Concern.BURNOUT, Urgency.SOON, layer=Layer.PHRASE)


@pytest.mark.parametrize(
    ("signals", "first"),
    [
        ([], CALM),
        ([CALM, TIRED], TIRED),
        ([TIRED, CRISIS, CALM], CRISIS),
        ([CRISIS, NOW], NOW),
        ([THREAT, CRISIS], CRISIS),
        ([UNSURE, THREAT], THREAT),  # what acts comes before what is only asked about
        ([UNSURE, TIRED], UNSURE),
    ],
)
def test_the_most_serious_part(signals: list[Signal], first: Signal) -> None:
    assert most_serious(signals) == first


def by_word(text: str) -> Signal:
    return {"die": CRISIS, "threat": THREAT, "tired": TIRED}.get(text, CALM)


def test_every_part_is_looked_at() -> None:
    form = Inbound(HERE, ("k",), Kind.FORM, NOON, fields={"wish": Words("tired"), "plan": Words("threat")})
    assert watch(form, by_word) == THREAT
    assert watch(Inbound(HERE, ("k",), Kind.UNREADABLE, NOON, Words("die"), what="photo"), by_word) == CRISIS
    assert watch(Inbound(HERE, ("k",), Kind.EDITED, NOON, Words("die"), about="k0"), by_word) == CRISIS
    assert watch(Inbound(HERE, ("k",), Kind.LEFT, NOON), by_word) == CALM


def test_help_now_pressed_or_said() -> None:
    assert calls_for_help(Inbound(HERE, ("k",), Kind.PRESS, NOON, press=Press("old", "help_now")))
    assert calls_for_help(Inbound(HERE, ("k",), Kind.TEXT, NOON, Words("SOS")))
    assert not calls_for_help(Inbound(HERE, ("k",), Kind.TEXT, NOON, Words("woop")))


def digits(text: str) -> Masked:
    return Masked(re.sub(r"\d+", "[number]", text), ("number",) if re.search(r"\d", text) else ())


@pytest.mark.shows("E9", part="guard: every part of every message")
def test_every_part_is_masked() -> None:
    form = Inbound(HERE, ("k1",), Kind.FORM, NOON, Words("bed 4"), fields={"wish": Words("call 0712"), "plan": Words("rest")})
    masked = guarded(form, digits)
    assert [words.text for words in (masked.words, *masked.fields.values())] == ["bed [number]", "call [number]", "rest"]
    assert masked.masked == ("number",)
    assert masked.keys == form.keys


SANDBOX = protocol.Protocol(LIBRARY, Programme(), NOON.date)


def test_the_text_is_made_out_to_its_person() -> None:
    card = SANDBOX(CRISIS, HERE, "T1", "US", "en-GB")
    assert (card.outbound.id, card.outbound.address, card.outbound.lane) == ("T1", HERE, Lane.SAFETY)
    assert "911" in plain(card.outbound.text)
    assert card.content_hash
    assert not card.again


def test_the_short_text_has_the_emergency_number_too() -> None:
    card = SANDBOX(CRISIS, HERE, "T1", "IE", "en-GB", again=True)
    assert card.again
    assert "112" in plain(card.outbound.text)
