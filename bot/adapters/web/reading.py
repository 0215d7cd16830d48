"""From a form of the page to an Inbound."""

from __future__ import annotations

import re
from datetime import datetime

from browser.forms import Form
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from coaching.words import Words

ACCOUNT = "web"
HELP_NOW = "help_now"  # the global choice; it belongs to no question
LARGEST = 1024 * 1024  # bytes of a request's body
LONGEST = 4_000  # characters of a message
LABEL = 200  # characters of a button's label

NONCE = re.compile(r"[A-Za-z0-9]{1,64}")


def address_of(person: str) -> Address:
    """Where this browser is reached."""
    return Address(channel=Channel.WEB, account=ACCOUNT, person=person)


def key_of(person: str, nonce: str) -> str:
    """The delivery's key: a form sent twice has the same one."""
    return f"web:{person}:{nonce}"


def nonce_of(form: Form, otherwise: str) -> str:
    """The form's one-time name, where it looks like one of ours."""
    nonce = form.get("nonce", "")
    return nonce if NONCE.fullmatch(nonce) else otherwise


def arrived(person: str, nonce: str, now: datetime) -> Inbound:
    """Somebody pressed Start."""
    return Inbound(address_of(person), (key_of(person, nonce),), Kind.ARRIVED, now)


def said(person: str, nonce: str, now: datetime, text: str) -> Inbound:
    """Somebody wrote something."""
    return Inbound(address_of(person), (key_of(person, nonce),), Kind.TEXT, now, words=Words(text))


def pressed(person: str, nonce: str, now: datetime, form: Form) -> Inbound:
    """Somebody pressed a button. Which question and choice it names is for the dialogue to judge."""
    press = Press(question=form.get("question", "")[:LABEL], choice=form.get("choice", "")[:LABEL])
    label = Words(form.get("label", "").strip()[:LABEL])
    return Inbound(address_of(person), (key_of(person, nonce),), Kind.PRESS, now, words=label, press=press)
