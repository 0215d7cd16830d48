"""What every test can count on: the `shows` mark, PostgreSQL and a browser where they can be had, and an honest closing line."""

pytest_plugins = ["tests.rows", "tests.postgres", "tests.browser", "tests.outside"]
