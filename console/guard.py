"""What every answer carries, which requests are ours, and forms, read no further than they may be."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
from collections.abc import Collection
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coaching.errors import CoachingError

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # with `no-referrer` a browser sends `Origin: null` with our own forms
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
NEVER_KEPT, ASKED_EACH_TIME = "no-store", "no-cache"
LARGEST = 256 * 1024  # bytes of a form
FIELDS = 32

Form = dict[str, str]

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class TooLarge(CoachingError):
    """The form is larger than we read; send less at once."""


class Guarded:
    """An ASGI application whose answers carry the security headers."""

    def __init__(self, app: ASGIApp, https: bool, caching: str = NEVER_KEPT) -> None:
        self._app = app
        self._headers = HEADERS | {"Cache-Control": caching}
        if https:
            self._headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def from_our_page(request: Request, public_url: str) -> bool:
    """Whether a POST comes from a page of ours: the browser says so by `Sec-Fetch-Site`, or by an `Origin` that is ours."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin", "")
    if site is not None and site != "same-origin":
        return False
    if not origin:
        return site == "same-origin"
    ours = {urlsplit(public_url).netloc, request.headers.get("host", "")} - {""}
    return urlsplit(origin).netloc in ours


def looks_again(request: Request) -> bool:
    """Whether an open page asks by itself: that is nobody's doing, and no sign of life."""
    return request.headers.get("x-looks-again") == "1"


def seal_of(token: str, what: str) -> str:
    """A secret that whoever holds the cookie's token has, and nobody who does not: for forms, and for trips to the provider."""
    return hmac.digest(token.encode(), f"console {what}".encode(), hashlib.sha256).hex() if token else ""


def is_ours(form: Form, token: str) -> bool:
    """Whether a form was made for this browser."""
    expected = seal_of(token, "form")
    return bool(expected) and hmac.compare_digest(form.get("seal", "").encode(), expected.encode())


async def form_of(request: Request) -> Form:
    """The fields of an urlencoded body, cleaned; nothing where it is no such form. TooLarge above the cap."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST:
            raise TooLarge
        chunks.append(chunk)
    try:
        pairs = parse_qsl(b"".join(chunks).decode("utf-8", "replace"), keep_blank_values=True, errors="replace", max_num_fields=FIELDS)
    except ValueError:
        return {}
    return {name: clean(value) for name, value in pairs}


def clean(text: str) -> str:
    """Without what no database or page can hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNPRINTABLE.sub("", lines))


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
