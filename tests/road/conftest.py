"""The stores that a test runs on: `urls` gives it both databases, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.service import files

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)]


@pytest.fixture(params=DATABASES)
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """The words and the keys; the keys always lie in a file."""
    words, keys = files(tmp_path)
    return (request.getfixturevalue("postgres_url") if request.param == "postgresql" else words), keys
