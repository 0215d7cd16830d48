"""Which requests are ours, and which forms."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.requests import Request

from browser.forms import Form
from browser.guard import HTTPS_ALONE, is_our_origin

SECURE = f"{HTTPS_ALONE}; includeSubDomains"
LARGEST = 256 * 1024  # bytes of a form


def looks_again(request: Request) -> bool:
    """Whether an open page asks by itself for what may be new: no sign of life of whoever sits there."""
    return request.headers.get("x-looks-again") == "1"


def from_our_page(request: Request, public_url: str) -> bool:
    """Whether a POST comes from a page of ours: the browser says so by `Sec-Fetch-Site`, or by an `Origin` that is ours."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin", "")
    if site is not None and site != "same-origin":
        return False
    return is_our_origin(origin, request, public_url) if origin else site == "same-origin"


def stands_in(request: Request) -> str:
    """How the case stands on the open page that asks."""
    return request.headers.get("x-stands", "")


def watched_in(request: Request) -> int:
    """The number of the case that the page shows to whoever is looking at it; 0 where it shows none, or nobody looks."""
    number = request.headers.get("x-watched", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def seal_of(token: str, what: str) -> str:
    """A secret that whoever holds the cookie's token has, and nobody who does not: for forms, and for trips to the provider."""
    return hmac.digest(token.encode(), f"console {what}".encode(), hashlib.sha256).hex() if token else ""


def is_ours(form: Form, token: str) -> bool:
    """Whether a form was made for this browser."""
    expected = seal_of(token, "form")
    return bool(expected) and hmac.compare_digest(form.get("seal", "").encode(), expected.encode())


def only(form: Form, names: Collection[str]) -> Form:
    """The fields that were asked for, and no others."""
    return {name: form.get(name, "") for name in names}


def is_loopback(host: str) -> bool:
    """Whether a host, with or without a port, is this machine."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
