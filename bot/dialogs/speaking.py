"""Content's words for the desks, which know no content of their own."""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.dialogs import days
from bot.dialogs.library import Library
from coaching.effects import Say
from coaching.words import plain
from handoff.speech import Speech


def speech(library: Library, language: str, zone: tzinfo, now: datetime) -> Speech:
    """How a desk's texts are worded for a reader of this language in this zone; first variants only."""
    words = library.words(language)

    def says(name: str) -> str:
        return words[name].variants[0].source if name in words else ""

    def when(moment: datetime) -> str:
        return days.written(moment.astimezone(zone), words, now.astimezone(zone).date())

    def length(say: Say) -> int:
        return len(plain(library.render(language, say, {}).text).split())

    return Speech(says, when, length)
