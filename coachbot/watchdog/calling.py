"""How a watchdog calls people: a letter by SMTP, a request to the pager. Blocking, bounded, and an answer that is yes or no."""

from __future__ import annotations

import json
import smtplib
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from coachbot.watchdog.watching import Notice
from coachbot.watchdog.wording import minutes, said

STEP = 10.0  # seconds for one answer of a server
TOTAL = 20.0  # seconds for a whole call
MAIL, PAGER = "mail", "pager"
PORTS = {"starttls": 587, "implicit": 465, "none": 25}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Means:
    """Where to call, as the settings have it; no `host` means no mail, no `url` no pager. `link` is the service's own address."""

    host: str = ""
    port: int = 0
    sender: str = ""
    name: str = ""
    password: str = field(default="", repr=False)
    tls: str = "starttls"
    to: tuple[str, ...] = ()
    url: str = ""
    secret: str = field(default="", repr=False)
    link: str = ""

    def named(self) -> tuple[str, ...]:
        return tuple(name for name, there in ((MAIL, self.host and self.sender and self.to), (PAGER, self.url)) if there)


def call(means: Means, notices: Sequence[Notice], now: datetime, total: float = TOTAL) -> Mapping[str, str]:
    """Tell all at once; for each means "" where it arrived, else a short name of why not. Never raises, never waits for longer."""
    ways: Mapping[str, Callable[[Means, Notice, datetime], None]] = {MAIL: _mail, PAGER: _page}
    fates = {notice.means: "no answer" for notice in notices}

    def tell(notice: Notice) -> None:
        try:
            ways[notice.means](means, notice, now)
            fates[notice.means] = ""
        except Exception as error:  # whatever it is, the watchdog goes on
            fates[notice.means] = f"{type(error).__name__} {getattr(error, 'code', getattr(error, 'smtp_code', ''))}".strip()

    threads = [threading.Thread(target=tell, args=(notice,), daemon=True) for notice in notices]
    for thread in threads:
        thread.start()
    ends = time.monotonic() + total
    for thread in threads:
        thread.join(max(0.0, ends - time.monotonic()))
    return dict(fates)


def _mail(means: Means, notice: Notice, now: datetime) -> None:
    with _connected(means) as server:
        if means.tls == "starttls":
            server.starttls(context=ssl.create_default_context())
        if means.name:
            server.login(means.name, means.password)
        refused = server.send_message(letter(means, notice, now), means.sender, list(means.to))
    if len(refused) == len(means.to):
        raise smtplib.SMTPRecipientsRefused(refused)


def _connected(means: Means) -> smtplib.SMTP:
    port, ours = means.port or PORTS[means.tls], means.sender.rpartition("@")[2]
    if means.tls == "implicit":
        return smtplib.SMTP_SSL(means.host, port, ours, timeout=STEP, context=ssl.create_default_context())
    return smtplib.SMTP(means.host, port, ours, timeout=STEP)


def letter(means: Means, notice: Notice, now: datetime) -> EmailMessage:
    subject, text = said(notice.finding, now, means.link)
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = means.sender, ", ".join(means.to), subject
    made["Date"], made["Message-ID"] = format_datetime(now), f"<{notice.id}@{means.sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text, charset="utf-8", cte="quoted-printable")
    return made


def _page(means: Means, notice: Notice, now: datetime) -> None:
    """The same body as an alert of a case; of the service, there is no number."""
    _, text = said(notice.finding, now, means.link)
    waiting, urgency = f"{minutes(notice.finding, now)} min", "emergency" if notice.finding.kind in ("silent", "deaf") else "none"
    body = {"id": notice.id, "what": f"watchdog.{notice.finding.kind}", "text": text, "number": "", "urgency": urgency}
    headers = {"Content-Type": "application/json", "Idempotency-Key": notice.id}
    headers |= {"Authorization": f"Bearer {means.secret}"} if means.secret else {}
    asked = Request(means.url, json.dumps({**body, "waiting": waiting, "link": means.link}).encode(), headers, method="POST")
    with _opener(means.url).open(asked, timeout=STEP) as answer:
        if not 200 <= answer.status < 300:
            raise HTTPError(means.url, answer.status, "", answer.headers, None)


def _opener(url: str) -> OpenerDirector:
    """No redirect is followed, and no proxy asked for this machine."""
    own = [ProxyHandler({})] if urlsplit(url).hostname in LOOPBACK else []
    return build_opener(_NoRedirect, *own)


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None
