"""Signing in through an identity provider, a real one on loopback."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiohttp import web
from starlette.testclient import TestClient

from coachbot.timekeeping import WallClock
from console.ports import NotSignedIn, Trip
from console.provider import Client, OidcProvider, challenge_of
from console.ways import HOME
from tests.console.world import World

pytestmark = pytest.mark.filterwarnings("ignore:get_jwt_config")  # of the provider's own library
TRIP = Trip("state", "nonce", "v" * 64, "https://coach.example.org/console/sign-in/back")
BACK = f"{HOME}/sign-in/back"


def provider(issuer: str, **more: Any) -> OidcProvider:
    return OidcProvider(Client(**({"issuer": issuer, "id": "coachbot", "secret": "secret"} | more)), WallClock())


async def code_of(address: str, sub: str) -> dict[str, str]:
    """What the provider sends the browser back with, after this person has signed in there."""
    async with aiohttp.ClientSession() as session, session.post(address, data={"sub": sub}, allow_redirects=False) as answer:
        assert answer.status == 302, await answer.text()
        return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


async def left(world: World) -> tuple[TestClient, str]:
    """A browser that has left for the provider, and where it went."""
    browser = world.browser()
    answer = await asyncio.to_thread(browser.get, f"{HOME}/sign-in/provider")
    assert answer.status_code == 303
    return browser, answer.headers["location"]


async def back(browser: TestClient, **query: str) -> Any:
    return await asyncio.to_thread(browser.get, BACK, params=query)


async def test_whoever_the_provider_vouches_for_is_in(issuer: str):
    world = World(provider=provider(issuer))
    browser, address = await left(world)
    asked = parse_qs(urlsplit(address).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"https://coach.example.org{BACK}"]
    answer = await back(browser, **await code_of(address, "1"))
    assert (answer.status_code, answer.headers["location"]) == (303, HOME)
    assert [login.staff_id for login in world.logins.held.values()] == ["amina"]
    assert list(world.logins.held) == [browser.cookies["__Host-login"]]


@pytest.mark.shows("E6", side="who the provider vouches for")
@pytest.mark.parametrize("sub", ["2", "3", "4", "5"])
async def test_no_verified_address_of_the_staff_no_login(issuer: str, sub: str):
    world = World(provider=provider(issuer))
    browser, address = await left(world)
    answer = await back(browser, **await code_of(address, sub))
    assert (answer.status_code, world.logins.held) == (403, {})


@pytest.mark.shows("E6", side="login CSRF through the provider")
async def test_an_answer_is_good_in_the_browser_that_left_alone(issuer: str):
    world = World(provider=provider(issuer))
    browser, address = await left(world)
    query = await code_of(address, "1")
    other, _ = await left(world)
    for each in (other, world.browser()):
        assert (await back(each, **query)).status_code == 403
    for wrong in ({"state": "x", "code": query["code"]}, {"code": query["code"]}, {"state": query["state"]}, {}):
        assert (await back(browser, **wrong)).status_code == 403
    assert world.logins.held == {}
    assert (await back(browser, **query)).status_code == 303


async def test_an_answer_is_good_once(issuer: str):
    world = World(provider=provider(issuer))
    browser, address = await left(world)
    query, before = await code_of(address, "1"), dict(browser.cookies)
    assert (await back(browser, **query)).status_code == 303
    again = world.browser()
    for name, value in before.items():
        again.cookies.set(name, value)
    assert (await back(again, **query)).status_code == 403


async def test_a_token_for_another_trip_is_refused(issuer: str):
    """The code is good, and the token is real; but it was made for another nonce."""
    asked = provider(issuer)
    query = await code_of(await asked.address(TRIP), "1")
    with pytest.raises(NotSignedIn, match="not good"):
        await asked.email(replace(TRIP, nonce="another"), query["code"])


async def test_a_provider_that_is_away_lets_nobody_in():
    world = World(provider=provider("http://127.0.0.1:9"))
    answer = await asyncio.to_thread(world.browser().get, f"{HOME}/sign-in/provider")
    assert (answer.status_code, "work account did not let you in" in answer.text) == (403, True)


@pytest.mark.parametrize("issuer", ["http://id.example.org", "ftp://127.0.0.1", "file:///etc/passwd", ""])
async def test_only_https_or_this_machine(issuer: str):
    with pytest.raises(NotSignedIn, match="cannot be used"):
        await provider(issuer).address(TRIP)


def test_the_challenge_is_that_of_the_standard():
    """The example of RFC 7636, appendix B."""
    assert challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize("told", ["not json", "[]", '{"issuer": "https://evil.example"}', '{"issuer": "HERE"}', "x" * 300_000])
async def test_a_provider_that_answers_nonsense(told: str):
    here: list[str] = []
    app = web.Application()

    async def answer(request: web.Request) -> web.Response:
        return web.Response(text=told.replace("HERE", here[0]))

    app.router.add_get("/.well-known/openid-configuration", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    here.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
    with pytest.raises(NotSignedIn):
        await provider(here[0]).address(TRIP)
    await runner.cleanup()
