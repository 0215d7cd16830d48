"""`coachbot watch`: the settings are read and checked, and this process becomes the watchdog, which knows the standard library alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from pydantic import SecretStr

from coachbot.settings import Settings, data_folder, means_problems, public_url
from coaching.errors import SettingsError

NOBODY = (
    "coachbot watch has nobody to call: set COACHBOT_PAGING__URL, or COACHBOT_WATCHDOG__TO together with COACHBOT_SMTP__HOST and "
    "COACHBOT_SMTP__SENDER."
)


def become_watchdog(settings: Settings, *, test: bool = False) -> None:
    """Never returns. SettingsError where it could call nobody; what else is wrong with the settings is no reason not to watch."""
    problems = means_problems(settings)
    if not problems and not settings.paging.url and not settings.watchdog.whom:
        problems = [NOBODY]
    if problems:
        raise SettingsError("\n".join(problems))
    command = [sys.executable, "-P", "-m", "coachbot.watchdog", *(["--test"] if test else [])]
    os.execve(command[0], command, environment(settings))


def environment(settings: Settings) -> dict[str, str]:
    """Our surroundings, with what the watchdog needs as it was read from wherever it was set, and no other setting of ours."""
    ours = {name: value for name, value in os.environ.items() if not name.upper().startswith("COACHBOT_")}
    needed = {**_named("SMTP", settings.smtp), **_named("PAGING", settings.paging), **_named("WATCHDOG", settings.watchdog)}
    return ours | needed | {"COACHBOT_DATA": str(data_folder().absolute()), "COACHBOT_HTTP__PUBLIC_URL": public_url(settings)}


def _named(group: str, values: object) -> Mapping[str, str]:
    named = {f"COACHBOT_{group}__{name.upper()}": value for name, value in vars(values).items() if value is not None}
    return {name: value.get_secret_value() if isinstance(value, SecretStr) else str(value) for name, value in named.items()}
