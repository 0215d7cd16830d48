"""What every test can count on: the `shows` mark, PostgreSQL and a browser where they can be had, and an honest closing line."""

from coachbot.memory import keep_for_good

pytest_plugins = ["tests.rows", "tests.postgres", "tests.browser", "tests.outside"]


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay: a test that is timed is not held up by the collector looking through all of them."""
    keep_for_good()
