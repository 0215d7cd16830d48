"""Signing in: who gets in, who does not, and what a stranger learns."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pyotp import TOTP
from starlette.testclient import TestClient

from coachbot.timekeeping import FreshNames
from coaching.staff import Role
from console.app import Lobby
from console.door import Door
from console.pages import Pages
from console.showing import Showing
from console.signing import ASKS_EACH, ASKS_FROM
from console.views import Notice
from console.ways import HOME, WAYS
from tests.console.world import BY_ROLE, NOON, PEOPLE, SEAL, World, furnished, labels, posted, seal_in

COACH, LEAD = BY_ROLE[Role.COACH], BY_ROLE[Role.SAFETY_LEAD]
CODE_PAGE = f"{HOME}/sign-in/code"
GIVE = f"{CODE_PAGE}/give"


def asked(world: World, who: str = "Amina", browser: TestClient | None = None) -> TestClient:
    """A browser that has asked for a code."""
    browser = browser or world.browser()
    answer = posted(browser, f"{HOME}/sign-in", CODE_PAGE, who=who)
    assert (answer.status_code, answer.headers["location"]) == (303, CODE_PAGE)
    return browser


def given(browser: TestClient, code: str) -> Any:
    return posted(browser, CODE_PAGE, GIVE, code=code)


def is_in(browser: TestClient) -> bool:
    return browser.get(f"{HOME}/week").status_code == 200


def is_out(world: World, browser: TestClient) -> bool:
    return not is_in(browser) and world.logins.held == {}


# -- by a code ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["Amina", "amina", " @UAMINA ", "amina@example.org", "AMINA@EXAMPLE.ORG"])
def test_a_code_lets_in(who: str):
    world = World()
    browser = asked(world, who)
    [(person, code)] = world.post.sent
    assert person == "amina"
    answer = given(browser, f" {code[:4].lower()}-{code[4:]} ")
    assert (answer.status_code, answer.headers["location"]) == (303, HOME)
    assert is_in(browser)


@pytest.mark.shows("E6", side="who is on the staff is told to nobody")
def test_the_answer_is_the_same_whether_or_not_somebody_is_known():
    world = World()
    answers = []
    for who in ("Amina", "Nobody", "", "amina@elsewhere.org"):
        browser = world.browser()
        answer = posted(browser, f"{HOME}/sign-in", CODE_PAGE, who=who)
        shape = {name: re.sub("[A-Z0-9]{32}", "TOKEN", value) for name, value in answer.headers.items()}
        page = re.sub("[0-9a-f]{64}", "SEAL", browser.get(CODE_PAGE).text)
        answers.append((answer.status_code, shape, page, given(browser, "WRONGCODE").status_code))
    assert all(each == answers[0] for each in answers)
    assert len(world.post.sent) == 1


def test_somebody_who_has_left_gets_no_code_and_is_out_at_once():
    world = World()
    browser = asked(world)
    given(browser, world.post.sent[0][1])
    assert is_in(browser)
    world.roll.people = [each for each in world.roll.people if each.id != "amina"]
    assert not is_in(browser)
    asked(world)
    assert len(world.post.sent) == 1


@pytest.mark.shows("E7")
@pytest.mark.parametrize("scans", [1, 2, 5])
def test_mail_scanners_neither_get_in_nor_burn_the_code(scans: int):
    """Whatever a scanner does with the link, from its own machine or with the reader's cookies; then the right person gets in."""
    world = World()
    browser = asked(world)
    code = world.post.sent[0][1]
    scanner = world.browser("203.0.113.9", {})
    for _ in range(scans):
        for each in (scanner, browser):
            each.get(CODE_PAGE)
            each.head(CODE_PAGE)
            each.get(CODE_PAGE, params={"code": code})
            each.get(GIVE, params={"code": code})
            each.post(CODE_PAGE)
            each.post(GIVE)
            each.post(GIVE, data={"code": code})
        scanner.post(GIVE, data={"code": code, "seal": seal_in(scanner.get(CODE_PAGE).text)})
    assert world.logins.held == {}
    assert given(browser, code).status_code == 303
    assert is_in(browser)


@pytest.mark.shows("E7")
def test_a_code_is_good_in_the_browser_that_asked_for_it_alone():
    world = World()
    browser, code = asked(world), world.post.sent[0][1]
    other = asked(world, "Nobody", world.browser("10.0.0.2"))
    assert given(other, code).status_code == 422
    assert given(world.browser("10.0.0.3"), code).status_code == 422
    assert given(browser, code).status_code == 303


@pytest.mark.shows("E7")
def test_a_code_is_good_once():
    world = World()
    browser, code = asked(world), world.post.sent[0][1]
    before = dict(browser.cookies)
    given(browser, code)
    again = world.browser()
    for name, value in before.items():
        again.cookies.set(name, value)
    assert given(again, code).status_code == 422


@pytest.mark.shows("E7")
@pytest.mark.parametrize(("minutes", "status"), [(9.9, 303), (10, 422)])
def test_a_code_lasts_ten_minutes(minutes: float, status: int):
    world = World()
    browser, code = asked(world), world.post.sent[0][1]
    world.clock.pass_by(minutes=minutes)
    assert given(browser, code).status_code == status


@pytest.mark.shows("E7")
@pytest.mark.parametrize(("wrong", "status"), [(4, 303), (5, 422)])
def test_a_code_has_five_tries(wrong: int, status: int):
    world = World()
    browser, code = asked(world), world.post.sent[0][1]
    for _ in range(wrong):
        given(browser, "WRONGCODE")
    assert given(browser, code).status_code == status


# -- what the checks of a sign-in look for --------------------------------------------------------------------------------------


@pytest.mark.shows("E6", side="login rate limit")
def test_codes_are_sent_to_one_person_only_so_often_from_wherever():
    world = World()
    for number in range(ASKS_EACH + 3):
        asked(world, browser=world.browser(f"10.0.1.{number}"))
    assert len(world.post.sent) == ASKS_EACH
    asked(world, "Ben")
    world.clock.pass_by(minutes=10)
    asked(world)
    assert [person for person, _ in world.post.sent] == ["amina"] * ASKS_EACH + ["ben", "amina"]


@pytest.mark.shows("E6", side="login rate limit")
def test_one_address_asks_and_guesses_only_so_often():
    world = World()
    for _ in range(ASKS_FROM):
        asked(world, "Nobody")
    assert posted(world.browser(), f"{HOME}/sign-in", CODE_PAGE, who="Amina").status_code == 429
    browser = asked(world, "Ben", world.browser("10.0.0.7"))
    codes = {given(browser, f"WRONG{number}").status_code for number in range(70)}
    assert codes == {422, 429}


@pytest.mark.shows("E6", side="session fixation")
def test_the_token_is_new_at_every_sign_in():
    world = World()
    browser = world.browser()
    for name in ("__Host-before-login", "__Host-login"):
        browser.cookies.set(name, "A" * 32, domain="coach.example.org")
    asked(world, browser=browser)
    asked_with = browser.cookies["__Host-before-login"]
    given(browser, world.post.sent[0][1])
    token = browser.cookies["__Host-login"]
    assert len({token, asked_with, "A" * 32}) == 3
    assert list(world.logins.held) == [token]
    assert "__Host-before-login" not in browser.cookies


@pytest.mark.shows("E6", side="cookie flags")
def test_cookies_are_bound_to_this_host_and_kept_from_scripts():
    world = World()
    browser = world.browser()
    browser.get(f"{HOME}/case/36")
    first = browser.get(f"{HOME}/sign-in").headers.get_list("set-cookie")
    second = posted(browser, f"{HOME}/sign-in", CODE_PAGE, who="Amina").headers.get_list("set-cookie")
    third = given(browser, world.post.sent[0][1]).headers.get_list("set-cookie")
    assert len(third) == 3
    for cookie in (*first, *second, *third):
        flags = [flag.strip().lower() for flag in cookie.split(";")]
        assert flags[0].startswith("__host-")
        assert {"httponly", "secure", "samesite=lax", "path=/"} <= set(flags)
        assert not any(flag.startswith("domain") for flag in flags)


def test_on_this_machine_without_https_cookies_have_their_plain_names():
    world = World(public_url="")
    browser = world.browser("127.0.0.1")
    browser.get(f"{HOME}/sign-in")
    assert list(browser.cookies) == ["before-login"]


@pytest.mark.shows("E6", side="CSRF")
@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}, {"origin": "null"},
     {"sec-fetch-site": "same-origin", "origin": "https://evil.example"}],
)  # fmt: skip
async def test_a_post_from_elsewhere_does_nothing(headers: dict[str, str]):
    world = furnished(World())
    browser = await world.signed_in(COACH)
    seal = seal_in(browser.get(f"{HOME}/week").text)
    del browser.headers["sec-fetch-site"]
    for way in (each for each in WAYS if each.method == "POST"):
        path = f"{HOME}{way.path}".replace("{number:int}", "36").replace("{move}", "reply")
        assert browser.post(path, data={"seal": seal, "text": "x"}, headers=headers).status_code == 403
    assert (world.desk.moved, world.care.done, world.roll.people) == ([], [], list(PEOPLE))
    assert len(world.logins.held) == 1


EVERY_DESK = frozenset({Role.COACH, Role.SUPERVISOR, Role.SAFETY_LEAD})  # whom no address turns away before it looks at the seal


@pytest.mark.shows("E6", side="CSRF")
@pytest.mark.parametrize("seal", ["", "0" * 64, "ß"])
async def test_a_post_without_this_browser_s_seal_does_nothing(seal: str):
    world = furnished(World())
    world.roll.people = [replace(each, roles=EVERY_DESK) if each == COACH else each for each in PEOPLE]
    browser, before = await world.signed_in(COACH), list(world.roll.people)
    for way in (each for each in WAYS if each.method == "POST"):
        path = f"{HOME}{way.path}".replace("{number:int}", "36").replace("{move}", "reply")
        answer = browser.post(path, data={"seal": seal, "text": "x", "who": "ben", "rung": "senior"})
        assert (answer.status_code, "That page was too old" in answer.text) == (403, True)
    lead = await world.signed_in(LEAD)
    other = seal_in(lead.get(f"{HOME}/week").text)
    assert browser.post(f"{HOME}/case/36/reply", data={"seal": other, "text": "x"}).status_code == 403
    assert (world.desk.moved, world.care.done, world.roll.people) == ([], [], before)
    assert len(world.logins.held) == 2


@pytest.mark.shows("E6", side="CSP and headers")
async def test_every_answer_carries_the_headers():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    paths = [
        "/sign-in",
        "",
        "/week",
        "/queue",
        "/case/36",
        "/case/999",
        "/supervision",
        "/static/page.css",
        "/static/console.css",
        "/static/console.js",
    ]
    for path in paths:
        answer = browser.get(f"{HOME}{path}")
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
        assert answer.headers["cache-control"] == ("no-cache" if "static" in path else "no-store")
        assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=|style=|javascript:", answer.text if "static" not in path else "")


@pytest.mark.shows("E6", side="open redirect")
@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/console/../x", "/console//evil.example", "/consolex", "/console?x=1"],
)
def test_nothing_leads_to_another_place(wanted: str):
    world = World()
    browser = world.browser()
    browser.cookies.set("__Host-wanted", wanted)
    browser.get(f"{HOME}/sign-in", params={"next": wanted})
    asked(world, browser=browser)
    assert given(browser, world.post.sent[0][1]).headers["location"] == HOME


def test_after_signing_in_one_is_where_one_wanted_to_be():
    world = furnished(World())
    browser = world.browser()
    assert browser.get(f"{HOME}/case/36").headers["location"] == f"{HOME}/sign-in"
    asked(world, browser=browser)
    assert given(browser, world.post.sent[0][1]).headers["location"] == f"{HOME}/case/36"


@pytest.mark.shows("E6", side="IDOR and mass assignment")
async def test_nobody_writes_in_another_s_record():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    more = {"staff_id": "ben", "id": "ben", "when": "2020-01-01", "roles": "admin"}
    posted(browser, f"{HOME}/week", f"{HOME}/week/pulse", energy="1", meaning="1", load="1", **more)
    posted(browser, f"{HOME}/week", f"{HOME}/week/entry", words="mine", prompt="<b>", **more)
    assert world.welfare.records["ben"].pulses == ()
    assert "ben" not in world.welfare.log
    assert world.welfare.log["amina"][0].prompt == ""
    assert world.welfare.log["amina"][0].at == world.clock.now()
    assert "I filled every silence." not in (await world.signed_in(LEAD)).get(f"{HOME}/week?staff_id=amina").text


@pytest.mark.shows("E6", side="idle and longest")
async def test_thirty_idle_minutes_and_twelve_hours_at_most():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    world.clock.pass_by(minutes=29.9)
    assert is_in(browser)
    world.clock.pass_by(minutes=30)
    assert is_out(world, browser)
    browser, began = await world.signed_in(COACH), world.clock.now()
    while world.clock.now() - began < timedelta(hours=12):
        assert is_in(browser)
        world.clock.pass_by(minutes=20)
    assert is_out(world, browser)


@pytest.mark.shows("E6", side="idle and longest")
async def test_a_page_that_looks_again_by_itself_keeps_nobody_in():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    for _ in range(6):
        world.clock.pass_by(minutes=5)
        browser.get(f"{HOME}/queue", headers={"x-looks-again": "1"})
    assert is_out(world, browser)


async def test_out_here_and_out_everywhere():
    world = furnished(World())
    first = await world.signed_in(COACH)
    await world.logins.begin("elsewhere", "amina")
    second = world.browser()
    second.cookies.set("__Host-login", "elsewhere")
    answer = posted(first, f"{HOME}/week", f"{HOME}/sign-out")
    assert answer.headers["location"] == f"{HOME}/signed-out"
    assert answer.headers["clear-site-data"] == '"cache"'
    assert (is_in(first), is_in(second)) == (False, True)
    first = await world.signed_in(COACH)
    posted(first, f"{HOME}/week", f"{HOME}/sign-out/everywhere")
    assert (is_in(first), is_in(second)) == (False, False)


def test_a_body_that_is_too_large_is_not_read():
    world = World()
    browser = world.browser()
    seal = seal_in(browser.get(f"{HOME}/sign-in").text)
    assert browser.post(CODE_PAGE, data={"seal": seal, "who": "x" * 300_000}).status_code == 413


# -- in the sandbox -------------------------------------------------------------------------------------------------------------


def test_in_the_sandbox_a_button_for_each_person():
    world = World(public_url="", sandbox=True)
    browser = world.browser("127.0.0.1")
    assert browser.get(f"{HOME}/sign-in").text.count("Sign in as") == 8
    posted(browser, f"{HOME}/sign-in", f"{HOME}/sign-in/sandbox", who="dele")
    assert is_in(browser)


@pytest.mark.shows("E6", side="the sandbox's buttons")
@pytest.mark.parametrize(
    ("sandbox", "host", "client"),
    [
        (False, "127.0.0.1:8080", "127.0.0.1"), (True, "evil.example", "127.0.0.1"),
        (True, "coach.example.org", "127.0.0.1"), (True, "127.0.0.1:8080", "10.0.0.1"),
    ],
)  # fmt: skip
def test_anywhere_else_there_are_no_such_buttons(sandbox: bool, host: str, client: str):
    world = World(public_url="", sandbox=sandbox)
    browser = TestClient(
        world.app, base_url=f"http://{host}", client=(client, 5), headers={"sec-fetch-site": "same-origin"}, follow_redirects=False
    )
    assert "Sign in as" not in browser.get(f"{HOME}/sign-in").text
    assert posted(browser, f"{HOME}/sign-in", f"{HOME}/sign-in/sandbox", who="dele").status_code == 404
    assert is_out(world, browser)


# -- the second factor ----------------------------------------------------------------------------------------------------------

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def gives(world: World, number: str, browser: Any = None) -> Any:
    """Ask for a code as Chi, who has an authenticator, and give it with a number."""
    browser = browser or world.browser()
    posted(browser, f"{HOME}/sign-in", f"{HOME}/sign-in/code", who="Chi")
    return posted(browser, f"{HOME}/sign-in/code", f"{HOME}/sign-in/code/give", code=world.post.sent[-1][1], number=number)


def authenticated() -> World:
    world = World()
    world.logins.secrets["chi"] = SECRET
    return world


def shown(world: World, later: int = 0) -> str:
    """What her authenticator shows."""
    return TOTP(SECRET).at(world.clock.now() + timedelta(seconds=30 * later))


@pytest.mark.parametrize("number", ["", "000000", "12345", "abcdef", "\N{ARABIC-INDIC DIGIT ONE}" * 6, "1" * 40])
async def test_a_code_alone_lets_nobody_in_who_has_an_authenticator(number: str):
    world = authenticated()
    answered = gives(world, number)
    assert answered.status_code == 422
    assert "set-cookie" not in answered.headers
    assert not world.logins.held, "and no login is left over"


@pytest.mark.parametrize(("later", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 303), (2, 422)])
async def test_code_and_number_let_in_and_a_clock_may_be_half_a_minute_wrong(later: int, status: int):
    world = authenticated()
    number = shown(world, later)
    assert gives(world, f"{number[:3]} {number[3:]}").status_code == status


async def test_a_number_is_good_once():
    world = authenticated()
    number = shown(world)
    assert gives(world, number).status_code == 303
    assert gives(world, number).status_code == 422, "whoever looked over her shoulder"
    world.clock.pass_by(seconds=30)
    assert gives(world, shown(world)).status_code == 303


async def test_every_number_that_is_tried_costs_a_code_and_those_are_few():
    world = authenticated()
    browser = world.browser()
    assert [gives(world, "000000", browser).status_code for _ in range(8)] == [422] * 8
    assert len(world.post.sent) == 5
    good = posted(browser, f"{HOME}/sign-in/code", f"{HOME}/sign-in/code/give", code=world.post.sent[-1][1], number=shown(world))
    assert good.status_code == 422, "the code is used up"


async def test_whoever_has_none_leaves_the_field_empty_and_a_wrong_number_tells_nothing_of_who_has():
    world = authenticated()
    posted(browser := world.browser(), f"{HOME}/sign-in", f"{HOME}/sign-in/code", who="Amina")
    wrong = posted(browser, f"{HOME}/sign-in/code", f"{HOME}/sign-in/code/give", code="WRONGONE", number="000000")
    assert SEAL.sub("", gives(world, "000000").text) == SEAL.sub("", wrong.text)
    answered = posted(browser, f"{HOME}/sign-in/code", f"{HOME}/sign-in/code/give", code=world.post.sent[0][1], number="")
    assert answered.status_code == 303


WORDS_OF_SECOND = "for your role a code is not enough here"


def strict(*roles: Role) -> World:
    """Where these roles need a second factor."""
    world = World()
    world.app = world.made(replace(world.means, second=frozenset(roles)))
    return world


async def test_where_a_role_needs_a_number_a_code_alone_lets_nobody_in():
    world = strict(Role.SUPERVISOR, Role.SAFETY_LEAD)
    answered = gives(world, "")
    assert answered.status_code == 422
    assert WORDS_OF_SECOND in answered.text, "and what to do about it"
    assert "set-cookie" not in answered.headers
    assert not world.logins.held
    posted(browser := world.browser(), f"{HOME}/sign-in", f"{HOME}/sign-in/code", who="Chi")
    wrong = posted(browser, f"{HOME}/sign-in/code", f"{HOME}/sign-in/code/give", code="WRONGONE", number="")
    assert WORDS_OF_SECOND not in wrong.text, "whoever has no code learns nothing"
    world.logins.secrets["chi"] = SECRET
    assert gives(world, shown(world)).status_code == 303


async def test_other_roles_sign_in_as_before_where_some_need_a_number():
    world = strict(Role.SAFETY_LEAD)
    assert gives(world, "").status_code == 303


# -- the stream -----------------------------------------------------------------------------------------------------------------


async def test_an_open_page_hears_of_news_and_of_the_end():

    world = World()
    await world.logins.begin("t", "amina")
    door = Door(world.logins, world.roll, world.clock, FreshNames(), https=True)
    ticks = Lobby(door, world.bells, world.desk, Showing(Pages(labels(), (), "en-GB"))).ticks("t", "amina", 60)
    first = await anext(ticks)
    assert (first.event, first.data) == ("new", "")
    world.desk.told = [Notice("n1", 36, "Case 36 is waiting", NOON)]
    world.bells.ring_at("amina")
    second = await anext(ticks)
    assert (second.event, second.data) == ("new", "1 n1"), (
        "which notices there are, so that the page asks for them only where it has others"
    )
    await world.logins.end("t")
    world.bells.ring()
    assert [each.event async for each in ticks] == ["out"]
    assert not world.bells.crowded("amina")
