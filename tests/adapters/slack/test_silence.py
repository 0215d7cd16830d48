"""Nothing of what people say reaches a log, whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import pytest

from coaching.message import Choice, Inbound, Kind, Shape
from coaching.ports import Cursor, Receipt
from standins.chaos import Fault, Weather
from tests.adapters.slack.conftest import World, until

CANARY = "canary-7f3a"


class Leaky(Exception):
    """An error whose message holds what was to be stored, as database errors do."""


async def test_failures_are_logged_by_their_kind_only(
    world: World, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    nurse, receive = world.slack.person("U1"), world.store.receive

    async def fails(inbounds: Sequence[Inbound], cursor: Cursor | None = None) -> list[Receipt]:
        world.store.receive = receive  # type: ignore[method-assign]
        raise Leaky(repr([inbound.words.text for inbound in inbounds]))

    if not world.app.socket:
        world.store.receive = fails  # type: ignore[method-assign]
    await nurse.says(f"{CANARY} one")
    for weather in [weather for weather in Weather if weather not in (Weather.DRIP, Weather.SILENT)]:
        world.slack.chaos.next("chat.postMessage", Fault(weather, error="invalid_blocks", wait=0.01))
        await world.outlet.send(world.say(f"01{weather}", f"You said {CANARY}", shape=Shape.CHOICE, choices=(Choice("a", CANARY),)))
    await nurse.presses(CANARY)
    await nurse.shortcut("form.woop")
    await nurse.submits({"wish": CANARY})
    await nurse.commands("/coach", CANARY)
    world.slack.chaos.always("views.publish", Fault(Weather.PAGE))
    await nurse.opens_home()
    await until(lambda: world.slack.called("views.publish"))
    assert {inbound.kind for inbound in world.store.taken} == {Kind.TEXT, Kind.PRESS, Kind.FORM}
    assert CANARY not in caplog.text + "".join(capsys.readouterr())
