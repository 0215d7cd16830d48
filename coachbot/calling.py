"""The means by which staff are told besides chat, as the settings have them: mail and the pager. Loads their libraries."""

from __future__ import annotations

from pydantic import SecretStr

from bot.adapters.email.outlet import EmailOutlet, Server
from bot.adapters.pager.facts import Alerts
from bot.adapters.pager.outlet import PagerOutlet
from bot.dialogs.library import HOME, Library
from coachbot.forms import is_loopback
from coachbot.settings import Settings
from coaching.ports import Clock
from handoff.ladder import ALERTS, Means
from handoff.posting import Way


def other_ways(settings: Settings, library: Library, clock: Clock) -> dict[Means, Way]:
    """Mail and pager, where the settings name them."""
    smtp, paging = settings.smtp, settings.paging
    ways: dict[Means, Way] = {}
    if smtp.host:
        ways[Means.EMAIL] = EmailOutlet(Server(smtp.host, smtp.sender, smtp.port, smtp.tls, smtp.name, secret(smtp.password)), clock)
    if paging.url:
        ways[Means.PAGER] = PagerOutlet(paging.url, secret(paging.secret), alerts(library), local=is_loopback(paging.url))
    return ways


def secret(value: SecretStr | None) -> str:
    return "" if value is None else value.get_secret_value()


def alerts(library: Library) -> Alerts:
    """Every alert of the ladder, as it stands in content."""
    wordings = library.words(HOME)
    return {name: tuple(each.source for each in wordings[name].variants) for name in wordings if name.startswith(ALERTS)}
