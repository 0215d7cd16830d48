"""An identity provider on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import oidc_provider_mock
import pytest


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """Its address. Whoever signs in there is who they say; whom it vouches for is set by the tests."""
    people = [
        oidc_provider_mock.User(sub="1", claims={"email": "Amina@example.org", "email_verified": True}),
        oidc_provider_mock.User(sub="2", claims={"email": "amina@example.org", "email_verified": False}),
        oidc_provider_mock.User(sub="3", claims={"email": "amina@example.org"}),
        oidc_provider_mock.User(sub="4", claims={"email": "stranger@example.org", "email_verified": True}),
        oidc_provider_mock.User(sub="5", claims={}),
    ]
    with oidc_provider_mock.run_server_in_thread(user_claims=people) as server:
        yield f"http://localhost:{server.server_port}"
