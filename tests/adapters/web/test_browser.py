"""The page in Chromium: by keyboard, on a phone, in the dark, without JavaScript."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from coaching.message import Lane, Outbound
from coaching.words import text_of
from tests.adapters.web.world import World, served

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 360, "height": 640}, {"width": 1280, "height": 800}
SIZES = """
    [...document.querySelectorAll("button")].filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect())
        .map(box => [box.width, box.height])
"""  # of every button at one moment: an answer that arrives meanwhile takes some away
LISTEN = """
window.heard = [];
const hear = (changes) => changes.forEach((change) => change.addedNodes.forEach((node) => heard.push(node.textContent.trim().slice(0, 3))));
new MutationObserver(hear).observe(document.querySelector("[role=log]"), { childList: true, subtree: true });
"""
PICTURES = os.environ.get("COACHBOT_TEST_PICTURES", "")  # a folder, to look at the page oneself


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    async with served(world.app) as address:
        yield address


Contexts = Callable[..., AbstractAsyncContextManager[BrowserContext]]


@pytest.fixture
def contexts(browser: Browser) -> Contexts:
    """Browsers of one person each; whatever a page complains of, a blocked script or style among it, fails the test."""

    @asynccontextmanager
    async def one(**options: Any) -> AsyncIterator[BrowserContext]:
        complaints: list[str] = []
        context = await browser.new_context(**({"viewport": DESK} | options))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        yield context
        await context.close()
        assert [each for each in complaints if not each.startswith("Failed to load resource")] == []

    return one


@pytest.fixture
async def context(contexts: Contexts) -> AsyncIterator[BrowserContext]:
    async with contexts() as context:
        yield context


async def opened(context: BrowserContext, address: str) -> Page:
    page = await context.new_page()
    await page.goto(address)
    return page


async def picture(page: Page, name: str) -> None:
    if PICTURES:
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def pressed_until(page: Page, name: str, key: str = "Tab") -> None:
    """Press a key until the focus is on the element with this name."""
    for _ in range(40):
        await page.keyboard.press(key)
        if await page.evaluate("document.activeElement.innerText || document.activeElement.id") == name:
            return
    pytest.fail(f"{name} cannot be reached by {key}")


async def walk(page: Page, world: World) -> None:
    """From the first words to a stored plan, by keyboard alone."""
    await page.get_by_label("Your message").focus()
    await page.keyboard.type("be less knackered")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="10", exact=True)).to_be_visible()
    await expect(page.get_by_label("Your message")).to_have_value("")
    await expect(page.get_by_label("Your message")).to_be_focused()
    await pressed_until(page, "7", "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Yes, that is right")).to_be_focused()
    await page.keyboard.press("Space")
    await expect(page.get_by_text("Thank you. It is stored.")).to_be_visible()
    await expect(page.get_by_label("Your message")).to_be_focused()
    assert world.texts == ["be less knackered", "7", "Yes, that is right"]


async def fits(page: Page) -> None:
    """Nothing sticks out at the sides, and every button is big enough for a thumb; measured once the styles are there."""
    await page.wait_for_load_state("load")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = await page.evaluate(SIZES)
    assert sizes
    assert all(width >= 44 and height >= 44 for width, height in sizes), sizes


async def test_a_walk_by_keyboard(world: World, address: str, context: BrowserContext) -> None:
    await walk(await opened(context, address), world)
    assert world.texts, "nothing that was typed arrived"


async def test_the_skip_link_is_first_and_leads_to_the_end(address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the newest message")).to_be_focused()
    await picture(page, "skip")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Start")).to_be_focused()


async def test_shift_enter_makes_a_line(world: World, address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await page.get_by_label("Your message").focus()
    await page.keyboard.type("one")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("two")
    await page.keyboard.press("Enter")
    await expect(page.locator("li.you p")).to_have_text("one\ntwo")
    assert world.texts == ["one\ntwo"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits(world: World, address: str, contexts: Contexts, size: dict[str, int], scheme: str) -> None:
    async with contexts(viewport=size, color_scheme=scheme) as context:
        page = await opened(context, address)
        await tour(page, world, f"{'phone' if size == PHONE else 'desk'}-{scheme}")
        assert await page.title()


async def tour(page: Page, world: World, name: str) -> None:
    """Every state of the page, looked at."""
    await fits(page)
    await picture(page, f"{name}-empty")
    await page.get_by_label("Your message").fill("be less knackered\n" + "a-very-long-word" * 12)
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("button", name="10", exact=True)).to_be_in_viewport()
    await fits(page)
    await picture(page, f"{name}-scale")
    await page.get_by_role("button", name="7", exact=True).click()
    await expect(page.get_by_role("button", name="Yes, that is right")).to_be_in_viewport()
    inbound = next(iter(world.road.taken.values()))
    await world.road.speak(Outbound("relay", inbound.address, Lane.COACH, text_of("I am with you now."), author="Amal"), author="Amal")
    await expect(page.get_by_text("I am with you now.")).to_be_in_viewport()
    await picture(page, f"{name}-choices")
    await page.get_by_role("button", name="Help now").click()
    await expect(page.get_by_text("Call 999")).to_be_in_viewport()
    await picture(page, f"{name}-help")
    await page.get_by_label("Your message").fill("w" * 4_100)
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("alert").first).to_contain_text("100 characters too long")
    await fits(page)
    await picture(page, f"{name}-too-long")
    await page.get_by_role("button", name="Leave").click()
    await expect(page.get_by_label("Your code")).to_be_visible()
    await fits(page)
    await picture(page, f"{name}-hidden")


@pytest.mark.parametrize("size", [{"width": 320, "height": 256}, {"width": 640, "height": 360}], ids=["zoomed in", "phone on its side"])
async def test_help_now_stays_in_sight_on_the_smallest_screens(address: str, contexts: Contexts, size: dict[str, int]) -> None:
    async with contexts(viewport=size) as context:
        page = await opened(context, address)
        await page.get_by_label("Your message").fill("be less knackered")
        await page.get_by_role("button", name="Send").click()
        await expect(page.get_by_role("button", name="Skip")).to_be_in_viewport()
        await expect(page.get_by_role("button", name="Help now")).to_be_in_viewport(ratio=1)
        await fits(page)
        await picture(page, f"smallest-{size['width']}")


async def test_nothing_moves_under_the_fingers_of_somebody_who_types(world: World, address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await page.get_by_role("button", name="Start").click()
    await expect(page.locator("li.bot")).to_have_count(1)
    await page.get_by_label("Your message").fill("half a sen")
    inbound = next(iter(world.road.taken.values()))
    await world.road.speak(Outbound("relay", inbound.address, Lane.COACH, text_of("Hello"), author="Amal"), author="Amal")
    await expect(page.locator("li.coach")).to_have_count(1)
    await expect(page.get_by_label("Your message")).to_have_value("half a sen")
    await expect(page.get_by_label("Your message")).to_be_focused()


async def test_a_screen_reader_hears_each_line_once(world: World, address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await page.evaluate(LISTEN)
    for words in ("one", "two"):
        await page.get_by_label("Your message").fill(words)
        await page.keyboard.press("Enter")
        await expect(page.locator("li.you")).to_have_count(1 if words == "one" else 2)
    assert await page.evaluate("heard") == ["You", "Coa", "You", "Coa"]


async def test_a_double_click_is_one_message(world: World, address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await page.get_by_label("Your message").fill("be less knackered")
    await page.get_by_role("button", name="Send").dblclick()
    await expect(page.locator("li")).to_have_count(2)
    assert world.texts == ["be less knackered"]


async def test_somebody_quick_loses_nothing(world: World, address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await page.get_by_label("Your message").focus()
    for words in ("one", "two"):
        await page.keyboard.type(words)
        await page.keyboard.press("Enter")
    await page.keyboard.type("three")
    await expect(page.locator("li.you p")).to_have_text(["one", "two"])
    await expect(page.get_by_label("Your message")).to_have_value("three")
    assert world.texts == ["one", "two"]


async def test_no_connection_keeps_the_words(world: World, address: str, context: BrowserContext) -> None:
    page = await context.new_page()
    await page.goto(address)
    await context.set_offline(True)
    await page.get_by_label("Your message").fill("be less knackered")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("no connection")
    await expect(page.get_by_label("Your message")).to_have_value("be less knackered")
    await context.set_offline(False)
    await page.keyboard.press("Enter")
    await expect(page.locator("li.you")).to_have_count(1)
    await expect(page.get_by_role("alert")).to_have_count(0)
    assert world.texts == ["be less knackered"]


async def test_back_and_reload_show_nothing_after_leaving(world: World, address: str, context: BrowserContext) -> None:
    page = await opened(context, address)
    await walk(page, world)
    code = await page.locator("code").text_content()
    await page.get_by_role("button", name="Leave").click()
    await expect(page.get_by_label("Your code")).to_be_visible()
    for step in (page.go_back, page.reload, page.go_forward):
        await step()
        assert "knackered" not in await page.content()
        assert str(code) not in await page.content()
    await page.goto(address)
    await page.get_by_label("Your code").fill(str(code))
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("be less knackered")).to_be_visible()
    await expect(page).to_have_url(f"{address}/")


async def test_the_page_hides_itself_after_ten_idle_minutes(world: World, address: str, context: BrowserContext) -> None:
    page = await context.new_page()
    await page.clock.install()
    await page.goto(address)
    await page.get_by_label("Your message").fill("be less knackered")
    await page.keyboard.press("Enter")
    await expect(page.locator("li.you")).to_have_count(1)
    await page.clock.fast_forward("09:30")
    assert "knackered" in await page.content()
    await page.clock.fast_forward("00:40")
    await expect(page.get_by_label("Your code")).to_be_visible()
    assert "knackered" not in await page.content()


async def test_leaving_in_one_page_hides_the_other(world: World, address: str, context: BrowserContext) -> None:
    first, second = await opened(context, address), await context.new_page()
    await second.goto(address)
    await walk(first, world)
    await expect(second.get_by_text("be less knackered")).to_be_visible()
    await first.get_by_role("button", name="Leave").click()
    await expect(second.get_by_label("Your code")).to_be_visible()
    assert "knackered" not in await second.content()


async def test_without_javascript(world: World, address: str, contexts: Contexts) -> None:
    async with contexts(viewport=PHONE, java_script_enabled=False) as context:
        page = await opened(context, address)
        await plain_walk(page, world)
        assert world.texts[0] == "be less knackered"


async def plain_walk(page: Page, world: World) -> None:
    await page.get_by_label("Your message").fill("be less knackered")
    await page.get_by_role("button", name="Send").click()
    await page.get_by_role("button", name="7", exact=True).click()
    await page.get_by_role("button", name="Yes, that is right").click()
    await expect(page.get_by_text("Thank you. It is stored.")).to_be_visible()
    await picture(page, "phone-without-javascript")
    await page.get_by_role("button", name="Help now").click()
    await expect(page.get_by_text("Call 999")).to_be_visible()
    await page.get_by_role("button", name="Leave").click()
    await expect(page.get_by_label("Your code")).to_be_visible()
    assert "knackered" not in await page.content()
    assert len(world.texts) == 4


async def test_a_line_that_comes_late_stands_in_its_place(world: World, address: str, contexts: Contexts) -> None:
    """A safety text goes out as a message is taken in; the line of what was written is there only after the turn."""
    async with contexts() as context:
        page = await opened(context, address)
        await page.get_by_label("Your message").fill("be less knackered")
        await page.get_by_role("button", name="Send").click()
        await expect(page.locator("#lines > li")).to_have_count(2)
        inbound = next(iter(world.road.taken.values()))
        await world.road.speak(Outbound("card", inbound.address, Lane.SAFETY, text_of("Call 999")))
        await expect(page.locator("#lines > li")).to_have_count(3)
        world.road.add(inbound.address.person, "participant", "i mean it")
        late = world.road.lines[inbound.address.person]
        late[-2:] = reversed(late[-2:])
        world.road.outlet.tell(inbound.address)
        await expect(page.locator("#lines > li p")).to_have_text(
            ["be less knackered", "How much does this matter to you, from 0 to 10?", "i mean it", "Call 999"]
        )
