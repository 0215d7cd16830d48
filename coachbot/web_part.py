"""The browser chat, wired to the road."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.routing import BaseRoute

from bot.adapters.web.app import routes
from bot.adapters.web.outlet import Bells, WebOutlet
from bot.dialogs import cards
from bot.dialogs.cards import Addressee
from bot.dialogs.library import Library
from coachbot.mind import labels, notices
from coachbot.opening import Opened
from coachbot.road import Road
from coachbot.settings import Settings, public_url
from coaching.participant import Channel
from coaching.programme import Programme
from coaching.words import plain


@dataclass(frozen=True, slots=True)
class WebPart:
    """The pages, and the way to whoever looks at them."""

    routes: Sequence[BaseRoute]
    outlet: WebOutlet


def make(settings: Settings, road: Road, opened: Opened) -> WebPart:
    """The chat at `/`, in the programme's language."""
    bells, programme, library = Bells(), road.mind.programme, road.mind.library
    pages = routes(
        road.inbox,
        road,
        opened.visits,
        road.clock,
        road.names,
        labels(library, programme.language, "web."),
        notices(library, programme),
        bells=bells,
        public_url=public_url(settings),
        language=programme.language,
        help_lines=_help(library, programme, road.clock.now().date()),
    )
    outlet = WebOutlet(bells)
    road.watching[Channel.WEB] = outlet.tell
    return WebPart(pages, outlet)


def _help(library: Library, programme: Programme, today: date) -> list[str]:
    """What *help now* says, line by line, for the page that says that nothing else could be reached."""
    addressee = Addressee(library, programme, programme.country, programme.language, today)
    said = cards.help_now(addressee, ())
    return plain(library.render(programme.language, said, {}).text).splitlines()
