"""What the checks of a web application look for beside signing in, and that the table that answers them names tests that there are."""

from __future__ import annotations

import ast
import math
import re
from copy import deepcopy
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from coachbot.timekeeping import FreshNames
from coaching.staff import Role
from console.door import TOKEN
from console.signing import CODE
from console.ways import HOME
from tests.console.test_matrix import FIELDS, rows
from tests.console.world import BY_ROLE, World, furnished

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs/guide/console-security.md"
NAMED = re.compile(r"`(tests/[a-z_/]+\.py)::(test_\w+)`")
CHECKS = {  # of E6 and E7: each is answered by a row
    "IDOR", "Mass assignment", "CSRF", "Open redirect", "Session fixation", "Cookie flags", "CSP", "WebSocket origin", "Login rate limit",
    "Link scanner: GET", "Link scanner: HEAD", "Link scanner: POST without a seal", "A code twice", "A code in another browser",
    "A code that is too old", "The right person still gets in",
}  # fmt: skip
COACH = BY_ROLE[Role.COACH]
EVIL = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}


async def paths(world: World, method: str) -> tuple[TestClient, list[str]]:
    """A coach's browser, and every address that answers this method; the stream, which has no end, left out."""
    return await world.signed_in(COACH), [path for name, way, path in rows(world) if way == method and name != "events"]


@pytest.mark.shows("E6", side="WS Origin: there is no socket, and nothing is shared with another origin")
async def test_nothing_is_shared_with_another_origin():
    world = furnished(World())
    browser, looked = await paths(world, "GET")
    for path in looked:
        headers = browser.get(path, headers=EVIL).headers
        assert [name for name in headers if name.startswith("access-control-")] == []
        assert headers["cross-origin-resource-policy"] == "same-origin"
        preflight = browser.options(path, headers={**EVIL, "access-control-request-method": "POST"})
        assert (preflight.status_code, "access-control-allow-origin" in preflight.headers) == (405, False)


@pytest.mark.shows("E6", side="WS Origin: there is no socket, and nothing is shared with another origin")
async def test_no_address_takes_a_socket():
    world = furnished(World())
    browser, looked = await paths(world, "GET")
    for path in (*looked, f"{HOME}/events"):
        with pytest.raises(WebSocketDisconnect), browser.websocket_connect(path.replace(HOME, f"wss://coach.example.org{HOME}")):
            pass


@pytest.mark.shows("E6", side="CSRF: what looks changes nothing")
async def test_whatever_is_only_looked_at_changes_nothing():
    world = furnished(World())
    browser, looked = await paths(world, "GET")
    parts = (world.desk.moved, world.care.done, world.roll.people, world.welfare.records, world.welfare.log, world.post.sent)
    before = deepcopy(parts)
    for path in looked:
        browser.get(path, params=FIELDS)
        browser.head(path)
    assert parts == before
    assert [login.staff_id for login in world.logins.held.values()] == [COACH.id]


@pytest.mark.shows("E6", side="methods")
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "GET", "POST"])
async def test_each_address_takes_its_own_method_alone(method: str):
    world = furnished(World())
    browser, both = await world.signed_in(COACH), {path for _, way, path in rows(world) if way == method}
    others = {path for _, _, path in rows(world)} - both
    assert others
    assert {browser.request(method, path).status_code for path in others} <= {405, 404 if method == "GET" else 405}


@pytest.mark.shows("E6", side="tokens that cannot be guessed")
@pytest.mark.parametrize(("length", "bits"), [(TOKEN, 128), (CODE, 20)])
def test_tokens_and_codes_have_enough_chance_in_them(length: int, bits: int):
    drawn = [FreshNames().code(length) for _ in range(400)]
    letters = set("".join(drawn))
    assert {len(each) for each in drawn} == {length}
    assert len(set(drawn)) == len(drawn)
    assert length * math.log2(len(letters)) >= bits


@pytest.mark.shows("E6", "E7", side="the table: 100 % answered")
def test_the_table_answers_every_check_with_tests_that_there_are():
    text = TABLE.read_text("utf-8")
    answered = {line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|") and NAMED.search(line)}
    assert CHECKS - answered == set()
    named = set(NAMED.findall(text))
    known = {
        (file, each.name) for file, _ in named for each in ast.walk(tree(file)) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert named - known == set()


def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text("utf-8"))
