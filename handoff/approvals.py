"""What a participant approved of a brief, as it is kept."""

from __future__ import annotations

import json
from datetime import datetime

from coaching.words import Words
from handoff.brief import Approval, Contact, Wants


def encode(approval: Approval) -> bytes:
    """As JSON; pure ascii, so that a lone surrogate in somebody's words survives."""
    plain = {
        "at": approval.at.isoformat(),
        "quote": approval.quote.text,
        "wants": approval.wants,
        "careful": [words.text for words in approval.careful],
        "contact_ok": list(approval.contact_ok),
        "left_out": sorted(approval.left_out),
    }
    return json.dumps(plain).encode("ascii")


def decode(stored: bytes) -> Approval:
    """The same, read back; KeyError or ValueError where it is damaged."""
    plain = json.loads(stored)
    return Approval(
        at=datetime.fromisoformat(plain["at"]),
        quote=Words(plain["quote"]),
        wants=Wants(plain["wants"]) if plain["wants"] else None,
        careful=tuple(Words(each) for each in plain["careful"]),
        contact_ok=tuple(Contact(each) for each in plain["contact_ok"]),
        left_out=frozenset(plain["left_out"]),
    )
