"""The means by which staff are told besides chat, as the settings have them: mail and the pager."""

from __future__ import annotations

from bot.adapters.email.outlet import EmailOutlet, Server
from bot.adapters.pager.facts import Alerts
from bot.adapters.pager.outlet import PagerOutlet
from bot.dialogs.library import HOME, Library
from coachbot.forms import is_loopback
from coachbot.settings import Settings
from coaching.ports import Clock
from handoff.ladder import ALERTS, Means


def configured(settings: Settings) -> frozenset[Means]:
    """Every means that the settings name, chat included."""
    has = {
        Means.SLACK: settings.slack.bot_token is not None,
        Means.TELEGRAM: settings.telegram.token is not None,
        Means.EMAIL: bool(settings.smtp.host),
        Means.PAGER: bool(settings.paging.url),
    }
    return frozenset(means for means, there in has.items() if there)


def mail_outlet(settings: Settings, clock: Clock) -> EmailOutlet | None:
    """The way out to staff's mail boxes, where there is a mail server."""
    smtp = settings.smtp
    if not smtp.host:
        return None
    password = "" if smtp.password is None else smtp.password.get_secret_value()
    return EmailOutlet(Server(smtp.host, smtp.sender, smtp.port, smtp.tls, smtp.name, password), clock)


def pager_outlet(settings: Settings, library: Library) -> PagerOutlet | None:
    """The way out to the pager, where there is one. Close it at the end."""
    paging = settings.paging
    if not paging.url:
        return None
    secret = "" if paging.secret is None else paging.secret.get_secret_value()
    return PagerOutlet(paging.url, secret, alerts(library), local=is_loopback(paging.url))


def alerts(library: Library) -> Alerts:
    """Every alert of the ladder, as it stands in content."""
    wordings = library.words(HOME)
    return {name: tuple(each.source for each in wordings[name].variants) for name in wordings if name.startswith(ALERTS)}
