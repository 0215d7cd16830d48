"""The browser chat's addresses. Every POST works as a plain form; `X-Talk: 1` asks for the changed part alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

import structlog
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from bot.adapters.web.guard import from_our_page
from bot.adapters.web.outlet import Bells
from bot.adapters.web.page import Margin, Pages, Talk, lines_asked_for, talk_of
from bot.adapters.web.reading import HELP_NOW, LARGEST, LONGEST, address_of, arrived, nonce_of, pressed, said
from bot.adapters.web.visiting import Caller, Door, Tries
from browser.forms import Form, TooLarge, form_of
from browser.guard import HTTPS_ALONE, Guarded, files
from coaching.message import Inbound, Kind
from coaching.ports import Clock, Intake, Looking, Names, Receipt
from coaching.visits import Visits

PATIENCE = 2.0  # seconds that a POST waits for the first line
MORE = 0.15  # seconds for further lines of the same turn
LONGEST_WAIT = 6.0  # seconds until the page says what it can without a database: the help lines are on it
PULSE = 20.0  # seconds after which an open page looks again, rung or not (the sender may be another process)

Reading = Callable[[str, str, datetime], Inbound]
Endpoint = Callable[[Request], Awaitable[Response]]
FormEndpoint = Callable[[Request, Form], Awaitable[Response]]

log = structlog.get_logger(__name__)


def routes(
    intake: Intake,
    looking: Looking,
    visits: Visits,
    clock: Clock,
    names: Names,
    labels: Mapping[str, str],
    notices: Sequence[str],
    *,
    bells: Bells,
    public_url: str = "",
    language: str = "en-GB",
    help_lines: Sequence[str] = (),
    patience: float = PATIENCE,
    longest_wait: float = LONGEST_WAIT,
) -> list[Route | Mount]:
    """The chat at `/`. ContentError where a label is missing.

    `bells` are those of the WebOutlet. `public_url`: with https the cookie is Secure. `help_lines` is what *help now* would say, for
    the page that says nothing could be reached. `patience`: seconds a POST waits for an answer, `longest_wait` for everything.
    """
    https = public_url.startswith("https:")
    door = Door(visits, clock, names, https)
    pages = Pages(labels, notices, language, help_lines)
    chat = Chat(intake, looking, door, clock, names, pages, bells, public_url, patience, longest_wait)
    secure = HTTPS_ALONE if https else ""
    return [*chat.addresses([Middleware(Guarded, secure=secure)]), files("/static", "bot.adapters.web", secure)]


class Chat:
    """What each address does."""

    def __init__(
        self,
        intake: Intake,
        looking: Looking,
        door: Door,
        clock: Clock,
        names: Names,
        pages: Pages,
        bells: Bells,
        public_url: str,
        patience: float,
        longest_wait: float = LONGEST_WAIT,
    ) -> None:
        self._intake = intake
        self._looking = looking
        self._door = door
        self._clock = clock
        self._names = names
        self._pages = pages
        self._bells = bells
        self._public_url = public_url
        self._patience = patience
        self._longest_wait = longest_wait
        self._tries = Tries(clock)

    def addresses(self, middleware: Sequence[Middleware]) -> list[Route]:
        """Where each thing is done: looking by GET, doing by POST."""
        looks = {"/": self.page, "/talk": self.talk, "/events": self.events, "/back": self.code_page}
        talks = {"/start": self.start, "/say": self.say, "/press": self.press}
        moves = {"/here": self.here, "/leave": self.leave, "/back": self.back, "/code": self.code, "/fresh": self.fresh}
        return [
            *(Route(path, self.safely(look), methods=["GET"], middleware=middleware) for path, look in looks.items()),
            *(Route(path, self.posted(act), methods=["POST"], middleware=middleware) for path, act in (talks | moves).items()),
        ]

    # -- around every address ---------------------------------------------------------------------------------------------------

    def safely(self, endpoint: Endpoint) -> Endpoint:
        """The endpoint, with a page that says so where it cannot be reached."""

        async def answer(request: Request) -> Response:
            if request.method == "HEAD":
                return Response()
            try:
                return await endpoint(request)
            except Exception as error:
                return self._not_reached(request, {}, error)

        return answer

    def posted(self, endpoint: FormEndpoint) -> Endpoint:
        """The endpoint, given the form where it comes from our page. What was written is never lost."""

        async def answer(request: Request) -> Response:
            if not from_our_page(request, self._public_url):
                return self._sorry("elsewhere", 403)
            try:
                form = await form_of(request, LARGEST)
            except TooLarge:
                return self._sorry("too_big", 413)
            except ClientDisconnect:
                return Response(status_code=400)  # nobody is there to read it
            try:
                async with asyncio.timeout(self._longest_wait):
                    return await endpoint(request, form)
            except Exception as error:
                return self._not_reached(request, form, error)

        return answer

    # -- looking ----------------------------------------------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        """The chat; for a new browser, its beginning."""
        caller = await self._door.caller(request)
        if caller.hidden:
            return self._hidden(200)
        return await self._chat(request, caller, Margin(), waiting="waiting" in request.query_params)

    async def talk(self, request: Request) -> Response:
        """The part that changes. Looking again by itself is no sign of life."""
        caller = await self._door.caller(request)
        return await self._part(request, caller) if caller.person else Response(status_code=403)

    async def events(self, request: Request) -> Response:
        """A stream of ticks: something is new, or everything is hidden now."""
        caller = await self._door.caller(request)
        if not caller.person:
            return Response(status_code=403)
        if self._bells.crowded(caller.person):
            return Response(status_code=429)
        return EventSourceResponse(self.ticks(caller))

    async def ticks(self, caller: Caller, pulse: float = PULSE) -> AsyncGenerator[ServerSentEvent, None]:
        """`new` at once and whenever the bell rings; `hidden`, and the end, when this browser may no longer see."""
        with self._bells.listening(caller.person) as bell:
            while (await self._door.known(caller.token)).person == caller.person:
                yield ServerSentEvent(event="new", data="")
                await rung(bell, pulse)
                bell.clear()
        yield ServerSentEvent(event="hidden", data="")

    async def code_page(self, request: Request) -> Response:
        """The field for a code."""
        caller = await self._door.caller(request)
        return self._hidden(200) if caller.hidden else self._back("", 200, known=bool(caller.person))

    # -- saying -----------------------------------------------------------------------------------------------------------------

    async def start(self, request: Request, form: Form) -> Response:
        caller = await self._door.caller(request)
        return self._hidden(403) if caller.hidden else await self._take(request, caller, form, arrived)

    async def say(self, request: Request, form: Form) -> Response:
        caller, text = await self._door.caller(request), form.get("text", "")
        if caller.hidden:
            return self._hidden(403, draft=text)
        if len(text) > LONGEST:
            trouble = self._pages.say("too_long", count=f"{len(text) - LONGEST:,}")
            return await self._chat(request, caller, Margin(draft=text, trouble=trouble), status=422)
        if not text.strip():
            return RedirectResponse("/#end", 303)
        return await self._take(request, caller, form, partial(said, text=text))

    async def press(self, request: Request, form: Form) -> Response:
        """A button. *Help now* works in front of a hidden conversation too, as a new one: it is nobody's until a code is given."""
        caller = await self._door.caller(request)
        if caller.hidden and form.get("choice") != HELP_NOW:
            return self._hidden(403)
        return await self._take(request, Caller() if caller.hidden else caller, form, partial(pressed, form=form))

    async def _take(self, request: Request, caller: Caller, form: Form, read: Reading) -> Response:
        """Receive (committed on return), wait a moment for the answer, show it."""
        if not caller.visit and wants_part(request):
            return Response(status_code=403)  # the browser asks again for the whole page, which brings its cookie
        caller = caller if caller.visit else await self._door.begin()
        inbound = read(caller.person, nonce_of(form, self._names.new()), self._clock.now())
        with self._bells.listening(caller.person) as bell:
            receipts = await self._intake.receive([inbound])
            await self._door.touch(caller)
            answered = await self._answered(bell)
        if receipts == [Receipt.KNOWN] and inbound.kind is Kind.TEXT and not await self._stands(inbound):
            margin = Margin(draft=inbound.words.text, trouble=self._pages.say("sent_before"))
            return await self._chat(request, caller, margin, status=409)
        if wants_part(request):
            return await self._part(request, caller, waiting=not answered)
        if caller.code:  # a new browser, which may not keep cookies: show it now
            return await self._chat(request, caller, Margin(), waiting=not answered)
        return RedirectResponse("/#end" if answered else "/?waiting=1#end", 303)

    async def _answered(self, bell: asyncio.Event) -> bool:
        if not await rung(bell, self._patience):
            return False
        await asyncio.sleep(min(MORE, self._patience))
        return True

    async def _stands(self, inbound: Inbound) -> bool:
        """Whether these words are in the transcript already: the form was sent twice, not sent again with other words."""
        glance = await self._looking.glance(inbound.address, 20)
        return any(line.author == "participant" and line.text.strip() == inbound.words.text.strip() for line in glance.lines)

    # -- coming and going -------------------------------------------------------------------------------------------------------

    async def here(self, request: Request, form: Form) -> Response:
        """Somebody is typing or reading: not idle."""
        caller = await self._door.caller(request)
        if not caller.person:
            return Response(status_code=403)
        await self._door.touch(caller)
        return Response(status_code=204)

    async def leave(self, request: Request, form: Form) -> Response:
        """Hide everything, here and in every other open page of this browser."""
        caller = await self._door.caller(request)
        if caller.visit:
            await self._door.hide(caller)
            self._bells.ring(caller.visit.person)
        return RedirectResponse("/", 303, headers={"Clear-Site-Data": '"cache"'})

    async def code(self, request: Request, form: Form) -> Response:
        """A new code, shown now and never again."""
        caller = await self._door.caller(request)
        if not caller.person:
            return RedirectResponse("/", 303)
        caller = await self._door.new_code(caller)
        return await self._chat(request, caller, Margin(open_code=True))

    async def fresh(self, request: Request, form: Form) -> Response:
        """A conversation of one's own, whatever is hidden here."""
        caller = await self._door.begin()
        return await self._chat(request, caller, Margin(draft=form.get("draft", "")))

    async def back(self, request: Request, form: Form) -> Response:
        """Use a code. Wrong ones are few, and none tells whether it ever existed."""
        caller, client = await self._door.caller(request), request.client.host if request.client else ""
        page = partial(self._back, draft=form.get("draft", ""), known=bool(caller.person))
        if not self._tries.allowed(client, caller.token):
            return page("back.wait", 429)
        attempt = self._tries.count(client, caller.token)
        returned = await self._door.come_back(form.get("code", ""))
        if returned is None:
            return page("back.wrong", 422)
        self._tries.forgive(attempt)
        return await self._chat(request, returned, Margin(draft=form.get("draft", "")))

    # -- pages ------------------------------------------------------------------------------------------------------------------

    async def _chat(self, request: Request, caller: Caller, margin: Margin, status: int = 200, waiting: bool = False) -> Response:
        """The whole page, with the cookie and the code of a visit that begins here."""
        caller = caller if caller.visit else await self._door.begin()
        talk = await self._talk(request, caller, waiting)
        await self._door.touch(caller)
        margin = Margin(margin.draft, margin.trouble, caller.code, margin.open_code)
        response = HTMLResponse(self._pages.chat(talk, (self._names.new(), self._names.new()), margin), status)
        if caller.code:
            self._door.remember(response, caller)
        return response

    async def _part(self, request: Request, caller: Caller, waiting: bool = False) -> Response:
        return HTMLResponse(self._pages.talk(await self._talk(request, caller, waiting)))

    async def _talk(self, request: Request, caller: Caller, waiting: bool) -> Talk:
        count = lines_asked_for(request.query_params.get("lines", ""))
        glance = await self._looking.glance(address_of(caller.person), count)
        return talk_of(glance, self._pages.labels, self._names.new, count, waiting)

    def _hidden(self, status: int, draft: str = "") -> Response:
        return HTMLResponse(self._pages.back("hidden", self._names.new(), draft), status)

    def _back(self, trouble: str, status: int, draft: str = "", known: bool = False) -> Response:
        said_why = self._pages.say(trouble) if trouble else ""
        return HTMLResponse(self._pages.back("back", self._names.new(), draft, said_why, known), status)

    def _sorry(self, trouble: str, status: int) -> Response:
        return HTMLResponse(self._pages.sorry(trouble, self._names.new()), status)

    def _not_reached(self, request: Request, form: Form, error: Exception) -> Response:
        """Nothing was stored. The words go back into the page under the same nonce, so that sending again decides once."""
        log.error("web.not_reached", path=request.url.path, error=type(error).__name__)
        draft, nonce = form.get("text", ""), nonce_of(form, self._names.new())
        page = self._pages.sorry("not_kept" if draft else "not_pressed", self._names.new(), draft, nonce, helping=True)
        return HTMLResponse(page, 503)


async def rung(bell: asyncio.Event, seconds: float) -> bool:
    """Wait for the bell, no longer than that."""
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return bell.is_set()
    return True


def wants_part(request: Request) -> bool:
    """Whether the page's own script asks."""
    return request.headers.get("x-talk") == "1"
