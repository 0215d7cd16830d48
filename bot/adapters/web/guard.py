"""Which requests are not ours."""

from __future__ import annotations

from starlette.requests import Request

from browser.guard import is_our_origin


def from_our_page(request: Request, public_url: str) -> bool:
    """Whether a POST comes from a page of ours. Without either header it comes from no browser that could be tricked."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or is_our_origin(origin, request, public_url)
