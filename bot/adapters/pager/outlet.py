"""The way out to a pager: one request with the facts of a case, and nothing else of anybody."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.adapters.pager.facts import Alerts, facts_in
from coaching.casework import DeskParcel, DeskPost
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.words import plain

TOTAL, CONNECT = 10.0, 3.0  # seconds
SHORT, LONG = 5.0, 60.0  # seconds to wait after a hiccup, and where a person has to mend something
LONGEST_WAIT = 300.0  # seconds: whatever a pager says, a case does not wait for longer
EVERYWHERE = "pager"
NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError, aiohttp.InvalidURL)


class PagerOutlet:
    """Carries out `handoff.posting.Way`: one address is posted JSON.

    It holds `id`, `what`, and of an alert its `text`, `number`, `urgency`, `waiting`, `link`.
    The id is in the header Idempotency-Key too, so that a second copy can be recognised. No redirect is followed. It never raises for
    what the address answers, and never gives up for good: a pager is mended and tried again.
    """

    def __init__(self, url: str, secret: str, alerts: Alerts, *, local: bool = False, total: float = TOTAL) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        self._alerts = alerts
        self._trust_env = not local
        self._limits = aiohttp.ClientTimeout(total=total, connect=min(CONNECT, total))

    def __repr__(self) -> str:
        return "<pager>"

    async def show(self, parcel: DeskParcel) -> Delivery:
        post = parcel.post
        if post.private:
            return Permanent("no participant's words to a pager")
        headers = {**self._headers, "Idempotency-Key": post.id}
        try:
            async with (
                aiohttp.ClientSession(trust_env=self._trust_env, cookie_jar=aiohttp.DummyCookieJar(), timeout=self._limits) as session,
                session.post(self._url, json=self.body(post), headers=headers, allow_redirects=False) as answer,
            ):
                return _fate(answer, post)
        except NEVER_LEFT:
            return Refused(SHORT, EVERYWHERE)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Ambiguous(type(error).__name__)

    def body(self, post: DeskPost) -> dict[str, Any]:
        """Text that is not one of the alerts of content/ stays here: nobody knows what is in it."""
        text = plain(post.outbound.text)
        facts = facts_in(text, self._alerts.get(post.outbound.wording, ()))
        known: dict[str, str] = {} if facts is None else {"text": text, **facts}
        return {"id": post.id, "what": post.outbound.wording or post.what, **known}


def _fate(answer: aiohttp.ClientResponse, post: DeskPost) -> Delivery:
    """504: a gateway gave up waiting, and may have passed it on."""
    status = answer.status
    if 200 <= status < 300:
        return Sent(post.id)
    if status == 504:
        return Ambiguous(f"status {status}")
    if status in (429, 503):
        return Refused(_wait(answer), EVERYWHERE, attempt=False)
    return Refused(SHORT if status >= 500 else LONG, EVERYWHERE)


def _wait(answer: aiohttp.ClientResponse) -> float:
    try:
        return min(max(1.0, float(answer.headers.get("Retry-After", LONG))), LONGEST_WAIT)
    except ValueError:
        return LONG
