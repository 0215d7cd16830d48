"""Letters to staff: what arrives, what became of those that did not, and nothing that anybody else wrote in a header."""

from __future__ import annotations

import asyncio
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.email.addresses import is_mail_address
from bot.adapters.email.letter import letter
from bot.adapters.email.outlet import LONG, SHORT, EmailOutlet, Server
from coachbot.replay import SetClock
from coaching.casework import DeskParcel, DeskPost
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent
from coaching.message import Lane, Outbound
from coaching.participant import Address, Channel
from coaching.words import Span
from tests.adapters.email.server import NAME, PASSWORD, MailServer, certificate, mail_server

NOW = datetime(2026, 11, 26, 3, 14, tzinfo=UTC)
SENDER, LEAD = "coachbot@hospital.example", "lead@hospital.example"
ALERT = "Safety case 12, emergency. No one has taken it.\nTake it here: https://coach.example/cases/12"


def post(text: str = ALERT, to: str = LEAD, *, private: bool = False, name: str = "01POST") -> DeskPost:
    outbound = Outbound(name, Address(Channel.TERMINAL, "", to), Lane.COACH, (Span(text),), wording="alert.safety.lead")
    return DeskPost(name, "email", "alert", "s1", outbound, private=private)


def parcel(text: str = ALERT, to: str = LEAD, *, private: bool = False, name: str = "01POST") -> DeskParcel:
    return DeskParcel(post(text, to, private=private, name=name), "01CASE", "")


def outlet(port: int, tls: str = "none", name: str = "", password: str = "", **more: object) -> EmailOutlet:
    return EmailOutlet(Server("127.0.0.1", SENDER, port, tls, name, password), SetClock(NOW), **more)  # type: ignore[arg-type]


async def sent(server: MailServer, **more: object) -> Delivery:
    return await outlet(server.port, **more).show(parcel())  # type: ignore[arg-type]


async def test_an_alert_arrives_as_plain_text() -> None:
    async with mail_server() as server:
        assert await sent(server) == Sent("<01POST@hospital.example>")
        (envelope,), (arrived,) = server.taken, server.letters
        assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, [LEAD])
        assert (arrived["From"], arrived["To"], arrived["Subject"]) == (SENDER, LEAD, "Safety case 12, emergency. No one has taken it.")
        assert arrived["Auto-Submitted"] == "auto-generated"
        assert arrived["Date"].endswith("+0000")
        assert (arrived.get_content_type(), arrived.get_payload(decode=True)) == ("text/plain", f"{ALERT}\n".replace("\n", "\r\n").encode())


async def test_a_second_copy_has_the_same_id() -> None:
    async with mail_server() as server:
        both = [await sent(server), await sent(server)]
        assert both[0] == both[1]
        assert len({letter["Message-ID"] for letter in server.letters}) == 1


@pytest.mark.parametrize("implicit", [True, False], ids=["implicit", "starttls"])
async def test_over_tls_with_a_login(tmp_path: Path, implicit: bool) -> None:
    theirs, trust = certificate(tmp_path)
    async with mail_server(theirs, implicit=implicit, asks_login=not implicit) as server:
        made = outlet(server.port, "implicit" if implicit else "starttls", NAME, PASSWORD, trust=trust)
        assert isinstance(await made.show(parcel()), Sent)
        assert (server.logged_in, server.encrypted) == ([True], [True])


async def test_a_server_that_nobody_vouches_for_gets_no_letter(tmp_path: Path) -> None:
    theirs, _ = certificate(tmp_path)
    async with mail_server(theirs) as server:
        assert isinstance(await outlet(server.port, "starttls", NAME, PASSWORD).show(parcel()), Refused)
        assert server.taken == []


async def test_without_tls_on_offer_no_letter_and_no_password_leave() -> None:
    async with mail_server() as server:
        assert await outlet(server.port, "starttls", NAME, PASSWORD).show(parcel()) == Refused(LONG, "email")
        assert server.taken == []


async def test_a_wrong_password_waits_for_a_person(tmp_path: Path) -> None:
    theirs, trust = certificate(tmp_path)
    async with mail_server(theirs, asks_login=True) as server:
        assert await outlet(server.port, "starttls", NAME, "wrong", trust=trust).show(parcel()) == Refused(LONG, "email")


@pytest.mark.parametrize(
    ("command", "answer", "fate"),
    [
        ("MAIL", "451 later", Refused(LONG, "email")),
        ("MAIL", "553 who are you", Refused(LONG, "email")),
        ("RCPT", "450 greylisted", Refused(LONG)),
        ("RCPT", "550 5.1.1 no such mail box", Permanent("recipient refused, 550", gone=True)),
        ("RCPT", "550 5.7.1 relaying denied", Permanent("recipient refused, 550")),
        ("RCPT", "554 no", Permanent("recipient refused, 554")),
        ("DATA", "452 full", Refused(LONG)),
        ("DATA", "554 no", Permanent("letter refused, 554")),
    ],
)
async def test_what_a_server_says_is_what_became_of_it(command: str, answer: str, fate: Delivery) -> None:
    async with mail_server() as server:
        server.answers[command] = answer
        assert await sent(server) == fate


async def test_a_server_that_is_not_there_never_had_it() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert await outlet(free.getsockname()[1]).show(parcel()) == Refused(SHORT, "email")


async def test_a_server_that_hangs_up_on_a_letter_leaves_doubt() -> None:
    async with mail_server() as server:
        server.hangs_up = True
        assert isinstance(await sent(server), Ambiguous)


@pytest.mark.parametrize(("silent_from", "fate"), [("greeting", Refused(SHORT, "email")), ("letter", Ambiguous("TimeoutError"))])
async def test_a_silent_server_costs_a_bounded_time(silent_from: str, fate: Delivery) -> None:
    async with mail_server() as server:
        server.slow = 5.0
        began = asyncio.get_running_loop().time()
        with socket.create_server(("127.0.0.1", 0)) as mute:  # takes a connection and never says a word
            port = mute.getsockname()[1] if silent_from == "greeting" else server.port
            assert await outlet(port, total=0.3).show(parcel()) == fate
        assert asyncio.get_running_loop().time() - began < 2


@pytest.mark.parametrize(
    "to",
    [
        "",
        "lead",
        "lead@",
        "lead@hospital.example\r\nBcc: all@hospital.example",
        "lead@hospital.example, all@hospital.example",
        "<lead@hospital.example>",
        "lead@hospital.example>\nX: y",
        "Lead <lead@hospital.example>",
        "lead@hospital..example",
    ],
)
async def test_what_is_not_one_address_is_written_to_by_nobody(to: str) -> None:
    async with mail_server() as server:
        assert await outlet(server.port).show(parcel(to=to)) == Permanent("no e-mail address", gone=True)
        assert server.taken == []
        assert not is_mail_address(to)


async def test_a_participants_words_never_go_by_mail() -> None:
    async with mail_server() as server:
        assert isinstance(await outlet(server.port).show(parcel(private=True)), Permanent)
        assert server.taken == []


@pytest.mark.parametrize(
    "text", ["Case 1\r\nBcc: all@hospital.example\r\n\r\nHello", "Case\r1\x00\x1b[2J\u202e", "\n\n Case \u2028 1\nX: y", "", "é" * 300]
)
async def test_nothing_in_the_text_becomes_a_header(text: str) -> None:
    async with mail_server() as server:
        assert isinstance(await outlet(server.port).show(parcel(text, name="a\r\nX: y")), Sent)
        (arrived,) = server.letters
        assert set(arrived) == set(letter(post(), SENDER, NOW))
        assert server.taken[0].rcpt_tos == [LEAD]
        assert "\x1b" not in str(arrived.get_payload(decode=True))
        assert len(arrived["Subject"]) <= 120
