"""What people see, and what is known of each send."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from aiogram import Bot
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.adapters.telegram import client
from bot.adapters.telegram import outlet as outlet_module
from bot.adapters.telegram.client import make_bot
from bot.adapters.telegram.outlet import TelegramOutlet
from coaching.delivery import Ambiguous, Delivery, Permanent, Refused, Sent, Unknowable
from coaching.errors import SettingsError
from coaching.message import Choice, Shape
from coaching.words import Span
from standins.chaos import Fault, Weather
from standins.telegram import Person, TelegramStandIn
from standins.telegram.markup import LONGEST, units
from tests.adapters.telegram.world import AGAIN, PHRASES, ask, say

# -- what people see -----------------------------------------------------------------------------------------------------------


async def test_a_message_with_something_strong(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    sent = await outlet.send(say(amina, telegram, (Span("Your plan: "), Span("If 6 > 5 & <break>", strong=True), Span("."))))
    shown = amina.sees[0]
    assert sent == Sent(str(shown.message_id))
    assert (shown.text, shown.bold, shown.keyboard) == ("Your plan: If 6 > 5 & <break>.", ["If 6 > 5 & <break>"], ())


@pytest.mark.shows("F2", side="every screen of Telegram")
@pytest.mark.parametrize("shape", [Shape.TEXT, Shape.CHOICE, Shape.SCALE])
async def test_help_is_a_press_away_wherever_something_is_asked(
    telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person, shape: Shape
) -> None:
    await outlet.send(say(amina, telegram, "What matters?", shape=shape))
    assert amina.sees[0].keyboard[-1][0].label == "Help now"


async def test_choices_are_buttons_and_help_is_the_last(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(ask(amina, telegram, "Yes", "No", "Not sure"))
    assert [[button.label for button in row] for row in amina.sees[0].keyboard] == [["Yes", "No"], ["Not sure"], ["Help now"]]


async def test_long_labels_have_a_row_each(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(ask(amina, telegram, "Yes", "I would like to think about it"))
    assert [len(row) for row in amina.sees[0].keyboard] == [1, 1, 1]


async def test_help_is_there_once(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    choices = (Choice("help_now", "Help, please"), Choice("yes", "Yes"), Choice("no", "No"))
    await outlet.send(say(amina, telegram, shape=Shape.CHOICE, choices=choices))
    assert [[button.label for button in row] for row in amina.sees[0].keyboard] == [["Yes", "No"], ["Help, please"]]


async def test_a_scale_has_two_rows(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(say(amina, telegram, "How sure?", shape=Shape.SCALE))
    rows = [[button.label for button in row] for row in amina.sees[0].keyboard]
    assert rows == [["0", "1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"], ["Help now"]]


async def test_a_short_scale_has_one(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(say(amina, telegram, "How sure?", shape=Shape.SCALE, low=1, high=5, choices=(Choice("skip", "Skip"),)))
    assert [[button.label for button in row] for row in amina.sees[0].keyboard] == [["1", "2", "3", "4", "5"], ["Skip"], ["Help now"]]


async def test_a_choice_that_no_button_can_carry_is_left_out(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    sent = await outlet.send(say(amina, telegram, choices=(Choice("x" * 60, "Long"), Choice("yes", "Yes"))))
    assert isinstance(sent, Sent)
    assert amina.sees[0].labels == ["Yes", "Help now"]


async def test_human_words_carry_the_humans_name(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(say(amina, telegram, "I'm here.", author="Dana <coach>"))
    assert (amina.reads, amina.sees[0].bold) == (["Dana <coach>\nI'm here."], ["Dana <coach>"])


async def test_settled_in_place(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    sent = await outlet.send(ask(amina, telegram, "Yes", "No"))
    assert isinstance(sent, Sent)
    settled = say(amina, telegram, "What would help? Yes", settles=sent.platform_id)
    assert await outlet.send(settled) == sent
    assert await outlet.send(settled) == sent, "an edit that changes nothing is done"
    assert (amina.reads, amina.sees[0].keyboard, amina.sees[0].edits) == (["What would help? Yes"], (), 1)


async def test_what_is_gone_cannot_be_settled(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    assert await outlet.send(say(amina, telegram, settles="9")) == Permanent("Bad Request: message to edit not found")


@pytest.mark.parametrize("letter", ["word ", "x", "\N{BUG}", "&", "é"])
async def test_too_long_is_cut_never_split(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person, letter: str) -> None:
    spans = (Span("Start "), Span(letter * 5_000, strong=True), Span(letter * 3_000))
    assert isinstance(await outlet.send(say(amina, telegram, spans, again=True)), Sent)
    assert len(amina.sees) == 1
    assert amina.reads[0].endswith(f"…\n\n{AGAIN}")
    assert units(amina.reads[0]) <= LONGEST
    assert letter != "word " or amina.reads[0].removesuffix(f"…\n\n{AGAIN}").endswith("word")


async def test_a_text_of_exactly_the_limit_is_whole(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(say(amina, telegram, "&" * LONGEST))
    assert amina.reads == ["&" * LONGEST]


async def test_no_link_opens_a_preview(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(say(amina, telegram, "see https://example.org"))
    assert telegram.called("sendMessage")[0].arguments["link_preview_options"] == {"is_disabled": True}


# -- what is known of a send ---------------------------------------------------------------------------------------------------

FATES: list[tuple[Fault, Delivery | type[Delivery], int]] = [
    (Fault(Weather.LIMITED, wait=17), Refused(17.0, attempt=False), 0),
    (Fault(Weather.BROKEN, status=500), Refused(1.0), 0),
    (Fault(Weather.BROKEN, status=502), Refused(1.0), 0),
    (Fault(Weather.BROKEN, status=503), Refused(1.0), 0),
    (Fault(Weather.BROKEN, status=504), Ambiguous("status 504"), 0),
    (Fault(Weather.DROPPED), Ambiguous, 0),
    (Fault(Weather.RESET), Ambiguous, 1),
    (Fault(Weather.TRUNCATED), Ambiguous, 1),
    (Fault(Weather.HALF), Ambiguous("status 200"), 1),
    (Fault(Weather.PAGE), Ambiguous("status 200"), 1),
    (Fault(Weather.SLOW, wait=30), Ambiguous, 1),
    (Fault(Weather.DRIP), Ambiguous, 1),
    (Fault(Weather.SILENT), Ambiguous, 0),
    (Fault(Weather.ERROR, status=403, error="Forbidden: bot was blocked by the user"), Permanent, 0),
    (Fault(Weather.ERROR, status=403, error="Forbidden: user is deactivated"), Permanent, 0),
    (Fault(Weather.ERROR, status=400, error="Bad Request: chat not found"), Permanent("Bad Request: chat not found", gone=True), 0),
    (Fault(Weather.ERROR, status=400, error="Bad Request: BUTTON_DATA_INVALID"), Permanent("Bad Request: BUTTON_DATA_INVALID"), 0),
    (Fault(Weather.ERROR, status=401, error="Unauthorized"), Refused(60.0, "telegram", attempt=False), 0),
    (Fault(Weather.ERROR, status=404, error="Not Found"), Refused(60.0, "telegram", attempt=False), 0),
    (Fault(Weather.ERROR, status=413, error="Request Entity Too Large"), Permanent("Request Entity Too Large"), 0),
    (Fault(Weather.ERROR, status=429, error="Too Many Requests"), Refused(5.0, attempt=False), 0),
    (Fault(Weather.ERROR, status=500, error="Internal Server Error: restart"), Refused(1.0), 0),
]


@pytest.mark.shows("A12", "A13", "C1", "C2")
@pytest.mark.shows("C5", side="Telegram: the outcome of one send")
@pytest.mark.parametrize(("fault", "fate", "seen"), FATES, ids=lambda value: str(getattr(value, "weather", "")))
async def test_every_weather_has_its_outcome(
    telegram: TelegramStandIn,
    outlet: TelegramOutlet,
    amina: Person,
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault,
    fate: Delivery | type[Delivery],
    seen: int,
) -> None:
    monkeypatch.setattr(outlet_module, "TOTAL", 1)
    telegram.chaos.next("sendMessage", fault)
    sent = await outlet.send(ask(amina, telegram, "Yes"))
    assert sent == fate if not isinstance(fate, type) else isinstance(sent, fate)
    assert len(amina.sees) == seen
    assert len(telegram.called("sendMessage")) == 1, "nothing is tried twice by itself"


@pytest.mark.shows("C5", side="Telegram: the outcome of one send")
async def test_who_blocked_us_or_is_gone_is_gone(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    amina.blocks()
    assert await outlet.send(say(amina, telegram)) == Permanent("Forbidden: bot was blocked by the user", gone=True)
    amina.unblocks()
    assert isinstance(await outlet.send(say(amina, telegram)), Sent)
    amina.deactivates()
    assert await outlet.send(say(amina, telegram)) == Permanent("Forbidden: user is deactivated", gone=True)


async def test_a_connection_that_nobody_takes_never_left(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await telegram.down()
    assert await outlet.send(say(amina, telegram)) == Refused(5.0, "telegram", attempt=False)
    await telegram.up()
    assert isinstance(await outlet.send(say(amina, telegram)), Sent)


async def test_an_unknown_host_never_left(telegram: TelegramStandIn, amina: Person) -> None:
    bot = make_bot(telegram.token, "http://telegram.invalid")
    assert await TelegramOutlet(bot, PHRASES).send(say(amina, telegram)) == Refused(5.0, "telegram", attempt=False)
    await bot.session.close()


async def test_a_connection_that_is_never_made_never_left(
    telegram: TelegramStandIn, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "CONNECT", 0.1)
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        bot = make_bot(telegram.token, f"http://127.0.0.1:{full.getsockname()[1]}")
        assert await TelegramOutlet(bot, PHRASES).send(say(amina, telegram)) == Refused(5.0, "telegram", attempt=False)
        await bot.session.close()
        for one in waiting:
            one.close()


@pytest.mark.shows("A12")
async def test_the_copy_of_an_ambiguous_send_says_so(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    telegram.chaos.next("sendMessage", Fault(Weather.RESET))
    message = say(amina, telegram, "Hello")
    assert isinstance(await outlet.send(message), Ambiguous)
    assert await outlet.look_for(message) == Unknowable()
    assert isinstance(await outlet.send(replace(message, again=True)), Sent)
    assert amina.reads == ["Hello", f"Hello\n\n{AGAIN}"]


async def test_an_address_that_is_no_chat(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    message = say(amina, telegram)
    nowhere = replace(message, address=replace(message.address, person="U123", place="D123"))
    assert isinstance(await outlet.send(nowhere), Permanent)
    assert telegram.calls == []


@pytest.mark.shows("C1")
async def test_a_storm_never_raises(telegram: TelegramStandIn, outlet: TelegramOutlet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlet_module, "TOTAL", 1)
    people = [telegram.person(str(number)) for number in range(40)]
    telegram.chaos.storm(3, 0.8, [fault for fault, _, _ in FATES], ["sendMessage"])
    fates = await asyncio.gather(*(outlet.send(say(person, telegram)) for person in people))
    for person, fate in zip(people, fates, strict=True):
        assert len(person.sees) == 1 if isinstance(fate, Sent) else len(person.sees) <= isinstance(fate, Ambiguous)


# -- the way there -------------------------------------------------------------------------------------------------------------


async def test_the_hospitals_proxy_is_used(telegram: TelegramStandIn, amina: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def pass_on(request: web.Request) -> web.Response:
        asked.append(request.raw_path)
        return web.json_response({"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}, status=403)

    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", pass_on)
    async with TestServer(app) as proxy:
        monkeypatch.setenv("HTTP_PROXY", str(proxy.make_url("")))
        monkeypatch.delenv("NO_PROXY", raising=False)
        bot = make_bot(telegram.token, "http://telegram.invalid")
        sent = await TelegramOutlet(bot, PHRASES).send(say(amina, telegram))
        await bot.session.close()
    assert isinstance(sent, Permanent)
    assert [path.endswith("/sendMessage") for path in asked] == [True]


async def test_a_proxy_that_says_no_is_not_telegram(telegram: TelegramStandIn, amina: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(request: web.Request) -> web.Response:
        return web.Response(status=403, text="<h1>This site is not for work</h1>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", refuse)
    async with TestServer(app) as proxy:
        monkeypatch.setenv("HTTP_PROXY", str(proxy.make_url("")))
        bot = make_bot(telegram.token, "http://telegram.invalid")
        assert await TelegramOutlet(bot, PHRASES).send(say(amina, telegram)) == Refused(1.0)
        await bot.session.close()


async def test_the_hospitals_certificates_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "empty.pem").touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "empty.pem"))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    trusted = client.Session("https://api.telegram.org")._connector_init["ssl"].get_ca_certs()
    assert trusted == []


def test_a_bad_token_is_a_clear_sentence() -> None:
    with pytest.raises(SettingsError, match="COACHBOT_TELEGRAM__TOKEN"):
        make_bot("not a token")


async def test_errors_do_not_hold_the_token(telegram: TelegramStandIn, bot: Bot, amina: Person) -> None:
    secret = telegram.token.partition(":")[2]
    await telegram.down()
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
        await bot.get_me()
    assert secret not in f"{caught.value}{caught.value!r}{caught.value.__cause__!r}"
