"""The second factor: the number that an authenticator shows (TOTP, RFC 6238), beside the code that is sent."""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest

from pyotp import TOTP, random_base32

WINDOW = 1  # half minutes that a clock may be wrong, either way
ISSUER = "Coachbot"


def new_secret() -> str:
    """160 bits by chance."""
    return random_base32()


def address_of(secret: str, name: str) -> str:
    """What an authenticator is given: it holds the secret."""
    return TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def step_of(secret: str, number: str, now: datetime) -> int | None:
    """The half minute whose number this is; None where it is that of none near now."""
    totp, said = TOTP(secret), "".join(number.split()).encode()
    here = totp.timecode(now)
    near = range(here - WINDOW, here + WINDOW + 1)
    return next((step for step in near if compare_digest(totp.generate_otp(step).encode(), said)), None)
