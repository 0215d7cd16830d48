"""Signatures nobody but Slack can make, JSON of every shape, and words that would like to be markup."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from bot.adapters.slack.blocks import blocks_of, fallback
from bot.adapters.slack.reading import Origin, Ours, read
from bot.adapters.slack.views import form, home
from coaching.goal import Goal
from coaching.message import Choice, Inbound, Kind, Lane, Outbound, Press, Shape
from coaching.participant import Address, Channel
from coaching.ports import Glance
from coaching.words import Span, text_of
from standins.slack.server import SECRET
from standins.slack.sight import alive_in, alive_in_block
from standins.slack.workspace import BOT_USER, TEAM, Message
from tests.adapters.slack.conftest import LABELS, World

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STAMP = int(NOW.timestamp())
OURS = Ours(TEAM, BOT_USER, "B0BOT")
BODY = json.dumps({"type": "event_callback", "event": {"type": "message"}}).encode()


# -- E1: signatures ------------------------------------------------------------------------------------------------------------


def proof(secret: str = SECRET, stamp: object = STAMP, body: bytes = BODY, version: str = "v0") -> str:
    return f"{version}=" + hmac.new(secret.encode(), f"{version}:{stamp}:".encode() + body, hashlib.sha256).hexdigest()


def headers(stamp: object = STAMP, signature: object = None) -> list[tuple[bytes, bytes]]:
    given = {b"x-slack-request-timestamp": stamp, b"x-slack-signature": proof(stamp=stamp) if signature is None else signature}
    return [(name, value if isinstance(value, bytes) else str(value).encode("latin-1")) for name, value in given.items()]


def hostile() -> Iterator[tuple[str, list[tuple[bytes, bytes]], bytes]]:
    """Name, headers, body."""
    odd: list[str | bytes] = [
        "abc",
        "",
        " ",
        "1e9",
        "9" * 5000,
        "-1",
        "+1",
        "0x10",
        "1_0",
        "1.5",
        "NaN",
        "inf",
        "٣٤٥".encode(),
        "\u00b2".encode(),
        "0",
    ]
    odd += [f"{STAMP} ", f" {STAMP}x", f"{STAMP}.0", f"0{STAMP}0", "-" + str(STAMP), f"{STAMP},{STAMP}", b"\xff\xfe", "None", "[]"]
    yield from ((f"timestamp {number}", headers(stamp, "v0=" + "0" * 64), BODY) for number, stamp in enumerate(odd))
    yield from (
        (f"timestamp {number} signed", headers(stamp, proof(stamp=stamp)), BODY)
        for number, stamp in enumerate(odd)
        if isinstance(stamp, str) and stamp.strip() != str(STAMP)
    )
    for off in (301, 302, 600, 3600, 86_400, 31 * 86_400, 10**9):
        yield f"{off} s old", headers(STAMP - off), BODY
        yield f"{off} s ahead", headers(STAMP + off), BODY
    right = proof()
    wrong: list[str | bytes] = [
        "",
        " ",
        "v0",
        "v0=",
        "v0=0",
        "v0=" + "0" * 64,
        "v0=" + "g" * 64,
        right[:-1],
        right + "0",
        right.upper(),
        right[3:],
    ]
    wrong += [proof(version="v1"), right.replace("v0=", "v1="), right.replace("v0=", "V0="), f" {right[:-1]}", f"{right},{right}", "é" * 67]
    wrong += [b"v0=\xff\xfe" + b"0" * 62, "v0=" + "0" * 5000, "Bearer " + SECRET, SECRET, proof("wrong"), proof(""), proof(SECRET + " ")]
    yield from ((f"signature {number}", headers(signature=signature), BODY) for number, signature in enumerate(wrong))
    bodies = [b"", BODY + b" ", b" " + BODY, BODY.replace(b": ", b":"), BODY.replace(b"m", b"\\u006d"), b"\xff\xfe" + BODY, BODY + b"\x00"]
    bodies += [BODY.decode().encode("utf-16"), quote(BODY).encode(), b"payload=" + quote(BODY).encode(), BODY * 2, b"\xed\xa0\x80"]
    yield from ((f"body {number}", headers(), body) for number, body in enumerate(bodies))
    one, two = headers()
    for name, doubled in {"no headers": [], "no signature": [one], "no timestamp": [two], "two signatures": [one, two, two],
                          "two timestamps": [one, one, two], "right and wrong": [one, two, (two[0], b"v0=0")],
                          "wrong and right": [one, (two[0], b"v0=0"), two], "old and new": [(one[0], b"1"), one, two]}.items():  # fmt: skip
        yield name, doubled, BODY


CORPUS = list(hostile())


@pytest.mark.shows("E1")
async def test_no_forged_request_gets_in(http: World) -> None:
    assert len(CORPUS) >= 60
    assert await statuses(http, CORPUS) == {name: 401 for name, _, _ in CORPUS}
    assert not http.store.calls
    assert await statuses(http, [("right", headers(), BODY)]) == {"right": 200}


@pytest.mark.shows("E1")
async def test_the_window_is_five_minutes_either_way(http: World) -> None:
    inside = [(str(off), headers(STAMP + off), BODY) for off in (-300, -299, 0, 299, 300)]
    assert set((await statuses(http, inside)).values()) == {200}


@pytest.mark.shows("E1")
async def test_a_recorded_delivery_cannot_be_replayed_later(http: World) -> None:
    recorded = ("recorded", headers(), BODY)
    assert await statuses(http, [recorded]) == {"recorded": 200}
    await http.clock.move(301)
    assert await statuses(http, [recorded]) == {"recorded": 401}


async def test_well_signed_nonsense_is_refused_quietly(http: World) -> None:
    bodies = [b"", b"null", b"[]", b"7", b'"x"', b"{", b"payload=", b"payload=null", b"payload={", b"=", b"\xff", b"a" * 1000]
    bodies += [b"[" * 100_000, b'{"a":' * 100_000, b'{"a": ' + b"9" * 5000 + b"}", b'{"a": NaN', b"payload=" + b"%5B" * 50_000]
    signed = [(str(number), headers(signature=proof(body=body)), body) for number, body in enumerate(bodies)]
    assert set((await statuses(http, signed)).values()) <= {200, 400}
    large = b'{"a": "' + b"x" * (1 << 20) + b'"}'
    assert await statuses(http, [("large", headers(signature=proof(body=large)), large)]) == {"large": 413}
    assert await statuses(http, [("right", headers(), BODY)]) == {"right": 200}


async def test_the_url_is_verified(http: World) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB", "token": "t"}).encode()
    assert b"3eZbrw1aB" in await sent(http, headers(signature=proof(body=body)), body)


async def statuses(world: World, requests: list[tuple[str, list[tuple[bytes, bytes]], bytes]]) -> dict[str, int]:
    return {name: int((await sent(world, given, body)).split(b" ")[1]) for name, given, body in requests}


async def sent(world: World, given: list[tuple[bytes, bytes]], body: bytes) -> bytes:
    """A request byte for byte, as no client would write it; the whole answer."""
    url = urlsplit(world.slack.courier.url)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    lines = [b"POST /slack/events HTTP/1.1", b"host: x", b"connection: close", b"content-type: application/json"]
    lines += [b"content-length: " + str(len(body)).encode(), *(name + b": " + value for name, value in given)]
    writer.write(b"\r\n".join(lines) + b"\r\n\r\n" + body)
    answer = await reader.read()
    writer.close()
    return answer or b"HTTP/1.1 400 "


# -- E2: JSON ------------------------------------------------------------------------------------------------------------------

MESSAGE = {"type": "message", "user": "U1", "channel": "DU1", "channel_type": "im", "ts": "1764000000.000100", "text": "hello"}
ODD: list[Any] = [None, True, 0, -1, 1.5, float("nan"), float("inf"), 10**40, "", " ", "\x00", "\ud800", "\u202egnp"]
ODD += ["z\u0335\u0337" * 99, "😀" * 40_000, [], [None], {}, {"a": None}, [[]], {"text": {"text": []}}, "x" * 5000, "D" * 200]
ODD += ["1e400", "99999999999.1"]


def deep(depth: int) -> Any:
    found: Any = "bottom"
    for _ in range(depth):
        found = {"event": found}
    return found


def bases() -> dict[str, dict[str, Any]]:
    """One good delivery of each kind."""
    edited = {**MESSAGE, "text": "new", "edited": {"user": "U1", "ts": "1764000001.000100"}}
    gesture: dict[str, Any] = {"user": {"id": "U1"}, "team": {"id": TEAM}, "trigger_id": "1.2.3"}
    where = {"channel": "DU1", "channel_type": "im"}
    return {
        "message": event(MESSAGE),
        "file": event({**MESSAGE, "subtype": "file_share", "files": [{"mimetype": "image/png"}]}),
        "changed": event({"type": "message", "subtype": "message_changed", "message": edited, "previous_message": MESSAGE, **where}),
        "deleted": event(
            {"type": "message", "subtype": "message_deleted", "deleted_ts": MESSAGE["ts"], "previous_message": MESSAGE, **where}
        ),
        "home": event({"type": "app_home_opened", "user": "U1", "channel": "DU1", "tab": "messages", "event_ts": "1764000000.0001"}),
        "press": {
            "type": "block_actions",
            **gesture,
            "container": {"type": "message", "message_ts": "1764000000.000100", "channel_id": "DU1"},
            "channel": {"id": "DU1"},
            "actions": [{"action_id": "answer.yes", "value": "01Q yes", "action_ts": "1764000000.000200", "type": "button"}],
        },
        "form": {
            "type": "view_submission",
            **gesture,
            "view": {
                "id": "V1",
                "hash": "1.a",
                "callback_id": "form.woop",
                "private_metadata": '{"place": "DU1"}',
                "state": {"values": {"wish": {"said": {"type": "plain_text_input", "value": "sleep"}}}},
            },
        },
        "shortcut": {"type": "shortcut", **gesture, "callback_id": "human", "action_ts": "1764000000.000300"},
        "command": {"command": "/coach", "text": "woop", "user_id": "U1", "trigger_id": "1.2.3", "channel_name": "directmessage"},
    }


def event(body: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": TEAM, "event_id": "Ev1", "event": dict(body)}


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inside:
        yield from paths(part, (*path, key))


def with_at(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    if new is KeyError and len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = with_at(value[path[0]], path[1:], new)
    return copy


def shapes() -> Iterator[tuple[str, Any]]:
    """Every part of every good delivery: missing, and as everything else."""
    for name, base in bases().items():
        for path in paths(base):
            yield f"{name} without {path}", with_at(base, path, KeyError)
            yield from ((f"{name} {path} {number}", with_at(base, path, odd)) for number, odd in enumerate(ODD))
    yield from ((f"alone {number}", odd) for number, odd in enumerate(ODD))
    yield "deep", deep(900)
    for kind in ("message.im", "reaction_added", "team_join", "x" * 300, "tokens_revoked", "app_rate_limited", "pin_added"):
        yield f"event {kind}", event({**MESSAGE, "type": kind})
        yield f"subtype {kind}", event({**MESSAGE, "subtype": kind})
        yield f"type {kind}", {"type": kind}


@pytest.mark.parametrize("name", list(bases()))
def test_a_good_delivery_of_each_kind_is_read(name: str) -> None:
    assert isinstance(read(bases()[name], OURS, NOW), Inbound)


@pytest.mark.shows("E2")
def test_any_json_is_read_or_left() -> None:
    """Nothing raises, and what is read can be stored and names its person."""
    count = 0
    for name, payload in shapes():
        inbound = read(payload, OURS, NOW)
        count += 1
        if inbound is not None:
            json.dumps([inbound.keys, inbound.words.text, inbound.address.person]).encode()
            assert inbound.words.text.encode("utf-8") is not None, name
            assert "\x00" not in inbound.words.text + "".join(inbound.keys), name
            assert inbound.address.person.startswith("U"), name
            assert inbound.keys, name
    assert count > 3000


@pytest.mark.shows("E2")
async def test_odd_json_over_the_wire_is_answered_and_the_process_lives(http: World) -> None:
    chosen = random.Random(20261123).sample(list(shapes()), 300)
    requests = []
    for name, payload in chosen:
        body = json.dumps(payload).encode()
        requests.append((name, headers(signature=proof(body=body)), body))
    found = await statuses(http, requests)
    assert {name: status for name, status in found.items() if status not in (200, 400)} == {}
    assert await statuses(http, [("right", headers(), BODY)]) == {"right": 200}


# -- E3: words that would be markup --------------------------------------------------------------------------------------------

MARKUP = [
    "<!channel>", "<!here>", "<!everyone>", "<!here|here>", "<@U0BOT>", "<@U1|nurse>", "<#C1>", "<#C1|general>", "<!subteam^S1>",
    "<!subteam^S1|@staff>", "<!date^1392734382^{date}|x>", "<https://evil.example|NHS>", "<https://evil.example>", "https://evil.example",
    "http://evil.example/a?b=c#d", "<mailto:a@b.c|write>", "a@evil.example", "<tel:999|ring>", "*bold*", "_leaning_", "~gone~", "`code`",
    "```block```", "> quote", ">>> all", "&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", "&#60;!channel&#62;", "<<!channel>>",
    "<!<!channel>>", "<!chan\x00nel>", "<!chan\u200bnel>", "\u202e<lennahc!>", "＜!channel＞", "@channel", "@here", "@everyone", "#general",
    ":rotating_light:", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "[NHS](https://evil.example)",
    "![x](https://evil.example/x.png)", "# heading", "- [ ] task", "\x1b[31mred\x1b[0m", "\x07bell", "a\r\nb", "line\u2028sep", "{{label}}",
    "{wish}", "%s%n", "\ud83d", "😀" * 1000, "z\u0335\u0337" * 200, "*_~`<!channel>`~_*", "<!channel|<!here>>", "<@", "<!", "@U0BOT",
    "<!channel\n>", "<https://evil.example|<!channel>>", "* <!channel> *", "`<!channel>`", "&<!channel>;", "\u2066<!channel>\u2069",
]  # fmt: skip


def address() -> Address:
    return Address(Channel.SLACK, TEAM, "U1", "DU1")


@pytest.mark.shows("E3", side="Slack messages, home and forms")
@pytest.mark.parametrize("words", MARKUP)
def test_words_stay_words(words: str) -> None:
    outbound = Outbound("01A", address(), Lane.REPLY, (Span("Your wish: "), Span(words, strong=True)), Shape.CHOICE, (Choice("a", words),))
    blocks = [block.to_dict() for block in blocks_of(outbound, "Help now")]
    message = Message("1.0", "DU1", BOT_USER, fallback(outbound), blocks, bot="B0BOT", mrkdwn=False)
    assert list(alive_in(message)) == []
    goal = Goal("G", words, "woop")
    for view in (
        home(Glance(True, "with_bot", (goal,), ""), LABELS, words),
        form("woop", ["wish"], {**LABELS, "slack.form.woop.wish": words}, Origin()),
    ):
        assert list(alive_in_block(view.to_dict()["blocks"])) == []
    json.dumps(message.as_json(), ensure_ascii=False).encode("utf-8")


@pytest.mark.shows("E3", side="Slack messages, home and forms")
async def test_words_stay_words_on_the_wire(http: World) -> None:
    assert len(MARKUP) >= 60
    nurse = http.slack.person("U1")
    for number, words in enumerate(MARKUP):
        await http.outlet.send(http.say(f"01{number}", rich=text_of(f"You said: {words}"), author=words[:20] or "x"))
    assert len(nurse.sees) == len(MARKUP)
    assert [seen.alive for seen in nurse.sees if seen.alive] == []


def test_what_people_mention_comes_in_as_words() -> None:
    typed = "tell <@U2> in <#C1|ward> and <!here> see <https://x.org|x.org> <https://y.org> <!subteam^S1|@nights> a &lt;b&gt; &amp;amp;"
    inbound = read(event({**MESSAGE, "text": typed}), OURS, NOW)
    assert inbound
    assert inbound.words.text == "tell @someone in #ward and @here see x.org https://y.org @nights a <b> &amp;"


@pytest.mark.parametrize("value", ["", "01Q", "01Q yes no", "01Q  yes", "a" * 65 + " yes", "01Q \n", "é yes", None, 7])
def test_a_malformed_button_asks_nobodys_question(value: object) -> None:
    press = bases()["press"]
    press["actions"][0]["value"] = value
    inbound = read(press, OURS, NOW)
    assert inbound
    assert inbound.kind is Kind.PRESS
    assert inbound.press == Press("", "")
