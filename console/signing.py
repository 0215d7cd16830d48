"""Signing in: by the organisation's own sign-in, by a code that is sent, or, in a sandbox on this machine, by a button."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import structlog
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.forms import Form
from coaching.logins import Logins
from coaching.ports import Clock, Names
from coaching.staff import Role, Staff
from console.authenticator import step_of
from console.door import Caller, Door, Tries
from console.guard import is_loopback, seal_of
from console.ports import NotSignedIn, Provider, SendsCode, Trip
from console.showing import Showing
from console.ways import HOME

CODE = 8
ASKS_EACH, ASKS_FROM, GIVES_FROM, TRIPS_FROM = 5, 30, 60, 60  # in ten minutes: a person, and an address that a whole ward may share
_NOT_CODE = re.compile(r"[\s\-.–]+")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Means:
    """By what somebody may sign in here. `sandbox`: by a button, on this machine; nothing else knows of it.

    `second`: the roles for which a code is not enough, whoever has an authenticator or not. (Of a provider, that is its own business.)
    """

    code: SendsCode | None = None
    provider: Provider | None = None
    sandbox: bool = False
    second: frozenset[Role] = frozenset()


class Signing:
    """What the addresses of signing in and out do."""

    def __init__(self, logins: Logins, door: Door, means: Means, clock: Clock, names: Names, *, showing: Showing, public_url: str) -> None:
        self._logins = logins
        self._door = door
        self._means = means
        self._clock = clock
        self._names = names
        self._show = showing
        self._public_url = public_url
        self._asks, self._asks_from = Tries(clock, ASKS_EACH), Tries(clock, ASKS_FROM)
        self._gives_from, self._trips_from = Tries(clock, GIVES_FROM), Tries(clock, TRIPS_FROM)

    # -- looking ----------------------------------------------------------------------------------------------------------------

    async def sign_in(self, request: Request, caller: Caller) -> Response:
        if caller.person:
            return RedirectResponse(HOME, 303)
        return await self._sign_in_page(request, caller)

    async def code(self, request: Request, caller: Caller) -> Response:
        """The field for a code. A link in a message leads here, and does no more: whoever follows it, however often."""
        return RedirectResponse(HOME, 303) if caller.person else self._waited(caller, "code")

    async def signed_out(self, request: Request, caller: Caller) -> Response:
        return self._show.page("signed_out", Caller())

    # -- by a code --------------------------------------------------------------------------------------------------------------

    async def ask_code(self, request: Request, caller: Caller, form: Form) -> Response:
        """Send a code to whoever goes by this name or address; the answer is the same whether anybody does."""
        if self._means.code is None or caller.person:
            return RedirectResponse(f"{HOME}/sign-in", 303)
        if not self._asks_from.take(client_of(request)):
            return await self._sign_in_page(request, caller, "trouble.wait", 429)
        person = who_is(form.get("who", ""), await self._door.members())
        may = person is not None and self._asks.take(person.id)
        token, code = self._door.new_token(), self._names.code(CODE)
        await self._logins.ask(token, person.id if person and may else "", code)
        sending = BackgroundTask(self._means.code.send_code, person, code) if person and may else None
        response = RedirectResponse(f"{HOME}/sign-in/code", 303, background=sending)
        self._door.await_login(response, token)
        return response

    async def give_code(self, request: Request, caller: Caller, form: Form) -> Response:
        """Use the code up, in the browser that asked for it."""
        if caller.person:
            return RedirectResponse(HOME, 303)
        if not self._gives_from.take(client_of(request)):
            return self._waited(caller, "code", "trouble.wait", 429)
        token = self._door.new_token()
        code = _NOT_CODE.sub("", form.get("code", "")).upper()[:32]
        staff_id = await self._logins.answer(caller.token, code, token)
        trouble = "trouble.code" if staff_id is None else await self._second(staff_id, token, form.get("number", "")[:32])
        if trouble:
            return self._waited(caller, "code", trouble, 422)
        log.info("login.begun", staff=staff_id, by="code")
        response = RedirectResponse(self._door.wanted(request), 303)
        self._door.let_in(response, token)
        return response

    async def _second(self, staff_id: str, token: str, number: str) -> str:
        """What is wrong beside the code, if anything: the number of their authenticator, or that they have none and need one. The login
        ends before any browser has it: each number that is tried costs a code, and those are sent only so often."""
        secret = await self._logins.factor(staff_id)
        if secret is None and not await self._needs_second(staff_id):
            return ""
        step = None if secret is None else step_of(secret, number, self._clock.now())
        if step is not None and await self._logins.use_step(staff_id, step):
            return ""
        await self._logins.end(token)
        log.warning("login.number_missing" if secret is None else "login.number_wrong", staff=staff_id)
        return "trouble.second" if secret is None else "trouble.code"

    async def _needs_second(self, staff_id: str) -> bool:
        person = next((each for each in await self._door.members() if each.id == staff_id), None)
        return person is not None and bool(self._means.second & person.roles)

    # -- by the organisation's own sign-in --------------------------------------------------------------------------------------

    async def leave_for_provider(self, request: Request, caller: Caller) -> Response:
        """Off to the provider. Everything that binds its answer to this browser follows from a token that only the browser has."""
        if self._means.provider is None:
            return RedirectResponse(f"{HOME}/sign-in", 303)
        if not self._trips_from.take(client_of(request)):
            return await self._sign_in_page(request, caller, "trouble.wait", 429)
        token = self._door.new_token()
        try:
            response = RedirectResponse(await self._means.provider.address(self._trip(request, token)), 303)
        except NotSignedIn as error:
            return await self._not_vouched(request, caller, error)
        self._door.await_login(response, token)
        return response

    async def back_from_provider(self, request: Request, caller: Caller) -> Response:
        """Back from the provider, in the browser that left for it, or nobody is let in."""
        if self._means.provider is None or caller.person:
            return RedirectResponse(HOME, 303)
        trip, code = self._trip(request, caller.token), request.query_params.get("code", "")
        if not caller.token or request.query_params.get("state") != trip.state or not code:
            return await self._not_vouched(request, caller, NotSignedIn("another browser, or no code"))
        try:
            email = await self._means.provider.email(trip, code)
        except NotSignedIn as error:
            return await self._not_vouched(request, caller, error)
        person = whose_address(email, await self._door.members())
        if person is None:
            return await self._not_vouched(request, caller, NotSignedIn("nobody on the staff"))
        return await self._let_in(request, person, "provider")

    def _trip(self, request: Request, token: str) -> Trip:
        base = self._public_url.rstrip("/") or str(request.base_url).rstrip("/")
        state, nonce, verifier = (seal_of(token, each) for each in ("state", "nonce", "verifier"))
        return Trip(state, nonce, verifier, f"{base}{HOME}/sign-in/back")

    async def _not_vouched(self, request: Request, caller: Caller, error: NotSignedIn) -> Response:
        log.warning("login.not_vouched", why=str(error))
        return await self._sign_in_page(request, caller, "trouble.provider", 403)

    # -- in the sandbox ---------------------------------------------------------------------------------------------------------

    async def pick(self, request: Request, caller: Caller, form: Form) -> Response:
        """In as somebody of the sandbox: on this machine, and asked for from this machine."""
        people = {each.id: each for each in await self._of_sandbox(request)}
        person = people.get(form.get("who", ""))
        return self._show.sorry("trouble.not_found", 404, caller) if person is None else await self._let_in(request, person, "sandbox")

    async def _of_sandbox(self, request: Request) -> list[Staff]:
        here = self._means.sandbox and is_loopback(request.headers.get("host", "")) and is_loopback(client_of(request))
        return await self._door.members() if here else []

    # -- out --------------------------------------------------------------------------------------------------------------------

    async def sign_out(self, request: Request, caller: Caller, form: Form) -> Response:
        await self._logins.end(caller.token)
        return self._out()

    async def sign_out_everywhere(self, request: Request, caller: Caller, form: Form) -> Response:
        if caller.person:
            await self._logins.end_all(caller.person.id)
        return self._out()

    def _out(self) -> Response:
        response = RedirectResponse(f"{HOME}/signed-out", 303)
        self._door.forget(response)
        return response

    # -- pages ------------------------------------------------------------------------------------------------------------------

    async def _let_in(self, request: Request, person: Staff, by: str) -> Response:
        log.info("login.begun", staff=person.id, by=by)
        response = RedirectResponse(self._door.wanted(request), 303)
        await self._door.begin(response, person)
        return response

    async def _sign_in_page(self, request: Request, caller: Caller, trouble: str = "", status: int = 200) -> Response:
        people = sorted(await self._of_sandbox(request), key=lambda each: each.name)
        means = {"by_code": self._means.code is not None, "by_provider": self._means.provider is not None, "people": people}
        return self._waited(caller, "sign_in", trouble, status, means)

    def _waited(
        self, caller: Caller, page: str, trouble: str = "", status: int = 200, blanks: Mapping[str, object] | None = None
    ) -> Response:
        """A page with a form for a browser that is known again: its token is made here where it has none."""
        known = Caller(caller.token or self._door.new_token())
        response = self._show.page(page, known, status, blanks, trouble=trouble)
        if known.token != caller.token:
            self._door.await_login(response, known.token)
        return response


def client_of(request: Request) -> str:
    return request.client.host if request.client else ""


def who_is(said: str, staff: list[Staff]) -> Staff | None:
    """The one person who goes by this name or address."""
    wanted = said.strip().lstrip("@").casefold()
    found = [each for each in staff if wanted and wanted in {_plain(name) for name in (each.name, *(value for _, value in each.addresses))}]
    return found[0] if len(found) == 1 else None


def whose_address(email: str, staff: list[Staff]) -> Staff | None:
    """Whose e-mail address this is."""
    wanted = ("email", email.strip().casefold())
    found = [each for each in staff if wanted in {(channel, value.strip().casefold()) for channel, value in each.addresses}]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return name.strip().lstrip("@").casefold()
