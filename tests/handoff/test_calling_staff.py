"""Danger that nobody takes reaches mail boxes and the pager over real sockets, with the facts of the case and nobody's words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from coachbot.calling import other_ways
from coachbot.settings import Paging, Settings, Smtp
from coaching.staff import Role
from handoff.ladder import Means
from standins.clock import MovableClock
from tests.adapters.email.server import MailServer, mail_server
from tests.adapters.pager.server import pager
from tests.handoff.office import coach, office
from tests.play import LIBRARY

GRAVE = "i want to die tonight"


def addressed(server: MailServer) -> list[str]:
    return [to for envelope in server.taken for to in envelope.rcpt_tos]


@pytest.mark.shows("F4", side="by mail and pager, over real sockets")
async def test_the_ladder_by_mail_and_pager(tmp_path: Path) -> None:
    async with mail_server() as server, pager() as other:
        smtp = Smtp(host="127.0.0.1", port=server.port, sender="coachbot@hospital.example", tls="none")
        settings = Settings(smtp=smtp, paging=Paging(url=other.url, secret=SecretStr("s3cret")))
        ways = other_ways(settings, LIBRARY, MovableClock())
        assert set(ways) == {Means.EMAIL, Means.PAGER}
        async with office(tmp_path, ways=ways, rota=("dee", "eve")) as here:
            await here.hires(coach("dee", rota=True), coach("eve", rota=True), coach("lee", Role.SAFETY_LEAD))
            nurse = here.nurse()
            await nurse.types("hi")
            await nurse.types(GRAVE)
            assert addressed(server) == ["dee@example.org"]
            await here.lasts(timedelta(minutes=1), minutes=16)
            assert addressed(server) == ["dee@example.org", "eve@example.org", "lee@example.org"]
            ((body, headers),) = other.calls
            number = (await here.case()).number
            assert (body["what"], body["number"], body["waiting"]) == ("alert.safety.lead", str(number), "15 min")
            assert headers["Authorization"] == "Bearer s3cret"
            said = str(other.calls) + "".join(str(letter) for letter in server.letters)
            assert GRAVE not in said
            assert "UNURSE" not in said
