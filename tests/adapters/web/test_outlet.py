"""Sending to a browser is letting whoever looks know."""

from __future__ import annotations

from bot.adapters.web.app import rung
from bot.adapters.web.outlet import Bells, WebOutlet
from bot.adapters.web.reading import address_of
from coaching.delivery import Sent
from coaching.message import Lane, Outbound
from coaching.words import text_of


async def test_a_send_is_taken_under_its_own_id_and_rings_for_its_person_alone() -> None:
    bells = Bells()
    outlet, outbound = WebOutlet(bells), Outbound("O1", address_of("nurse"), Lane.REPLY, text_of("hello"))
    with bells.listening("nurse") as first, bells.listening("nurse") as second, bells.listening("doctor") as other:
        assert await outlet.send(outbound) == Sent("O1")
        assert [await rung(bell, 0.01) for bell in (first, second, other)] == [True, True, False]


async def test_it_can_be_found_again() -> None:
    assert await WebOutlet(Bells()).look_for(Outbound("O1", address_of("nurse"), Lane.REPLY, text_of("hello"))) == Sent("O1")


async def test_nobody_looking_is_no_failure() -> None:
    assert await WebOutlet(Bells()).send(Outbound("O1", address_of("nurse"), Lane.REPLY, text_of("hello"))) == Sent("O1")
