"""Somebody opens the printed address and has a plan a minute later."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from tests.road.running import running

WALK = (
    "be less knackered",
    "taking my proper break on long days",
    "6",
    "8",
    "I'd get home with something left for my kids",
    "sitting on the floor doing lego, not snapping at them",
    "I feel guilty leaving the others",
    'about 1, when Jo says "you go" and I say "in a minute"',
    'say "back at half past" and walk',
    "7",
)
PLAN = 'If Jo says "you go" and I say "in a minute", then I will say "back at half past" and walk.'


async def says(page: Page, words: str) -> None:
    """Answer by the button that says so, where there is one; else in words. Then wait for what the bot says next."""
    before = await page.locator("#lines > li").count()
    button = page.get_by_role("button", name=words, exact=True)
    if await button.count():
        await button.last.click()
    else:
        await page.get_by_role("textbox").fill(words)
        await page.get_by_role("button", name="Send").click()
    await page.locator("#lines > li").nth(before + 1).wait_for()


@pytest.mark.browser
async def test_a_nurse_makes_a_plan_in_the_browser_and_finds_it_after_a_restart(browser: Browser, tmp_path: Path) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    async with running(tmp_path) as address:
        began = time.monotonic()
        await page.goto(address)
        await page.get_by_role("button", name="Start").click()
        await page.get_by_role("button", name="OK", exact=True).click()
        await page.get_by_role("button", name="WOOP").first.click()
        await page.locator("#lines > li").nth(4).wait_for()
        for words in WALK:
            await says(page, words)
        print(f"a plan after {time.monotonic() - began:.1f} s")
        assert PLAN in await page.locator("#lines").inner_text()
        port = address.rsplit(":", 1)[1]
    async with running(tmp_path, COACHBOT_HTTP__PORT=port) as again:
        await page.goto(again)
        await says(page, "goals")
        said = await page.locator("#lines > li").all_inner_texts()
        assert "taking my proper break on long days" in "\n".join(said[-2:])
    await context.close()
