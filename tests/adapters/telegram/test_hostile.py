"""Nothing that can be sent to us, and nothing that can be said to us, does any harm."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.telegram.month import Names, turned
from bot.adapters.telegram.outlet import TelegramOutlet
from bot.adapters.telegram.reading import press_id, read, update_id
from coaching.delivery import Sent
from coaching.message import Choice, Inbound, Kind, Shape
from coaching.words import Span
from standins.clock import START
from standins.telegram import Person, TelegramStandIn
from tests.adapters.telegram import hostile
from tests.adapters.telegram.world import say

BENT = list(hostile.bent())
FIELDS = sorted({part for path in hostile.PATHS for part in path})
PATIENCE = 0.1  # seconds for one update (of our own time, however busy the machine)


def taken(update: object) -> Inbound | None:
    began = time.process_time()
    inbound = read(update, bot=42, now=START)
    update_id(update)
    press_id(update)
    turned(update, Names())
    assert time.process_time() - began <= PATIENCE
    return inbound


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(BENT) >= 300
    assert len(hostile.raw_bodies()) >= 30
    assert len(hostile.WANT_TO_BE_MARKUP) >= 60


@pytest.mark.shows("E2")
@pytest.mark.parametrize("update", [update for _, update in BENT], ids=[name for name, _ in BENT])
def test_bent_updates_are_read_or_quietly_refused(update: dict[str, Any]) -> None:
    inbound = taken(update)
    assert inbound is None or (inbound.keys[0].isascii() and inbound.address.person.isdecimal() and inbound.sent_at.tzinfo)
    assert inbound is None or inbound.kind in Kind


@pytest.mark.shows("E2")
@pytest.mark.parametrize("value", [*hostile.ODD_VALUES, [[[{}]]], {"update_id": [], "message": [], "callback_query": []}], ids=str)
def test_anything_at_all_is_read_or_quietly_refused(value: object) -> None:
    assert taken(value) is None


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=()))
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(FIELDS) | st.text(), inner), max_leaves=30)


@pytest.mark.shows("E2")
@settings(max_examples=300, deadline=None, derandomize=True)
@given(JSON, st.integers(0, len(BENT) - 1))
def test_grown_at_random(grown: Any, start: int) -> None:
    update = BENT[start][1]
    kind = next((name for name in reversed(update) if name != "update_id"), "message")
    body = update[kind] if isinstance(update.get(kind), dict) else {}
    for shape in (grown, {kind: grown}, {**update, kind: {**body, "text": grown}}, {**update, kind: {**body, "from": grown}}):
        assert isinstance(taken(shape), Inbound | None)


@pytest.mark.shows("E2")
def test_ids_never_carry_what_a_database_cannot_hold() -> None:
    read_ones = [inbound for _, update in BENT if (inbound := taken(update)) is not None]
    ids = [part for inbound in read_ones for part in (*inbound.keys, inbound.about, inbound.platform_id, inbound.what)]
    ids += [part for inbound in read_ones if inbound.press for part in (inbound.press.question, inbound.press.choice)]
    assert all(part.isascii() and part.isprintable() and len(part) < 200 for part in ids)


def test_words_do_not_show_in_what_may_be_logged() -> None:
    inbound = taken(hostile.good_updates()["message"])
    assert inbound is not None
    assert "hello" not in repr(inbound)


# -- texts that want to be markup ----------------------------------------------------------------------------------------------


def shown_as(text: str) -> str:
    """What a screen may show of it: itself, without what no screen can show."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(letter for letter in whole if letter.isprintable() or letter in "\n\t" or letter in "\u200b\ue000").strip()


@pytest.mark.shows("E3", side="Telegram HTML")
@pytest.mark.parametrize("text", hostile.WANT_TO_BE_MARKUP, ids=lambda text: ascii(text)[:24])
async def test_words_stay_words(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person, text: str) -> None:
    sent = await outlet.send(say(amina, telegram, (Span("You said: "), Span(text), Span("!", strong=True))))
    assert isinstance(sent, Sent), sent
    shown = amina.sees[0]
    assert [entity["type"] for entity in shown.entities] in (["bold"], [])
    assert shown.text.startswith(f"You said: {shown_as(text)[:4_000]}".strip())


@pytest.mark.shows("E3", side="Telegram HTML")
@pytest.mark.parametrize("text", hostile.WANT_TO_BE_MARKUP, ids=lambda text: ascii(text)[:24])
async def test_strong_words_labels_and_names_stay_words(
    telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person, text: str
) -> None:
    choices = (Choice("one", text[:64]),)
    message = say(amina, telegram, (Span("."), Span(text, strong=True)), author=f"D {text[:64]}", choices=choices, shape=Shape.CHOICE)
    assert isinstance(await outlet.send(message), Sent)
    assert {entity["type"] for entity in amina.sees[0].entities} == {"bold"}
    assert len(amina.sees[0].labels) == 2
    settled = replace(message, settles=str(amina.sees[0].message_id), choices=())
    assert isinstance(await outlet.send(settled), Sent)


def test_the_corpus_itself_is_json_that_a_platform_could_send() -> None:
    for _, update in BENT:
        json.dumps(update)
    assert all(json.loads(json.dumps(text)) is not None for text in hostile.ODD_TEXTS.values())
