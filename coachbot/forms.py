"""Whether the value of a setting has the form it needs: a sentence where it has not. No sentence repeats a value that may be secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.adapters.email.addresses import is_mail_address
from coaching.errors import SettingsError
from storage.engine import address_of

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_PASSWORD = re.compile(r"((?:^|://)[^:@/]*):(?!//)(.+)@")
_PASSWORD_ASKED = re.compile(r"([?&;][^=&;]*(?:pass|pwd|secret|token)[^=&;]*=)[^&;#]*", re.IGNORECASE)


def without_password(url: str) -> str:
    """The address with every password in it masked, even where it is no good address."""
    return _PASSWORD_ASKED.sub(r"\1**********", _PASSWORD.sub(r"\1:**********@", url))


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine."""
    return _host(url) in LOOPBACK


def _host(url: str) -> str:
    """The host of a good address, else nothing."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.port is None or parts.port else ""
    except ValueError:  # the port is none, or the host is none
        return ""


def _scheme(url: str) -> str:
    return url.partition("://")[0].lower() if "://" in url else ""


def database(name: str, url: str) -> Iterator[str]:
    try:
        address_of(url)
    except SettingsError as error:
        yield f"{name}: {error}"


def log_level(name: str, level: str) -> Iterator[str]:
    if level.upper() not in logging.getLevelNamesMapping():
        yield f"{name} is no level: use DEBUG, INFO, WARNING or ERROR."


def web_address(name: str, url: str, example: str) -> Iterator[str]:
    if _scheme(url) not in ("http", "https") or not _host(url):
        yield f"{name} is no web address: write it as {example}."


def _closed(name: str, url: str, example: str, why: str, key: str = "") -> Iterator[str]:
    """Nobody between may read it: over https, or no further than this machine. With `key` (where that goes), no name or password in it."""
    wrong = list(web_address(name, url, example))
    yield from wrong
    if not wrong and _scheme(url) != "https" and not is_loopback(url):
        yield f"{name} must begin with https://, for {why}."
    if key and not wrong and urlsplit(url).username:
        yield f"{name} has a name or a password in it: {key}."


def webhook(name: str, url: str) -> Iterator[str]:
    """Telegram pushes over https only; on this machine a stand-in may be without."""
    yield from _closed(name, url, "https://coachbot.example.org/telegram/webhook", "Telegram pushes to nothing else")


def language_model(name: str, url: str) -> Iterator[str]:
    """Participants' words and a key go there."""
    key = "the key goes into COACHBOT_LLM__KEY"
    yield from _closed(name, url, "https://llm.example.org/v1", "people's words go there", key)


def pager(name: str, url: str) -> Iterator[str]:
    """A secret goes there, and that somebody is waiting."""
    key = "a secret goes into COACHBOT_PAGING__SECRET"
    yield from _closed(name, url, "https://pager.example.org/coachbot", "a secret goes there", key)


def header_secret(name: str, secret: str) -> Iterator[str]:
    if not re.fullmatch(r"[!-~]{1,4000}", secret):
        yield f"{name} must be letters, digits and signs without spaces, for it is sent in a header."


def host(name: str, value: str) -> Iterator[str]:
    if not re.fullmatch(r"[A-Za-z0-9.-]{1,253}|[0-9a-fA-F:]+", value):
        yield f"{name} is no host name: write it as smtp.example.org, and the port into COACHBOT_SMTP__PORT."


def mail_address(name: str, value: str) -> Iterator[str]:
    if not is_mail_address(value):
        yield f"{name} is no e-mail address: write it as coachbot@example.org, without a name before it."


def telegram_base(name: str, url: str) -> Iterator[str]:
    yield from web_address(name, url, "https://api.telegram.org")
    if url.rstrip("/").endswith("/bot"):
        yield f"{name} has no /bot at its end: https://api.telegram.org is enough."


def slack_base(name: str, url: str) -> Iterator[str]:
    yield from web_address(name, url, "https://slack.com/api/")
    if not url.endswith("/api/"):
        yield f"{name} ends in /api/, with the last stroke: https://slack.com/api/."


def telegram_token(name: str, token: str) -> Iterator[str]:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        yield f"{name} has not the form of a bot token: @BotFather gives one like 123456:ABC-DEF."


def telegram_secret(name: str, secret: str) -> Iterator[str]:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        yield f"{name} must be 1 to 256 letters, digits, _ and -: Telegram takes nothing else."


def slack_token(name: str, token: str) -> Iterator[str]:
    if not re.fullmatch(r"(xoxe\.)?xoxb-\S+", token):
        yield f"{name} begins with xoxb-: copy the bot token from the app's page OAuth & Permissions."


def slack_app_token(name: str, token: str) -> Iterator[str]:
    if not re.fullmatch(r"xapp-\S+", token):
        yield f"{name} begins with xapp-: make an app-level token on the app's page Basic Information."


def is_address(text: str) -> bool:
    """Whether it is an address on the web, and not a file's name."""
    return _scheme(text) in ("http", "https", "webcal")


def calendar(name: str, url: str) -> Iterator[str]:
    """Names of the staff come from there, and the address alone opens it."""
    plain = web_form(url)
    if not _host(plain):
        yield f"{name} is no web address: write it as https://calendar.example.org/rota.ics."
    elif _scheme(plain) != "https" and not is_loopback(plain):
        yield f"{name} must begin with https://, for names of the staff come from there."


def web_form(url: str) -> str:
    """A calendar program's own scheme is https by another name."""
    return f"https://{url.partition('://')[2]}" if _scheme(url) == "webcal" else url


def slack_place(name: str, place: str) -> Iterator[str]:
    if not re.fullmatch(r"[CG][A-Z0-9]{5,}", place):
        yield f"{name} is a channel's id, which begins with C or G: open the channel's details in Slack, it stands at the end."


def telegram_group(name: str, place: str) -> Iterator[str]:
    if not re.fullmatch(r"-[1-9]\d{3,}", place):
        yield f"{name} is a group's number, which begins with a minus, as -1001234567890: add the bot to the group, and it is told."
