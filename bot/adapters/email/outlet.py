"""The way out to a mail box: one letter, one connection, a bounded time, and an honest word on its fate."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property

from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException, SMTPResponseException

from bot.adapters.email.addresses import domain_of, is_mail_address
from bot.adapters.email.letter import letter, message_id
from coaching.casework import DeskParcel, DeskPost
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.ports import Clock

TOTAL = 20.0  # seconds for the whole of a letter
STEP = 10.0  # seconds for one answer of the server
PARTING = 1.0  # seconds for a goodbye
SHORT, LONG = 5.0, 60.0  # seconds to wait after a hiccup, and where a person has to mend something
EVERYWHERE = "email"  # the scope of what concerns the mail server, not one mail box
NO_MAILBOX, OF_POLICY = {550, 551, 553, 556}, "5.7."  # of a recipient: nobody is there; or the server does not want to, which may change
PORTS = {"starttls": 587, "implicit": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server and how to speak to it. `tls` is one of PORTS; `port` 0 is the usual one for it."""

    host: str
    sender: str
    port: int = 0
    tls: str = "starttls"
    name: str = ""
    password: str = field(default="", repr=False)


class EmailOutlet:
    """Carries out `handoff.posting.Way`: to the address of a post's `outbound.address.person`. Never raises for what a server does."""

    def __init__(self, server: Server, clock: Clock, *, trust: ssl.SSLContext | None = None, total: float = TOTAL) -> None:
        self._server = server
        self._clock = clock
        self._trust = trust
        self._total = total

    async def show(self, parcel: DeskParcel) -> Delivery:
        post = parcel.post
        if post.private:
            return Permanent("no participant's words by e-mail")
        if not is_mail_address(post.outbound.address.person):
            return Permanent("no e-mail address", gone=True)
        way = _Way()
        try:
            async with asyncio.timeout(self._total), self._connected() as client:
                await self._hand_over(client, post, way)
        except Exception as error:
            if way.at != "taken":
                return way.fate(error)
        return Sent(message_id(post.id, self._server.sender))

    async def _hand_over(self, client: SMTP, post: DeskPost, way: _Way) -> None:
        made = letter(post, self._server.sender, self._clock.now())
        await client.mail(self._server.sender)
        way.at = "recipient"
        await client.rcpt(post.outbound.address.person)
        way.at = "letter"
        await client.data(made.as_bytes())
        way.at = "taken"
        with suppress(SMTPException, OSError):
            await client.quit(timeout=PARTING)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[SMTP]:
        client = self._client()
        try:
            await client.connect()
            if self._server.name:
                await client.login(self._server.name, self._server.password)
            yield client
        finally:
            client.close()

    def _client(self) -> SMTP:
        server = self._server
        return SMTP(
            hostname=server.host,
            port=server.port or PORTS[server.tls],
            local_hostname=domain_of(server.sender),
            timeout=STEP,
            use_tls=server.tls == "implicit",
            start_tls=server.tls == "starttls",
            tls_context=None if server.tls == "none" else self._context,
        )

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return self._trust or ssl.create_default_context()


@dataclass(slots=True)
class _Way:
    """How far a letter has come: on the `way`, at the `recipient`, on the line as a `letter`, or `taken`."""

    at: str = "way"

    def fate(self, error: Exception) -> Delivery:
        """What an error there tells of the letter's fate."""
        match error:
            case SMTPAuthenticationError():
                return Refused(LONG, EVERYWHERE)
            case SMTPResponseException(code=code, message=said) if self.at == "recipient" and code >= 500:
                return Permanent(f"recipient refused, {code}", gone=code in NO_MAILBOX and OF_POLICY not in said)
            case SMTPResponseException(code=code) if self.at == "recipient":
                return Refused(LONG)  # this mail box, now: greylisted, full
            case SMTPResponseException(code=code) if self.at == "letter":
                return Permanent(f"letter refused, {code}") if code >= 500 else Refused(LONG)
            case SMTPException() | OSError() if self.at != "letter":
                return Refused(SHORT if isinstance(error, OSError) else LONG, EVERYWHERE)
            case _:
                return Ambiguous(type(error).__name__)
