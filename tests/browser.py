"""A real browser for the tests, where Chromium is installed (on Debian: `apt install chromium`)."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def chromium() -> str:
    """Where Chromium is, or nothing."""
    return next(filter(None, map(shutil.which, NAMES)), "")


def missing() -> str:
    """Why there is no browser here, or nothing."""
    return "" if chromium() else "no Chromium"


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The browser of this test process; open a context in it for each person."""
    if reason := missing():
        pytest.skip(reason)
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield started
        await started.close()
