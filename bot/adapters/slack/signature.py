"""Whether Slack sent a request. Anything odd about it is a no; nothing raises."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import datetime

WINDOW = 300  # seconds a signature is good for, either way
_STAMP = re.compile(r"[0-9]{1,11}", re.ASCII)
_PROOF = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


def genuine(secret: str, stamps: Sequence[str], proofs: Sequence[str], body: bytes, now: datetime) -> bool:
    """Check the two signature headers (every value that came under each name) against the raw body.

    The library's verifier raises on odd headers; here those are refused. Compared in constant time.
    """
    if not secret or len(stamps) != 1 or len(proofs) != 1:
        return False
    if not _STAMP.fullmatch(stamps[0]) or not _PROOF.fullmatch(proofs[0]):
        return False
    if abs(now.timestamp() - int(stamps[0])) > WINDOW:
        return False
    expected = hmac.new(secret.encode(), f"v0:{stamps[0]}:".encode() + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"v0={expected}".encode(), proofs[0].encode())
