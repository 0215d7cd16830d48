"""From a desk post to a letter: plain text, our own headers, and nothing in them that somebody else could have written there."""

from __future__ import annotations

import re
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.adapters.email.addresses import domain_of
from coaching.casework import DeskPost
from coaching.words import plain

LONGEST_SUBJECT = 120  # characters
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9_-]")


def message_id(post_id: str, sender: str) -> str:
    """The same for every copy of one post, so that a second one can be recognised."""
    return f"<{_NOT_IN_AN_ID.sub('-', post_id)}@{domain_of(sender)}>"


def letter(post: DeskPost, sender: str, now: datetime) -> EmailMessage:
    """The letter as it goes out: its subject is the first line, its body everything."""
    text = _CONTROL.sub("", plain(post.outbound.text).replace("\r", ""))
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = sender, post.outbound.address.person
    made["Subject"] = _subject(text)
    made["Date"] = format_datetime(now)
    made["Message-ID"] = message_id(post.id, sender)
    made["Auto-Submitted"] = "auto-generated"
    made["X-Auto-Response-Suppress"] = "All"
    made.set_content(text, charset="utf-8", cte="quoted-printable")
    return made


def _subject(text: str) -> str:
    first = " ".join((text.strip().splitlines() or [""])[0].split())
    return first if len(first) <= LONGEST_SUBJECT else first[: LONGEST_SUBJECT - 1].rpartition(" ")[0] + "…"
