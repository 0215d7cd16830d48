"""The browser of the tests."""

from playwright.async_api import Browser


async def test_it_shows_a_page(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content("<main>Hello</main>")
    shown = await page.get_by_role("main").inner_text()
    await page.close()
    assert shown == "Hello"
