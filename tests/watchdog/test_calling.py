"""How the watchdog calls people: over real sockets, in bounded time, whatever the other side does."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from coachbot.watchdog import wording
from coachbot.watchdog.calling import Means, call, letter
from coachbot.watchdog.watching import DEAF, OVER, SILENT, TEST, Finding, Notice
from tests.adapters.email.server import NAME, PASSWORD, certificate, mail_server
from tests.adapters.pager.server import pager
from tests.house.source import ROOT

NOW = datetime(2026, 11, 26, 3, 14, tzinfo=UTC)
MAIL = Means("127.0.0.1", 0, "coachbot@hospital.example", tls="none", to=("it@hospital.example", "lead@hospital.example"))
FINDING = Finding(SILENT, "heartbeat-8080", NOW - timedelta(minutes=3))


def notices(*means: str, kind: str = SILENT) -> list[Notice]:
    return [Notice(each, replace(FINDING, kind=kind), 1) for each in means]


async def called(means: Means, *names: str, kind: str = SILENT, total: float = 5.0) -> dict[str, str]:
    return dict(await asyncio.to_thread(call, means, notices(*names, kind=kind), NOW, total))


async def test_mail_and_pager_are_told_at_once() -> None:
    async with mail_server() as server, pager() as other:
        means = replace(MAIL, port=server.port, url=other.url, secret="s3cret", link="https://coach.example")
        assert means.named() == ("mail", "pager")
        assert await called(means, "mail", "pager") == {"mail": "", "pager": ""}
        (envelope,), (arrived,), ((body, headers),) = server.taken, server.letters, other.calls
        assert envelope.rcpt_tos == list(MAIL.to)
        assert arrived["Auto-Submitted"] == "auto-generated"
        assert arrived["Message-ID"] == f"<{body['id']}@hospital.example>"
        assert (body["what"], body["urgency"], body["waiting"], body["link"]) == (
            "watchdog.silent", "emergency", "3 min", "https://coach.example",
        )  # fmt: skip
        assert headers["Authorization"] == "Bearer s3cret"
        assert headers["Idempotency-Key"] == body["id"]


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
async def test_over_tls_and_only_where_somebody_vouches_for_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tls: str) -> None:
    theirs, _ = certificate(tmp_path)
    async with mail_server(theirs, implicit=tls == "implicit") as server:
        means = replace(MAIL, port=server.port, tls=tls, name=NAME, password=PASSWORD)
        assert "SSLCertVerificationError" in (await called(means, "mail"))["mail"]
        assert server.taken == []
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "mail.pem"))
        assert await called(means, "mail") == {"mail": ""}
        assert (server.encrypted, server.logged_in) == ([True], [True])


async def test_nobody_who_takes_the_letter_is_a_failure_and_one_is_enough() -> None:
    async with mail_server() as server:
        server.answers["RCPT"] = "550 5.1.1 no"
        assert (await called(replace(MAIL, port=server.port), "mail"))["mail"].startswith("SMTPRecipientsRefused")


@pytest.mark.parametrize("status", [302, 401, 500])
async def test_a_pager_that_does_not_take_it_is_a_failure(status: int) -> None:
    async with pager() as other:
        other.status, other.headers = status, {"Location": "http://127.0.0.1:1/"}
        assert await called(replace(MAIL, url=other.url), "pager") == {"pager": f"HTTPError {status}"}
        assert len(other.calls) == 1


async def test_what_is_silent_or_not_there_costs_a_bounded_time_and_not_the_others() -> None:
    async with pager() as other:
        with socket.create_server(("127.0.0.1", 0)) as mute:
            began, means = time.monotonic(), replace(MAIL, port=mute.getsockname()[1], url=other.url)
            assert await called(means, "mail", "pager", total=0.5) == {"mail": "no answer", "pager": ""}
            assert time.monotonic() - began < 3
    assert await called(replace(MAIL, port=1), "mail") == {"mail": "ConnectionRefusedError"}


def test_every_kind_has_its_words_and_the_file_reads_as_yaml_does() -> None:
    read = YAML(typ="safe").load((ROOT / "content" / wording.FILE).read_text("utf-8"))
    assert wording.wordings() == read
    for kind in (SILENT, DEAF, OVER, TEST):
        subject, text = wording.said(replace(FINDING, kind=kind), NOW, "https://coach.example")
        assert subject == f"Coachbot: {read[f'what.{kind}']}"
        assert "{" not in subject + text
    assert "{" not in wording.said(replace(FINDING, which=""), NOW, "")[1]


def test_without_its_words_it_still_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "FILE", "nowhere.yaml")
    made = letter(MAIL, notices("mail")[0], NOW)
    assert made["Subject"] == "Coachbot: silent"


def test_the_watchdog_needs_nothing_but_the_standard_library() -> None:
    asked = "import sys, coachbot.watchdog.__main__; print(*{name.partition('.')[0] for name in sys.modules})"
    plain = set(subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True).stdout.split())
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) - sys.stdlib_module_names - plain <= {"coachbot", "content"}
