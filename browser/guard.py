"""What every answer carries, and what is served beside the pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
HTTPS_ALONE = "max-age=31536000"


class Guarded:
    """An ASGI application whose answers carry the security headers; with `secure` also that, which keeps a browser to https."""

    def __init__(self, app: ASGIApp, secure: str = "", caching: str = NEVER_KEPT) -> None:
        self._app = app
        self._headers = HEADERS | {"Cache-Control": caching}
        if secure:
            self._headers["Strict-Transport-Security"] = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def files(path: str, package: str, secure: str) -> Mount:
    """What lies in `static` of a package, and in ours, below one address."""
    shown = StaticFiles(packages=[(package, "static"), ("browser", "static")])
    return Mount(path, shown, middleware=[Middleware(Guarded, secure=secure, caching=ASKED_EACH_TIME)])


def is_our_origin(origin: str, request: Request, public_url: str) -> bool:
    """Whether an origin is the site that was asked, or what it is called outside."""
    ours = {request.headers.get("host", ""), urlsplit(public_url).netloc} - {""}
    return urlsplit(origin).netloc in ours
