"""The staff's pages in Chromium: everybody can use them, by keyboard alone, on a phone, in the dark."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from coaching.staff import Role
from console.views import Notice
from console.ways import HOME
from handoff.access import Relation
from tests.adapters.web.world import served
from tests.console.world import BY_ROLE, HELD, NOON, NOTICES, OPEN, ROWS, World, furnished

pytestmark = pytest.mark.browser
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SHAPES: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
}
PICTURES = os.environ.get("COACHBOT_TEST_PICTURES", "")  # a folder: `make pictures`
COACH, SUPERVISOR, RESEARCHER, LEAD = (BY_ROLE[each] for each in (Role.COACH, Role.SUPERVISOR, Role.RESEARCHER, Role.SAFETY_LEAD))
PAGES = {
    "sign-in": (None, "/sign-in"),
    "code": (None, "/sign-in/code"),
    "signed-out": (None, "/signed-out"),
    "home": (RESEARCHER, ""),
    "queue": (COACH, "/queue"),
    "case": (COACH, "/case/36"),
    "case-open": (COACH, "/case/41"),
    "notices": (COACH, "/notices"),
    "week": (COACH, "/week"),
    "supervision": (SUPERVISOR, "/supervision"),
    "safety-review": (LEAD, "/review?week=2026-W47"),
    "adverse-events": (LEAD, "/adverse-events"),
    "not-there": (COACH, "/case/99"),
}
WAITS = replace(HELD, beside="Dele", moves=("note", "snooze", "pass_on"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = """
    [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, nav a")]
        .filter(each => each.checkVisibility() && !each.matches(".unseen")).map(each => (each.closest("label") ?? each))
        .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()]).filter(([_, box]) => box.height < 43.5 || box.width < 24)
        .map(([html]) => html)
"""
Contexts = Callable[..., AbstractAsyncContextManager[BrowserContext]]


@pytest.fixture
def world() -> World:
    return furnished(World(public_url="", sandbox=True))


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    async with served(world.app) as address:
        yield address


@pytest.fixture
def contexts(browser: Browser, world: World, address: str) -> Contexts:
    """Browsers of one person each; whatever a page complains of, a blocked script or style among it, fails the test."""

    @asynccontextmanager
    async def one(person: Any = None, **options: Any) -> AsyncIterator[BrowserContext]:
        complaints: list[str] = []
        context = await browser.new_context(**({"viewport": DESK} | options), locale="en-GB", timezone_id="Europe/London")
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        if person is not None:
            await world.logins.begin("token", person.id)
            await context.add_cookies([{"name": "login", "value": "token", "url": address}])
        yield context
        await context.close()
        assert [each for each in complaints if not each.startswith("Failed to load resource")] == []

    return one


async def opened(context: BrowserContext, address: str) -> Page:
    page = await context.new_page()
    await page.goto(address)
    return page


@pytest.mark.shows("U41", side="the console's pages, by axe")
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", PAGES)
async def test_everybody_can_use_every_page(name: str, shape: str, world: World, address: str, contexts: Contexts):
    person, path = PAGES[name]
    async with contexts(person, **SHAPES[shape]) as context:
        world.desk.told = list(NOTICES) if name == "notices" else []
        page = await opened(context, f"{address}{HOME}{path}")
        if name in ("case", "adverse-events"):
            await page.locator("details.card").evaluate_all("all => all.slice(0, 3).forEach(each => each.open = true)")
        found = await Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await page.evaluate(SMALL) == []
        if PICTURES:
            await page.screenshot(path=Path(PICTURES) / f"{name}-{shape}.png", full_page=True)


async def test_the_keys_are_told_by_an_accessible_dialog(address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/queue")
        await page.keyboard.press("?")
        await expect(page.get_by_role("dialog", name="Keys on this page")).to_be_visible()
        found = await Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, found.generate_report()
        if PICTURES:
            await page.screenshot(path=Path(PICTURES) / "keys-light.png")
        await page.keyboard.press("?")
        await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_the_queue_by_keyboard(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/queue")
        for key, name in (("j", "Case 41"), ("j", "Case 38"), ("j", "Case 36"), ("k", "Case 38")):
            await page.keyboard.press(key)
            await expect(page.locator("a:focus")).to_contain_text(name)
        await page.keyboard.press("k")
        await page.keyboard.press("c")
        await page.wait_for_url("**/case/41*")
        assert world.desk.moved == [("amina", 41, "claim", {})]


async def test_a_case_by_keyboard(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        await page.keyboard.press("r")
        await expect(page.get_by_label("Your reply to Robin 12")).to_be_focused()
        await page.keyboard.type("junk crnse?")
        await page.keyboard.press("Escape")
        for key, label in (("n", "Your note"), ("s", "When"), ("e", "What we agreed")):
            await page.keyboard.press(key)
            await expect(page.get_by_label(label, exact=True)).to_be_focused()
            await page.keyboard.press("Escape")
        await expect(page.get_by_label("Your reply to Robin 12")).to_have_value("junk crnse?")
        await page.keyboard.press("e")
        await page.keyboard.type("one small step")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/queue")
        assert world.desk.moved == [("amina", 36, "hand_back", {"agreed": "one small step", "next": "", "again": ""})]


async def test_single_keys_can_be_turned_off(address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/queue")
        await page.get_by_role("button", name="Keys").click()
        await page.get_by_label("Use single keys").uncheck()
        await page.get_by_role("button", name="Close").click()
        await page.keyboard.press("j")
        await expect(page.locator("[data-case]:focus")).to_have_count(0)
        await page.reload()
        await page.keyboard.press("?")
        await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_the_skip_link_is_first(address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/queue")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator("main")).to_be_focused()


async def test_what_is_new_comes_by_itself_and_is_said_once(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/queue")
        await expect(page.locator("[data-row]")).to_have_count(4)
        await page.keyboard.press("j")
        world.desk.rows = [replace(ROWS[0], state="held", holder="Ben", moves=()), *ROWS[2:]]
        async with page.expect_response("**/queue"):
            for _ in range(20):
                world.bells.ring()
                await page.wait_for_timeout(100)
        await expect(page.locator("[data-row]")).to_have_count(3)
        await expect(page.locator("#row-41")).to_contain_text("With Ben")
        await expect(page.get_by_text("The queue has changed.")).to_be_attached()
        await expect(page.locator("#case-41")).to_be_focused()


async def test_a_line_that_arrives_leaves_what_is_being_written(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        await page.locator("summary[data-key=n]").click()
        await page.get_by_label("Your note", exact=True).fill("half a note")
        await page.get_by_label("Your reply to Robin 12").fill("half a sen")
        world.desk.cases[36] = replace(HELD, lines=(*HELD.lines, replace(HELD.lines[1], id="l9", text="and one more thing")))
        for _ in range(10):
            world.bells.ring()
            await page.wait_for_timeout(100)
        await expect(page.get_by_text("and one more thing")).to_be_visible()
        await expect(page.get_by_label("Your reply to Robin 12")).to_have_value("half a sen")
        await expect(page.get_by_label("Your note", exact=True)).to_have_value("half a note")
        await page.get_by_label("Or a line that is ready").select_option("Take the time you need.")
        await expect(page.get_by_label("Your reply to Robin 12")).to_have_value("half a sen\nTake the time you need.")


REPLY = "Your reply to Robin 12"


async def answered_in_vain(route: Route) -> None:
    """What was sent arrives; its answer does not."""
    await route.fetch(max_redirects=0)
    await route.abort()


async def test_a_reply_outlives_the_service_and_is_one_reply(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        await page.get_by_label(REPLY).fill("I am here, and")
        await page.reload()
        await expect(page.get_by_label(REPLY)).to_have_value("I am here, and")
        await page.get_by_label(REPLY).fill("I am here")
        await page.route("**/case/36/reply", lambda route: route.abort())  # it dies as they press Send
        await page.get_by_role("button", name="Send").click()
        await page.unroute("**/case/36/reply")
        await page.goto(f"{address}{HOME}/case/36")
        await expect(page.get_by_label(REPLY)).to_have_value("I am here")
        kept = await page.locator("textarea#reply").evaluate("each => each.form.elements.key.value")
        await page.route("**/case/36/reply", answered_in_vain)  # and this time before its answer gets back
        async with page.expect_event("requestfailed"):
            await page.get_by_role("button", name="Send").click()
        await page.unroute("**/case/36/reply")
        await page.goto(f"{address}{HOME}/case/36")
        await page.get_by_role("button", name="Send").click()
        await page.wait_for_url("**/case/36#talk")
        assert [fields["text"] for _, _, _, fields in world.desk.moved] == ["I am here"] * 2
        assert world.desk.keys == [kept] * 2, "the same reply, however often it is sent"
        await expect(page.get_by_label(REPLY)).to_have_value("")
        await page.get_by_label(REPLY).fill("I am here")
        await page.get_by_role("button", name="Send").click()
        await page.wait_for_url("**/case/36#talk")
        assert world.desk.keys[2] != kept, "said again it is another one"


async def test_other_words_are_another_reply(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        for text in ("I am here", "I am here now"):
            await page.get_by_label(REPLY).fill(text)
            await page.route("**/case/36?done=*", lambda route: route.abort())
            async with page.expect_response("**/case/36/reply"):
                await page.get_by_role("button", name="Send").click()
            await page.unroute("**/case/36?done=*")
            await page.goto(f"{address}{HOME}/case/36")
        assert len(set(world.desk.keys)) == 2


async def test_what_is_being_written_is_nobody_elses(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        await page.get_by_label(REPLY).fill("for Robin alone")
        kept = "Object.keys(sessionStorage).filter(each => each.startsWith('draft ')).length"
        assert await page.evaluate(kept) == 1
        await page.get_by_text("Amina", exact=True).first.click()
        await page.get_by_role("button", name="Sign out", exact=True).click()
        await expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
        assert await page.evaluate(kept) == 0


async def test_when_the_login_ends_the_page_is_empty(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        await expect(page.get_by_text("rota again")).to_be_visible()
        await world.logins.end_all("amina")
        world.bells.ring()
        await page.wait_for_url("**/signed-out", timeout=15_000)
        assert "rota again" not in await page.content()


@pytest.mark.parametrize("javascript", [True, False])
async def test_signing_in_and_a_pulse(javascript: bool, world: World, address: str, contexts: Contexts):
    async with contexts(java_script_enabled=javascript) as context:
        page = await opened(context, f"{address}{HOME}/week")
        await page.get_by_label("Your name or address").fill("Amina")
        await page.get_by_role("button", name="Send me a code").click()
        await page.get_by_label("Your code").fill(world.post.sent[-1][1])
        await page.get_by_role("button", name="Sign in").click()
        await page.wait_for_url("**/week")
        for name in ("Energy", "Meaning", "Load"):
            await page.get_by_role("group", name=name).get_by_role("radio", name="7", exact=True).check()
        await page.get_by_role("button", name="Keep my numbers").click()
        await expect(page.get_by_text("Your numbers are kept.")).to_be_visible()
        assert world.welfare.records["amina"].pulses[-1].energy == 7
        await page.get_by_text("Amina", exact=True).first.click()
        await page.get_by_role("button", name="Sign out", exact=True).click()
        await expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
async def test_stepping_out_takes_two_taps(javascript: bool, world: World, address: str, contexts: Contexts):
    async with contexts(COACH, java_script_enabled=javascript) as context:
        page = await opened(context, f"{address}{HOME}/week")
        await expect(page.get_by_role("button", name="Step out now")).to_be_hidden()
        await page.get_by_text("I want to step out").click()
        await page.get_by_role("button", name="Step out now").click()
        await expect(page.get_by_text("You have stepped out. What you had")).to_be_visible()
        found = await Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}) if javascript else None
        assert found is None or found.violations_count == 0
        await page.get_by_role("button", name="Step back in").click()
        await expect(page.get_by_text("You are back.")).to_be_visible()


async def test_a_supervisor_notes_a_sitting_and_a_check_in(world: World, address: str, contexts: Contexts):
    async with contexts(SUPERVISOR) as context:
        page = await opened(context, f"{address}{HOME}/supervision")
        form = page.locator("section", has=page.get_by_role("heading", name="Note a sitting of supervision"))
        await form.get_by_label("With whom").select_option("Amina")
        await form.get_by_label("Day").fill("2026-11-20")
        await form.get_by_label("Began at").fill("10:30")
        await form.get_by_role("button", name="Note the sitting").click()
        await expect(page.get_by_text("The sitting is noted.")).to_be_visible()
        await page.get_by_role("button", name="I offered Amina a check-in").click()
        await expect(page.get_by_text("It is off your list.")).to_be_visible()
        assert world.care.done == [("sitting", "chi", "amina", "2026-11-20T10:30:00", "60"), ("cared for", "chi", "amina")]


async def test_in_the_sandbox_one_tap(world: World, address: str, contexts: Contexts):
    async with contexts() as context:
        page = await opened(context, f"{address}{HOME}")
        await page.get_by_role("button", name="Sign in as Chi").click()
        await page.wait_for_url("**/queue")
        assert [login.staff_id for login in world.logins.held.values()] == ["chi"]


LATE = "Case 36 is waiting for a word of yours"


async def rung(world: World, page: Page) -> None:
    for _ in range(5):
        world.bells.ring_at("amina")
        await page.wait_for_timeout(100)


@pytest.mark.parametrize("path", ["/queue", "/case/36", "/week", "/notices", "/case/99"])
async def test_a_notice_comes_to_every_page_and_stays_until_it_is_seen(path: str, world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}{path}")
        plain = await page.title()
        world.desk.told = list(NOTICES)
        await rung(world, page)
        await expect(page.get_by_text(LATE).first).to_be_visible()
        await expect(page.locator("#news")).to_contain_text(LATE)
        assert await page.title() == f"(2) {plain}"
        await page.goto(f"{address}{HOME}/week")
        await expect(page.get_by_text(LATE).first).to_be_visible()
        await expect(page.locator("#news")).to_be_empty()  # it was said aloud once
        await page.get_by_role("button", name="Seen", exact=True).first.press("Enter")
        await expect(page.locator("[data-notice]")).to_have_count(1)
        await expect(page.locator("#told button:focus")).to_have_count(1)
        await page.get_by_role("button", name="Seen", exact=True).press("Enter")
        await expect(page.locator("[data-notice]")).to_have_count(0)
        await expect(page.locator("main")).to_be_focused()
        assert not (await page.title()).startswith("(")


NEW_IN_36 = Notice("n3", 36, "There is something new from Robin 12 in case 36.", NOON)


@pytest.mark.parametrize(("path", "told"), [("/case/36", 0), ("/case/41", 1), ("/queue", 1)])
async def test_the_page_that_shows_what_is_new_does_not_announce_it(path: str, told: int, world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}{path}")
        world.desk.told = [NEW_IN_36]
        await rung(world, page)
        await page.wait_for_timeout(400)
        assert len(world.desk.told) == told
        await expect(page.locator("[data-notice]")).to_have_count(told)


async def test_behind_another_tab_it_is_announced_until_the_page_is_looked_at(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        await context.add_init_script("Object.defineProperty(document, 'hidden', {get: () => window.away ?? true})")
        page = await opened(context, f"{address}{HOME}/case/36")
        world.desk.told = [NEW_IN_36]
        await rung(world, page)
        await expect(page.locator("[data-notice]")).to_have_count(1)
        assert (await page.title()).startswith("(1)")
        await page.evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")
        await expect(page.locator("[data-notice]")).to_have_count(0)
        assert not (await page.title()).startswith("(")


async def test_notices_without_scripts(world: World, address: str, contexts: Contexts):
    world.desk.told = list(NOTICES)
    async with contexts(COACH, java_script_enabled=False) as context:
        page = await opened(context, f"{address}{HOME}/queue")
        await page.get_by_text("Amina", exact=True).first.click()
        await page.get_by_role("link", name="Notices").click()
        await expect(page.get_by_text(LATE)).to_be_visible()
        await page.get_by_role("button", name="All seen").click()
        await expect(page.get_by_text("There is nothing new for you.")).to_be_visible()


NOTIFICATIONS = """
    window.shown = [];
    window.Notification = class extends EventTarget {
      static permission = "%s";
      static async requestPermission() { window.asked = true; return Notification.permission = "granted"; }
      constructor(text, options) { super(); window.shown.push([text, options]); }
    };
    Object.defineProperty(document, "hidden", { get: () => %s });
"""


@pytest.mark.parametrize(("hidden", "count"), [("true", 1), ("false", 0)])
async def test_outside_of_the_page_only_after_a_click_and_while_it_is_not_looked_at(
    hidden: str, count: int, world: World, address: str, contexts: Contexts
):
    async with contexts(COACH) as context:
        await context.add_init_script(NOTIFICATIONS % ("default", hidden))
        page = await opened(context, f"{address}{HOME}/queue")
        world.desk.told = NOTICES[1:]
        await rung(world, page)
        await expect(page.locator("[data-notice]")).to_have_count(1)
        assert await page.evaluate("[window.shown, window.asked]") == [[], None]
        await page.get_by_text("Amina", exact=True).first.click()
        await page.get_by_role("button", name="Tell me outside this page too").click()
        await expect(page.get_by_role("button", name="Tell me outside this page too")).to_be_hidden()
        world.desk.told = list(NOTICES)
        await rung(world, page)
        await expect(page.locator("[data-notice]")).to_have_count(2)
        shown = await page.evaluate("window.shown")
        assert shown == [["There is something new for you in the console.", {"tag": "notices"}]] * count, "nothing of any case"


async def test_a_case_that_somebody_else_has_now_shows_who_and_no_form(world: World, address: str, contexts: Contexts):
    async with contexts(COACH) as context:
        page = await opened(context, f"{address}{HOME}/case/36")
        await page.get_by_label("Your reply to Robin 12").fill("half a sen")
        theirs = replace(OPEN, number=36, state="held", holder="Ben", relations=frozenset({Relation.HELD_BY_OTHER}), moves=())
        for view, seen in ((theirs, "Ben has this case now."), (WAITS, "Dele is with them about their safety.")):
            world.desk.cases[36] = view
            for _ in range(10):
                world.bells.ring()
                await page.wait_for_timeout(100)
            await expect(page.get_by_text(seen)).to_be_visible()
            await expect(page.get_by_label("Your reply to Robin 12")).to_have_count(0)
            await expect(page.get_by_role("button", name="Send")).to_have_count(0)
            await expect(page.get_by_text("Finish the systemic")).to_have_count(0 if view is theirs else 1)
            await expect(page.get_by_label("What you wrote. It was not sent.")).to_have_value("half a sen")
        found = await Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, found.generate_report()
        world.desk.cases[36] = HELD
        for _ in range(10):
            world.bells.ring()
            await page.wait_for_timeout(100)
        await expect(page.get_by_label("Your reply to Robin 12")).to_have_value("half a sen")
