"""Inbound messages, what they raised, and addresses as they are sealed: plain JSON, there and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coaching.concern import Card, Case, Concern, Layer, Raised, Urgency
from coaching.errors import UnreadableState
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from coaching.state import decode_outbound, encode_outbound
from coaching.words import Words
from storage.plain import from_json, to_json

SCHEMA = 1


def encode_address(address: Address) -> bytes:
    return to_json(_place(address))


def decode_address(stored: bytes) -> Address:
    """The address; UnreadableState where it is not one of this schema."""
    try:
        return _as_place(from_json(stored))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UnreadableState(f"This stored address is damaged ({type(error).__name__}): set it aside and tell a person") from None


def encode_inbound(inbound: Inbound) -> bytes:
    press, fields = inbound.press, inbound.fields
    plain = {
        "schema": SCHEMA,
        "address": _place(inbound.address),
        "keys": inbound.keys,
        "kind": inbound.kind.value,
        "sent_at": inbound.sent_at.isoformat(),
        "words": inbound.words.text,
        "press": None if press is None else [press.question, press.choice],
        "fields": {name: words.text for name, words in fields.items()},
        "rest": [inbound.form, inbound.what, inbound.about, inbound.platform_id],
        "masked": inbound.masked,
        "alarm": inbound.alarm,
    }
    return to_json(plain)


def decode_inbound(stored: bytes) -> Inbound:
    """The message; UnreadableState where it is not one of this schema."""
    try:
        plain = from_json(stored)
        if plain["schema"] == SCHEMA:
            return _as_inbound(plain)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UnreadableState(f"This stored message is damaged ({type(error).__name__}): set it aside and tell a person") from None
    raise UnreadableState(f"This stored message is of schema {plain['schema']!r}, and {SCHEMA} is known: set it aside and tell a person")


def _as_inbound(plain: Any) -> Inbound:
    form, what, about, platform_id = plain["rest"]
    return Inbound(
        _as_place(plain["address"]),
        tuple(plain["keys"]),
        Kind(plain["kind"]),
        datetime.fromisoformat(plain["sent_at"]),
        Words(plain["words"]),
        None if plain["press"] is None else Press(*plain["press"]),
        {name: Words(text) for name, text in plain["fields"].items()},
        form,
        what,
        about,
        platform_id,
        tuple(plain.get("masked", ())),
        plain.get("alarm", ""),
    )


def encode_raised(raised: Raised) -> str:
    """What a message raised, as JSON, for the spool."""
    case, said = raised.case, raised.said
    plain = {
        "case": [case.id, case.concern, case.urgency, case.kind, case.source, case.opened_at.isoformat(), case.review],
        "text": raised.text_id,
        "decision": dict(raised.decision),
        "said": None if said is None else [encode_outbound(said.outbound, to_json).decode(), said.content_hash, said.again],
    }
    return to_json(plain).decode()


def decode_raised(stored: str) -> Raised:
    """The same, read back; KeyError or ValueError where it is damaged."""
    plain = from_json(stored)
    name, concern, urgency, kind, source, opened_at, review = plain["case"]
    case = Case(name, Concern(concern), Urgency(urgency), kind, Layer(source), datetime.fromisoformat(opened_at), review)
    said = None if plain["said"] is None else _as_card(*plain["said"])
    return Raised(case, plain["text"], plain["decision"], said)


def _as_card(outbound: str, content_hash: str, again: bool) -> Card:
    return Card(decode_outbound(outbound), content_hash, again)


def _place(address: Address) -> list[str]:
    return [address.channel.value, address.account, address.person, address.place, address.thread]


def _as_place(plain: Any) -> Address:
    channel, account, person, place, thread = plain
    return Address(Channel(channel), account, person, place, thread)
