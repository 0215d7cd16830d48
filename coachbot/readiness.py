"""What keeps the service from starting, found in one go."""

from __future__ import annotations

from bot.dialogs.library import Library
from coachbot.mind import shipped_library
from coachbot.opening import key_problems
from coachbot.programmes import read_programme
from coachbot.settings import Settings, problems
from coachbot.timekeeping import WallClock
from coaching.errors import CoachingError
from coaching.programme import Programme


def all_problems(settings: Settings) -> list[str]:
    """A sentence each, in plain words; empty when the service may start."""
    return [*problems(settings), *key_problems(settings), *_programme_problems(settings)]


def _programme_problems(settings: Settings) -> list[str]:
    try:
        programme_of(settings, shipped_library())
    except CoachingError as error:
        return str(error).splitlines()
    return []


def programme_of(settings: Settings, library: Library) -> Programme:
    """The programme the settings name, or the sandbox. SettingsError says everything that is wrong with it."""
    return read_programme(settings.programme, WallClock().now().date(), set(library.countries), set(library.wordings))
