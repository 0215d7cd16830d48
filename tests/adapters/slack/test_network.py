"""A hospital's network: a proxy, exceptions from it, certificates of its own; connections that lie; a graceful end."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import random
import ssl
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.adapters.slack.app import SlackApp
from bot.adapters.slack.client import close_client, open_client
from bot.adapters.slack.outlet import SlackOutlet
from bot.adapters.slack.socket import proxy_for
from coaching.delivery import Refused, Sent
from coaching.errors import ContentError, SettingsError
from standins.chaos import Fault, Weather
from standins.slack.server import APP_TOKEN
from tests.adapters.slack.conftest import LABELS, QUICK, World, until, with_http, with_socket

ROOT = str(Path(__file__).resolve().parents[3])


@asynccontextmanager
async def proxy() -> AsyncIterator[tuple[str, list[str]]]:
    """A proxy that notes what it is asked for and refuses."""
    asked: list[str] = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).decode().splitlines()[0])
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked


async def test_the_proxy_is_used_and_its_refusal_is_no_send(http: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async with proxy() as (url, asked):
        monkeypatch.setenv("HTTPS_PROXY", url)
        client = await open_client("xoxb", "https://slack.example/api/")
        outlet = SlackOutlet(client, http.clock, help_now="", again_mark="")
        assert await outlet.send(http.say()) == Refused(5.0)
        assert asked == ["CONNECT slack.example:443 HTTP/1.1"]
        await close_client(client)


async def test_places_that_need_no_proxy_are_reached_without(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1,localhost")
    async with AsyncExitStack() as stack:
        world = await with_socket(stack)
        assert isinstance(await world.outlet.send(world.say()), Sent)
    assert proxy_for("wss://wss-primary.slack.com/link/?ticket=1") == "http://127.0.0.1:9"
    assert proxy_for("ws://127.0.0.1:1/link") is None
    assert proxy_for("nonsense") is None


CALL = """
import asyncio, sys
from bot.adapters.slack.client import close_client, open_client

async def main():
    client = await open_client("xoxb", sys.argv[1])
    try:
        await client.auth_test()
    except Exception as error:
        print(type(error).__name__)
    await close_client(client)

asyncio.run(main())
"""


@pytest.mark.parametrize(("trusted", "answer"), [(True, "SlackApiError"), (False, "ClientConnectorCertificateError")])
async def test_certificates_of_the_house_are_trusted_by_ssl_cert_file(tmp_path: Path, trusted: bool, answer: str) -> None:
    """Answered with no JSON means that TLS stood."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path))

    async def page(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nhi")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(page, "127.0.0.1", 0, ssl=context) as server:
        url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/"
        environment = {"SSL_CERT_FILE": str(tmp_path / "house.pem")} if trusted else {}
        run = await asyncio.create_subprocess_exec(
            sys.executable, "-c", CALL, url, stdout=asyncio.subprocess.PIPE, env={"PYTHONPATH": ROOT, **environment}
        )
        out, _ = await run.communicate()
    assert out.decode().strip() == answer


def certificate(folder: Path) -> Path:
    """A certificate for loopback that signs itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "house")])
    today = datetime.datetime.now(datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = built.public_bytes(serialization.Encoding.PEM)
    pem += key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "house.pem").write_bytes(pem)
    return folder / "house.pem"


# -- connections ---------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("C4", part="the connection itself; the canary belongs to a later issue")
async def test_a_connection_that_dispatches_nothing_is_replaced_on_demand(socket: World) -> None:
    socket.slack.sockets.links[0].mute = True
    says = asyncio.create_task(socket.slack.person("U1").says("hello"))
    await asyncio.sleep(0.02)
    assert not socket.store.taken
    assert socket.app.socket
    await socket.app.socket.renew()
    await until(lambda: socket.slack.sockets.opened == 2 and len(socket.slack.sockets.links) == 1)
    await socket.clock.move(3)
    await says
    assert socket.store.words() == ["hello"]


@pytest.mark.shows("A7")
async def test_a_storm_of_duplicates_over_three_sockets_and_http() -> None:
    """A hundred messages, each delivered one to six times more, shuffled, over every way in."""
    async with AsyncExitStack() as stack:
        world = await with_http(stack)
        apps = [await another(stack, world) for _ in range(3)]
        await until(lambda: len(world.slack.sockets.links) == 3)
        nurses = [world.slack.person(f"U{number}") for number in range(1, 6)]
        for number in range(100):
            await nurses[number % 5].says(f"message {number}")
        dice = random.Random(20261123)
        copies = [record for record in world.slack.deliveries for _ in range(dice.randint(1, 6))]
        dice.shuffle(copies)
        ways = [world.slack.redeliver(record, dice.randint(0, 3), dice.choice(["http", "socket"])) for record in copies]
        attempts = await asyncio.gather(*ways)
        assert not [attempt.failed for attempt in attempts if attempt.failed]
        assert sorted(world.store.words()) == sorted(f"message {number}" for number in range(100))
        assert world.store.calls == 100 + len(copies)
        assert len(apps) == 3


async def another(stack: AsyncExitStack, world: World) -> SlackApp:
    """One more process of ours, on a socket of its own, with the same store."""
    app_client = await open_client(APP_TOKEN, world.slack.url)
    stack.push_async_callback(close_client, app_client)
    app = SlackApp(world.client, world.store, world.desk, world.clock, LABELS, app_client=app_client, pace=QUICK)
    await app.start()
    stack.push_async_callback(app.stop)
    return app


@pytest.mark.shows("A15")
async def test_a_graceful_end_finishes_what_is_being_stored(socket: World) -> None:
    socket.store.gate = asyncio.Event()
    says = asyncio.create_task(socket.slack.person("U1").says("hello"))
    await until(lambda: socket.store.calls == 1)
    stop = asyncio.create_task(socket.app.stop())
    await asyncio.sleep(0.02)
    assert not stop.done()
    socket.store.gate.set()
    await stop
    assert socket.store.words() == ["hello"]
    await until(lambda: bool(socket.slack.deliveries[-1].attempts))
    assert socket.slack.deliveries[-1].acked()
    await says


# -- start-up ------------------------------------------------------------------------------------------------------------------


async def test_it_refuses_to_start_without_secrets_or_labels(http: World) -> None:
    with pytest.raises(SettingsError, match="COACHBOT_SLACK__SIGNING_SECRET"):
        SlackApp(http.client, http.store, http.desk, http.clock, LABELS)
    with pytest.raises(ContentError, match=r"slack\.home\.title"):
        SlackApp(http.client, http.store, http.desk, http.clock, {**LABELS, "slack.home.title": ""}, signing_secret="x")


async def test_a_slack_that_is_away_at_the_start_is_waited_for(http: World) -> None:
    http.slack.chaos.next("auth.test", Fault(Weather.BROKEN), Fault(Weather.RESET), Fault(Weather.PAGE))
    app = SlackApp(http.client, http.store, http.desk, http.clock, LABELS, signing_secret="x", pace=QUICK)
    await app.start()
    await asyncio.wait_for(app.ready.wait(), 5)
    assert app.ours == http.app.ours
    await app.stop()
