"""The console, wired to the hand-off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module

import structlog
from starlette.routing import BaseRoute

from coachbot.console_desk import ConsoleDesk
from coachbot.hand_off import HandOff
from coachbot.mind import labels, notices
from coachbot.opening import Opened
from coachbot.road import Road
from coachbot.settings import Settings, public_url
from coaching.casework import CaseFile, DeskParcel, DeskPost
from coaching.delivery import Sent
from coaching.effects import Say
from coaching.staff import Staff
from console.app import routes
from console.bells import Bells
from console.ports import Provider
from console.signing import Means
from handoff.caring import Caring
from handoff.desk import Work
from handoff.ladder import Means as Ways
from handoff.reviewing import Reviewing

IN_THE_QUEUE = ("number", "urgency", "held_by", "due_at", "review", "closed_at")  # of a case, what its row hangs on
ORDER = (Ways.SLACK, Ways.TELEGRAM, Ways.EMAIL)
log = structlog.get_logger(__name__)


class CodeSender:
    """Carries out `console.ports.SendsCode`: by the first means of theirs that takes it."""

    def __init__(self, hand_off: HandOff, address: str) -> None:
        self._hand_off = hand_off
        self._address = address

    async def send_code(self, person: Staff, code: str) -> None:
        say = Say("desk.sign_in_code", {"code": code, "link": f"{self._address}/console/sign-in/code"})
        for means in ORDER:
            post = self._hand_off.work.post(person, means, say, "code") if means in self._hand_off.ways else None
            if post is not None and await self._sent(means, post):
                return
        log.warning("console.code_not_sent", staff=person.id)

    async def _sent(self, means: Ways, post: DeskPost) -> bool:
        try:
            return isinstance(await self._hand_off.ways[means].show(DeskParcel(post, "", "")), Sent)
        except Exception as error:
            log.error("console.code_failed", means=means.value, error=type(error).__name__)
            return False


def make(settings: Settings, road: Road, opened: Opened, hand_off: HandOff) -> Sequence[BaseRoute]:
    """The console at `/console`, in the programme's language; its open pages hear of every change to a case."""
    bells, programme, library = Bells(), road.mind.programme, road.mind.library
    hand_off.watched(partial(_ring, bells))
    address = public_url(settings)
    return routes(
        opened.storage.logins,
        opened.casework,
        opened.storage.welfare,
        Caring(hand_off.desk, hand_off.work),
        ConsoleDesk(hand_off.desk, hand_off.work),
        reviewing(opened, hand_off.work),
        Means(CodeSender(hand_off, address), _provider(settings, road), programme.sandbox, settings.console.roles),
        road.clock,
        road.names,
        labels(library, programme.language, "console."),
        notices(library, programme),
        bells=bells,
        public_url=address,
        language=programme.language,
    )


def reviewing(opened: Opened, work: Work) -> Reviewing:
    """The weekly safety review, over what is kept."""
    reviews = opened.storage.reviews
    return Reviewing(reviews, reviews, work.casework, work.programme, work.clock, work.names, work.mask)


def _ring(bells: Bells, was: CaseFile, after: CaseFile) -> None:
    """The pages of this case; and those of the queue where its row is another one now."""
    bells.ring(after.number, elsewhere=any(getattr(was, name) != getattr(after, name) for name in IN_THE_QUEUE))
    for holder in {was.held_by, after.held_by}:  # there may be a notice for them
        bells.ring_at(holder)


def _provider(settings: Settings, road: Road) -> Provider | None:
    """The organisation's own sign-in, where it is set: only then its libraries are loaded."""
    oidc = settings.oidc
    if not oidc.issuer:
        return None
    secret = "" if oidc.client_secret is None else oidc.client_secret.get_secret_value()
    module = import_module("console.provider")
    provider: Provider = module.OidcProvider(module.Client(oidc.issuer, oidc.client_id, secret), road.clock)
    return provider
