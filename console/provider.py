"""Signing in through an OpenID Connect provider: code flow with PKCE (RFC 7636), the ID token checked here."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import aiohttp
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from coaching.ports import Clock
from console.guard import is_loopback
from console.ports import NotSignedIn, Trip

PATIENCE = aiohttp.ClientTimeout(total=8.0, connect=3.0)  # seconds
LARGEST = 256 * 1024  # bytes of an answer
LEEWAY = 60  # seconds by which clocks may differ
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Client:
    """What we are to the provider."""

    issuer: str
    id: str
    secret: str


class OidcProvider:
    """Carries out `console.ports.Provider`. Nothing is tried twice, no redirect is followed, and plain http only on this machine."""

    def __init__(self, client: Client, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._known: dict[str, Any] | None = None

    def __repr__(self) -> str:
        return f"<identity provider {self._client.issuer}>"

    async def address(self, trip: Trip) -> str:
        known = await self._endpoints()
        asked = {
            "response_type": "code",
            "client_id": self._client.id,
            "redirect_uri": trip.redirect_uri,
            "scope": "openid email",
            "state": trip.state,
            "nonce": trip.nonce,
            "code_challenge": challenge_of(trip.verifier),
            "code_challenge_method": "S256",
        }
        begun = known["authorization_endpoint"]
        return f"{begun}{'&' if urlsplit(begun).query else '?'}{urlencode(asked)}"

    async def email(self, trip: Trip, code: str) -> str:
        known = await self._endpoints()
        answer = await self._fetch("POST", known["token_endpoint"], data=self._trade(known, trip, code), headers=self._password(known))
        claims = await self._claims(known, trip, answer)
        if "email" not in claims and "userinfo_endpoint" in known:
            claims |= await self._told(known["userinfo_endpoint"], claims["sub"], str(answer.get("access_token", "")))
        if claims.get("email_verified") is not True or not isinstance(claims.get("email"), str):
            raise NotSignedIn("no verified e-mail address")
        return str(claims["email"])

    # -- asking -----------------------------------------------------------------------------------------------------------------

    async def _endpoints(self) -> dict[str, Any]:
        """Where everything is, by the provider's own description of itself."""
        if self._known is None:
            found = await self._fetch("GET", f"{self._client.issuer.rstrip('/')}/.well-known/openid-configuration")
            if str(found.get("issuer", "")).rstrip("/") != self._client.issuer.rstrip("/"):
                raise NotSignedIn("it describes another issuer")
            if any(not _may_ask(str(found.get(each, ""))) for each in ENDPOINTS):
                raise NotSignedIn("its addresses cannot be used")
            self._known = found
        return self._known

    def _trade(self, known: dict[str, Any], trip: Trip, code: str) -> dict[str, str]:
        traded = {"grant_type": "authorization_code", "code": code, "redirect_uri": trip.redirect_uri, "code_verifier": trip.verifier}
        if self._shows_secret(known):
            return traded
        return traded | {"client_id": self._client.id} | ({"client_secret": self._client.secret} if self._client.secret else {})

    def _password(self, known: dict[str, Any]) -> dict[str, str]:
        if not self._shows_secret(known):
            return {}
        return {"Authorization": aiohttp.encode_basic_auth(quote_plus(self._client.id), quote_plus(self._client.secret))}

    def _shows_secret(self, known: dict[str, Any]) -> bool:
        """Whether our secret goes into a header (what a provider takes that says nothing of it), not into the form."""
        methods = known.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return bool(self._client.secret) and "client_secret_basic" in methods

    async def _claims(self, known: dict[str, Any], trip: Trip, answer: dict[str, Any]) -> dict[str, Any]:
        """What the ID token says, once its signature, issuer, audience, age and nonce are as they are to be."""
        keys = await self._fetch("GET", known["jwks_uri"])
        now = int(self._clock.now().timestamp())
        wanted = jwt.JWTClaimsRegistry(
            now=now,
            leeway=LEEWAY,
            iss={"essential": True, "value": known["issuer"]},
            aud={"essential": True, "value": self._client.id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": trip.nonce},
        )
        try:
            token = jwt.decode(str(answer.get("id_token", "")), KeySet.import_key_set(keys), algorithms=ALGORITHMS)  # type: ignore[arg-type]
            wanted.validate(token.claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise NotSignedIn(f"its token is not good: {type(error).__name__}") from None
        return dict(token.claims)

    async def _told(self, address: str, subject: str, access: str) -> dict[str, Any]:
        if not _may_ask(address):
            raise NotSignedIn("its addresses cannot be used")
        told = await self._fetch("GET", address, headers={"Authorization": f"Bearer {access}"})
        if told.get("sub") != subject:
            raise NotSignedIn("it speaks of somebody else")
        return {name: told[name] for name in ("email", "email_verified") if name in told}

    async def _fetch(self, method: str, address: str, **more: Any) -> dict[str, Any]:
        if not _may_ask(address):
            raise NotSignedIn("its address cannot be used")
        try:
            async with (
                aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), trust_env=not is_loopback(urlsplit(address).netloc)) as session,
                session.request(method, address, allow_redirects=False, timeout=PATIENCE, **more) as answer,
            ):
                if answer.status != 200:
                    raise NotSignedIn(f"status {answer.status}")
                return _object(await _body(answer))
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise NotSignedIn(type(error).__name__) from None


def challenge_of(verifier: str) -> str:
    """The S256 challenge of a verifier."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _may_ask(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.netloc))


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    read = bytearray()
    async for chunk in answer.content.iter_chunked(8192):
        read += chunk
        if len(read) > LARGEST:
            raise NotSignedIn("it answered too much")
    return bytes(read)


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        raise NotSignedIn("it answered no JSON") from None
    if not isinstance(found, dict):
        raise NotSignedIn("it answered no object")
    return found
