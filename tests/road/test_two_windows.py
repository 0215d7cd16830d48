"""A nurse in one window, a coach in another: from the request to the hand-back, as both see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.road.running import running
from tests.road.test_browser_walk import says

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)


async def reads(page: Page, words: str) -> None:
    """What the nurse sees in her talk, without doing anything."""
    await expect(page.locator("#lines")).to_contain_text(words, timeout=10_000)


async def begins(nurse: Page, address: str) -> None:
    """The nurse is in the middle of an exercise."""
    await nurse.goto(address)
    await nurse.get_by_role("button", name="Start").click()
    await nurse.get_by_role("button", name="OK", exact=True).click()
    await nurse.get_by_role("button", name="WOOP").first.click()
    await nurse.locator("#lines > li").nth(4).wait_for()


async def signs_in(coach: Page, address: str, name: str) -> None:
    await coach.goto(f"{address}/console")
    await coach.get_by_role("button", name=name).click()
    await expect(coach.get_by_role("heading", level=1)).to_be_visible()


async def writes(coach: Page, words: str) -> None:
    await coach.locator("#reply").fill(words)
    await coach.get_by_role("button", name="Send", exact=True).click()
    await expect(coach.locator("#talk")).to_contain_text(words)


@pytest.mark.browser
@pytest.mark.shows("U6", "B8", side="in two windows, from request to hand-back")
async def test_a_nurse_asks_for_a_person_and_a_coach_comes(browser: Browser, tmp_path: Path) -> None:
    hers, his = await browser.new_context(viewport=PHONE), await browser.new_context(viewport=DESK)
    nurse, coach = await hers.new_page(), await his.new_page()
    async with running(tmp_path) as address:
        await begins(nurse, address)
        await signs_in(coach, address, "Sam Sandbox")
        await says(nurse, "be less knackered")
        await says(nurse, "can I talk to a real person?")
        await reads(nurse, "I have asked for a person")
        row = coach.locator("[data-row]").first
        await expect(row).to_be_visible(timeout=10_000)
        assert "knackered" not in await coach.locator("body").inner_text(), "no words of hers where others may look"
        await row.get_by_role("button", name="Take the case").click()
        await reads(nurse, "Sam Sandbox is here now")
        await writes(coach, "Hello, what would help most <b>right now</b>?")
        await reads(nurse, "Sam Sandbox: Hello, what would help most <b>right now</b>?")
        await coach.get_by_role("link", name="My week").click()
        await nurse.get_by_role("textbox").fill("I never get my break")
        await nurse.get_by_role("button", name="Send").click()
        await expect(coach.locator("#told")).to_contain_text("There is something new from", timeout=10_000)
        assert "my break" not in await coach.locator("body").inner_text()
        await coach.locator("#told").get_by_role("link").click()
        await expect(coach.locator("#talk")).to_contain_text("I never get my break", timeout=10_000)
        said = await nurse.locator("#lines > li").count()
        await coach.locator("summary", has_text="Hand").first.click()
        await coach.locator("#agreed").fill("You ask Jo to cover at one")
        await coach.get_by_role("button", name="Hand it back").click()
        await reads(nurse, "You ask Jo to cover at one")
        await reads(nurse, "You are back with me, the bot")
        assert await nurse.locator("#lines > li").count() > said
        await expect(coach.locator("[data-row]")).to_have_count(0)
    await hers.close()
    await his.close()
