"""Mail addresses, as far as they matter here."""

from __future__ import annotations

import re

_LOCAL, _LABEL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}", r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})*")


def is_mail_address(value: str) -> bool:
    """Whether one letter can be sent to exactly this address, and no more than that can stand in it."""
    return len(value) <= 254 and _ADDRESS.fullmatch(value) is not None


def domain_of(address: str) -> str:
    return address.rpartition("@")[2]
