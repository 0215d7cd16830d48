"""The console's addresses, put together: each `Way` with what it does, and around all of them who is let in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence

import structlog
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from browser.forms import Form, TooLarge, form_of
from browser.guard import Guarded, files
from coaching.logins import Logins
from coaching.ports import Clock, Names
from coaching.staff import Staff
from console import ways
from console.bells import EVERYTHING, Bells
from console.desk import DeskPages
from console.door import Caller, Door
from console.guard import LARGEST, SECURE, from_our_page, is_ours, looks_again
from console.notices import NoticePages, mark_of
from console.pages import Pages
from console.ports import Care, Desk, Roll, SafetyReview, Welfare
from console.reviews import ReviewPages
from console.showing import Showing
from console.signing import Means, Signing
from console.supervising import Supervising
from console.ways import HOME, Way
from console.weeks import Weeks

PULSE = 5.0  # seconds after which an open page looks again, rung or not: another process may have made the change
BREATH = 0.25  # seconds between two calls to one page: what happens meanwhile is one

Look = Callable[[Request, Caller], Awaitable[Response]]
Act = Callable[[Request, Caller, Form], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]

log = structlog.get_logger(__name__)


def routes(
    logins: Logins,
    roll: Roll,
    welfare: Welfare,
    care: Care,
    desk: Desk,
    review: SafetyReview,
    means: Means,
    clock: Clock,
    names: Names,
    labels: Mapping[str, str],
    notices: Sequence[str],
    *,
    bells: Bells,
    public_url: str = "",
    language: str = "en-GB",
) -> list[BaseRoute]:
    """Everything under `/console`. `public_url`: with https cookies are Secure. ContentError where a label is missing."""
    https = public_url.startswith("https:")
    door, showing = Door(logins, roll, clock, names, https=https), Showing(Pages(labels, notices, language))
    signing = Signing(logins, door, means, clock, names, showing=showing, public_url=public_url)
    weeks, supervising = Weeks(welfare, care, clock, showing), Supervising(welfare, care, door, clock, showing)
    pages = (weeks, supervising, DeskPages(desk, names, showing), NoticePages(desk, showing), ReviewPages(review, names, showing))
    rooms = (signing, *pages, Lobby(door, bells, desk, showing))
    return Console(door, showing, rooms, public_url).routes(https)


class Lobby:
    """Where whoever has signed in arrives, and the stream that keeps open pages right."""

    def __init__(self, door: Door, bells: Bells, desk: Desk, showing: Showing) -> None:
        self._door = door
        self._bells = bells
        self._desk = desk
        self._show = showing

    async def home(self, request: Request, caller: Caller) -> Response:
        """The first page that this person's roles open."""
        pages = ways.shown_to(caller.person)
        return RedirectResponse(f"{HOME}{pages[0].path}", 303) if pages else self._show.page("home", caller)

    async def events(self, request: Request, caller: Caller) -> Response:
        if caller.person is None or self._bells.crowded(caller.person.id):
            return Response(status_code=429)
        return EventSourceResponse(self.ticks(caller.token, caller.person.id, number=_shown(request)))

    async def ticks(
        self, token: str, staff_id: str, pulse: float = PULSE, number: int = EVERYTHING
    ) -> AsyncGenerator[ServerSentEvent, None]:
        """`new` at once, whenever the bell rings, and now and then, with the mark of what is unseen; `out`, and the end, with the login."""
        with self._bells.listening(staff_id, number) as bell:
            while (person := await self._door.known(token)) is not None and person.id == staff_id:
                yield ServerSentEvent(event="new", data=await self._mark(person))
                await asyncio.sleep(BREATH)
                try:
                    async with asyncio.timeout(pulse):
                        await bell.wait()
                except TimeoutError:
                    pass
                bell.clear()
        yield ServerSentEvent(event="out", data="")

    async def _mark(self, person: Staff) -> str:
        return mark_of(await self._desk.unseen(person)) if ways.notified(person) else ""


def _shown(request: Request) -> int:
    """The number of the case that the page shows."""
    number = request.query_params.get("case", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else EVERYTHING


class Console:
    """Every way with what is done on it."""

    def __init__(self, door: Door, showing: Showing, rooms: Sequence[object], public_url: str) -> None:
        self._door = door
        self._show = showing
        self._rooms = rooms
        self._public_url = public_url

    def routes(self, https: bool) -> list[BaseRoute]:
        secure = SECURE if https else ""
        guarded = [Middleware(Guarded, secure=secure)]
        return [files(f"{HOME}/static", "console", secure), *(self._route(way, guarded) for way in ways.WAYS)]

    def _route(self, way: Way, guarded: Sequence[Middleware]) -> Route:
        room = next(each for each in self._rooms if hasattr(each, way.name))
        done = getattr(room, way.name)
        endpoint = self._looked(way, done) if way.method == "GET" else self._posted(way, done)
        return Route(f"{HOME}{way.path}", self._safely(endpoint), methods=[way.method], middleware=guarded, name=way.name)

    def _looked(self, way: Way, look: Look) -> Endpoint:
        async def answer(request: Request) -> Response:
            if request.method == "HEAD":
                return Response()
            caller = await self._door.caller(request)
            turned_away = self._turned_away(way, request, caller)
            if turned_away is None and way.name != "events":  # an open page that looks again by itself is no sign of life
                await self._alive(request, caller)
            return turned_away or await look(request, caller)

        return answer

    def _posted(self, way: Way, act: Act) -> Endpoint:
        async def answer(request: Request) -> Response:
            caller = await self._door.caller(request)
            if not from_our_page(request, self._public_url):
                return self._show.sorry("trouble.elsewhere", 403, Caller())
            if turned_away := self._turned_away(way, request, caller):
                return turned_away
            form = await form_of(request, LARGEST)
            if not is_ours(form, caller.token):
                return self._show.sorry("trouble.again", 403, caller)
            await self._alive(request, caller)
            return await act(request, caller, form)

        return answer

    async def _alive(self, request: Request, caller: Caller) -> None:
        if not looks_again(request):
            await self._door.touch(caller)

    def _turned_away(self, way: Way, request: Request, caller: Caller) -> Response | None:
        """Why this caller goes no further: not signed in, or not theirs, which for what is secret reads as if it were not there."""
        if way.roles is None:
            return None
        if caller.person is None:
            return self._to_sign_in(way, request, caller)
        if way.lets(caller.person):
            return None
        return self._show.sorry("trouble.not_found", 404, caller) if way.secret else self._show.sorry("trouble.not_yours", 403, caller)

    def _to_sign_in(self, way: Way, request: Request, caller: Caller) -> Response:
        if way.method != "GET" or way.name == "events":
            return self._show.sorry("trouble.signed_out", 401, caller)
        response = RedirectResponse(f"{HOME}/sign-in", 303)
        self._door.remember(response, request.url.path)
        return response

    def _safely(self, endpoint: Endpoint) -> Endpoint:
        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except TooLarge:
                return self._show.sorry("trouble.too_big", 413, Caller())
            except ClientDisconnect:
                return Response(status_code=400)  # nobody is there to read it
            except Exception as error:
                log.error("console.not_reached", path=request.url.path, error=type(error).__name__)
                return self._show.sorry("trouble.not_reached", 503, Caller())

        return answer
