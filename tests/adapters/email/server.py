"""A real mail server on loopback: keeps what it takes, and answers as a test wishes."""

from __future__ import annotations

import asyncio
import ssl
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

warnings.filterwarnings("ignore", module="aiosmtpd")
NAME, PASSWORD = "mailer", "hunter2"


@dataclass
class MailServer:
    """`answers` are what it says to a command instead of "fine"; `slow` the seconds it thinks about a letter."""

    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    slow: float = 0.0
    hangs_up: bool = False
    taken: list[Envelope] = field(default_factory=list)
    logged_in: list[bool] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    @property
    def letters(self) -> list[Message]:
        return [message_from_bytes(each.content or b"", policy=default) for each in self.taken]  # type: ignore[arg-type]

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.taken.append(envelope)
        self.logged_in.append(bool(session.authenticated))
        self.encrypted.append(server.transport is not None and server.transport.get_extra_info("ssl_object") is not None)
        if self.hangs_up and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
        await asyncio.sleep(self.slow)
        return self.answers.get("DATA", "250 OK")


def _authenticated(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, told: Any) -> AuthResult:
    good = isinstance(told, LoginPassword) and (told.login, told.password) == (NAME.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


@asynccontextmanager
async def mail_server(
    secure: ssl.SSLContext | None = None, *, implicit: bool = False, asks_login: bool = False
) -> AsyncIterator[MailServer]:
    """With `secure` it offers STARTTLS, or with `implicit` nothing else than TLS."""
    made, loop = MailServer(), asyncio.get_running_loop()

    def protocol() -> SMTP:
        over = None if implicit else secure
        return SMTP(
            made,
            tls_context=over,
            authenticator=_authenticated,
            auth_required=asks_login,
            auth_require_tls=secure is not None and not implicit,
        )

    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=secure if implicit else None)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A certificate for this machine: (the server's side, the side of whoever trusts it)."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    begun = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    dated = begun.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    signed = dated.add_extension(names, False).add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256())
    file, pem = folder / "mail.pem", serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(secret + signed.public_bytes(pem))
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(file)
    return theirs, ssl.create_default_context(cafile=str(file))
